"""`cuttings index`: bring the index of a library up to date, and tell every problem."""

from __future__ import annotations

import argparse
import sys

from tui.commands.opening import opened
from tui.commands.page import counted
from tui.model.listing import Counts


def run(options: argparse.Namespace) -> int:
    """Index the articles of the paths; 1 when there is none."""
    with opened(options.paths, afresh=options.rebuild, briefly=False) as library:
        counts = library.counts()
    sys.stdout.write(f"{summary(counts)}, {counted(counts.people, 'person', 'people')}\n")
    return 0 if counts.articles else 1


def summary(counts: Counts) -> str:
    """How much a library holds."""
    return f"{counted(counts.articles, 'article')}, {counted(counts.quotations, 'quotation')}"
