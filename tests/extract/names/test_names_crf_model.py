"""The model: packed weights, and the best path against trying every path."""

from __future__ import annotations

from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.extract.names.crf_features import form_features
from tui.extract.names.crf_model import BITS, LABELS, SIZE, best_path, form_weights, packed, unpacked, weights

ROW = st.lists(st.integers(-400, 400), min_size=SIZE, max_size=SIZE)


def allowed(path: tuple[int, ...]) -> bool:
    """Whether each I follows a B or I of its own kind."""
    pairs = zip((0, *path), path, strict=False)
    return all(not (label and label % 2 == 0) or before in (label - 1, label) for before, label in pairs)


def worth(rows: list[list[int]], path: tuple[int, ...]) -> int:
    moves = weights().moves
    steps = sum(moves[a][b] for a, b in pairwise(path))
    return steps + sum(row[label] for row, label in zip(rows, path, strict=True))


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=4))
def test_the_path_found_is_worth_as_much_as_the_best_of_all_paths(rows: list[list[int]]) -> None:
    every = [path for path in product(range(SIZE), repeat=len(rows)) if allowed(path)]
    found = tuple(best_path(rows))
    assert allowed(found)
    assert worth(rows, found) == max(worth(rows, path) for path in every)


@given(st.lists(st.lists(st.integers(-2000, 2000), min_size=SIZE, max_size=SIZE), max_size=30))
def test_sums_of_packed_weights_unpack_to_the_sums(rows: list[list[int]]) -> None:
    total = sum(weight << (BITS * label) for row in rows for label, weight in enumerate(row))
    assert unpacked(total) == [sum(row[label] for row in rows) for label in range(SIZE)]


def test_kept_weights_are_those_of_the_features() -> None:
    word = ("durham", 0, "Xx", True, 0, False)
    assert form_weights(*word) == packed(form_features(*word))


def test_the_weights_speak_of_every_label() -> None:
    spoken = {label for total in weights().features.values() for label, w in enumerate(unpacked(total)) if w}
    assert spoken == set(range(len(LABELS)))
