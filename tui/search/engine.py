"""The engine: looks a query up in its segments and tells the best rows, best first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, reduce
from itertools import accumulate, chain
from operator import itemgetter, or_
from typing import NamedTuple

from tui.model.span import Span
from tui.search import highlight, segment_io
from tui.search.bitmaps import bitmap, everything, first_members
from tui.search.candidate_selection import matching, meeting_all, weighted
from tui.search.match_levels import exact_forms, fuzzy_forms
from tui.search.normalisation import search_words
from tui.search.parameters import (
    CACHED_BYTES,
    CANDIDATES,
    DELTA,
    JOINED,
    MOST_WORDS,
    ONE_EDIT,
    PHRASES,
    SHOWN_SHARE,
)
from tui.search.query import Query, parse
from tui.search.query_interpretation import InterpretedWord, MatchLevel, interpret, spelling_met
from tui.search.ranking import KindsOfRow, dealt_out, in_pages, rank
from tui.search.segment import SearchRow, Segment, folded_rows
from tui.search.word_forms import ROLE_MARK, QueryWord, WordForms

Stop = Callable[[], bool]
"""Asked between the stages of a look; once it says yes, the look ends with what it has, or nothing."""


class SearchResult(NamedTuple):
    """What a look found: `rows` with their scores, best first.

    `matching` counts all rows that meet the query: those whose words met carry MATCHING_SHARE of its weight
    (all of them, in an exact search). It may be 0 while `rows` shows what comes nearest. `readings` are words
    of the query that stand nowhere, with what the best row has in their place. `kinds` tells, for a single
    word that names speakers, too, in which rows it is what.
    """

    rows: tuple[tuple[int, float], ...] = ()
    matching: int = 0
    readings: tuple[tuple[str, str], ...] = ()
    kinds: KindsOfRow | None = None


class Engine:
    """Quotations and who said them, to be found by half-remembered words.

    A row is known by its number; the newest is row 0. Immutable: adding and taking away give a new engine
    that shares what has not changed, so that it may be used in one thread and replaced in another.
    """

    __slots__ = ("_bases", "_gone", "_meaning", "_phrase", "_segments", "_size")

    def __init__(self, segments: Sequence[Segment], gone: int = 0):
        self._segments = tuple(segments)
        *self._bases, self._size = accumulate((segment.size for segment in segments), initial=0)
        self._gone = gone
        self._meaning = _cached_meaning(self._segments, self._size)
        self._phrase = lru_cache(PHRASES)(Segment.phrase)

    @classmethod
    def of(cls, rows: Iterable[SearchRow]) -> Engine:
        """An engine over these rows, newest first."""
        return cls([Segment.of(rows)])

    @classmethod
    def load(cls, buffer: bytes | memoryview, *, thorough: bool = False) -> Engine:
        """The engine that `dump` made these bytes from; the buffer, a mapped file say, is used where it lies.

        Raises ValueError for a buffer that is foreign, cut or damaged; damage inside the longest lists is
        found only by a `thorough` load, which reads them all.
        """
        return cls(*segment_io.load(buffer, thorough=thorough))

    def dump(self) -> bytes:
        """The engine as bytes, to be written to a file."""
        return segment_io.dump(self._segments, self._gone)

    def __len__(self) -> int:
        """How many rows there are, those taken away included."""
        return self._size

    def with_rows(self, rows: Sequence[SearchRow]) -> Engine:
        """The engine with newer rows, too: `of(old).with_rows(new)` finds what `of(new + old)` finds.

        So the new rows are numbered from 0, and the number of an old one grows by how many they are; counted
        from the end (`len(engine) - number`) a row keeps its place for good.
        """
        newest, older = self._segments[0], self._segments[1:]
        if newest.size > DELTA:
            segments = (Segment.of(rows), *self._segments)
        else:
            old = (newest.words(row) for row in range(newest.size))
            segments = (Segment.of_words(chain(folded_rows(rows), old)), *older)
        return Engine(segments, self._gone << len(rows))

    def without(self, rows: Sequence[int]) -> Engine:
        """The engine that no longer finds these rows; the others keep their numbers."""
        return Engine(self._segments, self._gone | bitmap(rows, self._size))

    def look(
        self,
        query: Query | str,
        limit: int,
        *,
        exact: bool = False,
        allowed: int | None = None,
        stop: Stop | None = None,
    ) -> SearchResult:
        """The best `limit` rows for a query, among those whose bits are set in `allowed`.

        Publication, dates and flags of the query are not known here: they are for the caller to put in
        `allowed`. With `exact` every word must stand in the row as it was typed, but for folding.
        """
        query = parse(query) if isinstance(query, str) else query
        stop = stop or _never
        admitted = self._admitted(query, exact, allowed)
        asked = _asked(query)
        if stop():
            return SearchResult()
        if not asked:
            return self._newest(admitted, limit)
        if _opening(asked) and not exact:
            return self._opened(asked[0].word, admitted, limit)
        meanings: list[InterpretedWord] = []
        for word in asked:
            meanings.append(self._meaning(word, exact))
            if stop():
                return SearchResult()
        return self._ranked(meanings, admitted, limit, exact=exact, stop=stop)

    def words(self, row: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The folded words said in a row, and those of its speaker line."""
        segment, number = self._place(row)
        said, speaker = segment.words(number)
        return tuple(said), tuple(speaker)

    def lit(
        self, query: Query | str, words: str, *, exact: bool = False, role: bool = False
    ) -> tuple[Span, ...]:
        """The stretches of `words`, said, a name or a `role`, that the words and phrases of a query light."""
        query = parse(query) if isinstance(query, str) else query
        asked = _asked(query)
        meanings = [self._meaning(word, exact) for word in asked]
        phrases = [search_words(phrase) for phrase in query.phrases]
        return highlight.lit(words, meanings, phrases, role=role)

    def _admitted(self, query: Query, exact: bool, allowed: int | None) -> list[int]:
        """For every segment the rows that the filters of the query and the caller let through."""
        open_rows = everything(self._size) if allowed is None else allowed & everything(self._size)
        open_rows &= ~self._gone
        phrases = [search_words(phrase) for phrase in query.phrases]
        banned = [search_words(phrase) for phrase in query.without]
        spoken = self._spoken(search_words(query.speaker), exact)
        admitted = []
        for base, segment, rows in zip(self._bases, self._segments, spoken, strict=True):
            rows &= open_rows >> base
            for phrase in filter(None, phrases):
                rows &= self._phrase(segment, tuple(phrase))
            for phrase in filter(None, banned):
                rows &= ~self._phrase(segment, tuple(phrase))
            admitted.append(rows)
        return admitted

    def _spoken(self, speaker: Sequence[str], exact: bool) -> list[int]:
        """For every segment the rows whose speaker line has these words, each as well as any has it."""
        spoken = [everything(segment.size) for segment in self._segments]
        for word in speaker:
            meaning = self._meaning(QueryWord(word, open=not exact), exact)
            spoken = [before & rows for before, rows in zip(spoken, self._spoken_word(meaning), strict=True)]
        return spoken

    def _spoken_word(self, meaning: InterpretedWord) -> list[int]:
        """For every segment the rows whose speaker has the word, in a name as well as any, or in a role."""
        named = {
            level.level: [segment.named_rows(level.forms) for segment in self._segments]
            for level in meaning.levels
        }
        roles = named.pop(MatchLevel.ROLE, [0] * len(self._segments))
        level, best = next(((level, rows) for level, rows in named.items() if any(rows)), (None, roles))
        if level is not None and level > MatchLevel.AKIN and any(roles):
            return roles
        return [rows | more for rows, more in zip(best, roles, strict=True)]

    def _newest(self, admitted: Sequence[int], limit: int) -> SearchResult:
        """All rows admitted, newest first."""
        rows = self._first(admitted, limit)
        return SearchResult(tuple((row, 0.0) for row in rows), _count(admitted))

    def _opened(self, start: str, admitted: Sequence[int], limit: int) -> SearchResult:
        """The answer to one or two letters: speakers they begin, then other words, the newest first."""
        begun = WordForms(beginnings=(start,))
        met = [segment.rows(begun) & rows for segment, rows in zip(self._segments, admitted, strict=True)]
        named = [segment.named_rows(begun) & rows for segment, rows in zip(self._segments, met, strict=True)]
        said = [rows & ~speakers for rows, speakers in zip(met, named, strict=True)]
        rows = [(row, 2.0) for row in self._first(named, limit)]
        rows += [(row, 1.0) for row in self._first(said, limit - len(rows))]
        return SearchResult(tuple(rows), _count(met))

    def _first(self, rows: Sequence[int], limit: int) -> list[int]:
        """The numbers of the first `limit` of these rows, given segment by segment."""
        found: list[int] = []
        for base, some in zip(self._bases, rows, strict=True):
            found += [base + row for row in first_members(some, limit - len(found))]
        return found

    def _ranked(
        self,
        meanings: Sequence[InterpretedWord],
        admitted: Sequence[int],
        limit: int,
        *,
        exact: bool,
        stop: Stop,
    ) -> SearchResult:
        """The best rows for these meanings."""
        average = sum(segment.said for segment in self._segments) / max(1, self._size)
        theirs = self._theirs(meanings) if len(meanings) == 1 and not exact else ()
        ranked: list[tuple[int, float]] = []
        count = matched = 0
        for number, (base, segment) in enumerate(zip(self._bases, self._segments, strict=True)):
            meet = meeting_all if exact else matching
            met = meet(meanings, number, segment.size) & admitted[number]
            count += met.bit_count()
            matched |= met << base
            among = met if exact else admitted[number]
            weights = weighted(meanings, number, segment.size)
            parts = (among & theirs[number], among & ~theirs[number]) if theirs else (among,)
            best = [row for part in parts for row in weights.best(max(limit, CANDIDATES), part)]
            ranked += [(base + row, score) for row, score in rank(segment, best, meanings, average)]
            if stop():
                break
        ranked.sort(key=lambda found: (-found[1], found[0]))
        kinds = self._kinds(meanings[0], theirs, ranked) if theirs else None
        if kinds:
            rows = [row for row, _ in in_pages(ranked, kinds, itemgetter(0))]
            ranked = [*zip(rows, dealt_out(score for _, score in ranked), strict=True)]
        least = SHOWN_SHARE * ranked[0][1] if ranked else 0.0
        shown = tuple((row, score) for row, score in ranked[:limit] if score >= least or matched >> row & 1)
        return SearchResult(shown, count, self._readings(meanings, shown), kinds)

    def _theirs(self, meanings: Sequence[InterpretedWord]) -> Sequence[int]:
        """For every segment the rows of speakers of that name, if the one word of the query is also said."""
        close = [level.forms for level in meanings[0].levels if level.level <= MatchLevel.AKIN]
        theirs = [
            reduce(or_, (segment.named_rows(forms) for forms in close), 0) for segment in self._segments
        ]
        return theirs if any(theirs) else ()

    def _kinds(
        self, meaning: InterpretedWord, theirs: Sequence[int], ranked: Sequence[tuple[int, float]]
    ) -> KindsOfRow:
        """In which of the rows the word is what most mean by it, a name or said, and in which the other."""
        close = [level.rows for level in meaning.levels if level.level <= MatchLevel.AKIN]
        met = close[-1] if close else [0] * len(theirs)
        said = [rows & ~named for rows, named in zip(met, theirs, strict=True)]

        def among(kind: Sequence[int]) -> frozenset[int]:
            places = ((row, bisect_right(self._bases, row) - 1) for row, _ in ranked)
            return frozenset(row for row, n in places if kind[n] >> row - self._bases[n] & 1)

        if _count(theirs) > _count(said):
            return KindsOfRow(among(theirs), among(said))
        return KindsOfRow(among(said), among(theirs))

    def _readings(
        self, meanings: Sequence[InterpretedWord], shown: Sequence[tuple[int, float]]
    ) -> tuple[tuple[str, str], ...]:
        """What the best row has in the place of words that it has only by mistyping or in two."""
        if not shown:
            return ()
        segment, row = self._place(shown[0][0])
        said, speaker = segment.words(row)
        read = ((meaning.asked.word, spelling_met(meaning, [*said, *speaker])) for meaning in meanings)
        return tuple((typed, other.removeprefix(ROLE_MARK)) for typed, other in read if other)

    def _place(self, row: int) -> tuple[Segment, int]:
        """The segment of a row, and its number there."""
        number = bisect_right(self._bases, row) - 1
        return self._segments[number], row - self._bases[number]


