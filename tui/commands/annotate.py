"""`cuttings annotate`: what is in an article, straight from the file."""

from __future__ import annotations

import argparse
import sys
from itertools import chain

from tui.commands import json_output
from tui.commands.article_source import source_cuttings
from tui.commands.json_map_option import use_map
from tui.commands.quotation_blocks import NOBODY
from tui.commands.terminal_output import ASIDE, NAME, Block, OutputLine, TextPiece, print_blocks
from tui.model.annotation import Entity, Quotation
from tui.model.cutting import Cutting
from tui.present.guess_marks import shown_title


def run(options: argparse.Namespace) -> int:
    """One object an article, in path order."""
    use_map(options.map)
    found = source_cuttings(options.paths, raw=options.raw)
    first = next(found, None)
    if first is None:
        return 1
    cuttings = chain([first], found)
    if options.json:
        sys.stdout.writelines(json_output.json_line(json_output.of_cutting(cutting)) for cutting in cuttings)
    else:
        print_blocks(map(_block, cuttings))
    return 0


def _block(cutting: Cutting) -> Block:
    article = cutting.article
    return [
        OutputLine([TextPiece(shown_title(article), NAME)]),
        OutputLine([TextPiece(article.path, ASIDE)], indent=2),
        *(_quotation_line(quotation, article.text) for quotation in cutting.spoken),
        *(_entity_line(entity) for entity in cutting.entities),
    ]


def _quotation_line(quotation: Quotation, text: str) -> OutputLine:
    return OutputLine(
        [TextPiece(quotation.speaker or NOBODY, NAME), TextPiece(f": “{quotation.words(text)}”")], indent=2
    )


def _entity_line(entity: Entity) -> OutputLine:
    roles = "".join(f"; {role.words}" for role in entity.roles)
    return OutputLine([TextPiece(f"{entity.name}, {entity.kind}"), TextPiece(roles, ASIDE)], indent=2)
