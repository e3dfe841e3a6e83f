"""Interviews and transcripts: whose turn each paragraph is, by its label; and what only looks like one."""

from __future__ import annotations

import pytest

from tests.support.made import article
from tui.extract.annotate import annotate
from tui.library.formats.registry import read_bytes
from tui.model.rule import Rule


def said(text: str, byline: str | None = None) -> list[tuple[str | None, str]]:
    found = annotate(article(text)._replace(byline=byline))
    return [(one.speaker, one.words(text)) for one in found.spoken]


def test_questions_and_answers_are_read_as_speech_of_the_only_one_who_is_named() -> None:
    text = (
        "The head of the lifeboat station, Moira Kell, talks about the winter.\n\nQ: How many"
        " calls were there?\n\n"
        "A: Far too many. We lost count.\n\nQ. Will you stay on?\n\nA. I will, for a year."
    )
    assert said(text) == [
        (None, "How many calls were there?"),
        ("Moira Kell", "Far too many. We lost count."),
        (None, "Will you stay on?"),
        ("Moira Kell", "I will, for a year."),
    ]
    rules = {one.rule for one in annotate(article(text)).spoken}
    assert rules == {Rule.NONE, Rule.INTERVIEW}


def test_who_answers_is_nobody_where_two_may_have() -> None:
    text = (
        "Moira Kell and Tom Pike run the lifeboat.\n\nQ: How many calls were there?\n\nA: Far too many.\n\n"
        "Q: Will it go on?\n\nA: It will."
    )
    assert {speaker for speaker, _ in said(text)} == {None}


def test_names_titles_capitals_and_initials_are_labels() -> None:
    text = (
        "Moira Kell: Good evening to all of you.\n\nTom Pike: How was the winter?\n\nMK: It was"
        " long and cold.\n\n"
        "TP: And now?\n\nMs Kell: Now we rest.\n\nREPORTER: Will you come back?\n\nKELL: Ask me"
        " in the autumn."
    )
    assert [speaker for speaker, _ in said(text)] == [
        "Moira Kell",
        "Tom Pike",
        "Moira Kell",
        "Tom Pike",
        "Moira Kell",
        None,
        "Moira Kell",
    ]


def test_an_answer_goes_on_until_the_next_label_and_not_beyond_the_last() -> None:
    text = (
        "Harbour Herald: What will you do with the money?\n\nMoira Kell: Mend the slipway first.\n\n"
        "Then there is the roof, which leaks.\n\nHarbour Herald: And after that?\n\nMoira Kell: Sleep.\n\n"
        "The station was built in 1902 and has two boats."
    )
    spoken = said(text)
    assert spoken[1] == ("Moira Kell", "Mend the slipway first. Then there is the roof, which leaks.")
    assert spoken[-1] == ("Moira Kell", "Sleep.")


def test_a_paragraph_of_report_between_two_turns_is_nobodys_speech() -> None:
    text = (
        "Tom Pike: Are you tired?\n\nMoira Kell: I am.\n\nMoira Kell looks out at the sea, and"
        " her tea goes cold.\n\n"
        "Tom Pike: Is it the nights?\n\nMoira Kell: It is the mornings."
    )
    assert [words for _, words in said(text)] == [
        "Are you tired?",
        "I am.",
        "Is it the nights?",
        "It is the mornings.",
    ]


def test_the_one_who_signs_the_interview_asks() -> None:
    text = (
        "Tom Pike meets Moira Kell, who talks about the winter.\n\nQ: How was it?\n\nA: Long.\n\nQ: And cold?"
        "\n\nA: Very."
    )
    assert [speaker for speaker, _ in said(text, "Tom Pike")][:2] == ["Tom Pike", "Moira Kell"]
    assert {speaker for speaker, _ in said(text)} == {None}


def test_bold_labels_of_markdown_and_cues_of_subtitles_are_labels() -> None:
    rows = (
        "**Tom Pike:** How was it?\n\n**Moira Kell**: It was long.\n\n**Tom Pike:** Cold?\n\n"
        "**Moira Kell:** Very."
    )
    (written,) = read_bytes("a.md", rows.encode(), ".md").articles
    assert [one.speaker for one in annotate(written).spoken] == ["Tom Pike", "Moira Kell"] * 2
    cues = "".join(
        f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{row.replace('*', '')}\n\n"
        for n, row in enumerate(rows.split("\n\n"), 1)
    )
    (heard,) = read_bytes("a.srt", cues.encode(), ".srt").articles
    assert [one.speaker for one in annotate(heard).spoken] == ["Tom Pike", "Moira Kell"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Score: 3\n\nMoira Kell: 7\n\nTom Pike: 6\n\nMoira Kell: 8",
        "Note: The gate is shut.\n\nDate: It is on Friday.\n\nNote: Bring a coat.\n\nPrice: Is it dear?",
        "Moira Kell: Kept a clean sheet. 7.\n\nTom Pike: Hit the post twice. 6.\n\nAda Moss: Was"
        " taken off early. 5.",
        "Moira Kell: A former teacher who wants more buses.\n\nTom Pike: Runs a garage. Will he win?",
        "A. Mix the flour.\n\nB. Add the milk.\n\nA. Wait for an hour.",
        "Hamlet: Tom Pike\n\nOphelia: Moira Kell\n\nHamlet: Tom Pike",
        "Kell: an apology. In Monday’s paper we said that she was 40. She is 39.",
        "When: Friday at noon.\n\nWhere: The old mill.\n\nWhen: Will it rain?",
    ],
)
def test_lists_notes_and_ratings_are_no_speech(text: str) -> None:
    assert said(text) == []


def test_quotation_marks_behind_a_label_are_read_as_ever() -> None:
    text = "Moira Kell: “It was long.”\n\nTom Pike: “Was it cold?”\n\nMoira Kell: “It was.”"
    assert [words for _, words in said(text)] == ["It was long.", "Was it cold?", "It was."]