def _cached_meaning(segments: Sequence[Segment], size: int) -> Callable[[QueryWord, bool], InterpretedWord]:
    """Senses of words, the lately asked ones kept: all but the last word of a line stay while it is typed."""

    def meaning(asked: QueryWord, exact: bool) -> InterpretedWord:
        forms = exact_forms(asked) if exact else fuzzy_forms(segments, asked)
        return interpret(segments, asked, forms)

    return lru_cache(min(256, max(24, CACHED_BYTES // (4 * size // 8 + 1))))(meaning)


def _never() -> bool:
    return False


def _count(rows: Sequence[int]) -> int:
    return sum(some.bit_count() for some in rows)


def _asked(query: Query) -> list[QueryWord]:
    """The free words of a query, the last still open if the line ends in it, with what neighbours make."""
    words = search_words(query.words)[:MOST_WORDS]
    asked = []
    for number, word in enumerate(words):
        joined = [words[number - 1] + word] if number else []
        joined += [word + words[number + 1]] if number + 1 < len(words) else []
        unfinished = query.typing and number >= len(words) - 2 and len(words) > 1
        begun = words[-2] + words[-1] if unfinished and len(words[-2] + words[-1]) >= JOINED else ""
        asked.append(QueryWord(word, query.typing and number == len(words) - 1, tuple(joined), begun))
    return asked


def _opening(asked: Sequence[QueryWord]) -> bool:
    return len(asked) == 1 and asked[0].open and len(asked[0].word) < ONE_EDIT
