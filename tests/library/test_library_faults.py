"""Any call to SQLite or to the system may fail: what was kept stays whole, and what is lost is told."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.library.test_library_damage import again, answers, printed
from tui.app_paths import cache_home, data_home
from tui.library.ports.corrections import UnchangeableError
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.model.article import ArticleId
from tui.model.listing import Order
from tui.model.trail import Place

CALLS = ("open", "scandir", "stat", "fsync", "replace", "rename", "unlink", "mkdir")
"""Calls of the system that are made to fail, as the program and the library of Python use them."""
CASES = 15
"""How many of the calls are made to fail, evenly spread."""
EARLIER, LATER = ArticleId("e" * 16), ArticleId("f" * 16)


class Faults:
    """Counts calls, and lets the one that is due fail, and with `lasting` all after it."""

    def __init__(self, due: int, *, lasting: bool) -> None:
        self.due, self.lasting = due, lasting
        self.calls = 0

    def call(self, error: Callable[[], Exception]) -> None:
        self.calls += 1
        if self.calls == self.due or (self.lasting and self.calls > self.due > 0):
            raise error()


@contextmanager
def failing(faults: Faults, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """While it lasts, calls may fail."""

    class Connection(sqlite3.Connection):
        """A connection whose statements may fail as on a bad disk."""

        def _count(self) -> None:
            faults.call(lambda: sqlite3.OperationalError("disk I/O error"))

        def execute(self, *words: Any) -> sqlite3.Cursor:
            self._count()
            return super().execute(*words)

        def executemany(self, *words: Any) -> sqlite3.Cursor:
            self._count()
            return super().executemany(*words)

        def executescript(self, *words: Any) -> sqlite3.Cursor:
            self._count()
            return super().executescript(*words)

    connect = sqlite3.connect

    def connected(path: str, *words: Any, **named: Any) -> sqlite3.Connection:
        kind = sqlite3.Connection if path == ":memory:" else Connection
        return connect(path, *words, factory=kind, **named)

    with patch.context() as within:
        within.setattr(sqlite3, "connect", connected)
        for name in CALLS:
            within.setattr(os, name, _may_fail(getattr(os, name), faults))
        yield


def _may_fail(call: Callable[..., Any], faults: Faults) -> Callable[..., Any]:
    def called(*words: Any, **named: Any) -> Any:
        faults.call(lambda: OSError(5, "Input/output error"))
        return call(*words, **named)

    return called


def use(library: FolderLibrary) -> bool:
    """Mark, read, search and correct a while; whether it was told that marks cannot be saved."""
    list(library.update())
    library.set_starred(LATER, True)
    library.set_note(LATER, "It was said.")
    library.set_last_place(Place(LATER))
    told = any(problem.path.endswith("marks.db") for problem in library.troubles())
    with suppress(OSError, sqlite3.OperationalError, UnchangeableError):  # what cannot be read is not shown
        answers(library)
        for row in library.rows(Order.NEWEST, 0, 1):
            library.correct(row.article, 0, "Rosa Pike", None)
            library.undo()
        list(library.update())
    return told


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("known", [True, False], ids=["known", "new"])
def test_whichever_call_fails_index_marks_and_articles_are_sound_afterwards(
    lasting: bool, known: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_library([folder])) as library:
        library.set_note(EARLIER, "Before.")
        empty = kept()
        list(library.update())
        sound = answers(library)
    before = kept() if known else empty
    articles = printed(folder)
    counting = Faults(0, lasting=False)
    with failing(counting, monkeypatch), closing(open_library([folder])) as library:
        use(library)
    assert counting.calls > 300
    for due in range(1, counting.calls, counting.calls // CASES):
        again(before)
        told = True
        with failing(Faults(due, lasting=lasting), monkeypatch):
            it = opened(folder)
            if it is not None:
                with closing(it):
                    told = use(it)
        (data_home() / "corrections.toml").unlink(missing_ok=True)  # where the fault hindered taking it back
        with closing(open_library([folder])) as library:
            list(library.update())
            assert answers(library) == sound, due
            assert library.unsound() == ""
            assert list(library.problems()) == []
            assert library.mark(EARLIER).note == "Before."
            assert told or (library.mark(LATER).note, library.mark(LATER).starred) == (
                "It was said.",
                True,
            ), due
        assert printed(folder) == articles


def opened(folder: Path) -> FolderLibrary | None:
    """The library; None where not even a temporary file can be had: then nothing is read at all."""
    with suppress(OSError, sqlite3.OperationalError):
        return open_library([folder])
    return None


def kept() -> dict[Path, bytes]:
    """The files that the program keeps."""
    return {path: path.read_bytes() for home in (cache_home(), data_home()) for path in home.rglob("*.*")}
