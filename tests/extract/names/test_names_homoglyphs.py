"""A name in look-alike letters is another name."""

from __future__ import annotations

from tests.support.made import article
from tui.extract.annotate import annotate


def test_a_name_with_letters_of_another_script_stays_apart() -> None:
    true, false = "George Osborne", "George \u041esborne"
    words = f"{true}, the chancellor, said: “We will.”\n\n{false}, the chancellor, said: “We will not.”\n"
    cutting = annotate(article(words))
    speakers = [said.speaker for said in cutting.quotations]
    assert speakers[0] == true
    assert speakers[1] != true
    assert all(false not in (one.name, *one.aliases) for one in cutting.entities if one.name == true)
