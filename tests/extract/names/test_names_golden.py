"""Made-up British pieces: exactly these names, of these kinds, naming these entities."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tui.extract.names import find_names
from tui.extract.words.tokens import tokenise

GOLDEN = Path(__file__).parents[2] / "golden" / "names.toml"
MARK = re.compile(r"\{([pol])\|([^|}]*)(?:\|([^}]*))?\}")
KINDS = {"p": "person", "o": "organisation", "l": "place"}
PIECES = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))
Found = tuple[int, str, str, str]


def unmarked(marked: str) -> tuple[str, list[Found]]:
    """The text of a piece, and its names: where, the words, the kind, the entity."""
    text, names, read = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[read : match.start()]
        read = match.end()
        kind, words, entity = match.groups()
        names.append((len(text), words, KINDS[kind], entity or words))
        text += words
    return text + marked[read:], names


def found_in(text: str) -> list[Found]:
    names = find_names(tokenise(text), ())
    return [(m.span.start, m.span.of(text), m.kind.value, m.entity) for m in names.mentions]


@pytest.mark.parametrize("style", PIECES)
def test_every_name_of_a_piece_is_found_and_nothing_else(style: str) -> None:
    text, expected = unmarked(PIECES[style]["text"].strip())
    assert found_in(text) == expected


def test_the_answer_does_not_hang_on_the_order_of_sets() -> None:
    text, _ = unmarked("\n".join(piece["text"] for piece in PIECES.values()))
    script = (
        "import sys; from tui.extract.names import find_names; from tui.extract.words.tokens import tokenise;"
        "print(find_names(tokenise(sys.stdin.read()), ()))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1
