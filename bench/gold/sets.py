"""The sets of gold that ship, and what the program finds in them."""

from __future__ import annotations

from pathlib import Path

from bench.gold.annotation import GoldArticle, read_gold
from bench.gold.pins import Pins, pinned
from bench.gold.score import Score, score
from tui.extract.annotate import annotate
from tui.library.formats.text import read_text
from tui.model.cutting import Cutting

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
PINS = GOLD / "pins.toml"
SETS = {"invented": (GOLD / "articles", None), "seeds": (GOLD / "seeds", ROOT / "seeds")}
"""By name: where the annotations lie, and the texts if they lie elsewhere."""


def scored_sets() -> dict[str, Score]:
    """What the program scores on each set."""
    return {
        name: score((gold, cutting_of(gold)) for gold in read_gold(*folders))
        for name, folders in SETS.items()
    }


def cutting_of(gold: GoldArticle) -> Cutting:
    """The article as the program reads it from a plain-text file, with what it finds."""
    cutting = annotate(read_text(f"{gold.name}.txt", gold.text).articles[0])
    if cutting.article.text != gold.text:
        raise ValueError(
            f"{gold.name}.txt is not clean: the program reads another text, and no offset would agree"
        )
    return cutting


def pins_of(scores: dict[str, Score]) -> Pins:
    """The scores as they would be pinned, with every article of each set."""
    return {name: pinned(score, _articles(name)) for name, score in scores.items()}


def _articles(name: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in SETS[name][0].glob("*.toml")))
