"""Word over word: what is the same stands over itself, and nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.model.span import Span
from tui.present.styles import StyledLine, line_width
from tui.present.word_diff import (
    BESIDE,
    OTHER,
    diff_words,
    difference_words,
    differing_spans,
    word_diff_lines,
)

ONE = "Ann Lee said: “We have waited for twenty years, and we shall not wait.” So it is."
TWO = "Lee, the leader: “We have waited twenty Years – and we will not wait.”"
words = st.text("ab cd. ,\n“”é宽", max_size=60)


def _passage(text: str, first: str, last: str) -> Span:
    return Span(text.index(first), text.index(last) + len(last))


A, B = _passage(ONE, "We have", "wait."), _passage(TWO, "We have", "wait.")


def _words(line: StyledLine) -> str:
    return "".join(run for run, _ in line)


def test_the_same_words_stand_over_one_another_with_their_neighbours() -> None:
    one, other = word_diff_lines(diff_words(ONE, A, TWO, B), ONE, TWO, 90)
    assert _words(one) == "  Lee said: “We have waited for twenty years,   and we shall not wait.” So it is."
    assert _words(other) == "the leader: “We have waited     twenty Years  – and we will  not wait.”"
    assert one[0][1] == BESIDE


def test_what_each_has_of_its_own_is_marked_to_the_letter() -> None:
    mine, theirs = differing_spans(diff_words(ONE, A, TWO, B), ONE, TWO)
    assert [span.of(ONE) for span in mine] == ["for", "y", ",", "shall"]
    assert [span.of(TWO) for span in theirs] == ["Y", "–", "will"]
    _, other = word_diff_lines(diff_words(ONE, A, TWO, B), ONE, TWO, 90)
    assert [run for run, ink in other if ink == OTHER] == ["Y", "–", "will"]


def test_differences_are_counted_in_words() -> None:
    def told(one: str, other: str) -> str:
        return difference_words(diff_words(one, Span(0, len(one)), other, Span(0, len(other))), one, other)

    assert told("the General Election", "the general election") == "but for capitals in two"
    assert told("he said, no", "he said no") == "but for marks in one"
    assert told("the same", "the same") == "to the letter"
    assert told("we shall go", "we will go") == "1 word differs"


def test_a_passage_longer_than_the_screen_is_not_collated() -> None:
    assert word_diff_lines(diff_words(ONE, A, TWO, B), ONE, TWO, 40) == ()


@given(words, words)
def test_every_word_of_both_is_paired_once_and_in_order(one: str, other: str) -> None:
    pairs = diff_words(one, Span(0, len(one)), other, Span(0, len(other)))
    assert [pair.here.of(one) for pair in pairs if pair.here] == one.split()
    assert [pair.there.of(other) for pair in pairs if pair.there] == other.split()


@given(words, words, st.integers(10, 80))
def test_both_lines_of_a_collation_are_aligned_and_fit(one: str, other: str, room: int) -> None:
    pairs = diff_words(one, Span(0, len(one)), other, Span(0, len(other)))
    if all(any(getattr(pair, side) for pair in pairs) for side in ("here", "there")):
        for line in word_diff_lines(pairs, one, other, room):
            assert line_width(line) <= room
