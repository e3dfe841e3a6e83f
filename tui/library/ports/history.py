"""The ports of what is remembered from run to run: where the reader was, and how they like it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.model.listing import Grouping, Order
    from tui.model.trail import Place, Trail, Visit


class History(Protocol):
    """Where the reader has been in this library."""

    def last_place(self) -> Place | None:
        """Where the reader was in this library when they last left it."""
        ...

    def set_last_place(self, place: Place) -> None:
        """Remember where the reader is, for the next time."""
        ...

    def visits(self) -> Sequence[Visit]:
        """Where the reader has been here, in this run and earlier ones, the latest first."""
        ...

    def visited(self, visit: Visit | None, left: Place | None) -> None:
        """Remember a visit, and how the place before it was left."""
        ...

    def last_trail(self) -> Trail:
        """The way that the reader had taken when they last left, to go back along it."""
        ...

    def set_last_trail(self, trail: Trail) -> None:
        """Remember the way taken."""
        ...


class Preferences(Protocol):
    """Small choices of the reader's that outlive a run."""

    def arranged(self) -> tuple[Order, Grouping]:
        """How the list was ordered and grouped the last time."""
        ...

    def set_arranged(self, order: Order, by: Grouping) -> None:
        """Remember durably how the list is ordered and grouped."""
        ...

    def kept(self, name: str) -> str | None:
        """A small choice of the reader's that was kept from run to run; None if there is none."""
        ...

    def keep(self, name: str, value: str) -> None:
        """Keep a small choice of the reader's."""
        ...
