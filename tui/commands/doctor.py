"""`cuttings doctor`: what this terminal can do, and whether everything that is needed is in its place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from os import environ

from tui.commands import json_output
from tui.commands.diagnosis import CheckOutcome, CheckResult
from tui.commands.terminal_output import print_table


def run(options: argparse.Namespace) -> int:
    """Look at everything; 1 if something is amiss."""
    found = list(_examined(environ))
    if options.json:
        sys.stdout.writelines(json_output.json_line(finding._asdict()) for finding in found)
    else:
        print_table(("what", "found", "verdict"), [(one.what, one.found, one.told) for one in found])
    return 1 if any(one.verdict is CheckOutcome.AMISS for one in found) else 0


def _examined(variables: Mapping[str, str]) -> Iterator[CheckResult]:
    from tui.commands import installation_checks, terminal_checks

    yield from terminal_checks.check_terminal(variables)
    yield from installation_checks.check_installation()
