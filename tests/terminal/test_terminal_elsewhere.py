"""Going out and coming back: the editor, the shell."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from tests.terminal.screen import READER, Terminal


def test_the_editor_gets_the_file_and_the_reader_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "my clips"
    folder.mkdir()
    (folder / "a $(touch pwned);b.txt").write_text("“We will,” said Ann Lee.", encoding="utf-8")
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nprintf "%s\\n" "$#" "$@" > "$HOME/edited"\n', encoding="utf-8")
    script.chmod(0o755)
    it = Terminal(["-m", "tui", str(folder)], tmp_path, also={"EDITOR": f"{script} --wait"})
    try:
        it.shows("We will")
        it.type("E")
        it.until(lambda: (tmp_path / "edited").exists())
        it.read(0.3)
        count, wait, path = (tmp_path / "edited").read_text(encoding="utf-8").splitlines()
        assert (count, wait) == ("2", "--wait")
        assert path == str(folder / "a $(touch pwned);b.txt")
        it.type("?")
        it.shows("QUOTATIONS")
        it.type("\x1b")
        it.read(0.4)
        it.type("q")
        assert it.ended() == 0
        assert not (tmp_path / "pwned").exists()
    finally:
        it.close()


def is_stopped(process: int) -> bool:
    """Whether that process has been stopped; where nobody can tell, it has."""
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text(encoding="ascii").rpartition(")")[2].split()[0] == "T"


def test_ctrl_z_stops_it_and_fg_brings_the_page_back(tmp_path: Path) -> None:
    it = Terminal(READER, tmp_path)
    try:
        it.shows("We have received a letter")
        before = len(it.sent)
        os.kill(it.process.pid, signal.SIGTSTP)
        it.until(lambda: b"\x1b[?1049l" in it.sent[before:])
        it.until(lambda: is_stopped(it.process.pid))
        it.display.reset()  # another screen than the shell's: what was there is gone
        os.kill(it.process.pid, signal.SIGCONT)
        it.until(lambda: b"\x1b[?1049h" in it.sent[before:])
        it.shows("We have received a letter")
        it.type("q")
        assert it.ended() == 0
    finally:
        it.close()


def test_keys_are_rebound_and_a_wrong_name_is_said_in_the_key_line(tmp_path: Path) -> None:
    config = tmp_path / "config" / "cuttings"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('[keys]\nquit = "x"\nserach = "S"\n', encoding="utf-8")
    it = Terminal(READER, tmp_path, size=(140, 40))
    try:
        it.shows("config.toml:3: keys.serach: there is no action of that name")
        it.type("q")
        it.read(0.5)
        assert it.process.poll() is None
        it.type("x")
        assert it.ended() == 0
    finally:
        it.close()


def test_the_tutor_leaves_the_readers_own_marks_alone(tmp_path: Path) -> None:
    it = Terminal(["-m", "tui", "tutor"], tmp_path, size=(100, 30))
    try:
        it.shows("STEP 1 OF 7")
        it.type("1j\r")
        it.shows("STEP 2 OF 7")
        it.type("*q")
        assert it.ended() == 0
        assert it.restored
        assert not list(tmp_path.rglob("*.db"))
    finally:
        it.close()
