"""Look-alike letters are told; honest names of any script are not."""

import pytest

from tui.present.homoglyphs import mixes_scripts


@pytest.mark.parametrize("name", ["George \u041esborne", "\u0391nn Lee", "P\u0430ypal", "Lee\u0430"])
def test_a_word_of_two_alphabets_is_noticed(name: str) -> None:
    assert mixes_scripts(name)


@pytest.mark.parametrize(
    "name",
    [
        "George Osborne",
        "Zo\u00eb \u00c5ngstr\u00f6m",
        "\u0410\u043d\u043d\u0430 Lee",
        "\u0396\u03ae\u03bd\u03c9\u03bd",
        "",
    ],
)
def test_an_honest_name_is_not(name: str) -> None:
    assert not mixes_scripts(name)
