from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tui.model.article import ParagraphKind
from tui.model.cutting import Cutting
from tui.related.fingerprints import ROW, WINDOW, fingerprints
from tui.related.likeness import LikenessQuery, date_nearness, encode, rarity, vector_length, weights
from tui.related.terms import LONGEST, Term, terms

Press = Callable[..., Cutting]
CODES = st.lists(st.integers(0, 40), max_size=60)
WORDS = st.lists(st.sampled_from("alpha beta gamma delta epsilon zeta eta theta".split()), max_size=40)
EVEN = dict.fromkeys(range(21), 0.7)


def test_the_terms_of_an_article_are_its_telling_words_in_order_and_say_which_are_names(press: Press) -> None:
    found = terms(press("Leaders met George Osborne. The leaders want new powers."))
    assert found == (
        Term("leader", False),
        Term("met", False),
        Term("georg", True),
        Term("osborn", True),
        Term("leader", False),
        Term("new", False),
        Term("power", False),
    )


def test_a_pointer_to_another_article_is_not_what_this_one_is_about(press: Press) -> None:
    cutting = press("Buses stop.\nRead more: Trams roll")
    matter, pointer = cutting.article.paragraphs
    paragraphs = (matter, pointer._replace(kind=ParagraphKind.POINTER))
    told_apart = replace(cutting, article=cutting.article._replace(paragraphs=paragraphs))
    assert [term.stem for term in terms(told_apart)] == ["bus", "stop"]


def test_a_book_counts_no_more_than_its_beginning(press: Press) -> None:
    assert len(terms(press("harbour dredging " * 1000))) == LONGEST


def test_names_weigh_more_than_words_and_repetition_less_and_less() -> None:
    numbers = {"henig": 0, "mayor": 1, "deal": 2}
    found = [Term("henig", True), *[Term("mayor", False)] * 4, Term("deal", False)]
    weighed = weights(encode(found, numbers))
    assert weighed[1] > weighed[0] > weighed[2] == 1.0
    assert weighed[1] < 4 * weighed[2]


@given(CODES, CODES)
def test_likeness_lies_between_nothing_and_the_article_itself(one: list[int], other: list[int]) -> None:
    question = LikenessQuery(one, EVEN)
    like = question.likeness(other, vector_length(weights(other)))
    assert 0 <= like <= 1
    if one:
        assert question.likeness(one, vector_length(weights(one))) > 0.999
    if not {code >> 1 for code in one} & {code >> 1 for code in other}:
        assert like == 0


def test_the_same_words_in_the_same_order_are_more_alike() -> None:
    codes = [0, 2, 4, 6, 8]
    question = LikenessQuery(codes, EVEN)
    size = vector_length(weights(codes))
    assert question.likeness([0, 2, 4, 8, 6], size) > question.likeness([8, 2, 6, 0, 4], size)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_the_fewer_articles_have_it_the_rarer_it_is(articles: int, more: int) -> None:
    library = articles + more
    assert 0 <= rarity(library, library) <= rarity(articles, library)


def test_in_a_tiny_library_what_all_articles_have_still_counts() -> None:
    assert rarity(4, 4) > 0.6
    assert rarity(100_000, 100_000) < 0.01


@given(st.integers(0, 5000))
def test_near_dates_help_and_no_date_neither_helps_nor_harms(days: int) -> None:
    day = date(2015, 2, 10)
    assert date_nearness(day, None) == date_nearness(None, day) == date_nearness(None, None) == 1.0
    assert date_nearness(day, day) >= date_nearness(day, day + timedelta(days)) >= 1.0
    assert date_nearness(day, day + timedelta(days)) == date_nearness(day + timedelta(days), day)


@given(WORDS, WORDS, WORDS, WORDS, WORDS)
def test_texts_that_share_enough_words_in_a_row_share_a_fingerprint(
    before: list[str], after: list[str], ahead: list[str], behind: list[str], row: list[str]
) -> None:
    if len(row) >= ROW + WINDOW - 1:
        assert fingerprints(before + row + after) & fingerprints(ahead + row + behind)


@given(WORDS)
def test_a_part_of_a_text_has_a_fingerprint_of_the_whole(words: list[str]) -> None:
    part = words[3:20]
    if len(part) >= ROW + WINDOW - 1:
        assert fingerprints(part) <= fingerprints(words)
    assert bool(fingerprints(words)) == (len(words) >= ROW)
