"""Walking: back with the very focus, on through a set, and the way that outlives the program."""

from __future__ import annotations

from tests.stories.conftest import Opening, Room
from tui.library.service.folder_library import FolderLibrary
from tui.present.sidebar_view import SidebarItemKind


async def related(it: Room) -> None:
    """Wait until the related articles are known."""
    await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)


async def test_back_from_a_related_article_has_the_same_row_chosen_and_the_keys_at_the_side(
    room: Opening,
) -> None:
    async with room() as it:
        await related(it)
        await it.press("r", "j")
        before = it.text
        chosen = it.sidebar.chosen
        assert chosen is not None
        assert chosen.sort is SidebarItemKind.REASON
        await it.press("enter")
        assert it.pane == "ARTICLE"
        await it.press("H")
        assert it.pane == "SIDEBAR"
        await related(it)
        assert it.sidebar.chosen == chosen
        assert it.text.replace("•", " ") == before.replace("•", " ")  # all but what has been read since
        await it.press("L")
        assert it.pane == "ARTICLE"


async def test_back_lights_the_name_that_was_lit(room: Opening) -> None:
    async with room() as it:
        await related(it)
        await it.press("3", "j")
        name = it.desk.lit.entity
        assert name
        await it.press("2", "J", "H")
        assert it.desk.lit.entity == name


async def test_the_set_one_walks_is_told(room: Opening) -> None:
    async with room() as it:
        await related(it)
        assert it.desk.side is not None
        number = len(it.desk.side.relations or ())
        await it.press("r", "enter", "J")
        assert f"2 of {number} related" in it.foot


async def test_the_history_shows_where_one_has_been_and_goes_there_again(room: Opening) -> None:
    async with room() as it:
        await it.until(lambda: it.reader.history.recalled)
        first = it.title
        await it.press("J")
        second = it.title
        await it.press("J", "h")
        assert "WHERE YOU HAVE BEEN" in it.text
        assert "Today" in it.text
        assert second[:20] in it.text
        await it.press("down", "enter")
        assert it.title == second
        await it.press("H")
        assert "WHERE YOU HAVE BEEN" in it.text
        await it.press("escape")
        assert it.title not in (first, second)


async def test_the_history_is_narrowed_by_words(room: Opening) -> None:
    async with room() as it:
        await it.until(lambda: it.reader.history.recalled)
        await it.press("J", "J", "J", "h", "slash")
        await it.type("balls")
        assert "1 of 1" in it.text or it.text.count("SHADOW") == 1
        await it.press("enter", "enter")
        assert "Ed Balls" in it.cutting.article.title


async def test_the_way_outlives_the_program(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.until(lambda: it.reader.history.recalled)
        first = it.title
        await it.press("J", "space", "J")
        last = it.title
    async with room(of=library) as it:
        await it.until(lambda: it.reader.history.recalled)
        assert it.title == last
        await it.press("H", "H")
        assert it.title == first
        await it.press("H")
        assert "this is where you began" in it.foot
        await it.press("h")
        assert "Today" in it.text


async def test_a_dossier_left_open_is_ahead_in_the_next_run(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.until(lambda: it.reader.history.recalled)
        await it.press("right_square_bracket", "d")
        await it.until(lambda: it.page is not None)
    async with room(of=library) as it:
        await it.until(lambda: it.reader.history.recalled)
        assert it.page is None
        await it.press("L")
        await it.until(lambda: it.page is not None)


async def test_an_article_looked_at_from_the_list_is_what_a_page_is_opened_over(room: Opening) -> None:
    async with room() as it:
        await it.press("1", "j")
        await it.pilot.pause(0.2)
        looked_at = it.title
        await it.press("2", "h", "escape")
        assert it.title == looked_at
        await it.press("1", "j", "h", "escape")  # the page comes before the preview
        assert it.title != looked_at
        await it.press("2", "H")
        assert it.title == looked_at


async def test_what_is_opened_from_the_list_is_one_step(room: Opening) -> None:
    async with room() as it:
        first = it.title
        await it.press("1", "j")
        await it.pilot.pause(0.2)
        await it.press("enter")
        assert it.title != first
        await it.press("H")
        assert it.title == first


async def test_the_quotation_one_stood_on_is_that_of_the_next_run(
    room: Opening, library: FolderLibrary
) -> None:
    async with room() as it:
        await it.press("]", "]")
        stood_on = it.desk.lit.current
        assert stood_on
    async with room() as it:
        assert it.desk.lit.current == stood_on


async def test_quit_closes_the_page_first(room: Opening) -> None:
    async with room() as it:
        await it.press("h", "q")
        assert it.page is None
        assert it.app.is_running
        await it.press("q")
        assert not it.app.is_running
