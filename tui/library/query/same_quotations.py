"""Hits that are one: what somebody says in the same words in several articles, as copies of an agency do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from tui.library.index.articles import ArticleStore
from tui.library.index.quotation_index_file import QuotationIndex
from tui.model.listing import Printing, QuotationRow
from tui.search.normalisation import folded_words
from tui.search.ranking import KindsOfRow, in_pages

TELLING = 5
"""Words that are not said twice by chance; fewer are the same only in articles of one text."""

PRINTED = 0.75
"""What meeting a query once more in the same words counts for."""

Told = Callable[[Iterable[int]], Mapping[int, QuotationRow]]
"""The quotations that rows of an engine stand for, by row."""


class SameQuotation(NamedTuple):
    """One thing said: its row in the earliest article, its best score, and the other articles it is in.

    `again` are its rows in those. With `repeats` it is said in a row before it.
    """

    row: int
    score: float
    also: tuple[Printing, ...] = ()
    again: tuple[int, ...] = ()
    repeats: bool = False


def same_quotations(
    found: Sequence[tuple[int, float]], made: QuotationIndex, told: Told, articles: ArticleStore
) -> Iterator[SameQuotation]:
    """What an engine found, in its order: rows of one speaker and wording are one, where the first stands."""
    by_words = _together((row for row, _ in found), lambda row: made.engine.words(row)[0])
    repeated = {words: rows for words, rows in by_words.items() if len(rows) > 1}
    printed = articles.printings([made.articles[row] for rows in repeated.values() for row in rows])
    place = {article: number for number, article in enumerate(printed)}
    group_of: dict[int, list[int]] = {}
    for rows in repeated.values():
        for same in _by_speaker([row for row in rows if made.articles[row] in printed], made, told):
            if len(made.engine.words(same[0])[0]) < TELLING:
                texts = [*_together(same, lambda row: printed[made.articles[row]][0]).values()]
            else:
                texts = [same]
            group_of |= {row: group for group in texts for row in group}
    done: set[int] = set()
    for row, score in found:
        if row in done:
            continue
        same = sorted(
            group_of.get(row, [row]), key=lambda one: (place.get(made.articles[one], 0), made.numbers[one])
        )
        done |= {*same}
        held = {made.articles[one]: one for one in reversed(same)}
        again = [one for article, one in held.items() if article != made.articles[same[0]]][::-1]
        yield SameQuotation(
            same[0], score, tuple(printed[made.articles[one]][1] for one in again), tuple(again)
        )


def by_kind(found: Sequence[SameQuotation], kinds: KindsOfRow) -> list[SameQuotation]:
    """These, given best first, by what the word of the query is in them; the best score goes to the first."""
    paged = in_pages(found, kinds, attrgetter("row"))
    return [one._replace(score=other.score) for one, other in zip(paged, found, strict=True)]


def with_prints(found: Sequence[SameQuotation]) -> list[SameQuotation]:
    """These and their rows in other articles, those behind what is said otherwise and meets as much."""
    each = [*found]
    for one in found:
        each += [SameQuotation(row, PRINTED * one.score, repeats=True) for row in one.again]
    return sorted(each, key=lambda one: -one.score)


def _by_speaker(rows: Sequence[int], made: QuotationIndex, told: Told) -> list[list[int]]:
    """The rows of each speaker. Who is found by the same words is one; else the articles say who it is."""
    lines = [*_together(rows, lambda row: made.engine.words(row)[1]).values()]
    if len(lines) < 2:
        return lines
    said = told(line[0] for line in lines)
    speakers: list[list[int]] = []
    for line in sorted(lines, key=lambda line: -len(_name(said.get(line[0])))):
        one = next((other for other in speakers if _is_one(said.get(other[0]), said.get(line[0]))), None)
        if one is None:
            speakers.append([*line])
        else:
            one += line
    return speakers


def _name(said: QuotationRow | None) -> set[str]:
    return {*folded_words(said.quotation.speaker or "")} if said else set()


def _is_one(longer: QuotationRow | None, shorter: QuotationRow | None) -> bool:
    """Whether they are said by one: under one name, or under a part of it ("Ann Field", "Field")."""
    if longer is None or shorter is None or longer.quotation.speaker_kind != shorter.quotation.speaker_kind:
        return False
    names = _name(longer), _name(shorter)
    return names[1] <= names[0] if all(names) else not any(names)


def _together(rows: Iterable[int], key: Callable[[int], Hashable]) -> dict[Hashable, list[int]]:
    """The rows by what they have in common, in the order in which that is met."""
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found
