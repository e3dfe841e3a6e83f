"""Keeping a library up with its folders."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from tui.library.core import fault_log
from tui.library.core.locks import sole_writer
from tui.library.core.roots import Roots
from tui.library.core.sqlite_errors import DAMAGING, is_damage
from tui.library.core.text_cleaning import clean_line
from tui.library.index.database import Index
from tui.library.service.marks_mirror import MarksMirror
from tui.library.user.marks_store import MarksStore
from tui.model.coverage import Coverage
from tui.model.problem import Problem

if TYPE_CHECKING:
    from tui.library.ingest.poll_changes import FolderPoller

AGAIN_AFTER = 20.0
"""Seconds after which an update that failed, or that another program was at, is tried again."""
_MISTAKE = "This is a mistake in the program: please report it."
_REMEDY = "What is shown may be older than the files. It is tried again by and by."


class UpdateService:
    """Answers the port `Sync`; `failed` is what stood in the way of the last update, if anything did."""

    def __init__(self, index: Index, roots: Roots, marks: MarksStore, mirror: MarksMirror) -> None:
        self._index, self._roots, self._marks, self._mirror = index, roots, marks, mirror
        self.failed: Problem | None = None
        self._turn = Lock()
        self._closed = False
        self._began_ns = 0
        self._ended = 0.0

    @cached_property
    def _watch(self) -> FolderPoller:
        from tui.library.ingest.poll_changes import (
            FolderPoller,  # when it is first looked, after the first paint
        )

        return FolderPoller(self._roots.paths)

    def coverage(self) -> Coverage:
        """How much of the files the index holds."""
        return self._index.coverage

    def update(self, *, wait: bool = False) -> Iterator[tuple[int, int]]:
        """Bring the index up to date; yields (files done, files to do) after each batch.

        One that is begun while another thread of this program is at it waits until that one ends or is left.
        """
        with self._turn:
            yield from self._update(wait=wait)

    def _update(self, *, wait: bool) -> Iterator[tuple[int, int]]:
        from tui.library.ingest.update import update

        self._began_ns = time.time_ns()
        try:
            self._index.follow()
            yield from update(self._index, self._roots.paths, self._marks, wait=wait)
            self._mirror.mirror(wait=True)
            self.failed = None
        except (OSError, *DAMAGING) as error:
            if self._closed:  # left in the middle: what was done is kept
                return
            if is_damage(error):
                self._index.start_again()
            words = f"The index could not be brought up to date: {clean_line(str(error))}."
            self.failed = Problem(str(self._index.file), words, _REMEDY, read=True)
        except Exception as fault:  # beyond any one file: what was indexed can be read all the same
            if self._closed:
                return
            where = fault_log.keep(fault, "bringing the index up to date")
            words = f"The index could not be brought up to date: {fault_log.named(fault)}."
            remedy = f"{_MISTAKE} Details are in {where}." if where else _MISTAKE
            self.failed = Problem(str(self._index.file), words, remedy, read=True)
        finally:
            self._ended = time.monotonic()

    def leave(self) -> None:
        """Let an update that goes on end soon: nobody waits for it any more."""
        self._index.cancellation.cancel()

    def due(self) -> Iterator[bool]:
        """Look whether an update is due; yields False now and then, and True, last, if it is."""
        if self._index.to_be_read_again or (self._index.damage and not self._index.fixed):
            yield True
            return
        waits = self.failed or self._index.busy
        if waits and time.monotonic() - self._ended > AGAIN_AFTER:
            yield True
            return
        yield from self._watch.look(self._began_ns)

    def forget(self) -> None:
        """Throw the index away: the next update makes it again. The reader's marks stay.

        Where another program is at work on the index, the update throws it away when that one has let go.
        """
        self._index.afresh = True
        with suppress(OSError), sole_writer(self._index.lock) as alone:
            if alone:
                self._index.start_again()

    def close(self) -> None:
        """What an update that goes on still meets is no failure: it is left in the middle."""
        self._closed = True
