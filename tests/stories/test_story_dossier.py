"""The dossier: from a name to everything they said, on to the articles, and back to the very line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.conftest import Opening, Room
from tui.library.service.folder_library import open_library
from tui.reader.pages.dossier import DossierPage


def dossier(it: Room) -> DossierPage:
    assert isinstance(it.page, DossierPage)
    return it.page


async def opened(it: Room, *keys: str) -> DossierPage:
    """Press the keys and wait for the dossier that they open."""
    await it.press(*keys)
    await it.until(lambda: it.page is not None and dossier(it).dossier is not None)
    await it.pilot.pause()
    return dossier(it)


async def to_balls(it: Room) -> None:
    """The article in which Ed Balls speaks."""
    await it.press("G", "J", "J", "J")
    assert "Ed Balls" in it.cutting.article.title


async def test_a_dossier_opens_from_the_speaker_and_goes_back_to_the_very_line(room: Opening) -> None:
    async with room() as it:
        await it.until(lambda: "17 words the same" in it.text)
        await it.press("right_square_bracket")
        before = it.text
        page = await opened(it, "d")
        assert "WHAT" in it.text
        assert page.title in it.text
        await it.press("escape")
        assert it.page is None
        assert it.text == before


async def test_a_dossier_opens_from_the_side_for_persons_bodies_and_places(room: Opening) -> None:
    async with room() as it:
        await it.press("3")
        for kind in ("ORGANISATIONS", "PLACES"):
            names = [item for item in it.sidebar.items() if item.sort.value == "entity"]
            entity = next(
                item
                for item in names
                if (found := it.cutting.entity(item.key)) and found.kind.value + "s" == kind.lower()
            )
            it.desk.choose_entity(entity.key)
            await opened(it, "d")
            assert f"WHERE {entity.key.upper()} IS NAMED" in it.text
            await it.press("q")
            assert it.page is None


async def test_a_dossier_opens_from_a_search_hit(room: Opening) -> None:
    async with room() as it:
        await it.press("s")
        await it.type("knee jerk")
        page = await opened(it, "ctrl+d")
        assert page.title == "Royston Smith"


async def test_a_quotation_leads_to_its_article_and_j_walks_on_through_what_they_said(room: Opening) -> None:
    async with room() as it:
        await to_balls(it)
        page = await opened(it, "d")
        first, second = (hit.said.quotation.span for hit in page.hits()[:2])
        await it.press("enter")
        assert it.page is None
        assert it.nav.trail.here is not None
        assert it.nav.trail.here.span == first
        await it.press("J")
        assert it.nav.trail.here.span == second
        assert "2 of 3 said by Ed Balls" in it.foot


async def test_back_from_an_article_finds_the_dossier_as_it_was_left(room: Opening) -> None:
    async with room() as it:
        await to_balls(it)
        page = await opened(it, "d")
        await it.press("down", "down")
        before = it.text
        await it.press("enter", "H")
        assert page.focused.chosen == 2
        assert it.text == before
        await it.press("H", "L")
        assert it.text == before


async def test_names_beside_lead_on_from_dossier_to_dossier(room: Opening) -> None:
    async with room() as it:
        await to_balls(it)
        page = await opened(it, "d")
        await it.press("tab", "G")
        while page.target() is None or "Osborne" not in str(page.target()):
            await it.press("up")
        await it.press("enter")
        await it.until(lambda: page.dossier is not None and page.title == "George Osborne")
        assert "SPOKEN OF BY" in it.text
        await it.press("escape")
        assert page.title == "Ed Balls"


async def test_words_narrow_what_they_said_and_escape_brings_all_back(room: Opening) -> None:
    async with room() as it:
        await to_balls(it)
        page = await opened(it, "d")
        await it.press("slash")
        await it.type("election wise")
        await it.press("enter")
        assert len(page.hits()) == 1
        assert "General Election" in it.text
        assert "foolish” demand" not in it.text
        await it.press("escape")
        assert len(page.hits()) == 3
        assert it.page is page


async def test_a_section_unfolds(room: Opening) -> None:
    async with room((140, 60)) as it:
        await to_balls(it)
        page = await opened(it, "d", "tab")
        assert page.dossier is not None
        hidden = next(one.name for one in page.dossier.beside if one.name not in it.text)
        for _ in range(40):
            await it.press("down")
        while "section" not in str(page.target()):
            await it.press("up")
        await it.press("enter")
        assert hidden in it.text


async def test_the_dossier_of_somebody_unnamed_says_that_it_may_be_several(home: Path, room: Opening) -> None:
    folder = home / "press"
    folder.mkdir()
    (folder / "a.txt").write_text("A quarrel in the town.\n\nA source said: “It will rain today.”\n")
    library = open_library([folder])
    for _ in library.update():
        pass
    async with room(of=library) as it:
        await opened(it, "right_square_bracket", "d")
        assert "without a name: perhaps somebody else in" in it.text


async def test_a_name_that_nothing_gives_any_more_leads_nowhere(room: Opening) -> None:
    async with room() as it:
        before = it.title
        it.reader.open_dossier("Nobody At All")
        await it.until(lambda: it.page is None)
        assert it.title == before
        assert "no article gives that name" in it.foot


@pytest.mark.parametrize("size", [(140, 40), (100, 30), (80, 24), (40, 12)])
async def test_a_dossier_is_usable_at_every_size_and_keeps_its_place_when_resized(
    room: Opening, size: tuple[int, int]
) -> None:
    async with room(size) as it:
        page = await opened(it, "right_square_bracket", "d")
        await it.press("G", "u", "x")
        assert all(len(line) <= size[0] for line in it.text.splitlines())
        await it.pilot.resize_terminal(140, 40)
        await it.pilot.pause()
        assert page.title in it.text
