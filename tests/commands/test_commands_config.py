"""What is in force and why; and what is wrong with the configuration, line by line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Tell
from tui import app_paths
from tui.config import Config
from tui.library.user import ui_preferences

WRONG = """\
theme = "selpia"
mesure = 60
library = "/nowhere"

[keys]
star = ["ctrl+i", "+"]
serach = "S"
"""


@pytest.fixture
def file(environment: dict[str, str]) -> Path:
    path = Path(environment["XDG_CONFIG_HOME"]) / "cuttings" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


def rows(tell: Tell) -> dict[str, tuple[str, str]]:
    """Setting -> value and where it comes from."""
    done = tell("config", "--json")
    assert done.returncode == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return {one["name"]: (one["value"], one["source"]) for one in found}


def test_without_a_file_all_is_as_it_comes(tell: Tell) -> None:
    found = rows(tell)
    assert found["theme"] == (Config().theme, "default")
    assert found["library"] == ("the sample", "default")
    assert found["keys.star"] == ("*", "default")
    assert "not there" in found["config.toml"][1]
    assert found["your marks"][1] == "XDG_DATA_HOME"
    done = tell("config", "check")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_setting_is_told_with_the_line_that_says_so(tell: Tell, file: Path) -> None:
    said = '# mine\ntheme = "slate"\n[keys]\nstar = "+"\n[map]\ntitle = "kop"\n'
    file.write_text(said, encoding="utf-8")
    found = rows(tell)
    assert found["theme"] == ("slate", "config.toml, line 2")
    assert found["keys.star"] == ("+", "config.toml, line 4")
    assert found["map.headline"] == ("kop", "config.toml, line 5")
    assert found["measure"][1] == "default"


def test_what_was_chosen_while_reading_is_told_as_such(tell: Tell) -> None:
    ui_preferences.keep_preference(
        app_paths.data_home() / ui_preferences.FILE_NAME, "theme", "slate", Config()
    )
    assert rows(tell)["theme"] == ("slate", "chosen while reading")


def test_every_problem_has_its_file_and_line_and_a_suggestion(tell: Tell, file: Path) -> None:
    file.write_text(WRONG, encoding="utf-8")
    done = tell("config", "check")
    assert (done.returncode, done.stderr) == (2, "")
    lines = done.stdout.splitlines()
    keys = ["theme", "mesure", "library", "keys.star", "keys.serach"]
    numbers = [1, 2, 3, 6, 7]
    assert len(lines) == len(keys)
    for line, number, key in zip(lines, numbers, keys, strict=True):
        assert line.startswith(f"{file}:{number}: {key}: ")
    assert "Did you mean “measure”?" in done.stdout
    assert "Did you mean “search”?" in done.stdout
    assert "Use “tab”" in done.stdout


@pytest.mark.parametrize("content", [b"theme = ", b"\xff", None])
def test_a_file_that_cannot_be_read_is_one_problem(content: bytes | None, tell: Tell, file: Path) -> None:
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    done = tell("config", "check")
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 1
    assert rows(tell)["theme"] == (Config().theme, "default")


def test_a_theme_of_ones_own_that_is_broken_is_told(tell: Tell, file: Path) -> None:
    theme = file.parent / "themes" / "mine.toml"
    theme.parent.mkdir()
    theme.write_text("[roles]\n", encoding="utf-8")
    done = tell("config", "check")
    assert done.returncode == 2
    assert f"{theme}: roles.background is missing" in done.stdout
