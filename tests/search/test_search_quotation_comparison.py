"""Verifying words: what is verbatim, trimmed, altered, or something else."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.model.verdict import Caution, Change, Comparison, Grade
from tui.search.alignment import AlignedPair, align
from tui.search.quotation_comparison import compare
from tui.search.verbatim_words import verbatim_quotation, verbatim_words

PRINTED = (
    "He is saying it is not good enough. It’s a knee jerk reaction. At least George Osborne’s door is open. "
    "Ed Balls’ door is open and there is nothing there — at £1,000 a day."
)
WORDS = st.lists(st.sampled_from("we will not accept this deal or any other mayor".split()), max_size=7)
ANYTHING = st.text(st.one_of(st.characters(), st.sampled_from("ab …[].’'“£1,")), max_size=40)


def found(quoted: str) -> Comparison:
    comparison = compare(quoted, PRINTED)
    assert comparison is not None
    return comparison


@pytest.mark.parametrize(
    "setting",
    [
        PRINTED,
        f"“{PRINTED}”",
        PRINTED.replace("’", "'").replace("—", "-").upper(),
        "  ".join(PRINTED.split(" ")),
        PRINTED.replace("£1,000", "£1000").replace("knee jerk", "knee-jerk"),
    ],
)
def test_how_words_are_set_makes_no_difference(setting: str) -> None:
    assert (found(setting).grade, found(setting).honest) == (Grade.VERBATIM, True)


@pytest.mark.parametrize(
    ("quoted", "before", "after"),
    [
        ("It’s a knee jerk reaction", 8, 22),
        ("At least George Osborne's door is open.", 13, 15),
        ("a day", 33, 0),
    ],
)
def test_a_part_in_a_row_is_trimmed_and_honest(quoted: str, before: int, after: int) -> None:
    comparison = found(quoted)
    assert (comparison.grade, comparison.honest) == (Grade.TRIMMED, True)
    assert (comparison.before, comparison.after) == (before, after)
    assert verbatim_words(comparison.span.of(PRINTED))[0].word == verbatim_words(quoted)[0].word


@pytest.mark.parametrize(
    ("quoted", "honest"),
    [
        ("At least George Osborne’s door … is nothing there", True),
        ("At least George Osborne’s door [...] is nothing there", True),
        ("He is saying [the offer] is not good enough", True),
        ("At least [the Chancellor]’s door is open", True),
        ("He is saying it is good enough", False),
        ("At least Osborne’s door is open", False),
    ],
)
def test_words_left_out_inside_are_honest_only_where_the_quotation_owns_up(quoted: str, honest: bool) -> None:
    assert found(quoted).honest is honest
    assert found(quoted).grade is Grade.TRIMMED


def test_what_was_changed_is_told_word_by_word() -> None:
    comparison = found("At least George Osborne’s gate is shut")
    assert comparison.grade is Grade.ALTERED
    fates = [(one.change, one.asked, one.printed) for one in comparison.differences]
    assert fates[1:] == [
        (Change.CHANGED, "gate", "door"),
        (Change.SAME, "is", "is"),
        (Change.CHANGED, "shut", "open"),
    ]


@pytest.mark.parametrize("quoted", ["£1,000", "$1,000", "Osborne’s", "Osborne"])
def test_a_currency_and_a_genitive_are_words(quoted: str) -> None:
    same = quoted in PRINTED and quoted != "Osborne"
    assert (compare(quoted, PRINTED) is not None) is same


@pytest.mark.parametrize("quoted", ["", "…", "the sky is blue", "is it of the", "door enough knee"])
def test_a_few_common_words_do_not_make_a_quotation(quoted: str) -> None:
    assert compare(quoted, PRINTED) is None


@given(WORDS, WORDS, st.sets(st.integers(0, 7)))
def test_the_alignment_is_the_cheapest_there_is(
    quoted: list[str], printed: list[str], cuts: set[int]
) -> None:
    pairs = align(quoted, printed, cuts)
    assert [pair.quoted for pair in pairs if pair.quoted is not None] == list(range(len(quoted)))
    standing = [pair.printed for pair in pairs if pair.printed is not None]
    assert standing == list(range(standing[0], standing[-1] + 1)) if standing else True
    assert cost(pairs, quoted, printed, cuts) == cheapest(tuple(quoted), tuple(printed), frozenset(cuts))


def cost(pairs: list[AlignedPair], quoted: list[str], printed: list[str], cuts: set[int]) -> int:
    """The price of an alignment: 20 a fault and a hole, 1 a word in it; none where it is owned up to."""
    total = done = 0
    leaving = False
    for pair in pairs:
        if pair.quoted is None:
            total += 0 if done in cuts else 1 + 20 * (not leaving)
        else:
            done += 1
            total += 20 * (pair.printed is None or quoted[pair.quoted] != printed[pair.printed])
        leaving = pair.quoted is None
    return total


def cheapest(quoted: tuple[str, ...], printed: tuple[str, ...], cuts: frozenset[int]) -> int:
    """The same by trying everything."""

    @cache
    def least(done: int, place: int, leaving: bool) -> int:
        ways = [0] if done == len(quoted) else [20 + least(done + 1, place, False)]
        if place < len(printed):
            if done < len(quoted):
                ways.append(20 * (quoted[done] != printed[place]) + least(done + 1, place + 1, False))
            more = 0 if done in cuts else 1 + 20 * (not leaving)
            ways.append((more if done else 0) + least(done, place + 1, bool(done)))
        return min(ways)

    return least(0, 0, False)


@settings(deadline=None)
@given(ANYTHING, ANYTHING)
@example("¼", "0¼")
@example("¼ of", "¾ of")
def test_nothing_raises_and_what_is_told_is_what_was_asked(quoted: str, printed: str) -> None:
    comparison = compare(quoted, printed)
    if comparison:
        told = [word.word for one in comparison.differences for word in verbatim_words(one.asked)]
        assert told == [word.word for word in verbatim_quotation(quoted).words]
        assert comparison.before + comparison.after <= len(verbatim_words(printed))


@pytest.mark.parametrize(
    ("quoted", "printed", "told"),
    [
        ("it was ¼ of all", "it was ¾ of all", [("it was", "it was"), ("¼", "¾"), ("of all", "of all")]),
        ("it was ½ of all", "it was 1/3 of all", [("it was", "it was"), ("½", "1/3"), ("of all", "of all")]),
        ("it was 2½ in all", "it was 2 1/2 in all", [("it was 2½ in all", "it was 2 1/2 in all")]),
        (
            "they gave 2½ pounds away",
            "they gave 21/2 pounds away",
            [("they gave", "they gave"), ("2½", "21/2"), ("pounds away", "pounds away")],
        ),
    ],
)
def test_a_fraction_in_one_character_is_the_same_whole_or_not_at_all(
    quoted: str, printed: str, told: list[tuple[str, str]]
) -> None:
    comparison = compare(quoted, printed)
    assert comparison is not None
    assert [(one.asked, one.printed) for one in comparison.differences] == told


@given(st.lists(WORDS.filter(bool), min_size=1, max_size=3), WORDS, WORDS)
def test_words_in_a_row_are_found_wherever_they_stand(
    rows: list[list[str]], left: list[str], right: list[str]
) -> None:
    quoted = " ".join(word for row in rows for word in row)
    comparison = compare(quoted, " ".join([*left, quoted, *right]))
    assert comparison is not None
    assert comparison.grade is (Grade.TRIMMED if left or right else Grade.VERBATIM)
    assert compare(f"“{quoted.title()}!”", quoted) is not None


TOLL = "We will not raise the toll by £12 a year. We think it is fair. The bridge cost nine million."


@pytest.mark.parametrize(
    ("quoted", "grade"),
    [
        ("We will [never] raise the toll", Grade.ALTERED),
        ("We will not raise the toll by [£50] a year", Grade.ALTERED),
        ("The bridge cost [ten] million", Grade.ALTERED),
        ("[The council] will not raise the toll", Grade.TRIMMED),
        ("We will [not] raise the toll", Grade.TRIMMED),  # what stands there, set off
        ("The bridge cost [nine] million", Grade.TRIMMED),
    ],
)
def test_a_bracket_owns_up_to_no_denial_and_no_number(quoted: str, grade: Grade) -> None:
    comparison = compare(quoted, TOLL)
    assert comparison is not None
    assert comparison.grade is grade


@pytest.mark.parametrize(
    ("quoted", "cautions"),
    [
        ("We will … raise the toll", (Caution.DENIAL,)),
        ("We will not raise the toll … it is fair", (Caution.SENTENCES,)),
        ("We will … think it is fair", (Caution.DENIAL, Caution.SENTENCES)),
        ("We will not raise the toll … a year", ()),
        ("We will not raise the toll", ()),
    ],
)
def test_a_marked_cut_that_may_turn_the_sense_is_told(quoted: str, cautions: tuple[Caution, ...]) -> None:
    comparison = compare(quoted, TOLL)
    assert comparison is not None
    assert {*comparison.cautions} == {*cautions}
    assert comparison.honest
