"""Ending an update that nobody waits for any more."""

from __future__ import annotations

from collections.abc import Callable


class Cancellation:
    """Whether an update was cancelled, and what ends it in a process of its own. From any thread."""

    def __init__(self) -> None:
        self.cancelled = False
        self._end: Callable[[], None] = lambda: None

    def on_cancel(self, end: Callable[[], None]) -> None:
        """What goes on now is ended by `end`; at once if it was cancelled before it began."""
        self._end = end
        if self.cancelled:
            end()

    def cancel(self) -> None:
        """Nobody waits any more: what goes on may end where it is."""
        self.cancelled = True
        self._end()
