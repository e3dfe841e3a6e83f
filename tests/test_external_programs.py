"""Whatever a file is called, an editor takes the name for a file."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tui.external_programs import file_argument, on_file

NAMES = ("+!id>pwned|.txt", "-c", "--", "-", "--cmd=!id", "+9", "a b", "http:", "$(id)", "~")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_begins_like_a_path(name: str) -> None:
    assert file_argument(name) == f"./{name}"
    assert file_argument(f"/clips/{name}") == f"/clips/{name}"


def test_dashes_stand_before_the_file_where_the_editor_knows_them() -> None:
    assert on_file(["/usr/bin/vim", "-R"], "+x") == ["/usr/bin/vim", "-R", "--", "./+x"]
    assert on_file(["nano", "--"], "-x") == ["nano", "--", "./-x"]
    assert on_file(["code", "--wait"], "-x") == ["code", "--wait", "./-x"]


@pytest.mark.skipif(shutil.which("ed") is None, reason="there is no ed to be tried")
@pytest.mark.parametrize("name", NAMES)
def test_an_editor_reads_the_file_of_that_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("the ferry\n", encoding="utf-8")
    done = subprocess.run(
        on_file(["ed", "-s"], name), cwd=tmp_path, input=b",p\nq\n", capture_output=True, check=True
    )
    assert done.stdout == b"the ferry\n"


@pytest.mark.skipif(shutil.which("vim") is None, reason="there is no vim to be tried")
def test_vim_runs_no_command_that_a_file_is_called(tmp_path: Path) -> None:
    name = "+!touch pwned|.txt"
    (tmp_path / name).write_text("the ferry\n", encoding="utf-8")
    command = on_file(["vim", "-u", "NONE", "-es", "-c", "w! read", "-c", "q!"], name)
    subprocess.run(
        command, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False
    )
    assert (tmp_path / "read").read_text(encoding="utf-8") == "the ferry\n"
    assert not (tmp_path / "pwned").exists()
