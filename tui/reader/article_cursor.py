"""Steps through an article: from quotation to quotation, from mention to mention, from match to match."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.model.annotation import QuotationKind
from tui.model.cutting import Cutting
from tui.model.span import Span
from tui.present.find_words import found_in
from tui.present.plain_words import LIKELY


def first_current(cutting: Cutting, seen: Span) -> int | None:
    """The quotation to stand on when an article opens: of those seen, a whole one before a fragment."""
    near = [n for n, q in enumerate(cutting.spoken) if q.span.overlaps(seen)]
    whole = (n for n in near if cutting.spoken[n].kind is QuotationKind.DIRECT)
    return next(whole, near[0] if near else None)


def step(spans: Sequence[Span], at: int | None, seen: Span, by: int) -> int | None:
    """The next of `spans` (by = 1) or the one before (by = -1); None when there is none that way.

    When the one stood on has been scrolled out of sight, the step counts from what is seen.
    """
    if not spans:
        return None
    if at is not None and 0 <= at < len(spans) and spans[at].overlaps(seen):
        after = at + by
        return after if 0 <= after < len(spans) else None
    if by > 0:
        return next((n for n, span in enumerate(spans) if span.start >= seen.start), None)
    return next((n for n in reversed(range(len(spans))) if spans[n].start < seen.end), None)


def unsure(cutting: Cutting) -> list[int]:
    """The spoken quotations whose speaker is a guess or not known."""
    return [n for n, q in enumerate(cutting.spoken) if q.speaker is None or q.confidence < LIKELY]


def at_offset(cutting: Cutting, offset: int) -> tuple[str | None, int | None]:
    """The entity named at that code point, and the number of the spoken quotation it lies in."""
    entity = next((m.entity for m in cutting.mentions if m.span.start <= offset < m.span.end), None)
    inside = (
        n for n, q in enumerate(cutting.spoken) if any(s.start - 1 <= offset <= s.end for s in q.segments)
    )
    return entity, next(inside, None)


class Find(NamedTuple):
    """Words looked for in a text and where they stand; `at` is the match one is on."""

    words: str = ""
    spans: tuple[Span, ...] = ()
    at: int | None = None

    def moved_to(self, seen: Span, by: int) -> Find:
        """On the next match, going round at the end."""
        if not self.spans:
            return self
        number = step(self.spans, self.at, seen, by)
        if number is None:
            number = 0 if by > 0 else len(self.spans) - 1
        return self._replace(at=number)

    @property
    def counted(self) -> str:
        """Which match of how many, or that there is none."""
        if not self.words:
            return ""
        if not self.spans:
            return "not found"
        return f"{(self.at or 0) + 1} of {len(self.spans)}"


def find(text: str, words: str) -> Find:
    """Every place of `words`, on none of them yet."""
    return Find(words, found_in(text, words)) if words else Find()
