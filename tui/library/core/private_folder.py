"""The program's own folders: for the reader's eyes alone, and without what killed writers have left."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

_OURS = re.compile(r".+\.(?:db|said|json)(?:[-.].*)?|fault\.txt|.+\.said\w*")
"""Names of indexes, marks, trails, choices and faults, and of what lies beside them."""
_UNFINISHED = re.compile(
    r"(?:(?:corrections\.toml|looks\.json|marks-before-\d+\.json)\.|.+\.said)[a-z0-9_]{8}"
)
"""Names of files that were being written when their writer ended; who writes one now has it locked."""
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_private(folder: Path) -> None:
    """Make the folder and all of ours in it readable to nobody else, also where they are there already.

    What killed writers have left is removed. Raises OSError where the folder cannot be made.
    """
    make_folder(folder)
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if not entry.is_file(follow_symlinks=False):
                    continue
                if _UNFINISHED.fullmatch(entry.name) and _is_left(entry.path):
                    Path(entry.path).unlink()
                elif _OURS.fullmatch(entry.name) and entry.stat().st_mode & _OTHERS:
                    Path(entry.path).chmod(0o600)


def make_folder(folder: Path) -> None:
    """Make the folder, for the reader alone, also where it is there already."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with suppress(OSError):  # another's folder, or media that cannot be written
        if folder.stat().st_mode & _OTHERS:
            folder.chmod(0o700)


def make_file(path: Path) -> None:
    """Make an empty file for the reader alone, unless it is there. Whoever opens it tells what hinders.

    One that is there is not opened: to close it would let go of the locks that SQLite has on it.
    """
    with suppress(OSError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))


def locked_temporary(folder: Path, prefix: str) -> tuple[int, Path]:
    """A new file that is locked as long as it is open, so that nobody takes it for one that was left."""
    from tempfile import mkstemp

    while True:
        handle, name = mkstemp(dir=folder, prefix=prefix)
        with suppress(OSError):  # a disk that knows no locks: there nothing is taken for one that was left
            flock(handle, LOCK_EX)
        if Path(name).exists():  # else it was taken away before it was locked
            return handle, Path(name)
        os.close(handle)


def _is_left(path: str) -> bool:
    """Whether nobody writes the file any more."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        flock(handle, LOCK_EX | LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True
