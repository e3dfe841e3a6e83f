"""A few damaged files for every reader; `make fuzz` tries many more."""

from __future__ import annotations

import pytest

from bench.fuzz import SEEDS, fault, mutations
from tui.library.formats import registry
from tui.library.formats.file_types import FORMATS


@pytest.mark.parametrize("kind", SEEDS)
def test_no_damaged_file_makes_a_reader_fail(kind: str) -> None:
    assert [wrong for raw in mutations(kind, 40, 7) if (wrong := fault(kind, raw))] == []


def test_every_format_is_tried() -> None:
    assert set(SEEDS) == set(FORMATS.values())


def test_a_reader_that_fails_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setitem(registry.READERS, "table", broken)
    assert "could not be analysed" in fault("table", b"a,b\n1,2\n")
