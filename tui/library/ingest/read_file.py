"""From a path to the articles in its file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from tui.library.core.fault_isolation import unexpected
from tui.library.core.text_cleaning import shown_path
from tui.library.formats.article_builder import Reading
from tui.library.formats.file_pieces import LARGEST, WHOLE, FilePiece, may_be_cut, pieces
from tui.library.formats.file_types import ending_of
from tui.library.formats.registry import read_bytes, read_piece
from tui.library.ingest.scan import FoundFile, read_problem, scan
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
        told: set[Problem] = set()
        for reading in map(read_file, pieces_of(found)):
            new = [one for one in reading.problems if one not in told]
            told.update(new)
            yield from (one._replace(aside=one.aside and found.path not in named) for one in new)
            yield from reading.articles


def pieces_of(found: FoundFile) -> Iterator[FoundFile]:
    """The file, or its pieces one by one as they are asked for; where one cannot be read, that ends it."""
    path, ending = shown_path(found.path), ending_of(found.path)
    if found.size <= WHOLE or not may_be_cut(ending):
        yield found
        return
    number = 0
    try:
        with _opened(found.path) as source:
            for piece in pieces(path, source, ending, found.size):
                number = piece.number + 1
                yield replace(found, piece=piece)
    except OSError as error:
        yield _broken_off(found, number, read_problem(found.path, error))
    except Exception as fault:  # whatever it is: one file must not take the library down
        yield _broken_off(found, number, unexpected(fault, path))


def _broken_off(found: FoundFile, number: int, problem: Problem) -> FoundFile:
    """What stands for the rest of a file; where nothing was read it is tried as a whole, which tells why."""
    if not number:
        return found
    return replace(found, piece=FilePiece(number=number, problems=(problem,), broken=True))


def read_file(found: FoundFile) -> Reading:
    """The articles of one file, or of a piece of it."""
    if found.piece is not None:
        return read_piece(shown_path(found.path), found.piece, ending_of(found.path))
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
    with _opened(path) as file:
        status = os.fstat(file.fileno())
        return file.read(LARGEST), (status.st_size, status.st_mtime_ns, status.st_ino)


def _opened(path: Path) -> BinaryIO:
    """The file to be read; it neither blocks nor is it anything but a file."""
    file = os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(0, "it is no longer a file")
    return file


def _identity(path: Path) -> tuple[int, int, int] | None:
    """Size, time and inode of what has that name now; None if nothing has."""
    with suppress(OSError):
        status = path.stat()
        return status.st_size, status.st_mtime_ns, status.st_ino
    return None
