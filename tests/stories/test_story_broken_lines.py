"""Reading a text whose lines were broken at the margin: it is set in the measure, like any other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

import pytest

from tests.stories.conftest import Opening, Room
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.reader import external_programs

SAID = "We have had enough of the electioneering on both quays, and of a well-known family that pays for it,"
FIRST = "The harbour board met on Monday evening to hear why the new crane had not been paid for at all."
LAST = "Not a light was on when she came back, and nobody asked her for the key of the boathouse."
HYPHEN = """\
"We have had enough of the electioneer-
ing on both quays, and of a well-known
family that pays for it," said Ann Lee."""
VERSE = "O crane upon the quay,\nwho lifted all our bread."


@pytest.fixture(autouse=True)
def no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """No story touches the clipboard of whoever runs it."""
    monkeypatch.setattr(external_programs, "clipboards", lambda _environment, _found: [])


@pytest.fixture
def harbour(home: Path) -> Iterator[FolderLibrary]:
    folder = home / "harbour"
    folder.mkdir()
    paragraphs = ("Harbour board sits in the dark", fill(FIRST, 45), HYPHEN, VERSE, fill(LAST, 45))
    (folder / "crane.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    opened = open_library([folder])
    for _ in opened.update():
        pass
    yield opened
    opened.close()


def drawn(it: Room) -> list[str]:
    """The words of every row of the article, without bars and initials."""
    assert it.view.sheet is not None
    rows = ("".join(words for words, _ in it.view.line(number)) for number in range(it.view.count()))
    return [re.sub("^(?:[ \u2503\u258c\u2502\u2588▍▎]|AL)+", "", row).strip() for row in rows]


@pytest.mark.parametrize("size", [(140, 40), (80, 24)])
async def test_a_paragraph_is_set_in_the_measure_whatever_lines_it_had(
    room: Opening, harbour: FolderLibrary, size: tuple[int, int]
) -> None:
    async with room(size, of=harbour) as it:
        rows = drawn(it)
        whole = " ".join(rows)
        assert all(words in whole for words in (FIRST, f'"{SAID}" said Ann Lee.', LAST))
        assert fill(FIRST, 45).split("\n")[0] not in rows
        assert "electioneering" in it.text


async def test_verse_keeps_its_lines(room: Opening, harbour: FolderLibrary) -> None:
    async with room(of=harbour) as it:
        rows = drawn(it)
        assert all(line in rows for line in VERSE.split("\n"))


async def test_a_quotation_over_lines_is_copied_as_it_reads(room: Opening, harbour: FolderLibrary) -> None:
    async with room(of=harbour) as it:
        await it.press("right_square_bracket", "y")
        assert it.app.clipboard.startswith(f"“{SAID}”")


async def test_words_over_the_end_of_a_line_are_found_in_the_article(
    room: Opening, harbour: FolderLibrary
) -> None:
    async with room(of=harbour) as it:
        await it.press("2", "slash")
        await it.type("of the electioneering on")
        assert "1 of 1" in it.text
        await it.press("enter")
        matches = it.desk.found(it.layout.pane)
        assert [span.of(it.cutting.article.text) for span in matches.spans] == ["of the electioneer-\ning on"]
