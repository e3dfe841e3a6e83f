"""Wording that two articles share, and whether it is worth naming."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tui.model.cutting import Cutting
from tui.model.span import Span
from tui.related.text_overlap import Run, overlapping_runs, rows, seeds, words_in_run
from tui.related.text_words import WORD, TextWords, is_telling, text_words

SHORTEST = 8
"""Words of the shortest passage outside quotation marks."""
TELLING = 5
"""Words in lower case and no stop words that a passage must hold: a list of names has none."""
TELLING_SAID = 3
"""Words other than stop words that make a run inside quotation marks worth naming."""
MOSTLY = 0.8
"""The share of its words that must stand in quotation marks for a run to be a quotation."""


class PassageKind(StrEnum):
    """WRITTEN: copied wording. SAID: in quotation marks in both texts. NAMES: a list of names, no wording."""

    WRITTEN = "written"
    SAID = "said"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two texts: `here[n]` and `there[n]` hold them, but for capitals and punctuation.

    One pair of spans when every word is the same, more when up to two words in a place differ; `words`
    counts those that are the same.
    """

    here: tuple[Span, ...]
    there: tuple[Span, ...]
    words: int
    sort: PassageKind

    @property
    def exact(self) -> bool:
        """Whether no word differs from its beginning to its end."""
        return len(self.here) == 1


def shared_passages(here: Cutting, there: Cutting) -> tuple[Passage, ...]:
    """What the two articles have word for word in common and is worth naming, longest first."""
    words_here, words_there = text_words(here.article.text), text_words(there.article.text)
    same = overlapping_runs(words_here.folded, words_there.folded)
    if not same:
        return ()
    said_here, said_there = _said(here), _said(there)
    found = []
    for run in same:
        spans_here = tuple(words_here.span(s.here, s.here_end) for s in run)
        spans_there = tuple(words_there.span(s.there, s.there_end) for s in run)
        in_marks = _share(spans_here, said_here), _share(spans_there, said_there)
        sort = _sort(run, words_here, in_marks)
        if sort is not None:
            found.append(Passage(spans_here, spans_there, words_in_run(run), sort))
    return tuple(found)


def may_share(here: Cutting, text: str) -> bool:
    """Whether the text has a row of words of `here`: without one it has no passage of it. Half the work."""
    words = [word.lower() for word in WORD.findall(text.replace("’", "'"))]
    return not seeds(text_words(here.article.text).folded).isdisjoint(rows(words))


def _said(cutting: Cutting) -> list[Span]:
    """What stands in quotation marks, in order."""
    return sorted(segment for quotation in cutting.quotations for segment in quotation.segments)


def _share(spans: Iterable[Span], within: list[Span]) -> float:
    """Which share of the characters of `spans` lies inside the spans `within` (sorted, apart)."""
    total = inside = 0
    for span in spans:
        total += span.end - span.start
        for other in within[max(0, bisect_right(within, span) - 1) :]:
            if other.start >= span.end:
                break
            inside += max(0, min(span.end, other.end) - max(span.start, other.start))
    return inside / total if total else 0.0


def _sort(run: Run, words: TextWords, in_marks: tuple[float, float]) -> PassageKind | None:
    """What a run is, or None when it says nothing: "on the other side of the"."""
    numbers = [number for stretch in run for number in range(stretch.here, stretch.here_end)]
    content = [number for number in numbers if is_telling(words.folded[number])]
    plain = [number for number in content if not words.capital(number)]
    if len(content) >= TELLING_SAID and max(in_marks) >= MOSTLY:
        return PassageKind.SAID if min(in_marks) >= MOSTLY else PassageKind.WRITTEN
    if len(numbers) >= SHORTEST and len(plain) >= TELLING:
        return PassageKind.WRITTEN
    return PassageKind.NAMES if len(content) - len(plain) > len(plain) else None
