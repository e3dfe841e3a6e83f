"""Which words of a text a query lights, and which stretch of a text to show on one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.model.span import Span
from tui.search.normalisation import PlacedWord, placed_words
from tui.search.query_interpretation import InterpretedWord, MatchLevel
from tui.search.word_forms import ROLE_MARK, WordForms


def lit(
    words: str,
    meanings: Sequence[InterpretedWord],
    phrases: Sequence[Sequence[str]],
    *,
    role: bool = False,
) -> tuple[Span, ...]:
    """The stretches of `words` that meet the meanings of a query, or are one of its phrases, in order.

    The words are those of a `role`, or were said, or are a name.

    A beginning lights the letters that were typed, everything else its whole word. Words that may be typing
    errors are lit only where the query word has nothing better in this text.
    """
    placed = placed_words(words)
    ends = [0] * len(placed)
    for meaning in meanings:
        for number, end in _met(meaning, placed, role=role):
            ends[number] = max(ends[number], end)
    for phrase in phrases:
        for first in _phrase_places(list(phrase), placed):
            for number in range(first, first + len(phrase)):
                ends[number] = placed[number].ends[-1]
    return tuple(Span(word.start, end) for word, end in zip(placed, ends, strict=True) if end)


def _met(meaning: InterpretedWord, placed: Sequence[PlacedWord], *, role: bool) -> list[tuple[int, int]]:
    """The words that a query word lights: their numbers, and where the lit part of each ends."""
    met: list[tuple[int, int]] = []
    for level in meaning.levels:
        if met and level.level > MatchLevel.AKIN:
            break
        for number, word in enumerate(placed):
            letters = level.forms.typed(word.word)
            if role and not letters:
                letters = max(0, level.forms.typed(ROLE_MARK + word.word) - len(ROLE_MARK))
            if letters:
                met.append((number, word.ends[letters - 1]))
        met += _pair_ends(level.forms, placed)
    return met


def _pair_ends(forms: WordForms, placed: Sequence[PlacedWord]) -> Iterator[tuple[int, int]]:
    for pair in forms.pairs:
        for number in range(len(placed) - 1):
            left, right = placed[number], placed[number + 1]
            if pair.met_by(left.word, right.word):
                yield number, left.ends[-1]
                yield number + 1, right.ends[len(pair.right) - 1]


def _phrase_places(phrase: list[str], placed: Sequence[PlacedWord]) -> Iterator[int]:
    folded = [word.word for word in placed]
    for first in range(len(folded) - len(phrase) + 1):
        if phrase and folded[first : first + len(phrase)] == phrase:
            yield first


def window(words: str, spans: Sequence[Span], width: int) -> Span:
    """The stretch of `words` that shows the most of `spans`: `width` code points at most, cut between words.

    The spans are in order. A third of the room that is left goes before the words lit.
    """
    if len(words) <= width:
        return Span(0, len(words))
    core = _densest(spans, max(0, width))
    room = width - (core.end - core.start)
    start = _word_start(words, min(max(0, core.start - room // 3), len(words) - width), core.start)
    end = min(len(words), start + width)
    return Span(start, _word_end(words, end, max(core.end, start)))


def _densest(spans: Sequence[Span], width: int) -> Span:
    """From the first to the last of the neighbouring spans that cover the most letters within `width`."""
    best, most = Span(0, 0), 0
    for number, first in enumerate(spans):
        covered, end = 0, first.start
        for span in spans[number:]:
            if span.end - first.start > width:
                break
            covered, end = covered + span.end - span.start, span.end
        if covered > most:
            best, most = Span(first.start, end), covered
    if not most and spans:
        return Span(spans[0].start, min(spans[0].end, spans[0].start + width))
    return best


def _word_start(words: str, start: int, latest: int) -> int:
    """The first beginning of a word from `start` on, `latest` at the latest."""
    while 0 < start < latest and not words[start - 1].isspace():
        start += 1
    return start


def _word_end(words: str, end: int, earliest: int) -> int:
    """The last end of a word up to `end`; `end` itself if none comes after `earliest`."""
    if end == len(words):
        return end
    cut = end
    while cut > earliest and not words[cut].isspace():
        cut -= 1
    return cut if cut > earliest else end
