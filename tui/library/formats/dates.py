"""Dates as newspapers, web pages and front matter write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from tui.model.problem import Problem
from tui.model.provenance import Fact

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DAY_OF_WEEK = rf"(?:{_WEEKDAY},?\s+)?"
_WEEKDAY_AFTER = rf"(?:,?\s+\(?{_WEEKDAY}\)?)?"
"""As press databases print it: "March 4, 2021 Thursday"."""
_ZONE = r"(?:\s*(?:gmt|bst|utc|z|[ecmp][sd]t|cet|cest|[+-]\d\d:?\d\d))?"
_TIME = rf"(?:,?\s*(?:at\s+)?\d{{1,2}}[:.]\d\d(?::\d\d)?\s*(?:am|pm|hrs)?\.?{_ZONE})?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"

_ISO = re.compile(
    r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
    r"(?:[T ]\d.*|(?:[-_]\d\d){2,3})?$",
    re.IGNORECASE,
)
"""With or without a time, one of a file's name among them: "2020-09-19-22-14-10"."""
_BASIC = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T\d.*)?$", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"{_DAY_OF_WEEK}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}}){_WEEKDAY_AFTER}{_TIME}$", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"{_DAY_OF_WEEK}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}}){_WEEKDAY_AFTER}{_TIME}$", re.IGNORECASE
)
_FIGURES = re.compile(
    rf"(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.](?P<year>\d{{4}}){_TIME}$", re.IGNORECASE
)

_YEAR_FIRST = r"(?P<year>\d{4})(?P<sign>[-_.]?)(?P<month>\d\d)(?P=sign)(?P<day>\d\d)"
_NAME_BEGINS = re.compile(rf"{_YEAR_FIRST}(?!\d)")
_NAME_ENDS = re.compile(rf"(?<!\d){_YEAR_FIRST}$")
FIRST_YEAR = 1600
"""Nothing that could be called a newspaper is older."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, and whether the words could mean another one (3/4/2015 is read as 3 April)."""

    day: date
    ambiguous: bool = False


def read_date(words: str) -> Dated | None:
    """The day that the words name, if they name one and nothing else."""
    words = words.strip()
    for form in (_ISO, _BASIC, _DAY_FIRST, _MONTH_FIRST):
        match = form.match(words)
        if match:
            day = _day(int(match["year"]), _month(match["month"]), int(match["day"]))
            return Dated(day) if day else None
    match = _FIGURES.match(words)
    return _in_figures(int(match["first"]), int(match["second"]), int(match["year"])) if match else None


def _in_figures(first: int, second: int, year: int) -> Dated | None:
    british, american = _day(year, second, first), _day(year, first, second)
    if british and american and british != american:
        return Dated(british, ambiguous=True)
    day = british or american
    return Dated(day) if day else None


def _month(words: str) -> int:
    return int(words) if words.isdigit() else _MONTHS.index(words[:3].lower()) + 1


def possible(day: date | None) -> date | None:
    """The day, if a newspaper can have been printed on it: from 1600 to the end of next year."""
    return day if day and FIRST_YEAR <= day.year <= date.today().year + 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return possible(date(year, month, day))
    except ValueError:
        return None


def date_in_name(path: str) -> date | None:
    """The day at the beginning or end of a file's name, year first: "2015-03-14 quay", "quay_20150314"."""
    stem = PurePath(path).stem
    match = _NAME_BEGINS.match(stem) or _NAME_ENDS.search(stem)
    return _day(int(match["year"]), int(match["month"]), int(match["day"])) if match else None


def doubtful(dated: Dated | None) -> Fact | None:
    """The date, if its words could mean another day."""
    return Fact.DATE if dated and dated.ambiguous else None


def date_doubts(path: str, dated: Dated | None) -> tuple[Problem, ...]:
    """The doubt about a date in figures, if there is one."""
    if dated is None or not dated.ambiguous:
        return ()
    shown = f"{dated.day.day} {dated.day:%B %Y}"
    return (Problem(path, f"The date is in figures: it was read day first, as {shown}.", read=True),)
