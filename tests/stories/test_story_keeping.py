"""The list narrowed, grouped and kept; tags and notes on the margin. Everything by keys alone."""

import threading

import pytest
from textual.events import Paste

from tests.stories.conftest import Opening, Room
from tui.library.service.folder_library import FolderLibrary
from tui.model.listing import EVERYTHING, Filter, Grouping, Order


async def filtered(it: Room, line: str, total: int) -> None:
    """Narrow the list to that line, and wait until so many are left."""
    await it.press("1", "slash", "ctrl+u")
    await it.type(line)
    await it.until(lambda: it.list.total == total)


async def test_the_list_narrows_while_one_types_and_enter_keeps_it(room: Opening) -> None:
    async with room() as it:
        await it.press("1", "slash")
        assert "headlines, sources, names, tags, notes" in it.foot
        await it.type("in:echo")
        await it.until(lambda: it.list.total == 1)
        assert it.foot.startswith(" / in:echo")
        assert "1 of 4" in it.foot
        await it.press("enter")
        await it.until(lambda: it.title.startswith("SHADOW"))
        assert "1 of 4 · in:echo" in it.text.splitlines()[0]
        await it.press("escape")
        await it.until(lambda: it.list.total == 4)
        assert it.title.startswith("SHADOW")
        assert it.list.chosen == 3
        assert "4 articles" in it.text.splitlines()[0]


