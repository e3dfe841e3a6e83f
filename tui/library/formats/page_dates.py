"""On which day a page was printed: what it states, what its address says, and the line at its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.dates import Dated, read_date
from tui.library.formats.day_in_words import day_in_address, days_within, near, tells_change
from tui.library.formats.page_marks import MarkKind, PageMark

_STATED = (
    *("article:published_time", "article:published", "og:article:published_time", "article.published"),
    *("datepublished", "publish-date", "publishdate", "publication_date", "pubdate", "publish_date"),
    *("parsely-pub-date", "sailthru.date", "sw-pubdate", "og:release_date", "og:pubdate", "published_date"),
    *("dc.date.issued", "dc.date.created", "dcterms.created", "citation_publication_date", "datecreated"),
    *("shareaholic:article_published_time", "article_date_original", "rnews:datepublished"),
    *("cxenseparse:recs:publishtime", "originalpublicationdate"),
)
"""Names under which the head of a page states the day of its text."""
_VAGUE = ("date", "dc.date", "dcterms.date", "created", "doc_date")
"""Names that say a day and not of what: an earlier one at the heading comes before it."""
_CHANGED = ("og:updated_time", "article:modified_time", "datemodified", "last-modified")
"""Names of the day of its last change: better than nothing, and a guess."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_BEFORE, _AFTER, _FARTHEST = 6, 14, 25
"""Rows above and below the heading that are looked at for a day; how far below it an element may stand that
is marked as one."""


class PageDate(NamedTuple):
    """The day, where it was found, and whether it is a guess."""

    dated: Dated
    origin: str
    guessed: bool = False


class DateEvidence(NamedTuple):
    """All of a page that tells of its day; `heading` is the number of the row of its heading."""

    data: Sequence[object]
    around: Sequence[object]
    stated: Mapping[str, str]
    marks: Sequence[PageMark]
    rows: Sequence[str]
    heading: int | None
    url: str | None


def page_date(of: DateEvidence) -> PageDate | None:
    """The day that the page states; the address and the line at the heading settle what a moment leaves open.

    A moment in universal time is another day than the paper's for some hours of each.
    """
    address = day_in_address(of.url or "")
    shown = list(_shown(of))
    stated = next(_stated(of), None)
    if stated is None:
        vague = next(_named(of.stated, _VAGUE), None)
        if vague is None:
            return _guess(of, address, shown)
        if (
            shown
            and not near(shown[0].dated.day, vague[0].dated.day)
            and shown[0].dated.day < vague[0].dated.day
        ):
            return shown[0]
        stated = vague
    return _settled(stated, address, shown) or stated[0]


def _stated(of: DateEvidence) -> Iterator[tuple[PageDate, bool]]:
    """What the page states, each with whether it is a moment rather than a day."""
    yield from _days(of.data, "the page's data")
    yield from _named(of.stated, _STATED)
    yield from _days(of.around, "the page's data")
    marks = [mark.value or mark.words for mark in of.marks if mark.kind is MarkKind.PUBLISHED]
    yield from _days(marks, "the date on the page")


def _named(stated: Mapping[str, str], names: Sequence[str]) -> Iterator[tuple[PageDate, bool]]:
    return _days([stated.get(name) for name in names], "the head of the page")


def _days(values: Sequence[object], origin: str) -> Iterator[tuple[PageDate, bool]]:
    for value in values:
        if isinstance(value, str) and (dated := _read(value)):
            yield PageDate(dated, origin, dated.ambiguous), bool(_MOMENT.match(value.strip()))


def _settled(
    stated: tuple[PageDate, bool], address: date | None, shown: Sequence[PageDate]
) -> PageDate | None:
    found, moment = stated
    day = found.dated.day
    if address and near(address, day) and (moment or found.dated.ambiguous):
        return PageDate(Dated(address), f"{found.origin} and its address")
    beside = next((one for one in shown if near(one.dated.day, day)), None)
    if moment and beside and not beside.dated.ambiguous:
        return PageDate(beside.dated, f"{found.origin} and the line at the heading")
    return None


def _guess(of: DateEvidence, address: date | None, shown: Sequence[PageDate]) -> PageDate | None:
    if address:
        return PageDate(Dated(address), "the address of the page", guessed=True)
    if shown:
        return shown[0]
    changed = (_read(of.stated.get(name, "")) for name in _CHANGED)
    dated = next(filter(None, changed), None)
    return PageDate(dated, "its last change", guessed=True) if dated else None


def _shown(of: DateEvidence) -> Iterator[PageDate]:
    """The days that stand at the heading, the nearest first: all of them guesses."""
    first = of.heading or 0
    top = first - _BEFORE if of.heading is not None else 0
    changes: list[PageDate] = []
    marks = [mark for mark in of.marks if mark.kind in (MarkKind.TIME, MarkKind.DAY)]
    for mark in sorted(marks, key=lambda mark: (mark.row < first, abs(mark.row - first))):
        dated = _read(mark.words) or _read(mark.value)
        if dated and top <= mark.row <= first + _FARTHEST:
            found = PageDate(dated, "the first date on the page", guessed=True)
            if tells_change(mark.words) or any(map(tells_change, of.rows[mark.row : mark.row + 1])):
                changes.append(found)
            else:
                yield found
    for row in (*of.rows[first : first + _AFTER], *reversed(of.rows[max(0, top) : first])):
        for dated in days_within(row):
            found = PageDate(dated, "the line at the heading", guessed=True)
            if tells_change(row):
                changes.append(found)
            else:
                yield found
    yield from changes


def _read(words: str) -> Dated | None:
    words = clean_line(words)
    return read_date(words) or next(days_within(words), None)
