"""Who is meant: one sentence or two, one quotation, its speaker, and the rule that found it."""

from __future__ import annotations

import pytest

from tui.extract.annotate import annotate
from tui.library.formats.text import read_text
from tui.model.annotation import EntityKind, Quotation
from tui.model.rule import Rule


def only(text: str) -> Quotation:
    (quotation,) = annotate(read_text("a.txt", text + "\n").articles[0]).quotations
    return quotation


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ("“It will rain,” said Ann Lee.", "Ann Lee", "after"),
        ("“It will rain,” Ann Lee said.", "Ann Lee", "after"),
        ("Ann Lee said: “It will rain.”", "Ann Lee", "before"),
        ("Ann Lee said it was sure to “rain all day”.", "Ann Lee", "left"),
        ("Ann Lee: “It will rain all day.”", "Ann Lee", "label"),
        ("“It will rain,” according to Ann Lee.", "Ann Lee", "according-to"),
        ("The rain was described by Ann Lee as “biblical”.", "Ann Lee", "passive"),
        ("They heard Ann Lee’s claim that it was “sure to rain”.", "Ann Lee", "noun"),
        ("The street was “a river by noon”, Ann Lee said.", "Ann Lee", "after"),
        ("“It will rain all day.” – Ann Lee", "Ann Lee", "sign-off"),
        ("Bemoaning the “dreadful weather,” Ann Lee went home.", "Ann Lee", "left"),
        ("Ann Lee called Tom Pike a “born liar”.", "Ann Lee", "left"),
        ("When Tom Pike complained, Ann Lee replied: “It will rain.”", "Ann Lee", "before"),
        ("“It will rain,” riffed Ann Lee.", "Ann Lee", "after"),
    ],
)
def test_each_rule_finds_its_speaker(text: str, speaker: str, rule: str) -> None:
    quotation = only(text)
    assert (quotation.speaker, quotation.rule) == (speaker, rule)
    assert 0.4 < quotation.confidence < 1


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Ann Lee met Tom Pike. She said: “It will rain.”", "Ann Lee", EntityKind.PERSON),
        ("Ann Lee met Tom Pike. He said: “It will rain.”", "Tom Pike", EntityKind.PERSON),
        ("Ann Lee, mayor of Durham, left. The mayor said: “It will rain.”", "Ann Lee", EntityKind.PERSON),
        ("A source said: “It will rain.”", "source", EntityKind.UNNAMED),
        ("A Durham spokesman rose. The spokesman said: “It will.”", "Durham spokesman", EntityKind.UNNAMED),
        ("Union leaders met. The leaders said: “It will rain.”", "Union leaders", EntityKind.GROUP),
        ("“It will rain,” said her son, Tom Pike.", "Tom Pike", EntityKind.PERSON),
    ],
)
def test_pronouns_and_offices_are_resolved(text: str, speaker: str, kind: EntityKind) -> None:
    quotation = only(text)
    assert (quotation.speaker, quotation.speaker_kind) == (speaker, kind)


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Her predecessor laughs.", "predecessor"),
        ("A neighbour laughs.", "neighbour"),
        ("The neighbour laughs.", "Tom Pike"),
        ("That neighbour laughs.", "Tom Pike"),
        ("Another neighbour, Sam Holt, laughs.", "Sam Holt"),
    ],
)
def test_he_is_the_newcomer_of_the_sentence_before_and_nobody_met_already(before: str, speaker: str) -> None:
    quotation = only(f"Tom Pike met Ann Lee in Durham.\n\n{before} “It will rain all day,” he said.")
    assert quotation.speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "A ‘metro mayor’ will rule the county.",
        "The so-called “bedroom tax” has gone.",
        "Ann Lee starred in “The Long Winter”.",
        "The valley is home to a “smart village” project.",
    ],
)
def test_a_term_in_quotation_marks_is_not_speech(text: str) -> None:
    quotation = only(text)
    assert not quotation.spoken
    assert quotation.rule == "term"


def test_a_nickname_inside_a_name_is_neither_speech_nor_a_term() -> None:
    cutting = annotate(read_text("a.txt", "Joe “Wizzer” Hall said it was “very wet”.\n").articles[0])
    text = cutting.article.text
    assert [(said.words(text), said.speaker) for said in cutting.quotations] == [
        ("very wet", "Joe “Wizzer” Hall")
    ]


def test_the_listener_of_a_question_is_not_its_speaker() -> None:
    assert only("Ann Lee was asked: “Will it rain all day?”").speaker != "Ann Lee"


