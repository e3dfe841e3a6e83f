"""Reading: opening, stepping through what was said, choosing names, going and coming back."""

from textual.events import MouseScrollDown

from tests.stories.conftest import HENIG, Opening
from tui.library.service.folder_library import FolderLibrary


async def test_the_first_minute_shows_an_article_with_its_quotations_lit(room: Opening) -> None:
    async with room(sample=True) as it:
        assert "Seeds · cuttings FOLDER opens your own" in it.text
        assert "4 articles · 14 quotations" in it.text
        assert "We have received a letter" in it.text
        assert "source not given · undated · 3 min" in it.text
        assert "SH Simon Henig · 3 of 4 · sure" in it.foot


async def test_brackets_step_from_quotation_to_quotation(room: Opening) -> None:
    async with room() as it:
        await it.press("]")
        assert "4 of 4" in it.foot
        await it.press("]")
        assert "the last one" in it.foot
        await it.press("[", "[", "[")
        assert "1 of 4" in it.foot
        assert "very soon" in it.text


async def test_choosing_a_name_lights_its_mentions_and_braces_walk_them(room: Opening) -> None:
    async with room() as it:
        await it.press("3")
        while it.desk.lit.entity != "George Osborne":
            await it.press("j")
        assert "1 of 2" in it.text
        await it.press("}")
        assert "George Osborne · 2 of 2" in it.foot
        await it.press("}")
        assert "George Osborne · 1 of 2" in it.foot
        await it.press("escape")
        assert it.desk.lit.entity is None


async def test_enter_on_a_name_lists_everything_they_said_in_the_library(room: Opening) -> None:
    async with room() as it:
        await it.press("3", "enter")
        assert "WHAT SIMON HENIG SAID" in it.text
        assert "2 of 2 quotations" in it.text
        await it.type("miles")
        assert "1 of 2 quotations" in it.text
        await it.press("enter")
        assert "100 miles" in it.text
        assert "WHAT SIMON HENIG SAID" not in it.text


async def test_back_and_forward_keep_the_exact_place(room: Opening) -> None:
    async with room() as it:
        await it.press("j", "j", "j", "j", "j")
        top, first = it.view.top, it.title
        await it.press("J")
        second = it.title
        assert first != second
        await it.press("j", "j")
        await it.press("H")
        assert (it.title, it.view.top) == (first, top)
        await it.press("L")
        assert (it.title, it.view.top) == (second, 2)
        await it.press("L")
        assert "nothing ahead" in it.foot


async def test_resizing_keeps_the_place_and_the_panes_fit(room: Opening) -> None:
    async with room() as it:
        for _ in range(12):
            await it.press("j")
        offset = it.view.seen().start
        for width, height in ((100, 30), (80, 24), (40, 12), (140, 40)):
            await it.pilot.resize_terminal(width, height)
            await it.pilot.pause()
            seen = it.view.seen()
            assert seen.start <= offset < seen.end
            assert {len(line) for line in it.text.splitlines()} == {width}
        assert abs(it.view.seen().start - offset) < 80


async def test_a_screen_too_small_to_read_on_says_so_and_recovers(room: Opening) -> None:
    async with room((30, 8)) as it:
        assert "too small" in it.text
        await it.press("j", "s")
        await it.pilot.resize_terminal(1, 1)
        await it.pilot.pause()
        await it.pilot.resize_terminal(80, 24)
        await it.pilot.pause()
        assert "THE region’s council" in it.text


async def test_the_sidebar_takes_the_list_s_place_on_a_middling_screen(room: Opening) -> None:
    async with room((80, 24)) as it:
        assert "North East council" in it.text
        await it.press("3")
        assert "PEOPLE" in it.text
        assert "North East council\n" not in it.text
        await it.press("1")
        assert "PEOPLE" not in it.text


async def test_reading_alone_and_the_measure(room: Opening) -> None:
    async with room() as it:
        await it.press("z")
        assert "PEOPLE" not in it.text
        await it.press("<")
        assert it.layout.grid.measure == 64
        await it.press(">", "z")
        assert "PEOPLE" in it.text


async def test_names_can_be_left_unmarked(room: Opening) -> None:
    async with room() as it:
        await it.press("m")
        assert not it.desk.lit.marks
        assert "names are not marked" in it.foot


async def test_a_quotation_is_copied_with_its_source(room: Opening) -> None:
    async with room() as it:
        await it.press("y")
        assert it.app.clipboard.startswith("“We have received a letter from George Osborne")
        assert HENIG in it.app.clipboard
        assert "Simon Henig, chairman of the North East Combined Authority" in it.app.clipboard
        assert "n.d." in it.app.clipboard


async def test_the_mouse_chooses_opens_and_scrolls(room: Opening) -> None:
    async with room() as it:
        await it.pilot.click(offset=(10, 8))
        assert it.title.startswith("North East council bosses")
        await it.pilot.click(offset=(10, 4))
        await it.pilot.click(offset=(42, 13))
        assert it.desk.lit.entity == "Simon Henig"
        top = it.view.top
        view = it.view
        view.post_message(MouseScrollDown(view, 1, 1, 0, 0, 0, False, False, False))
        await it.pilot.pause()
        assert view.top == top + 3


async def test_one_asks_why_and_is_shown_the_words_that_say_so(room: Opening) -> None:
    async with room() as it:
        await it.press("e")
        assert "WHO SAID THIS" in it.text
        assert "sure · 0.9" in it.text
        assert "Simon Henig, chairman of the North East Combined Authority" in it.text
        assert "a name and a reporting verb; then, at once, the words" in it.text
        await it.press("]")
        assert "WHO SAID THIS" in it.text
        await it.press("escape")
        assert "WHO SAID THIS" not in it.text


async def test_the_place_is_found_again_the_next_time(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("J", "J", "J", "j", "j", "j", "j")
        title, top = it.title, it.view.top
        assert top == 4
    async with room() as it:
        assert (it.title, it.view.top) == (title, top)
        assert it.list.chosen == 3
