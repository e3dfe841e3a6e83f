"""What the gold set scored when somebody last looked, and what has changed since. Pure but for the file."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from bench.gold.score import Figure, Score

HEADING = """\
# Written by `python -m bench.gold --pin`. `make test` fails when a figure falls below its pin.
# Figures are per cent, more is better. Behind each article is how many mistakes of each sort it has.
"""

Pins = dict[str, "Pinned"]
"""By the name of the set."""


class Pinned(NamedTuple):
    """The figures of one set, and how many mistakes of each sort every article of it has."""

    figures: dict[str, float]
    mistakes: dict[str, dict[str, int]]


class Change(NamedTuple):
    """A figure that is not what it was. What was not pinned, or is no more, is None."""

    set: str
    figure: str
    before: float | None
    now: float | None

    @property
    def dropped(self) -> bool:
        """Whether it is worse, or no longer counted."""
        return self.before is not None and (self.now is None or self.now < self.before)

    def __str__(self) -> str:
        word = "DROPPED" if self.dropped else "new" if self.before is None else "better"
        return f"{self.set:<10}{self.figure:<18}{_number(self.before):>7} → {_number(self.now):<7}{word}"


def pinned(score: Score, articles: tuple[str, ...]) -> Pinned:
    """The pin of a score over those articles."""
    counts = {name: Counter(m.figure.value for m in score.mistakes if m.article == name) for name in articles}
    figures = {figure.value: value for figure, value in score.figures().items()}
    return Pinned(figures, {name: _in_order(count) for name, count in counts.items()})


def _in_order(count: Counter[str]) -> dict[str, int]:
    return {figure.value: count[figure] for figure in Figure if count[figure]}


def changes(before: Pins, now: Pins) -> tuple[Change, ...]:
    """Every figure that differs, in the order of the sets and their figures."""
    return tuple(
        Change(name, figure, old, new)
        for name in dict.fromkeys([*before, *now])
        for figure in Figure
        if (old := _figure(before, name, figure)) != (new := _figure(now, name, figure))
    )


def _figure(pins: Pins, name: str, figure: Figure) -> float | None:
    return pins[name].figures.get(figure) if name in pins else None


def unpinned(before: Pins, now: Pins) -> tuple[str, ...]:
    """Articles that are in one and not in the other: the figures of two such sets cannot be compared."""
    return tuple(sorted(_articles(before) ^ _articles(now)))


def _articles(pins: Pins) -> set[str]:
    return {article for pin in pins.values() for article in pin.mistakes}


def report(before: Pins, now: Pins) -> str:
    """A table of the figures that have changed, and of the articles that have more or fewer mistakes."""
    return "\n".join([*map(str, changes(before, now)), *_moved(before, now)])


def _moved(before: Pins, now: Pins) -> list[str]:
    rows = []
    for name in sorted(before.keys() & now.keys()):
        for article, mistakes in sorted(now[name].mistakes.items()):
            old = before[name].mistakes.get(article, {})
            moved = [
                f"{figure.value} {old.get(figure, 0)} → {mistakes.get(figure, 0)}"
                for figure in Figure
                if old.get(figure, 0) != mistakes.get(figure, 0)
            ]
            if moved:
                rows.append(f"    {article}: mistakes in {', '.join(moved)}")
    return rows


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def read_pins(path: Path) -> Pins:
    """What was pinned; nothing, if the file is not there."""
    if not path.exists():
        return {}
    table = tomllib.loads(path.read_text("utf-8"))
    return {name: Pinned(pin["figures"], pin["mistakes"]) for name, pin in table.items()}


def as_toml(pins: Pins) -> str:
    """The file in which pins are kept."""
    lines = [HEADING]
    for name, pin in pins.items():
        lines += [f"[{name}.figures]", *(f"{figure} = {value}" for figure, value in pin.figures.items())]
        lines += ["", f"[{name}.mistakes]", *(_row(*item) for item in pin.mistakes.items()), ""]
    return "\n".join(lines)


def _row(article: str, mistakes: dict[str, int]) -> str:
    counts = ", ".join(f"{figure} = {count}" for figure, count in mistakes.items())
    return f"{article} = {{ {counts} }}" if counts else f"{article} = {{}}"
