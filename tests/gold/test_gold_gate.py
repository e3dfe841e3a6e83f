"""The gate: what the program finds in the gold set may get better, not worse."""

from __future__ import annotations

from collections.abc import Callable

from bench.gold.pins import changes, read_pins, report, unpinned
from bench.gold.sets import PINS, pins_of, scored_sets

AGAIN = "python -m bench.gold --pin"


def test_no_figure_of_the_gold_set_has_dropped(record_property: Callable[[str, object], None]) -> None:
    before, now = read_pins(PINS), pins_of(scored_sets())
    assert unpinned(before, now) == (), f"The set has other articles than {PINS.name}. Pin it: {AGAIN}"
    dropped = [change for change in changes(before, now) if change.dropped]
    assert not dropped, (
        f"The gold set scores worse than in {PINS.name}:\n{report(before, now)}\n"
        f"Which ones: python -m bench.gold --errors. If it is meant, say why in the commit and: {AGAIN}"
    )
    if changes(before, now):
        record_property("say", f"The gold set scores better. Keep it: {AGAIN}\n{report(before, now)}")
