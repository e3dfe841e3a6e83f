"""Taking into an index what a walk met. The analysis is imported only when there is something for it."""

from __future__ import annotations

from collections.abc import Iterator

from tui.library.correction_file import file_beside, text_of
from tui.library.index import Index
from tui.library.marks import Marks
from tui.library.unsearched import lags
from tui.library.walk import Walk


def take_in(index: Index, met: Walk, marks: Marks, *, helpers: int) -> Iterator[tuple[int, int]]:
    """Put into the index what a walk met, with so many helping processes; yields (files done, to do).

    The caller is the sole writer.
    """
    yield 0, len(met.waiting)
    corrections = file_beside(marks.path)
    if text_of(corrections) != index.fact("corrections", ""):
        from tui.library.putting_right import follow

        follow(index, corrections)
    if lags(index):
        from tui.library import engines

        engines.keep(index, finished=True)
    if met.changes(index) or _unfinished(index):
        from tui.library.filling import fill  # the analysis: not imported when nothing has changed

        yield from fill(index, met, marks, helpers=helpers)


def _unfinished(index: Index) -> bool:
    """Whether an update broke off after it had taken in all files, before it told who is who and related."""
    return bool(
        index.ask("SELECT 1 FROM unsettled LIMIT 1")
        or index.ask("SELECT 1 FROM related_library WHERE articles <> ?", (index.fact("articles", 0),))
    )
