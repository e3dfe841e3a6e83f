"""The same words of one speaker in many papers are one hit, and what is common does not push the rest out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.conftest import Opener
from tui.model.listing import QuotationHit

WHEEL = "The great wheel will not turn again before the autumn fair"
MILL = (
    "The mill at Nether Combe has lost its wheel to the frost, the owners said.\n\n"
    "“{words},” said {speaker}, the miller.\n\nThe mill has ground corn since 1702.\n"
)
OTHERS = {
    "hollis": "“A great wheel turns in every fair, and the autumn is long,” said Jude Hollis.\n",
    "penn": "“We shall turn the wheel of the fair ourselves,” said Ada Penn, a baker.\n",
}


def story(folder: Path, name: str, *, words: str = WHEEL, speaker: str = "Silas Croft", **facts: str) -> None:
    """One paper's print of the story of the mill."""
    folder.mkdir(exist_ok=True)
    head = "".join(f"{key}: {value}\n" for key, value in facts.items())
    text = MILL.format(words=words, speaker=speaker)
    (folder / name).write_text(f"---\n{head}---\n\n{text}", encoding="utf-8")


def papers(folder: Path, many: int) -> None:
    """So many papers with the story, the latest first by name, and two articles with something else."""
    for number in range(many):
        day = f"1931-{1 + number // 28:02}-{1 + number % 28:02}"
        paper = f"Paper {number + 1}"
        story(folder, f"{many - number:04}.md", title=f"No wheel, {number}", publication=paper, published=day)
    for name, words in OTHERS.items():
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")


def told(hits: tuple[QuotationHit, ...]) -> list[tuple[str | None, str | None, int]]:
    return [(hit.said.quotation.speaker, hit.said.publication, len(hit.also)) for hit in hits]


@pytest.mark.parametrize("many", [2, 12, 130])
@pytest.mark.parametrize("query", ["great wheel turn autumn fair", "gret wheel fair", "", "w"])
def test_the_words_of_many_papers_are_one_hit_of_the_earliest(
    many: int, query: str, tmp_path: Path, opened: Opener
) -> None:
    papers(tmp_path / "press", many)
    found = opened(tmp_path / "press").search(query, 5)
    assert ("Silas Croft", "Paper 1", many - 1) in told(found.hits)
    assert {hit.said.quotation.speaker for hit in found.hits} == {"Silas Croft", "Jude Hollis", "Ada Penn"}
    assert len(found.hits) == 3
    croft = next(hit for hit in found.hits if hit.also)
    assert [one.publication for one in croft.also] == [f"Paper {number}" for number in range(2, many + 1)]
    assert len({one.article for one in croft.also} | {croft.said.article}) == many


def test_a_filter_leaves_the_papers_that_fit_it(tmp_path: Path, opened: Opener) -> None:
    papers(tmp_path / "press", 12)
    library = opened(tmp_path / "press")
    assert told(library.search("wheel autumn in:paper-7").hits) == [("Silas Croft", "Paper 7", 0)]
    assert told(library.search("great wheel @croft after:1931-01-05").hits) == [("Silas Croft", "Paper 5", 7)]
    assert library.search("great wheel @croft").matching == 12


@pytest.mark.parametrize(
    ("words", "speaker", "together"),
    [
        (WHEEL, "Silas Croft", True),
        (
            WHEEL.replace("The great wheel", "“The great wheel”").replace("“", "‘").replace("”", "’"),
            "Silas Croft",
            True,
        ),
        (WHEEL.replace(" will ", " shall "), "Silas Croft", False),
        (WHEEL, "Mary Anning", False),
    ],
)
def test_other_words_and_other_speakers_stay_by_themselves(
    words: str, speaker: str, together: bool, tmp_path: Path, opened: Opener
) -> None:
    folder = tmp_path / "press"
    story(folder, "a.md", title="No wheel", publication="Combe Post", published="1931-02-01")
    story(folder, "b.md", title="Frost", words=words, speaker=speaker, published="1931-02-02")
    hits = opened(folder).search("great wheel autumn fair").hits
    assert [len(hit.also) for hit in hits] == ([1] if together else [0, 0])


