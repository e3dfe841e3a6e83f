"""What is taken in of the reader's own is one transaction over two files: all of it, or nothing."""

import os
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tui.app_paths import data_home
from tui.library.service.user_data_service import UserDataService
from tui.library.user import user_data
from tui.library.user.marks_json import ReaderDocument
from tui.library.user.marks_store import CorrectionsChange, MarksStore
from tui.model.article import ArticleId
from tui.model.mark import Mark

A, B = ArticleId("a" * 16), ArticleId("b" * 16)
MINE = '[[name]]\nwritten = "Mr Ebb"\nname = "Tom Ebb"\n'
TAKEN = ReaderDocument(
    (Mark(A, starred=True), Mark(B, note="ask again")),
    {},
    (("name", {"written": "Mrs Reed", "name": "Una Reed"}),),
)


@pytest.fixture(autouse=True)
def mine() -> Path:
    """What was there before."""
    with closing(UserDataService()) as service:
        service._marks.set_read(A, True)
    file = data_home() / "corrections.toml"
    file.write_text(MINE)
    return file


def state() -> tuple[list[Mark], bool]:
    """The marks, and whether the new correction is there; as the next start finds them."""
    with closing(UserDataService()) as service:
        document = service.collect()
    return [*document.marks], len(document.corrections) == 2


NOTHING = ([Mark(A, read=True)], False)
ALL = ([Mark(A, read=True, starred=True), Mark(B, note="ask again")], True)


def names() -> set[str]:
    return {
        path.name for path in data_home().iterdir() if "-wal" not in path.name and "-shm" not in path.name
    }


def test_all_is_taken_in() -> None:
    with closing(UserDataService()) as service:
        summary = service.take_in(TAKEN, replace=False)
    assert (summary.articles, summary.corrections) == (2, 1)
    assert state() == ALL
    assert names() == {"marks.db", "corrections.toml"}


def test_on_a_full_disk_nothing_is_changed_and_the_reason_is_told(mine: Path) -> None:
    with closing(UserDataService()) as service:
        (pages,) = service._marks._connection.execute("PRAGMA page_count").fetchone()
        service._marks._connection.execute(f"PRAGMA max_page_count = {pages}")
        notes = tuple(Mark(ArticleId(f"{n:016x}"), note="long " * 100) for n in range(200))
        with pytest.raises(sqlite3.OperationalError, match="full"):
            service.take_in(TAKEN._replace(marks=notes), replace=False)
    assert state() == NOTHING
    assert mine.read_text() == MINE
    assert names() == {"marks.db", "corrections.toml"}


def test_where_the_corrections_find_no_room_nothing_is_changed(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with closing(UserDataService()) as service, monkeypatch.context() as patch:
        patch.setattr("tui.library.core.atomic_write.os.fsync", full)
        with pytest.raises(OSError, match="No space left"):
            service.take_in(TAKEN, replace=False)
    assert state() == NOTHING
    assert names() == {"marks.db", "corrections.toml"}


def killed(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed_after(work: Callable[..., object]) -> Callable[..., None]:
    def done(*given: object, **named: object) -> None:
        work(*given, **named)
        killed()

    return done


STEPS: dict[str, tuple[object, str, Callable[..., object], object]] = {
    "before the marks": (MarksStore, "change_all", killed, NOTHING),
    "in the marks": (user_data, "merge_marks", killed, NOTHING),
    "after the marks": (MarksStore, "change_all", killed_after(MarksStore.change_all), ALL),
    "after the corrections": (MarksStore, "done_with_pending", killed, ALL),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_leaves_all_or_nothing(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    owner, name, killing, expected = STEPS[step]
    child = os.fork()
    if not child:
        monkeypatch.setattr(owner, name, killing)
        UserDataService().take_in(TAKEN, replace=False)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert state() == expected
    assert names() == {"marks.db", "corrections.toml"}
    assert state() == expected


def test_corrections_that_were_edited_after_a_kill_are_left_as_they_are(mine: Path) -> None:
    with closing(MarksStore(data_home() / "marks.db")) as marks:
        change = CorrectionsChange(b"other", b"new")
        marks.change_all(lambda here, places: (here.values(), places), change)
    assert state() == NOTHING
    assert mine.read_text() == MINE
    with closing(MarksStore(data_home() / "marks.db")) as marks:
        assert marks.pending() is None
