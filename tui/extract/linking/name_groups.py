"""Names gathered into groups: what is certain is joined, what is doubtful is remembered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Name forms (by number) that are one; `alike` are the numbers of the groups that may be the same."""

    members: tuple[int, ...]
    alike: frozenset[int] = frozenset()


def connected(size: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers below `size` in sets that the links hold together, each in order (union-find)."""
    roots = list(range(size))

    def root(number: int) -> int:
        while roots[number] != number:
            roots[number] = roots[roots[number]]
            number = roots[number]
        return number

    for one, other in links:
        roots[root(one)] = root(other)
    sets: dict[int, list[int]] = defaultdict(list)
    for number in range(size):
        sets[root(number)].append(number)
    return list(sets.values())


def symmetric(size: int, doubts: Iterable[tuple[int, int]]) -> list[frozenset[int]]:
    """For each number below `size` the others that it is doubtful with."""
    found: list[set[int]] = [set() for _ in range(size)]
    for one, other in doubts:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return [frozenset(numbers) for numbers in found]
