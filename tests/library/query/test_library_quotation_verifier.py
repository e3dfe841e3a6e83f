"""Verifying what many have said, and telling of a marked cut that may turn the sense."""

from __future__ import annotations

from pathlib import Path

from tests.library.conftest import Opener
from tui.model.verdict import Caution, Grade
from tui.present.verdict_text import verdict_explanation

SURNAMES = "Aldous Brack Coyle Dunne Eames Frith Gaunt Hoad Innes Jebb Kyte Lusk".split()
FIRST = "Ada Bert Cora Dora Emil Fay".split()


def test_words_that_many_say_are_found_with_the_one_asked_about(tmp_path: Path, opened: Opener) -> None:
    names = [f"{first} {last}" for last in SURNAMES for first in FIRST]
    press = tmp_path / "press"
    press.mkdir()
    for number, name in enumerate(["Greta Voss", *names]):
        text = f"“We have nothing to say about that,” said {name}, a councillor.\n"
        head = f"---\ntitle: Report {number}\npublished: {1900 + number}-01-01\n---\n\n"
        (press / f"{number}.md").write_text(head + text, encoding="utf-8")
    verdict = opened(press).verify("We have nothing to say about that", "Greta Voss")
    assert verdict.grade is Grade.VERBATIM
    assert verdict.occurrences[0].speaker == "Greta Voss"


def test_a_cut_that_turns_the_sense_is_told_where_the_words_are_right(tmp_path: Path, opened: Opener) -> None:
    said = "“I do not want the quay rebuilt before the spring tides,” said Greta Voss.\n"
    (tmp_path / "quay.txt").write_text(said, encoding="utf-8")
    verdict = opened(tmp_path).verify("I do … want the quay rebuilt", "Greta Voss")
    assert verdict.honest
    assert verdict.cautions == (Caution.DENIAL,)
    assert verdict_explanation(verdict).endswith("But a marked cut leaves out a word that denies.")
