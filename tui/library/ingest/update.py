"""Bringing an index up to date with the folders: only what is new or changed is read and analysed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.library.core.locks import sole_writer, writer_in_words
from tui.library.index.database import Index
from tui.library.ingest.invalidation import invalidate
from tui.library.ingest.update_index import update_index
from tui.library.ingest.walk import walk
from tui.library.user.marks_store import MarksStore
from tui.model.problem import Problem

FEW = 16
"""Files that are analysed here; more are left to a process of their own, so that no key waits for them."""
LARGE = 2_000
"""Files known of a library whose walk, too, is left to that process."""

_BUSY = "Another program is bringing the index up to date {who}."


def update(index: Index, paths: Sequence[Path], marks: MarksStore) -> Iterator[tuple[int, int]]:
    """Bring the index up to date; yields (files done, files to do), first before anything is read.

    The newest files come first, and what is done can be read at once. Where another program is at it
    already, nothing is done. A library that has much to be read is left to a process of its own.
    """
    if index.fixed:
        return
    with sole_writer(index.lock) as alone:
        words = _BUSY.format(who=writer_in_words(index.lock)).replace(" .", ".")
        index.busy = None if alone else Problem(str(index.file), words, read=True)
        if not alone:
            return
        invalidate(index)
        if not _is_large(index):
            met = walk(index, paths)
            if len(met.waiting) <= FEW:
                yield from update_index(index, met, marks, helpers=0)
                return
    yield from _apart(index, paths, marks)


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
            if alone:
                yield from update_index(index, walk(index, paths), marks, helpers=0)
