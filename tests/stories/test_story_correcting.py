"""Putting right by hand: a speaker, a name, and taking it back."""

from pathlib import Path

from tests.stories.conftest import Opening
from tui.app_paths import data_home
from tui.library.service.folder_library import FolderLibrary, open_library


async def test_a_speaker_is_put_right_for_good_and_taken_back(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("c")
        assert "WHO SAID IT?" in it.text
        assert "1  Simon Henig" in it.text
        await it.type("osborne")
        await it.press("enter")
        await it.until(lambda: "kept through every re-indexing: George Osborne" in it.foot)
        assert "†GO" in it.text
        assert 'speaker = "George Osborne"' in (data_home() / "corrections.toml").read_text(encoding="utf-8")
        assert len(library.said_by("George Osborne")) == 1
        await it.press("e")
        assert "put right by hand" in it.text
        await it.press("escape", "ctrl+r")
        await it.until(lambda: "†" not in it.text)
        assert "SH Simon Henig" in it.foot or "Taken back" in it.foot
        assert len(library.said_by("George Osborne")) == 0


async def test_zero_gives_back_the_speaker_that_was_found(room: Opening) -> None:
    async with room() as it:
        await it.press("c", "9")
        await it.press("escape", "c", "2")
        await it.until(lambda: "†" in it.text)
        await it.press("c", "0")
        await it.until(lambda: "as it was first found" in it.foot)
        assert "†" not in it.text


async def test_a_name_is_changed_in_the_sidebar(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("3", "c")
        assert "the name is Simon Henig" in it.foot
        await it.press("home")
        await it.type("Cllr ")
        await it.press("enter")
        await it.until(lambda: len(library.said_by("Cllr Simon Henig")) == 2)
        await it.until(lambda: "Cllr Simon Henig" in it.text)


async def test_leaving_the_chooser_changes_nothing(room: Opening, home: Path) -> None:
    async with room() as it:
        await it.until(lambda: it.desk.side is not None and it.desk.side.relations is not None)
        before = it.text
        await it.press("c", "down", "tab", "escape")
        assert it.text == before
        assert not (data_home() / "corrections.toml").exists()


async def test_a_form_of_a_name_is_parted_off_in_one_article(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("J", "J", "J", "3")
        while it.desk.lit.entity != "Royston Smith":
            await it.press("j")
        await it.press("c", "ctrl+u")
        await it.type("Smith = Jane Smith")
        await it.press("enter")
        await it.until(lambda: "Jane Smith" in it.text)
        names = {entity.name for entity in it.cutting.entities}
        assert {"Royston Smith", "Jane Smith"} <= names


async def test_a_false_name_is_taken_out_and_put_back(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        await it.press("3")
        name = it.desk.lit.entity
        assert name == "Simon Henig"
        await it.press("c", "ctrl+u", "enter")
        await it.until(lambda: it.cutting.entity(name) is None)
        assert "Simon Henig is no name from now on (ctrl+r takes it back)" in it.foot
        assert len(library.said_by(name)) == 0
        assert 'name = ""' in (data_home() / "corrections.toml").read_text(encoding="utf-8")
        await it.press("ctrl+r")
        await it.until(lambda: it.cutting.entity(name) is not None)
        await it.until(lambda: "Taken back: that “Simon Henig” is no name." in it.foot)
        assert len(library.said_by(name)) == 2


async def test_tab_says_of_what_a_name_is_one(room: Opening) -> None:
    async with room() as it:
        await it.press("3", "c", "tab")
        assert "the organisation is Simon Henig" in it.foot
        await it.press("tab", "enter")
        await it.until(lambda: str(getattr(it.cutting.entity("Simon Henig"), "kind", "")) == "place")
        await it.until(lambda: "PLACES" in it.text)
        assert "Simon Henig is a place from now on" in it.foot


async def test_the_chooser_knows_the_names_of_other_articles(room: Opening, library: FolderLibrary) -> None:
    async with room() as it:
        assert it.cutting.entity("Royston Smith") is None
        await it.press("c")
        await it.type("royst")
        await it.until(lambda: "Royston Smith" in it.text)
        assert "in 1 article" in it.text
        said = len(library.said_by("Royston Smith"))
        await it.press("up", "enter")
        await it.until(lambda: len(library.said_by("Royston Smith")) == said + 1)


async def test_renaming_goes_on_with_a_name_of_the_library(room: Opening) -> None:
    async with room() as it:
        await it.press("3", "c", "ctrl+u")
        await it.type("royst")
        await it.until(lambda: "down: Royston Smith" in it.foot)
        await it.press("down")
        assert "the name is Royston Smith" in it.foot


MARRS = {
    "a.txt": "Fire at the mill\n\nAnna Marr said: “It was hot.” She left early.\n",
    "b.txt": "Flood in the lane\n\nJohn Marr said: “It was wet.” He stayed.\n",
    "c.txt": "Wind on the moor\n\nMarr said: “It blew.” Tom Pike said: “It did.”\n",
}


async def test_a_doubtful_name_is_joined_on_its_page_with_one_key_and_parted(
    room: Opening, tmp_path: Path, home: Path
) -> None:
    folder = tmp_path / "marrs"
    folder.mkdir()
    for name, text in MARRS.items():
        (folder / name).write_text(text, encoding="utf-8")
    library = open_library([folder], name="Marrs")
    for _ in library.update():
        pass
    async with room(of=library) as it:
        await it.press("3")
        assert it.desk.lit.entity == "Anna Marr"
        await it.press("d")
        await it.until(lambda: "perhaps the same as Marr: c joins them" in it.text)
        await it.press("1", "g", "c")
        await it.until(lambda: "Marr is Anna Marr from now on (ctrl+r parts them again)" in it.foot)
        assert len(library.said_by("Anna Marr")) == 2
        await it.until(lambda: "“It blew.”" in it.text and "perhaps" not in it.text)
        await it.press("ctrl+r")
        await it.until(lambda: len(library.said_by("Anna Marr")) == 1)
    library.close()
