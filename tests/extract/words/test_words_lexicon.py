"""The word lists."""

from __future__ import annotations

import pkgutil

import pytest

from tui.extract.words.lexicon import inflect, is_human, lexicon, read_sections, singular

FILES = ("cues.txt", "verbs.txt", "people.txt", "grammar.txt", "works.txt")


@pytest.mark.parametrize("name", FILES)
def test_every_list_names_its_source_and_licence(name: str) -> None:
    head = (pkgutil.get_data("tui.extract.words", f"data/{name}") or b"").decode("utf-8").splitlines()[:6]
    assert any(line.startswith("# Source: ") for line in head)
    assert any(line.startswith("# Licence: ") for line in head)


@pytest.mark.parametrize("name", FILES)
def test_no_section_is_empty(name: str) -> None:
    sections = read_sections(name)
    assert sections
    assert all(words.split() for words in sections.values())


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("add", {"adds", "added", "adding"}),
        ("reply", {"replies", "replied", "replying"}),
        ("argue", {"argues", "argued", "arguing"}),
        ("confess", {"confesses", "confessed", "confessing"}),
        ("chat", {"chats", "chatted", "chatting"}),
    ],
)
def test_regular_verbs_are_inflected(base: str, forms: set[str]) -> None:
    assert forms <= set(inflect(base))


def test_irregular_forms_lead_to_their_base() -> None:
    assert lexicon().cues["said"] == "say"
    assert lexicon().verbs["took"] == "take"


def test_nouns_for_people_are_known_in_every_shape() -> None:
    assert all(
        is_human(word) for word in ("mayor", "mayors", "policemen", "mum-of-two", "41-year-old", "co-chair")
    )
    assert not any(is_human(word) for word in ("bridge", "motorway", "reply"))
    assert singular("councillors") == "councillor"
