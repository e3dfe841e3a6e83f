"""Counts and dates in words."""

from datetime import date

import pytest

from tui.present.plain_words import count_of, long_date, short_date


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 people"), (1, "1 person"), (2, "2 people"), (2300, "2,300 people")]
)
def test_a_number_stands_with_its_noun(number: int, words: str) -> None:
    assert count_of(number, "person", "people") == words


def test_most_nouns_take_an_s() -> None:
    assert (count_of(1, "article"), count_of(4, "article")) == ("1 article", "4 articles")


def test_a_date_is_short_in_lists_and_long_in_citations_and_never_made_up() -> None:
    day = date(2015, 3, 4)
    assert (short_date(day), long_date(day)) == ("4 Mar 2015", "4 March 2015")
    assert (short_date(None), long_date(None), long_date(None, "n.d.")) == ("undated", "undated", "n.d.")
