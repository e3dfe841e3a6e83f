import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tui.related.text_overlap import SEED, Run, overlapping_runs, words_in_run

FEW = st.lists(st.sampled_from("abcdefghijk"), max_size=60)
ROWS = st.lists(FEW.map(lambda words: words[:12]), max_size=3)


def unlike(prefix: str, most: int) -> st.SearchStrategy[list[str]]:
    """Words that are all different, and different from those of another prefix."""
    return st.integers(0, most).map(lambda count: [f"{prefix}{number}" for number in range(count)])


def longest_common_row(here: Sequence[str], there: Sequence[str]) -> int:
    """The oracle: by dynamic programming over every pair of words."""
    longest = 0
    before = [0] * (len(there) + 1)
    for word in here:
        row = [0]
        for number, other in enumerate(there):
            row.append(before[number] + 1 if word == other else 0)
        longest = max(longest, *row)
        before = row
    return longest


def planted(one: list[str], other: list[str], common: list[str], draw: random.Random) -> None:
    one[(at := draw.randrange(len(one) + 1)) : at] = common
    other[(at := draw.randrange(len(other) + 1)) : at] = common


def holds(run: Run, here: Sequence[str], there: Sequence[str]) -> bool:
    return all(here[s.here : s.here_end] == there[s.there : s.there_end] for s in run)


@given(unlike("h", 40), unlike("t", 40), st.lists(st.integers(1, 12), max_size=4), st.randoms())
def test_the_longest_common_row_of_words_is_found(
    here: list[str], there: list[str], sizes: list[int], draw: random.Random
) -> None:
    for row, size in enumerate(sizes):
        planted(here, there, [f"r{row}.{number}" for number in range(size)], draw)
    longest = longest_common_row(here, there)
    found = [stretch.words for run in overlapping_runs(here, there) for stretch in run]
    assert max(found, default=0) == longest if longest >= SEED else found == []


@given(FEW, FEW, ROWS, st.randoms())
def test_runs_hold_the_same_words_and_each_word_once(
    here: list[str], there: list[str], common: list[list[str]], draw: random.Random
) -> None:
    for row in common:
        planted(here, there, row, draw)
    found = overlapping_runs(here, there)
    assert all(holds(run, here, there) and words_in_run(run) >= SEED for run in found)
    stretches = [stretch for run in found for stretch in run]
    words_here = [word for s in stretches for word in range(s.here, s.here_end)]
    words_there = [word for s in stretches for word in range(s.there, s.there_end)]
    assert len(set(words_here)) == len(words_here)
    assert len(set(words_there)) == len(words_there)


@given(st.lists(st.sampled_from("abc"), max_size=60), st.lists(st.sampled_from("abc"), max_size=60))
def test_the_texts_may_change_places(here: list[str], there: list[str]) -> None:
    turned = [tuple(stretch.turned for stretch in run) for run in overlapping_runs(there, here)]
    assert turned == overlapping_runs(here, there)


def test_a_run_steps_over_two_changed_words() -> None:
    here = "w1 w2 w3 w4 w5 old words w6 w7 w8 w9".split()
    there = "x w1 w2 w3 w4 w5 new w6 w7 w8 w9 y".split()
    (run,) = overlapping_runs(here, there)
    assert [(s.here, s.there, s.words) for s in run] == [(0, 1, 5), (7, 7, 4)]


def test_three_changed_words_end_a_run() -> None:
    here = "w1 w2 w3 w4 w5 a b c w6 w7 w8 w9".split()
    there = "w1 w2 w3 w4 w5 d e f w6 w7 w8 w9".split()
    (run,) = overlapping_runs(here, there)
    assert words_in_run(run) == 5


def test_a_sentence_moved_elsewhere_is_still_a_run_of_its_own() -> None:
    first, second = [f"a{n}" for n in range(9)], [f"b{n}" for n in range(7)]
    assert [words_in_run(run) for run in overlapping_runs(first + second, [*second, "the", *first])] == [9, 7]


def test_padding_costs_no_time() -> None:
    assert overlapping_runs(["na"] * 200_000, ["na"] * 200_000) == []
