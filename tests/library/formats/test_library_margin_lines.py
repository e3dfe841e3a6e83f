"""Which lines are one paragraph, as a person would see it."""

import json
import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.extract.annotate import annotate
from tui.library.formats.article_builder import TextLine
from tui.library.formats.margin_lines import flowed_paragraphs, paragraphs_of
from tui.library.formats.registry import read_bytes
from tui.library.formats.text import read_text
from tui.model.article import Article, ParagraphKind
from tui.model.printed_words import as_read

GOLD = sorted((Path(__file__).parents[2] / "gold" / "articles").glob("*.txt"))
TEXTS = [file.read_text(encoding="utf-8") for file in GOLD]
HARBOUR = (
    "The harbour board met on Monday evening to hear why the new crane had not been paid for, and went home "
    "none the wiser when the lights failed shortly after nine."
)
FERRY = (
    "A ferry company has offered to buy the old one, which lifts half as much but has never yet broken down "
    "in forty years of winters on the quay."
)
VERSE = (
    "O crane upon the quay,\nwho lifted all our bread,\nwe shall not hear thee more\nthough thou art dead."
)
LONG_VERSE = (
    "The old boats lie along the river wall in rows that nobody\nhas counted since the yard was closed and\n"
    "the men who built them went away to other towns\nwhere there is work and the rent\n"
    "is paid by people they have never met, who\nwould not know a plank of larch from one of pine\n"
    "or care to, and the tide\ncomes in as it has always come and goes"
)
TABLE = "Berth      Ships    Tons\nNorth          3     410\nSouth         12   1,800"


def article(text: str) -> Article:
    (found,) = read_text("a.txt", text).articles
    return found


def words(text: str) -> list[str]:
    return [line.words for line in paragraphs_of(text)]


def broken(text: str, width: int) -> str:
    """Blanks become the ends of lines, so that every code point keeps its place."""
    return "\n".join(_filled(line, width) for line in text.split("\n"))


def _filled(line: str, width: int) -> str:
    letters, start, blank = list(line), 0, -1
    for at, letter in enumerate([*line, " "]):
        if letter == " ":
            if at - start > width and blank >= start:
                letters[blank] = "\n"
                start = blank + 1
            blank = at
    return "".join(letters)


def said(text: str) -> list[tuple[object, ...]]:
    cutting = annotate(article(text))
    return [(q.words(text), q.kind, q.speaker, q.segments) for q in cutting.quotations]


def test_breaking_a_text_moves_no_code_point() -> None:
    assert broken(HARBOUR, 40).replace("\n", " ") == HARBOUR
    assert max(map(len, broken(HARBOUR, 40).split("\n"))) <= 40


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=[file.stem for file in GOLD])
@pytest.mark.parametrize("width", [60, 66, 72, 80])
def test_an_article_says_the_same_when_its_lines_are_broken(number: int, width: int) -> None:
    text = TEXTS[number]
    assert said(broken(text, width)) == said(text)


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(TEXTS), st.integers(60, 80))
def test_no_width_of_the_margin_changes_the_paragraphs(text: str, width: int) -> None:
    whole, parted = article(text), article(broken(text, width))
    assert parted.headline == whole.headline
    assert [p.kind for p in parted.paragraphs] == [p.kind for p in whole.paragraphs]
    assert [p.span for p in parted.paragraphs] == [p.span for p in whole.paragraphs]


@pytest.mark.parametrize("between", ["\n\n", "\n    ", "\n\t"])
@pytest.mark.parametrize("width", [45, 60, 72, 80])
def test_a_blank_line_or_an_indent_parts_paragraphs(between: str, width: int) -> None:
    text = between.join(fill(one, width) for one in (HARBOUR, FERRY, HARBOUR))
    assert words(text) == [HARBOUR, FERRY, HARBOUR]


def test_a_short_line_that_ends_a_sentence_parts_them_where_nothing_else_does() -> None:
    assert words(f"{fill(HARBOUR, 66)}\n{fill(FERRY, 66)}\n{fill(HARBOUR, 66)}") == [HARBOUR, FERRY, HARBOUR]


def test_full_stops_in_the_middle_of_a_filled_paragraph_part_nothing() -> None:
    sentences = " ".join(
        f"Berth number {n} was {'not ' * (n % 3)}full at noon on that day." for n in range(30)
    )
    assert words(f"{fill(sentences, 72)}\n\n{fill(FERRY, 72)}") == [sentences, FERRY]


@pytest.mark.parametrize("apart", [VERSE, LONG_VERSE, TABLE])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_verse_and_tables_keep_their_lines_beside_filled_prose(apart: str, width: int) -> None:
    text = f"{fill(HARBOUR, width)}\n\n{apart}\n\n{fill(FERRY, width)}\n"
    assert words(text) == [HARBOUR, *apart.split("\n"), FERRY]


def test_verse_of_long_lines_keeps_them_beside_a_line_or_two_of_prose() -> None:
    around = "The poem that won this year is printed here:", "It was read on the quay on Sunday."
    assert words("\n\n".join((around[0], LONG_VERSE, around[1]))) == [
        around[0],
        *LONG_VERSE.split("\n"),
        around[1],
    ]


def test_lines_that_are_set_by_hand_stay_where_others_are_filled() -> None:
    song = (
        "The boats that lie along the river wall have all been sold\nTo somebody who never came\n"
        "And never will\nThough we have waited\nOn the wall"
    )
    for apart in ("Harbour Board\nthe Old Custom House\nNorth Quay\nHarwick", song):
        text = f"{fill(HARBOUR, 60)}\n\n{apart}\n\n{fill(FERRY, 60)}"
        assert words(text) == [HARBOUR, *apart.split("\n"), FERRY]


