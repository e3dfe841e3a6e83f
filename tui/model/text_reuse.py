"""The same words in another article."""

from __future__ import annotations

from typing import NamedTuple

from tui.model.cutting import Cutting
from tui.model.span import Span


class ReusedPassage(NamedTuple):
    """Words that stand in two articles: `here[n]` and `there[n]` are the same but for capitals and marks.

    Between two pairs of spans a few words differ. `words` counts those that are the same.
    """

    here: tuple[Span, ...]
    there: tuple[Span, ...]
    words: int

    @property
    def whole_here(self) -> Span:
        """From the first word to the last, in the one article."""
        return Span(self.here[0].start, self.here[-1].end)

    @property
    def whole_there(self) -> Span:
        """The same in the other."""
        return Span(self.there[0].start, self.there[-1].end)


class TextReuse(NamedTuple):
    """Another article that carries the same words: what it has of them, the longest first."""

    cutting: Cutting
    passages: tuple[ReusedPassage, ...]
