"""Answers only from an index that is as it was written: a damaged one is told, and made anew."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from tui.library.index.database import Index
from tui.library.service.update_service import UpdateService

Given = TypeVar("Given")


class IndexCheck:
    """Stands round questions whose answers would be wrong in silence. From any thread."""

    def __init__(self, index: Index, updates: UpdateService) -> None:
        self._index, self._updates = index, updates
        self._turn = Lock()
        self._checked = False

    def answered(self, ask: Callable[[], Given]) -> Given:
        """What is asked; asked again where the index was found to be damaged and has been made anew.

        While somebody reads it is made anew by the next update, which is due then.
        """
        with self._turn:
            self._check_once()
        found = ask()
        if self._index.damage is None or self._index.spared or self._index.fixed:
            return found
        self._remake()
        return ask()

    def _check_once(self) -> None:
        if self._checked:
            return
        self._checked = True
        from tui.library.index.checksums import is_sound  # when first asked: not before the first paint

        if not is_sound(self._index):
            self._index.begin_repair()
            if not self._index.spared and not self._index.fixed:
                self._remake()

    def _remake(self) -> None:
        for _ in self._updates.update(wait=True):
            pass
