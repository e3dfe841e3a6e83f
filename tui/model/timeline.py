"""How much was said when: days counted by the month where they fit, else by the year or several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

MONTHS = 12


class Timeline(NamedTuple):
    """Counts of equal stretches of time from January of `year` on; `undated` are in none of them.

    `months` is how long a stretch is: 1, 12, or some years.
    """

    year: int
    months: int
    counts: tuple[int, ...]
    undated: int

    @property
    def most(self) -> int:
        """The highest count, 0 when everything is undated."""
        return max(self.counts, default=0)

    def begins(self, number: int) -> date:
        """The first day of that stretch."""
        past = number * self.months
        return date(self.year + past // MONTHS, past % MONTHS + 1, 1)

    def named(self, number: int) -> str:
        """The stretch in words: "April 2015", "2015", "2010 to 2014"."""
        first = self.begins(number)
        if self.months < MONTHS:
            return f"{first:%B} {first.year}"
        years = self.months // MONTHS
        return f"{first.year}" if years == 1 else f"{first.year} to {first.year + years - 1}"


def timeline(days: Iterable[date | None], most: int) -> Timeline:
    """Count the days in at most `most` stretches, over whole years from the first to the last."""
    every = list(days)
    dated = [day for day in every if day is not None]
    undated = len(every) - len(dated)
    if not dated:
        return Timeline(0, 1, (), undated)
    first, last = min(dated).year, max(dated).year
    years = last - first + 1
    months = 1 if years * MONTHS <= most else MONTHS * -(-years // max(1, most))
    counted = Counter(((day.year - first) * MONTHS + day.month - 1) // months for day in dated)
    stretches = -(-years * MONTHS // months)
    return Timeline(first, months, tuple(counted[n] for n in range(stretches)), undated)
