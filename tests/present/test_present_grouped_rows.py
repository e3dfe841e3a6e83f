"""Entries under heads: every row belongs to one entry or head, and the two ways of counting agree."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.model.article import ArticleId
from tui.model.listing import ArticleRow, RowGroup
from tui.present.article_list_view import RowState, entry_line, group_line, lit_prefixes
from tui.present.glyphs import FULL
from tui.present.grouped_rows import HEAD_ROWS, group_rows
from tui.present.styles import TEXT
from tui.present.text_width import display_width

SIZES = st.lists(st.integers(1, 9), max_size=8)


@given(SIZES)
def test_every_row_is_an_entry_or_a_head_and_knows_which(sizes: list[int]) -> None:
    groups = [RowGroup(str(number), size) for number, size in enumerate(sizes)]
    it = group_rows(sum(sizes), 4, groups)
    expected: list[tuple[int, int, int | None]] = []
    entry = 0
    for number, size in enumerate(sizes):
        expected += [(entry, part, number) for part in range(HEAD_ROWS)]
        expected += [(entry + n, part, None) for n in range(size) for part in range(4)]
        entry += size
    assert [it.at(row) for row in range(it.rows)] == expected
    for one in range(it.total):
        assert it.at(it.row_of(one)) == (one, 0, None)
        assert it.top_of(one) in (it.row_of(one), it.row_of(one) - HEAD_ROWS)


@given(st.integers(0, 50))
def test_without_groups_a_row_number_is_a_multiplication(total: int) -> None:
    it = group_rows(total, 4, ())
    assert it.rows == 4 * total
    assert [it.at(row) for row in range(it.rows)] == [(row // 4, row % 4, None) for row in range(it.rows)]


@given(st.text(max_size=60), st.integers(0, 10**6), st.integers(20, 60))
def test_a_head_is_as_wide_as_its_pane_and_says_how_many(words: str, size: int, room: int) -> None:
    line = group_line(RowGroup(words, size), room, FULL)
    drawn = "".join(run for run, _ in line)
    assert display_width(drawn) == room
    assert drawn.endswith(f" {size:,} ")


def test_what_begins_like_a_word_is_lit_and_nothing_inside_words() -> None:
    runs = lit_prefixes("Harbour wall: the new harbourmaster’s Bharb", TEXT, ("harb", "wall"))
    assert [words for words, ink in runs if ink is not TEXT] == ["Harb", "wall", "harb"]
    assert "".join(words for words, _ in runs) == "Harbour wall: the new harbourmaster’s Bharb"


def _row(tags: tuple[str, ...] = (), note: str = "") -> ArticleRow:
    row = ArticleRow(ArticleId("a" * 16), "a.txt", "A title", True, "The Northern Echo", None, 3, 4)
    return row._replace(tags=tags, note=note)


def _meta(row: ArticleRow, room: int) -> str:
    return "".join(words for words, _ in entry_line(row, 1, room, FULL, RowState()))


def test_a_note_has_its_sign_and_tags_stay_when_the_room_is_small() -> None:
    plain = _meta(_row(), 40)
    assert plain.strip() == "The Northern Echo · 3 min · “4"
    assert _meta(_row(note="x"), 33).rstrip().endswith("The Northern Echo · “4 ¶")
    assert _meta(_row(tags=("budget",)), 48).rstrip().endswith("“4 · #budget")
    assert _meta(_row(tags=("budget", "harbour"), note="x"), 33).strip() == "#budget #harbour ¶"


def test_the_date_outlasts_all_other_facts_of_an_entry() -> None:
    row = _row()._replace(published=date(2015, 3, 14))
    assert _meta(row, 50).strip() == "The Northern Echo · 14 Mar 2015 · 3 min · “4"
    assert _meta(row, 42).strip() == "The Northern Echo · 14 Mar 2015 · “4"
    assert _meta(row, 36).strip() == "The Northern Echo · 14 Mar 2015"
    assert _meta(row, 26).strip() == "14 Mar 2015"
    tagged = row._replace(tags=("budget", "harbour"))
    assert _meta(tagged, 30).strip() == "14 Mar 2015 · #budget…"
