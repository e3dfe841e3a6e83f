"""Facts in plain words, for the screen and for commands: dates, counts, how sure something is."""

from __future__ import annotations

from datetime import date

NO_SOURCE = "source not given"
"""Stands where an article does not say who printed it."""
SURE, LIKELY = 0.9, 0.7
"""Confidence from which a speaker is called sure, or likely; below that the name is marked as a guess."""

PARTICLES = frozenset("van von der den de del di da du la le al el bin ibn ap of the and for".split())
"""Small words inside names."""


def confidence_word(confidence: float) -> str:
    """The confidence in one of three honest words."""
    return "sure" if confidence >= SURE else "likely" if confidence >= LIKELY else "unsure"


def count_of(number: int, one: str, more: str = "") -> str:
    """The number with its noun: `1 article`, `2,300 articles`; `more` is a plural that takes no s."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def short_date(day: date | None) -> str:
    """A date as lists have it: "14 Mar 2015", or "undated"."""
    return f"{day.day} {day:%b %Y}" if day else "undated"


def long_date(day: date | None, without: str = "undated") -> str:
    """A date as it is written out: "14 March 2015", or what is said `without` one."""
    return f"{day.day} {day:%B %Y}" if day else without
