"""Processes that read and analyse files, so that both cores are used and no key waits for a core.

A helper is this module run by itself: it takes lists of files from its standard input and answers with
their records, both pickled, until its input ends. It ends with the process that started it, however that
one ends, and where it fails its files are analysed by the one that asked.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from tui.app_paths import PACKAGE
from tui.library.core.gc_tuning import collect_seldom
from tui.library.ingest.analysis import FileRecord, analyse, content_of
from tui.library.ingest.scan import FoundFile
from tui.model.problem import Problem

CHUNK = 8
"""Files that are handed over at once."""
AHEAD = 64
"""Chunks that each helper may have in hand: it goes on while the one that asked writes for some seconds."""

_ENDED = (EOFError, OSError, ValueError, pickle.UnpicklingError, AttributeError, ImportError, IndexError)
"""What reading raises where the other side has ended or what it wrote is cut short."""


def record_of(found: FoundFile) -> FileRecord:
    """Read and analyse one file."""
    read = content_of(found)
    if isinstance(read, Problem):
        return FileRecord(found, None, problems=(read,))
    return analyse(found, *read)


class WorkerPool:
    """So many helpers; with none, the work is done here."""

    def __init__(self, helpers: int) -> None:
        self._analysts = [_Worker() for _ in range(helpers)]

    def records(self, files: Iterable[FoundFile]) -> Iterator[FileRecord]:
        """The record of each file, in the order of the files."""
        if not self._analysts:
            yield from map(record_of, files)
            return
        waiting = iter(files)
        handed: deque[tuple[_Worker, list[FoundFile]]] = deque()
        for _ in range(AHEAD):
            for helper in self._analysts:
                self._hand(helper, waiting, handed)
        while handed:
            helper, chunk = handed.popleft()
            yield from helper.answer(chunk)
            self._hand(helper, waiting, handed)

    def close(self) -> None:
        """Let the helpers go."""
        for helper in self._analysts:
            helper.close()

    def _hand(
        self, helper: _Worker, waiting: Iterator[FoundFile], handed: deque[tuple[_Worker, list[FoundFile]]]
    ) -> None:
        chunk = list(islice(waiting, CHUNK))
        if chunk:
            helper.ask(chunk)
            handed.append((helper, chunk))


class _Worker:
    """One helping process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __spec__.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=PACKAGE.parent,
            start_new_session=True,  # ctrl+c is for the one that started it
        )
        assert self._process.stdout is not None
        self._answers: SimpleQueue[Sequence[FileRecord] | None] = SimpleQueue()
        self._taking = Thread(target=_take_in, args=(self._process.stdout, self._answers), daemon=True)
        self._taking.start()
        self._is_gone = False

    def ask(self, chunk: Sequence[FoundFile]) -> None:
        """Hand a chunk over."""
        assert self._process.stdin is not None
        try:
            pickle.dump(chunk, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
        except OSError:  # it is gone: answer() will find out
            pass

    def answer(self, chunk: Sequence[FoundFile]) -> Sequence[FileRecord]:
        """The records of the chunk that was handed over first."""
        records = None if self._is_gone else self._answers.get()
        self._is_gone = records is None
        return [record_of(found) for found in chunk] if records is None else records

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.wait()
        self._taking.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


def work() -> None:
    """Answer until the input ends.

    The input is read whatever becomes of the answers: where pipes are short, both sides would else wait to be
    read by the other.
    """
    collect_seldom()
    target = sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing else may get between the records
    waiting: SimpleQueue[list[FoundFile] | None] = SimpleQueue()
    # opened anew: the lock of the one there is may outlive the program
    with open(sys.stdin.fileno(), "rb", closefd=False) as source:
        Thread(target=_take_in, args=(source, waiting), daemon=True).start()
        while chunk := waiting.get():
            pickle.dump([record_of(found) for found in chunk], target, pickle.HIGHEST_PROTOCOL)
            target.flush()


def _take_in(source: IO[bytes], queue: SimpleQueue[Any]) -> None:
    """Put all that comes into the queue, None when it ends, however: somebody waits for it."""
    try:
        with suppress(*_ENDED):
            while True:
                queue.put(pickle.load(source))
    finally:
        queue.put(None)


if __name__ == "__main__":
    work()
