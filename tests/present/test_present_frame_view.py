"""Masthead and key line."""

import pytest

from tui.present.frame_view import count_of


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 people"), (1, "1 person"), (2, "2 people"), (2300, "2,300 people")]
)
def test_a_number_stands_with_its_noun(number: int, words: str) -> None:
    assert count_of(number, "person", "people") == words


def test_most_nouns_take_an_s() -> None:
    assert (count_of(1, "article"), count_of(4, "article")) == ("1 article", "4 articles")
