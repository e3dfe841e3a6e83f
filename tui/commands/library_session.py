"""The library that a command works on: opened, brought up to date, and closed again."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tui.app_paths import cache_home, data_home
from tui.commands.article_source import source_cuttings
from tui.commands.guard import UsageError, report, say
from tui.commands.source_paths import STDIN, chosen_paths, existing_path
from tui.library.ports.articles import Articles
from tui.library.ports.library import Library
from tui.library.service.folder_library import open_library
from tui.model.coverage import COMPLETE, Coverage
from tui.model.cutting import Cutting
from tui.model.listing import Order
from tui.model.problem import Problem
from tui.present.plain_words import count_of

PATIENCE = 1.0
"""Seconds of work after which a person is told how far it is."""
PASSING = "cuttings-"
"""How the names of temporary folders begin."""


@contextmanager
def opened_library(
    words: Sequence[str],
    *,
    beside: str | None = None,
    afresh: bool = False,
    raw: bool = False,
    thorough: bool = False,
    piped: bool = False,
) -> Iterator[Library]:
    """The library of those paths, else the usual one; `beside` is a file that joins it.

    `afresh` forgets what was indexed before; `raw` knows neither corrections nor marks. Where it may be
    `piped`, - is an article from standard input, in a library that is forgotten afterwards. Where it is to be
    `thorough`, another program that is indexing is waited for and each problem is told in the end; else the
    answer is incomplete then, and problems are told briefly.
    """
    passing = piped and STDIN in words
    try:
        with _paths(words, beside, passing=passing) as paths, _indexed(paths, raw, passing) as library:
            if afresh:
                library.forget()
            show_progress(_waiting_aloud(library) if thorough else library.update(), library)
            yield library
            (_tell if thorough else _tell_briefly)(library.problems())
    except sqlite3.OperationalError as error:
        raise UsageError(f"the index cannot be kept: {error}") from error


@contextmanager
def _paths(words: Sequence[str], beside: str | None, *, passing: bool) -> Iterator[list[Path]]:
    """The files and folders that are meant, and perhaps standard input as a file of its own."""
    if not passing:
        paths = list(chosen_paths(words).paths)
        if beside is not None and not any(_holds(path, beside) for path in paths):
            paths.append(existing_path(beside))
        yield paths
        return
    with TemporaryDirectory(prefix=PASSING) as folder:
        file = Path(folder, STDIN)
        file.write_bytes(sys.stdin.buffer.read())
        yield [*(existing_path(word) for word in words if word != STDIN), file]


@contextmanager
def _indexed(paths: Sequence[Path], raw: bool, passing: bool) -> Iterator[Library]:
    if not raw and not passing:
        with closing(open_library(paths)) as library:
            yield library
        return
    with TemporaryDirectory(prefix=PASSING) as folder:
        home = Path(folder)
        with closing(open_library(paths, index_in=home, own_in=home if raw else None)) as library:
            yield library


class LibraryCuttings(NamedTuple):
    """Every cutting of a library, newest first, and how much of its files they are."""

    each: Iterator[Cutting]
    coverage: Coverage


@contextmanager
def library_cuttings(words: Sequence[str], *, raw: bool = False) -> Iterator[LibraryCuttings]:
    """Those of that library; - reads standard input, without an index."""
    if STDIN in words:
        yield LibraryCuttings(source_cuttings(words, raw=raw), COMPLETE)
        return
    with opened_library(words, raw=raw) as library:
        found = (library.cutting(row.article) for row in library.every(Order.NEWEST))
        yield LibraryCuttings(filter(None, found), library.coverage())


def _waiting_aloud(library: Library) -> Iterator[tuple[int, int]]:
    """The update; that another program is waited for is said once."""
    waits = False
    for step in library.update(wait=True):
        holder = library.coverage().holder
        if holder and not waits:
            waits = True
            say(
                f"another program is bringing the index up to date {holder}: waiting for it; ctrl+c ends this"
            )
        yield step


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        if not problem.aside:
            report(problem)


def _tell_briefly(problems: Iterable[Problem]) -> None:
    """Our own files are a matter of the moment; of articles that were not read, how many will do."""
    homes = (str(cache_home()), str(data_home()))
    unread: set[str] = set()
    for problem in problems:
        if problem.path.startswith(homes):
            report(problem)
        elif not (problem.read or problem.aside):
            unread.add(problem.path)
    if unread:
        say(f"{count_of(len(unread), 'file was', 'files were')} not read: cuttings check FOLDER tells why")


def _holds(path: Path, file: str) -> bool:
    return Path(file).resolve().is_relative_to(path.resolve())


def show_progress(steps: Iterable[tuple[int, int]], library: Articles) -> None:
    """Let the work be done, showing how far it is when it takes long and somebody watches."""
    began = time.monotonic()
    steps = iter(steps)
    for done, total in steps:
        if sys.stderr.isatty() and time.monotonic() - began > PATIENCE:
            _show(steps, library, done, total)


def _show(steps: Iterable[tuple[int, int]], library: Articles, done: int, total: int) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    def articles() -> str:
        return count_of(library.counts().articles, "article")

    told = TextColumn("{task.fields[articles]} so far")
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), told)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, completed=done, articles=articles())
        for now_done, of_all in steps:
            bar.update(task, completed=now_done, total=of_all, articles=articles())
