"""JSON: one article a line (.jsonl, .ndjson), or a list of them, or one (.json)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from tui.library.core.fault_isolation import isolated
from tui.library.core.json_field_map import chosen_field_map
from tui.library.core.text_cleaning import clean_line
from tui.library.formats import json_field_names
from tui.library.formats.article_builder import Reading, article, lines_of
from tui.library.formats.dates import date_doubts
from tui.library.formats.export_dates import unread_date
from tui.library.formats.heading_parser import with_heading
from tui.library.formats.link_list import link_list
from tui.library.formats.publication_guess import publication_in
from tui.library.formats.reference_list import is_csl, read_csl
from tui.model.article import Article
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource

MOST_PROBLEMS = 20
"""Of one file, or of the first piece of it, that are told one by one."""
_MOST_NAMED = 12
"""Fields that are named where none is known to hold the text."""
_LISTS = (
    "articles",
    "items",
    "results",
    "documents",
    "docs",
    "entries",
    "records",
    "data",
    "hits",
    "response",
)
"""Fields of a file's one object that hold its articles."""
_NO_TEXT = "no field gives the text of an article"
_REMEDY = "Name it: --map text=FIELD, or under [map] in config.toml."


def read_json_lines(path: str, text: str, before: int = 0) -> Reading:
    """An article for each line; one that is none is a Problem with its number: so many are `before` these."""
    rows = ((f"Line {n:,}", row) for n, row in enumerate(text.split("\n"), before + 1) if row.strip())
    most = 1 if before else MOST_PROBLEMS
    return read_records(path, ((where, _loaded(row)) for where, row in rows), "JSON, an article a line", most)


def read_json(path: str, text: str) -> Reading:
    """The articles of a list, of an object that holds one, or the object itself; or an article a line."""
    whole = _loaded(text)
    if isinstance(whole, FaultError):
        first = _loaded(text.lstrip().partition("\n")[0])
        if isinstance(first, dict):
            return read_json_lines(path, text)
        return Reading(problems=(Problem(path, f"This is not JSON: {whole.words}."),))
    records = _records(whole)
    if records and all(map(is_csl, records)):
        return read_csl(path, records)
    reading = read_records(path, ((f"Article {n}", one) for n, one in enumerate(records, 1)), "JSON")
    if not reading.articles:
        links = link_list(path, records)
        if links:
            return Reading(problems=(links,))
        # programs keep all kinds of things in such files
        return Reading(problems=(Problem(path, "There is no article in this file.", _REMEDY, aside=True),))
    return reading


class FaultError(ValueError):
    """Why something is not JSON: the end of a sentence."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def _loaded(source: str) -> Any:
    """The value, or the FaultError that there is none."""
    try:
        return json.loads(source.lstrip("\ufeff"), strict=False)
    except json.JSONDecodeError as error:
        return FaultError(f"{error.msg[:1].lower()}{error.msg[1:]} (character {error.colno})")
    except RecursionError:
        return FaultError("its values are nested too deeply")
    except ValueError:
        return FaultError("one of its numbers is too long")


def _records(value: Any, depth: int = 3) -> list[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and depth:
        for name in _LISTS:
            if isinstance(value.get(name), list | dict):
                found = _records(value[name], depth - 1)
                if any(isinstance(one, dict) for one in found):
                    return found
    return [value]


def read_records(
    path: str, records: Iterable[tuple[str, Any]], name: str, most: int = MOST_PROBLEMS
) -> Reading:
    """An article for each object; `records` gives with each where it stands in the file.

    At `most` so many of its faults are told one by one.
    """
    asked = chosen_field_map()
    found: list[Article] = []
    faults: list[Problem] = []
    doubts: list[Problem] = []
    for where, record in records:
        if isinstance(record, FaultError):
            faults.append(Problem(path, f"{where} is not JSON: {record.words}."))
        elif not isinstance(record, dict):
            faults.append(Problem(path, f"{where} is no article: it is not an object."))
        else:
            taken = isolated(partial(_take, path, where, record, asked, (found, faults, doubts)), path, where)
            faults += [taken] if taken else []
    if not found and not faults:
        return Reading(problems=(Problem(path, "There is no article in the file."),))
    return Reading(tuple(found), (*_few(path, faults, most), *doubts[:1]), (FactSource(Fact.FORMAT, name),))


def _take(
    path: str,
    where: str,
    record: Mapping[str, Any],
    asked: Mapping[str, str],
    into: tuple[list[Article], list[Problem], list[Problem]],
) -> None:
    """Put the article of one object, or what is wrong with it, where it belongs."""
    found, faults, doubts = into
    facts, dated, text = json_field_names.facts_in(record, asked)
    if not text:
        named = ", ".join(clean_line(name)[:40] for name in [*record][:_MOST_NAMED])
        faults.append(Problem(path, f"{where}: {_NO_TEXT}.", f"{_REMEDY} Its fields are {named or 'none'}."))
        return
    doubts += date_doubts(path, dated)
    if dated is None and not doubts:
        doubts += unread_date(path, f"field of {where.lower()}", json_field_names.date_words(record, asked))
    lines = lines_of(text)
    facts, heading = with_heading(facts, lines)
    found.append(article(path, text, facts.over(publication_in(text)), lines, heading.kinds))


def _few(path: str, faults: list[Problem], most: int) -> Iterator[Problem]:
    """The first of many, and how many more there are."""
    yield from faults[:most]
    more = len(faults) - most
    if more > 0:
        yield Problem(path, f"{more:,} more like these are no articles either.")
