"""`cuttings quotes`: who said what, in exactly which words."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from tui.commands import json_form
from tui.commands.guard import say
from tui.commands.named import is_called, nearest
from tui.commands.opening import cuttings, opened
from tui.commands.page import Piece, show
from tui.commands.said import block_of, markdown
from tui.commands.sources import STDIN
from tui.library.said import said_in
from tui.model.cutting import Cutting
from tui.model.listing import Said

COLUMNS = ("quotation", "speaker", "role", "kind", "path", "title", "publication", "published")
_FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet takes for the beginning of a formula."""


def run(options: argparse.Namespace) -> int:
    """List the quotations of the library, or those of one speaker."""
    if options.speaker and STDIN not in options.paths:
        known = _known(options)
        if known:
            _write(known, options)
            return 0
    speakers: set[str] = set()
    found = [
        said
        for cutting in cuttings(options.paths, raw=options.raw)
        for said in _wanted(cutting, options.speaker, speakers)
    ]
    if found:
        _write(found, options)
        return 0
    if options.speaker and speakers:
        near = nearest(options.speaker, speakers)
        say(f"nobody called {options.speaker!r} is quoted" + (f"; did you mean {near}?" if near else ""))
    return 1


def _known(options: argparse.Namespace) -> list[Said]:
    """All that the persons and bodies of that name said, whichever of their names each article gives."""
    with opened(options.paths, raw=options.raw) as library:
        names = [known.name for known in library.who(options.speaker) if known.quotations]
        said = [one for name in names for one in library.said_by(name, sys.maxsize)]
    return list({(one.article, one.number): one for one in said}.values())


def _wanted(cutting: Cutting, speaker: str | None, speakers: set[str]) -> list[Said]:
    """The quotations of that speaker; every speaker met is put into `speakers`."""
    all_said = list(said_in(cutting))
    speakers.update(said.quotation.speaker for said in all_said if said.quotation.speaker)
    if speaker is None:
        return all_said
    return [said for said in all_said if is_called(cutting.entity(said.quotation.speaker), speaker)]


def _write(found: Sequence[Said], options: argparse.Namespace) -> None:
    if options.json:
        sys.stdout.writelines(json_form.line(json_form.of_said(said)) for said in found)
    elif options.csv:
        write_csv(found, sys.stdout)
    elif options.markdown:
        sys.stdout.writelines(markdown(said) for said in found)
    else:
        show(block_of(said, [Piece(said.words)]) for said in found)


def write_csv(found: Iterable[Said], file: TextIO) -> None:
    """The table for a spreadsheet; every cell is one line."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for said in found:
        quotation = said.quotation
        cells = (
            said.words,
            quotation.speaker or "",
            said.role,
            quotation.kind,
            said.path,
            said.title,
            said.publication or "",
            said.published.isoformat() if said.published else "",
        )
        writer.writerow([_harmless(" ".join(cell.split())) for cell in cells])


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
