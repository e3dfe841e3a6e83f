"""The language of the search line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.search import Query, parse

PIECES = st.lists(
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(
            ["@", "in:", "after:2015", "before:", "is:unread", "-", '"', "“", "2015-13", " ", "x:y"]
        ),
    )
).map("".join)


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("", Query()),
        ("elected mayr", Query(words="elected mayr")),
        ("go-ahead 10:30 a/b", Query(words="go-ahead 10:30 a/b")),
        ("@henig deal", Query(words="deal", speaker="henig")),
        ("deal @henig", Query(words="deal", speaker="henig", typing=False)),
        ('@"simon henig"', Query(speaker="simon henig", typing=False)),
        ("@simon @henig", Query(speaker="simon henig", typing=False)),
        ("in:echo", Query(publication="echo", typing=False)),
        ("IN:“Daily Echo” deal", Query(words="deal", publication="Daily Echo")),
        ("after:2015", Query(after=date(2015, 1, 1), typing=False)),
        ("before:2020-06", Query(before=date(2020, 6, 1), typing=False)),
        ("after:2015-2-3 before:2015-02-04 x", Query("x", after=date(2015, 2, 3), before=date(2015, 2, 4))),
        ("after:2015 after:2016", Query(after=date(2016, 1, 1), typing=False)),
        ('"knee jerk" smith', Query(words="smith", phrases=("knee jerk",))),
        ("“knee jerk”", Query(phrases=("knee jerk",), typing=False)),
        ('"knee jer', Query(words="knee jer")),
        ("-mayor elected", Query(words="elected", without=("mayor",))),
        ('elected -"metro mayor"', Query(words="elected", without=("metro mayor",), typing=False)),
        ("one - two", Query(words="one - two")),
        ("is:unread is:Direct", Query(flags=frozenset({"unread", "direct"}), typing=False)),
        ("Daily Echo: said", Query(words="Daily Echo: said")),
        ("https://example.org", Query(words="https://example.org")),
    ],
)
def test_a_line_is_understood(line: str, query: Query) -> None:
    assert parse(line) == query


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("@", "@ needs a name, as in @henig."),
        ("in: deal", "in: needs a publication, as in in:echo."),
        ("after:", "after: needs a date, as in after:2015 or after:2015-06-30."),
        ("after:2015-13", '"after:2015-13" is not a date: write 2015, 2015-06 or 2015-06-30.'),
        ("before:soon", '"before:soon" is not a date: write 2015, 2015-06 or 2015-06-30.'),
        ("is:red", "is: needs one of unread, starred, direct, partial."),
        ("befor:2015", 'There is no filter "befor:"; there are in:, after:, before:, is:, @name and -word.'),
        ("after:2016 before:2015", "No day is both after:2016-01-01 and before:2015-01-01."),
        ("is:red after:x", "is: needs one of unread, starred, direct, partial."),
    ],
)
def test_a_filter_that_cannot_be_understood_is_explained(line: str, trouble: str) -> None:
    assert parse(line).trouble == trouble


def test_a_misspelt_filter_is_looked_for_as_words() -> None:
    assert parse("befor:2015 deal").words == "befor:2015 deal"


@settings(deadline=None)
@given(PIECES)
def test_no_line_raises(line: str) -> None:
    query = parse(line)
    assert query.trouble == "" or query.trouble.endswith(".")
    assert query.flags <= {"unread", "starred", "direct", "partial"}
