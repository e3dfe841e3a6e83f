"""Looking through the text of every article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.conftest import Opener
from tui.library.query import full_text_scan
from tui.library.query.full_text_scan import TextQuery, has, places_in
from tui.model.verdict import Grade

TEXT = """The deal was off.
Mr Núñez’s deal costs £1,000, and the U.S. will not pay. He’ll see; a mayor might deal."""
LETTERS = st.text(st.sampled_from("ab ’é1,.-"), max_size=30)


def shown(*words: str, phrase: str = "", open_: bool = False) -> list[str]:
    phrases = (tuple(phrase.split()),) if phrase else ()
    return [span.of(TEXT) for span in places_in(TEXT, TextQuery(words, phrases, open_))]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        (("deal", "nunez"), ["Núñez", "deal"]),
        (("deal", "mayor"), ["mayor", "deal"]),
        (("1000",), ["1,000"]),
        (("us",), ["U.S"]),
        (("dea",), []),
        (("deal", "zebra"), []),
    ],
)
def test_words_are_found_where_they_stand_nearest_together(words: tuple[str, ...], places: list[str]) -> None:
    assert shown(*words) == places


def test_a_phrase_stands_in_a_row_and_the_last_word_may_be_only_begun() -> None:
    assert shown(phrase="will not pay") == ["will not pay"]
    assert shown(phrase="not will pay") == []
    assert shown("cos", open_=True) == ["costs"]


@given(LETTERS, st.lists(st.sampled_from(["a", "ab", "ba", "é", "1"]), max_size=3))
def test_no_text_and_no_words_raise(text: str, words: list[str]) -> None:
    for span in places_in(text, TextQuery(tuple(words), (tuple(words),))):
        assert 0 <= span.start < span.end <= len(text)


@given(LETTERS, st.lists(st.sampled_from(["a", "ab", "ba", "1"]), min_size=1, max_size=3), st.booleans())
def test_what_is_only_counted_is_what_would_have_been_found(text: str, words: list[str], open_: bool) -> None:
    for wanted in (
        TextQuery(tuple(words), (), open_),
        TextQuery((), (tuple(words),)),
        TextQuery(("a",), (tuple(words),)),
    ):
        assert has(text, wanted) == bool(places_in(text, wanted))


def test_text_that_there_was_no_time_for_is_told(
    folder: object, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(full_text_scan, "BATCH", 1)
    library = opened(folder)
    verdict = library.verify("want the market back", seconds=-1.0)
    assert (verdict.grade, verdict.unread) == (Grade.ABSENT, 2)
    assert library.verify("want the market back").unread == 0
