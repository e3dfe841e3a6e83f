"""Folding: what is alike for the search, and where it stands in the original."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.search.normalisation import fold, folded_words, placed_words, search_words

TRICKY = st.text(
    st.one_of(st.characters(), st.sampled_from("aAeés SßΣς’'.,-10 \u0301\u00ad\ufb01ǅİK字か한\u200b½²")),
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MAYOR", "mayor"),
        ("Núñez", "nunez"),
        ("Nu\u0301n\u0303ez", "nunez"),
        ("Łódź Ærø straße", "lodz aero strasse"),
        ("it’s ‘so’", "it so"),
        ("Osborne’s door", "osborne door"),
        ("leaders' deal", "leaders deal"),
        ("don’t", "dont"),
        ("“go-ahead” – now…", "go ahead now"),
        ("ﬁnal oﬃce", "final office"),
        ("ＭＡＹＯＲ １９９６", "mayor 1996"),
        ("co\u00adoperate zero\u200bwidth", "cooperate zerowidth"),
        ("1,000,000 people", "1000000 people"),
        ("1 000 people", "1000 people"),
        ("1\u00a0000 people", "1000 people"),
        ("1\u202f000", "1000"),
        ("£1,500.50", "1500 50"),
        ("the U.S. at 5 p.m.", "the us at 5 pm"),
        ("ΑΘΉΝΑ Αθήνας", "αθηνα αθηνασ"),
        ("МЭРЫ ёлка Й", "мэры елка и"),
    ],
)
def test_what_differs_only_in_print_folds_to_the_same_words(one: str, other: str) -> None:
    assert folded_words(one) == other.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in 2015 200 people", ["in", "2015", "200", "people"]),
        ("10, 100 or 1000", ["10", "100", "or", "1000"]),
        ("12,34", ["12", "34"]),
        ("12 3456", ["12", "3456"]),
        ("plan b. A new one", ["plan", "b", "a", "new", "one"]),
        ("a_b c", ["a", "b", "c"]),
        ("Google™ rose", ["google", "rose"]),
        ("東京の", ["東", "京", "の"]),
        ("’s", []),
        ("…", []),
    ],
)
def test_what_is_not_one_word_stays_apart(text: str, words: list[str]) -> None:
    assert folded_words(text) == words


@settings(deadline=None)
@given(TRICKY)
def test_words_placed_in_the_original_are_the_words_of_the_text(text: str) -> None:
    placed = placed_words(text, signs=False)
    assert [word.word for word in placed] == folded_words(text)
    for word in placed:
        assert len(word.ends) == len(word.word)
        assert 0 <= word.start < word.ends[0] <= word.ends[-1] <= len(text)
        assert list(word.ends) == sorted(word.ends)
    starts = [word.start for word in placed]
    assert starts == sorted(starts)


@settings(deadline=None)
@given(TRICKY)
def test_folded_words_fold_to_themselves(text: str) -> None:
    for word in folded_words(text):
        assert folded_words(word) == [word]
        assert fold(word) == word or not word.isascii()


def test_a_place_covers_the_marks_and_apostrophes_of_its_word_but_not_a_possessive() -> None:
    text = "Nun\u0303ez’s don’t oﬃce"
    assert [word.span.of(text) for word in placed_words(text)] == ["Nun\u0303ez", "don’t", "oﬃce"]


def test_the_first_letters_of_a_word_end_where_they_end_in_the_original() -> None:
    text = "oﬃce"
    (word,) = placed_words(text)
    assert [text[word.start : end] for end in word.ends] == ["o", "oﬃ", "oﬃ", "oﬃ", "oﬃc", "oﬃce"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++ and C#", ["c", "++", "and", "c", "#"]),
        ("C++17, F#.", ["c", "++", "17", "f", "#"]),
        ("an A* and two A+", ["an", "a", "*", "and", "two", "a", "+"]),
        ("Disney+ at 9", ["disney", "+", "at", "9"]),
        ("five ★★ ☎ ❤\ufe0f 👍🏽", ["five", "★", "★", "☎", "❤", "👍"]),
        ("1+1, a+b, #tag, budget*, £5, 50%, -- & /", ["1", "1", "a", "b", "tag", "budget", "5", "50"]),
    ],
)
def test_signs_that_make_another_word_are_words_of_quick_search_alone(text: str, words: list[str]) -> None:
    assert search_words(text) == [placed.word for placed in placed_words(text)] == words
    assert folded_words(text) == [word for word in words if word.isalnum()]
