"""Processes that read and analyse files, so that both cores are used and no key waits for a core.

A helper is this module run by itself: it takes lists of files from its standard input and answers with
their records, both pickled, until its input ends: then it ends at once, in the midst of a file. It ends with
the process that started it, however that one ends. Where a helper ends before its time another one takes its
place, and the files that it had in hand are given to that one by one: the one that ends it again is a
Problem, the others are read. A file that takes too long ends its helper, too: the system sees to that,
whatever the work hangs in, and counts the time of the processor: a busy machine is no fault of a file.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from tui.app_paths import PACKAGE
from tui.library.core.fault_isolation import unexpected
from tui.library.core.gc_tuning import collect_seldom
from tui.library.core.own_process import work_apart
from tui.library.core.text_cleaning import shown_path
from tui.library.ingest.analysis import FileRecord, lost, record_of
from tui.library.ingest.scan import FoundFile

CHUNK = 8
"""Files that are handed over at once."""
AHEAD = 64
"""Chunks that each helper may have in hand: it goes on while the one that asked writes for some seconds."""
AHEAD_BYTES = 2_000_000
"""Of files that each may have in hand: what is made of them is held until it is written."""
CHUNK_BYTES = 60_000
"""Of files, so many are a chunk even if they are few."""
LIMIT, BYTES_A_SECOND = 60, 100_000
"""Seconds of the processor for a file, or a piece of one: so many, and one more for so many bytes."""
GREETING: Sequence[FileRecord] = ()
"""What a helper answers first, unasked: that it can work at all."""


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
        handed: deque[_Worker] = deque()
        for _ in range(AHEAD):
            for helper in self._analysts:
                self._hand(helper, waiting, handed)
        while handed:
            helper = handed.popleft()
            yield from helper.answer()
            for other in (helper, *self._analysts):
                self._hand(other, waiting, handed)

    def close(self) -> None:
        """Let the helpers go."""
        for helper in self._analysts:
            helper.close()

    def _hand(self, helper: _Worker, waiting: Iterator[FoundFile], handed: deque[_Worker]) -> None:
        chunk: list[FoundFile] = [] if helper.has_enough else _chunk(waiting)
        if chunk:
            helper.ask(chunk)
            handed.append(helper)


def _chunk(waiting: Iterator[FoundFile]) -> list[FoundFile]:
    """The files that are handed over next."""
    chunk: list[FoundFile] = []
    while len(chunk) < CHUNK and sum(map(_bytes_in, chunk)) < CHUNK_BYTES:
        found = next(waiting, None)
        if found is None:
            break
        chunk.append(found)
    return chunk


def _bytes_in(found: FoundFile) -> int:
    return found.size if found.piece is None else len(found.piece.raw)


class _Worker:
    """One helping process, and the one that takes its place when it ends before its time."""

    def __init__(self) -> None:
        self._asked: deque[Sequence[FoundFile]] = deque()
        self._cannot_work = False
        self._ended = 0
        self._begin()

    @property
    def has_enough(self) -> bool:
        """Whether it has as much in hand as it may."""
        in_hand = sum(_bytes_in(found) for chunk in self._asked for found in chunk)
        return len(self._asked) >= AHEAD or in_hand >= AHEAD_BYTES

    def ask(self, chunk: Sequence[FoundFile]) -> None:
        """Hand a chunk over."""
        self._asked.append(chunk)
        self._send(chunk)

    def answer(self) -> Sequence[FileRecord]:
        """The records of the chunk that was handed over first and is not answered yet."""
        chunk = self._asked.popleft()
        records = self._received()
        if records is not None:
            return records
        alone = [self._alone(found) for found in chunk]
        for waiting in self._asked:
            self._send(waiting)
        return alone

    def close(self) -> None:
        """End the process."""
        self._process.kill()  # one that is stopped obeys nothing else; there is nothing that it could lose
        self._process.wait()
        self._taking.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    def _begin(self) -> None:
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
        self._greeted = False

    def _begin_anew(self) -> None:
        self.close()
        try:
            self._begin()
        except OSError:  # no more processes can be had
            self._cannot_work = True

    def _send(self, chunk: Sequence[FoundFile]) -> None:
        assert self._process.stdin is not None
        try:
            pickle.dump(chunk, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
        except (OSError, ValueError):  # it is gone: _received() will find out
            pass

    def _received(self) -> Sequence[FileRecord] | None:
        """What it answers next; None when it has ended, and then another one is there or none can be had."""
        if self._cannot_work:
            return None
        if not self._greeted:
            self._greeted = self._answers.get() is not None
            self._cannot_work = not self._greeted
        records = self._answers.get() if self._greeted else None
        if records is None and not self._cannot_work:
            self._process.kill()
            self._ended = self._process.wait()
            self._begin_anew()
        return records

    def _alone(self, found: FoundFile) -> FileRecord:
        """The record of a file that may be the one with which the process has ended."""
        if self._cannot_work:
            return record_of(found)
        self._send([found])
        records = self._received()
        if records is not None:
            return records[0]
        return (
            record_of(found)
            if self._cannot_work and not self._greeted
            else lost(found, _ending(self._ended, found))
        )


def seconds_for(found: FoundFile) -> int:
    """Of the processor, for that file or piece of one."""
    return LIMIT + _bytes_in(found) // BYTES_A_SECOND


def _ending(code: int, found: FoundFile) -> str:
    """How a process has ended with that file, for a sentence."""
    if code >= 0:
        return f"its process ended by itself with {code}"
    if code == -signal.SIGPROF:
        return f"it takes longer than {seconds_for(found)} seconds"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = str(-code)
    return f"its process was ended by the signal {name}"


def work() -> int:
    """Answer until the input ends; the exit code.

    The input is read whatever becomes of the answers: where pipes are short, both sides would else wait to be
    read by the other.
    """
    collect_seldom()
    signal.signal(signal.SIGPROF, signal.SIG_DFL)  # ends the process: somebody else may have it ignored
    # streams of their own: nothing else may get between the records, and locks of the ones there are may
    # outlive the program
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    source = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    asked: SimpleQueue[list[FoundFile]] = SimpleQueue()
    Thread(target=_take_in_to_the_end, args=(source, asked), daemon=True).start()
    answers.write(pickle.dumps(GREETING))
    answers.flush()
    while chunk := asked.get():
        answers.write(_answer(chunk))
        answers.flush()
    return 0


def _answer(chunk: Sequence[FoundFile]) -> bytes:
    """The records of a chunk, pickled; what cannot be pickled is a Problem of its file."""
    records = [_in_time(found) for found in chunk]
    try:
        return pickle.dumps(records, pickle.HIGHEST_PROTOCOL)
    except Exception:  # too deep a recursion, no memory: each by itself
        return pickle.dumps([_portable(record) for record in records], pickle.HIGHEST_PROTOCOL)


def _in_time(found: FoundFile) -> FileRecord:
    """The record of a file; the process ends where the file takes too long, even in the midst of C."""
    signal.setitimer(signal.ITIMER_PROF, seconds_for(found))
    try:
        return record_of(found)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _portable(record: FileRecord) -> FileRecord:
    try:
        pickle.dumps(record, pickle.HIGHEST_PROTOCOL)
    except Exception as fault:  # likewise
        return FileRecord(
            record.found, record.content, problems=(unexpected(fault, shown_path(record.found.path)),)
        )
    return record


def _take_in(source: IO[bytes], queue: SimpleQueue[Any]) -> None:
    """Put all that comes into the queue, None when it ends, however: somebody waits for it."""
    try:
        with suppress(Exception):  # what was cut short, or is no record, raises whatever it likes
            while True:
                queue.put(pickle.load(source))
    finally:
        queue.put(None)


def _take_in_to_the_end(source: IO[bytes], queue: SimpleQueue[Any]) -> None:
    """The same where nobody waits any more when it ends."""
    _take_in(source, queue)
    os._exit(0)


if __name__ == "__main__":
    work_apart(work, "a process that analyses")
