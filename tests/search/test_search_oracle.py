"""The fast way finds what the slow, obviously right way finds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.support.search_oracle import Corpus
from tui.search import Engine, match_levels, parameters, postings, ranking
from tui.search import engine as engine_module
from tui.search.segment import SearchRow

WORDS = st.sampled_from(
    """mayor mayors major may powers power powerful elected elect electing region regional prerequisite pre
    requisite knee jerk kneejerk reaction action re goverment government government governments govern a an i
    the of to door open opened balls ed henig smith 1996 1997 1000 19 96 city cities health care healthcare us
    stop stopped stopping εκλογή мэр""".split()
)
LINES = st.lists(WORDS, min_size=0, max_size=8).map(" ".join)
ROWS: st.SearchStrategy[list[SearchRow]] = st.lists(st.tuples(LINES, LINES, LINES), min_size=1, max_size=10)
ALIKE = st.sampled_from(
    "government government goverment governments govern governor elected election".split()
)
ALIKE_ROWS = st.lists(st.tuples(st.lists(ALIKE, max_size=3).map(" ".join), st.just("ann lee")), min_size=4)
COMMON = 3
"""How many times commoner a right spelling is here, where there are few rows."""


@st.composite
def typed(draw: st.DrawFn) -> str:
    """Some words of the corpus, one of them perhaps mistyped, the last perhaps cut short."""
    words = draw(st.lists(WORDS, min_size=1, max_size=4))
    number = draw(st.integers(0, len(words) - 1))
    place = draw(st.integers(0, len(words[number])))
    slip = draw(st.sampled_from(["", "x", "e", " "]))
    words[number] = words[number][:place] + slip + words[number][place + draw(st.integers(0, 1)) :]
    line = " ".join(words)
    line = line[: len(line) - draw(st.integers(0, 3))]
    assume(len(line.split()) > 1 or len(line.strip()) >= parameters.ONE_EDIT)
    return line


@pytest.fixture(scope="module", autouse=True, params=["lists", "bitmaps"])
def _few_rows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Misspellings are judged among a few rows, added rows make a segment of their own, and all is done
    once as with rare words, once as with frequent ones.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parameters, "MISSPELT_RATIO", COMMON)
        patch.setattr(match_levels, "MISSPELT_RATIO", COMMON)
        patch.setattr(engine_module, "DELTA", 0)
        if request.param == "bitmaps":
            patch.setattr(postings, "LEAST_DENSE", 2)
            patch.setattr(ranking, "WIDE", 1)
        yield


def assert_agrees(engine: Engine, rows: list[SearchRow], line: str) -> None:
    corpus, found = Corpus(rows), engine.look(line, len(rows))
    scores = corpus.scores(line)
    least = parameters.SHOWN_SHARE * max(scores.values(), default=0.0)
    matching = corpus.matching(line)
    shown = {row: score for row, score in scores.items() if score >= least or row in matching}
    assert dict(found.rows) == pytest.approx(shown)
    assert list(found.rows) == sorted(found.rows, key=lambda hit: (-hit[1], hit[0]))
    assert found.matching == len(matching)


@settings(max_examples=100, deadline=None)
@given(ROWS, typed())
def test_the_engine_scores_every_row_as_the_oracle_does(rows: list[SearchRow], line: str) -> None:
    assert_agrees(Engine.of(rows), rows, line)


@settings(max_examples=100, deadline=None)
@example([("goverment", "")] + [("government", "")] * COMMON, "goverment", 9, "", 0)
@example([("goverment", "goverment")] + [("government", "")] * COMMON, "goverment", 9, "", 0)
@example([("goverment", "")] + [("government governor", "")] * COMMON, "govermnent", 5, "", 0)
@given(ALIKE_ROWS, ALIKE, st.integers(1, 9), st.sampled_from(["", "n", "x", "e"]), st.integers(0, 1))
def test_the_engine_agrees_about_misspellings_in_the_corpus_and_in_beginnings(
    rows: list[SearchRow], word: str, place: int, slip: str, lost: int
) -> None:
    line = word[:place] + slip + word[place + lost :]
    assert_agrees(Engine.of(rows), rows, line)
    assert_agrees(Engine.of(rows), rows, line[: max(parameters.ONE_EDIT, place + 2)])


@settings(max_examples=60, deadline=None)
@given(ROWS, ROWS, typed())
def test_rows_added_later_are_scored_as_if_they_had_always_been_there(
    old: list[SearchRow], new: list[SearchRow], line: str
) -> None:
    assert_agrees(Engine.of(old).with_rows(new), [*new, *old], line)
