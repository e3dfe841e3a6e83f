"""`cuttings doctor`: what this terminal can do, and whether everything that is needed is in its place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from os import environ

from tui.commands import json_output
from tui.commands.diagnosis import Symptom, Verdict
from tui.commands.terminal_output import show_table


def run(options: argparse.Namespace) -> int:
    """Look at everything; 1 if something is amiss."""
    found = list(_examined(environ))
    if options.json:
        sys.stdout.writelines(json_output.line(finding._asdict()) for finding in found)
    else:
        show_table(("what", "found", "verdict"), [(one.what, one.found, one.told) for one in found])
    return 1 if any(one.verdict is Verdict.AMISS for one in found) else 0


def _examined(variables: Mapping[str, str]) -> Iterator[Symptom]:
    from tui.commands import installation_checks, terminal_checks

    yield from terminal_checks.symptoms(variables)
    yield from installation_checks.symptoms()
