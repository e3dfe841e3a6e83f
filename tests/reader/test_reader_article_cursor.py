"""Steps through an article, as pure functions."""

from hypothesis import given
from hypothesis import strategies as st

from tests.support.made import COUNCIL, council, span
from tui.model.span import Span
from tui.reader.article_cursor import at_offset, find, first_current, step, unsure

SPANS = [Span(10, 20), Span(40, 50), Span(70, 80)]


def test_an_article_opens_on_its_first_whole_utterance() -> None:
    whole = Span(0, len(COUNCIL))
    assert first_current(council(), whole) == 0
    assert first_current(council(), Span(0, 20)) is None


def test_steps_go_on_from_the_one_stood_on_while_it_is_seen() -> None:
    assert step(SPANS, 0, Span(0, 60), 1) == 1
    assert step(SPANS, 1, Span(0, 60), -1) == 0
    assert step(SPANS, 2, Span(60, 90), 1) is None


def test_steps_count_from_what_is_seen_once_one_has_scrolled_away() -> None:
    assert step(SPANS, 0, Span(35, 60), 1) == 1
    assert step(SPANS, 0, Span(65, 90), -1) == 2
    assert step([], None, Span(0, 9), 1) is None


def test_only_guesses_are_unsure() -> None:
    assert unsure(council()) == [1]


def test_a_click_finds_the_name_and_the_quotation() -> None:
    cutting = council()
    assert at_offset(cutting, span(COUNCIL, "Pike").start) == ("Pike", None)
    assert at_offset(cutting, span(COUNCIL, "money").start) == (None, 0)
    assert at_offset(cutting, 0) == (None, None)


@given(st.text(alphabet="abA ’'İß", max_size=40), st.text(alphabet="abA '", min_size=1, max_size=3))
def test_every_match_is_the_words_looked_for(text: str, words: str) -> None:
    straight = str.maketrans("‘’", "''")
    for found in find(text, words).spans:
        match = found.of(text).translate(straight)
        assert match.lower() == words.lower() or len(match) == len(words)


def test_case_counts_when_a_capital_was_typed() -> None:
    assert len(find("Labour and labour", "labour").spans) == 2
    assert len(find("Labour and labour", "Labour").spans) == 1


def test_curly_and_straight_marks_meet() -> None:
    assert find("the region’s", "region's").spans == (Span(4, 12),)


def test_matches_go_round_at_the_end() -> None:
    matches = find("ab ab ab", "ab").moved_to(Span(0, 9), 1)
    assert [matches.at, matches.counted] == [0, "1 of 3"]
    assert matches.moved_to(Span(0, 9), -1).at == 2
    assert find("ab", "x").counted == "not found"
