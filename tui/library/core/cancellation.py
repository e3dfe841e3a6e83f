"""Whether anybody still waits for an update, and how to end it when nobody does."""

from __future__ import annotations

from collections.abc import Callable


class Leaving:
    """Knows what ends an update that goes on in a process of its own. From any thread."""

    def __init__(self) -> None:
        self.left = False
        self._end: Callable[[], None] = lambda: None

    def helped(self, end: Callable[[], None]) -> None:
        """An update goes on in another process; `end` ends it."""
        self._end = end
        if self.left:
            end()

    def leave(self) -> None:
        """Nobody waits any more: what goes on may end where it is."""
        self.left = True
        self._end()
