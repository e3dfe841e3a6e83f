"""What two articles share: lit on both sides, and the same article elsewhere set apart."""

from __future__ import annotations

from pathlib import Path

from tests.stories.conftest import Opening, Room
from tui.library.service.folder_library import open_library
from tui.present.sidebar_view import SidebarItemKind


async def on_the_reason(it: Room) -> None:
    """Stand on the first reason of the first related article."""
    await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
    await it.press("r")
    while it.sidebar.chosen is None or it.sidebar.chosen.sort is not SidebarItemKind.REASON:
        await it.press("j")


def shared(it: Room) -> str:
    """The words that are lit as shared, in the article on the desk."""
    return " ".join(span.of(it.cutting.article.text) for span in it.desk.lit.shared)


async def test_a_passage_is_lit_where_one_is_and_where_one_goes(room: Opening) -> None:
    async with room() as it:
        await on_the_reason(it)
        here = shared(it)
        assert here.startswith("council leaders to stick to their guns")
        await it.press("enter")
        there = shared(it)
        assert there.lower() == here.lower()
        assert there != here
        assert "17 words the same" in it.foot
        await it.press("escape")
        assert not it.desk.lit.shared


async def test_another_choice_lets_the_words_go(room: Opening) -> None:
    async with room() as it:
        await on_the_reason(it)
        assert it.desk.lit.shared
        await it.press("g")
        assert not it.desk.lit.shared


PIECE = (
    "The council will build a new quay before the winter comes, its leader has promised the fishermen.\n\n"
    "Ann Lee, leader of Harbour Council, said: “We have the money, we have the men and we have stone.”\n\n"
    "John Cole of the Dockers Union was not convinced, and asked who would pay for the upkeep of the wall.\n"
)


async def test_the_same_article_in_another_paper_is_set_apart(home: Path, room: Opening) -> None:
    folder = home / "press"
    folder.mkdir()
    for name, source, day in (("a", "Harbour Gazette", "2015-03-14"), ("b", "Evening Mail", "2015-03-15")):
        head = f"---\ntitle: Quay {name}\nsource: {source}\npublished: {day}\n---\n\n"
        (folder / f"{name}.md").write_text(head + PIECE, encoding="utf-8")
    library = open_library([folder])
    for _ in library.update():
        pass
    async with room(of=library) as it:
        await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
        assert "ALSO IN" in it.text
        assert "Harbour Gazette, 14 Mar" in it.text or "Evening Mail, 15 Mar" in it.text
        assert "nothing else" in it.text
        before = it.title
        await it.press("r", "enter")
        assert it.title != before
