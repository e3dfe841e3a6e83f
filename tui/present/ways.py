"""The ways out of a search that finds nothing."""

from __future__ import annotations

from typing import NamedTuple

from tui.model.listing import Hits, Scope
from tui.present.results import Asked


class Way(NamedTuple):
    """A way out when nothing is found: what it says, its key, and the line and mode that it leads to."""

    words: str
    key: str
    line: str
    exact: bool
    scope: Scope = Scope.QUOTATIONS


def ways(asked: Asked, nearest: Hits) -> list[Way]:
    """Best first; `nearest` is what a fuzzy search finds in place of an exact one."""
    line, scope = asked.field.words, asked.scope
    out: list[Way] = []
    if asked.exact and scope is not Scope.TEXT:
        near = nearest.matching
        told = f": {near:,} {'comes' if near == 1 else 'come'} near" if near else ""
        out.append(Way(f"Search fuzzily{told}", "ctrl+t", line, False, scope))
    words = line.split()
    filters = [word for word in words if ":" in word or word.startswith(("@", "-"))]
    for one in filters:
        rest = " ".join(word for word in words if word != one)
        out.append(Way(f"Drop {one}", "", rest, asked.exact, scope))
    if len(words) > 1 and not out:
        out.append(Way(f"Leave out “{words[-1]}”", "", " ".join(words[:-1]), asked.exact, scope))
    if asked.filters and scope is not Scope.TEXT and line:
        out.append(Way("Look in the whole of every article", "ctrl+s", line, asked.exact, Scope.TEXT))
    return [*out, Way("Show everything said", "", "", False)]
