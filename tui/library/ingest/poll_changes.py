"""Has anything changed under the folders? Looked at cheaply and seldom enough to cost next to nothing.

A folder's own time changes when a file in it comes, goes or is renamed, so looking at the folders alone
finds those; a file that was written anew is found by going through all files. Each kind of look is
repeated only when SHARE of the time since the last one would pay for it. No article is read.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from tui.library.core.outside_links import follows_links, leads_out

EVERY = 2.0
"""Seconds between two looks at the least."""
SHARE = 0.02
"""Of one core's time, what looking may take (a library of 100,000 files take 0.4 seconds to go through)."""
SLICE = 200
"""Files between two steps, at each of which whoever looks may pause or leave: some milliseconds."""

_MASK = (1 << 64) - 1
_Step = tuple[int, int]
"""A number for some files or folders, and the newest time of them in nanoseconds."""


class FolderPoller:
    """Remembers how the folders looked. Asked from one thread at a time.

    `clock` tells the seconds that pass, `work` those of the processor that this thread has used.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        clock: Callable[[], float] = time.monotonic,
        work: Callable[[], float] = time.thread_time,
    ) -> None:
        self._roots = [os.fspath(path) for path in paths]
        self._clock, self._work = clock, work
        self._folders: dict[str, int] = {}
        self._seen: int | None = None
        self._due = self._folders_due = 0.0
        self._spent = 0.0

    def look(self, since_ns: int) -> Iterator[bool]:
        """Yields False step by step, and True, last, if something is not as it was at the last look.

        The first look has nothing to compare with: then what is newer than `since_ns` (of the system's
        clock, as file times are) has changed.
        """
        if self._clock() >= self._due:
            yield from self._at_files(since_ns)
        elif self._clock() >= self._folders_due:
            yield from self._at_folders()

    def _at_files(self, since_ns: int) -> Iterator[bool]:
        self._spent = 0.0
        folders: dict[str, int] = {}
        seen, newest = 0, 0
        for value, time_ns in self._timed(_everything(self._roots, folders)):
            seen, newest = (seen + value) & _MASK, max(newest, time_ns)
            yield False
        before, self._seen, self._folders = self._seen, seen, folders
        self._due = self._next()
        self._folders_due = self._clock() + EVERY
        yield newest > since_ns if before is None else seen != before

    def _at_folders(self) -> Iterator[bool]:
        self._spent = 0.0
        changed = False
        for value, _ in self._timed(_other_folders(self._folders)):
            changed = changed or bool(value)
            yield False
        self._folders_due = self._next()
        if changed:
            yield from self._at_files(0)

    def _next(self) -> float:
        return self._clock() + max(EVERY, self._spent / SHARE)

    def _timed(self, steps: Iterator[_Step]) -> Iterator[_Step]:
        """The same steps; the work that they take counts as spent."""
        while True:
            started = self._work()
            step = next(steps, None)
            self._spent += self._work() - started
            if step is None:
                return
            yield step


def _everything(roots: Sequence[str], folders: dict[str, int]) -> Iterator[_Step]:
    """All that lies under the roots, some files to a step; `folders` gets each folder and its time.

    Links are followed, no folder is entered twice and hidden files are left out, as in the scan.
    """
    entered: set[tuple[int, int]] = set()
    follow = follows_links()
    waiting = list(roots)
    while waiting:
        path = waiting.pop()
        status = _status(path)
        if status is None or not stat.S_ISDIR(status.st_mode):
            yield _step(path, status)
            continue
        if (status.st_dev, status.st_ino) in entered:
            continue
        entered.add((status.st_dev, status.st_ino))
        folders[path] = status.st_mtime_ns
        value, newest = 0, status.st_mtime_ns
        for count, entry in enumerate(_entries(path), 1):
            if entry.is_symlink() and not follow and leads_out(entry.path, roots):
                continue
            found = _status_of(entry)
            if found is not None and stat.S_ISDIR(found.st_mode):
                waiting.append(entry.path)
                continue
            one, time_ns = _step(entry.path, found)
            value, newest = value + one, max(newest, time_ns)
            if count % SLICE == 0:
                yield value, newest
                value = 0
        yield value, newest


def _other_folders(folders: Mapping[str, int]) -> Iterator[_Step]:
    """Whether folders are not as they were, SLICE of them to a step: 1 for one that is not."""
    paths = iter(folders.items())
    while some := list(islice(paths, SLICE)):
        others = sum((s := _status(path)) is None or s.st_mtime_ns != time_ns for path, time_ns in some)
        yield others, 0


def _step(path: str, status: os.stat_result | None) -> _Step:
    """A number for a file as it is now, which is another one whenever the file is."""
    if status is None:
        return hash((path, None)), 0
    return hash((path, status.st_size, status.st_mtime_ns, status.st_ino)), status.st_mtime_ns


def _entries(path: str) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(path) as listing:
            yield from (entry for entry in listing if not entry.name.startswith("."))
    except OSError:  # no permission, or gone meanwhile: the next update names it
        return


def _status(path: str) -> os.stat_result | None:
    with suppress(OSError):
        return Path(path).stat()
    return None


def _status_of(entry: os.DirEntry[str]) -> os.stat_result | None:
    with suppress(OSError):
        return entry.stat()
    return None