@pytest.mark.parametrize(("closing", "hits"), [("", 1), ("The council sat until ten.\n", 2)])
def test_a_few_words_are_the_same_only_in_one_text(
    closing: str, hits: int, tmp_path: Path, opened: Opener
) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    for name, end in (("a", ""), ("b", closing)):
        words = (
            f"---\ntitle: Reply\npublication: {name}\n---\n\n“I have no comment,” said Silas Croft.\n\n{end}"
        )
        (folder / f"{name}.md").write_text(words, encoding="utf-8")
    assert len(opened(folder).search("no comment").hits) == hits


def test_copies_do_not_take_the_place_of_what_is_related(tmp_path: Path, opened: Opener) -> None:
    folder = tmp_path / "press"
    papers(folder, 30)
    further = (
        "---\ntitle: Wheel of Nether Combe mended\npublication: Combe Post\n---\n\nThe mill at Nether Combe"
        " has a new wheel, which Silas Croft, the miller, turned before the autumn fair, the owners said.\n"
    )
    (folder / "mended.md").write_text(further, encoding="utf-8")
    library = opened(folder)
    here = library.articles_in(str(folder / "0030.md"))[0]
    found = library.related(here, 3)
    assert [one.copied for one in found if one.is_copy] == [1.0] * 29
    assert all(one.reasons for one in found)
    mended = library.articles_in(str(folder / "mended.md"))[0]
    assert mended in {one.article for one in found if not one.is_copy}
    (wheel, *others) = library.related(mended, 3)
    copies = {library.articles_in(str(folder / f"{number:04}.md"))[0] for number in range(1, 31)}
    assert {wheel.article, *wheel.also} == copies
    assert len(wheel.also) == 29
    assert copies.isdisjoint({one.article for one in others})


def test_words_elsewhere_are_told_of_every_paper(tmp_path: Path, opened: Opener) -> None:
    folder = tmp_path / "press"
    papers(folder, 6)
    library = opened(folder)
    here = library.articles_in(str(folder / "0001.md"))[0]
    cutting = library.cutting(here)
    assert cutting is not None
    elsewhere = library.same_words(here, cutting.spoken[0].span)
    assert [one.cutting.article.publication for one in elsewhere] == [
        f"Paper {number}" for number in range(1, 6)
    ]


def test_with_prints_the_further_papers_follow_what_is_said_otherwise(tmp_path: Path, opened: Opener) -> None:
    papers(tmp_path / "press", 12)
    hits = opened(tmp_path / "press").search("great wheel turn fair", 20, prints=True).hits
    once = [hit for hit in hits if not hit.repeats]
    assert sum(hit.said.quotation.speaker == "Silas Croft" for hit in once) == 1
    again = [hit for hit in hits if hit.repeats]
    assert {hit.said.publication for hit in again} == {f"Paper {number}" for number in range(2, 13)}
    assert len(hits) == len(once) + 11
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_word_that_is_a_name_too_shows_each_thing_said_before_its_further_prints(
    tmp_path: Path, opened: Opener
) -> None:
    press = tmp_path / "press"
    papers(press, 12)
    (press / "frost.txt").write_text("“The frost took every pear,” said Jude Hollis.\n", encoding="utf-8")
    long = "“Nobody in the parish has ever understood why the wheel was put on the north side of the "
    long += "mill, where the frost stays until April and the stream is full of leaves,” said Flora Kirk.\n"
    (press / "kirk.txt").write_text(long, encoding="utf-8")  # behind every print of what is shorter
    (press / "ida.txt").write_text("“We met on the green,” said Ida Wheel, a baker.\n", encoding="utf-8")
    hits = opened(press).search("wheel", 20, prints=True).hits
    shown = [(hit.said.quotation.speaker, hit.repeats) for hit in hits]
    assert {speaker for speaker, _ in shown[:4]} == {"Silas Croft", "Jude Hollis", "Ada Penn", "Flora Kirk"}
    assert shown[4] == ("Ida Wheel", False)
    assert shown[5:] == [("Silas Croft", True)] * 11
