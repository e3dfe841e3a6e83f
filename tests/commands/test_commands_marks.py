"""`cuttings marks`: out as JSON and in again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run, Tell
from tui.app_paths import data_home
from tui.library.user.marks_store import MarksStore
from tui.model.article import ArticleId

A = ArticleId("a" * 16)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "marks.json"


def noted(words: str) -> None:
    marks = MarksStore(data_home() / "marks.db")
    marks.set_note(A, words)
    marks.close()


def note() -> str:
    marks = MarksStore(data_home() / "marks.db")
    found = marks.mark(A).note
    marks.close()
    return found


def test_marks_go_out_and_come_in(tell: Tell, file: Path) -> None:
    noted("mine")
    exported = tell("marks", "export", str(file))
    words = f"cuttings: 1 marked article, 0 places, 0 corrections written to {file}\n"
    assert (exported.returncode, exported.stdout, exported.stderr) == (0, "", words)
    assert json.loads(tell("marks", "export").stdout) == json.loads(file.read_text(encoding="utf-8"))
    noted("changed")
    told = tell("marks", "import", str(file))
    assert (told.returncode, told.stdout) == (0, "1 article was marked, 0 places, 0 corrections\n")
    assert note() == "changed\nmine"


def test_what_is_replaced_is_kept_in_a_file(tell: Tell, file: Path) -> None:
    tell("marks", "export", str(file))
    noted("mine")
    told = tell("marks", "import", "--replace", str(file))
    kept = data_home() / "marks-before-1.json"
    assert str(kept) in told.stderr
    assert note() == ""
    tell("marks", "import", str(kept))
    assert note() == "mine"


def test_an_export_is_written_over_and_nothing_else_is(tell: Tell, file: Path) -> None:
    tell("marks", "export", str(file))
    assert tell("marks", "export", str(file)).returncode == 0
    file.write_text("my diary", encoding="utf-8")
    told = tell("marks", "export", str(file))
    assert told.returncode == 2
    assert "nothing was written" in told.stderr
    assert file.read_text(encoding="utf-8") == "my diary"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"cuttings": "marks",\n"version": 1\n"articles": {}}', "line 3"),
        (b'{\n"\xff"}', "line 2: this is not UTF-8"),
        (b"[]", "no file of marks"),
    ],
)
def test_a_file_that_is_not_sound_changes_nothing(content: bytes, words: str, tell: Tell, file: Path) -> None:
    noted("mine")
    file.write_bytes(content)
    told = tell("marks", "import", "--replace", str(file))
    assert told.returncode == 2
    assert words in told.stderr
    assert "nothing was changed" in told.stderr
    assert note() == "mine"


def test_they_pass_through_a_pipe(run: Run) -> None:
    document = {"cuttings": "marks", "version": 1, "articles": {A: {"starred": True}}}
    assert run("marks", "import", "-", given=json.dumps(document)).stdout.startswith("1 article was marked")
    assert json.loads(run("marks", "export").stdout)["articles"] == {A: {"starred": True}}


def test_a_file_that_is_not_there_is_told(run: Run, file: Path) -> None:
    told = run("marks", "import", str(file))
    assert told.returncode == 2
    assert str(file) in told.stderr
