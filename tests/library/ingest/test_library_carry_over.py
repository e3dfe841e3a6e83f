"""What is the reader's own follows an article that is edited in its file, and is there after an undo."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.answers import named, speakers
from tests.support.made import article as made
from tui.app_paths import data_home
from tui.library.ingest.carry_over import successors
from tui.library.service.folder_library import FolderLibrary
from tui.model.listing import Order

Opener = Callable[..., FolderLibrary]


def edit(file: Path, words: str, others: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert words in text
    file.write_text(text.replace(words, others), encoding="utf-8")


def test_all_marks_follow_an_edited_article_and_are_back_when_it_is_undone(
    folder: Path, opened: Opener
) -> None:
    library = opened(folder)
    old = named(library, "Harbour plan")
    library.set_starred(old, True)
    library.set_read(old, True)
    library.set_tags(old, ["quay"])
    library.set_note(old, "Ring her.")
    before = library.mark(old)
    edit(folder / "quay.md", "new quay", "long quay")
    list(library.update())
    new = named(library, "Harbour plan")
    assert new != old
    assert library.mark(new) == before._replace(article=new)
    row = library.row(new)
    assert row is not None
    assert (row.read, row.starred) == (True, True)
    library.set_starred(new, False)
    library.set_note(new, "She rang.")
    edit(folder / "quay.md", "long quay", "new quay")
    list(library.update())
    assert named(library, "Harbour plan") == old
    assert library.mark(old) == before._replace(note="Ring her.\nShe rang.")


def test_an_edit_that_the_reader_was_not_there_for_is_followed_when_it_opens(
    folder: Path, opened: Opener
) -> None:
    library = opened(folder)
    library.set_starred(named(library, "Harbour plan"), True)
    library.close()
    edit(folder / "quay.md", "before the winter", "before the spring")
    again = opened(folder)
    assert again.mark(named(again, "Harbour plan")).starred


def test_another_story_in_the_same_file_gets_nothing(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    library.set_starred(named(library, "Harbour plan"), True)
    (folder / "quay.md").write_text("# Bees\n\nA swarm hung from the church clock.\n", encoding="utf-8")
    list(library.update())
    assert not library.mark(named(library, "Bees")).starred


def test_a_copy_that_is_edited_gets_nothing_while_the_article_is_still_there(
    folder: Path, opened: Opener
) -> None:
    (folder / "copy.md").write_bytes((folder / "quay.md").read_bytes())
    library = opened(folder)
    library.set_starred(named(library, "Harbour plan"), True)
    edit(folder / "copy.md", "new quay", "long quay")
    list(library.update())
    rows = [row for row in library.rows(Order.NEWEST, 0, 10) if row.title.startswith("Harbour plan")]
    assert sorted(row.starred for row in rows) == [False, True]


def test_corrections_follow_where_their_quotation_or_name_is_still_there(
    folder: Path, opened: Opener
) -> None:
    library = opened(folder)
    old = named(library, "Harbour plan")
    library.correct(old, 0, "Rosa Pike", None)
    library.correct(old, 1, "Tom Roe", None)
    library.rename("Rosa Pike", "Rosa Pyke", article=old)
    edit(folder / "quay.md", "Nobody has asked", "No one has asked")
    list(library.update())
    assert speakers(library, "Harbour plan") == ["Rosa Pyke", "John Cole"]
    assert list(library.update()) == [(0, 0)]
    text = (data_home() / "corrections.toml").read_text(encoding="utf-8")
    assert text.count(f'article = "{old}"') == 3
    edit(folder / "quay.md", "No one has asked", "Nobody has asked")
    list(library.update())
    assert speakers(library, "Harbour plan") == ["Rosa Pyke", "Tom Roe"]


def test_the_articles_of_one_file_are_each_followed_by_their_own(tmp_path: Path, opened: Opener) -> None:
    stories = {
        "Ferry": "The ferry sails on Monday with two hundred people and a band on the upper deck.",
        "Market": "The market is back in the street after nine years, say those who sell bread there.",
        "School": "The school opens its doors to all who want to see the new hall on Friday evening.",
    }
    file = tmp_path / "press" / "all.jsonl"
    file.parent.mkdir()

    def write() -> None:
        lines = [json.dumps({"title": title, "text": text}) for title, text in stories.items()]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    write()
    library = opened(file.parent)
    for title in stories:
        library.set_note(named(library, title), title)
    stories["Market"] = stories["Market"].replace("nine", "ten")
    stories["School"] = stories["School"].replace("Friday", "Sunday")
    stories["Circus"] = "A tent stands on the green."
    write()
    list(library.update())
    notes = {title: library.mark(named(library, title)).note for title in stories}
    assert notes == {"Ferry": "Ferry", "Market": "Market", "School": "School", "Circus": ""}


RENAMINGS = {
    "retitled": ("title: Harbour plan agreed", "title: A quay before Christmas"),
    "one word of the text": ("new quay", "long quay"),
    "the paper put right": ("source: Harbour Gazette", "source: The Harbour Gazette"),
    "the day put right": ("2015-03-14", "2015-03-13"),
    "dated by its name": ("published: 2015-03-14\n", ""),
}


@pytest.mark.parametrize("edited", RENAMINGS)
@pytest.mark.parametrize("name", ["A quay before Christmas.md", "old/quay 2.md", "2015-03-11 quay.markdown"])
def test_a_file_that_is_renamed_and_edited_in_one_step_keeps_what_is_the_readers(
    edited: str, name: str, folder: Path, opened: Opener
) -> None:
    library = opened(folder)
    old = named(library, "Harbour plan")
    library.set_starred(old, True)
    library.set_note(old, "Ring her.")
    library.correct(old, 1, "Rosa Pike", None)
    edit(folder / "quay.md", *RENAMINGS[edited])
    (folder / "quay.md").rename(folder / name)
    list(library.update())
    (row,) = (row for row in library.rows(Order.NEWEST, 0, 9) if row.path.endswith(name))
    assert row.article != old
    assert (row.starred, row.note) == (True, "Ring her.")
    assert speakers(library, row.title) == ["Ann Lee", "Rosa Pike"]
    assert list(library.update()) == [(0, 0)]


def test_several_files_renamed_at_once_each_keep_their_own(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    for row in library.rows(Order.NEWEST, 0, 9):
        library.set_note(row.article, row.title)
    notes = {row.note for row in library.rows(Order.NEWEST, 0, 9)}
    for number, file in enumerate(sorted(folder.rglob("*.*"))):
        edit(file, "said:", "said on Monday:")
        file.rename(folder / f"{number}{file.suffix}")
    list(library.update())
    rows = library.rows(Order.NEWEST, 0, 9)
    assert {row.note for row in rows} == notes
    assert all(row.note[:20] == row.title[:20] for row in rows)


def test_what_lay_in_a_file_that_holds_something_else_now_is_found_in_another(
    folder: Path, opened: Opener
) -> None:
    library = opened(folder)
    library.set_starred(named(library, "Harbour plan"), True)
    edit(folder / "quay.md", "title: Harbour plan agreed", "title: A quay before Christmas")
    (folder / "quay.md").rename(folder / "christmas.md")
    (folder / "quay.md").write_text("# Bees\n\nA swarm hung from the church clock.\n", encoding="utf-8")
    list(library.update())
    assert library.mark(named(library, "A quay before")).starred
    assert not library.mark(named(library, "Bees")).starred


def test_what_comes_when_another_article_goes_gets_nothing(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    library.set_starred(named(library, "Harbour plan"), True)
    (folder / "quay.md").unlink()
    words = (
        "---\ntitle: Harbour plan agreed\n---\n\nThe council of a town by the sea has a plan for its bees.\n"
    )
    (folder / "bees.md").write_text(words, encoding="utf-8")
    list(library.update())
    assert not library.mark(named(library, "Harbour plan")).starred


def test_the_copy_of_another_paper_and_day_is_no_new_version(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    quay = folder / "quay.md"
    library.set_starred(named(library, "Harbour plan"), True)
    edit(quay, "source: Harbour Gazette\npublished: 2015-03-14", "source: The Tide\npublished: 2015-03-16")
    quay.rename(folder / "tide.md")
    list(library.update())
    assert not library.mark(named(library, "Harbour plan")).starred


def test_of_two_copies_the_one_of_the_same_paper_goes_on(folder: Path, opened: Opener) -> None:
    quay = folder / "quay.md"
    text = quay.read_text(encoding="utf-8")
    library = opened(folder)
    library.set_starred(named(library, "Harbour plan"), True)
    quay.unlink()
    (folder / "a.md").write_text(text.replace("Harbour Gazette", "The Tide"), encoding="utf-8")
    (folder / "b.md").write_text(text.replace("Harbour plan agreed", "A quay"), encoding="utf-8")
    (folder / "c.md").write_text(text.replace("2015-03-14", "2015-03-15"), encoding="utf-8")
    list(library.update())
    starred = [Path(row.path).name for row in library.rows(Order.NEWEST, 0, 9) if row.starred]
    assert starred == ["c.md"]


def test_the_most_alike_belong_together_and_a_shared_headline_alone_is_too_little() -> None:
    gone = [made("one two three four five", name="a"), made("red green blue", name="b", headline="Letters")]
    new = [
        made("sun moon stars", name="c", headline="Letters"),
        made("one two three four nine", name="d"),
        made("red grey pink", name="e", headline="Letters"),
    ]
    assert sorted(successors(gone, new)) == [(0, 1), (1, 2)]


@pytest.mark.parametrize(
    ("now", "pairs"), [("one two three six seven", [(0, 0)]), ("one two six seven eight", [])]
)
def test_without_a_headline_in_common_three_words_of_five_are_enough_and_two_are_not(
    now: str, pairs: list[tuple[int, int]]
) -> None:
    gone = [made("one two three four five", name="a")]
    assert list(successors(gone, [made(now, name="b")])) == pairs


def test_of_versions_with_one_text_the_one_that_agrees_in_its_facts_goes_on() -> None:
    gone = [made("one two three four five", headline="Quay")._replace(publication="The Tide")]
    other, own = (gone[0]._replace(publication=paper, headline="A quay") for paper in ("Mail", "The Tide"))
    for elsewhere in (False, True):
        assert list(successors(gone, [other, own], elsewhere=elsewhere)) == [(0, 1)]
