"""A measured figure beside the bar it has to reach."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` in `unit`; it should be at most `bar` (or at least, for shares of what is right)."""

    what: str
    value: float
    unit: str
    bar: float
    at_least: bool = False

    @property
    def reached(self) -> bool:
        """Whether the figure is on the right side of its bar."""
        return self.value >= self.bar if self.at_least else self.value <= self.bar

    def __str__(self) -> str:
        sign, word = ("≥" if self.at_least else "≤"), ("reached" if self.reached else "MISSED")
        return f"{self.what:<58}{self.value:>10.3g} {self.unit:<6}{sign} {self.bar:<8g}{word}"
