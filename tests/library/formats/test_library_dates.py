from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.formats.dates import Dated, read_date


@pytest.mark.parametrize(
    "words",
    [
        "2015-03-14",
        "2015-03-14T10:30:00+01:00",
        "2015-03-14 10:30",
        "20150314",
        "14 March 2015",
        "14th of March, 2015",
        "Saturday, 14 Mar 2015 10:30 GMT",
        "March 14, 2015",
        "Sat. Mar. 14th, 2015",
        "14/03/2015",
        "14.3.2015",
        "3/14/2015",
    ],
)
def test_every_usual_way_of_writing_a_day_is_read(words: str) -> None:
    assert read_date(words) == Dated(date(2015, 3, 14))


def test_figures_that_could_be_two_days_are_read_day_first_and_said_to_be_doubtful() -> None:
    assert read_date("3/4/2015") == Dated(date(2015, 4, 3), ambiguous=True)
    assert read_date("4/4/2015") == Dated(date(2015, 4, 4))


@pytest.mark.parametrize(
    "words", ["", "March 2015", "31 February 2015", "2015-13-01", "on 14 March 2015 he left", "99/99/2015"]
)
def test_what_is_no_day_is_none(words: str) -> None:
    assert read_date(words) is None


@given(st.text(st.sampled_from("0123456789-/ .:TMarch14stthJune,")))
def test_no_words_raise(words: str) -> None:
    found = read_date(words)
    assert found is None or isinstance(found.day, date)
