"""Which slips are easily made, and which rare words are judged to be slips."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search import Engine, SearchResult
from tui.search.typing_errors import is_likely_typo, is_misspelling

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = st.text(LETTERS, min_size=3, max_size=9)


def best(found: SearchResult) -> list[int]:
    return [row for row, _ in found.rows]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("thakn", "thank"),
        ("allw", "allow"),
        ("growwth", "growth"),
        ("mayot", "mayor"),
        ("msyor", "mayor"),
        ("mayior", "mayor"),
        ("seperate", "separate"),
        ("sesion", "session"),
        ("konference", "conference"),
        ("мбр", "мэр"),
    ],
)
def test_swapped_missing_doubled_neighbouring_and_like_sounding_letters_are_likely(
    typed: str, word: str
) -> None:
    assert is_likely_typo(typed, word)


@pytest.mark.parametrize(
    ("typed", "word"), [("allw", "all"), ("speding", "seeding"), ("howse", "horse"), ("mayror", "mayor")]
)
def test_a_letter_from_nowhere_is_unlikely(typed: str, word: str) -> None:
    assert not is_likely_typo(typed, word)


@given(WORDS, st.data())
def test_every_letter_left_out_doubled_or_swapped_is_likely(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 1))
    assert is_likely_typo(word[:place] + word[place + 1 :], word)
    assert is_likely_typo(word[:place] + word[place] + word[place:], word)
    swapped = word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
    assert swapped == word or is_likely_typo(swapped, word)


def test_a_rare_word_is_a_slip_only_where_people_do_misspell() -> None:
    assert is_misspelling("goverment", "government")
    assert not is_misspelling("rational", "national")


def test_the_slip_that_fingers_easily_make_is_thought_of_first() -> None:
    engine = Engine.of([("they all agreed at once", "Ann Lee"), ("we allow it at once", "Bo Ek")])
    assert best(engine.look("allw", 5))[0] == 1
    engine = Engine.of([("a small seeding plan", "Ann Lee"), ("a small spending plan", "Bo Ek")])
    assert best(engine.look("speding plan", 5))[0] == 1


def test_two_errors_are_forgiven_in_the_beginning_only_where_nothing_else_comes_near() -> None:
    engine = Engine.of([("it will probably rain", "Ann Lee"), ("the orbs shone", "Bo Ek")])
    assert best(engine.look("orobsbly", 5)) == [0]
    engine = Engine.of([("it will probably rain", "Ann Lee"), ("an orobsbla shone", "Bo Ek")])
    assert best(engine.look("orobsbly", 5)) == [1]
