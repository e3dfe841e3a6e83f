"""Terminals that can do little, and input that is too much."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.screen import READER, Terminal

READ = list(READER)
PASTE = "\x1b[200~{}\x1b[201~"


@pytest.mark.parametrize("term", ["dumb", "linux", "vt100"])
def test_it_works_on_terminals_that_can_do_little(tmp_path: Path, term: str) -> None:
    it = Terminal(READ, tmp_path, also={"TERM": term, "COLORTERM": ""})
    try:
        it.shows("We have received a letter")
        it.type("]")
        it.shows("4 of 4")
        it.type("q")
        assert it.ended() == 0
    finally:
        it.close()


def test_without_colour_focus_and_matches_are_told_by_other_means(tmp_path: Path) -> None:
    it = Terminal(READ, tmp_path, size=(140, 40), also={"NO_COLOR": "1"})
    try:
        it.shows("We have received a letter")
        assert "━" in it.text.splitlines()[1]
        it.type("1")
        it.until(lambda: "▌" in it.text.splitlines()[3][:1])
        it.type("2/letter\r")
        it.until(lambda: _reversed(it) == "letter")
        cells = [cell for row in it.display.buffer.values() for cell in row.values()]
        assert {colour for cell in cells for colour in (cell.fg, cell.bg)} == {"default"}
        it.type("q")
        assert it.ended() == 0
    finally:
        it.close()


def _reversed(it: Terminal) -> str:
    """The letters that are drawn in reverse: the match one stands on."""
    rows = (it.display.buffer[number] for number in range(it.display.lines))
    return "".join(row[at].data for row in rows for at in range(it.display.columns) if row[at].reverse)


def test_a_pasted_megabyte_leaves_it_awake_and_the_search_as_typed_last(tmp_path: Path) -> None:
    it = Terminal(READ, tmp_path)
    try:
        it.shows("We have received a letter")
        it.type("s")
        it.shows("WHO SAID WHAT")
        for chunk in PASTE.format("door open " * 100_000), "\x15", "prerequisite":
            _type_all(it, chunk)
        it.shows("prerequisite")
        it.shows("Simon Henig")
        it.type("\x1b")
        it.until(lambda: "WHO SAID WHAT" not in it.text)
        it.type("q")
        assert it.ended() == 0
    finally:
        it.close()


def test_a_key_held_down_is_done_as_often_as_it_comes_and_others_follow_at_once(tmp_path: Path) -> None:
    it = Terminal(READ, tmp_path, size=(80, 24))
    try:
        it.shows("We have received a letter")
        for _ in range(70):
            it.type("J")
            it.read(0.03)
        it.shows("the end of the list")
        it.type("g?")
        it.shows("line down")
        it.type("\x1b")
        it.until(lambda: "line down" not in it.text)
        it.type("q")
        assert it.ended() == 0
    finally:
        it.close()


def _type_all(it: Terminal, words: str) -> None:
    """As much as a terminal sends at a time, reading what comes back between."""
    for start in range(0, len(words), 4096):
        it.type(words[start : start + 4096])
        it.read(0.001)


@pytest.mark.parametrize("line_break", ["\r", "\n", "\r\n"])
def test_a_pasted_quotation_with_a_line_break_is_found_word_for_word(tmp_path: Path, line_break: str) -> None:
    it = Terminal(READ, tmp_path)
    try:
        it.shows("We have received a letter")
        it.type("s")
        it.shows("WHO SAID WHAT")
        words = (
            "We're just a couple of weeks away from having agreement between the region's leaders, there's "
            "just a few more things to iron out."
        )
        it.type(PASTE.format(words.replace("just a few", f"just{line_break}a few")))
        it.shows("leaders, there's just a few more things to iron out.")
        it.type("\x16")
        it.shows("Verbatim.")
        it.type("\x1b")
        it.until(lambda: "Verbatim." not in it.text)
        it.type("q")
        assert it.ended() == 0
    finally:
        it.close()


def test_a_joined_emoji_that_is_typed_is_taken_back_as_one(tmp_path: Path) -> None:
    it = Terminal(READ, tmp_path, size=(80, 24))
    try:
        it.shows("We have received a letter")
        it.type("a")
        it.shows("enter keeps")
        it.type("x\U0001f469\u200d\U0001f467\x7fy")
        it.shows(" note xy ")
        it.type("\x1b")
        it.until(lambda: " note xy " not in it.text)
        it.type("q")
        assert it.ended() == 0
    finally:
        it.close()


def test_a_note_is_written_in_lines(tmp_path: Path) -> None:
    it = Terminal(READ, tmp_path, size=(80, 24))
    try:
        it.shows("We have received a letter")
        it.type("a")
        it.shows("enter keeps")
        it.type(PASTE.format("one\rtwo"))
        it.shows("line 2 of 2")
        it.type("\nthree\r")
        it.until(lambda: "¶one" in it.text and "three" in it.text and "note kept" in it.text)
        it.type("q")
        assert it.ended() == 0
    finally:
        it.close()
