import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.related.text_words import is_telling, stem, text_words


def test_words_are_folded_and_keep_their_places() -> None:
    words = text_words("Durham’s city-region “can’t” pay £1.5m")
    assert words.folded == ("durham's", "city", "region", "can't", "pay", "1.5m")
    assert [words.span(n, n + 1).of(words.text) for n in range(len(words))] == [
        "Durham’s",
        "city",
        "region",
        "can’t",
        "pay",
        "1.5m",
    ]
    assert [words.capital(number) for number in range(3)] == [True, False, False]
    assert words.span(1, 3).of(words.text) == "city-region"


@given(st.text())
def test_every_text_can_be_cut_and_its_spans_are_in_order(text: str) -> None:
    words = text_words(text)
    assert len(words) == len(words.starts) == len(words.ends)
    assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))
    assert all(words.folded)


@pytest.mark.parametrize(
    "forms",
    [
        "mayor mayors mayor's",
        "policy policies",
        "challenge challenges challenged challenging",
        "plan plans planned planning",
        "secure secured secures securing",
        "bus buses",
        "house housing",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_different_words_keep_different_stems() -> None:
    words = "election elector string bring speed boss basis bus news housing house's".split()
    assert stem("string") == "string"
    assert stem("speed") == "speed"
    assert len({stem(word) for word in words}) == len(words) - 1


@given(st.from_regex("[a-z]{1,12}('s)?", fullmatch=True))
def test_a_stem_is_never_empty_nor_longer_than_its_word(word: str) -> None:
    assert 0 < len(stem(word)) <= len(word)


def test_contractions_and_lone_letters_say_nothing() -> None:
    assert not any(is_telling(word) for word in ("the", "don't", "won't", "it's", "they've", "x", "said"))
    assert all(is_telling(word) for word in ("mayor", "mayor's", "4.6", "devolution", "o'brien"))
