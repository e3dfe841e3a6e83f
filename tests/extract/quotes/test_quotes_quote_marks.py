"""Marks -> pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.extract.quotes.quote_marks import MarkPair, pair_doubles, pair_singles


def inside(text: str, pairs: list[MarkPair]) -> list[str]:
    return [text[pair.start : pair.end] for pair in pairs]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no” and left.", ["no"]),
        ('He said "no" and left.', ["no"]),
        ("He said «no» and left.", ["no"]),
        ("He said ''no'' and left.", ["no"]),
        ('He said “no" and "yes” too.', ["no", "yes"]),
        ('A 6" nail and nothing else.', []),
        ("Nothing is quoted here.", []),
    ],
)
def test_double_marks_of_every_shape_pair(text: str, found: list[str]) -> None:
    assert inside(text, [pair for pair in pair_doubles(text, 0, len(text)) if pair.closed]) == found


def test_a_quotation_left_open_runs_to_the_end() -> None:
    text = "He said: “It runs on."
    (pair,) = pair_doubles(text, 0, len(text))
    assert (text[pair.start : pair.end], pair.closed) == ("It runs on.", False)


def test_a_closing_mark_ends_what_ran_in_from_the_paragraph_before() -> None:
    text = "and so it ends,” he said."
    assert inside(text, pair_doubles(text, 0, len(text), running=True)) == ["and so it ends,"]
    assert pair_doubles(text, 0, len(text)) == []


def test_an_opener_after_a_full_stop_shows_that_paragraphs_were_glued() -> None:
    text = 'He said: "We waited. "We waited again."'
    assert inside(text, pair_doubles(text, 0, len(text))) == ["We waited.", "We waited again."]


def test_an_opener_in_mid_sentence_opens_a_quotation_inside() -> None:
    text = "“She asked “why me” and wept,” he said."
    assert inside(text, pair_doubles(text, 0, len(text))) == ["She asked “why me” and wept,"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a ‘metro mayor’ to rule", ["metro mayor"]),
        ("a 'metro mayor' to rule", ["metro mayor"]),
        ("Ed Balls’ door is open and Durham’s is not", []),
        ("in the ’90s, rock ’n’ roll and goin’ home", []),
        ("‘Ed Balls’ door is open,’ he said", ["Ed Balls’ door is open,"]),
        ("the ‘boys’ played", ["boys"]),
    ],
)
def test_single_marks_pair_and_apostrophes_do_not(text: str, found: list[str]) -> None:
    assert inside(text, [pair for pair in pair_singles(text, 0, len(text)) if pair.closed]) == found


def test_an_utterance_in_single_marks_closes_behind_a_point() -> None:
    text = "She said: ‘The roots have damaged the residents’ drains."
    (pair,) = pair_singles(text, 0, len(text), speech=True)
    assert (text[pair.start : pair.end], pair.closed) == (
        "The roots have damaged the residents’ drains.",
        False,
    )


@given(st.text(alphabet="“”\"'‘’«»ab. ,!s", max_size=60))
def test_pairs_are_ordered_and_apart_whatever_the_marks(text: str) -> None:
    for pairs in (pair_doubles(text, 0, len(text)), pair_singles(text, 0, len(text))):
        edges = [edge for pair in pairs for edge in (pair.open, pair.start, pair.end, pair.close)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)
