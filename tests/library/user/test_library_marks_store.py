import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.library.conftest import MarksOf
from tui.model.article import ArticleId
from tui.model.mark import Mark
from tui.model.span import Span
from tui.model.trail import Place

A, B = ArticleId("a" * 16), ArticleId("b" * 16)


def test_marks_are_there_when_the_file_is_opened_again(tmp_path: Path, marks_of: MarksOf) -> None:
    marks = marks_of(tmp_path / "deep/marks.db")
    marks.set_read(A, True)
    marks.set_starred(A, True)
    marks.set_read(B, True)
    marks.set_read(B, False)
    marks.close()
    marks.close()
    again = marks_of(tmp_path / "deep/marks.db")
    assert again.since(0) == [Mark(A, read=True, starred=True), Mark(B, read=False, starred=False)]
    assert again.identity == marks.identity
    assert again.problem is None


def test_only_what_changed_after_a_revision_is_told(tmp_path: Path, marks_of: MarksOf) -> None:
    marks = marks_of(tmp_path / "marks.db")
    marks.set_read(A, True)
    known = marks.revision()
    assert marks.since(known) == []
    marks.set_starred(B, True)
    marks.set_starred(A, True)
    assert marks.since(known) == [Mark(B, read=False, starred=True), Mark(A, read=True, starred=True)]


def test_tags_and_notes_are_kept_beside_the_rest(tmp_path: Path, marks_of: MarksOf) -> None:
    marks = marks_of(tmp_path / "marks.db")
    marks.set_starred(A, True)
    marks.set_tags(A, ("budget", "tram"))
    marks.set_note(A, "Ask her.\nTwice.")
    marks.set_note(B, "x")
    marks.set_note(B, "")
    again = marks_of(tmp_path / "marks.db")
    assert again.mark(A) == Mark(A, starred=True, tags=("budget", "tram"), note="Ask her.\nTwice.")
    assert again.all() == again.tagged() == again.noted() == again.starred() == [again.mark(A)]


def test_each_library_has_its_last_place(tmp_path: Path, marks_of: MarksOf) -> None:
    marks = marks_of(tmp_path / "marks.db")
    assert marks.place("one") is None
    marks.set_place("one", Place(A, Span(3, 9), 120))
    marks.set_place("two", Place(B))
    assert marks.place("one") == Place(A, Span(3, 9), 120)
    assert marks.place("two") == Place(B)


def test_two_readers_at_once_see_each_others_marks(tmp_path: Path, marks_of: MarksOf) -> None:
    one, two = marks_of(tmp_path / "marks.db"), marks_of(tmp_path / "marks.db")
    one.set_read(A, True)
    two.set_starred(A, True)
    assert one.since(0) == two.since(0) == [Mark(A, read=True, starred=True)]


