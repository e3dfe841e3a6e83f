"""What a library remembers of the reader's ways through it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.index.database import name_of
from tui.library.service.correction_service import Correctable
from tui.library.user.history_db import Trails
from tui.model.trail import Place, Trail

if TYPE_CHECKING:
    from tui.model.trail import Visit


class Remembering(Correctable):
    """The part of a library that knows where the reader has been. Its file is opened when first asked."""

    paths: tuple[Path, ...]

    @cached_property
    def _trails(self) -> Trails:
        return Trails(self._file.with_name("trail.db"))

    @cached_property
    def _own_name(self) -> str:
        return name_of(self.paths)

    def visits(self) -> Sequence[Visit]:
        """Where the reader has been here, in this run and earlier ones, the latest first."""
        return self._trails.visits(self._own_name)

    def visited(self, visit: Visit | None, left: Place | None) -> None:
        """Remember a visit, and how the place before it was left."""
        self._trails.visited(self._own_name, visit, left)

    def last_trail(self) -> Trail:
        """The way that the reader had taken when they last left, to go back along it."""
        return self._trails.trail(self._own_name)

    def set_last_trail(self, trail: Trail) -> None:
        """Remember the way taken."""
        self._trails.set_trail(self._own_name, trail)

    def kept(self, name: str) -> str | None:
        """A small choice of the reader's that was kept from run to run."""
        return self._trails.kept(name)

    def keep(self, name: str, value: str) -> None:
        """Keep a small choice of the reader's."""
        self._trails.keep(name, value)

    def _close_trails(self) -> None:
        if "_trails" in vars(self):
            self._trails.close()
