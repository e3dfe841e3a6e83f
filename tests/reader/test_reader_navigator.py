"""Going, going back and on, without a screen."""

from __future__ import annotations

import pytest

from tests.reader.reading import Reading, cutting, id_of, place
from tui.model.article import ArticleId
from tui.model.span import Span
from tui.model.trail import PageKind, PageState, Place, Trail
from tui.present.grid import Pane
from tui.present.sidebar_view import SidebarItem, SidebarItemKind
from tui.reader.navigator import NO_SET, How, SavedFocus, WalkSet


@pytest.fixture
def it() -> Reading:
    """A reader who has opened a, then b."""
    made = Reading()
    made.nav.go(place("a"))
    made.nav.go(place("b"))
    made.moves.clear()
    return made


def names(trail: Trail) -> str:
    """The way in letters: `ab>c` for one at b with c ahead."""
    here = trail.here.article[0] if trail.here else ""
    behind, ahead = ("".join(one.article[0] for one in part) for part in (trail.back, trail.forward))
    return f"{behind}{here}>{ahead}"


def test_going_is_one_step_and_told_once(it: Reading) -> None:
    it.nav.go(place("c"))
    assert names(it.nav.trail) == "abc>"
    assert [(move.place.article, move.how) for move in it.moves] == [(id_of("c"), How.ANEW)]
    assert it.moves[0].before is not None
    assert it.moves[0].before.article == id_of("b")


@pytest.mark.parametrize("way", ["go", "follow", "jump", "next"])
def test_every_way_on_is_one_step(it: Reading, way: str) -> None:
    walk = WalkSet((place("b"), place("c")))
    it.nav.walk = walk
    if way == "next":
        it.nav.next(1)
    elif way == "jump":
        it.nav.jump(place("c"), walk, "search")
    else:
        getattr(it.nav, way)(place("c"), walk)
    assert names(it.nav.trail) == "abc>"
    assert len(it.moves) == 1


def test_back_and_forward_lead_along_the_way(it: Reading) -> None:
    assert it.nav.back()
    assert names(it.nav.trail) == "a>b"
    assert it.desk.article == id_of("a")
    assert not it.nav.back()
    assert it.nav.forward()
    assert names(it.nav.trail) == "ab>"
    assert it.desk.article == id_of("b")
    assert not it.nav.forward()
    assert [move.how for move in it.moves] == [How.ALONG, How.ALONG]


def test_back_keeps_the_chosen_quotation_and_the_view(it: Reading) -> None:
    it.desk.select_quotation(1)
    it.at.offset = 70
    it.nav.go(place("c"))
    assert it.desk.lit.current != 1
    it.at.offset = 3
    it.nav.back()
    assert it.desk.lit.current == 1
    assert it.at.offset == 70


def test_back_gives_the_keys_and_the_name_back_to_what_had_them(it: Reading) -> None:
    it.pane = Pane.SIDEBAR
    it.desk.choose_entity("Ann Lee", 2)
    chosen = SidebarItem(SidebarItemKind.ENTITY, "Ann Lee")
    it.nav.follow(place("c"))
    assert it.pane.name == "ARTICLE"
    assert it.desk.lit.entity is None
    it.nav.back()
    assert it.focus() == SavedFocus(Pane.SIDEBAR, chosen, "Ann Lee", 2)


def test_a_jump_inside_the_article_is_a_step_and_flashes(it: Reading) -> None:
    said = cutting("b").spoken[1].span
    it.desk.select_quotation(0)
    it.at.offset = 5
    it.nav.go(place("b", said))
    assert names(it.nav.trail) == "abb>"
    assert it.desk.lit.current == 1
    assert it.desk.lit.flash == said
    it.nav.back()
    assert (it.at.offset, it.desk.lit.current) == (5, 1)


def test_a_preview_is_no_step_until_one_stands_in_it(it: Reading) -> None:
    it.nav.preview(id_of("c"))
    assert it.desk.article == id_of("c")
    assert names(it.nav.trail) == "ab>"
    it.nav.commit()
    it.nav.commit()
    assert names(it.nav.trail) == "abc>"
    assert [move.how for move in it.moves] == [How.PREVIEW, How.ANEW]


