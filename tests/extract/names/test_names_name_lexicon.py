"""The word lists: honest about their source, small, and read as they are meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import tui.extract.names
from tui.extract.names.name_lexicon import (
    BRITAIN,
    COMMON,
    FEMALE,
    GIVEN,
    LETTERS,
    MALE,
    TITLE,
    TOWN,
    name_lexicon,
    sections,
)
from tui.model.annotation import EntityKind

DATA = Path(tui.extract.names.__file__).parent / "data"
FILES = sorted(DATA.glob("*.txt"))
LICENCES = ("MIT", "CC-BY", "public domain")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_names_its_source_and_licence_at_its_head(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = " ".join(line for line in lines[:4] if line.startswith("#"))
    assert any(licence in head for licence in LICENCES)
    assert "by hand" in head or "bench/" in head


def test_all_files_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in FILES) <= 400_000


@pytest.mark.parametrize("path", [p for p in FILES if p.name != "weights.txt"], ids=lambda path: path.name)
def test_no_entry_is_empty_or_holds_a_stray_comma(path: Path) -> None:
    parts = sections(path.name)
    assert all(parts.values())
    assert [e for entries in parts.values() for e in entries if e != e.strip() or e.endswith(",")] == []


@pytest.mark.parametrize(
    ("word", "flag"),
    [
        ("gráinne", FEMALE),
        ("hamish", MALE),
        ("cllr", TITLE),
        ("northumberland", BRITAIN),
        ("weston-on-the-green", TOWN),
        ("jean-marc", GIVEN),
        ("mr.", TITLE),
        ("a19", LETTERS),
        ("council", COMMON),
    ],
)
def test_words_carry_their_flags(word: str, flag: int) -> None:
    assert name_lexicon().of(word) & flag


def test_phrases_are_known_by_kind_or_known_to_be_no_name() -> None:
    phrases = name_lexicon().phrases
    assert phrases["newton aycliffe"] is EntityKind.PLACE
    assert phrases["scottish government"] is EntityKind.ORGANISATION
    assert phrases["general election"] is None


def test_what_a_word_tells_does_not_depend_on_the_words_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.extract.names.name_lexicon.GUESSES", 3)
    fresh = replace(name_lexicon(), _guessed={})
    words = ["ann-marie", "a19", "a19.", "zzyx", "stow-on-water", "zzyy", "ann-marie", "a19."]
    assert [fresh.of(word) for word in words] == [fresh.guess(word) for word in words]
    assert fresh.of("ann-marie") & GIVEN
