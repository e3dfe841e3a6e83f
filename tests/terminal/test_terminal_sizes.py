"""Windows of every size, and windows that change theirs all the time."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.terminal.screen import READER, Terminal

READ = list(READER)
KEYS = (
    "]",
    "j",
    " ",
    "3",
    "j",
    "1",
    "j",
    "s",
    "dor",
    "\x1b",
    "P",
    "j",
    "\x1b",
    "?",
    "\x1b",
    "e",
    "\x1b",
    "z",
)


def test_no_size_makes_it_fail_and_no_key_does_at_any(tmp_path: Path) -> None:
    it = Terminal(READ, tmp_path, size=(1, 1))
    try:
        for columns, rows in ((1, 1), (10, 3), (40, 10), (40, 12), (500, 200)):
            it.resize(columns, rows)
            it.read(0.15)
            for keys in KEYS:
                it.type(keys)
                it.read(0.02)
            it.read(0.2)
            assert it.process.poll() is None
        it.resize(80, 24)
        it.shows("Sample library")
        os.kill(it.process.pid, signal.SIGTERM)
        it.ended()
        assert it.restored
    finally:
        it.close()


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (20, 5), (39, 12), (40, 11)])
def test_a_window_that_is_too_small_says_so_and_q_leaves(tmp_path: Path, size: tuple[int, int]) -> None:
    it = Terminal(READ, tmp_path, size=size)
    try:
        it.until(lambda: size[0] < 10 or "too small" in it.text)
        it.until(lambda: b"\x1b[?2004h" in it.sent)
        it.type("q")
        assert it.ended() == 0
        assert it.restored
    finally:
        it.close()


def test_a_storm_of_resizes_ends_with_the_last_size_drawn_and_the_place_kept(tmp_path: Path) -> None:
    draw, it = random.Random(5), Terminal(READ, tmp_path, size=(100, 30))
    try:
        it.shows("We have received a letter")
        for _ in range(300):
            it.resize(draw.randrange(1, 200), draw.randrange(1, 60))
            it.read(0.005)
            time.sleep(0.004)
        it.resize(140, 40)
        it.shows("PEOPLE")
        it.shows("We have received a letter")
        it.until(lambda: it.display.display[39].rstrip().endswith(("sure", "likely")))
        assert "›" not in it.text
        it.type("q")
        assert it.ended() == 0
    finally:
        it.close()
