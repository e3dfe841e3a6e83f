import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.core.text_cleaning import clean, clean_line, clean_name

MARK = "\u0301"
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
NASTY = st.text(
    st.sampled_from("a b\n\r\t\x1b\x9b\x7f\x85\u2028\u202e\u2066\u200b\ufeff\u200d\u00ad\ud800\ufffe" + MARK)
)
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


@given(ANY_TEXT | NASTY)
def test_nothing_harmful_comes_out_the_length_is_kept_and_twice_is_once(text: str) -> None:
    normalised = text.replace("\r\n", "\n").replace("\r", "\n")
    cleaned = clean(text)
    assert not FORBIDDEN.search(cleaned)
    assert len(cleaned) == len(normalised)
    assert clean(cleaned) == cleaned
    cleaned.encode("utf-8")


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\r")))
def test_letters_digits_signs_and_blanks_pass_unchanged(text: str) -> None:
    kept = [c for c in text if not FORBIDDEN.match(c)]
    assert clean("".join(kept)) == "".join(kept)


@given(NASTY)
def test_no_stack_of_marks_is_deeper_than_four(text: str) -> None:
    visible = "".join(c for c in clean(text) if unicodedata.category(c) != "Cf")
    assert not re.search(MARK + "{5,}", visible)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x00\x07\x08\x7f", "␀␇␈␡"),
        ("page one\x0cpage\x0btwo", "page one\npage\ntwo"),
        ("\x9b31m \x9d0;title\x9c \x90q", "›31m \ufffd0;titleœ \ufffdq"),
        ("\x93No,\x94 it\x92s \x91over\x92 \x96 for \x8050\x85", "“No,” it’s ‘over’ – for €50…"),
        ("a\x85b\u2028c\u2029d", "a\nb\nc\nd"),
        ("\u202egnp.exe\u202c \u2066x\u2069", "\ufffdgnp.exe\ufffd \ufffdx\ufffd"),
        ("Os\u200bborne\ufeff\u2060", "Os\u200bborne\u200b\u200b"),
        ("\U000e0041\u200e\u061c", "\u200b" * 3),
        ("lone \ud800 and \ufffe", "lone \ufffd and \ufffd"),
        ("co\u00adoperate \u200c\u200d", "co\u00adoperate \u200c\u200d"),
        ("e" + MARK * 7 + "x", "e" + MARK * 4 + "\u200b" * 3 + "x"),
        ("e" + MARK * 4 + "\u200b\u00ad" + MARK + "x", "e" + MARK * 4 + "\u200b\u00ad\u200b" + "x"),
        ("tab\tand “quotes” [/b] £1m", "tab\tand “quotes” [/b] £1m"),
        ("👩‍👩‍👧 ❤️", "👩‍👩‍👧 ❤️"),
    ],
)
def test_each_kind_of_character_has_its_replacement(printed: str, shown: str) -> None:
    assert clean(printed) == shown


def test_a_line_has_no_newlines_and_single_blanks() -> None:
    assert clean_line("  Mayor\r\n says \t\u2028no\x1b ") == "Mayor says no␛"


def test_a_file_name_keeps_its_blanks_and_stays_on_one_line() -> None:
    assert clean_name("two  blanks\tand\na line\x1b[2J\udce9.txt") == "two  blanks␉and␊a line␛[2J\ufffd.txt"


def test_a_line_holds_nothing_that_is_not_seen_and_whole_letters() -> None:
    assert clean_line("Har\u00adbour\u200b deal\u200e \u200f re\u2060opens\ufeff") == "Harbour deal reopens"
    assert clean_line("Zoe\u0308 O\u0301 Ni\u0301") == "Zo\u00eb \u00d3 N\u00ed"
