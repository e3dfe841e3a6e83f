"""Taking into an index what a walk met. The analysis is imported only when there is something for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress

from tui.library.index.checksums import keep_sums
from tui.library.index.database import Index
from tui.library.index.pending_search import is_behind
from tui.library.ingest.walk import WalkResult
from tui.library.user.corrections_file import file_beside, text_of
from tui.library.user.marks_store import MarksStore


def update_index(
    index: Index, met: WalkResult, marks: MarksStore, *, helpers: int
) -> Iterator[tuple[int, int]]:
    """Put into the index what a walk met, with so many helping processes; yields (files done, to do).

    The caller is the sole writer.
    """
    yield 0, len(met.waiting)
    corrections = file_beside(marks.path)
    if text_of(corrections) != index.fact("corrections", ""):
        from tui.library.ingest.apply_corrections import apply_corrections

        apply_corrections(index, corrections)
    if is_behind(index):
        from tui.library.query import search_engine_cache

        search_engine_cache.keep(index, finished=True)
    if met.changes(index) or unfinished(index):
        from tui.library.ingest.pipeline import (
            run_pipeline,  # the analysis: not imported when nothing has changed
        )

        yield from run_pipeline(index, met, marks, helpers=helpers)
    with suppress(sqlite3.OperationalError):  # a full disk: the next update keeps them
        keep_sums(index)


def unfinished(index: Index) -> bool:
    """Whether an update broke off after it had taken in all files, before it told who is who and related."""
    return bool(
        index.ask("SELECT 1 FROM unsettled LIMIT 1")
        or index.ask("SELECT 1 FROM related_library WHERE articles <> ?", (index.fact("articles", 0),))
    )
