"""The trail leads back exactly the way one came."""

from hypothesis import given
from hypothesis import strategies as st

from tui.model.article import ArticleId
from tui.model.trail import Place, Trail

PLACES = st.builds(
    lambda letter, at: Place(ArticleId(letter), offset=at), st.sampled_from("abc"), st.integers(0, 9)
)
TRAILS = st.lists(PLACES, min_size=1, max_size=6).map(lambda places: Trail(tuple(places[:-1]), places[-1]))


@given(TRAILS, PLACES)
def test_going_and_coming_back_leaves_one_where_one_was(trail: Trail, place: Place) -> None:
    assert trail.to(place).backward().here == trail.here
    assert trail.to(place).backward().onward() == trail.to(place)


@given(TRAILS)
def test_the_ends_of_the_trail_are_firm(trail: Trail) -> None:
    start = trail
    for _ in range(len(trail.back)):
        start = start.backward()
    assert start.backward() == start
    assert trail.onward() == trail


@given(TRAILS, PLACES)
def test_a_new_step_forgets_what_lay_ahead(trail: Trail, place: Place) -> None:
    assert trail.to(place).backward().to(place).forward == ()


@given(TRAILS)
def test_the_view_is_remembered_where_one_stands(trail: Trail) -> None:
    seen = trail.seen_at(42).here
    assert seen is not None
    assert seen.offset == 42
    assert trail.seen_at(42).back == trail.back


def test_an_empty_trail_is_harmless() -> None:
    assert Trail().backward() == Trail().onward() == Trail().seen_at(3) == Trail()
