"""The doctor says what there is, what one can do without, and what does not work."""

from __future__ import annotations

import json
import os
import pty
import threading
from pathlib import Path

import pytest

from tests.commands.conftest import Start, Tell
from tui.commands import installation_checks, terminal_checks
from tui.commands.diagnosis import CheckOutcome, CheckResult


def test_all_that_is_needed_is_told_with_a_verdict(tell: Tell) -> None:
    done = tell("doctor", "--json")
    found = {one["what"]: one for one in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 0
    assert {"terminal", "colours", "size", "letters", "Python", "SQLite", "marks", "config.toml"} <= set(
        found
    )
    assert found["writing while others read"]["found"] == "yes"
    assert {one["verdict"] for one in found.values()} <= {"fine", "note"}


def test_something_amiss_is_exit_code_1(tell: Tell, environment: dict[str, str]) -> None:
    file = Path(environment["XDG_CONFIG_HOME"]) / "cuttings" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text("mesure = 3", encoding="utf-8")
    done = tell("doctor")
    assert done.returncode == 1
    assert "config.toml\ta setting cannot be\tamiss: cuttings config check tells which" in done.stdout


@pytest.mark.parametrize(
    ("variables", "found"),
    [
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, "none"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "16 million"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "linux"}, "16"),
    ],
)
def test_colours_are_judged_by_what_the_terminal_says(variables: dict[str, str], found: str) -> None:
    assert terminal_checks.colours(variables).found.startswith(found)


@pytest.mark.parametrize(
    ("given", "verdict"), [((140, 40), "fine"), ((80, 24), "fine"), ((30, 10), "amiss"), ((0, 0), "note")]
)
def test_the_size_is_judged_by_what_the_reader_needs(given: tuple[int, int], verdict: str) -> None:
    assert terminal_checks.size(given).verdict == verdict


def test_letters_and_keyboard() -> None:
    assert terminal_checks.letters("ANSI_X3.4-1968").verdict is CheckOutcome.NOTE
    assert terminal_checks.letters("UTF-8").verdict is CheckOutcome.FINE
    assert "kitty" in terminal_checks.keyboard("\x1b[?0u\x1b[?62;4c").found
    assert "ctrl+i is tab" in terminal_checks.keyboard("\x1b[?62;4c").found


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"TERM": "xterm-kitty"}, "yes"),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7000"}, "not before"),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/x"}, "yes, with set-clipboard on"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "no"),
        ({"TERM": "wyse60"}, "cannot be told"),
    ],
)
def test_whether_copying_reaches_the_clipboard(variables: dict[str, str], told: str) -> None:
    assert next(terminal_checks.clipboard(variables)).found.startswith(told)


def test_old_versions_and_missing_packages_are_amiss(monkeypatch: pytest.MonkeyPatch) -> None:
    assert installation_checks.python((3, 10, 9)).verdict is CheckOutcome.AMISS
    assert installation_checks.sqlite((3, 34, 0)).verdict is CheckOutcome.AMISS
    assert installation_checks.package("rich").verdict is CheckOutcome.FINE
    monkeypatch.setitem(installation_checks.NEEDED, "rich", (999,))
    assert installation_checks.package("rich").told == "amiss: 999 is needed"
    assert installation_checks.package("no-such-package-as-this").verdict is CheckOutcome.AMISS


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert installation_checks.writable("index", blocked / "cuttings").verdict is CheckOutcome.AMISS
    assert installation_checks.writable("configuration", blocked / "cuttings").verdict is CheckOutcome.NOTE
    assert installation_checks.writable("index", tmp_path / "new" / "er") == CheckResult(
        "index", f"{tmp_path / 'new' / 'er'}, made when it is needed"
    )


def test_a_terminal_is_asked_and_left_as_it_was(start: Start) -> None:
    ours, theirs = pty.openpty()
    said = b""

    def answer() -> None:
        nonlocal said
        while chunk := _read(ours):
            said += chunk
            if b"\x1b[?u" in chunk:
                os.write(ours, b"\x1b[?1u\x1b[?62c")

    thread = threading.Thread(target=answer)
    thread.start()
    with start(["doctor"], stdin=theirs, stdout=theirs, also={"TERM": "xterm-256color"}) as program:
        os.close(theirs)
        program.wait(30)
    thread.join(10)
    os.close(ours)
    assert b"kitty protocol" in said


def _read(ours: int) -> bytes:
    try:
        return os.read(ours, 65536)
    except OSError:  # the last writer has gone
        return b""
