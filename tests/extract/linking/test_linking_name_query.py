"""Names that somebody asks for."""

import pytest

from tui.extract.linking.name_query import is_surname, may_be_short_for

GEORGE = ("George Whitcombe", "Whitcombe")


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        ("Whitcombe", True),
        ("whitcombe", True),
        ("Mr Whitcombe", True),
        ("Cllr G. Whitcombe", True),
        ("G.W.", True),
        ("Mary Whitcombe", False),
        ("M Whitcombe", False),
        ("Mrs Whitcombe", False),
        ("Whitcombe George", False),
        ("G.", False),
        ("", False),
    ],
)
def test_a_name_asked_for_fits_whoever_has_its_words_or_initials(asked: str, same: bool) -> None:
    assert may_be_short_for(asked, GEORGE) is same


def test_a_surname_with_or_without_a_title_is_no_more_than_a_surname() -> None:
    assert is_surname("Mr Whitcombe")
    assert is_surname("van der Meer")
    assert not is_surname("G. Whitcombe")
