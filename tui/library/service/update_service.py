"""The part of a folder's library that keeps up with the folder, and says so when it cannot."""

from __future__ import annotations

import os
import time
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.core.sqlite_errors import DAMAGING, is_damage
from tui.library.core.text_cleaning import clean_line, shown
from tui.library.index.database import Index
from tui.library.service.correction_service import Correctable
from tui.library.service.marks_mirror import MirroredMarks
from tui.library.user.marks import Marks
from tui.model.article import ArticleId
from tui.model.problem import Problem
from tui.model.source import Source

if TYPE_CHECKING:
    from tui.library.ingest.poll_changes import Watch

AGAIN_AFTER = 20.0
"""Seconds after which an update that failed, or that another program was at, is tried again."""
_REMEDY = "What is shown may be older than the files. It is tried again by and by."


class Upkeep(Correctable):
    """Updates of the index, looking whether one is due, and what stands in their way."""

    paths: tuple[Path, ...]
    _marks: Marks
    _mirrored: MirroredMarks

    def __init__(self, index: Index, marks: Path) -> None:
        super().__init__(index, marks)
        self._failed: Problem | None = None
        self._closed = False
        self._began_ns = 0
        self._ended = 0.0

    @cached_property
    def _watch(self) -> Watch:
        from tui.library.ingest.poll_changes import Watch  # when it is first looked, after the first paint

        return Watch(self.paths)

    def update(self) -> Iterator[tuple[int, int]]:
        """Bring the index up to date; yields (files done, files to do) after each batch."""
        from tui.library.ingest.update import update

        self._began_ns = time.time_ns()
        try:
            if not self._index.file.exists():  # thrown away while it was open: it is made again
                self._index.start_again()
            yield from update(self._index, self.paths, self._marks)
            self._mirrored.mirror(wait=True)
            self._failed = None
        except (OSError, *DAMAGING) as error:
            if self._closed:  # left in the middle: what was done is kept
                return
            if is_damage(error):
                self._index.start_again()
            words = f"The index could not be brought up to date: {clean_line(str(error))}."
            self._failed = Problem(str(self._index.file), words, _REMEDY, read=True)
        finally:
            self._ended = time.monotonic()

    def leave(self) -> None:
        """Let an update that goes on end soon: nobody waits for it any more."""
        self._index.leaving.leave()

    def due(self) -> Iterator[bool]:
        """Look whether an update is due; yields False now and then, and True, last, if it is."""
        waits = self._failed or self._index.busy
        if waits and time.monotonic() - self._ended > AGAIN_AFTER:
            yield True
            return
        yield from self._watch.look(self._began_ns)

    def troubles(self) -> Sequence[Problem]:
        """What keeps the library itself from being kept as it should be."""
        own = (self._index.problem, self._index.busy, self._marks.problem, self._failed)
        return [*filter(None, own), *self.doubts()]

    def unsound(self) -> str:
        """What is wrong with the index itself, "" if nothing is: it is read from end to end."""
        return self._index.unsound()

    def source_at(self, path: str) -> Source | None:
        """The file that is shown under that name."""
        file = self._file_at(path)
        return Source(str(file)) if file is not None else None

    def _file_at(self, path: str) -> Path | None:
        if os.path.lexists(path):
            return Path(path)
        files = (self._path(*row) for row in self._index.ask("SELECT root, path FROM file"))
        return next((file for file in files if shown(file) == path), None)

    def within(self, path: str) -> str:
        """The shown path as seen from the library's folder; from above it where there are several."""
        for own in self.paths:
            base = shown(own)
            if path.startswith(base.rstrip(os.sep) + os.sep):
                rest = path[len(base) :].lstrip(os.sep)
                return rest if len(self.paths) == 1 else f"{shown(Path(own.name))}{os.sep}{rest}"
        return path

    def articles_in(self, path: str) -> Sequence[ArticleId]:
        """The articles of the file that is shown under that name."""
        from tui.library.ingest.walk import below  # seldom asked for

        file = self._file_at(path)
        for root, own in enumerate(self.paths):
            if file is not None and (own == file or own in file.parents):
                rows = self._index.ask(
                    """SELECT a.id FROM file f JOIN holding h ON h.file = f.key
                    JOIN article a ON a.key = h.article WHERE f.root = ? AND f.path = ? ORDER BY a.key""",
                    (root, below(own, file)),
                )
                return [ArticleId(name) for (name,) in rows]
        return ()

    @abstractmethod
    def _path(self, root: int, below: bytes) -> Path:
        """The file below that one of the library's paths."""
