"""Article -> Cutting, end to end: golden pieces, and what holds for every text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.work import growth
from tui.extract.annotate import annotate
from tui.library.formats.text import read_text
from tui.model.article import Article, ArticleId, Paragraph
from tui.model.cutting import Cutting
from tui.model.rule import Rule
from tui.model.span import Span

GOLDEN = Path(__file__).parent.parent / "golden"
SURE, UNSURE = 0.9, 0.7
SEEDS = Path(__file__).parent.parent.parent / "seeds"
PIECES = tomllib.loads((GOLDEN / "british.toml").read_text("utf-8"))["piece"]
TURNS = tomllib.loads((GOLDEN / "who_said_it.toml").read_text("utf-8"))["piece"]
SEED_FILES = sorted((GOLDEN / "seeds").glob("*.toml"))


def cut(text: str) -> Cutting:
    return annotate(read_text("piece.txt", text).articles[0])


@pytest.mark.parametrize("piece", PIECES, ids=[piece["style"] for piece in PIECES])
def test_each_british_style_has_its_speakers(piece: dict[str, Any]) -> None:
    check_piece(piece)


@pytest.mark.parametrize("piece", TURNS, ids=[piece["kind"] for piece in TURNS])
def test_each_turn_of_phrase_names_its_speaker(piece: dict[str, Any]) -> None:
    check_piece(piece)


def check_piece(piece: dict[str, Any]) -> None:
    cutting = cut(piece["text"].strip() + "\n")
    text = cutting.article.text
    said = [[q.speaker or "", q.words(text)] for q in cutting.spoken]
    assert [speaker for speaker, _ in said] == [speaker for speaker, _ in piece["said"]]
    for (_, words), (_, first) in zip(said, piece["said"], strict=True):
        assert words.startswith(first)
    assert [q.words(text) for q in cutting.quotations if not q.spoken] == piece.get("terms", [])


@pytest.mark.parametrize("path", SEED_FILES, ids=[path.stem for path in SEED_FILES])
def test_the_seeds_are_read_to_the_letter(path: Path) -> None:
    golden = tomllib.loads(path.read_text("utf-8"))
    cutting = cut((SEEDS / golden["article"]).read_text("utf-8"))
    text = cutting.article.text
    found = [
        {
            "speaker": q.speaker,
            "kind": q.kind.value,
            "shown_by": q.speaker_span.of(text) if q.speaker_span else "",
            "cue": q.cue.of(text) if q.cue else "",
            "words": [segment.of(text) for segment in q.segments],
            **({"nested": [span.of(text) for span in q.nested]} if q.nested else {}),
        }
        for q in cutting.spoken
    ]
    assert found == golden["said"]
    assert [q.words(text) for q in cutting.quotations if not q.spoken] == golden["terms"]
    assert {e.name: [role.words for role in e.roles] for e in cutting.entities if e.roles} == golden["roles"]


def test_every_rule_that_finds_a_speaker_is_measured() -> None:
    used = {q.rule for piece in PIECES for q in cut(piece["text"].strip() + "\n").quotations}
    assert len(used) > 8
    assert all(rule.words for rule in Rule)
    assert {rule for rule in Rule if not rule.direct} == {Rule.BY_HAND, Rule.TERM, Rule.NONE}
    figures = [figure for rule in Rule for figure in (rule.direct, rule.partial) if figure]
    assert len(figures) == 2 * (len(Rule) - 3)
    assert all(0 < figure.confidence < 1 and figure.right <= figure.cases for figure in figures)


def test_a_confidence_is_what_was_measured_where_there_is_enough_to_measure() -> None:
    measured = [figure for rule in Rule for figure in (rule.direct, rule.partial) if figure]
    enough = [figure for figure in measured if figure.cases >= 50]
    assert len(enough) > 8
    assert all(abs(figure.confidence - figure.right / figure.cases) < 0.05 for figure in enough)


def test_a_rule_that_nobody_wrote_down_is_none() -> None:
    with pytest.raises(ValueError, match="sideways"):
        Rule("sideways")  # type: ignore[call-arg]  # what makes the members asks for their words too


def test_short_lines_of_a_dialogue_are_marked_unsure() -> None:
    opening = "Mrs Deakin said: “They sent a form to my house.”\n\n"
    said = cut(opening + "“Not one manager?”\n\n“Not a single one of them came to see me, then or later.”\n")
    assert [q.confidence < UNSURE for q in said.spoken] == [False, True, True]
    went_on = cut(opening + "“And I filled it in that very night and took it to the post myself.”\n")
    assert [q.confidence < UNSURE for q in went_on.spoken] == [False, False]


def test_a_speaker_known_only_by_nation_or_pronoun_is_unsure() -> None:
    unnamed, left_open = cut("“I am off home,” said the Frenchman.\n\nThey called it “a fair deal”.\n").spoken
    assert (unnamed.speaker, unnamed.confidence < UNSURE) == ("Frenchman", True)
    assert (left_open.speaker, left_open.confidence) == (None, 0.0)


def test_who_is_told_by_a_pronoun_or_a_description_is_less_sure_than_who_is_named() -> None:
    opening = "Ann Lee, an actress, has come home.\n\n"
    ways = ("Ann Lee", "she", "the star", "the clerk")
    said = [cut(f"{opening}“I am off to bed now,” {words} said.\n").spoken[0] for words in ways]
    named, pronoun, described, clerk = said
    assert [q.speaker for q in (named, pronoun, described)] == ["Ann Lee"] * 3
    assert named.confidence > SURE > max(pronoun.confidence, described.confidence)
    assert min(pronoun.confidence, described.confidence) > UNSURE > clerk.confidence


def test_a_term_has_no_speaker_and_a_speaker_is_an_entity() -> None:
    for piece in PIECES:
        cutting = cut(piece["text"].strip() + "\n")
        for quotation in cutting.quotations:
            if quotation.spoken:
                assert quotation.speaker is None or cutting.entity(quotation.speaker) is not None
            else:
                assert quotation.speaker is None


MARKS = "“ ” \" ‘ ’ ' , . : – ( ) … “No,”".split()
OTHERS = "said he the spokesman who and by called it a council ’s they MP 12".split()
WORDS = st.sampled_from([*MARKS, *OTHERS, "Ann Lee", "according to", "\n", "\n\n"])


def articles() -> Iterator[st.SearchStrategy[str]]:
    yield st.text(max_size=200)
    yield st.lists(WORDS, max_size=60).map(" ".join)
    yield st.lists(WORDS, max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(*articles()))
def test_what_is_found_lies_in_the_text_in_order_and_apart(text: str) -> None:
    paragraphs = tuple(Paragraph(Span(0, len(text))) for _ in range(1) if text.strip())
    lines = read_text("a.txt", text).articles
    for article in (Article(ArticleId("0" * 16), "a.txt", text, paragraphs), *lines):
        check_cutting(annotate(article))


def check_cutting(cutting: Cutting) -> None:
    text = cutting.article.text
    segments = [segment for q in cutting.quotations for segment in q.segments]
    assert segments == sorted(segments)
    edges = [edge for segment in segments for edge in segment]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in segments)
    for quotation in cutting.quotations:
        assert all(any(s.contains(span) for s in quotation.segments) for span in quotation.nested)
        assert quotation.speaker is None or quotation.speaker_span is not None
        assert quotation.speaker_span is None or quotation.rule
        assert isinstance(quotation.rule, Rule)
        if quotation.speaker_span is not None:
            assert quotation.speaker_span.of(text).strip()
    spans = [mention.span for mention in cutting.mentions]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    names = [entity.name for entity in cutting.entities]
    assert len(names) == len(set(names))
    assert {mention.entity for mention in cutting.mentions} <= set(names)


HOSTILE = {
    "quotations without end in one paragraph": '"a" ',
    "opening marks only": "“a ",
    "single opening marks only": "‘a ",
    "apostrophes only": "’",
    "one verb after another": "and said ",
    "verbs that share a subject, and quotations": "and said and said and said “no” ",
    "a bracket that never closes": "( said “x” ",
    "pronouns": "“It,” he said. ",
    "people without a name among names": "A man said “x” to Ann Lee. ",
    "paragraphs left open": "“It runs on.\n\n",
}


@pytest.mark.parametrize("block", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_work_grows_no_faster_than_the_text(block: str) -> None:
    def annotate_so_many(copies: int) -> None:
        annotate(read_text("a.txt", block * copies).articles[0])

    assert growth(annotate_so_many, 1200 // len(block), times=4) < 6


@pytest.mark.parametrize(
    ("between", "below"),
    [
        ("\n\nThe talks went on.", "is a guess"),
        ("", "is as sure as ever"),
        ("\n\nThe talks went on. Later Jo Lowe spoke again.", "is as sure as ever"),
    ],
)
def test_a_bare_surname_of_two_people_is_no_more_than_a_guess(between: str, below: str) -> None:
    text = (
        f"Ann Lowe said: “It may stay.” Jo Lowe said: “It may go.”{between} “I am tired of it,” Lowe said.\n"
    )
    last = cut(text).spoken[-1]
    assert last.speaker == "Jo Lowe"
    assert (last.confidence < UNSURE) is (below == "is a guess")
