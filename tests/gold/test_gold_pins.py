from __future__ import annotations

from pathlib import Path

from bench.gold.pins import Change, Pinned, as_toml, changes, pinned, read_pins, report, unpinned
from bench.gold.score import Figure, Mistake, Score, Tally

BEFORE = {"small": Pinned({"speakers": 90.0, "names": 80.0}, {"ferry": {"speakers": 1}, "fair": {}})}
WORSE = {"small": Pinned({"speakers": 85.0, "names": 82.5}, {"ferry": {"speakers": 3}, "fair": {"names": 1}})}


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "pins.toml"
    path.write_text(as_toml(WORSE), "utf-8")
    assert read_pins(path) == WORSE


def test_nothing_is_pinned_where_there_is_no_file(tmp_path: Path) -> None:
    assert read_pins(tmp_path / "pins.toml") == {}


def test_equal_scores_have_no_changes() -> None:
    assert changes(BEFORE, BEFORE) == ()
    assert report(BEFORE, BEFORE) == ""


def test_a_drop_is_told_from_a_rise() -> None:
    assert changes(BEFORE, WORSE) == (
        Change("small", "speakers", 90.0, 85.0),
        Change("small", "names", 80.0, 82.5),
    )
    assert [change.dropped for change in changes(BEFORE, WORSE)] == [True, False]


def test_a_figure_that_is_no_longer_counted_has_dropped() -> None:
    gone = {"small": Pinned({"speakers": 90.0}, BEFORE["small"].mistakes)}
    assert [change.dropped for change in changes(BEFORE, gone)] == [True]


def test_a_figure_that_is_new_has_not_dropped() -> None:
    more = {"small": Pinned({**BEFORE["small"].figures, "terms": 10.0}, BEFORE["small"].mistakes)}
    assert [str(change).split()[-1] for change in changes(BEFORE, more)] == ["new"]


def test_the_report_names_the_articles_that_lost() -> None:
    assert report(BEFORE, WORSE).splitlines() == [
        "small     speakers             90.0 → 85.0   DROPPED",
        "small     names                80.0 → 82.5   better",
        "    fair: mistakes in names 0 → 1",
        "    ferry: mistakes in speakers 1 → 3",
    ]


def test_an_article_that_came_or_went_is_named() -> None:
    other = {"small": Pinned({}, {"ferry": {}, "circus": {}})}
    assert unpinned(BEFORE, other) == ("circus", "fair")
    assert unpinned(BEFORE, WORSE) == ()


def test_mistakes_are_counted_by_article_and_sort() -> None:
    mistakes = (
        Mistake("ferry", 3, Figure.NAMES, "“Ely”", "is missed"),
        Mistake("ferry", 1, Figure.FOUND, "“no”", "is missed"),
        Mistake("ferry", 4, Figure.NAMES, "“Wells”", "is missed"),
    )
    tallies = {Figure.FOUND: Tally(1, 2, 2), Figure.TERMS: Tally()}
    assert pinned(Score(tallies, mistakes, {}), ("fair", "ferry")) == Pinned(
        {"found": 50.0}, {"fair": {}, "ferry": {"found": 1, "names": 2}}
    )