def test_the_bodies_of_records_and_subtitles_are_read_as_paragraphs_too() -> None:
    body = f"{fill(HARBOUR, 60)}\n\n{fill(FERRY, 60)}"
    (record,) = read_bytes(
        "a.json", json.dumps([{"title": "Crane", "text": body}]).encode(), ".json"
    ).articles
    assert [as_read(one.span.of(record.text)) for one in record.paragraphs] == [HARBOUR, FERRY]
    cue = b"1\n00:00:01,000 --> 00:00:02,000\nShe went from door to door, elec-\ntioneering in the rain.\n"
    (heard,) = read_bytes("a.srt", cue, ".srt").articles
    assert heard.text == "She went from door to door, electioneering in the rain.\n"


def test_paragraphs_that_were_never_broken_stay_beside_those_that_were() -> None:
    assert words(f"{fill(HARBOUR, 72)}\n\n{FERRY}\n{HARBOUR}\n") == [HARBOUR, FERRY, HARBOUR]


def test_an_item_of_a_list_goes_on_below_and_the_next_begins_anew() -> None:
    item = "* the crane is to be sold to whoever will take it away, and the rails with it as well"
    text = f"{fill(HARBOUR, 72)}\n\n{fill(item, 72)}\n* the quay is shut\n* nobody knows"
    assert words(text) == [HARBOUR, item, "* the quay is shut", "* nobody knows"]


@pytest.mark.parametrize("text", [VERSE, TABLE, "Ann Lee\n4 Quay Street\nNorth Haven\nto be called for"])
def test_a_text_without_filled_lines_keeps_them_all(text: str) -> None:
    assert words(text) == text.split("\n")


def test_short_paragraphs_a_line_each_are_not_filled_lines() -> None:
    lines = [
        "“No,” said Ann Lee.",
        "“Why not?” asked the clerk, who had come late.",
        "She did not answer him.",
    ] * 4
    assert words("\n".join(lines)) == lines


def test_a_word_that_a_hyphen_parts_joins_its_lines_however_short_they_are() -> None:
    text = f"{fill(HARBOUR, 72)}\n\nThe board of the electioneer-\ning town, and its well-\nknown clerk."
    assert words(text)[1] == "The board of the electioneering town, and its well-known clerk."


def test_a_headline_over_two_lines_is_one_and_a_byline_stays_apart() -> None:
    heading = (
        "Harbour board leaves the meeting in the dark after the lights fail and the crane stays unpaid for"
    )
    text = f"{fill(heading, 60)}\n\nBy Ann Lee\n\n{fill(HARBOUR, 60)}\n\n{fill(FERRY, 60)}\n"
    found = article(text)
    assert (found.headline, found.byline) == (heading, "Ann Lee")
    kinds = [p.kind for p in found.paragraphs]
    assert kinds == [ParagraphKind.HEADLINE, ParagraphKind.BYLINE, ParagraphKind.PROSE, ParagraphKind.PROSE]


def test_two_blanks_after_a_full_stop_end_no_paragraph() -> None:
    text = fill(f"{HARBOUR}  {FERRY}  {HARBOUR}".replace(".  ", ".~ "), 50).replace("~", " ")
    assert len(words(f"{text}\n\n{fill(FERRY, 50)}")) == 2


def test_a_flowed_mail_goes_on_where_a_line_ends_in_a_blank_and_nowhere_else() -> None:
    text = (
        "The board met on \nMonday. \nIt went home.\nThe crane stays.\n\n> Who pays? \n> Nobody.\n-- \nAnn\n"
    )
    found = [line.words for line in flowed_paragraphs(text)]
    assert found == [
        "The board met on Monday. It went home.",
        "The crane stays.",
        "> Who pays?",
        "> Nobody.",
        "--",
        "Ann",
    ]


def test_a_mail_that_only_says_it_is_flowed_is_read_like_any_other() -> None:
    text = f"{fill(HARBOUR, 72)}\n\n{fill(FERRY, 72)}\n"
    assert [line.words for line in flowed_paragraphs(text)] == [HARBOUR, FERRY]


@settings(deadline=None)
@given(st.text(st.sampled_from('ab.,"“” \n\t-|>*1A'), max_size=400))
def test_whatever_the_text_no_word_is_lost_and_spans_are_true(text: str) -> None:
    for read in (paragraphs_of, flowed_paragraphs):
        _holds_every_letter(text, read)


def _holds_every_letter(text: str, read: Callable[[str], tuple[TextLine, ...]]) -> None:
    spans = [line.span for line in read(text)]
    assert all(one.end < other.start for one, other in pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())


def test_long_texts_of_any_shape_are_read_in_one_pass() -> None:
    dice = random.Random(1)
    lines = ["a" * dice.randrange(1, 80) + dice.choice([" b", ".", ",", " -"]) for _ in range(20_000)]
    assert len(paragraphs_of("\n".join(lines))) <= len(lines)


def test_a_name_over_the_end_of_a_line_is_one_name_and_its_span_is_true() -> None:
    vote = "The vote on the quay was called by Councillor Margaret Ashworth and lost."
    text = f"{fill(HARBOUR, 60)}\n\n{fill(vote, 60)}\n"
    cutting = annotate(article(text))
    assert [entity.name for entity in cutting.entities] == ["Margaret Ashworth"]
    assert [mention.span.of(text) for mention in cutting.mentions] == ["Margaret\nAshworth"]


def test_an_age_or_a_year_at_the_head_of_a_line_begins_no_list() -> None:
    text = f"{HARBOUR} The clerk, who is 35. {FERRY}"
    for width in range(60, 80):
        assert words(f"{fill(text, width)}\n\n{fill(FERRY, width)}") == [text, FERRY]
