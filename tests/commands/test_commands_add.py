"""`cuttings add`, the ingest report and `--map`, as somebody types them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library.core.json_field_map import VARIABLE

Tell = Callable[..., "subprocess.CompletedProcess[str]"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]
FERRY = "The ferry to the island will sail in every month of the year, the council has agreed."
PAGE = f"<title>Ferry to sail</title><p>{FERRY}</p><p>“It is open,” said Joan Mallory.</p>"


@pytest.fixture(autouse=True)
def no_map_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.delenv(VARIABLE)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "ferry.html").write_text(PAGE, encoding="utf-8")
    (folder / "box.mbox").write_text(
        "From a\nSubject: One\n\nThe first of two.\n\nFrom b\nSubject: Two\n\nThe second of two.\n",
        encoding="utf-8",
    )
    (folder / "quay.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def test_every_article_of_a_folder_becomes_a_file_and_the_second_time_it_is_there_already(
    tell: Tell, new: Path, library: Path
) -> None:
    done = tell("add", str(new), "--to", str(library))
    assert done.stdout.splitlines() == [
        "added: One.md (from box.mbox)",
        "added: Two.md (from box.mbox)",
        "added: Ferry to sail.md (from ferry.html)",
    ]
    assert (done.returncode, done.stderr) == (0, f"cuttings: 3 cuttings added to {library}\n")
    before = {path.name: path.read_bytes() for path in library.iterdir()}
    done = tell("add", str(new), "--to", str(library))
    assert done.stdout.splitlines()[0] == "there already: One.md (from box.mbox)"
    assert (done.returncode, done.stderr) == (
        0,
        f"cuttings: 0 cuttings added to {library}, 3 there already\n",
    )
    assert {path.name: path.read_bytes() for path in library.iterdir()} == before
    assert tell("check", str(library)).stdout == "3 articles, 1 quotation, nothing amiss\n"


def test_what_the_library_holds_in_another_form_is_there_already(
    tell: Tell, tmp_path: Path, library: Path
) -> None:
    for folder in (tmp_path, library):
        (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    tell("index", str(library))
    assert tell("add", str(tmp_path / "ferry.txt"), "--to", str(library)).stdout == (
        "there already: ferry.txt (from ferry.txt)\n"
    )
    assert [path.name for path in library.iterdir()] == ["ferry.txt"]


@pytest.mark.parametrize("named", ["library", "library/ferry.txt"])
def test_what_lies_in_the_library_itself_is_there_already(
    named: str, tell: Tell, tmp_path: Path, library: Path
) -> None:
    (library / "ferry.txt").write_text(FERRY, encoding="utf-8")
    done = tell("add", str(library.parent / named), "--to", str(library))
    assert (done.returncode, done.stdout) == (0, "there already: ferry.txt\n")
    assert done.stderr == f"cuttings: 0 cuttings added to {library}, 1 there already\n"
    assert [path.name for path in library.iterdir()] == ["ferry.txt"]


def test_standard_input_is_added_whatever_its_format(run: Run, library: Path) -> None:
    done = run("add", "-", "--to", str(library), "--json", given=f"<!doctype html><html>{PAGE}</html>")
    told = json.loads(done.stdout)
    assert told == {"path": str(library / "Ferry to sail.md"), "new": True, "original": None}
    assert f"\n\n{FERRY}\n\n" in Path(told["path"]).read_text(encoding="utf-8")


def test_the_library_of_the_configuration_is_meant_and_never_the_sample(
    tell: Tell, new: Path, library: Path, environment: dict[str, str]
) -> None:
    done = tell("add", str(new))
    assert (done.returncode, done.stdout) == (2, "")
    assert "--to" in done.stderr
    home = Path(environment["XDG_CONFIG_HOME"]) / "cuttings"
    home.mkdir(parents=True)
    (home / "config.toml").write_text(f"library = {json.dumps(str(library))}\n", encoding="utf-8")
    assert tell("add", str(new)).returncode == 0
    assert len(list(library.iterdir())) == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere.txt"], "nowhere.txt"),
        (["ftp://x.example/a"], "only http and https"),
        (["file:///etc/passwd"], "only http and https"),
        (["http://[x"], "http://[x is no address"),
        (["a.txt", "--to", "nowhere"], "nowhere"),
        (["a.txt", "--map", "colour=x"], "colour"),
    ],
)
def test_what_cannot_be_added_is_told(
    words: list[str], said: str, tell: Tell, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = tell("add", *words, *([] if "--to" in words else ["--to", str(library)]))
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert list(library.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_library_that_cannot_be_written_is_told(tell: Tell, new: Path, library: Path) -> None:
    library.chmod(0o500)
    done = tell("add", str(new), "--to", str(library))
    library.chmod(0o700)
    assert done.returncode == 2
    assert "ermission" in done.stderr


def test_the_report_tells_of_each_fact_where_it_was_found_and_sums_up(tell: Tell, new: Path) -> None:
    done = tell("index", str(new), "--report")
    assert done.stdout.endswith(
        """
Ferry to sail ?
  PATH/ferry.html
  format      a web page
  headline    from the title of the page (guessed)
  author      not given
  publication not given
  date        not given

In all
  format      2  a box of messages
              1  a web page
  headline    2  the head of the message
              1  the title of the page (guessed)
  author      3  not given
  publication 3  not given
  date        3  not given

3 articles, 1 quotation, 1 person, 1 other file that is no article
""".replace("PATH", str(new))
    )


def test_the_report_as_data_has_an_object_for_each_article_and_each_problem(tell: Tell, new: Path) -> None:
    told = [json.loads(row) for row in tell("index", str(new), "--json").stdout.splitlines()]
    ferry = next(one for one in told if one.get("headline") == "Ferry to sail")
    assert ferry["provenance"]["headline"] == {"from": "the title of the page", "guessed": True}
    assert "date" not in ferry["provenance"]
    (picture,) = (one for one in told if "problem" in one)
    assert (picture["path"], picture["aside"]) == (str(new / "quay.jpg"), True)


def test_a_map_reads_the_fields_that_it_names(tell: Tell, tmp_path: Path, library: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"kop": "Ferry", "tekst": FERRY}) + "\n", encoding="utf-8")
    mapped = ["--map", "headline=kop,text=tekst"]
    assert "--map text=FIELD" in tell("annotate", str(tmp_path / "a.jsonl")).stderr
    assert tell("annotate", str(tmp_path / "a.jsonl"), *mapped).stdout.startswith("Ferry\n")
    assert tell("add", str(tmp_path / "a.jsonl"), "--to", str(library), *mapped).stdout.startswith(
        "added: Ferry.md"
    )
