"""A text being typed: whatever keys and pastes come, it holds to what it promises."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import hostile
from tui.present.styles import StyledLine, line_width
from tui.present.text_entry import LONGEST, TextEntry, cleaned
from tui.present.text_width import cluster_boundaries

ODD = (
    "\u0301\u200d\u200c\u200b\u202e\u2066\ufe0f\xad\x00\x1b\x07\x85\u2028\r\n\t\x9b\ufffd\xa0\u3000 "
    "👩👧🏽🇩🇪漢한กำe"
)
LETTERS = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=30)
EDITS = (
    """left right home end up down ctrl+left ctrl+right alt+b alt+f backspace delete ctrl+h ctrl+w ctrl+u
    ctrl+k alt+backspace ctrl+backspace alt+d ctrl+delete ctrl+a ctrl+e ctrl+z ctrl+underscore ctrl+r
    ctrl+home ctrl+end ctrl+j alt+enter"""
).split()
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("paste"), LETTERS),
        st.tuples(st.just("type"), LETTERS.filter(bool).map(lambda letters: letters[0])),
        st.tuples(st.sampled_from(EDITS), st.just("")),
    ),
    max_size=12,
)
ENTRIES = st.builds(TextEntry, limit=st.sampled_from([7, 40, LONGEST]), multiline=st.booleans())


def after(entry: TextEntry, what: str, letters: str) -> TextEntry:
    """The entry after one step."""
    if what == "paste":
        return entry.paste(letters)
    return entry.key("some_letter" if what == "type" else what, letters or None) or entry


def walked(entry: TextEntry, steps: list[tuple[str, str]]) -> TextEntry:
    """The entry after all of the steps."""
    for what, letters in steps:
        entry = after(entry, what, letters)
    return entry


def said(line: StyledLine) -> str:
    """What a line says."""
    return "".join(words for words, _ in line)


def under_cursor(line: StyledLine) -> str:
    """What stands under the cursor."""
    (words,) = [words for words, ink in line if ink.reverse]
    return words


@given(ENTRIES, STEPS)
def test_the_cursor_is_always_on_the_boundary_of_a_cluster(
    entry: TextEntry, steps: list[tuple[str, str]]
) -> None:
    for what, letters in steps:
        entry = after(entry, what, letters)
        assert entry.cursor in cluster_boundaries(entry.text)
        assert len(entry.text) <= entry.limit


@given(ENTRIES, STEPS)
def test_nothing_in_it_is_obeyed_by_a_terminal_or_turns_the_text_round(
    entry: TextEntry, steps: list[tuple[str, str]]
) -> None:
    text = walked(entry, steps).text
    assert not hostile.HARMFUL.search(text)
    allowed = "\n" if entry.multiline else ""
    assert all(
        unicodedata.category(letter) not in ("Cc", "Cs", "Zl", "Zp") or letter in allowed for letter in text
    )
    assert all(letter in "\u200c\u200d" for letter in text if unicodedata.category(letter) == "Cf")


@given(
    ENTRIES, STEPS, st.tuples(st.sampled_from(["paste", "backspace", "ctrl+w", "ctrl+u", "alt+d"]), LETTERS)
)
def test_undo_returns_to_the_earlier_text_and_redo_comes_back(
    entry: TextEntry, steps: list[tuple[str, str]], last: tuple[str, str]
) -> None:
    before = walked(entry, steps)
    there = after(before, *last)
    if there.text != before.text:
        back = there.key("ctrl+z")
        assert back is not None
        assert (back.text, back.cursor) == (before.text, before.cursor)
        again = back.key("ctrl+r")
        assert again is not None
        assert (again.text, again.cursor) == (there.text, there.cursor)


@given(ENTRIES, STEPS)
def test_undone_to_the_end_it_is_as_it_was_first(entry: TextEntry, steps: list[tuple[str, str]]) -> None:
    last = walked(entry, steps)
    for _ in range(2 * len(steps) + 1):
        last = last.undone()
    assert last.text == ""


@given(ENTRIES, STEPS, st.integers(1, 30))
def test_a_line_is_never_wider_than_its_columns_and_shows_the_cursor(
    entry: TextEntry, steps: list[tuple[str, str]], columns: int
) -> None:
    it = walked(entry, steps)
    line = it.line(columns)
    assert line_width(line) <= columns
    assert line_width([run for run in line if run[1].reverse]) >= 1
    assert "\n" not in said(line)


@given(st.builds(TextEntry, multiline=st.just(True)), STEPS, st.integers(3, 20), st.integers(1, 6))
def test_lines_are_never_more_or_wider_than_there_is_room_and_show_the_cursor(
    entry: TextEntry, steps: list[tuple[str, str]], columns: int, rows: int
) -> None:
    it = walked(entry, steps)
    lines = it.lines(columns, rows)
    assert 1 <= len(lines) <= rows
    assert all(line_width(line) <= columns for line in lines)
    assert len([line for line in lines if any(ink.reverse for _, ink in line)]) == 1
    every = it.lines(columns, 10_000)
    blank = str.maketrans("", "", " \n")
    assert "".join(map(said, every)).translate(blank) == it.text.translate(blank)


@pytest.mark.parametrize("line_break", ["\r", "\n", "\r\n", " \r\n", "\n\n", "\x0b", "\x85", "\u2028"])
def test_a_line_break_is_one_blank_where_there_is_one_line(line_break: str) -> None:
    assert TextEntry().paste(f"our{line_break}staff").text == "our staff"


@pytest.mark.parametrize("line_break", ["\r", "\n", "\r\n"])
def test_a_line_break_stays_where_there_may_be_several_lines(line_break: str) -> None:
    entry = TextEntry(multiline=True).paste(f"one{line_break}two{line_break}{line_break}three")
    assert entry.text == "one\ntwo\n\nthree"


@pytest.mark.parametrize("blank", ["\t", "\xa0", "\u202f", "\u3000"])
def test_every_blank_is_an_ordinary_one(blank: str) -> None:
    assert TextEntry().paste(f"10{blank}000").text == "10 000"
    typed = TextEntry().key("some_blank", blank)
    assert (typed.text if typed else "") == ("" if blank == "\t" else " ")


def test_words_of_windows_keep_their_marks_and_stand_ins_of_others_are_left_out() -> None:
    assert cleaned("\x93well\x94 \u202etxet\u202c \x00a\x1b[31mb\u200bc") == "“well” txet a[31mbc"
    assert cleaned("what was \ufffd stays") == "what was \ufffd stays"


def test_a_limit_cuts_no_letter_in_two() -> None:
    assert TextEntry(limit=4).paste("ab\U0001f469\u200d\U0001f467").text == "ab"
    assert len(TextEntry().paste("x" * 10**6).text) == LONGEST


@pytest.mark.parametrize("cluster", ["e\u0301", "👩\u200d👩\u200d👧", "👍🏽", "❤\ufe0f", "🇩🇪", "漢", "한"])
def test_a_cluster_is_one_step_and_one_deletion(cluster: str) -> None:
    entry = TextEntry.of(f"a{cluster}b")
    keys = {"left": 1 + len(cluster), "home": 0, "right": 1}
    for key, cursor in keys.items():
        moved = entry.key(key)
        assert moved is not None
        entry = moved
        assert entry.cursor == cursor
    cut = entry.key("delete")
    assert cut is not None
    assert cut.text == "ab"
    assert under_cursor(entry.line(20)) == cluster
    typed = TextEntry()
    for letter in cluster:  # terminals send it so
        typed = typed.key("letter", letter) or typed
    assert typed.text == cluster
    gone = typed.key("backspace")
    assert gone is not None
    assert gone.text == ""


@pytest.mark.parametrize(
    ("key", "left"),
    [
        ("ctrl+left", "in:echo |quay wall"),
        ("alt+b", "in:echo |quay wall"),
        ("ctrl+right", "in:echo quay wall|"),
        ("alt+f", "in:echo quay wall|"),
        ("ctrl+w", "in:echo | wall"),
        ("alt+backspace", "in:echo | wall"),
        ("alt+d", "in:echo quay|"),
        ("ctrl+u", "| wall"),
        ("ctrl+k", "in:echo quay|"),
        ("ctrl+a", "|in:echo quay wall"),
        ("end", "in:echo quay wall|"),
        ("backspace", "in:echo qua| wall"),
        ("delete", "in:echo quay|wall"),
    ],
)
def test_keys_do_what_fingers_know(key: str, left: str) -> None:
    entry = TextEntry.of("in:echo quay wall").moved(len("in:echo quay")).key(key)
    assert entry is not None
    assert entry.text[: entry.cursor] + "|" + entry.text[entry.cursor :] == left


def test_a_decomposed_letter_does_not_end_a_word() -> None:
    entry = TextEntry.of("a re\u0301sume\u0301").key("ctrl+left")
    assert entry is not None
    assert entry.cursor == 2


@pytest.mark.parametrize(
    ("name", "letter"),
    [("enter", "\r"), ("escape", "\x1b"), ("tab", "\t"), ("ctrl+x", "\x18"), ("f5", None), ("up", None)],
)
def test_other_keys_are_not_its_own(name: str, letter: str | None) -> None:
    assert TextEntry.of("words").key(name, letter) is None
    assert TextEntry.of("words").key("alt+q", "q") is None
    assert TextEntry.of("words").key("ctrl+j", "\n") is None


def test_a_word_is_undone_at_a_time() -> None:
    entry = TextEntry()
    for letter in "two words":
        entry = entry.key(letter, letter) or entry
    assert entry.undone().text == "two"
    assert entry.undone().undone().text == ""
    assert entry.undone().redone().text == "two words"
    assert entry.undone().paste("!").redone().text == "two!"
    assert entry.emptied().paste("new").undone().undone().text == "two words"


def test_lines_are_walked_up_and_down_in_their_column() -> None:
    entry = TextEntry.of("漢字 one\nab\nlonger", multiline=True)
    seen = []
    for key in ("up", "up", "up", "down", "down", "down", "home", "ctrl+home", "end", "ctrl+end"):
        entry = entry.key(key) or entry
        seen.append(entry.cursor)
    assert seen == [9, 1, 0, 7, 10, 16, 10, 0, 6, 16]


def test_a_line_scrolls_by_columns_and_shows_what_stands_round_the_cursor() -> None:
    words = TextEntry.of("漢字" * 20 + "end")
    assert said(words.line(10)) == "漢字漢字"[1:4] + "end "
    assert said(words.moved(0).line(10)) == "漢字漢字漢"
    assert said(words.moved(20).line(11)) == "字漢字漢字"
    assert under_cursor(words.moved(20).line(11)) == "漢"
    assert said(TextEntry.of("one\ntwo", multiline=True).line(20)) == "one two "


def test_rows_break_behind_a_blank_or_within_a_long_word() -> None:
    entry = TextEntry.of("one two three\n\nunbreakable", multiline=True)
    assert [said(line) for line in entry.lines(9, 20)] == ["one two ", "three", "", "unbreaka", "ble "]
    assert [said(line) for line in entry.moved(0).lines(9, 2)] == ["one two ", "three"]
    assert [said(line) for line in entry.lines(9, 2)] == ["unbreaka", "ble "]
    assert under_cursor(entry.moved(8).lines(9, 2)[0]) == "t"


def test_a_tag_in_use_goes_on_from_what_is_begun() -> None:
    assert TextEntry.of("deal bu").offered(["budget", "deal"]) == "dget"
    assert TextEntry.of("budget bu").offered(["budget"]) == ""


def test_the_cursor_steps_out_of_what_is_joined_round_it() -> None:
    entry = TextEntry.of("\U0001f467!").moved(0).paste("\U0001f469\u200d")
    assert (entry.text, entry.cursor) == ("\U0001f469\u200d\U0001f467!", 3)
