"""`cuttings who`: the people and bodies of a library, and how often each is quoted."""

from __future__ import annotations

import argparse
import sys

from tui.commands import json_form
from tui.commands.named import Entry, entries
from tui.commands.opening import cuttings
from tui.commands.page import show_table

HEAD = ("name", "quotations", "articles", "kind", "role")


def run(options: argparse.Namespace) -> int:
    """List everybody who is named, the most quoted first."""
    found = entries(cuttings(options.paths, raw=options.raw))
    if options.json:
        sys.stdout.writelines(json_form.line(json_form.of_entry(entry)) for entry in found)
    elif found:
        show_table(HEAD, [_row(entry) for entry in found])
    return 0 if found else 1


def _row(entry: Entry) -> tuple[str, ...]:
    role = next(iter(entry.roles), "")
    return entry.name, str(entry.quotations), str(entry.articles), entry.kind, role
