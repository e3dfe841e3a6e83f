"""Which words are lit, and which stretch of a quotation is shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.span import Span
from tui.search import Engine, window

DOOR = "At least George Osborne’s door is open. Ed Balls’ door is open and there is nothing there."
KNEE = "He is saying it is not good enough. It’s a knee jerk reaction."
DEAL = "A prerequisite for a second-class deal of £1,500 in the Núñez oﬃce, a power among powers."
ENGINE = Engine.of(
    [(DOOR, "Royston Smith"), (KNEE, "Royston Smith"), (DEAL, "Simon Henig"), ("major kneeling", "")]
)


def lit(query: str, words: str, *, exact: bool = False) -> list[str]:
    return [span.of(words) for span in ENGINE.lit(query, words, exact=exact)]


@pytest.mark.parametrize(
    ("query", "words", "shown"),
    [
        ("osbrone door open", DOOR, ["Osborne", "door", "open", "door", "open"]),
        ("prereq", DEAL, ["prereq"]),
        ("preequisite", DEAL, ["prerequisite"]),
        ("deal prerqeui", DEAL, ["prerequi", "deal"]),
        ("kneejerk", KNEE, ["knee", "jerk"]),
        ("kneejer", KNEE, ["knee", "jer"]),
        ("secondclass deal", DEAL, ["second", "class", "deal"]),
        ("offic", DEAL, ["oﬃc"]),
        ("nunez", DEAL, ["Núñez"]),
        ("1500", DEAL, ["1,500"]),
        ("powers", DEAL, ["power", "powers"]),
        ('"knee jerk"', KNEE, ["knee", "jerk"]),
        ('"jerk knee"', KNEE, []),
        ("o", DOOR, ["O", "o", "o"]),
        ("royst smth", "Royston Smith", ["Royst", "Smith"]),
        ("zebra", DOOR, []),
        ("", DOOR, []),
    ],
)
def test_the_words_that_meet_the_query_are_lit(query: str, words: str, shown: list[str]) -> None:
    assert lit(query, words) == shown


def test_a_word_that_may_be_a_slip_is_lit_only_where_there_is_nothing_better() -> None:
    engine = Engine.of([("a major mayor", ""), ("a major deal", "")])
    assert engine.lit("mayor", "a major mayor") == (Span(8, 13),)
    assert engine.lit("mayor", "a major deal") == (Span(2, 7),)


def test_an_exact_search_lights_only_the_very_words() -> None:
    assert lit("power", DEAL, exact=True) == ["power"]
    assert lit("prerequisit", DEAL, exact=True) == []


@settings(deadline=None)
@given(st.text(max_size=12), st.text(max_size=60))
def test_what_is_lit_lies_in_the_words_in_order(query: str, words: str) -> None:
    spans = ENGINE.lit(query, words)
    flat = [place for span in spans for place in span]
    assert flat == sorted(flat)
    assert all(span.start < span.end <= len(words) for span in spans)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (200, DOOR),
        (40, "door is open. Ed Balls’ door is open and"),
        (20, "door is open. Ed"),
        (4, "door"),
        (2, "do"),
        (0, ""),
    ],
)
def test_the_stretch_shown_has_the_words_lit(width: int, shown: str) -> None:
    spans = ENGINE.lit("door open", DOOR)
    assert window(DOOR, spans, width).of(DOOR) == shown


def test_without_words_lit_the_beginning_is_shown() -> None:
    assert window(DOOR, (), 22).of(DOOR) == "At least George"


@st.composite
def lit_words(draw: st.DrawFn) -> tuple[str, list[Span]]:
    words = draw(st.text("ab  c", max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(words)), max_size=8)))
    return words, [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]


@settings(deadline=None)
@given(lit_words(), st.integers(0, 70))
def test_the_stretch_shown_is_never_too_wide_and_shows_what_can_be_shown(
    case: tuple[str, list[Span]], width: int
) -> None:
    words, spans = case
    shown = window(words, spans, width)
    assert 0 <= shown.start <= shown.end <= len(words)
    assert shown.end - shown.start <= max(width, 0)
    if any(span.end - span.start <= width for span in spans):
        assert any(shown.contains(span) for span in spans)