async def test_enter_waits_for_the_list_of_the_line_that_was_typed(
    room: Opening, library: FolderLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing, come = library.listing, threading.Event()

    def slow(order: Order, only: Filter = EVERYTHING, by: Grouping = Grouping.NONE) -> object:
        if only != EVERYTHING:
            come.wait(5)
        return listing(order, only, by)

    async with room() as it:
        monkeypatch.setattr(library, "listing", slow)
        before = it.title
        await it.press("1", "slash")
        await it.type("in:echo")
        await it.press("enter")
        assert (it.title, it.list.total) == (before, 4)
        come.set()
        await it.until(lambda: it.title.startswith("SHADOW"))
        assert it.list.total == 1


async def test_escape_in_the_line_shows_everything_again(room: Opening) -> None:
    async with room() as it:
        await filtered(it, "@henig", 1)
        await it.press("escape")
        await it.until(lambda: it.list.total == 4)
        assert it.reader.modes.prompt is None
        await filtered(it, "-osborne", 2)
        await it.press("ctrl+u", "backspace")
        await it.until(lambda: it.list.total == 4)


async def test_a_filter_that_is_not_understood_is_explained_and_nothing_fitting_is_said(
    room: Opening,
) -> None:
    async with room() as it:
        await it.press("1", "slash")
        await it.type("colour:red")
        assert 'There is no filter "colour:"' in it.foot
        await it.press("ctrl+u")
        await it.type("zzz")
        await it.until(lambda: it.list.total == 0)
        assert "no article fits" in it.text
        assert "0 of 4" in it.foot
        await it.press("enter", "j", "J", "enter", "u", "escape")
        await it.until(lambda: it.list.total == 4)


async def test_words_that_were_looked_for_are_lit_and_arrows_choose_meanwhile(room: Opening) -> None:
    async with room() as it:
        await filtered(it, "north council", 3)
        await it.press("down")
        assert it.list.chosen == 1
        await it.press("enter")
        assert it.list.begun == ("north", "council")


async def test_capitals_walk_what_the_filter_lets_through_and_jumps_lead_out_of_it(room: Opening) -> None:
    async with room() as it:
        await filtered(it, "osborne", 2)
        await it.press("enter", "2", "K", "K")
        seen = {it.title}
        await it.press("J")
        seen.add(it.title)
        await it.press("J")
        assert "the end of the list" in it.foot
        assert len(seen) == 2
        await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
        await filtered(it, "in:chronicle", 1)
        await it.press("enter", "enter")
        assert it.title.startswith("North East")
        await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
        await it.press("r", "enter")
        assert not it.title.startswith("North East")
        assert it.list.total == 1
        await it.press("H")
        assert it.title.startswith("North East")


async def test_unread_stay_in_their_list_while_they_are_read(room: Opening) -> None:
    async with room() as it:
        await filtered(it, "unread", 3)
        await it.press("enter", "enter", "J", "J")
        assert it.list.total == 3
        assert it.list.chosen == 2
        await it.press("1", "f")
        await it.until(lambda: it.list.total == 0)


async def test_a_note_is_written_shown_changed_and_taken_away(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("a")
        assert it.foot.startswith(" note ")
        await it.type("Ask him")
        await it.press("enter")
        assert "note kept" in it.foot
        assert "¶Ask him" in it.text
        article = it.cutting.article.id
        assert library.mark(article).note == "Ask him"
        await it.press("a")
        assert "Ask him" in it.foot
        await it.type(" twice")
        await it.press("escape")
        assert library.mark(article).note == "Ask him"
        await it.press("a")
        await it.press("ctrl+j")
        await it.type("again")
        await it.press("enter")
        assert library.mark(article).note == "Ask him\nagain"
        await it.press("a", "ctrl+u", "enter")
        assert library.mark(article).note == ""
        assert "¶" not in "\n".join(it.text.splitlines()[:-1])


async def test_tags_are_completed_shown_and_found(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("number_sign")
        await it.type("Budget, deal")
        await it.press("enter")
        assert "#budget #deal" in it.foot
        await it.press("1", "j", "number_sign")
        await it.type("bu")
        assert "tab completes budget" in it.foot
        await it.press("tab", "enter")
        assert library.tags() == ["budget", "deal"]
        assert "#budget" in "\n".join(line[:33] for line in it.text.splitlines())
        await filtered(it, "#deal", 1)
        await it.press("ctrl+u")
        await it.type("tag:bud")
        await it.until(lambda: it.list.total == 2)


async def test_the_list_stands_under_heads_and_keeps_its_place(room: Opening) -> None:
    async with room() as it:
        await it.press("1", "G")
        await it.until(lambda: it.title.startswith("SHADOW"))
        await it.press("F")
        await it.until(lambda: bool(it.list.stack.groups))
        assert "undated ──" in it.text
        assert "by month" in it.foot
        assert it.list.chosen == 3
        await it.press("F", "F")
        await it.until(lambda: len(it.list.stack.groups) == 3)
        assert "source not given ──" in it.text
        assert "by publication" in it.foot
        chosen = it.list.row(it.list.chosen)
        assert chosen is not None
        assert chosen.title.startswith("SHADOW")
        await it.press("g")
        top = [line[:33].strip() for line in it.text.splitlines()[3:6]]
        assert top[0].startswith("ChronicleLive? ──")  # guessed
        assert "▌" in top[2]
        await it.press("f")
        await it.until(lambda: not it.list.stack.groups)


async def test_a_head_is_not_chosen_by_a_click(room: Opening) -> None:
    async with room() as it:
        await it.press("1", "F", "F", "F")
        await it.until(lambda: len(it.list.stack.groups) == 3)
        before = it.title
        await it.pilot.click(offset=(6, 3))
        assert it.title == before
        await it.pilot.click(offset=(6, 5))
        await it.until(lambda: it.title.startswith("North East"))


async def test_order_and_heads_are_there_the_next_time(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("F", "F", "F")
    async with room() as it:
        assert it.reader.library.arranged()[0] is Order.PUBLICATION
        assert len(it.list.stack.groups) == 3


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (40, 12)])
async def test_the_lines_at_the_foot_fit_every_page(size: tuple[int, int], room: Opening) -> None:
    async with room(size) as it:
        await it.press("a")
        await it.type("a note that is much longer than a narrow page is wide, and goes on")
        assert len(it.foot) == size[0]
        assert "goes on" in it.foot
        await it.press("enter")
        await filtered(it, "note:narrow", 1)
        assert it.foot.startswith(" / note:narrow")
        await it.press("ctrl+u")
        await it.type("is:blue")
        assert len(it.foot) == size[0]


@pytest.mark.parametrize("size", [(140, 40), (80, 24), (40, 12)])
@pytest.mark.parametrize("line_break", ["\r", "\n", "\r\n"])
async def test_a_pasted_note_keeps_its_lines(
    room: Opening, library: FolderLibrary, size: tuple[int, int], line_break: str
) -> None:
    async with room(size) as it:
        await it.press("a")
        lines = [f"line {number} \x1b[31m" for number in range(1, 13)]
        it.screen.post_message(Paste(line_break.join([*lines, ""])))
        await it.pilot.pause()
        rows = it.text.splitlines()
        assert rows[-1].startswith(" note line 13 of 13")
        last = max(at for at, row in enumerate(rows) if row.startswith(" line 12 [31m "))
        assert last == size[1] - (4 if size[1] == 40 else 3)
        await it.press("up")
        await it.type("and more")
        assert " note line 12 of 13" in it.foot
        await it.press("enter")
        assert "line 11 [31m" not in it.text.splitlines()[last - 1]
        kept = library.mark(it.cutting.article.id).note.splitlines()
        assert kept == [line.replace("\x1b", "") for line in lines[:-1]] + ["and moreline 12 [31m"]


async def test_the_lines_of_a_note_stand_under_its_article_and_its_sign_in_the_list(
    room: Opening, library: FolderLibrary
) -> None:
    async with room((80, 24)) as it:
        await it.press("a")
        it.screen.post_message(Paste("Ask him ¶5 again\n\n  and the clerk"))
        await it.press("enter")
        assert library.mark(it.cutting.article.id).note == "Ask him ¶5 again\n\n  and the clerk"
        rows = [row.split("│")[1].strip() for row in it.text.splitlines()[1:-1]]
        at = rows.index("¶Ask him ¶5 again                                 ┃")
        assert rows[at + 1].strip(" ┃") == ""
        assert "and the clerk" in rows[at + 2]
        await it.press("a", "ctrl+home", "delete")
        await it.type("a")
        assert "ask him ¶5 again" in it.text
        await it.press("ctrl+z", "ctrl+z", "enter")
        assert library.mark(it.cutting.article.id).note.startswith("Ask him")
        await it.press("a", "ctrl+u")
        assert it.foot.startswith(" note  ")
        await it.press("ctrl+z", "escape", "1")
        assert "¶" in it.text
        row = it.list.row(it.list.chosen)
        assert row is not None
        assert row.note == "Ask him ¶5 again\n\n  and the clerk"


@pytest.mark.parametrize("line", ["osborne", "in:echo", "-osborne"])
@pytest.mark.parametrize("number", range(4))
async def test_a_filter_stands_on_the_chosen_article_or_on_the_first_that_fits(
    room: Opening, line: str, number: int
) -> None:
    async with room() as it:
        await it.press("1", "g", *"j" * number)
        before = it.reader.list.chosen_article()
        await it.press("slash")
        await it.type(line)
        await it.until(lambda: it.list.total in (1, 2))
        rows = [it.list.row(n) for n in range(it.list.total)]
        fitting = [row.article for row in rows if row]
        wanted = before if before in fitting else fitting[0]
        assert it.reader.list.chosen_article() == wanted
