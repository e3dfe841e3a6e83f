"""From a path to the articles in its file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from tui.library.core.text_cleaning import shown_path
from tui.library.formats.article_builder import Reading
from tui.library.formats.file_types import ending_of
from tui.library.formats.registry import read_bytes
from tui.library.ingest.scan import LARGEST, FoundFile, read_problem, scan
from tui.model.article import Article
from tui.model.problem import Problem


def articles(paths: Sequence[Path]) -> Iterator[Article | Problem]:
    """Every article under the paths in the order of the walk, and every Problem, without an index.

    A file that is named itself is never passed over in silence: whatever is wrong with it counts.
    """
    named = set(paths)
    for found in scan(paths):
        if isinstance(found, Problem):
            yield found
            continue
        reading = read_file(found)
        yield from (one._replace(aside=one.aside and found.path not in named) for one in reading.problems)
        yield from reading.articles


def read_file(found: FoundFile) -> Reading:
    """The articles of one file."""
    try:
        raw = contents(found.path)
    except OSError as error:
        return Reading(problems=(read_problem(found.path, error),))
    return read_bytes(shown_path(found.path), raw, ending_of(found.path))


def contents(path: Path) -> bytes:
    """The bytes of a file, at most the limit: whatever lies there by now, it neither blocks nor floods.

    One that is written meanwhile is read once more; if it is still being written, the next scan finds its
    size or time to be others than those of this scan, and it is read then.
    """
    raw, as_it_was = _read(path)
    if as_it_was != _identity(path):
        raw, _ = _read(path)
    return raw


def _read(path: Path) -> tuple[bytes, tuple[int, int, int] | None]:
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "it is no longer a file")
        return file.read(LARGEST), (status.st_size, status.st_mtime_ns, status.st_ino)


def _identity(path: Path) -> tuple[int, int, int] | None:
    """Size, time and inode of what has that name now; None if nothing has."""
    with suppress(OSError):
        status = path.stat()
        return status.st_size, status.st_mtime_ns, status.st_ino
    return None
