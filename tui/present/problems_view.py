"""The page of problems: what could not be read and what was read with a doubt, each with its reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from tui.model.problem import Problem
from tui.present.glyphs import Glyphs
from tui.present.grid import NARROW
from tui.present.styles import (
    ERROR,
    HEADLINE,
    META,
    MUTED,
    SECTION,
    TEXT,
    WARNING,
    StyledLine,
    StyledRun,
    TextStyle,
    ThemeRole,
    fit_line,
    justify,
)
from tui.present.text_width import display_width, printable, wrap

COMFORT = "Nothing here stops you reading. Files are never changed: mend them yourself, then R."
ALL_WELL = "Every file was read, and nothing about any of them is in doubt."
LEFT = 4
"""Column of the names; bar and sign stand left of it."""
NAME = 32
"""Columns of the names with the gap after them, where name and reason stand side by side."""
RIGHT = 4
"""Columns of air at the right."""


class ProblemGroup(NamedTuple):
    """Problems under one head."""

    head: str
    problems: tuple[Problem, ...]
    failed: bool = False
    amiss: bool = True
    """Whether anything is wrong with them; nothing is with a picture, or a second copy."""


class ProblemsLayout(NamedTuple):
    """The whole page for a width: its groups, and where the rows of each part start.

    `parts` are pairs (group, problem): the number of the group, and that of the problem in the flat
    order of all, or -1 for what stands over a group (and, before all, over the page).
    """

    groups: tuple[ProblemGroup, ...]
    problems: tuple[Problem, ...]
    names: tuple[str, ...]
    room: int
    parts: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.starts[-1]

    def part_at(self, row: int) -> tuple[int, int, int]:
        """Group, problem, and which row of that part stands there."""
        number = bisect_right(self.starts, row) - 1
        return (*self.parts[number], row - self.starts[number])

    def rows_of(self, problem: int) -> tuple[int, int]:
        """First row of that problem, and the row after its last."""
        number = self.parts.index((self._group_of(problem), problem))
        return self.starts[number], self.starts[number + 1] - 1

    def _group_of(self, problem: int) -> int:
        sizes = list(accumulate(len(group.problems) for group in self.groups))
        return bisect_right(sizes, problem)


def group_problems(troubles: Sequence[Problem], problems: Sequence[Problem]) -> tuple[ProblemGroup, ...]:
    """The problems under their heads, those of the library itself first; heads without any left out."""
    own = set(troubles)
    others = [problem for problem in problems if problem not in own]
    groups = (
        ProblemGroup("THE LIBRARY ITSELF", tuple(troubles)),
        ProblemGroup("NOT READ", tuple(one for one in others if not (one.read or one.aside)), failed=True),
        ProblemGroup("READ, WITH A DOUBT", tuple(one for one in others if one.read and not one.aside)),
        ProblemGroup("THE SAME AGAIN", tuple(one for one in others if one.aside and one.read), amiss=False),
        ProblemGroup(
            "OTHER FILES, LEFT ALONE", tuple(one for one in others if one.aside and not one.read), amiss=False
        ),
    )
    return tuple(group for group in groups if group.problems)


def lay_out_problems(groups: tuple[ProblemGroup, ...], names: Sequence[str], room: int) -> ProblemsLayout:
    """The page for so many columns. `names` are the paths as the reader knows them, in the flat order."""
    problems = tuple(problem for group in groups for problem in group.problems)
    parts: list[tuple[int, int]] = [(-1, -1)]
    heights = [len(_lead(groups, room)) + 1]
    number = 0
    for at, group in enumerate(groups):
        parts.append((at, -1))
        heights.append(1 if at == 0 else 2)
        for problem in group.problems:
            parts.append((at, number))
            heights.append(len(_body(names[number], problem, room)) + 1)
            number += 1
    starts = tuple(accumulate(heights, initial=0))
    return ProblemsLayout(groups, problems, tuple(names), room, tuple(parts), starts)


def problem_line(page: ProblemsLayout, row: int, chosen: int, glyphs: Glyphs) -> StyledLine:
    """Row `row` of the page, with that problem chosen."""
    at, number, part = page.part_at(row)
    if number < 0:
        return _over(page, at, part)
    group, problem = page.groups[at], page.problems[number]
    body = _body(page.names[number], problem, page.room)
    if part >= len(body):
        return ()
    lit = number == chosen
    name, reason, remedy = body[part]
    sign = _sign(group, glyphs)
    bar = (glyphs.chosen, TextStyle(ThemeRole.ACCENT)) if lit else (" ", TEXT)
    left: StyledLine = (bar, (" ", TEXT), sign if part == 0 else (" ", TEXT), (" ", TEXT))
    ink = HEADLINE if lit else TextStyle(ThemeRole.HEADLINE)
    side = page.room >= NARROW
    runs: StyledLine = (*left, *fit_line(((name, ink),), NAME)) if side else (*left, (name, ink))
    line = (*runs, (reason, TEXT), (remedy, MUTED))
    return fit_line(line, page.room, ThemeRole.SELECTION if lit else None)


def _sign(group: ProblemGroup, glyphs: Glyphs) -> StyledRun:
    if not group.amiss:
        return (glyphs.dot, MUTED)
    return (glyphs.failed, ERROR) if group.failed else (glyphs.doubt, WARNING)


def problem_counts(groups: Sequence[ProblemGroup], dot: str) -> str:
    """How many files were not read, how many doubts there are: "2 errors · 3 warnings"."""
    failed = sum(len(group.problems) for group in groups if group.failed)
    doubts = sum(len(group.problems) for group in groups if group.amiss and not group.failed)
    parts = (_number(failed, "error"), _number(doubts, "warning"))
    return f" {dot} ".join(part for part in parts if part) or "no problems"


def _number(many: int, what: str) -> str:
    return f"{many:,} {what}{'' if many == 1 else 's'}" if many else ""


def _over(page: ProblemsLayout, at: int, part: int) -> StyledLine:
    """A row of what stands over the page, or over a group."""
    blank = (" " * LEFT, TEXT)
    if at < 0:
        lead = _lead(page.groups, page.room)
        return (blank, (lead[part], TEXT)) if part < len(lead) else ()
    if at and part == 0:
        return ()
    group = page.groups[at]
    right: StyledLine = ((f"{len(group.problems):,}", META), (" " * RIGHT, TEXT))
    return justify((blank, (group.head, SECTION)), right, page.room)


def _lead(groups: Sequence[ProblemGroup], room: int) -> list[str]:
    return _wrapped(COMFORT if groups else ALL_WELL, room - LEFT - RIGHT)


def _body(name: str, problem: Problem, room: int) -> list[tuple[str, str, str]]:
    """Each row of a problem: name, what is wrong, what was or can be done; side by side if there is room."""
    side = room >= NARROW
    wide = room - LEFT - RIGHT - (NAME if side else 0)
    names = _wrapped(name, NAME - 1 if side else room - LEFT - 1)
    right = [(words, "") for words in _wrapped(problem.words, wide)]
    right += [("", words) for words in _wrapped(problem.remedy, wide)]
    if not side:
        return [(words, "", "") for words in names] + [("", *pair) for pair in right]
    rows = max(len(names), len(right))
    names += [""] * (rows - len(names))
    right += [("", "")] * (rows - len(right))
    return [(words, *pair) for words, pair in zip(names, right, strict=True)]


def _wrapped(words: str, room: int) -> list[str]:
    """The words as they are drawn, in rows of at most `room` columns."""
    words = printable(words)
    if display_width(words) <= room:
        return [words] if words else []
    room = max(1, room)
    return [words[start:end] for start, end in wrap(words, 0, len(words), room, room)]
