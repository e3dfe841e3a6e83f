"""Words and facts are fitted without cutting what must stay whole."""

from hypothesis import given
from hypothesis import strategies as st

from tui.present.styles import TEXT, fit_line, join_facts, justify, line_width, truncate


@given(st.text(alphabet="ab 日é", max_size=60), st.integers(min_value=1, max_value=40))
def test_a_fitted_line_is_exactly_as_wide_as_asked(words: str, room: int) -> None:
    assert line_width(fit_line(((words, TEXT),), room)) == room


@given(st.text(alphabet="abc d", max_size=60), st.integers(min_value=2, max_value=40))
def test_cut_words_never_exceed_their_room(words: str, room: int) -> None:
    assert len(truncate(words, room)) <= room


def test_a_headline_ends_at_a_word() -> None:
    assert truncate("Council leaders in the North", 18) == "Council leaders…"
    assert truncate("Council leaders", 15) == "Council leaders"


def test_facts_lose_whole_fields_from_the_middle() -> None:
    assert join_facts(["ChronicleLive", "2 min", "“4"], 40) == "ChronicleLive · 2 min · “4"
    assert join_facts(["ChronicleLive", "2 min", "“4"], 22) == "ChronicleLive · “4"
    assert join_facts(["", "undated"], 22) == "undated"


def test_the_right_side_wins_when_both_do_not_fit() -> None:
    line = justify((("left words", TEXT),), (("right", TEXT),), 10)
    assert "".join(words for words, _ in line) == "left right"


def test_facts_that_are_named_stay_the_first_longest() -> None:
    parts, stays = ["The Echo", "Ann Lee", "14 Mar 2015", "3 min"], ("14 Mar 2015", "The Echo")
    assert join_facts(parts, 34, stays=stays) == "The Echo · 14 Mar 2015 · 3 min"
    assert join_facts(parts, 24, stays=stays) == "The Echo · 14 Mar 2015"
    assert join_facts(parts, 18, stays=stays) == "14 Mar 2015"
