"""Locks between programs: who brings an index up to date, and who alone changes a file for a moment."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from tui.library.core.private_folder import make_file, make_folder


class BusyError(Exception):
    """Another program brings the index up to date."""


@contextmanager
def sole_writer(path: Path) -> Iterator[bool]:
    """While it lasts no other program has the lock; False if another one has it now.

    The system lets go of it however the program ends. Who has it is written into the file.
    """
    make_file(path)
    with path.open("a+b") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except OSError:
            yield False
            return
        with suppress(OSError):  # on a full disk nobody is told who it is
            lock.truncate(0)
            lock.write(f"{os.getpid()} {time.time():.0f}".encode())
            lock.flush()
        yield True


def writer_in_words(path: Path) -> str:
    """In words who has the lock: "(process 1234, since 14:02)"; "" if that cannot be told."""
    try:
        process, since = map(int, path.read_bytes().split())
        started = time.localtime(since)
    except (OSError, ValueError, OverflowError):
        return ""
    day = "" if started[:3] == time.localtime()[:3] else f"{time.strftime('%Y-%m-%d', started)} "
    return f"(process {process}, since {day}{time.strftime('%H:%M', started)})"


@contextmanager
def folder_lock(path: Path) -> Iterator[None]:
    """While it lasts no other program changes the file, or any other one of its folder, in this way."""
    make_folder(path.parent)
    folder = os.open(path.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        flock(folder, LOCK_EX)
        yield
    finally:
        os.close(folder)
