"""A dossier holds everything the library has on one name, and nothing of anybody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.conftest import Opener
from tui.model.annotation import EntityKind
from tui.model.dossier import Dossier
from tui.model.listing import Order

MORE = (
    "---\ntitle: The leader answers\nsource: Evening Mail\npublished: 2016-05-01\n---\n\n"
    "John Cole, chairman of the Dockers Union, said: “I do not believe Ann Lee any more. Nobody does.”\n\n"
    "Ms Lee, leader of Harbour Council, said: “Then look at the quay.”\n\n"
    "Mary Holt, a baker, said: “Lee Street is a mess.”\n"
)


@pytest.fixture
def lee(folder: Path, opened: Opener) -> Dossier:
    (folder / "answer.md").write_text(MORE, encoding="utf-8")
    library = opened(folder)
    known = library.person("Ann Lee")
    assert known is not None
    return library.dossier(known)


def test_everything_said_is_there_newest_first(lee: Dossier) -> None:
    assert [str(said.published) for said in lee.said] == ["2016-05-01", "2015-03-14", "2014-01-02"]
    assert lee.known.quotations == len(lee.said) == 3


def test_others_who_name_them_speak_of_them_and_a_street_is_nobody(lee: Dossier) -> None:
    assert [said.quotation.speaker for said in lee.spoken_of] == ["John Cole"]


def test_names_beside_are_counted_by_articles(lee: Dossier) -> None:
    counted = {one.name: one.articles for one in lee.beside}
    assert counted["Harbour Council"] == 3
    assert counted["John Cole"] == 2
    assert "Ann Lee" not in counted
    assert [one.articles for one in lee.beside] == sorted((one.articles for one in lee.beside), reverse=True)


def test_every_article_that_names_them_is_told_with_how_often(lee: Dossier) -> None:
    assert [(one.title, one.quotations) for one in lee.named_in] == [
        ("The leader answers", 1),
        ("Harbour plan agreed", 1),
        ("No money for the tram", 1),
    ]


def test_bodies_and_places_have_dossiers_too(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    council = library.person("Harbour Council")
    assert council is not None
    assert council.kind is EntityKind.ORGANISATION
    dossier = library.dossier(council)
    assert dossier.said == ()
    assert {one.article for one in dossier.named_in} == {
        row.article for row in library.rows(Order.NEWEST, 0, 10)
    }
