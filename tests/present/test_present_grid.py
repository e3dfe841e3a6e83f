"""Every screen size gives panes that fill it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.present.grid import SMALLEST, Pane, grid


@given(
    st.integers(min_value=SMALLEST[0], max_value=400),
    st.integers(min_value=SMALLEST[1], max_value=120),
    st.sampled_from(Pane),
    st.booleans(),
    st.integers(min_value=0, max_value=28),
)
def test_panes_and_rules_fill_the_screen(
    columns: int, rows: int, pane: Pane, alone: bool, narrower: int
) -> None:
    it = grid(columns, rows, pane, alone=alone, narrower=narrower)
    shown = [width for width in (it.list_, it.article, it.sidebar) if width]
    assert sum(shown) + len(shown) - 1 == columns
    if it.article:
        assert it.left + it.gutter + it.measure <= it.article
        assert 20 <= it.measure <= 68


@pytest.mark.parametrize(
    ("columns", "measure", "text"), [(140, 68, 6), (100, 65, 6), (80, 48, 4), (40, 37, 2)]
)
def test_the_measures_are_those_of_the_specification(columns: int, measure: int, text: int) -> None:
    it = grid(columns, 40, Pane.ARTICLE)
    assert (it.measure, it.text) == (measure, text)


def test_the_sidebar_takes_the_place_of_the_list_on_a_middling_screen() -> None:
    it = grid(80, 24, Pane.SIDEBAR)
    assert (it.list_, it.article, it.sidebar, it.measure) == (0, 50, 29, 44)


def test_one_pane_at_a_time_on_a_narrow_screen() -> None:
    assert [bool(x) for x in (grid(60, 24, Pane.LIST).list_, grid(60, 24, Pane.LIST).article)] == [
        True,
        False,
    ]
    assert grid(60, 24, Pane.SIDEBAR).sidebar == 60
