"""Which mentions are the same person, body or place."""

from __future__ import annotations

import pytest

from tui.extract.names import find_names, gender_of
from tui.extract.words.tokens import tokenise


def entities(text: str) -> dict[str, list[str]]:
    """Each entity with its mentions as written."""
    found: dict[str, list[str]] = {}
    for mention in find_names(tokenise(text), ()).mentions:
        found.setdefault(mention.entity, []).append(mention.span.of(text))
    return found


def test_a_surname_after_a_title_is_the_person_of_the_full_name() -> None:
    assert entities("Simon Henig leads the council. Mr Henig said no.") == {
        "Simon Henig": ["Simon Henig", "Henig"]
    }


def test_two_people_of_one_surname_stay_apart_and_a_title_tells_them() -> None:
    text = "John Smith met Jane Smith. Mrs Smith left early. Mr Smith stayed."
    assert entities(text) == {"John Smith": ["John Smith", "Smith"], "Jane Smith": ["Jane Smith", "Smith"]}


def test_a_lone_surname_of_two_people_is_the_one_named_last() -> None:
    text = "Anna Price spoke first. Then David Price spoke. Price said the road was unsafe."
    assert entities(text)["David Price"] == ["David Price", "Price"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Edward Balls", "Ed Balls"),
        ("Elizabeth Kendrick", "Liz Kendrick"),
        ("William Hartley", "Bill Hartley"),
        ("Joanna K. Rowland", "Joanna Rowland"),
        ("Peter Marsden", "P. Marsden"),
    ],
)
def test_short_given_names_and_initials_are_the_same_person(full: str, short: str) -> None:
    found = entities(f"{full} was elected. Later {short} said the vote was close.")
    assert list(found) == [full]
    assert len(found[full]) == 2


def test_given_names_that_differ_are_two_people() -> None:
    assert len(entities("Martin Hale and Susan Hale were there, said Peter Hale.")) == 3


def test_a_given_name_alone_is_the_person_of_that_name() -> None:
    found = entities("Sir Martin Hale will chair it. Sir Martin said he was honoured.")
    assert found == {"Martin Hale": ["Martin Hale", "Martin"]}


def test_a_surname_with_particles_stays_whole() -> None:
    found = entities("Pieter van der Meer runs the yard. Mr van der Meer said trade was good.")
    assert found == {"Pieter van der Meer": ["Pieter van der Meer", "van der Meer"]}


def test_initials_in_brackets_are_the_body_before_them() -> None:
    text = "The North East Combined Authority (NECA) met. NECA will meet again."
    assert entities(text) == {
        "North East Combined Authority": ["North East Combined Authority", "NECA", "NECA"]
    }


def test_a_company_without_its_ending_is_the_same_company() -> None:
    text = "Wharfe Homes Ltd has bought the site. A Wharfe Homes spokesman said work would start."
    assert entities(text) == {"Wharfe Homes Ltd": ["Wharfe Homes Ltd", "Wharfe Homes"]}


def test_a_party_and_a_government_side_by_side_are_two_bodies() -> None:
    found = entities("Mr Henig said the SNP Scottish Government had agreed to talks.")
    assert {"SNP", "Scottish Government"} <= set(found)


def test_a_county_and_its_short_name_are_one_place() -> None:
    text = "Leaders of County Durham and Gateshead met. Durham has yet to be convinced."
    assert entities(text)["County Durham"] == ["County Durham", "Durham"]


def test_a_council_is_not_the_place_it_is_named_after() -> None:
    found = entities("Southampton City Council met in Southampton. Southampton City Council voted.")
    assert found["Southampton City Council"] == ["Southampton City Council"] * 2
    assert found["Southampton"] == ["Southampton"]


def test_a_possessive_and_a_title_stay_outside_the_mention() -> None:
    text = "Cllr Royston Smith’s letter reached Durham’s Labour leader at Ed Balls’ office."
    names = find_names(tokenise(text), ())
    assert [m.span.of(text) for m in names.mentions] == ["Royston Smith", "Durham", "Labour", "Ed Balls"]


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Ed Balls", "m"),
        ("Donna Jones", "f"),
        ("Mrs Smith", "f"),
        ("Sir Martin", "m"),
        ("Dr Susan Hale", "f"),
        ("Mhairi MacInnes", "f"),
        ("Rhodri Llewellyn", "m"),
        ("Robin Price", ""),
        ("Xqz Smith", ""),
        ("", ""),
    ],
)
def test_the_gender_of_a_name_is_told_by_title_or_given_name_or_not_at_all(name: str, gender: str) -> None:
    assert gender_of(name) == gender
