"""A reason and how strong it is: what the finders of shared wording, names and words hand over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui.model.relation import Reason

Rarity = Callable[[str], float]
"""How telling a folded name or a stem is in the library: 1 rare .. 0 in every article."""


def everything_is_rare(_: str) -> float:
    """The rarity of names and words when no library is known."""
    return 1.0


@dataclass(frozen=True, slots=True)
class ScoredReason:
    """`strength` is 3 and more for shared wording, up to 2 for names that both give, 0 for words."""

    strength: float
    reason: Reason
