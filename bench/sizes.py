"""Files, classes and functions that are long: `make sizes`. A hint where to look, not a bar."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
FOLDERS = ("tui", "tests", "bench")
FILE, CLASS, FUNCTION = 300, 200, 40
"""Lines that one has without being told."""


class Long(NamedTuple):
    """Something that has more lines than most."""

    lines: int
    what: str
    where: str


def longest(source: str, where: str) -> Iterator[Long]:
    """What is long in the source of one file."""
    lines = source.count("\n")
    if lines > FILE:
        yield Long(lines, "file", where)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            what, most = ("class", CLASS) if isinstance(node, ast.ClassDef) else ("function", FUNCTION)
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > most:
                yield Long(length, what, f"{where}:{node.lineno} {node.name}")


def main() -> None:
    """Print them, the longest of each kind first."""
    paths = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    found = [
        one
        for path in paths
        for one in longest(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())
    ]
    for one in sorted(found, key=lambda each: (each.what, -each.lines)):
        print(f"{one.lines:>6}  {one.what:<9} {one.where}")
    print(f"{len(found)} longer than {FILE} lines a file, {CLASS} a class, {FUNCTION} a function")


if __name__ == "__main__":
    main()
