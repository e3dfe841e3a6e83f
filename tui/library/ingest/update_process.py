"""An update in a process of its own: this module run by itself. The one that asked only reads the index.

It tells on its standard output how far it is, and ends when its standard input does, that is, with the
process that started it, however that one ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Thread

from tui.app_paths import PACKAGE
from tui.library.core.locks import BusyError
from tui.library.core.own_process import work_apart

BUSY = 75
"""The exit code of a process that was not let at the index: another one was quicker."""


class UpdateProcessError(Exception):
    """The process could not be started, or broke off."""


def update(
    index: Path,
    paths: Sequence[Path],
    marks: Path,
    helpers: int,
    started: Callable[[Callable[[], None]], None],
) -> Iterator[tuple[int, int]]:
    """Yields (files done, files to do) as the process tells it. Closing the iterator ends the process.

    It starts so many `helpers` of its own to analyse. `started` is given what ends it from any thread,
    without waiting for what it tells next.
    """
    resolved = [os.fspath(path.resolve()) for path in paths]
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", __spec__.name, *map(str, (index, marks, helpers)), *resolved],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=PACKAGE.parent,
            start_new_session=True,  # ctrl+c is for the one that started it
        )
    except OSError as error:
        raise UpdateProcessError from error
    assert process.stdin is not None
    assert process.stdout is not None
    started(process.kill)  # one that is stopped obeys nothing else, and no kill harms the index
    with process.stdin, process.stdout:
        try:
            for line in process.stdout:
                done, total = line.split()
                yield int(done), int(total)
            code = process.wait()
            if code == BUSY:
                raise BusyError
            if code != 0:
                raise UpdateProcessError
        finally:
            process.kill()
            process.wait()


def run(index_file: Path, marks_file: Path, helpers: int, paths: Sequence[Path]) -> int:
    """Do the update and tell how far it is; the exit code."""
    from tui.library.core.gc_tuning import collect_seldom
    from tui.library.core.locks import sole_writer
    from tui.library.index.database import Index, is_current
    from tui.library.ingest.update_index import update_index
    from tui.library.ingest.walk import walk
    from tui.library.user.marks_store import MarksStore

    collect_seldom()
    if not is_current(index_file):  # the program was replaced while the reader runs: its index must stay
        return 1
    index = Index(index_file)
    marks = MarksStore(marks_file)
    with sole_writer(index.lock) as alone:
        if not alone:
            return BUSY
        for done, total in update_index(index, walk(index, paths), marks, helpers=helpers):
            print(done, total, flush=True)  # noqa: T201 (this is what the process is for)
    return 0


def _end_with_the_starter() -> None:
    while os.read(sys.stdin.fileno(), 1):  # not through the buffer, whose lock would outlive the program
        pass
    os._exit(0)


if __name__ == "__main__":
    os.nice(5)  # the reader's keys come first
    Thread(target=_end_with_the_starter, daemon=True).start()
    index, marks, helpers, *paths = sys.argv[1:]
    work = partial(run, Path(index), Path(marks), int(helpers), [Path(path) for path in paths])
    work_apart(work, "a process that brings an index up to date")
