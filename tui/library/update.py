"""Bringing an index up to date with the folders: only what is new or changed is read and analysed."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.library import keeping
from tui.library.analysis import FileRecord, analyse, content_of
from tui.library.index import Index
from tui.library.keeping import Marked
from tui.library.scan import Found, scan
from tui.model.problem import Problem

BATCH_SECONDS = 0.25
"""How long files are gathered for one transaction: a kill loses at most this much work."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file that is new or has changed: which of the library's paths it lies under, and where below."""

    root: int
    below: bytes
    found: Found


def update(index: Index, paths: Sequence[Path], marked: Marked) -> Iterator[tuple[int, int]]:
    """Bring the index up to date; yields (files done, files to do), first before anything is read.

    The newest files come first, and what is done can be read at once. A file that was renamed is known
    again by its content and not analysed anew; what is gone is taken out last.
    """
    walk = _Walk(index, paths)
    walk.go()
    yield 0, len(walk.waiting)
    done = 0
    for batch in _batches(index, walk.waiting):
        with index.changing() as connection:
            for waiting, record in batch:
                keeping.keep_file(connection, (waiting.root, waiting.below), record, marked)
        done += len(batch)
        yield done, len(walk.waiting)
    with index.changing() as connection:
        for key in walk.gone():
            keeping.forget_file(connection, key)
        keeping.keep_walk_problems(connection, walk.problems)


class _Walk:
    """One walk over the folders, compared with what the index knows."""

    def __init__(self, index: Index, paths: Sequence[Path]) -> None:
        self.index = index
        self.paths = paths
        self.waiting: list[_Waiting] = []
        self.problems: list[Problem] = []
        self._there: set[int] = set()
        self._last_known = index.ask("SELECT coalesce(max(key), 0) FROM file")[0][0]

    def go(self) -> None:
        """Find what is new or changed, the newest first."""
        for found, root in ((found, root) for root, path in enumerate(self.paths) for found in scan([path])):
            if isinstance(found, Problem):
                self.problems.append(found)
            else:
                self._compare(root, found)
        self.waiting.sort(key=lambda waiting: -waiting.found.mtime_ns)

    def gone(self) -> list[int]:
        """The keys of files that were known before the walk and that it did not meet."""
        known = self.index.ask("SELECT key FROM file WHERE key <= ?", (self._last_known,))
        return [key for (key,) in known if key not in self._there]

    def _compare(self, root: int, found: Found) -> None:
        where = below(self.paths[root], found.path)
        known = self.index.ask(
            "SELECT key, size, mtime_ns FROM file WHERE root = ? AND path = ?", (root, where)
        )
        if known:
            self._there.add(known[0][0])
        if not known or known[0][1:] != (found.size, found.mtime_ns):
            self.waiting.append(_Waiting(root, where, found))


def below(root: Path, path: Path) -> bytes:
    """The part of the path below the library's own path, as the bytes that the system knows it by."""
    return b"" if path == root else os.fsencode(path.relative_to(root))


def _batches(index: Index, waiting: Sequence[_Waiting]) -> Iterator[list[tuple[_Waiting, FileRecord]]]:
    batch: list[tuple[_Waiting, FileRecord]] = []
    started = time.monotonic()
    for one in waiting:
        batch.append((one, _record(index, one.found)))
        if time.monotonic() - started > BATCH_SECONDS:
            yield batch
            batch = []
            started = time.monotonic()
    if batch:
        yield batch


def _record(index: Index, found: Found) -> FileRecord:
    read = content_of(found)
    if isinstance(read, Problem):
        return FileRecord(found, None, problems=(read,))
    raw, content = read
    same = index.ask("SELECT key FROM file WHERE content = ? LIMIT 1", (content,))
    return FileRecord(found, content, same_as=same[0][0]) if same else analyse(found, raw, content)
