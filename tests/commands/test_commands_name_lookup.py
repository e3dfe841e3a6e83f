from __future__ import annotations

import pytest

from tui.commands.name_lookup import goes_by, name_entries, nearest_name
from tui.model.annotation import Entity, EntityKind, Quotation, QuotationKind, Role
from tui.model.article import Article, ArticleId
from tui.model.cutting import Cutting
from tui.model.span import Span

MAYOR = Entity("Zoë Hart", EntityKind.PERSON, ("Ms Hart",), (Role("the mayor", Span(0, 1)),))
CHAIR = Entity("Zoë Hart", EntityKind.PERSON, ("Hart",), (Role("the chair", Span(0, 1)),))
TOWN = Entity("Hart", EntityKind.PLACE)


def _cutting(*entities: Entity, speakers: tuple[str | None, ...] = ()) -> Cutting:
    said = tuple(Quotation((Span(0, 1),), QuotationKind.DIRECT, speaker) for speaker in speakers)
    return Cutting(Article(ArticleId("0" * 16), "a.txt", "a", ()), said, entities=entities)


def test_one_name_in_two_articles_is_one_entry_with_all_that_is_known() -> None:
    first = _cutting(MAYOR, TOWN, speakers=("Zoë Hart", "Zoë Hart", None))
    (entry,) = name_entries([first, _cutting(CHAIR, speakers=("Zoë Hart",))])
    assert (entry.name, entry.articles, entry.quotations) == ("Zoë Hart", 2, 3)
    assert list(entry.roles) == ["the mayor", "the chair"]
    assert list(entry.aliases) == ["Ms Hart", "Hart"]


def test_a_lone_surname_is_one_entry_with_the_full_name_that_it_means() -> None:
    alone = Entity("Hart", EntityKind.PERSON, roles=(Role("the town mayor", Span(0, 1)),))
    full = Entity("Zoë Hart", EntityKind.PERSON, roles=(Role("town mayor", Span(0, 1)),))
    (entry,) = name_entries([_cutting(alone, speakers=("Hart",)), _cutting(full, speakers=("Zoë Hart",))])
    assert (entry.name, entry.articles, entry.quotations) == ("Zoë Hart", 2, 2)
    assert list(entry.aliases) == ["Hart"]


def test_the_most_quoted_come_first_then_those_in_most_articles_then_by_name() -> None:
    people = [Entity(name, EntityKind.PERSON) for name in "DCBA"]
    found = name_entries([_cutting(*people, speakers=("C",)), _cutting(people[0])])
    assert [entry.name for entry in found] == ["C", "D", "A", "B"]


def test_a_person_and_a_body_of_the_same_name_are_two() -> None:
    both = _cutting(Entity("Boots", EntityKind.PERSON), Entity("Boots", EntityKind.ORGANISATION))
    assert len(name_entries([both])) == 2


@pytest.mark.parametrize("asked", ["Zoë Hart", "hart", "ZOE HART", "hart zoe", "ms hart"])
def test_a_person_is_found_by_any_part_of_a_name(asked: str) -> None:
    assert goes_by(MAYOR, asked)


@pytest.mark.parametrize("asked", ["har", "mr hart", "zoe hart mayor"])
def test_what_is_no_part_of_one_name_is_somebody_else(asked: str) -> None:
    assert not goes_by(MAYOR, asked)


def test_nobody_is_called_anything() -> None:
    assert not goes_by(None, "hart")


def test_the_nearest_name_is_offered_and_only_when_it_is_near() -> None:
    names = {"George Osborne", "Simon Henig", "Ed Balls"}
    assert nearest_name("osbrone", names) == "George Osborne"
    assert nearest_name("xyzzy", names) is None
    assert nearest_name("osbrone", set()) is None
