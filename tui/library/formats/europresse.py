"""Exports of Europresse: one page of many articles, whose classes say what each row is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.library.formats.article_builder import Facts
from tui.library.formats.export_dates import date_within
from tui.library.formats.markup_rows import RULE, MarkupRow
from tui.library.formats.press_export import UNREAD_DATE, ExportArticle, PressExport

_PAPER = re.compile(r"(?:rdp__)?Doc(?:Publication|Source)Name|source-?name", re.IGNORECASE)
_HEADER = re.compile(r"(?:rdp__)?DocHeader", re.IGNORECASE)
_TITLE = re.compile(r"titreArticle\w*|(?:rdp__)?(?:doc)?(?:heading|articletitle)", re.IGNORECASE)
_AUTHORS = re.compile(r"(?:rdp__)?docAuthors?|authors?", re.IGNORECASE)
_BODY = re.compile(r"docOcc?urr?Container|DocText|clearfix-text", re.IGNORECASE)
_NUMBER = re.compile(r"publiC-lblNodoc|\w*lblNodoc", re.IGNORECASE)
_SIGN = re.compile(r"titreArticle|DocPublicationName|docOcc?urr?Container")
_BY = re.compile(r"(?:by|par|von|por)\s+", re.IGNORECASE)


@dataclass(slots=True)
class _Document:
    """The rows of one article by what they are."""

    paper: list[str] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)


def is_export(source: str) -> bool:
    """Whether the source of a page is such an export."""
    return len({match[0] for match in _SIGN.finditer(source)}) > 1


def taken_apart(rows: Iterable[MarkupRow]) -> PressExport:
    """Every article of the page in order."""
    documents = [_Document()]
    for row in rows:
        if row.words != RULE:
            _take(row, documents)
    told = [one for one in documents if any((one.paper, one.header, one.title, one.body))]
    found = tuple(_article(one) for one in told if one.body)
    return PressExport("a Europresse export", found, len(told) - len(found))


def _take(row: MarkupRow, documents: list[_Document]) -> None:
    """Put a row where it belongs; the heading of an article under the text of another begins a new one."""
    one = documents[-1]
    for form, rows in (
        (_BODY, "body"),
        (_NUMBER, ""),
        (_PAPER, "paper"),
        (_HEADER, "header"),
        (_TITLE, "title"),
        (_AUTHORS, "authors"),
    ):
        if any(form.fullmatch(name) for name in row.names):
            if rows and rows != "body" and (one.body or (rows == "paper" and one.paper)):
                one = _Document()
                documents.append(one)
            if rows:
                getattr(one, rows).append(row.words)
            return
    if one.title and "footer" not in row.names and ("section" in row.names or one.body):
        one.body.append(row.words)  # whatever its class: no words of an article are left out


def _article(one: _Document) -> ExportArticle:
    dated = next((day for row in (*one.header, *one.paper) if (day := date_within(row))), None)
    authors = " ".join(one.authors)
    match = _BY.match(authors)
    facts = Facts(
        headline=" ".join(one.title) or None,
        byline=(authors[match.end() :] if match else authors).strip(" ;,") or None,
        publication=" ".join(one.paper) or None,
        published=dated.day if dated else None,
    ).told_by("the export")
    doubt = UNREAD_DATE if one.header and not dated else ""
    return ExportArticle(facts, "\n\n".join(one.body) + "\n", dated, doubt)
