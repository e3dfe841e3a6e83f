"""The command among pipes, signals, full disks and poor locales."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Tell = Callable[..., "subprocess.CompletedProcess[str]"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]
Start = Callable[..., "subprocess.Popen[bytes]"]
ROOT = Path(__file__).parents[2]

SAID = "“Café £5 ‘naïve’ 😀,” said Zoë Ångström, the mayor of Łódź.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "über.txt"
    path.write_text(SAID, encoding="utf-8")
    return path


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder whose annotations are more than a pipe holds."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(SAID + "It went on and on. " * 500, encoding="utf-8")
    return folder


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_leads_with_examples_on_stdout(tell: Tell, option: str) -> None:
    done = tell(option)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.index("cuttings ~/clips") < done.stdout.index("usage:")


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_one_line(tell: Tell, option: str) -> None:
    done = tell(option)
    assert done.returncode == 0
    assert re.fullmatch(r"cuttings \d+\.\d+\.\d+\n", done.stdout)


@pytest.mark.parametrize("command", ["annotate", "find", "quotes", "who", "related", "index", "check"])
def test_every_command_has_its_own_help_with_an_example(tell: Tell, command: str) -> None:
    done = tell(command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"example: cuttings {command} " in done.stdout


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["annotate"], "PATH"),
        (["find"], "QUERY"),
        (["find", "x", "--limit", "0"], "--limit"),
        (["find", "x", "--limit", "many"], "many"),
        (["quotes", "--json", "--csv"], "--csv"),
        (["annotate", "--jsn", "seeds"], "--jsn"),
        (["--sideways"], "--sideways"),
        (["/no/such/folder"], "/no/such/folder"),
        (["annotate", "/no/such/file"], "/no/such/file"),
        (["related", "/no/such/file"], "/no/such/file"),
        (["find", "x", "/no/such/folder"], "/no/such/folder"),
        (["index", "-"], "-"),
    ],
)
def test_misuse_is_one_sentence_that_names_what_is_wrong(tell: Tell, words: list[str], named: str) -> None:
    done = tell(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("cuttings: ")
    assert done.stderr.count("\n") == 1
    assert named in done.stderr


def test_a_misspelt_command_is_told_the_one_it_resembles(tell: Tell) -> None:
    done = tell("anotate", "seeds")
    assert done.returncode == 2
    assert "'annotate'" in done.stderr


def test_a_folder_that_is_called_like_a_misspelt_command_is_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "qoutes").mkdir()
    done = run("qoutes", cwd=tmp_path)
    assert "did you mean" not in done.stderr
    assert "needs a terminal" in done.stderr


def test_without_a_terminal_the_reader_points_at_the_commands(tell: Tell) -> None:
    done = tell("seeds")
    assert (done.returncode, done.stdout) == (2, "")
    assert "cuttings --help" in done.stderr


def test_the_tutor_needs_a_terminal_and_takes_no_words(tell: Tell) -> None:
    for words in (["tutor"], ["tutor", "seeds"]):
        done = tell(*words)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_a_name_with_an_escape_sequence_does_not_reach_the_terminal(tell: Tell) -> None:
    done = tell("annotate", "/no/\x1b[31mred\x9b\u202e")
    assert done.returncode == 2
    assert not re.search("[\x1b\x9b\u202e]", done.stderr)


def test_a_reader_of_the_output_who_leaves_is_no_error(start: Start, many: Path) -> None:
    with start(["annotate", "--json", str(many)]) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.read(1) == b"{"
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 0


def test_a_reader_of_the_help_who_has_left_is_no_error(start: Start) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as nobody, start(["--help"], stdout=nobody) as program:  # noqa: PTH123 - a descriptor
        assert program.communicate()[1] == b""
    assert program.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
@pytest.mark.parametrize("words", [["--help"], ["annotate", "--json", "seeds"], ["who", "seeds"]])
def test_a_full_disk_is_told_and_not_taken_for_success(start: Start, words: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full, start(words, stdout=full) as program:
        said = program.communicate()[1]
    assert program.returncode == 2
    assert said.startswith(b"cuttings: ")
    assert said.count(b"\n") == 1


@pytest.mark.parametrize(("closing", "code"), [(">&-", 2), ("2>&-", 0), ("<&-", 0)])
def test_a_closed_stream_is_no_crash(environment: dict[str, str], closing: str, code: int) -> None:
    command = f'"$PYTHON" -m tui annotate --json seeds {closing}'
    python = {**environment, "PYTHON": sys.executable}
    done = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, env=python, capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
@pytest.mark.parametrize("form", [["annotate"], ["quotes", "--csv"], ["who"]])
def test_no_letter_is_too_much_for_a_poor_locale(
    run: Run, article: Path, form: list[str], locale: dict[str, str]
) -> None:
    done = run(*form, str(article), also=locale)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_means_the_same_in_every_encoding(start: Start, article: Path, encoding: str) -> None:
    with start(["annotate", "--json", str(article)], also={"PYTHONIOENCODING": encoding}) as program:
        assert program.stdout is not None
        written = program.stdout.read().decode(encoding)
    assert json.loads(written)["text"] == SAID


def test_standard_input_is_an_article_like_any_other(run: Run, article: Path) -> None:
    from_file, from_pipe = (
        json.loads(done.stdout)
        for done in (run("annotate", "--json", str(article)), run("annotate", "--json", "-", given=SAID))
    )
    assert from_pipe.pop("path") == "-"
    assert from_file.pop("path") == str(article)
    assert from_pipe == from_file


def test_an_interrupted_command_says_so_by_its_exit_code(start: Start, many: Path) -> None:
    with start(["annotate", "--json", str(many)]) as program:
        assert program.stdout is not None
        program.stdout.read(1)  # now it is at work, and soon the pipe is full
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=120)
    assert (program.returncode, said) == (130, b"")
