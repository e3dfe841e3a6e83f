"""One article with which the program fails: commands tell of it and go on."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import ROOT, Run, Tell
from tests.support import failing_rtf
from tui.extract.annotate import annotate

REPORT = "This is a mistake in the program: please report it. Details are in "


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    folder = tmp_path / "clips"
    folder.mkdir()
    for name in ("a", "b", "c"):
        words = f"Mary Holt said: “We shall dredge harbour {name} before the autumn.”\n"
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    return folder


def test_annotate_tells_of_an_article_and_goes_on(
    tell: Tell, clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(article: Any) -> Any:
        if "harbour b" in article.text:
            raise IndexError("a rule has failed")
        return annotate(article)

    monkeypatch.setattr("tui.library.ingest.annotation.annotate", fails)
    done = tell("annotate", "--json", str(clips))
    assert done.returncode == 0
    assert [Path(json.loads(line)["path"]).name for line in done.stdout.splitlines()] == ["a.txt", "c.txt"]
    assert f"{clips / 'b.txt'}: The article “Mary Holt said: “We shall dredge harbour b" in done.stderr
    assert f"could not be analysed: IndexError: a rule has failed. {REPORT}" in done.stderr
    assert "Traceback" not in done.stderr
    assert tell("annotate", str(clips / "b.txt")).returncode == 1


def test_check_names_an_article_with_which_the_program_fails(
    tell: Tell, clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_article: Any) -> Any:
        raise IndexError("a rule has failed")

    assert tell("check", str(clips)).returncode == 0
    monkeypatch.setattr("tui.library.ingest.annotation.annotate", fails)
    done = tell("check", str(clips))
    assert (done.returncode, done.stdout) == (1, "3 articles, 3 quotations, 3 amiss\n")
    assert done.stderr.count("IndexError: a rule has failed") == 3


@pytest.mark.parametrize("more", [0, 30])
def test_index_ends_though_a_file_ends_a_process_or_a_rule(run: Run, clips: Path, more: int) -> None:
    packages = failing_rtf.install(clips.parent / "packages")
    for number in range(more):
        words = f"Mary Holt said: “We shall dredge harbour {number} before the autumn.”\n"
        (clips / f"{number}.txt").write_text(words, encoding="utf-8")
    failing_rtf.written(clips / "odd.rtf", "killed" if more else "fault")
    done = run("index", str(clips), also={"PYTHONPATH": os.pathsep.join([str(packages), str(ROOT)])})
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{3 + more} articles")
    assert "odd.rtf: It could not be analysed: " in done.stderr
    assert "Traceback" not in done.stderr