def test_marks_may_be_set_from_many_threads(tmp_path: Path, marks_of: MarksOf) -> None:
    marks = marks_of(tmp_path / "marks.db")
    names = [ArticleId(f"{n:016x}") for n in range(20)]
    threads = [threading.Thread(target=marks.set_read, args=(name, True)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {mark.article for mark in marks.since(0)} == set(names)


def test_where_nothing_can_be_written_reading_goes_on_with_one_sentence(
    tmp_path: Path, marks_of: MarksOf
) -> None:
    (tmp_path / "file").write_text("in the way")
    marks = marks_of(tmp_path / "file" / "marks.db")
    marks.set_read(A, True)
    assert marks.since(0) == [Mark(A, read=True, starred=False)]
    assert marks.problem is not None
    assert "cannot be saved" in marks.problem.words


def test_a_disk_that_refuses_later_loses_no_mark(tmp_path: Path, marks_of: MarksOf) -> None:
    marks = marks_of(tmp_path / "marks.db")
    marks.set_read(A, True)
    marks._connection.execute("PRAGMA query_only = 1")  # as if the disk had become full
    marks.set_starred(B, True)
    assert marks.problem is not None
    assert marks.since(0) == [Mark(A, read=True, starred=False), Mark(B, read=False, starred=True)]


def test_a_file_that_another_program_holds_does_not_stop_the_reader(
    tmp_path: Path, marks_of: MarksOf
) -> None:
    marks = marks_of(tmp_path / "marks.db")
    marks._connection.execute("PRAGMA busy_timeout = 10")
    holder = sqlite3.connect(tmp_path / "marks.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    marks.set_starred(B, True)
    holder.execute("ROLLBACK")
    holder.close()
    assert marks.problem is not None
    assert marks.since(0) == [Mark(B, read=False, starred=True)]


@pytest.mark.parametrize(
    "content", [b"this is no database, it is a letter" * 99, b"SQLite format 3\0" + b"x" * 5000]
)
def test_a_damaged_file_is_kept_aside_and_a_new_one_begun(
    content: bytes, tmp_path: Path, marks_of: MarksOf
) -> None:
    path = tmp_path / "marks.db"
    path.write_bytes(content)
    marks = marks_of(path)
    marks.set_read(A, True)
    assert marks.problem is not None
    (kept,) = tmp_path.glob("marks.db.damaged-*")
    assert kept.read_bytes() == content
    assert marks_of(path).since(0) == [Mark(A, read=True, starred=False)]


def killed_after(statement: str, path: Path) -> None:
    """Run the statement on marks in a program that is killed the moment it is through."""
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from tui.library.user.marks_store import MarksStore\n"
        f"marks, a = MarksStore(Path(sys.argv[1])), 'a' * 16; {statement}\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    subprocess.run([sys.executable, "-c", program, str(path)], env=environment, check=False)


@pytest.mark.parametrize(
    ("statement", "mark"),
    [
        ("marks.set_read(a, True)", Mark(A, read=True)),
        ("marks.set_tags(a, ('budget', 'tram'))", Mark(A, tags=("budget", "tram"))),
        ("marks.set_note(a, 'ask\\nagain')", Mark(A, note="ask\nagain")),
        (
            "from tui.model.mark import Mark as M; marks.change_all(lambda m, p: ([M(a, starred=True)], p))",
            Mark(A, starred=True),
        ),
    ],
)
def test_a_mark_survives_a_kill_the_moment_its_call_returns(
    statement: str, mark: Mark, tmp_path: Path, marks_of: MarksOf
) -> None:
    killed_after(statement, tmp_path / "marks.db")
    assert marks_of(tmp_path / "marks.db").all() == [mark]


def test_a_kill_in_the_middle_of_a_change_of_all_leaves_all_as_it_was(
    tmp_path: Path, marks_of: MarksOf
) -> None:
    marks = marks_of(tmp_path / "marks.db")
    marks.set_note(A, "mine")
    marks.set_place("one", Place(A))
    marks.close()
    killed_after(
        """from tui.model.mark import Mark
class Slow(dict):
    def items(self): os.kill(os.getpid(), signal.SIGKILL)
marks.change_all(lambda m, p: ([Mark(f'{n:016x}', read=True) for n in range(2000)], Slow()))""",
        tmp_path / "marks.db",
    )
    again = marks_of(tmp_path / "marks.db")
    assert again.all() == [Mark(A, note="mine")]
    assert again.places() == {"one": Place(A)}


def test_a_file_of_the_first_days_gets_room_for_tags_and_notes(tmp_path: Path, marks_of: MarksOf) -> None:
    with sqlite3.connect(tmp_path / "marks.db") as old:
        old.executescript(
            """CREATE TABLE identity (name TEXT PRIMARY KEY) WITHOUT ROWID;
            CREATE TABLE mark (article TEXT PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0,
              starred INTEGER NOT NULL DEFAULT 0, revision INTEGER NOT NULL) WITHOUT ROWID;"""
        )
        old.execute("INSERT INTO mark VALUES (?, 1, 1, 7)", (A,))
    old.close()
    marks = marks_of(tmp_path / "marks.db")
    assert marks.mark(A) == Mark(A, read=True, starred=True)
    marks.set_note(A, "here")
    assert marks_of(tmp_path / "marks.db").mark(A).note == "here"


def test_a_mark_is_on_the_disk_and_not_only_with_the_system(tmp_path: Path, marks_of: MarksOf) -> None:
    marks = marks_of(tmp_path / "marks.db")
    full = 2
    assert marks._connection.execute("PRAGMA synchronous").fetchone() == (full,)
