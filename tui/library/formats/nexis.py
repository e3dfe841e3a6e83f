"""Text exports of Nexis (LexisNexis): both usual layouts, split into their articles.

The older one counts its documents ("1 of 25 DOCUMENTS"): publication, date, headline, labels in capitals, the
text, more labels. The newer one ends each with "End of Document": headline, publication, date, labels,
"Body", the text, "Load-Date". Written from what such files look like; unknown labels stay in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts
from tui.library.formats.dates import Dated, read_date
from tui.library.formats.unwrap_lines import paragraphs

_COUNTER = re.compile(
    r"^[ \t]*(?:(?:Document[ \t]+)?\d{1,5} of \d{1,5}[ \t]+DOCUMENTS?|Document \d{1,5} of \d{1,5})[ \t]*$",
    re.MULTILINE,
)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
_ABOVE = "byline|section|length|dateline|highlight|headline|series|column"
"""Labels that stand above the text."""
_BELOW = (
    "load-date|language|graphic|publication-type|journal-code|document-type|type|subject|organization|company"
    "|industry|person|city|state|country|geographic|ticker|classification|notes|correction-date|copyright"
    "|url|acc-no|pub-type|name"
)
"""Labels that stand below it."""
_LABEL = re.compile(rf"[ \t]*(?P<label>{_ABOVE}|{_BELOW})[ \t]*:[ \t]*(?P<value>.*)$", re.IGNORECASE)
_BARE_LABEL = re.compile(r"[ \t]*(?:Graphic|Classification|Notes)[ \t]*$")
_BODY = re.compile(r"[ \t]*(?:Body|BODY)[ \t]*(?::[ \t]*(?P<value>.*))?$")
_DAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?P<day>[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2} [a-z]{3,9} \d{4})\b",
    re.IGNORECASE,
)
_NO_FACT = re.compile(r"copyright\b|©|\(c\)|all rights reserved|page \d+ of \d+$", re.IGNORECASE)
_EDITION = re.compile(r".*\bedition\b.*$|(?:first|second|third|final|late|early|national)\W*$", re.IGNORECASE)
_BY = re.compile(r"by:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Document:
    """One article: the rows above its first label, what the labels say, and the rows of its text."""

    above: tuple[str, ...]
    labels: Mapping[str, str]
    body: list[str]


def is_export(text: str) -> bool:
    """Whether a text is such an export: articles in a row, each with the labels of one."""
    if "End of Document" in text and _END.search(text):
        return bool(re.search(r"^[ \t]*(?:Body[ \t]*$|Length:|Load-Date:)", text, re.MULTILINE))
    counted = _COUNTER.search(text[:4000])
    return bool(counted and re.search(r"^[ \t]*(?:LENGTH|LOAD-DATE|BYLINE):", text, re.MULTILINE))


def article_in(piece: str) -> tuple[Facts, Dated | None, str] | None:
    """Facts, date and text of the article in a piece of the export; None where there is none."""
    document = _document(piece.split("\n"))
    body = "\n\n".join(paragraphs(document.body))
    if not body or not document.labels:
        return None
    facts, dated = _facts(document)
    return facts, dated, body + "\n"


def pieces(text: str) -> Sequence[str]:
    """The export taken apart: an article a piece, in order."""
    counted = _COUNTER.split(text)
    return counted[1:] or _END.split(text)


def _document(rows: Sequence[str]) -> _Document:
    """One article taken apart, by the rows that are labels."""
    first = next((n for n, row in enumerate(rows) if _LABEL.match(row) or _BODY.match(row)), len(rows))
    start = _start(rows, first)
    end = next((n for n in range(start, len(rows)) if _ends_text(rows[n])), len(rows))
    above = [words for row in rows[:first] if (words := clean_line(row)) and not _NO_FACT.match(words)]
    opening = _BODY.match(rows[start - 1]) if 0 < start <= len(rows) else None
    body = ([opening["value"] or ""] if opening else []) + list(rows[start:end])
    return _Document(tuple(dict.fromkeys(above)), _labels((*rows[first:start], *rows[end:])), body)


def _start(rows: Sequence[str], first: int) -> int:
    """Where the text begins: under "Body", else under the last label of those that stand above it."""
    for number in range(first, len(rows)):
        if _BODY.match(rows[number]):
            return number + 1
    number = first
    while number < len(rows) and (not rows[number].strip() or _LABEL.match(rows[number])):
        labelled = bool(_LABEL.match(rows[number]))
        number += 1
        while labelled and number < len(rows) and rows[number].strip() and not _LABEL.match(rows[number]):
            number += 1  # the value goes on until a blank row
    return number


def _ends_text(row: str) -> bool:
    """Whether a label stands here that belongs below the text: in prose, only what is plainly one counts."""
    label = _LABEL.match(row)
    if label:
        name = label["label"]
        return name.lower() == "load-date" or (name.isupper() and name.lower() in _BELOW.split("|"))
    return bool(_BARE_LABEL.match(row))


def _labels(rows: Sequence[str]) -> dict[str, str]:
    """The value of each label, its further rows with it."""
    found: dict[str, str] = {}
    label = ""
    for row in rows:
        match = _LABEL.match(row)
        if match:
            label = match["label"].lower()
            found.setdefault(label, clean_line(match["value"]))
        elif not row.strip():
            label = ""
        elif label:
            found[label] = f"{found[label]} {clean_line(row)}".strip()
    return found


def _facts(document: _Document) -> tuple[Facts, Dated | None]:
    at, dated = next(
        ((n, day) for n, row in enumerate(document.above) if (day := day_in(row))),
        (len(document.above), None),
    )
    before, after = document.above[:at], [row for row in document.above[at + 1 :] if not _EDITION.match(row)]
    counted = len(before) == 1 and bool(after)  # the older layout: the headline stands under the date
    headline = after if counted else before[:-1]
    stated = Facts(
        headline=document.labels.get("headline"),
        standfirst=document.labels.get("highlight"),
        byline=_BY.sub("", document.labels.get("byline", ""), count=1) or None,
    ).told_by("the export")
    laid_out = Facts(
        headline=" ".join(headline) or None,
        publication=_publication(before[0] if counted else before[-1]) if before else None,
        published=dated.day if dated else None,
    ).told_by("the lines above the text")
    loaded = day_in(document.labels.get("load-date", ""))
    late = Facts(published=loaded.day if loaded else None).told_by("the day that it was loaded", guessed=True)
    return stated.over(laid_out).over(late), dated or loaded


def _publication(row: str) -> str:
    """The title of the paper, without the edition that may follow it."""
    title, dash, edition = row.partition(" - ")
    return title if dash and _EDITION.match(edition) else row


def day_in(row: str) -> Dated | None:
    """The day that a row begins with; a weekday and a time may follow it."""
    match = _DAY.match(row.strip())
    return read_date(match["day"]) if match else None
