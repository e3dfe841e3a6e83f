"""What is remembered from run to run of where the reader has been."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.conftest import Opener, TrailsOf
from tui.library.user.history_db import MOST, HistoryDb
from tui.model.article import ArticleId
from tui.model.span import Span
from tui.model.trail import PageKind, PageState, Place, Trail, Visit

NOON = datetime(2015, 3, 14, 12, 0, 0)
A, B = Place(ArticleId("a" * 16)), Place(ArticleId("b" * 16), Span(3, 9))
leaves = st.builds(
    PageState, st.sampled_from(PageKind), st.text(max_size=9), st.integers(0, 1), st.integers(0, 99)
)
spans = st.builds(Span, st.integers(0, 99), st.integers(99, 999))
places = st.builds(
    Place, st.just(A.article), st.none() | spans, st.none() | st.integers(-5, 9999), st.none() | leaves
)


def _visit(place: Place, title: str = "A title") -> Visit:
    return Visit(place, NOON, title)


def test_visits_are_told_latest_first_and_apart_for_each_library(tmp_path: Path, trails_of: TrailsOf) -> None:
    trails = trails_of(tmp_path / "trail.db")
    trails.visited("one", _visit(A), None)
    trails.visited("one", _visit(B, "B"), None)
    trails.visited("two", _visit(A), None)
    trails.close()
    again = trails_of(tmp_path / "trail.db")
    assert again.visits("one") == [_visit(B, "B"), _visit(A)]
    assert again.visits("two") == [_visit(A)]


def test_a_visit_remembers_how_the_place_was_left(tmp_path: Path, trails_of: TrailsOf) -> None:
    trails = trails_of(tmp_path / "trail.db")
    trails.visited("one", _visit(A), None)
    trails.visited("one", _visit(B), A._replace(offset=700))
    assert [visit.place.offset for visit in trails.visits("one")] == [None, 700]
    trails.visited("one", None, A._replace(offset=900))
    assert [visit.place.offset for visit in trails.visits("one")] == [None, 900]


def test_coming_to_the_same_words_twice_running_is_one_visit(tmp_path: Path, trails_of: TrailsOf) -> None:
    trails = trails_of(tmp_path / "trail.db")
    for visit in (_visit(A), _visit(A), _visit(B), _visit(A)):
        trails.visited("one", visit, None)
    assert [visit.place.article for visit in trails.visits("one")] == [A.article, B.article, A.article]


def test_only_so_many_visits_are_kept(tmp_path: Path, trails_of: TrailsOf) -> None:
    trails = trails_of(tmp_path / "trail.db")
    for number in range(MOST + 5):
        trails.visited("one", _visit(A if number % 2 else B, str(number)), None)
    kept = trails.visits("one")
    assert len(kept) == MOST
    assert (kept[0].title, kept[-1].title) == (str(MOST + 4), "5")


@settings(max_examples=25)
@given(st.lists(places, max_size=4), st.none() | places, st.lists(places, max_size=4))
def test_a_trail_comes_back_as_it_was(back: list[Place], here: Place | None, forward: list[Place]) -> None:
    trail = Trail(tuple(back), here, tuple(forward))
    with closing(HistoryDb(Path("/dev/null/nowhere"))) as trails:  # cannot be written: remembered in memory
        trails.set_trail("one", trail)
        assert trails.trail("one") == trail


def test_a_damaged_file_is_begun_anew(tmp_path: Path, trails_of: TrailsOf) -> None:
    file = tmp_path / "trail.db"
    file.write_bytes(b"no database" * 500)
    trails = trails_of(file)
    assert trails.trail("one") == Trail()
    trails.keep("form", "APA")
    trails.close()
    assert trails_of(file).kept("form") == "APA"


def test_a_trail_of_another_version_is_no_trail(tmp_path: Path, trails_of: TrailsOf) -> None:
    trails = trails_of(tmp_path / "trail.db")
    assert trails.trail("one") == Trail()
    with closing(sqlite3.connect(tmp_path / "trail.db")) as connection, connection:
        connection.execute("INSERT INTO trail VALUES ('one', '[[[1]], {}, 3]')")
        connection.execute("INSERT INTO trail VALUES ('two', 'x')")
    assert trails.trail("one") == trails.trail("two") == Trail()


def test_a_library_remembers_for_itself_and_closes_the_file(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    assert library.kept("form") is None
    library.keep("form", "APA")
    library.visited(_visit(A), None)
    library.set_last_trail(Trail((A,), B))
    library.close()
    again = opened(folder)
    assert (again.kept("form"), again.last_trail(), len(again.visits())) == ("APA", Trail((A,), B), 1)
