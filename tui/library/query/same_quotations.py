"""Hits that are one: what somebody says in the same words in several articles, as copies of an agency do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.library.index.articles import ArticleStore
from tui.library.index.quotation_index_file import QuotationIndex
from tui.model.listing import Printing, QuotationRow
from tui.search.normalisation import folded_words

TELLING = 5
"""Words that are not said twice by chance; fewer are the same only in articles of one text."""

Told = Callable[[Iterable[int]], Mapping[int, QuotationRow]]
"""The quotations that rows of an engine stand for, by row."""


class SameQuotation(NamedTuple):
    """One thing said: its row in the earliest article, its best score, and the other articles it is in."""

    row: int
    score: float
    also: tuple[Printing, ...] = ()


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
        held = [*dict.fromkeys(made.articles[one] for one in same)]
        yield SameQuotation(same[0], score, tuple(printed[article][1] for article in held[1:]))


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
