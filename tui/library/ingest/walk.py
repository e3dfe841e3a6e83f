"""One walk over a library's folders, compared with what its index knows."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.library.core.outside_links import follows_links
from tui.library.core.roots import below
from tui.library.index.database import Index
from tui.library.ingest.scan import FoundFile, scan
from tui.model.problem import Problem


@dataclass(frozen=True, slots=True)
class PendingFile:
    """A file that is new or has changed: which of the library's paths it lies under, and where below."""

    root: int
    below: bytes
    found: FoundFile


@dataclass(frozen=True, slots=True)
class WalkResult:
    """What a walk met: files to be read, the newest first; keys of files that are gone; odd things."""

    waiting: tuple[PendingFile, ...]
    gone: tuple[int, ...]
    problems: tuple[Problem, ...]

    def changes(self, index: Index) -> bool:
        """Whether the index has to be changed at all."""
        if self.waiting or self.gone:
            return True
        known = index.ask(
            "SELECT path, words, remedy, read, aside FROM problem WHERE file IS NULL ORDER BY rowid"
        )
        return [tuple(row) for row in known] != [tuple(problem) for problem in self.problems]


_KNOWN = "SELECT key, root, path, content IS NOT NULL, size, mtime_ns FROM file WHERE part = 0"


def walk(index: Index, paths: Sequence[Path]) -> WalkResult:
    """Go through the folders. A file is the same as before if its size and its time are.

    One that could not be opened is tried again: who may read it can change without its time. What lies
    under a path that is not there now (a drive that is not mounted) does not count as gone.
    """
    waiting: list[PendingFile] = []
    problems: list[Problem] = []
    there: set[int] = set()
    known = {
        (root, where): (key, read, size, mtime_ns)
        for key, root, where, read, size, mtime_ns in index.ask(_KNOWN)
    }
    follow = follows_links()
    for root, path in enumerate(paths):
        for found in scan([path], paths, follow_links=follow):
            if isinstance(found, Problem):
                problems.append(found)
                continue
            where = below(path, found.path)
            key, read, *as_it_was = known.get((root, where), (None, True, None, None))
            if key is not None:
                there.add(key)
            if as_it_was != [found.size, found.mtime_ns] or not (read or _cannot_be_opened(found.path)):
                waiting.append(PendingFile(root, where, found))
    waiting.sort(key=lambda one: -one.found.mtime_ns)
    away = {root for root, path in enumerate(paths) if not path.exists()}
    gone = tuple(key for (root, _), (key, *_) in known.items() if key not in there and root not in away)
    return WalkResult(tuple(waiting), gone, tuple(problems))


def _cannot_be_opened(path: Path) -> bool:
    try:
        os.close(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC))
    except OSError:
        return True
    return False
