"""Bringing an index up to date with the folders: only what is new or changed is read and analysed."""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from tui.library.core.locks import BusyError, sole_writer, writer_in_words
from tui.library.core.sqlite_errors import DAMAGING
from tui.library.formats.file_types import FORMATS, PACKAGES, ending_of
from tui.library.index.database import Index
from tui.library.ingest.invalidation import invalidate
from tui.library.ingest.update_index import unfinished, update_index
from tui.library.ingest.walk import walk
from tui.library.user.marks_store import MarksStore
from tui.model.coverage import COMPLETE, Coverage
from tui.model.problem import Problem

FEW = 16
"""Files that are analysed here; more are left to a process of their own, so that no key waits for them.

Those that a package reads have a helper even here: what is written in C may end the process that runs it.
"""
LITTLE = 1_000_000
"""Bytes of these files together, likewise."""
LARGE = 2_000
"""Files known of a library whose walk, too, is left to that process."""

STALLED = 120.0
"""Seconds without a change of the index after which another program is not waited for any longer."""
LOOK_EVERY = 0.5
"""Seconds between two looks whether it has let go."""

_BUSY = "Another program is bringing the index up to date {who}."


def update(
    index: Index, paths: Sequence[Path], marks: MarksStore, *, wait: bool = False
) -> Iterator[tuple[int, int]]:
    """Bring the index up to date; yields (files done, files to do), first before anything is read.

    The newest files come first, and what is done can be read at once. Where another program is at it
    already, nothing is done; to `wait`, it is done when that one has let go. A library that has much to be
    read is left to a process of its own. What the index then holds of the files is its `coverage`.
    """
    try:
        for done, total in _updated(index, paths, marks, wait=wait):
            index.coverage = Coverage(total - done, linked=False, holder=_holder(index))
            yield done, total
    except GeneratorExit:  # left in the middle
        raise
    except BaseException:
        with suppress(OSError, *DAMAGING):  # what has just failed may fail again
            index.coverage = _measured(index, paths)
        raise
    done_here = not (index.fixed or index.busy or index.cancellation.cancelled)
    index.coverage = COMPLETE if done_here else _measured(index, paths)
    if done_here:
        index.damage = None


def _measured(index: Index, paths: Sequence[Path]) -> Coverage:
    """The coverage by a walk; of a large library not while somebody reads, who would feel it."""
    felt = index.spared and _is_large(index)
    unread = None if felt else len(walk(index, paths).waiting)
    return Coverage(unread, not unfinished(index), _holder(index))


def _holder(index: Index) -> str:
    """Who has the index, if it is another program: it need not say which one."""
    return (writer_in_words(index.lock) or "(it does not say which)") if index.busy else ""


def _updated(
    index: Index, paths: Sequence[Path], marks: MarksStore, *, wait: bool
) -> Iterator[tuple[int, int]]:
    if index.fixed:
        return
    while True:
        try:
            yield from _alone(index, paths, marks)
            return
        except BusyError:
            words = _BUSY.format(who=writer_in_words(index.lock)).replace(" .", ".")
            index.busy = Problem(str(index.file), words, read=True)
        if not wait or (yield from _while_another_works(index, paths)):
            return


def _alone(index: Index, paths: Sequence[Path], marks: MarksStore) -> Iterator[tuple[int, int]]:
    """The update itself. Raises BusyError where another program is at it."""
    with sole_writer(index.lock) as alone:
        if not alone:
            raise BusyError
        index.busy = None
        index.to_be_read_again = False
        if index.afresh:
            index.start_again()
        invalidate(index)
        if not _is_large(index):
            met = walk(index, paths)
            if len(met.waiting) <= FEW and sum(one.found.size for one in met.waiting) <= LITTLE:
                apart = any(_is_read_by_package(waiting.found.path) for waiting in met.waiting)
                yield from update_index(index, met, marks, helpers=int(apart))
                return
    yield from _apart(index, paths, marks)


def _is_read_by_package(path: Path) -> bool:
    return any(find_spec(name) for name in PACKAGES.get(FORMATS.get(ending_of(path), ""), ()))


def _while_another_works(index: Index, paths: Sequence[Path]) -> Generator[tuple[int, int], None, bool]:
    """Tell how far another program is, until it lets the index go (False) or makes no progress any more."""
    total, (_, began) = len(walk(index, paths).waiting), index.state()
    seen, changed = index.changes(), time.monotonic()
    while True:
        with sole_writer(index.lock) as free:
            if free:
                return False
        yield min(total, index.state()[1] - began), total
        before, seen = seen, index.changes()
        if seen != before:
            changed = time.monotonic()
        elif time.monotonic() - changed > STALLED:
            return True
        time.sleep(LOOK_EVERY)


def _is_large(index: Index) -> bool:
    known = index.ask("SELECT count(*) FROM (SELECT 1 FROM file LIMIT ?)", (LARGE,))
    return bool(known) and known[0][0] >= LARGE


def _apart(index: Index, paths: Sequence[Path], marks: MarksStore) -> Iterator[tuple[int, int]]:
    from tui.library.ingest import update_process

    try:
        helpers = max(1, (os.cpu_count() or 1) - index.spared)
        yield from update_process.update(index.file, paths, marks.path, helpers, index.cancellation.on_cancel)
    except update_process.UpdateProcessError:
        if index.cancellation.cancelled:
            return
        with sole_writer(index.lock) as alone:
            if not alone:
                raise BusyError from None
            yield from update_index(index, walk(index, paths), marks, helpers=0)
