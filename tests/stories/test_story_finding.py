"""Finding: words in a pane, words somebody said, articles that belong together, keys."""

import pytest

from tests.stories.conftest import Opening
from tui.library.service.folder_library import FolderLibrary
from tui.present.sidebar_view import SidebarItem, SidebarItemKind


@pytest.mark.parametrize(
    ("typed", "speaker"),
    [("preequisite", "Simon Henig"), ("smith kneejerk", "Royston Smith"), ("osbrone door open", "Ed Balls")],
)
async def test_a_half_remembered_quotation_is_found_and_landed_on(
    room: Opening, typed: str, speaker: str
) -> None:
    async with room() as it:
        await it.press("s")
        await it.type(typed)
        found = [hit.said.quotation.speaker for hit in it.search.results]
        assert speaker in found[:2]
        while it.search.results[it.search.chosen].said.quotation.speaker != speaker:
            await it.press("down")
        await it.press("enter")
        assert it.panel is None
        assert speaker in it.foot
        assert it.desk.lit.flash is not None
        seen = it.view.seen()
        assert seen.start <= it.desk.lit.flash.start < seen.end


async def test_both_door_quotations_are_found(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("osbrone door open")
        speakers = {hit.said.quotation.speaker for hit in it.search.results[:2]}
        assert speakers == {"Ed Balls", "Royston Smith"}


async def test_escape_returns_to_where_one_was_and_the_line_is_kept(room: Opening) -> None:
    async with room() as it:
        await it.until(lambda: "17 words the same" in it.text)
        before = it.text
        await it.press("s")
        await it.type("door")
        await it.press("escape")
        assert it.text == before
        await it.press("s")
        assert "› door" in it.text


async def test_nothing_found_offers_ways_out(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("zzzzqqqq")
        assert "comes near these words" in it.text
        await it.press("up", "down", "enter")
        assert it.search.results


async def test_fuzzy_and_exact_are_switched_and_shown(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("mayr")
        assert "≈ fuzzy" in it.text
        assert "mayr ≈ mayor" in it.text
        await it.press("ctrl+t")
        assert "= exact" in it.text
        assert not it.search.results


async def test_capitals_walk_on_through_what_was_found(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("mayor")
        found = [hit.said.words[:20] for hit in it.search.results]
        assert len(found) > 2
        await it.press("enter", "J")
        assert f"2 of {len(found)} found" in it.foot
        await it.press("K")
        await it.press("K")
        assert "the end of what is found" in it.foot


async def test_find_lights_all_and_walks_them(room: Opening) -> None:
    async with room() as it:
        await it.press("/")
        await it.type("mayor")
        assert " / mayor" in it.foot
        await it.press("enter")
        total = len(it.desk.lit.found)
        assert total == it.cutting.article.text.count("mayor")
        assert f"1 of {total}" in it.foot
        await it.press("n", "n")
        assert f"3 of {total}" in it.foot
        await it.press("N")
        assert f"2 of {total}" in it.foot
        await it.press("escape")
        assert not it.desk.lit.found


async def test_find_in_the_sidebar(room: Opening) -> None:
    async with room() as it:
        await it.press("3", "/")
        await it.type("clark")
        await it.press("enter")
        assert it.sidebar.chosen == SidebarItem(SidebarItemKind.ENTITY, "Greg Clark")


async def test_related_articles_are_followed_to_the_shared_words(room: Opening) -> None:
    async with room() as it:
        await it.until(lambda: "17 words the same" in it.text)
        await it.press("r", "j", "enter")
        assert it.title.startswith("SHADOW Chancellor")
        span = it.desk.lit.flash
        assert span is not None
        words = it.cutting.article.text[span.start : span.end]
        assert words.startswith("council leaders to stick to their guns")
        assert words.endswith("General Election, if")
        await it.press("H")
        assert it.title.startswith("THE region’s")


async def test_help_is_searched_and_does_what_is_chosen(room: Opening) -> None:
    async with room() as it:
        await it.press("?")
        assert "HOW TO READ THE PAGE" in it.text
        await it.type("alone")
        assert "1 match" in it.text.splitlines()[0]
        await it.press("enter")
        assert it.layout.alone
        await it.press("z", "ctrl+p", "escape")
        assert it.panel is None


async def test_help_tells_the_keys_of_each_pane_and_does_them_there(room: Opening) -> None:
    async with room() as it:
        await it.press("?")
        await it.type("among the people")
        assert "AMONG THE PEOPLE" in it.text
        await it.press("enter")
        assert it.pane == "SIDEBAR"
        await it.press("?")
        await it.type("in the list")
        chosen = next(line for line in it.text.splitlines() if "▌" in line and "enter" in line)
        assert "open" in chosen
        await it.press("down", "enter")
        assert it.pane == "LIST"
        assert "starred" in it.foot


async def test_star_unread_and_order_are_kept(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("1", "j")
        await it.press("*")
        assert library.rows(it.reader.list.order, 1, 1)[0].starred
        assert "* North East" in it.text
        await it.press("u")
        assert library.rows(it.reader.list.order, 1, 1)[0].read
        await it.press("f", "f")
        assert it.reader.list.order.value in it.foot


async def test_an_article_resting_under_the_choice_is_shown_without_leaving_the_list(room: Opening) -> None:
    async with room() as it:
        await it.press("1", "j")
        await it.until(lambda: it.title.startswith("North East council bosses"))
        assert it.nav.trail.back == ()
        await it.press("enter")
        assert len(it.nav.trail.back) == 1


async def test_a_click_beside_the_panel_lets_it_go_and_does_nothing_else(room: Opening) -> None:
    async with room() as it:
        title = it.title
        await it.press("s")
        await it.pilot.click(offset=(5, 16))
        assert it.panel is None
        assert it.title == title
        await it.press("s")
        await it.type("door")
        await it.pilot.click(offset=(40, 13))
        assert it.panel is None
        assert it.title.startswith("SHADOW")
