"""Who is who in a library: the names of its articles taken together, and kept so as articles come and go."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.app_paths import shipped
from tui.library.service.folder_library import FolderLibrary
from tui.model.annotation import EntityKind
from tui.model.verdict import Grade

Opener = Callable[..., FolderLibrary]

PRESS = {
    "conference.md": (
        "---\ntitle: No deal, says Corran\nsource: Harbour Gazette\npublished: 2014-09-22\n---\n\n"
        "Ed Corran, the shadow harbour minister, told Labour members: “We will not be rushed into it.”\n\n"
        "Simon Hallam, chairman of the North Coast Combined Authority (NCCA), said: “The coast has waited.”\n"
    ),
    "trams.md": (
        "---\ntitle: Trams for the coast\nsource: Evening Mail\npublished: 2015-01-10\n---\n\n"
        "Mr Corran, the Labour candidate, said: “The money for the trams is there.”\n\n"
        "NCCA said that trams would reach Thornby by 2030.\n"
    ),
    "bakery.md": (
        "---\ntitle: Last loaf\nsource: Thornby Echo\npublished: 2015-02-01\n---\n\n"
        "Mrs Corran said: “We have baked bread here since the war ended.”\n\n"
        "John Smith, a customer, said: “I do not know where I shall go now.”\n\n"
        "Thornby Borough Council was asked about the rates in Thornby.\n"
    ),
    "school.md": "Jane Smith, a teacher in Thornby, said: “The school is full, and so is the bus.”\n",
    "flood.md": "Mr Smith said: “My garden is under water for the third time.”\n",
}


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "coast"
    folder.mkdir()
    for name, words in PRESS.items():
        (folder / name).write_text(words, encoding="utf-8")
    return folder


def brought_up(library: FolderLibrary) -> FolderLibrary:
    for _ in library.update():
        pass
    return library


def test_one_person_under_two_names_is_known_once_with_the_roles_of_each_article(
    press: Path, opened: Opener
) -> None:
    known = opened(press).person("Ed Corran")
    assert known is not None
    assert (known.kind, known.aliases, known.quotations, known.articles) == (
        EntityKind.PERSON,
        ("Corran",),
        2,
        2,
    )
    assert [(role.words, role.title, role.publication, str(role.published)) for role in known.roles] == [
        ("Labour candidate", "Trams for the coast", "Evening Mail", "2015-01-10"),
        ("shadow harbour minister", "No deal, says Corran", "Harbour Gazette", "2014-09-22"),
    ]


def test_everything_somebody_said_is_found_under_all_names(press: Path, opened: Opener) -> None:
    library = opened(press)
    assert [said.title for said in library.said_by("Ed Corran")] == [
        "Trams for the coast",
        "No deal, says Corran",
    ]
    assert len(library.said_by("Mr Corran")) == 2
    assert {said.title for said in library.said_by("Corran")} == {
        "Trams for the coast",
        "No deal, says Corran",
        "Last loaf",
    }
    assert len(library.said_by("Ed Corran", limit=1)) == 1


def test_another_of_the_same_surname_is_not_taken_in(press: Path, opened: Opener) -> None:
    known = opened(press).person("Corran")
    assert known is not None
    assert (known.name, known.articles, known.alike) == ("Corran", 1, ())


def test_two_smiths_are_two_and_a_third_is_offered_to_the_one_that_it_may_be(
    press: Path, opened: Opener
) -> None:
    library = opened(press)
    assert {known.name: known.alike for known in library.who("smith")} == {
        "Jane Smith": (),
        "John Smith": ("Smith",),
        "Smith": ("John Smith",),
    }
    assert library.counts().people == 6


def test_an_acronym_is_its_expansion_and_a_place_is_no_council(press: Path, opened: Opener) -> None:
    library = opened(press)
    (authority,) = library.who("NCCA")
    assert (authority.name, authority.articles) == ("North Coast Combined Authority", 2)
    assert {known.name: known.kind for known in library.who("thornby")} == {
        "Thornby": EntityKind.PLACE,
        "Thornby Borough Council": EntityKind.ORGANISATION,
    }


def test_quick_search_finds_a_speaker_by_the_names_of_other_articles(press: Path, opened: Opener) -> None:
    library = opened(press)
    for query in ("@ed corran", "mr corran"):
        hits = library.search(query, exact=True).hits
        assert {Path(hit.said.path).name for hit in hits} >= {"conference.md", "trams.md"}


def test_a_second_full_name_parts_what_was_one_and_its_going_joins_it_again(
    press: Path, opened: Opener
) -> None:
    library = opened(press)
    (press / "other.txt").write_text("Alan Corran, a sailor, said: “The wind was high.”\n", encoding="utf-8")
    alone = brought_up(library).person("Corran")
    assert alone is not None
    assert (alone.articles, alone.alike) == (2, ("Alan Corran", "Ed Corran"))
    assert len(library.said_by("Ed Corran")) == 1
    (press / "other.txt").unlink()
    assert len(brought_up(library).said_by("Ed Corran")) == 2
    assert library.person("Alan Corran") is None


def test_an_index_made_bit_by_bit_knows_what_one_made_at_once_knows(press: Path, opened: Opener) -> None:
    whole = [opened(press).who(name) for name in ("corran", "smith", "ncca", "thornby")]
    parts = press.with_name("parts")
    parts.mkdir()
    library = opened(parts)
    for name in sorted(PRESS, reverse=True):
        (parts / name).write_text(PRESS[name], encoding="utf-8")
        brought_up(library)
    assert [library.who(name) for name in ("corran", "smith", "ncca", "thornby")] == whole


def test_what_is_gone_is_forgotten(press: Path, opened: Opener) -> None:
    library = opened(press)
    for name in PRESS:
        (press / name).unlink()
    assert brought_up(library).counts().people == 0
    tables = ("called", "known", "named", "alike", "unsettled")
    assert [library._index.ask(f"SELECT count(*) FROM {table}") for table in tables] == [[(0,)]] * 5
    assert (library.person("Ed Corran"), library.who("corran"), library.who("")) == (None, [], [])


def test_the_people_of_the_seeds_are_told_apart(opened: Opener) -> None:
    library = opened(shipped("seeds"))
    authority = library.person("NECA")
    assert authority is not None
    assert (authority.name, authority.articles) == ("North East Combined Authority", 3)
    assert library.counts().people == 11
    osborne = library.person("Osborne")
    assert osborne is not None
    assert osborne.name == "George Osborne"


@pytest.mark.parametrize(
    ("speaker", "grade"),
    [
        ("Whitcombe", Grade.VERBATIM),
        ("Mr Whitcombe", Grade.VERBATIM),
        ("G. Whitcombe", Grade.VERBATIM),
        ("Mary Whitcombe", Grade.SOMEBODY_ELSE),
        ("Mrs Whitcombe", Grade.SOMEBODY_ELSE),
    ],
)
def test_words_are_theirs_whose_name_has_all_that_is_asked_for(
    tmp_path: Path, opened: Opener, speaker: str, grade: Grade
) -> None:
    (tmp_path / "one.txt").write_text("“I was promised a tunnel,” said George Whitcombe.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("“It was always a gamble,” said Whitcombe.", encoding="utf-8")
    library = opened(tmp_path / "one.txt", tmp_path / "two.txt")
    assert library.verify("I was promised a tunnel", speaker).grade is grade
    assert {known.name for known in library.who("Whitcombe")} == {"George Whitcombe", "Whitcombe"}
