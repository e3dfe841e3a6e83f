from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.model.timeline import timeline

days = st.lists(st.none() | st.dates(date(1700, 1, 1), date(2100, 1, 1)))


def test_three_years_are_counted_by_the_month_and_ten_by_the_year() -> None:
    three = timeline([date(2014, 3, 1), date(2014, 3, 9), date(2016, 12, 31), None], 40)
    assert (three.months, len(three.counts), three.counts[2], three.counts[35], three.undated) == (
        1,
        36,
        2,
        1,
        1,
    )
    assert three.named(2) == "March 2014"
    ten = timeline([date(2005, 1, 1), date(2014, 12, 1)], 40)
    assert (ten.months, len(ten.counts), ten.named(9)) == (12, 10, "2014")


def test_centuries_are_counted_by_several_years() -> None:
    time = timeline([date(1800, 5, 1), date(1999, 5, 1)], 40)
    assert (time.months, len(time.counts), time.named(0)) == (60, 40, "1800 to 1804")


@given(days, st.integers(12, 80))
def test_every_day_is_counted_once_and_nothing_is_too_wide(found: list[date | None], most: int) -> None:
    time = timeline(found, most)
    assert sum(time.counts) + time.undated == len(found)
    assert len(time.counts) <= most
