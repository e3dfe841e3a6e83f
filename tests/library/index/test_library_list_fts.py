"""The words by which the list finds an article follow whatever happens to the article."""

from collections.abc import Callable
from pathlib import Path

from tui.library.service.folder_library import FolderLibrary
from tui.model.annotation import EntityKind
from tui.model.listing import Filter, Grouping, Order

Opener = Callable[..., FolderLibrary]
FRENCH = "---\ntitle: Élan vital\nsource: Le Journal\n---\n\n"
FRENCH += "Zoé Brûlé, the mayor of Arles, said: “It is a question of élan.”\n"


def found(library: FolderLibrary, only: Filter) -> list[str]:
    return [row.title for row in library.listing(Order.NEWEST, only).rows(0, 99)]


def test_accents_and_case_do_not_matter(folder: Path, opened: Opener) -> None:
    (folder / "french.md").write_text(FRENCH, encoding="utf-8")
    library = opened(folder)
    for words in ("elan", "ÉLAN", "brul", "arles", "journal"):
        assert found(library, Filter(words=(words,))) == ["Élan vital"]
    assert found(library, Filter(speaker="zoe brule")) == ["Élan vital"]


def test_a_file_that_goes_takes_its_words_along(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    (folder / "old/tram.md").unlink()
    list(library.update())
    (folder / "french.md").write_text(FRENCH, encoding="utf-8")
    list(library.update())  # the new article may get the key of the old one
    assert found(library, Filter(words=("tram",))) == []
    assert found(library, Filter(words=("elan",))) == ["Élan vital"]
    kept = library._index.ask("SELECT rowid FROM listed WHERE listed MATCH 'money OR mail'")
    assert kept == []


def test_a_renamed_file_is_found_as_before(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    (folder / "old/tram.md").rename(folder / "tramway.md")
    list(library.update())
    assert found(library, Filter(words=("tram",))) == ["No money for the tram"]


def test_a_speaker_put_right_by_hand_is_found_by_the_name_given(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    article = library.rows(Order.NEWEST, 0, 1)[0].article
    library.correct(article, 0, "Zoe Brown", EntityKind.PERSON)
    assert found(library, Filter(speaker="brown")) == ["Harbour plan agreed"]
    assert found(library, Filter(speaker="lee")) == ["No money for the tram"]
    library.undo()
    assert found(library, Filter(speaker="brown")) == []
    assert found(library, Filter(speaker="lee")) == ["Harbour plan agreed", "No money for the tram"]


def test_articles_of_one_month_stand_under_one_head_whatever_their_days(folder: Path, opened: Opener) -> None:
    for day in range(1, 6):
        facts = f"title: Day {day}\nsource: evening mail\npublished: 2014-01-{day:02}"
        words = f"---\n{facts}\n---\n\nLetter {day}.\n"
        (folder / f"day{day}.md").write_text(words, encoding="utf-8")
    library = opened(folder)
    months = library.listing(Order.NEWEST, by=Grouping.MONTH).groups
    assert [(group.words, group.size) for group in months] == [
        ("March 2015", 1),
        ("January 2014", 6),
        ("undated", 1),
    ]
    outlets = library.listing(Order.PUBLICATION, by=Grouping.PUBLICATION).groups
    assert [group.size for group in outlets] == [6, 1, 1]
    narrowed = library.listing(Order.NEWEST, Filter(words=("day",)), Grouping.YEAR)
    assert [(group.words, group.size) for group in narrowed.groups] == [("2014", 5)]
