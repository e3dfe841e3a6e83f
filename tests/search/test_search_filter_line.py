"""The language of the list's filter line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.listing import Filter
from tui.search.filter_line import filter_of

PIECES = st.lists(
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(
            ["#", "tag:", "note:", "is:", "unread", '"', "-", "@", "in:", "after:2015", "x:", " "]
        ),
    )
).map("".join)


@pytest.mark.parametrize(
    ("line", "only"),
    [
        ("", Filter()),
        ("harbour plan", Filter(words=("harbour", "plan"))),
        ("h plan 市", Filter(words=("plan", "市"))),
        ("in:echo unread", Filter(publication="echo", flags=frozenset({"unread"}))),
        ('"unread" starred', Filter(phrases=("unread",), flags=frozenset({"starred"}))),
        ("is:unread kind:noted", Filter(flags=frozenset({"unread", "noted"}))),
        ("#Budget tag:tram", Filter(tags=("budget", "tram"))),
        ('note:"ask her"', Filter(notes=("ask her",))),
        (
            "@henig after:2015 before:2020-06",
            Filter(speaker="henig", after=date(2015, 1, 1), before=date(2020, 6, 1)),
        ),
        ('-tram -"metro mayor"', Filter(without=("tram", "metro mayor"))),
    ],
)
def test_a_line_is_understood(line: str, only: Filter) -> None:
    understood = filter_of(line)
    assert understood.only == only
    assert understood.trouble == ""


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("tag:", "needs a tag"),
        ("#", "needs a tag"),
        ("note: x", "needs a word of a note"),
        ("is:blue", "unread, starred, tagged, noted"),
        ("is:direct", "for quotations"),
        ("colour:red", 'no filter "colour:"'),
        ("after:yesterday", "is not a date"),
        ("after:2016 before:2015", "No day is both"),
    ],
)
def test_what_is_not_understood_is_told_and_passed_over(line: str, words: str) -> None:
    understood = filter_of(f"{line} harbour")
    assert words in understood.trouble
    assert "harbour" in understood.only.words


@given(PIECES)
def test_no_line_raises(line: str) -> None:
    understood = filter_of(line)
    assert understood.trouble == "" or understood.trouble.endswith(".")
