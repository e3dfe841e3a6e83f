"""Dates as press databases and agencies print them: in other languages, a weekday behind, a month alone."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from tui.library.formats.dates import Dated, read_date
from tui.model.problem import Problem

FIRST_YEAR = 1600
"""No newspaper is older."""

_MONTH_NAMES = (
    "january januar janner januari janvier enero gennaio janeiro",
    "february februar februari fevrier febrero febbraio fevereiro",
    "march marz mars marzo maart marco marts",
    "april avril abril aprile",
    "may mai mayo maggio mei maio maj",
    "june juni juin junio giugno junho",
    "july juli juillet julio luglio julho",
    "august aout agosto augustus augusti",
    "september septembre septiembre setiembre settembre setembro",
    "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro",
    "december dezember decembre diciembre dicembre dezembro desember",
)
"""The twelve in ten languages, in small letters without accents."""
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
    " lundi mardi mercredi jeudi vendredi samedi dimanche"
    " lunes martes miercoles jueves viernes sabado domingo"
    " lunedi martedi mercoledi giovedi venerdi sabato domenica"
    " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
    " segunda-feira terca-feira quarta-feira quinta-feira sexta-feira"
    " mandag tirsdag onsdag torsdag fredag lordag sondag mandag tisdag".split()
)
_SEASONS = frozenset(
    "spring summer autumn fall winter fruhling fruhjahr sommer herbst printemps ete automne hiver"
    " primavera verano otono invierno estate autunno inverno lente zomer herfst".split()
)
_WORD = r"[^\W\d_]{3,12}"
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:\.|st\b|nd\b|rd\b|th\b|er\b|º|°)?\s+(?:de\s+|of\s+)?(?P<month>{_WORD})\.?,?\s+"
    r"(?:del?\s+)?(?P<year>\d{4})\b"
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b"
)
_SIGNS = re.compile(r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
_FORMS = (_DAY_FIRST, _MONTH_FIRST, _SIGNS)
_TIME = re.compile(
    r"\b\d{1,2}\s?[:.h]\s?\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?|uhr\b|hrs?\b)?(?:\s*[A-Z]{2,4}\b)?"
    r"(?:\s*[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"\b(?:edition|editie|ausgabe|edición|edizione|édition|edição|version)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_LONGEST = 120
_MOST_WORDS = 8
_LONGEST_SHOWN = 60


def likely(day: date) -> bool:
    """Whether a paper can have come out on that day: none did before 1600, or will after next year."""
    return FIRST_YEAR <= day.year <= date.today().year + 1


def whole_date(row: str) -> Dated | None:
    """The day of a row that says nothing else; weekday, time and edition may stand beside it."""
    row = row.strip()
    if len(row) > _LONGEST:
        return None
    for form in _FORMS:
        match = form.search(row)
        day = _day(match) if match else None
        if match and day and _says_no_more(row[: match.start()], row[match.end() :]):
            return Dated(day)
    words = [word for word in _TIME.sub(" ", row).split() if _plain(word) not in _WEEKDAYS]
    found = read_date(row) or read_date(" ".join(words).strip(" ,"))
    return found if found and likely(found.day) else None


def date_within(row: str) -> Dated | None:
    """The first day that a row names, whatever else stands in it."""
    whole = whole_date(row)
    if whole:
        return whole
    for form in _FORMS:
        for match in form.finditer(row[:1000]):
            day = _day(match)
            if day:
                return Dated(day)
    return None


def unread_date(path: str, where: str, words: str) -> tuple[Problem, ...]:
    """The doubt about what stands for a date in a file and is none; none if nothing does."""
    if not words.strip():
        return ()
    shown = words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"
    return (Problem(path, f"The {where} gives a date that cannot be read: “{shown}”.", read=True),)


def names_a_time(row: str) -> bool:
    """Whether a short row can only say when: a month and year, a season, two days, a day of no such month."""
    words = [_plain(word) for word in re.split(r"[\s/–—-]+", row) if word]
    if not 0 < len(words) <= _MOST_WORDS or not _YEAR.search(row):
        return False
    told = [word for word in words if word and not word[0].isdigit()]
    return bool(told) and all(
        word in _WEEKDAYS or word in _SEASONS or word in ("and", "to", "de", "of", "del") or word in MONTHS
        for word in told
    )


def _says_no_more(before: str, after: str) -> bool:
    rest = _TIME.sub(" ", f"{before} {after}")
    if _EDITION.search(after) and not before.strip(" ,"):
        return True
    return all(not word or word in _WEEKDAYS for word in map(_plain, rest.split()))


def _day(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else MONTHS.get(_plain(month), 0)
    try:
        day = date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
    return day if likely(day) else None


def _plain(word: str) -> str:
    """In small letters, without accents and the signs around it."""
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).strip(".,;:()|")


def _months() -> dict[str, int]:
    """Every name and every beginning of three letters or more that is of one month only."""
    meant: dict[str, set[int]] = {}
    for number, names in enumerate(_MONTH_NAMES, 1):
        for name in names.split():
            for length in range(3, len(name) + 1):
                meant.setdefault(name[:length], set()).add(number)
    return {words: numbers.pop() for words, numbers in meant.items() if len(numbers) == 1}


MONTHS = _months()
"""What may stand for a month, in small letters without accents -> its number."""
