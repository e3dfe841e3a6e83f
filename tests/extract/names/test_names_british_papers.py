"""Names as British papers print them, a kind of difficulty at a time: see tests/golden/british_names.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tui.extract.annotate import annotate
from tui.library.formats.text import read_text
from tui.model.cutting import Cutting

GOLDEN = Path(__file__).parents[2] / "golden" / "british_names.toml"
CASES = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]


def roles_of(cutting: Cutting, name: str) -> list[str]:
    return [role.words for entity in cutting.entities if entity.name == name for role in entity.roles]


@pytest.mark.parametrize("case", CASES, ids=[f"{n}: {case['kind']}" for n, case in enumerate(CASES)])
def test_names_of_this_kind_are_found_as_what_they_are(case: dict[str, Any]) -> None:
    cutting = annotate(read_text("piece.txt", case["text"].strip() + "\n").articles[0])
    text, found = cutting.article.text, {f"{one.name}: {one.kind.value}" for one in cutting.entities}
    assert set(case.get("named", ())) - found == set()
    assert set(case.get("never", ())) & {one.name for one in cutting.entities} == set()
    for name, role in (line.split(": ", 1) for line in case.get("roles", ())):
        assert role in roles_of(cutting, name)
    for name, role in (line.split(": ", 1) for line in case.get("never_roles", ())):
        assert not any(role == words or words.endswith(f" {role}") for words in roles_of(cutting, name))
    for words, speaker in (line.split(" = ", 1) for line in case.get("spoken", ())):
        assert [one.speaker for one in cutting.spoken if one.words(text).startswith(words)] == [speaker]
