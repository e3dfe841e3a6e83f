"""Lines break where a reader would break them, whatever the letters."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.present.text_width import NO_COLUMN, display_width, printable, wrap

LETTERS = st.text(alphabet=st.sampled_from("abcdef  ’“—é日本ｗ\u0301\u200b🙂👩‍👧"), max_size=120)


def lines(text: str, room: int) -> list[str]:
    return [text[a:b] for a, b in wrap(text, 0, len(text), room, room)]


@given(LETTERS, st.integers(min_value=2, max_value=30))
@example("a" * 50, 7)
@example("\u200d\u200daaa", 2)
@example("a\u200d日", 2)
def test_no_line_is_wider_than_its_room(text: str, room: int) -> None:
    assert all(display_width(line) <= room for line in lines(text.strip(), room))


@given(LETTERS, st.integers(min_value=2, max_value=30))
def test_every_letter_stands_on_exactly_one_line(text: str, room: int) -> None:
    text = text.strip()
    spans = list(wrap(text, 0, len(text), room, room))
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")


def test_lines_break_at_blanks_and_never_at_a_hyphen() -> None:
    assert lines("the go-ahead for it", 8) == ["the", "go-ahead", "for it"]


def test_a_word_longer_than_the_measure_is_cut_at_the_measure() -> None:
    assert lines("abcdefghij k", 4) == ["abcd", "efgh", "ij k"]


def test_wide_letters_take_two_columns() -> None:
    assert display_width("日本") == 4
    assert lines("日本 日本 日本", 9) == ["日本 日本", "日本"]


def test_what_takes_no_column_is_not_drawn() -> None:
    assert printable("Os\u200bborne\ufeff") == "Osborne"
    assert not NO_COLUMN.search(printable("a\u200e\u061cb\u00ad"))


@pytest.mark.parametrize(
    ("emoji", "drawn", "columns"),
    [
        ("☀\ufe0f", "☀", 1),
        ("✌🏿", "✌", 1),
        ("🙏🏼", "🙏", 2),
        ("👨🏾\u200d🔧", "👨\u200d🔧", 2),
        ("7\ufe0f\u20e3", "7\u20e3", 1),
        ("®\ufe0f", "®", 1),
        ("🏻", "", 0),
    ],
)
def test_an_emoji_is_drawn_as_wide_as_every_terminal_knows_it(emoji: str, drawn: str, columns: int) -> None:
    assert printable(emoji) == drawn
    assert display_width(emoji) == columns
    text = f"{emoji} and {emoji} " * 20
    assert all(display_width(line) <= 12 for line in lines(text.strip(), 12))
