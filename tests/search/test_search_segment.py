"""A segment: its rows again as words, and phrases in them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.search.bitmaps import members
from tui.search.candidate_selection import weighted
from tui.search.match_levels import fuzzy_forms
from tui.search.parameters import STEPS_PER_NAT
from tui.search.query_interpretation import interpret
from tui.search.segment import Segment
from tui.search.word_forms import QueryWord, WordForms, WordPair

WORD = st.sampled_from("a b ab abc door doors opened open the".split())
WORDS = st.lists(WORD, max_size=6)
ROWS = st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=10)


def stands_in(phrase: list[str], words: list[str]) -> bool:
    return any(words[place : place + len(phrase)] == phrase for place in range(len(words)))


@settings(deadline=None)
@given(ROWS)
def test_the_words_of_every_row_are_kept(rows: list[tuple[list[str], list[str]]]) -> None:
    segment = Segment.of_words(rows)
    assert [segment.words(row) for row in range(segment.size)] == rows
    assert segment.said == sum(len(said) for said, _ in rows)


@settings(deadline=None)
@given(ROWS, st.lists(WORD, min_size=1, max_size=3))
def test_a_phrase_is_found_where_its_words_follow_one_another_in_one_field(
    rows: list[tuple[list[str], list[str]]], phrase: list[str]
) -> None:
    wanted = [
        row
        for row, (said, speaker) in enumerate(rows)
        if stands_in(phrase, said) or stands_in(phrase, speaker)
    ]
    assert members(Segment.of_words(rows).phrase(phrase)) == wanted


def test_a_phrase_is_not_found_across_the_bytes_of_other_numbers() -> None:
    words = [f"w{number:03}" for number in range(1, 900)]
    one, two, three = words[:3]
    row = [
        words[255],
        words[511],
        words[767],
        one,
        three,
        two,
    ]  # the bytes of 256, 512, 768 hold those of 1, 2
    segment = Segment.of_words([(row, []), ([one, two], []), *(([word], []) for word in words)])
    assert segment.row(0)[:3] == [256, 512, 768]
    assert members(segment.phrase([one, two])) == [1]


@settings(deadline=None)
@given(ROWS)
def test_a_pair_is_found_where_its_halves_stand_side_by_side(rows: list[tuple[list[str], list[str]]]) -> None:
    segment = Segment.of_words(rows)
    closed = [row for row, fields in enumerate(rows) if any(stands_in(["a", "b"], words) for words in fields)]
    begun = [
        row
        for row, fields in enumerate(rows)
        if any(stands_in(["the", word], words) for word in ("open", "opened") for words in fields)
    ]
    assert members(segment.rows(WordForms(pairs=frozenset([WordPair("a", "b")])))) == closed
    assert members(segment.rows(WordForms(pairs=frozenset([WordPair("the", "ope", open=True)])))) == begun


@settings(deadline=None)
@given(ROWS, st.lists(WORD, min_size=1, max_size=3))
def test_every_row_is_weighed_by_the_best_tiers_it_meets(
    rows: list[tuple[list[str], list[str]]], words: list[str]
) -> None:
    segment = Segment.of_words(rows)
    meanings = []
    for word in words:
        asked = QueryWord(word, open=True)
        meanings.append(interpret([segment], asked, fuzzy_forms([segment], asked)))
    counts = weighted(meanings, 0, segment.size)
    for row in range(segment.size):
        best = [
            [level.weight for level in meaning.levels if level.rows[0] >> row & 1] for meaning in meanings
        ]
        assert counts.sum(row) == sum(max(1, round(max(some) * STEPS_PER_NAT)) for some in best if some)
