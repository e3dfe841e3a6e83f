"""However one leaves, the terminal is as it was and nothing runs on."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.screen import HANGING, READER, Terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    it = Terminal(READER, tmp_path)
    it.shows("We have received a letter")
    yield it
    it.close()


def test_q_quits(terminal: Terminal) -> None:
    terminal.type("q")
    assert terminal.ended() == 0
    assert terminal.restored


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_and_the_terminal_is_restored(terminal: Terminal, sent: signal.Signals) -> None:
    os.kill(terminal.process.pid, sent)
    terminal.ended()
    assert terminal.restored


def test_being_told_to_go_on_without_having_stopped_changes_nothing(terminal: Terminal) -> None:
    os.kill(terminal.process.pid, signal.SIGCONT)
    terminal.type("]")
    terminal.shows("4 of 4")
    terminal.type("q")
    assert terminal.ended() == 0
    assert terminal.restored


def test_ctrl_c_quits(terminal: Terminal) -> None:
    terminal.type("\x03")
    assert terminal.ended() == 130
    assert terminal.restored


def test_closing_the_window_ends_it(tmp_path: Path) -> None:
    it = Terminal(READER, tmp_path)
    try:
        it.shows("We have received a letter")
        it.hang_up()
        os.close(it.slave)
        it.process.wait(HANGING)
    finally:
        it.close()


def test_a_fault_in_a_handler_restores_the_terminal_and_says_so_in_a_line(tmp_path: Path) -> None:
    fault = (
        "import tui.reader.features.article as r, sys\n"
        "def boom(self): raise RuntimeError('boom [/b] \\x1b]0;x\\x07')\n"
        "r.ArticleController.mark_names = boom\n"
        "from tui.__main__ import main\n"
        "sys.exit(main(['seeds']))\n"
    )
    it = Terminal(["-c", fault], tmp_path)
    try:
        it.shows("We have received a letter")
        it.type("m")
        assert it.ended() == 1
        assert it.restored
        assert "RuntimeError" in it.text
        assert b"\x1b]0;x" not in it.sent
    finally:
        it.close()


def test_a_missing_path_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    it = Terminal(["-m", "tui", str(tmp_path / "nowhere")], tmp_path)
    try:
        assert it.ended() == 2
        assert "nowhere" in it.text.replace("\n", "")
        assert "Traceback" not in it.text
    finally:
        it.close()


def test_an_empty_folder_is_an_honest_empty_screen(tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    folder.mkdir()
    it = Terminal(["-m", "tui", str(folder)], tmp_path)
    try:
        it.shows("no articles")
        it.type("jk]s")
        it.type("\x1b")
        it.read(0.3)
        it.type("q")
        assert it.ended() == 0
    finally:
        it.close()


def test_files_that_cannot_be_read_are_counted_and_the_way_to_them_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    folder.mkdir()
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 9)
    it = Terminal(["-m", "tui", str(folder)], tmp_path, size=(140, 40))
    try:
        it.shows("1 unreadable")
        it.shows("read: P tells why")
        it.type("q")
        assert it.ended() == 0
    finally:
        it.close()