def test_one_walks_on_through_the_set_one_came_from(it: Reading) -> None:
    places = place("b", Span(0, 4)), place("c"), place("d")
    it.nav.go(places[0], WalkSet(places, "related"))
    assert it.nav.next(1) == "2 of 3 related"
    assert it.nav.next(1) == "3 of 3 related"
    assert it.nav.next(1) == "the end of what is related"
    assert it.desk.article == id_of("d")
    assert it.nav.next(-1) == "2 of 3 related"
    it.nav.go(place("a"))
    assert it.nav.next(1) == ""
    it.nav.go(place("c"), NO_SET)
    assert it.nav.next(1) == ""


def test_back_from_a_result_leads_to_its_list_over_what_lay_under_it(it: Reading) -> None:
    walk = WalkSet((place("c"), place("d")))
    it.nav.jump(walk.places[0], walk, "search")
    it.nav.next(1)
    assert it.nav.back_to_results() == ("search", 1)
    assert names(it.nav.trail) == "ab>cd"
    assert it.desk.article == id_of("b")
    assert it.nav.back_to_results() is None
    assert it.nav.back()
    assert names(it.nav.trail) == "a>bcd"


def test_one_who_has_gone_elsewhere_goes_back_step_by_step(it: Reading) -> None:
    walk = WalkSet((place("c"), place("d")))
    it.nav.jump(walk.places[0], walk, "search")
    it.nav.go(place("a"), NO_SET)
    assert it.nav.back_to_results() is None
    it.nav.back()
    assert it.nav.back_to_results() is None
    it.nav.jump(walk.places[0], walk, None)
    assert it.nav.back_to_results() is None
    it.nav.jump(walk.places[0], walk, "search")
    it.nav.go(place("c"), WalkSet((place("c"),), "related"))
    assert it.nav.back_to_results() is None


def test_an_article_that_is_gone_is_no_step_but_one_as_it_was_is(it: Reading) -> None:
    assert not it.nav.go(Place(ArticleId("nowhere")))
    assert names(it.nav.trail) == "ab>"
    assert it.moves == []
    it.nav.removed[id_of("a")] = it.cuttings.pop(id_of("a"))
    assert it.nav.back()
    assert it.desk.article == id_of("a")


def test_back_passes_an_article_that_is_gone(it: Reading) -> None:
    it.nav.go(place("c"))
    del it.cuttings[id_of("b")]
    assert it.nav.back()
    assert it.desk.article == id_of("c")
    assert it.nav.back()
    assert it.desk.article == id_of("a")
    assert names(it.nav.trail) == "a>bc"


def test_the_way_of_the_last_run_is_joined_where_this_one_began(it: Reading) -> None:
    it.nav.join(Trail((place("c"),), place("a"), (place("d"),)))
    assert names(it.nav.trail) == "cab>"
    it.nav.join(Trail((place("d"),), place("d")))
    assert names(it.nav.trail) == "cab>"


def test_what_lay_ahead_in_the_last_run_lies_ahead_until_one_goes_on() -> None:
    it = Reading()
    it.nav.begin(place("a", Span(0, 4)))
    assert it.nav.trail.here == place("a")
    dossier = place("a", leaf=PageState(PageKind.DOSSIER, "Ann Lee"))
    it.nav.join(Trail((place("c"),), dossier, (place("d"),)))
    assert names(it.nav.trail) == "ca>ad"
    assert it.nav.trail.forward[0] == dossier


def test_a_page_is_left_as_one_stood_on_it(it: Reading) -> None:
    leaf = PageState(PageKind.HISTORY)
    it.nav.go(place("b", leaf=leaf))
    it.page = leaf._replace(chosen=3, top=7)
    it.nav.go(place("c"))
    assert it.page is None
    it.nav.back()
    assert it.moves[-1].place.leaf == leaf._replace(chosen=3, top=7)


def test_a_page_with_nothing_behind_it_is_lifted() -> None:
    it = Reading()
    it.nav.go(place("a", leaf=PageState(PageKind.HISTORY)))
    assert not it.nav.back()
    it.nav.lift_leaf()
    assert it.moves[-1].place.leaf is None
    assert names(it.nav.trail) == "a>"
