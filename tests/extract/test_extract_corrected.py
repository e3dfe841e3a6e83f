"""Corrections laid over what was found: they do what they say and leave a cutting that is sound."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.support.made import council
from tui.extract.corrected import CorrectionSet, NameCorrection, SpeakerCorrection, corrected, key_of
from tui.model.annotation import EntityKind
from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.rule import Rule

CUTTING = council()
HERE = CUTTING.article.id
ELSEWHERE = ArticleId("f" * 16)
NAMES = st.sampled_from(["", "Ann Lee", "Pike", "Lee", "Wearside Council", "Mr Pike", "Joan Roe", "Roe"])
SCOPES = st.sampled_from([None, HERE, ELSEWHERE])
KINDS = st.sampled_from([None, *EntityKind])
OPENINGS = st.sampled_from(["We have waited", "vanity", "v", "nothing of the kind"])
ANY = st.builds(
    CorrectionSet,
    st.lists(
        st.builds(SpeakerCorrection, st.just(HERE), OPENINGS, NAMES, KINDS, st.integers(1, 3)), max_size=3
    ).map(tuple),
    st.lists(st.builds(NameCorrection, NAMES, NAMES, SCOPES, KINDS), max_size=5).map(tuple),
)


def speakers(cutting: Cutting) -> list[str | None]:
    return [said.speaker for said in cutting.spoken]


def said_by(name: str, opening: str = "vanity", kind: EntityKind | None = None) -> CorrectionSet:
    return CorrectionSet((SpeakerCorrection(HERE, opening, name, kind),))


def named(*pairs: tuple[str, str], article: ArticleId | None = None) -> CorrectionSet:
    return CorrectionSet(names=tuple(NameCorrection(written, name, article) for written, name in pairs))


def test_a_quotation_is_given_to_another_who_is_named_in_the_article() -> None:
    put = corrected(CUTTING, said_by("Ann Lee"))
    found, now = CUTTING.spoken[1], put.spoken[1]
    assert (now.speaker, now.speaker_kind, now.rule, now.confidence) == (
        "Ann Lee",
        EntityKind.PERSON,
        Rule.BY_HAND,
        1.0,
    )
    assert (now.segments, now.kind, now.cue, now.speaker_span) == (
        found.segments,
        found.kind,
        found.cue,
        found.speaker_span,
    )
    assert put.entities == CUTTING.entities
    assert put.spoken[0] == CUTTING.spoken[0]


def test_a_quotation_is_given_to_somebody_new_of_the_kind_that_is_told() -> None:
    put = corrected(CUTTING, said_by("Harbour Trust", kind=EntityKind.ORGANISATION))
    assert put.spoken[1].speaker_kind is EntityKind.ORGANISATION
    assert [one.name for one in put.entities] == ["Ann Lee", "Wearside Council", "Pike", "Harbour Trust"]


def test_a_quotation_of_nobody_is_still_there_to_be_put_right_again() -> None:
    put = corrected(CUTTING, said_by(""))
    assert speakers(put) == ["Ann Lee", None]
    assert put.spoken[1].rule == Rule.BY_HAND
    again = corrected(CUTTING, CorrectionSet((*said_by("").speakers, *said_by("Pike").speakers)))
    assert speakers(again) == ["Ann Lee", "Pike"]


def test_a_renamed_entity_takes_its_mentions_and_quotations_with_it() -> None:
    put = corrected(CUTTING, named(("Pike", "Arthur Pike")))
    assert speakers(put) == ["Ann Lee", "Arthur Pike"]
    assert [m.entity for m in put.mentions] == ["Ann Lee", "Wearside Council", "Arthur Pike"]
    assert put.entities[2].aliases == ("Pike",)


def test_two_with_one_name_are_one() -> None:
    put = corrected(CUTTING, named(("Pike", "Ann Lee")))
    assert speakers(put) == ["Ann Lee", "Ann Lee"]
    assert [one.name for one in put.entities] == ["Ann Lee", "Wearside Council"]
    assert put.entities[0].aliases == ("Pike",)
    assert put.entities[0].roles == CUTTING.entities[0].roles


def test_what_was_made_one_is_parted_again_in_one_article_only() -> None:
    joined = corrected(CUTTING, named(("Pike", "Ann Lee")))
    assert corrected(joined, named(("Pike", "Arthur Pike"))) is joined
    apart = corrected(joined, named(("Pike", "Arthur Pike"), article=HERE))
    assert speakers(apart) == ["Ann Lee", "Arthur Pike"]
    assert [one.name for one in apart.entities] == ["Ann Lee", "Wearside Council", "Arthur Pike"]
    assert [one.aliases for one in apart.entities] == [(), (), ("Pike",)]


def test_a_speaker_set_by_hand_hangs_on_no_mention() -> None:
    joined = named(("Pike", "Ann Lee")).names
    parted = named(("Pike", "Arthur Pike"), article=HERE).names
    put = corrected(CUTTING, CorrectionSet(said_by("Ann Lee").speakers, (*joined, *parted)))
    assert speakers(put) == ["Ann Lee", "Ann Lee"]


def test_what_is_for_another_article_changes_nothing() -> None:
    other = CorrectionSet(
        (SpeakerCorrection(ELSEWHERE, "vanity", "Ann Lee"),), (NameCorrection("Pike", "Roe", ELSEWHERE),)
    )
    assert corrected(CUTTING, other) is CUTTING


def test_a_quotation_is_known_by_its_opening_and_its_place_among_those_that_begin_so() -> None:
    twice = Cutting(CUTTING.article, (*CUTTING.quotations, CUTTING.quotations[1]))
    assert [key_of(twice, number) for number in range(3)] == [
        ("We have waited for twenty years, and we shall not wait for t", 1),
        ("vanity project", 1),
        ("vanity project", 2),
    ]


@given(ANY)
def test_whatever_is_put_right_the_cutting_stays_sound(corrections: CorrectionSet) -> None:
    put = corrected(CUTTING, corrections)
    names = [one.name for one in put.entities]
    kinds = {one.name: one.kind for one in put.entities}
    assert len(set(names)) == len(names)
    assert [said.segments for said in put.quotations] == [said.segments for said in CUTTING.quotations]
    assert [said.kind for said in put.quotations] == [said.kind for said in CUTTING.quotations]
    named = [mention.span for mention in put.mentions]
    assert set(named) <= {mention.span for mention in CUTTING.mentions}
    if all(one.name for one in corrections.names):
        assert named == [mention.span for mention in CUTTING.mentions]
    assert all(kinds[mention.entity] is mention.kind for mention in put.mentions)
    assert all(said.speaker is None or kinds[said.speaker] is said.speaker_kind for said in put.quotations)
    assert set(names) == {m.entity for m in put.mentions} | {s for s in speakers(put) if s is not None}


def test_what_is_no_name_is_gone_and_what_it_said_is_nobodys() -> None:
    put = corrected(CUTTING, named(("Ann Lee", "")))
    assert [one.name for one in put.entities] == ["Wearside Council", "Pike"]
    assert not [one for one in put.mentions if one.entity == "Ann Lee"]
    assert speakers(put) == [None, "Pike"]
    assert put.spoken[0].rule is Rule.BY_HAND
    assert corrected(CUTTING, named(("Ann Lee", ""), article=ELSEWHERE)) == CUTTING


def test_a_form_that_is_no_name_leaves_the_others_in_that_article_alone() -> None:
    called = named(("Pike", "Arthur Pike"))
    put = corrected(corrected(CUTTING, called), named(("Pike", ""), article=HERE))
    assert [one.name for one in put.entities] == ["Ann Lee", "Wearside Council"]
    assert speakers(put) == ["Ann Lee", None]
    assert corrected(corrected(CUTTING, called), named(("Pike", ""))) == corrected(CUTTING, called)


def test_a_name_can_be_said_to_be_one_of_another_kind() -> None:
    kind = EntityKind.ORGANISATION
    put = corrected(CUTTING, CorrectionSet(names=(NameCorrection("Ann Lee", "Ann Lee", None, kind),)))
    assert [one.kind for one in put.entities if one.name == "Ann Lee"] == [kind]
    assert {one.kind for one in put.mentions if one.entity == "Ann Lee"} == {kind}
    assert put.spoken[0].speaker_kind is kind
    both = corrected(CUTTING, CorrectionSet(names=(NameCorrection("Pike", "Ann Lee", None, kind),)))
    assert [(one.name, one.kind) for one in both.entities if one.name == "Ann Lee"] == [("Ann Lee", kind)]
