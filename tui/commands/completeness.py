"""Answers that rest on a part of the files: said on stdout, in JSON and in the exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from tui.commands import json_output
from tui.commands.guard import say
from tui.commands.json_output import JsonObject
from tui.model.coverage import Coverage
from tui.present.coverage_text import told

INCOMPLETE = 3
"""The exit code of an answer that rests on a part of the files, whatever it is."""


def exit_code(coverage: Coverage, *, found: bool) -> int:
    """How a command ends that has found something, or nothing."""
    return (0 if found else 1) if coverage.complete else INCOMPLETE


def tell(coverage: Coverage) -> None:
    """Say on stdout, under an answer, what it does not rest on."""
    if not coverage.complete:
        sys.stdout.write(f"incomplete: {told(coverage)}\n")


def tell_aside(coverage: Coverage) -> None:
    """The same on stderr, where stdout is for a program that knows no such line."""
    if not coverage.complete:
        say(f"incomplete: {told(coverage)}")


def json_lines(forms: Iterable[JsonObject], coverage: Coverage) -> Iterator[str]:
    """An object a line; in an incomplete answer each says so, where there is none one that says only that."""
    if coverage.complete:
        yield from map(json_output.json_line, forms)
        return
    doubt: JsonObject = {"incomplete": True, "unread_files": coverage.unread}
    empty = True
    for form in forms:
        empty = False
        yield json_output.json_line({**form, **doubt})
    if empty:
        yield json_output.json_line(doubt)
