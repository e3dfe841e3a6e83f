"""Looking through the text of every article, newest first: no index is kept of it.

An article is unpacked and its words are looked for in some tens of microseconds, so the first finds come at
once and a hundred thousand articles take some seconds. Whoever asks may stop it after every batch.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from tui.library.index.cutting_codec import common_in, text_of
from tui.library.index.schema import ORDERED
from tui.model.article import Article
from tui.model.listing import Order, TextPassage
from tui.model.printed_words import as_read, joined, readable
from tui.model.span import Span
from tui.search.normalisation import fold, folded_words, placed_words, search_words
from tui.search.verbatim_words import span_of_words

BATCH = 250
"""Articles looked through between two looks at the clock."""
_FOREIGN = re.compile("[\u00aa-\u024f\u1e00-\u1eff\ufb00-\ufb06\uff10-\uff5a]")
"""Letters that are folded to plain ones."""
_PARTED = re.compile(r"[-\u2010]\n")
"""A word that a line's end may have parted."""


class TextQuery(NamedTuple):
    """What an article must have: folded `words`, the last perhaps only begun, and `phrases` of such."""

    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    open: bool = False

    @property
    def signed(self) -> bool:
        """Whether signs are asked for; where none is they are not seen in the text."""
        return not all(word.isalnum() for row in (self.words, *self.phrases) for word in row)


class ScanProgress(NamedTuple):
    """How far the looking is: articles seen, how many of the last ones have what is wanted, and where.

    Of the first of these the key and the places are told.
    """

    articles: int
    matching: int
    found: tuple[tuple[int, tuple[Span, ...]], ...]


def scan_texts(
    connection: sqlite3.Connection,
    wanted: TextQuery,
    limit: int,
    conditions: str = "1",
    values: Sequence[Any] = (),
) -> Iterator[ScanProgress]:
    """Look through the articles that meet the conditions, newest first, and tell what is found by batches.

    The places are told of the first `limit`; further ones are only counted, in a tenth of the time.
    """
    columns = ", ".join(f"a.{column}" for column in ORDERED[Order.NEWEST].split(", "))
    rows = connection.execute(
        f"""SELECT a.key, c.packed FROM article a JOIN cutting c ON c.article = a.key
        WHERE {conditions} ORDER BY {columns}""",
        values,
    )
    rough, common = _rough(wanted), common_in(connection)
    seen = 0
    while batch := list(islice(rows, BATCH)):
        found: list[tuple[int, tuple[Span, ...]]] = []
        counted = 0
        for key, packed in batch:
            text = text_of(packed, common)
            if not rough(text):
                continue
            if len(found) >= limit:
                counted += has(text, wanted)
            elif places := places_in(text, wanted):
                found.append((key, places))
        limit -= len(found)
        seen += len(batch)
        yield ScanProgress(seen, len(found) + counted, tuple(found))


def _rough(wanted: TextQuery) -> Callable[[str], bool]:
    """A quick look that lets every text through that has the words, and few others."""
    words = {*wanted.words, *(word for phrase in wanted.phrases for word in phrase)}
    asked = sorted((word for word in words if word.isalpha() and len(word) > 2), key=len, reverse=True)

    def rough(text: str) -> bool:
        low = text.lower().replace("’", "").replace("'", "")
        if all(word in low for word in asked):
            return True
        if _PARTED.search(low):
            low = as_read(low)
        elif low.isascii() or not _FOREIGN.search(low):
            return False
        folded = fold(low)
        return all(word in folded for word in asked)

    return rough


def has(text: str, wanted: TextQuery) -> bool:
    """Whether all that is wanted stands somewhere: `places_in` without the places."""
    words = search_words(text) if wanted.signed else folded_words(text)
    line = f" {' '.join(words)} "
    there = set(words)
    *whole, last = wanted.words or ("",)
    ends = last in there or (wanted.open and f" {last}" in line)
    rows = (f" {' '.join(phrase)} " in line for phrase in wanted.phrases)
    return (ends or not last) and all(word in there for word in whole) and all(rows)


def places_in(text: str, wanted: TextQuery) -> tuple[Span, ...]:
    """The words and phrases where they stand nearest together, in order; none unless all are there."""
    placed = placed_words(text, signs=wanted.signed)
    words = [word.word for word in placed]
    last = len(wanted.words) - 1
    rows = [[row] for row in wanted.words] + [list(phrase) for phrase in wanted.phrases if phrase]
    where: list[tuple[int, int, int]] = []
    for number, row in enumerate(rows):
        begun = wanted.open and number == last
        where += [(place, place + len(row), number) for place in _standing(words, row, begun=begun)]
    nearest = _nearest(sorted(where), len(rows))
    return tuple(dict.fromkeys(span_of_words(placed, first, end) for first, end, _ in nearest))


def passage(article: Article, places: Sequence[Span]) -> TextPassage:
    """The paragraphs of an article from the first of these places to the last."""
    first, last = places[0].start, places[-1].end
    near = [one.span for one in article.paragraphs if one.span.end > first and one.span.start < last]
    start = min((first, *(span.start for span in near)))
    end = max((last, *(span.end for span in near)))
    read = readable(joined(article.text[start:end]))
    lit = tuple(Span(read.here(place.start - start), read.here(place.end - start)) for place in places)
    facts = (article.id, article.path, article.title, article.publication, article.published)
    return TextPassage(*facts, read.text, Span(places[0].start, places[-1].end), lit, article.guessed)


def _standing(words: Sequence[str], row: Sequence[str], *, begun: bool) -> Iterator[int]:
    """The places where a row of words stands; of one only `begun` any word that begins so."""
    for place, word in enumerate(words):
        runs = word == row[0] and list(words[place : place + len(row)]) == list(row)
        if runs or (begun and word.startswith(row[0])):
            yield place


def _nearest(where: Sequence[tuple[int, int, int]], wanted: int) -> list[tuple[int, int, int]]:
    """Of the sorted places of some things the narrowest stretch that has one of each, if any has."""
    latest: dict[int, tuple[int, int, int]] = {}
    best: list[tuple[int, int, int]] = []
    narrowest = -1
    for place in where:
        latest[place[2]] = place
        if len(latest) == wanted:
            some = sorted(latest.values())
            width = some[-1][1] - some[0][0]
            if narrowest < 0 or width < narrowest:
                best, narrowest = some, width
    return best
