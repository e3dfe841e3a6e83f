"""The vocabulary: near words, beginnings, other endings, misspellings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tui.search.inflection import inflections
from tui.search.letter_sieve import has_digit
from tui.search.parameters import BEGINNING
from tui.search.typing_errors import is_misspelling
from tui.search.vocabulary import Vocabulary, edits_forgiven

WORD = st.text("abcdeα1", min_size=1, max_size=9)
VOCABULARY = st.sets(WORD, max_size=40)


def vocabulary(words: set[str]) -> Vocabulary:
    return Vocabulary.of(sorted({"", *words}))


@settings(deadline=None)
@given(VOCABULARY, WORD)
def test_near_words_are_all_those_within_the_forgiven_edits(words: set[str], word: str) -> None:
    near = {}
    for other in words:
        distance = OSA.distance(word, other)
        same_start = other[0] == word[0] or distance < 2
        if 0 < distance <= edits_forgiven(word) and same_start and not has_digit(other):
            near[other] = distance
    found = vocabulary(words).near(word)
    assert {other: edits for other, edits in found.items() if other != word} == near


@settings(deadline=None)
@given(VOCABULARY, WORD)
def test_beginnings_are_found_as_one_range(words: set[str], start: str) -> None:
    some = vocabulary(words)
    first, past = some.beginning(start)
    assert some.words[first:past] == sorted(word for word in words if word.startswith(start))


@settings(deadline=None)
@given(VOCABULARY, WORD)
def test_the_mistyped_beginnings_are_those_that_words_have(words: set[str], start: str) -> None:
    plain = {word for word in words if not has_digit(word)}
    wanted = {
        word[:length]
        for word in plain
        for length in range(BEGINNING, len(word) + 1)
        if OSA.distance(word[:length], start) == 1 and word[0] == start[0]
    }
    if len(start) < BEGINNING or has_digit(start):
        wanted = set()
    assert vocabulary(plain).mistyped_beginnings(start) == wanted


@pytest.mark.parametrize("word", ["a", "of", "1996", "b2b", "covid19"])
def test_short_words_and_words_with_digits_are_never_taken_for_others(word: str) -> None:
    assert edits_forgiven(word) == 0
    assert not vocabulary({"b", "on", "1997", "b3b", "covid18"}).near(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("elected", "elect"),
        ("elect", "electing"),
        ("cities", "city"),
        ("city", "cities"),
        ("stopped", "stop"),
        ("stop", "stopping"),
        ("stopping", "stops"),
        ("housing", "house"),
        ("house", "housed"),
        ("taxes", "tax"),
        ("applied", "apply"),
        ("apply", "applying"),
    ],
)
def test_inflections_lead_from_one_ending_to_another(one: str, other: str) -> None:
    assert other in inflections(one)


@settings(deadline=None)
@given(WORD)
def test_a_word_is_no_inflection_of_itself(word: str) -> None:
    assert word not in inflections(word)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("goverment", "government"),
        ("refered", "referred"),
        ("seperate", "separate"),
        ("compnay", "company"),
        ("negotations", "negotiations"),
    ],
)
def test_common_misspellings_are_slips(wrong: str, right: str) -> None:
    assert is_misspelling(wrong, right)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("rational", "national"),
        ("convent", "content"),
        ("prayers", "players"),
        ("marshal", "marshals"),
        ("smyth", "smith"),
        ("company", "company"),
        ("gvoermnet", "government"),
    ],
)
def test_another_word_is_no_slip(word: str, other: str) -> None:
    assert not is_misspelling(word, other)
