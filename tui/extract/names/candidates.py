"""A stretch that may be a name, with how well it fits each kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.extract.names.capital_words import NameDocument
from tui.extract.names.crf_model import KINDS
from tui.model.annotation import EntityKind

CERTAIN = 160
"""The score of what a rule decides: ten natural units, above nearly all that the model is sure of."""


@dataclass(slots=True)
class Candidate:
    """Tokens first..end; `scores` by kind (KINDS) against being no name; `ruled` when a rule decided."""

    first: int
    end: int
    kind: EntityKind
    scores: list[int] = field(default_factory=lambda: [0, 0, 0])
    ruled: bool = False

    def overlaps(self, first: int, end: int) -> bool:
        """Whether it shares a token with first..end."""
        return self.first < end and first < self.end

    @property
    def size(self) -> int:
        """Number of tokens."""
        return self.end - self.first


def by_rule(first: int, end: int, kind: EntityKind, score: int = CERTAIN) -> Candidate:
    """A candidate that a rule is sure of."""
    return Candidate(first, end, kind, [score if kind is k else 0 for k in KINDS], ruled=True)


def placed(found: Iterable[Candidate], new: Candidate) -> list[Candidate]:
    """The candidates with `new` among them in place of those that it overlaps."""
    kept = [c for c in found if not c.overlaps(new.first, new.end)]
    return sorted([*kept, new], key=lambda c: c.first)


def key_of(document: NameDocument, candidate: Candidate) -> str:
    """The candidate's name as it is compared."""
    return document.key(candidate.first, candidate.end)
