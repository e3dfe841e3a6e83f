"""The gate: what the program finds in the gold set may get better, not worse."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from bench.gold.pins import Pinned, Pins, changes, read_pins, report, unpinned
from bench.gold.sets import PINS, pins_of, scored_sets
from tests.conftest import pytest_terminal_summary

AGAIN = "python -m bench.gold --pin"
Record = Callable[[str, object], None]


def judge(before: Pins, now: Pins, record: Record) -> None:
    """Fail when a figure has dropped; record what to say when one has risen."""
    assert unpinned(before, now) == (), f"The set has other articles than {PINS.name}. Pin it: {AGAIN}"
    dropped = [change for change in changes(before, now) if change.dropped]
    assert not dropped, (
        f"The gold set scores worse than in {PINS.name}:\n{report(before, now)}\n"
        f"Which ones: python -m bench.gold --errors. If it is meant, say why in the commit and: {AGAIN}"
    )
    if changes(before, now):
        record("say", f"The gold set scores better. Keep it: {AGAIN}\n{report(before, now)}")


def test_no_figure_of_the_gold_set_has_dropped(record_property: Record) -> None:
    judge(read_pins(PINS), pins_of(scored_sets()), record_property)


LOW = {"small": Pinned({"names": 80.0}, {"ferry": {"names": 2}})}
HIGH = {"small": Pinned({"names": 90.0}, {"ferry": {"names": 1}})}


def test_a_drop_fails_with_what_changed_and_where() -> None:
    table = r"(?s)names +90.0 → 80.0 +DROPPED.*ferry: mistakes in names 1 → 2"
    with pytest.raises(AssertionError, match=table):
        judge(HIGH, LOW, lambda name, words: None)


def test_an_article_that_is_not_pinned_fails() -> None:
    more = {"small": Pinned({"names": 90.0}, {**HIGH["small"].mistakes, "fair": {}})}
    with pytest.raises(AssertionError, match="other articles"):
        judge(HIGH, more, lambda name, words: None)


def test_a_rise_passes_and_says_how_to_keep_it() -> None:
    said: list[tuple[str, object]] = []
    judge(LOW, HIGH, lambda name, words: said.append((name, words)))
    judge(HIGH, HIGH, lambda name, words: said.append((name, words)))
    ((name, words),) = said
    assert name == "say"
    assert "--pin" in str(words)


def test_what_a_test_that_passes_has_to_say_stands_under_the_run() -> None:
    lines: list[str] = []
    report = SimpleNamespace(user_properties=[("seconds", 3), ("say", "better")])
    reporter: Any = SimpleNamespace(
        getreports=lambda outcome: [report] if outcome == "passed" else [], write_line=lines.append
    )
    pytest_terminal_summary(reporter)
    assert lines == ["\nbetter"]