def test_a_quotation_split_by_its_attribution_is_one() -> None:
    quotation = only("“We will,” said Ann Lee, “not accept it.”")
    assert len(quotation.segments) == 2


def test_fragments_in_one_sentence_stay_apart() -> None:
    text = "Ann Lee called it “bad” and “very sad”.\n"
    assert len(annotate(read_text("a.txt", text).articles[0]).quotations) == 2


def test_a_plural_before_its_verb_reports_nothing() -> None:
    quotation = only("Ann Lee told the inquiry that the traffic forecasts were “fantasy arithmetic”.")
    assert quotation.speaker == "Ann Lee"


def test_a_pronoun_means_the_man_named_beside_the_subject_before_it() -> None:
    text = "Jo Ellery said: “We back it.”\n\nHer deputy, Neil Pike, went on. “It is one view,” he told them."
    first, second = annotate(read_text("a.txt", text).articles[0]).quotations
    assert (first.speaker, second.speaker) == ("Jo Ellery", "Neil Pike")


SHORT_WORDS = {
    Rule.AFTER: "The street was “dead wrong”, Ann Lee said.",
    Rule.BEFORE: "Ann Lee said: “Dead wrong.”",
    Rule.LEFT: "Ann Lee said the plan was “dead wrong”.",
    Rule.ACCORDING_TO: "The plan was “dead wrong”, according to Ann Lee.",
    Rule.PASSIVE: "The plan was described by Ann Lee as “daft”.",
    Rule.NOUN: "They heard Ann Lee’s claim that it was “dead wrong”.",
    Rule.READ_OUT: "Quoting Ann Lee’s letter “dead wrong”, Tom Pike laughed.",
    Rule.AT_END: "The plan was “dead wrong” in every part, Ann Lee said.",
    Rule.SIGN_OFF: "“Dead Wrong” – Ann Lee",
    Rule.LABEL: "Ann Lee: “Dead wrong.”",
    Rule.TRANSCRIPT: "“LEE: Dead Wrong.”",
    Rule.INTRODUCED: "Ann Lee had one answer to all of it:\n\n“Never Again.”",
    Rule.CARRIED_BACK: "“Never Again.\n\n“I have said it before and will say it again,” said Ann Lee.",
    Rule.ECHO: "The plan is “dead wrong”.\n\nTom Pike came.\n\n“I say it is dead wrong,” said Ann Lee.",
}


def test_every_rule_that_reports_saves_a_word_or_two_from_being_a_term() -> None:
    assert set(SHORT_WORDS) == {rule for rule in Rule if rule.reports}


@pytest.mark.parametrize(("rule", "text"), SHORT_WORDS.items())
def test_words_that_are_reported_are_no_term(rule: Rule, text: str) -> None:
    first = annotate(read_text("a.txt", text + "\n").articles[0]).quotations[0]
    shown = (
        Rule.AFTER if rule is Rule.CARRIED_BACK else rule
    )  # a quotation that runs on tells how its end was read
    assert (first.rule, first.spoken) == (shown, True)


YIELDING = {
    Rule.NOUN: (
        "Tom Pike’s promise to rebuild the pier was “a bad joke from start to finish,” Ann Lee said.",
        [("Ann Lee", Rule.AFTER)],
    ),
    Rule.SUBJECT: (
        "While Ann Lee has a pier that is “a sad ruin,” Tom Pike owns a hall that is “the pride of us all.”",
        [("Ann Lee", Rule.SUBJECT), ("Tom Pike", Rule.SUBJECT)],
    ),
    Rule.WEAK: (
        "Tom Pike was planning to hold a dinner on Friday at his house that included “a frank exchange,” "
        "a council spokeswoman said.",
        [("council spokeswoman", Rule.AFTER)],
    ),
    Rule.GUESS: (
        "Ann Lee said: “It will rain all day long in this town.”\n\n"
        "There is “a sad old ruin” by now. It was “the pride of the coast” for Tom Pike.",
        [("Ann Lee", Rule.BEFORE), (None, Rule.GUESS), ("Ann Lee", Rule.SENTENCE_BEFORE)],
    ),
}


def test_every_rule_that_yields_has_its_example() -> None:
    assert set(YIELDING) == {rule for rule in Rule if rule.yields}


@pytest.mark.parametrize(("text", "read"), YIELDING.values())
def test_a_rule_that_yields_goes_behind_other_signs(text: str, read: list[tuple[str | None, Rule]]) -> None:
    found = annotate(read_text("a.txt", text + "\n").articles[0]).quotations
    assert [(one.speaker, one.rule) for one in found] == read
