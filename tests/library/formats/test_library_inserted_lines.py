"""Captions between the paragraphs of a quotation and pull-quotes: neither prose nor speech."""

from __future__ import annotations

import pytest

from tui.extract.annotate import annotate
from tui.library.formats.registry import read_bytes
from tui.model.article import ParagraphKind

HEAD = "Harwick has been without a ferry since the old boat was sold in autumn."
SAID = "Ann Lee, who runs the ferry, said: “We waited all winter for the new boat to come."
WENT_ON = "“It never came, and nobody told us why it did not.”"


def read(*rows: str) -> tuple[list[tuple[str | None, str]], list[str]]:
    """Who said what, and the captions."""
    (article,) = read_bytes("a.txt", "\n\n".join((HEAD, *rows)).encode(), ".txt").articles
    captions = [p.span.of(article.text) for p in article.paragraphs if p.kind is ParagraphKind.CAPTION]
    return [(one.speaker, one.words(article.text)) for one in annotate(article).spoken], captions


@pytest.mark.parametrize(
    "caption",
    [
        "The ferry at its berth in Harwick last spring",
        "Tom Pike (pictured) at the slipway",
        "Tom Pike (pictured left) and Ada Moss, of the harbour board.",
        "Neighbours queue outside the town hall to sign the book",
        "Ada Moss, Tom Pike and the mayor of Harwick, Joan Mallory",
        "The old mill at dusk. Picture: Tom Pike",
        "Crowds gather as ministers say the plan will go ahead",
        "Tom Pike says the boat is late",
        "Where the ferry used to land",
        "Tom Pike",
    ],
)
def test_a_caption_in_a_quotation_carried_on_neither_ends_it_nor_takes_it(caption: str) -> None:
    speech, captions = read(SAID, caption, WENT_ON, "The harbour board would not say more on Friday.")
    assert captions == [caption]
    assert speech == [
        (
            "Ann Lee",
            "We waited all winter for the new boat to come. … It never came, and nobody told us why"
            " it did not.",
        )
    ]


def test_two_captions_one_below_the_other_are_no_end_either() -> None:
    speech, captions = read(SAID, "The ferry at its berth", "The slipway, which is shut", WENT_ON)
    assert len(captions) == 2
    assert [speaker for speaker, _ in speech] == ["Ann Lee"]


def test_single_marks_that_carry_the_speech_are_left_open_as_well() -> None:
    rows = (
        "Tom Pike said: ‘There is no money for a second boat.’",
        SAID.replace("“", "‘"),
        "The ferry at its berth in Harwick last spring",
        WENT_ON.replace("“", "‘").replace("”", "’"),
    )
    speech, captions = read(*rows)
    assert captions == [rows[2]]
    assert [speaker for speaker, _ in speech] == ["Tom Pike", "Ann Lee"]


@pytest.mark.parametrize(
    "line",
    [
        "The harbour board did not answer.",
        "Tom Pike said:",
        "Then she stopped, and said:",
        "“And then?” she asked",
    ],
)
def test_a_sentence_of_the_report_stays_prose(line: str) -> None:
    assert read(SAID, line, WENT_ON)[1] == []
    assert read(SAID + "”", "The ferry at its berth in Harwick last spring", WENT_ON)[1] == []


@pytest.mark.parametrize(
    "pulled",
    [
        "“We waited all winter for the new boat”",
        "We waited all winter for the new boat",
        "“We waited … for the new boat to come” Ann Lee",
        "“We waited all winter for the new boat to come” – Ann Lee, ferry owner",
        '"We waited all winter for the new boat to come"',
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_a_pull_quote_is_no_second_quotation(pulled: str, before: bool) -> None:
    rows = [f"{SAID}”", "Tom Pike, of the council, was sorry to hear it."]
    rows.insert(0 if before else 1, pulled)
    speech, captions = read(*rows)
    assert captions == [pulled]
    assert speech == [("Ann Lee", "We waited all winter for the new boat to come.")]


@pytest.mark.parametrize(
    "row",
    [
        "“We waited all summer for the new boat,” she said.",
        "“We waited.”",
        "“The new boat was worth it in the end.”",
    ],
)
def test_other_words_are_a_quotation_of_their_own(row: str) -> None:
    speech, captions = read(f"{SAID}”", row)
    assert captions == []
    assert len(speech) == 2
