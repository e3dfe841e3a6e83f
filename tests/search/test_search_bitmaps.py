"""Sets of rows as numbers, sums over all rows at once, and bitmaps kept on a cache."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.search import parameters
from tui.search.bitmaps import BitmapCache, bitmap, dense_bitmap, everything, first_members, members
from tui.search.weighted_counts import WeightedCounts

SIZE = 300
SETS = st.sets(st.integers(0, SIZE - 1), max_size=40)
ADDED = st.lists(st.tuples(SETS, st.integers(1, 40)), max_size=6)


@settings(deadline=None)
@given(SETS)
def test_a_bitmap_has_its_members_in_order(rows: set[int]) -> None:
    assert members(bitmap(rows, SIZE)) == sorted(rows)
    assert dense_bitmap(rows, SIZE) == bitmap(rows, SIZE)


@settings(deadline=None)
@given(st.sets(st.integers(0, 20_000), max_size=40), st.integers(0, 50))
def test_the_first_members_are_the_lowest(rows: set[int], count: int) -> None:
    assert first_members(bitmap(rows, 20_001), count) == sorted(rows)[:count]


def test_an_empty_set_of_no_rows_is_nothing() -> None:
    assert members(bitmap([], 0)) == [] == first_members(0, 5)
    assert dense_bitmap([], 0) == everything(0) == 0


def added(some: list[tuple[set[int], int]]) -> tuple[WeightedCounts, list[int]]:
    """A counts, and the same sums one by one."""
    counts = WeightedCounts(SIZE)
    for rows, weight in some:
        counts.add(bitmap(rows, SIZE), weight)
    return counts, [sum(weight for rows, weight in some if row in rows) for row in range(SIZE)]


@settings(deadline=None)
@given(ADDED, st.integers(0, 250))
def test_a_tally_adds_as_one_would_by_hand(some: list[tuple[set[int], int]], bound: int) -> None:
    counts, sums = added(some)
    assert [counts.sum(row) for row in range(SIZE)] == sums
    assert members(counts.at_least(bound)) == [row for row in range(SIZE) if sums[row] >= bound]


@settings(deadline=None)
@given(ADDED, st.integers(1, 60), SETS)
def test_the_best_rows_have_the_highest_sums_and_of_equal_ones_the_lowest_numbers(
    some: list[tuple[set[int], int]], count: int, barred: set[int]
) -> None:
    counts, sums = added(some)
    among = [row for row in range(SIZE) if row not in barred and sums[row]]
    best = sorted(among, key=lambda row: (-sums[row], row))[:count]
    assert sorted(counts.best(count, everything(SIZE) & ~bitmap(barred, SIZE))) == sorted(best)


@settings(deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)), SETS))
def test_a_shelf_gives_back_what_was_put_on_it(kept: dict[tuple[int, int], set[int]]) -> None:
    cache = BitmapCache.of({key: bitmap(rows, SIZE) for key, rows in kept.items()}, SIZE)
    for key in [*kept, (10, 10)]:
        assert cache.get(key) == (bitmap(kept[key], SIZE) if key in kept else None)


def test_a_shelf_keeps_few_bitmaps_unpacked() -> None:
    cache = BitmapCache.of(
        {(0, place): 1 << place for place in range(100)}, width=8 * parameters.CACHED_BYTES
    )
    assert [cache.get((0, place)) for place in range(100)] == [1 << place for place in range(100)]
    assert len(cache._unpacked) <= 16
