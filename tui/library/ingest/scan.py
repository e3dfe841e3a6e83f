"""The walk over the reader's folders: which files there are. Reads no article and changes nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.library.core.outside_links import leads_out
from tui.library.core.text_cleaning import clean_line, shown_path
from tui.library.formats.file_pieces import LARGEST, WHOLE, FilePiece, is_cut, may_be_cut, too_large
from tui.library.formats.file_types import FORMATS, UNREAD, ending_of
from tui.model.problem import Problem

LEADS_OUT = "This link leads out of the library and is not followed."
FOLLOW = "follow_links = true in config.toml has it followed."
_ODD_KINDS = (
    (stat.S_ISFIFO, "This is a named pipe, not a file."),
    (stat.S_ISSOCK, "This is a socket, not a file."),
    (stat.S_ISCHR, "This is a device, not a file."),
    (stat.S_ISBLK, "This is a device, not a file."),
)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that may hold articles, as it was when the walk came by; or a `piece` of it that was read."""

    path: Path
    size: int
    mtime_ns: int
    piece: FilePiece | None = None


def scan(
    paths: Sequence[Path], library: Sequence[Path] = (), *, follow_links: bool = False
) -> Iterator[FoundFile | Problem]:
    """Every readable file under the paths, by name in each folder, files before folders.

    Hidden files and folders are left out, and so are those that are named twice. Links are followed that
    stay in the `library` (else the paths), or all with `follow_links`, but no folder is entered twice. A file
    that is named itself is taken whatever its suffix.
    """
    homes = () if follow_links else library or paths
    seen: set[tuple[int, int]] = set()
    for path in paths:
        try:
            status = path.stat()
        except OSError as error:
            yield read_problem(path, error)
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(path, status, seen, homes)
        elif _first_time(status, seen):
            yield _file(path, status)


def read_problem(path: Path, error: OSError) -> Problem:
    """What the system says of a file, as a Problem."""
    reason = clean_line(error.strerror or str(error))
    return Problem(shown_path(path), f"It cannot be read: {reason[:1].lower()}{reason[1:]}.")


def _folder(
    path: Path, status: os.stat_result, seen: set[tuple[int, int]], homes: Sequence[Path]
) -> Iterator[FoundFile | Problem]:
    """The folder and all below it; a stack of its own, so that depth is no limit."""
    waiting = [(path, status)]
    while waiting:
        folder, status = waiting.pop()
        if not _first_time(status, seen):
            continue
        below = []
        for item in _items(folder, homes):
            if isinstance(item, Problem) or not stat.S_ISDIR(item[1].st_mode):
                yield from _leaf(item, seen)
            else:
                below.append(item)
        waiting.extend(reversed(below))


_Item = tuple[Path, os.stat_result]


def _items(folder: Path, homes: Sequence[Path]) -> Iterator[_Item | Problem]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted((e for e in listing if not e.name.startswith(".")), key=lambda e: e.name)
    except OSError as error:
        yield read_problem(folder, error)
        return
    for entry in entries:
        try:
            status = entry.stat()
            if homes and entry.is_symlink() and leads_out(entry.path, homes):
                yield Problem(shown_path(folder / entry.name), LEADS_OUT, FOLLOW)
            else:
                yield folder / entry.name, status
        except OSError as error:
            yield read_problem(folder / entry.name, error)


def _leaf(item: _Item | Problem, seen: set[tuple[int, int]]) -> Iterator[FoundFile | Problem]:
    if isinstance(item, Problem):
        yield item
        return
    path, status = item
    if status.st_nlink > 1 and not _first_time(status, seen):
        return
    found = _file(path, status)
    ending = ending_of(path)
    if isinstance(found, FoundFile) and ending not in FORMATS:
        words = f"Files that end in {ending} are not read."
        yield Problem(shown_path(path), words, UNREAD.get(ending, ""), aside=ending not in UNREAD)
    else:
        yield found


def _is_cut(path: Path) -> bool:
    """Whether a large file is of a kind that is read piece by piece: its beginning tells."""
    ending = ending_of(path)
    if not may_be_cut(ending):
        return False
    try:
        with path.open("rb") as file:
            return is_cut(file.read(WHOLE), ending)
    except OSError:  # whoever reads it tells why
        return True


def _first_time(status: os.stat_result, seen: set[tuple[int, int]]) -> bool:
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return False
    seen.add(identity)
    return True


def _file(path: Path, status: os.stat_result) -> FoundFile | Problem:
    for is_kind, words in _ODD_KINDS:
        if is_kind(status.st_mode):
            return Problem(shown_path(path), words)
    if status.st_size > LARGEST and not _is_cut(path):
        return too_large(shown_path(path), status.st_size)
    return FoundFile(path, status.st_size, status.st_mtime_ns)
