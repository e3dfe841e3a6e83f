import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.annotation import Entity, EntityKind
from tui.related.name_comparison import folded_name, same_entity

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


def entity(spelt: str, kind: EntityKind = BODY) -> Entity:
    name, *aliases = spelt.split("|")
    return Entity(name, kind, tuple(aliases))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ed Miliband", "Ed Miliband|Mr Miliband"),
        ("José Mourinho", "Jose Mourinho"),
        ("George W. Bush", "George Bush"),
        ("Edward Miliband|Ed Miliband", "Ed Miliband"),
        ("O’Brien", "O'Brien"),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert same_entity(entity(one, PERSON), entity(other, PERSON))
    assert same_entity(entity(other, PERSON), entity(one, PERSON))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Osborne", "George Osborne|Osborne"),
        ("Royston Smith|Smith", "Iain Smith|Smith"),
        ("George W. Bush", "George H. W. Bush"),
        ("Ed Balls", "Ed Miliband"),
        ("Ed Balls|Ed", "Ed"),
    ],
)
def test_a_shared_part_of_a_name_is_not_a_person(one: str, other: str) -> None:
    assert not same_entity(entity(one, PERSON), entity(other, PERSON))
    assert not same_entity(entity(other, PERSON), entity(one, PERSON))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North East Combined Authority", "NECA"),
        ("The BBC", "BBC"),
        ("Labour Party|Labour", "Labour"),
        ("Marks & Spencer", "Marks and Spencer"),
        ("Bank of England|BoE", "Bank of England"),
        ("Department for Work and Pensions", "D.W.P."),
    ],
)
def test_one_body_in_two_spellings(one: str, other: str) -> None:
    assert same_entity(entity(one), entity(other))
    assert same_entity(entity(other), entity(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Southampton City Council|City Council", "Portsmouth City Council|City Council"),
        ("North of Tyne Combined Authority", "North East Combined Authority"),
        ("Durham County Council|the council", "The Council"),
        ("West Yorkshire", "South Yorkshire"),
        ("Association of British Insurers", "Abi"),
    ],
)
def test_bodies_that_share_a_word_or_a_common_alias_are_two(one: str, other: str) -> None:
    assert not same_entity(entity(one), entity(other))
    assert not same_entity(entity(other), entity(one))


def test_a_council_may_be_a_body_here_and_a_place_there_but_a_person_is_a_person() -> None:
    assert same_entity(entity("County Durham", BODY), entity("County Durham", PLACE))
    assert not same_entity(entity("Chester", PERSON), entity("Chester", PLACE))


def test_the_unnamed_are_never_the_same() -> None:
    source = entity("A source", EntityKind.UNNAMED)
    assert not same_entity(source, source)


@given(st.text())
def test_a_folded_name_is_folded_once_for_all(name: str) -> None:
    assert folded_name(folded_name(name)) == folded_name(name)
