"""A library that is closed has let go of every connection, whatever still ran when the reader left."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any

import pytest

from tests.library.conftest import Opener
from tui.library.service.folder_library import FolderLibrary
from tui.model.article import ArticleId
from tui.model.listing import Order

Late = Callable[[FolderLibrary, ArticleId], object]
LATE: list[Late] = [
    lambda library, article: list(library.update()),
    lambda library, article: library.verify("No money for the tram"),
    lambda library, article: library.related(article),
    lambda library, article: library.set_starred(article, True),
    lambda library, article: library.tags(),
    lambda library, article: library.kept("form"),
    lambda library, article: library.keep("form", "APA"),
    lambda library, article: library.forget(),
    lambda library, article: library.unsound(),
    lambda library, article: list(library.troubles()),
]
"""What a job may ask that the end has overtaken."""


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """Every connection that is made; two that are made at once of one file wait for each other a while."""
    made: list[sqlite3.Connection] = []
    meeting = Barrier(2)
    connect = sqlite3.connect

    def connected(path: str, *words: Any, **named: Any) -> sqlite3.Connection:
        if path.endswith("trail.db"):
            with suppress(BrokenBarrierError):
                meeting.wait(0.2)
        made.append(connect(path, *words, **named))
        return made[-1]

    monkeypatch.setattr(sqlite3, "connect", connected)
    return made


def is_open(connection: sqlite3.Connection) -> bool:
    with suppress(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")
        return True
    return False


def test_what_two_threads_ask_first_at_once_is_opened_once(
    folder: Path, opened: Opener, connections: list[sqlite3.Connection]
) -> None:
    library = opened(folder)
    before = len(connections)
    both = [Thread(target=ask) for ask in (library.last_trail, lambda: library.kept("form"))]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(connections) == before + 1
    library.close()
    assert not any(map(is_open, connections))


@pytest.mark.parametrize("late", LATE)
def test_nothing_is_opened_once_a_library_is_closed(
    late: Late, folder: Path, opened: Opener, connections: list[sqlite3.Connection]
) -> None:
    library = opened(folder)
    article = next(library.every(Order.NEWEST)).article
    library.close()
    with suppress(sqlite3.ProgrammingError):
        late(library, article)
    assert connections
    assert not any(map(is_open, connections))
