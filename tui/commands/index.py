"""`cuttings index`: bring the index of a library up to date, and tell every problem."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from tui.commands.opening import opened
from tui.commands.page import counted
from tui.model.listing import Counts
from tui.model.problem import Problem


def run(options: argparse.Namespace) -> int:
    """Index the articles of the paths; 1 when there is none."""
    with opened(options.paths, afresh=options.rebuild, briefly=False) as library:
        counts, others = library.counts(), aside(library.problems())
    people = counted(counts.people, "person", "people")
    sys.stdout.write(f"{summary(counts)}, {people}{f', {others}' * bool(others)}\n")
    return 0 if counts.articles else 1


def summary(counts: Counts) -> str:
    """How much a library holds."""
    return f"{counted(counts.articles, 'article')}, {counted(counts.quotations, 'quotation')}"


def aside(problems: Iterable[Problem]) -> str:
    """How many files are no articles, such as pictures; "" where there are none."""
    others = sum(problem.aside for problem in problems)
    return (
        counted(others, "other file that is no article", "other files that are no articles") if others else ""
    )
