"""Which names of several articles are one person, body or place."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.extract.linking.cross_article_identity import Identity, identities
from tui.extract.linking.name_forms import NameForm, context_key
from tui.model.annotation import EntityKind

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


def person(
    article: int, name: str, *, roles: Sequence[str] = (), genders: str = "", beside: Sequence[str] = ()
) -> NameForm:
    kinds = {other: PERSON if other.count(" ") == 1 and "Council" not in other else BODY for other in beside}
    keys = frozenset(key for other, kind in kinds.items() if (key := context_key(other, kind)))
    return NameForm(article, name, PERSON, (), tuple(roles), genders=genders, beside=keys)


def body(article: int, name: str, aliases: tuple[str, ...] = ()) -> NameForm:
    return NameForm(article, name, BODY, aliases)


def groups(*namings: NameForm) -> set[frozenset[str]]:
    """The identities as sets of "article name"."""
    return {
        frozenset(f"{namings[number].article} {namings[number].name}" for number in one.members)
        for one in identities(namings)
    }


def named(name: str, *namings: NameForm) -> Identity:
    return next(one for one in identities(namings) if one.name == name)


def test_one_full_name_in_two_articles_is_one_person() -> None:
    assert groups(person(1, "Ed Balls"), person(2, "Ed Balls")) == {frozenset({"1 Ed Balls", "2 Ed Balls"})}


def test_two_smiths_stay_apart_and_are_not_offered_as_one() -> None:
    john, jane = (
        person(1, "John Smith", roles=["council leader"]),
        person(2, "Jane Smith", roles=["council leader"]),
    )
    assert [one.alike for one in identities([john, jane])] == [(), ()]
    assert len(groups(john, jane)) == 2


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"roles": ["Shadow Chancellor"]}, {"roles": ["the Shadow Chancellor"]}),
        ({"roles": ["Labour MP"]}, {"roles": ["Labour leader"]}),
        ({"beside": ["Labour"]}, {"beside": ["Labour"]}),
        ({"beside": ["George Osborne"]}, {"beside": ["George Osborne"]}),
        ({"beside": ["Wearside Council"]}, {"beside": ["Wearside Council"]}),
        ({"genders": "m"}, {"genders": "m"}),
    ],
)
def test_a_lone_surname_meets_the_only_full_name_when_something_supports_it(
    here: dict[str, Sequence[str]], there: dict[str, Sequence[str]]
) -> None:
    one = named("Ed Balls", person(1, "Ed Balls", **here), person(2, "Balls", **there))  # type: ignore[arg-type]  # keywords from a table
    assert (one.members, one.alike) == ((0, 1), ())


def test_without_support_it_stays_apart_and_is_offered() -> None:
    namings = [person(1, "Ed Balls", beside=["Labour"]), person(2, "Balls", beside=["SNP"])]
    assert named("Ed Balls", *namings).alike == ("Balls",)
    assert named("Balls", *namings).alike == ("Ed Balls",)


@pytest.mark.parametrize(("year", "one"), [(2021, True), (None, True), (2014, False)])
def test_a_place_in_common_supports_it_in_the_same_years(year: int | None, one: bool) -> None:
    beat = frozenset({context_key("Thornby", PLACE)})
    full = NameForm(1, "Ada Quillfeather", PERSON, beside=beat, year=2020)
    lone = NameForm(2, "Quillfeather", PERSON, beside=beat, year=year)
    assert (len(groups(full, lone)) == 1) is one
    assert context_key("France", PLACE) == ""


def test_a_son_is_not_his_father_and_is_offered() -> None:
    father, son = person(1, "Samuel Boone"), person(2, "Samuel Boone Jr.")
    assert len(groups(father, son)) == 2
    assert named("Samuel Boone", father, son).alike == ("Samuel Boone Jr.",)
    assert named("Otis Lane Jr", person(1, "Otis Lane Jr"), person(2, "Otis Lane III")).alike == ()


def test_lady_and_sir_of_one_surname_are_no_full_names() -> None:
    knight, wife = person(1, "Colin Bray"), person(2, "Lady Bray", genders="f")
    assert len(groups(person(1, "Colin Bray", genders="m"), wife)) == 2
    assert len(groups(knight, person(2, "Sir Bray", beside=["Tarn Board"]))) == 2


def test_a_title_that_contradicts_keeps_two_apart_for_good() -> None:
    namings = [
        person(1, "Ed Balls", genders="m", beside=["Wearside Council"]),
        person(2, "Balls", genders="f", beside=["Wearside Council"]),
    ]
    assert [one.alike for one in identities(namings)] == [(), ()]


def test_a_common_surname_needs_more_than_a_party_or_a_title() -> None:
    weak = [
        person(1, "Ann Smith", genders="f", beside=["Labour"]),
        person(2, "Smith", genders="f", beside=["Labour"]),
    ]
    assert named("Smith", *weak).alike == ("Ann Smith",)
    strong = [
        person(1, "Ann Smith", beside=["Wearside Council"]),
        person(2, "Smith", beside=["Wearside Council"]),
    ]
    assert named("Ann Smith", *strong).members == (0, 1)


def test_an_article_that_names_both_tells_that_they_are_two() -> None:
    both = [person(1, "Ed Balls", genders="m"), person(1, "Balls", genders="m")]
    assert len(identities(both)) == 2


def test_a_second_full_name_makes_the_lone_surname_doubtful() -> None:
    namings = [person(1, "Ed Balls", genders="m"), person(2, "Balls", genders="m")]
    assert len(identities(namings)) == 1
    namings.append(person(3, "Alan Balls", genders="m"))
    assert named("Balls", *namings).alike == ("Alan Balls", "Ed Balls")


def test_an_initial_has_to_agree() -> None:
    full = person(1, "Ed Balls", roles=["Shadow Chancellor"])
    assert len(identities([full, person(2, "E. Balls", roles=["Shadow Chancellor"])])) == 1
    other = [full, person(2, "T. Balls", roles=["Shadow Chancellor"])]
    assert [one.alike for one in identities(other)] == [(), ()]


@pytest.mark.parametrize("other", ["Edward Balls", "Eddie Balls"])
def test_a_variant_of_a_given_name_is_one_only_with_support(other: str) -> None:
    bare = [person(1, "Ed Balls"), person(2, other)]
    assert named("Ed Balls", *bare).alike == (other,)
    told = [person(1, "Ed Balls", roles=["Shadow Chancellor"]), person(2, other, roles=["Shadow Chancellor"])]
    assert len(identities(told)) == 1


def test_middle_names_and_initials_make_no_difference_unless_they_contradict() -> None:
    assert len(identities([person(1, "John Smith"), person(2, "John A. Smith")])) == 1
    assert len(identities([person(1, "John A. Smith"), person(2, "John Albert Smith")])) == 1
    three = [person(1, "John Smith"), person(2, "John A. Smith"), person(3, "John B. Smith")]
    assert len(identities(three)) == 3
    assert named("John Smith", *three).alike == ("John A. Smith", "John B. Smith")


def test_particles_belong_to_the_surname() -> None:
    full = person(1, "Pieter van der Meer", genders="m")
    assert len(identities([full, person(2, "van der Meer", genders="m")])) == 1
    assert len(identities([full, person(2, "van Meer", genders="m")])) == 2


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("NECA", "North East Combined Authority"),
        ("N.E.C.A.", "The North East Combined Authority"),
        ("Eryri Homes", "Eryri Homes Ltd"),
        ("The Marske Trust", "Marske Trust"),
        ("Wearside Council", "Wearside City Council"),
        ("Marks & Spencer", "Marks and Spencer plc"),
        ("TUC", "Trades Union Congress"),
    ],
)
def test_a_body_is_one_under_its_short_and_its_long_name(short: str, full: str) -> None:
    (one,) = identities([body(1, short), body(2, full)])
    assert one.members == (0, 1)


def test_three_letters_need_an_article_that_gives_both() -> None:
    apart = [body(1, "CPS"), body(2, "Central Park School")]
    assert named("CPS", *apart).alike == ("Central Park School",)
    (one,) = identities([body(1, "CPS"), body(2, "Central Park School", aliases=("CPS",))])
    assert one.name == "Central Park School"


def test_an_acronym_of_two_bodies_is_neithers() -> None:
    three = [body(1, "NECA"), body(2, "North East Combined Authority"), body(3, "New England Clam Agency")]
    assert named("NECA", *three).alike == ("New England Clam Agency", "North East Combined Authority")


def test_a_council_without_its_tier_is_offered_to_two() -> None:
    three = [body(1, "Durham Council"), body(2, "Durham City Council"), body(3, "Durham County Council")]
    assert named("Durham Council", *three).alike == ("Durham City Council", "Durham County Council")


def test_the_council_and_the_place_of_one_name_never_meet() -> None:
    both = [body(1, "Durham"), NameForm(1, "Durham", PLACE), NameForm(2, "Durham", PLACE), body(2, "Durham")]
    assert {(one.kind, one.members) for one in identities(both)} == {(BODY, (0, 3)), (PLACE, (1, 2))}


def test_the_best_name_is_full_and_the_one_most_used() -> None:
    role = ["Shadow Chancellor"]
    names = ["Ed Balls", "Edward Balls", "Ed Balls", "Balls", "Balls", "Balls"]
    (one,) = identities([person(number, name, roles=role) for number, name in enumerate(names)])
    assert one.name == "Ed Balls"


NAMES = ["Ed Balls", "Edward Balls", "Balls", "E. Balls", "Alan Balls", "Ann Smith", "Smith", "Ann B. Smith"]
NAMINGS = st.lists(
    st.builds(
        person,
        st.integers(0, 5),
        st.sampled_from(NAMES),
        roles=st.lists(st.sampled_from(["Shadow Chancellor", "Labour MP"]), max_size=1),
        genders=st.sampled_from(["", "m", "f"]),
        beside=st.lists(st.sampled_from(["Labour", "Wearside Council", "George Osborne"]), max_size=2),
    )
    | st.builds(body, st.integers(0, 5), st.sampled_from(["NECA", "North East Combined Authority", "Necca"])),
    max_size=9,
    unique_by=lambda naming: (naming.article, naming.name),
)


@given(NAMINGS, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(namings: list[NameForm], draw: random.Random) -> None:
    def told(some: list[NameForm]) -> list[tuple[str, set[tuple[int, str]], tuple[str, ...]]]:
        return [
            (one.name, {(some[n].article, some[n].name) for n in one.members}, one.alike)
            for one in identities(some)
        ]

    mixed = list(namings)
    draw.shuffle(mixed)
    assert told(mixed) == told(namings)


@given(NAMINGS)
def test_every_naming_is_in_exactly_one_identity(namings: list[NameForm]) -> None:
    members = [member for one in identities(namings) for member in one.members]
    assert sorted(members) == list(range(len(namings)))


FULL = st.builds(
    person,
    st.integers(0, 5),
    st.just("Ed Balls"),
    genders=st.just("m"),
    beside=st.lists(st.sampled_from(["Labour", "Wearside Council"]), max_size=2),
)
SHORT = st.builds(
    person,
    st.integers(0, 5),
    st.sampled_from(["Balls", "E. Balls"]),
    genders=st.sampled_from(["", "m", "f"]),
    beside=st.lists(st.sampled_from(["Labour", "Wearside Council"]), max_size=2),
)


@given(st.lists(FULL | SHORT, min_size=1, max_size=8, unique_by=lambda naming: naming.article))
def test_another_article_never_splits_what_was_certain(namings: list[NameForm]) -> None:
    before = groups(*namings[:-1])
    after = groups(*namings)
    assert all(any(old <= new for new in after) for old in before if any("Ed" in name for name in old))


def test_a_title_that_comes_later_and_contradicts_parts_them() -> None:
    namings = [
        person(1, "Chris Balls", beside=["Labour"]),
        person(2, "Balls", genders="f", beside=["Labour"]),
    ]
    assert len(identities(namings)) == 1
    assert len(identities([*namings, person(3, "Chris Balls", genders="m")])) == 2
