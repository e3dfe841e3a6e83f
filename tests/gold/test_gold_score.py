from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from bench.gold.annotation import GoldArticle, GoldSpeaker, gold_article
from bench.gold.score import Figure, Score, same_speaker, score
from tests.support import made
from tui.model.annotation import Entity, EntityKind, Mention, Quotation, QuotationKind
from tui.model.cutting import Cutting
from tui.model.rule import Rule
from tui.model.span import Span

TEXT = """“We are glad of it,” said Ann Orme. “So are the gulls.”

Ben Orme called it “late”. The “Swan” sails from Tarn on Monday, “come what may”.

A clerk at Tarn Council said: “Never.”

“Boo,” came a voice."""
GOLD = gold_article(
    "ferry",
    TEXT,
    tomllib.loads("""
said = [
  { direct = "We are glad of it", by = "Ann Orme" },
  { direct = "So are the gulls.", by = "Ann Orme" },
  { partial = "late", by = "Ben Orme" },
  { scare = "Swan" },
  { partial = "come what may", optional = true },
  { direct = "Never.", by = "clerk" },
  { direct = "Boo" },
]
optional = ["Swan", "Monday"]
either = ["Tarn"]

[person]
"Ann Orme" = []
"Ben Orme" = []

[organisation]
"Tarn Council" = []

[place]
"Tarn" = []

[unnamed]
"clerk" = ["A clerk at Tarn Council"]
"""),
)


def perfect(gold: GoldArticle = GOLD) -> Cutting:
    """A cutting with just what is marked."""
    quotations = tuple(
        Quotation((q.span,), q.kind, q.speakers[0].name if q.speakers else None, rule=Rule.GUESS)
        for q in gold.quotations
    )
    mentions = tuple(Mention(m.span, m.kinds[0], m.entity) for m in gold.mentions)
    entities = tuple(Entity(m.entity, m.kinds[0]) for m in gold.mentions)
    return Cutting(made.article(gold.text), quotations, mentions, entities)


def with_quotation(words: str, **changed: object) -> Cutting:
    """The perfect cutting, with one quotation changed."""
    cutting = perfect()
    quotations = tuple(
        q._replace(**changed) if q.words(TEXT) == words else q  # type: ignore[arg-type] # any field of it
        for q in cutting.quotations
    )
    assert quotations != cutting.quotations
    return replace(cutting, quotations=quotations)


def without(words: str) -> Cutting:
    """The perfect cutting, without the quotation or the mention of those words."""
    cutting = perfect()
    quotations = tuple(q for q in cutting.quotations if q.words(TEXT) != words)
    mentions = tuple(m for m in cutting.mentions if m.span.of(TEXT) != words)
    return replace(cutting, quotations=quotations, mentions=mentions)


def scored(cutting: Cutting) -> Score:
    return score([(GOLD, cutting)])


def lost(cutting: Cutting) -> dict[str, float]:
    """The figures that are not 100."""
    return {figure.value: value for figure, value in scored(cutting).figures().items() if value != 100}


def test_what_agrees_has_all_figures_and_no_mistake() -> None:
    result = scored(perfect())
    assert result.figures() == dict.fromkeys(Figure, 100.0)
    assert result.mistakes == ()


def test_a_figure_that_the_gold_has_none_of_is_left_out() -> None:
    bare = gold_article("bare", "Rain fell.", {})
    assert score([(bare, perfect(bare))]).figures() == {}


def test_edges_leave_out_marks_and_points() -> None:
    at = TEXT.index("So are the gulls.")
    assert lost(with_quotation("So are the gulls.", segments=(Span(at - 1, at + 18),))) == {}


def test_segments_over_paragraphs_are_compared_one_by_one() -> None:
    first, second = TEXT.index("Never."), TEXT.index("Boo")
    both = with_quotation("Never.", segments=(Span(first, second + 3),))
    both = replace(both, quotations=tuple(q for q in both.quotations if q.words(TEXT) != "Boo"))
    assert lost(both) == {"nobody": 0.0}


def test_a_missed_quotation_is_a_wrong_speaker_too() -> None:
    assert lost(without("late")) == {"found": 88.9, "kind": 80.0, "speakers": 75.0, "speakers_partial": 0.0}
    assert [m.complaint for m in scored(without("late")).mistakes] == ["is missed"]


def test_half_of_a_quotation_is_not_found_but_its_speaker_counts() -> None:
    at = TEXT.index("So are")
    cutting = with_quotation("So are the gulls.", segments=(Span(at, at + 10),))
    assert lost(cutting) == {"found": 80.0}
    assert [m.complaint for m in scored(cutting).mistakes] == ["is found as “So are the”"]


def test_less_than_half_of_a_quotation_does_not_stand_for_it() -> None:
    at = TEXT.index("So are")
    cutting = with_quotation("So are the gulls.", segments=(Span(at, at + 6),))
    assert lost(cutting)["speakers_direct"] == 66.7


def test_a_quotation_that_is_none_costs_precision() -> None:
    at = TEXT.index("sails from")
    more = Quotation((Span(at, at + 10),), QuotationKind.PARTIAL, rule=Rule.GUESS)
    cutting = replace(perfect(), quotations=(*perfect().quotations, more))
    assert lost(cutting) == {"found": 90.9}
    assert [(m.line, m.complaint, m.rule) for m in scored(cutting).mistakes] == [
        (3, "is no quotation", "guess")
    ]


