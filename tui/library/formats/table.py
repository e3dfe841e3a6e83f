"""Tables (CSV, TSV): an article a row, by the names of the columns; and exports of reading services."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from tui.library.core.json_field_map import chosen_field_map
from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats import json_field_names
from tui.library.formats.article_builder import Facts, Reading, article, lines_of
from tui.library.formats.json_records import read_records
from tui.library.formats.link_list import link_list
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource

MOST_ROWS = 200_000
_SIGNS = ",;\t|"
_LONGEST_FIELD = 20_000_000
_MOST_NAMED = 12
_NO_TEXT = "No column of this table gives the text of an article."
_NAME_IT = "Name it: --map text=COLUMN, or under [map] in config.toml."
_OPEN = "A quotation mark in the table is not closed: rows may have been read as one."
_HIGHLIGHTS = frozenset({"highlight", "book title"})
_ONLY_HIGHLIGHTS = (
    "The file holds highlighted passages: they are read, but not the articles that they are from."
)


def read_table(path: str, source: str) -> Reading:
    """An article for each row; a list of links is told to be one."""
    text = clean(source).lstrip("\u200b")
    rows = _rows(text)
    head = [clean_line(name) for name in next(rows, [])]
    records = [(f"Row {number}", _record(head, row)) for number, row in enumerate(rows, 2) if any(row)]
    if not records:
        return Reading(problems=(Problem(path, "There is no row in this table.", aside=True),))
    names = {name.lower() for name in head}
    if names >= _HIGHLIGHTS:
        return _highlights(path, [record for _, record in records])
    if not any(json_field_names.facts_in(record, chosen_field_map())[2] for _, record in records[:1000]):
        return _without_text(path, head, [record for _, record in records])
    reading = read_records(path, records, "a table")
    doubt = (Problem(path, _OPEN, read=True),) if text.count('"') % 2 else ()
    return reading_with(reading, doubt)


def reading_with(reading: Reading, doubts: tuple[Problem, ...]) -> Reading:
    """The same articles with more doubts."""
    return Reading(reading.articles, (*reading.problems, *doubts), reading.found)


def _rows(text: str) -> Iterator[list[str]]:
    first = text.partition("\n")[0]
    sign = max(_SIGNS, key=first.count)
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    for _ in range(MOST_ROWS):
        try:
            yield next(rows)
        except (StopIteration, csv.Error):
            return


def _record(head: list[str], row: list[str]) -> dict[str, str]:
    """A row by the names of its columns; of two with one name the first counts."""
    found: dict[str, str] = {}
    for name, value in zip(head, row, strict=False):
        if name:
            found.setdefault(name, value)
    return found


def _without_text(path: str, head: list[str], records: list[dict[str, str]]) -> Reading:
    found = link_list(path, records)
    if found:
        return Reading(problems=(found,))
    facts = json_field_names.facts_in(dict.fromkeys(head, "x") if head else {}, {})[0]
    named = ", ".join(name[:40] for name in head[:_MOST_NAMED])
    words = f"{_NAME_IT} Its columns are {named or 'not named'}."
    return Reading(problems=(Problem(path, _NO_TEXT, words, aside=not facts.headline),))


def _highlights(path: str, records: list[dict[str, str]]) -> Reading:
    """The passages that a reader marked, those of one article together, as Readwise exports them."""
    passages: dict[tuple[str, str, str], list[str]] = {}
    for record in records:
        fields = {name.lower(): value for name, value in record.items()}
        key = (
            clean_line(fields.get("book title", "")),
            clean_line(fields.get("book author", "")),
            _url(fields),
        )
        words = clean_line(fields.get("highlight", ""))
        if words:
            passages.setdefault(key, []).append(words)
    found = []
    for (title, author, url), marked in passages.items():
        text = "\n\n".join(marked) + "\n"
        facts = Facts(headline=title or None, byline=author or None, url=url or None).told_by("the export")
        found.append(article(path, text, facts, lines_of(text), {}))
    problems = (Problem(path, _ONLY_HIGHLIGHTS, read=bool(found)),)
    return Reading(tuple(found), problems, (FactSource(Fact.FORMAT, "highlights"),))


def _url(fields: Mapping[str, str]) -> str:
    value = clean_line(fields.get("source url", "") or fields.get("url", ""))
    return value if value.startswith(("http://", "https://")) else ""
