"""The search panel: scopes, history, copying, the sentences around, and the way back to the list."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Opening, Room
from tui.library.service.folder_library import FolderLibrary
from tui.model.listing import Scope, TextPassage
from tui.present.search_result_view import NO_CONTEXT
from tui.reader.features import search as search_feature


async def scope(it: Room, wanted: Scope) -> None:
    while it.search.asked.scope is not wanted:
        await it.press("ctrl+s")


async def test_the_chosen_quotation_is_copied_with_its_source(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("second class deal")
        await it.press("ctrl+y")
        assert "second-class deal" in it.app.clipboard
        assert "Ed Balls" in it.app.clipboard
        await it.press("ctrl+s", "ctrl+y")
        assert "Ed Balls" in it.app.clipboard


async def test_speakers_headlines_and_full_texts_are_searched_too(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("henig")
        await scope(it, Scope.SPEAKERS)
        assert "1 of 8 speakers" in it.text
        await it.press("enter")
        assert "WHAT SIMON HENIG SAID" in it.text
        await it.press("escape", "s")
        await scope(it, Scope.HEADLINES)
        await it.type("weeks away")
        assert "1 of 4 headlines" in it.text
        await it.press("enter")
        assert it.title.startswith("North East council bosses")


async def test_a_text_is_found_where_nobody_is_quoted_and_landed_on(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("tram extension")
        assert not it.search.results
        assert "Look in the whole of every article" in it.text
        await it.press("down")
        while "Look in the whole" not in it.search.ways()[it.search.chosen].words:
            await it.press("down")
        await it.press("enter")
        await it.until(lambda: bool(it.search.found))
        assert "1 of 4 articles" in it.text
        await it.press("enter")
        flash = it.desk.lit.flash
        assert flash is not None
        assert flash.of(it.cutting.article.text) == "tram extension"


async def test_a_filter_that_a_scope_has_no_use_for_is_told(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("@henig deal")
        await scope(it, Scope.SPEAKERS)
        assert "Speakers are found by their names alone" in it.text
        await scope(it, Scope.HEADLINES)
        assert "Headlines and full text know articles only" in it.text


async def test_up_on_an_empty_line_brings_back_what_was_asked_even_in_another_run(
    room: Opening, library: FolderLibrary
) -> None:
    async with room() as it:
        for words in ("door", "mayor"):
            await it.press("s")
            await it.type(words)
            await it.press("enter")
    async with room(of=library) as it:
        await it.press("s", "up")
        assert it.search.asked.field.text == "mayor"
        await it.press("up", "up")
        assert it.search.asked.field.text == "door"
        await it.press("down")
        assert it.search.chosen == 1


async def test_the_sentences_around_are_shown_when_asked(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("received a letter")
        assert "Authority, said:" not in it.text.split("WHO SAID")[1].split("Simon Henig,")[0]
        await it.press("ctrl+o")
        opened = it.text.split("WHO SAID")[1]
        assert (
            "the chairman of the North East Combined Authority, said:" in opened.split("“We have received")[0]
        )
        assert "The Chancellor has provoked controversy" in opened
        await it.press("ctrl+o")
        assert "The Chancellor has provoked controversy" not in it.text.split("WHO SAID")[1].split("Simon")[0]


async def test_back_returns_to_the_list_query_and_place_kept(room: Opening) -> None:
    async with room() as it:
        title = it.title
        await it.press("s")
        await it.type("mayor")
        number = len(it.search.results)
        assert number > 2
        await it.press("down", "enter", "J", "H")
        assert it.panel is it.search
        assert (it.search.asked.field.text, it.search.chosen) == ("mayor", 2)
        assert it.title == title
        await it.press("up", "enter", "backspace")
        assert (it.search.chosen, it.panel) == (1, it.search)
        await it.press("escape", "L")
        assert it.desk.lit.current is not None


async def test_back_goes_on_as_ever_when_one_has_gone_elsewhere(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("mayor")
        await it.press("enter", "1", "g", "j", "enter")
        await it.press("H")
        assert it.panel is None


async def test_keys_that_come_before_the_answer_wait_for_it(
    room: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_feature, "QUICK", -1)
    async with room() as it:
        await it.pilot.press("s", *"knee", "space", *"jrk", "down", "up", "enter")
        await it.until(lambda: it.panel is None)
        assert "Royston Smith" in it.foot
        await it.press("s")
        for line in ("door", "mayor", "blueprint"):
            await it.pilot.press("ctrl+u", *line)
        await it.until(lambda: it.search.asked.hits.matching == 1)
        assert it.search.results[0].said.quotation.speaker == "Ed Balls"


async def test_an_exact_search_that_finds_nothing_shows_what_comes_nearest(room: Opening) -> None:
    async with room() as it:
        await it.press("s", "ctrl+t")
        await it.type("mayor prerogative @henig")
        assert "Nothing said has exactly these words." in it.text
        assert "Drop @henig" in it.text
        assert "will be a prerequisite for a major deal" in it.text
        await it.press("enter")
        assert not it.search.asked.exact
        assert it.search.results


async def test_what_fits_comes_first_and_the_rest_when_the_keys_rest(
    room: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_feature, "QUICK", -1)
    monkeypatch.setattr(search_feature, "AT_ONCE", 1)
    monkeypatch.setattr(search_feature, "REST", 0.01)
    async with room() as it:
        await it.press("s")
        await it.type("mayor")
        await it.until(lambda: len(it.search.results) > 2 and not it.search.asked.growing)
        assert it.search.chosen == 0
        await it.press("down", "down")
        assert it.search.chosen == 2


@pytest.mark.parametrize("size", [(140, 40), (40, 12)])
async def test_a_copy_from_the_panel_says_so(room: Opening, size: tuple[int, int]) -> None:
    async with room(size) as it:
        await it.press("s")
        await it.type("second class deal")
        await it.press("ctrl+y")
        assert "copied" in it.foot


async def test_the_sentences_around_a_text_repeat_nothing_of_it(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("tram extension")
        await scope(it, Scope.TEXT)
        await it.until(lambda: bool(it.search.found))
        await it.press("ctrl+o")
        found, around = it.search.found[0], it.search._around
        assert isinstance(found, TextPassage)
        assert around != NO_CONTEXT
        assert not around.before or around.before not in found.words
        assert not around.after or around.after not in found.words


async def test_title_and_count_of_the_panel_stand_apart_on_a_small_page(room: Opening) -> None:
    async with room((40, 12)) as it:
        await it.press("s")
        await it.type("qwrt door")
        head = it.text.splitlines()[2]
        assert "WHO SAID WHAT  " in head
        assert " of 14" in head


async def test_whole_texts_leave_the_way_of_the_other_scopes_as_it_was(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await scope(it, Scope.TEXT)
        await it.press("ctrl+t")
        await scope(it, Scope.QUOTATIONS)
        assert "fuzzy" in it.text.splitlines()[5]


async def test_back_goes_on_through_the_list_of_results(room: Opening) -> None:
    async with room() as it:
        await it.press("J")
        first = it.title
        await it.press("J", "s")
        await it.type("door")
        await it.press("enter", "H")
        assert it.panel is it.search
        await it.press("H")
        assert it.panel is None
        assert it.title == first


async def test_enter_on_a_result_is_one_step_of_the_way(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("second class deal")
        steps = len(it.nav.trail.back)
        await it.press("enter")
        assert len(it.nav.trail.back) == steps + 1
        await it.press("H", "escape")
        assert len(it.nav.trail.back) == steps


async def test_a_copy_from_the_panel_is_made_once(room: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    async with room() as it:
        monkeypatch.setattr(it.app, "copy_to_clipboard", copied.append)
        await it.press("s")
        await it.type("second class deal")
        await it.press("ctrl+y")
        assert len(copied) == 1