def test_what_is_optional_is_neither_rewarded_nor_punished() -> None:
    assert lost(without("come what may")) == {}
    assert lost(with_quotation("come what may", kind=QuotationKind.DIRECT, speaker="Ann Orme")) == {}
    assert lost(without("Monday")) == {}


def test_another_kind_is_a_mistake_of_kind_alone() -> None:
    assert lost(with_quotation("late", kind=QuotationKind.DIRECT)) == {"kind": 80.0}


def test_speech_taken_for_a_term_is_missed() -> None:
    assert lost(with_quotation("late", kind=QuotationKind.SCARE))["kind"] == 80.0


def test_a_wrong_speaker_is_named_with_the_rule() -> None:
    result = scored(with_quotation("late", speaker="Ann Orme"))
    assert lost(with_quotation("late", speaker="Ann Orme")) == {"speakers": 75.0, "speakers_partial": 0.0}
    assert [tuple(m) for m in result.mistakes] == [
        ("ferry", 3, Figure.SPEAKERS, "“late”", "is Ben Orme’s, not Ann Orme’s", "guess")
    ]
    assert (result.rules["guess"].right, result.rules["guess"].gold) == (3, 4)


def test_no_speaker_is_a_wrong_one_where_there_is_one() -> None:
    assert lost(with_quotation("Never.", speaker=None)) == {"speakers": 75.0, "speakers_direct": 66.7}


def test_a_speaker_is_a_mistake_where_nobody_can_be_named() -> None:
    assert lost(with_quotation("Boo", speaker="Ann Orme")) == {"nobody": 0.0}


def test_a_term_taken_for_speech_is_counted_apart() -> None:
    taken = with_quotation("Swan", kind=QuotationKind.PARTIAL, speaker="Ben Orme")
    assert lost(taken) == {"found": 90.9, "terms": 0.0}
    assert [m.complaint for m in scored(taken).mistakes] == ["is a term, not Ben Orme’s words"]


ANN = GoldSpeaker("Ann Orme", EntityKind.PERSON, ("Ann Orme", "Orme"))
CLERK = GoldSpeaker("clerk", EntityKind.UNNAMED, ("clerk", "A clerk at Tarn Council"))
FRIENDS = GoldSpeaker("friends of the mayor", EntityKind.GROUP, ("friends of the mayor", "One"))


@pytest.mark.parametrize(
    ("gold", "said", "right"),
    [
        (ANN, "Ann Orme", True),
        (ANN, "Mrs Orme", True),
        (ANN, "Ben Orme", False),
        (ANN, "Ann Lee", False),
        (ANN, "the chairwoman", False),
        (CLERK, "the clerk", True),
        (CLERK, "A clerk who stood near by", True),
        (CLERK, "Tarn Council", True),
        (CLERK, "a clerk at Ely Council", False),
        (CLERK, "a porter", False),
        (FRIENDS, "Friends of the mayor", True),
        (FRIENDS, "One", True),
        (FRIENDS, "the mayor", False),
    ],
)
def test_whether_two_mean_the_same_speaker(gold: GoldSpeaker, said: str, right: bool) -> None:
    assert same_speaker(gold, said) is right


def test_a_missed_name_and_one_too_many_cost_recall_and_precision() -> None:
    assert lost(without("Ann Orme"))["names"] == 85.7
    at = TEXT.index("gulls")
    more = Mention(Span(at, at + 5), EntityKind.PLACE, "gulls")
    assert lost(replace(perfect(), mentions=(*perfect().mentions, more))) == {"names": 88.9}


def test_either_kind_is_right_where_both_are_allowed() -> None:
    def as_kind(words: str, kind: EntityKind) -> Cutting:
        mentions = [m._replace(kind=kind) if m.span.of(TEXT) == words else m for m in perfect().mentions]
        return replace(perfect(), mentions=tuple(mentions))

    assert lost(as_kind("Tarn", EntityKind.ORGANISATION)) == {}
    assert lost(as_kind("Tarn", EntityKind.PERSON)) == {"names": 75.0}
    assert lost(as_kind("Tarn Council", EntityKind.PLACE)) == {"names": 75.0}


def test_two_people_taken_for_one_cost_the_same_figure_alone() -> None:
    mentions = [m._replace(entity="Ann Orme") if m.entity == "Ben Orme" else m for m in perfect().mentions]
    cutting = replace(perfect(), mentions=tuple(mentions))
    assert lost(cutting) == {"same": 85.7}
    assert [m.complaint for m in scored(cutting).mistakes] == [
        "Ann Orme is not one but Ann Orme and Ben Orme"
    ]


def test_one_person_taken_for_two_costs_the_same_figure_alone() -> None:
    text = "Ann Orme came. Orme left."
    gold = gold_article("a", text, {"person": {"Ann Orme": ["Orme"]}})
    whole = perfect(gold)
    mentions = (whole.mentions[0], whole.mentions[1]._replace(entity="Orme"))
    result = score([(gold, replace(whole, mentions=mentions))])
    assert {figure.value: value for figure, value in result.figures().items()} == {
        "names": 100.0,
        "same": 66.7,
    }
    assert [m.complaint for m in result.mistakes] == ["Ann Orme is one, not Ann Orme and Orme"]


def test_scores_of_articles_are_sums_not_means() -> None:
    small = gold_article(
        "small", "“No,” said Ann Orme.", {"said": [{"direct": "No"}], "person": {"Ann Orme": []}}
    )
    result = score([(GOLD, perfect()), (small, Cutting(made.article(small.text)))])
    assert result.figures()[Figure.NAMES] == 88.9
    assert {m.article for m in result.mistakes} == {"small"}
