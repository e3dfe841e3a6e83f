"""What an article calls people."""

from __future__ import annotations

import pytest

from tui.extract.annotate import annotate
from tui.library.formats.text import read_text


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Simon Henig, the chairman of the Authority, spoke.", ["chairman of the Authority"]),
        ("Mr Simon Henig, Durham’s Labour leader, spoke.", ["Durham’s Labour leader"]),
        ("It was up to county council leader Simon Henig to speak.", ["county council leader"]),
        ("It was up to Simon Henig – a West Yorkshire MP himself – to speak.", ["West Yorkshire MP"]),
        ("Simon Henig was elected as Labour mayor of Durham in 2019.", ["Labour mayor of Durham"]),
        ("The mayor of Stanbridge, Simon Henig, spoke.", ["mayor of Stanbridge"]),
        ("SHADOW Chancellor Simon Henig has spoken.", ["Shadow Chancellor"]),
        ("Mr Simon Henig, who lives in Durham, spoke.", []),
        ("It was up to Simon Henig, a man of few words, to speak.", []),
        ("Police, Simon Henig and the council met.", []),
    ],
)
def test_roles_stand_before_or_after_the_name(text: str, roles: list[str]) -> None:
    cutting = annotate(read_text("a.txt", f"{text}\n\nMr Henig was calm.\n").articles[0])
    (person,) = [entity for entity in cutting.entities if entity.name == "Simon Henig"]
    assert [role.words for role in person.roles] == roles
    for role in person.roles:
        assert role.span.of(cutting.article.text).lower() == role.words.lower()
