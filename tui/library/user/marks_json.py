"""All that is the reader's own as one JSON document, written out and taken in again.

    {"cuttings": "marks", "version": 1,
     "articles": {ID: {"read": true, "starred": true, "tags": ["budget"], "note": "…"}},
     "places": {LIBRARY: {"article": ID, "span": [3, 9], "offset": 120}},
     "corrections": {"quotation": [{…}], "name": [{…}]}}

What is not said is not so. The corrections are those of corrections.toml, under the same keys. Merging loses
nothing: what is read, starred or tagged on either side is so afterwards; two different notes stand one below
the other; places and corrections that are here already stay as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tui.library.core.text_cleaning import clean, clean_line, escaped
from tui.model.article import ArticleId
from tui.model.mark import Mark, tags_in
from tui.model.span import Span
from tui.model.trail import Place

KIND, VERSION = "marks", 1
_ID = re.compile(r"[0-9a-f]{16}")
_TABLES = ("quotation", "name")


class WrongDocumentError(ValueError):
    """What is wrong with a document, and on which line (0: nobody knows)."""

    def __init__(self, words: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {words}" if line else words)


class ReaderDocument(NamedTuple):
    """The reader's own, as a document holds it; corrections as (table, fields)."""

    marks: tuple[Mark, ...] = ()
    places: Mapping[str, Place] = {}
    corrections: tuple[tuple[str, Mapping[str, str | int]], ...] = ()


def to_json(own: ReaderDocument) -> str:
    """The document."""
    whole = {
        "cuttings": KIND,
        "version": VERSION,
        "articles": {mark.article: _said(mark) for mark in own.marks if _said(mark)},
        "places": {library: _where(place) for library, place in own.places.items()},
        "corrections": {
            table: [dict(fields) for name, fields in own.corrections if name == table] for table in _TABLES
        },
    }
    return escaped(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n"


def _said(mark: Mark) -> dict[str, Any]:
    facts = {"read": mark.read, "starred": mark.starred, "tags": list(mark.tags), "note": mark.note}
    return {name: value for name, value in facts.items() if value}


def _where(place: Place) -> dict[str, Any]:
    facts = {"article": place.article, "span": place.span, "offset": place.offset}
    return {name: value for name, value in facts.items() if value is not None}


def from_json(text: str) -> ReaderDocument:
    """What a document says. Raises WrongDocumentError for one that is not whole and sound."""
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise WrongDocumentError(f"this is not JSON: {error.msg}", error.lineno) from error
    except RecursionError as error:
        raise WrongDocumentError("this goes too deep to be a file of marks") from error
    if not isinstance(whole, dict) or whole.get("cuttings") != KIND:
        raise WrongDocumentError('this is no file of marks: it has no "cuttings": "marks"')
    if whole.get("version") != VERSION:
        raise WrongDocumentError(f"this is version {whole.get('version')}; version {VERSION} is understood")
    parts = _Parts(text)
    marks = (parts.mark(name, facts) for name, facts in parts.table(whole, "articles").items())
    places = {
        clean_line(name): parts.place(name, facts) for name, facts in parts.table(whole, "places").items()
    }
    return ReaderDocument(tuple(marks), places, tuple(parts.corrections(parts.table(whole, "corrections"))))


class _Parts:
    """The parts of a document, checked; what is wrong is told with the line of the name it stands under."""

    def __init__(self, text: str) -> None:
        self._text = text

    def wrong(self, name: str, words: str) -> WrongDocumentError:
        at = self._text.find(json.dumps(name, ensure_ascii=False))
        return WrongDocumentError(
            f"“{clean_line(name)}” {words}", self._text.count("\n", 0, at) + 1 if at >= 0 else 0
        )

    def table(self, whole: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        value = whole.get(name, {})
        if not isinstance(value, dict):
            raise self.wrong(name, "must be an object, { … }")
        return value

    def mark(self, name: str, facts: Any) -> Mark:
        self._article(name, name)
        if not isinstance(facts, dict):
            raise self.wrong(name, "must be an object, { … }")
        tags, note = facts.get("tags", []), facts.get("note", "")
        if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
            raise self.wrong(name, 'has “tags” that are not a list of words, ["…"]')
        if not isinstance(note, str):
            raise self.wrong(name, "has a “note” that is no text")
        was_read, starred = (facts.get(flag, False) for flag in ("read", "starred"))
        if not isinstance(was_read, bool) or not isinstance(starred, bool):
            raise self.wrong(name, "has “read” or “starred” that is neither true nor false")
        return Mark(
            ArticleId(name),
            was_read,
            starred,
            tags_in(" ".join(map(clean_line, tags))),
            clean(note).strip(),
        )

    def place(self, name: str, facts: Any) -> Place:
        if not isinstance(facts, dict):
            raise self.wrong(name, "must be an object, { … }")
        article, span, offset = facts.get("article"), facts.get("span"), facts.get("offset")
        self._article(name, article)
        if span is not None and not (_are_numbers(span) and len(span) == 2 and 0 <= span[0] <= span[1]):
            raise self.wrong(name, "has a “span” that is not [start, end]")
        if offset is not None and not _are_numbers([offset]):
            raise self.wrong(name, "has an “offset” that is no number")
        return Place(ArticleId(str(article)), Span(*span) if span else None, offset)

    def corrections(self, tables: Mapping[str, Any]) -> Iterable[tuple[str, Mapping[str, str | int]]]:
        from tui.library.user.corrections_toml import WrongEntryError, parse_entry

        for table, entries in tables.items():
            if table not in _TABLES or not isinstance(entries, list):
                raise self.wrong(table, "must be a list of corrections, “quotation” or “name”")
            for fields in entries:
                if not isinstance(fields, dict) or not all(
                    type(value) in (str, int) for value in fields.values()
                ):
                    raise self.wrong(table, "has an entry that is no correction")
                try:
                    parse_entry(table, fields)
                except WrongEntryError as error:
                    raise self.wrong(table, f"has an entry that is no correction: {error}") from error
                yield table, fields

    def _article(self, name: str, article: Any) -> None:
        if not isinstance(article, str) or not _ID.fullmatch(article):
            raise self.wrong(name, "is no article: sixteen digits of 0 to 9 and a to f name one")


def _are_numbers(values: Any) -> bool:
    return isinstance(values, list) and all(type(value) is int for value in values)


def merge_marks(here: Mapping[ArticleId, Mark], taken_in: Iterable[Mark]) -> list[Mark]:
    """The marks of both sides."""
    both = dict(here)
    for mark in taken_in:
        own = both.get(mark.article, Mark(mark.article))
        both[mark.article] = Mark(
            mark.article,
            own.read or mark.read,
            own.starred or mark.starred,
            tuple(sorted({*own.tags, *mark.tags})),
            _notes(own.note, mark.note),
        )
    return list(both.values())


def _notes(own: str, other: str) -> str:
    """Both notes, each line once."""
    kept = own.splitlines()
    return "\n".join([*kept, *(line for line in other.splitlines() if line not in kept)])
