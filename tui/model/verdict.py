"""What became of somebody's words: whether a quotation is in the library, how it differs, and who said it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tui.model.coverage import COMPLETE, Coverage
from tui.model.listing import QuotationRow, TextPassage
from tui.model.span import Span


class Grade(StrEnum):
    """How the words asked about stand in the library, best first."""

    VERBATIM = "verbatim"
    """A whole quotation, word for word."""
    TRIMMED = "trimmed"
    """Its words in their order, some of them left out: at the ends, or inside."""
    ALTERED = "altered"
    """Near it, but with other words."""
    SOMEBODY_ELSE = "somebody-else"
    """There, but not said by the speaker asked about."""
    ABSENT = "absent"
    """Not in this library."""


class Change(StrEnum):
    """What became of some words."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    """Asked about, and not there."""
    LEFT_OUT = "left-out"
    """There, and not in the words asked about."""


class Difference(NamedTuple):
    """A run of words with one fate: as asked about and as printed ("" where there are none).

    `marked` tells that an ellipsis or square brackets own up to it.
    """

    change: Change
    asked: str
    printed: str
    marked: bool = False


class Caution(StrEnum):
    """What a marked cut does that may turn the sense, though the words left are there."""

    DENIAL = "a marked cut leaves out a word that denies"
    SENTENCES = "a marked cut joins pieces of several sentences"


class Comparison(NamedTuple):
    """Words asked about, held against what is printed.

    `differences` tile the words asked about, in order; `before` and `after` count the printed words that were
    left out at the ends. `span` is the stretch of what is printed. `closeness` (0..1) is the share of the
    words that are the same, by weight.
    """

    grade: Grade
    differences: tuple[Difference, ...]
    before: int
    after: int
    span: Span
    closeness: float
    cautions: tuple[Caution, ...] = ()

    @property
    def honest(self) -> bool:
        """Whether nothing was changed, and whatever is left out inside is marked."""
        faults = (Change.CHANGED, Change.ADDED, Change.LEFT_OUT)
        return not any(one.change in faults and not one.marked for one in self.differences)


class Occurrence(NamedTuple):
    """One place where the words stand: in a quotation, or in the text outside of all quotations.

    `theirs` tells whether the speaker asked about says it there; None when nobody was asked about.
    """

    where: QuotationRow | TextPassage
    comparison: Comparison
    theirs: bool | None = None

    @property
    def speaker(self) -> str | None:
        """Who is said to have said it there."""
        return self.where.quotation.speaker if isinstance(self.where, QuotationRow) else None


class Verdict(NamedTuple):
    """The judgement on some words; `standings` are the places that it rests on and all others, best first."""

    words: str
    speaker: str | None
    grade: Grade
    occurrences: tuple[Occurrence, ...] = ()
    unread: int = 0
    """Articles whose text was not looked through for want of time."""
    coverage: Coverage = COMPLETE
    """What of the files the index holds that the judgement rests on."""

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What is to be looked at before the words are printed, though nothing is wrong with them."""
        return self.occurrences[0].comparison.cautions if self.occurrences else ()

    @property
    def honest(self) -> bool:
        """Whether they may be printed as they are: a quotation, whole or with every cut inside it marked."""
        if self.grade not in (Grade.VERBATIM, Grade.TRIMMED):
            return False
        first = self.occurrences[0]
        return first.comparison.honest and isinstance(first.where, QuotationRow)
