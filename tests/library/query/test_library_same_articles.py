"""What lies twice is listed once, and where it lies is told; what may be one is listed, and is a doubt."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.library.conftest import Opener
from tui.library.service.folder_library import FolderLibrary
from tui.present.problems_view import group_problems, problem_counts

HEN = {"title": "Hen on the roof", "text": "A hen sat on the roof of Dunmere station, said Vi Moss."}
FOX = {"title": "Fox at the gate", "text": "A fox was seen at the gate of Dunmere school, said Len Moss."}
OWL = {"title": "Owl in the hall", "text": "An owl flew into Dunmere town hall, the mayor said on Monday."}
WELL = "is listed once."


def keep(folder: Path, name: str, *articles: dict[str, str]) -> Path:
    """A file of these articles: one as Markdown, more as lines of JSON."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if name.endswith(".jsonl"):
        path.write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")
        return path
    (one,) = articles
    head = "".join(f"{key}: {value}\n" for key, value in one.items() if key != "text")
    path.write_text(f"---\n{head}---\n\n{one['text']}\n", encoding="utf-8")
    return path


def told(library: FolderLibrary, *, aside: bool) -> list[tuple[str, str]]:
    """The files that are told of, each with the words on it."""
    return [
        (library.within(one.path), one.words) for one in library.problems() if one.read and one.aside is aside
    ]


def test_where_nothing_lies_twice_nothing_is_told(tmp_path: Path, opened: Opener) -> None:
    for name, one in (("hen.md", HEN), ("fox.md", FOX), ("owl.md", OWL)):
        keep(tmp_path / "press", name, one)
    assert opened(tmp_path / "press").problems() == []


def test_a_file_twice_is_told_with_where_it_lies_and_nothing_is_amiss(tmp_path: Path, opened: Opener) -> None:
    folder = tmp_path / "press"
    keep(folder, "hen.md", HEN)
    library = opened(folder)
    (folder / "below").mkdir()
    shutil.copy(folder / "hen.md", folder / "below/hen again.md")
    list(library.update())
    words = "Its article lies in hen.md, too, and is listed once."
    assert told(library, aside=True) == [("below/hen again.md", words)]
    assert library.counts().articles == 1
    groups = group_problems(library.troubles(), library.problems())
    assert [(group.head, len(group.problems)) for group in groups] == [("THE SAME AGAIN", 1)]
    assert problem_counts(groups, "·") == "no problems"
    (folder / "hen.md").unlink()
    list(library.update())
    assert (told(library, aside=True), library.counts().articles) == ([], 1)


def test_the_number_of_articles_that_lie_twice_is_told(tmp_path: Path, opened: Opener) -> None:
    folder = tmp_path / "press"
    library = opened(folder, update=False)
    for name, articles in {
        "all.jsonl": (HEN, FOX, OWL),
        "two.jsonl": (HEN, FOX),
        "one.jsonl": (OWL, {"title": "Bat", "text": "A bat hung in the vestry, said the sexton."}),
    }.items():
        keep(folder, name, *articles)
        list(library.update())
    assert told(library, aside=True) == [
        ("one.jsonl", "1 of its 2 articles lies in all.jsonl, too, and is listed once."),
        ("two.jsonl", "Its 2 articles lie in all.jsonl, too, and are listed once."),
    ]
    assert library.counts().articles == 4


PRINTS: tuple[tuple[dict[str, str], dict[str, str], bool], ...] = (
    ({"publication": "Dunmere Bell", "published": "1951-07-02"}, {"published": "1951-07-02"}, True),
    ({"publication": "Dunmere Bell"}, {"published": "1951-07-02"}, True),
    ({"publication": "Dunmere Bell", "published": "1951-07-02"}, {}, True),
    ({"publication": "Dunmere Bell", "url": "https://bell.example/1"}, {"publication": "Dunmere Bell"}, True),
    ({"url": "https://bell.example/1"}, {"url": "https://bell.example/2"}, True),
    ({"publication": "Dunmere Bell"}, {"publication": "The Moor"}, False),
    ({"published": "1951-07-02"}, {"published": "1951-07-03"}, False),
    ({"publication": "The Moor", "published": "1951-07-02"}, {"published": "1951-07-09"}, False),
)


@pytest.mark.parametrize(("one", "other", "may_be"), PRINTS)
def test_an_article_that_may_be_another_is_kept_and_told(
    one: dict[str, str], other: dict[str, str], may_be: bool, tmp_path: Path, opened: Opener
) -> None:
    folder = tmp_path / "press"
    keep(folder, "b.md", {**HEN, **one})
    keep(folder, "a.md", {**HEN, **other})
    library = opened(folder)
    assert library.counts().articles == 2
    assert len(told(library, aside=False)) == may_be
    assert told(library, aside=True) == []


def test_the_doubt_is_told_of_the_file_that_says_less(tmp_path: Path, opened: Opener) -> None:
    folder = tmp_path / "press"
    keep(folder, "bell.md", {**HEN, "publication": "Dunmere Bell", "published": "1951-07-02"})
    keep(folder, "a.md", HEN)
    words = (
        "It may be the same article as bell.md (Dunmere Bell, 2 July 1951): headline and text are the same."
    )
    assert told(opened(folder), aside=False) == [("a.md", words)]


def test_one_that_may_be_any_of_three_says_so(tmp_path: Path, opened: Opener) -> None:
    folder = tmp_path / "press"
    for number in (1, 2, 3):
        keep(
            folder,
            f"{number}.md",
            {**HEN, "publication": f"Paper {number}", "published": f"1951-07-0{number}"},
        )
    keep(folder, "bare.md", HEN)
    library = opened(folder)
    ((file, words),) = told(library, aside=False)
    assert (
        file,
        words.startswith("It may be the same article as 1.md (Paper 1, 1 July 1951) or 2 more:"),
    ) == (
        "bare.md",
        True,
    )
    assert library.counts().articles == 4


def test_two_of_one_file_that_may_be_one_are_told(tmp_path: Path, opened: Opener) -> None:
    keep(tmp_path / "press", "all.jsonl", HEN, {**HEN, "publication": "Dunmere Bell"})
    ((file, words),) = told(opened(tmp_path / "press"), aside=False)
    assert file == "all.jsonl"
    assert words.startswith("It may be the same article as another one in this file (Dunmere Bell):")
