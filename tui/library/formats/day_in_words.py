"""The day that a short row of words names: a line under a headline, in the languages of the press."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from tui.library.formats.dates import Dated, possible, read_date

LONGEST_ROW = 160
"""Characters of a row that is looked at; a longer one is prose."""
_MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january januar jänner janvier enero gennaio janeiro januari января stycznia ocak ianuarie",
            "february februar februari février febrero febbraio fevereiro февраля lutego şubat",
            "march märz maerz mars marzo março marco maart марта marca mart martie március",
            "april avril abril aprile апреля kwietnia nisan aprilie április",
            "may mai mayo maggio maio mei maj мая maja mayıs május",
            "june juni juin junio giugno junho июня czerwca haziran iunie június",
            "july juli juillet julio luglio julho июля lipca temmuz iulie július",
            "august août aout agosto augustus августа sierpnia ağustos augusti augusztus",
            "september septembre septiembre settembre setembro сентября września eylül septembrie szeptember",
            "october oktober octobre octubre ottobre outubro октября października ekim octombrie október",
            "november novembre noviembre novembro ноября listopada kasım noiembrie",
            "december dezember décembre diciembre dicembre dezembro декабря grudnia aralık decembrie",
        ),
        1,
    )
    for name in names.split()
}
_SHORT: Mapping[str, int] = {
    name[:3]: number for name, number in reversed(list(_MONTHS.items())) if name[:3] not in ("jui", "mar")
}
_LETTERS = r"[^\W\d_]"
_DAY_FIRST = re.compile(
    rf"(?<![\d.,:/-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s-]{{1,3}}(?:(?:de|of)\s+)?"
    rf"(?P<month>{_LETTERS}{{3,12}})\.?,?[\s-]{{1,3}}(?:(?:de|del)\s+)?(?P<year>\d{{4}})(?!\d)"
)
_MONTH_FIRST = re.compile(
    rf"(?<!{_LETTERS})(?P<month>{_LETTERS}{{3,12}})\.?\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<year>\d{{4}})(?!\d)"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?P<year>\d{4})(?P<sign>[-./]|年)\s?(?P<month>\d{1,2})(?:(?P=sign)|月)\s?(?P<day>\d{1,2})(?![\d/])"
)
_FIGURES = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d(?=[\s,;]|$))(?![\d/-])"
)
_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?:(?P<sign>[/-])(?P<month>\d{1,2}|[a-z]{3})(?P=sign)(?P<day>\d{1,2})"
    r"|(?P<mm>\d\d)(?P<dd>\d\d))(?![\d.])",
    re.IGNORECASE,
)


_CHANGED = re.compile(
    r"updated?\b|modified|revised|revision|aktualisiert|geändert|änderung|mis[ea]? à jour|actualizad"
    r"|aggiornat|atualizad|обновлен|zuletzt|stand:|bearbeitet",
    re.IGNORECASE,
)
"""Words beside a day that is not the first one."""


def tells_change(words: str) -> bool:
    """Whether the words speak of a change to the text rather than of its printing."""
    return bool(_CHANGED.search(words))


def days_within(words: str) -> Iterator[Dated]:
    """The days that a row names, of the surest form first; none of a row as long as prose."""
    if len(words) > LONGEST_ROW or not any(letter.isdigit() for letter in words):
        return
    for form in (_YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST):
        for match in form.finditer(words):
            day = _day(match["year"], match["month"], match["day"])
            if day:
                yield Dated(day)
    for match in _FIGURES.finditer(words):
        if len(match["year"]) == 2 and match["sign"] != ".":
            continue
        year = match["year"] if len(match["year"]) == 4 else f"20{match['year']}"
        found = read_date(f"{match['day']}/{match['month']}/{year}")
        if found:  # with dots, nobody writes the month first
            yield Dated(found.day, found.ambiguous and match["sign"] != ".")


def day_in_address(url: str) -> date | None:
    """The day in the path of an address: `/2019/11/19/`, `/2019-11-19-`, `/20191119/`, `/2019/nov/19/`."""
    path = url.partition("://")[2].partition("?")[0]
    matches = (
        _day(match["year"], match["month"] or match["mm"], match["day"] or match["dd"])
        for match in _IN_ADDRESS.finditer(path)
    )
    return next(filter(None, matches), None)


def near(one: date, other: date) -> bool:
    """Whether two days are the same day somewhere in the world."""
    return abs(one - other) <= timedelta(days=1)


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else _month(month.lower())
    try:
        return possible(date(int(year), number, int(day))) if number else None
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS.get(name) or (_SHORT.get(name[:3], 3 if name == "mar" else 0) if len(name) <= 4 else 0)
