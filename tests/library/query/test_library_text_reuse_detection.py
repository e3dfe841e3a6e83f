"""The same words in other articles: found however short, earliest first, and nothing that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.conftest import Opener
from tui.library.service.folder_library import FolderLibrary
from tui.model.cutting import Cutting
from tui.model.listing import Order

ARTICLES = {
    "first.md": (
        "Council backs the bridge",
        "2015-03-16",
        "The council met on Monday.\n\nAnn Lee, leader of Wearside Council, said: “We have waited for twenty "
        "years for this bridge, and we shall not wait for twenty more while London dithers.”\n\n"
        "Mr Pike called it a “monstrous vanity project” on Monday.",
    ),
    "second.md": (
        "Bridge at last",
        "2015-03-14",
        "A bridge will be built.\n\nCouncil leader Ann Lee said: “We have waited twenty years for this "
        "Bridge and we will not wait for twenty more while Westminster dithers.”\n\n"
        "Others were less sure, among them John Pike, who spoke of a “monstrous vanity project”.",
    ),
    "third.md": (
        "Old news",
        "",
        "Some old news.\n\nAnn Lee, the leader, said: “We have waited for twenty years for this "
        "bridge, and we shall not wait for twenty more while London dithers.”",
    ),
    "other.md": (
        "Football",
        "2015-03-15",
        "They won.\n\nJohn Doe said: “It was a great day for us.”",
    ),
}


@pytest.fixture
def bridge(tmp_path: Path, opened: Opener) -> FolderLibrary:
    folder = tmp_path / "bridge"
    folder.mkdir()
    for name, (title, day, body) in ARTICLES.items():
        published = f"published: {day}\n" if day else ""
        (folder / name).write_text(f"---\ntitle: {title}\n{published}---\n\n{body}\n", encoding="utf-8")
    return opened(folder)


def _titled(library: FolderLibrary, title: str) -> Cutting:
    """The article of that title."""
    row = next(row for row in library.rows(Order.NEWEST, 0, 9) if row.title == title)
    cutting = library.cutting(row.article)
    assert cutting is not None
    return cutting


def test_a_quotation_is_found_in_the_articles_that_carry_it_the_earliest_first(bridge: FolderLibrary) -> None:
    here = _titled(bridge, "Council backs the bridge")
    found = bridge.same_words(here.article.id, here.spoken[0].span)
    assert [one.cutting.article.title for one in found] == ["Bridge at last", "Old news"]
    nearly, exactly = (one.passages[0] for one in found)
    assert exactly.words > nearly.words
    there = found[0].cutting.article.text
    assert nearly.whole_there.of(there).startswith("We have waited twenty years")
    assert nearly.whole_there.of(there).endswith("Westminster dithers.")


def test_a_fragment_of_three_words_is_found_too(bridge: FolderLibrary) -> None:
    here = _titled(bridge, "Council backs the bridge")
    (found,) = bridge.same_words(here.article.id, here.spoken[1].span)
    (wording,) = found.passages
    assert wording.whole_there.of(found.cutting.article.text) == "monstrous vanity project"


def test_without_a_quotation_all_passages_of_the_article_are_told(bridge: FolderLibrary) -> None:
    here = _titled(bridge, "Bridge at last")
    found = bridge.same_words(here.article.id)
    assert [one.cutting.article.title for one in found] == ["Council backs the bridge", "Old news"]


def test_what_stands_nowhere_else_is_found_nowhere(bridge: FolderLibrary) -> None:
    here = _titled(bridge, "Football")
    assert bridge.same_words(here.article.id, here.spoken[0].span) == []
    assert bridge.same_words(here.article.id) == []
