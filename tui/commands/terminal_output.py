"""What a command shows to a person: lines of plain text, with colour and a measure on a terminal only.

Words from outside are always plain pieces of a line and never markup.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.library.core.text_cleaning import clean, clean_line
from tui.model.span import Span

if TYPE_CHECKING:
    from rich.console import Console

NAME = "bold"
FOUND = "bold reverse"
ASIDE = "dim"
"""Styles for names, for the words that a search found, and for facts about an article."""


class TextPiece(NamedTuple):
    """Some words and the rich style that they have on a terminal."""

    words: str
    style: str = ""


class OutputLine(NamedTuple):
    """One line (it may wrap on a terminal) and how many columns it is set in."""

    pieces: Sequence[TextPiece]
    indent: int = 0


Block = Sequence[OutputLine]
"""Lines that belong together."""


def print_blocks(blocks: Iterable[Block]) -> None:
    """Write the blocks to stdout, a blank line between them."""
    write = partial(_set_line, _console()) if sys.stdout.isatty() else _write_line
    for number, block in enumerate(blocks):
        for line in [OutputLine([])] * bool(number) + [*block]:
            write(line)


def _write_line(line: OutputLine) -> None:
    sys.stdout.write(" " * line.indent + clean("".join(piece.words for piece in line.pieces)) + "\n")


def _set_line(console: Console, line: OutputLine) -> None:
    from rich.padding import Padding
    from rich.text import Text

    words = Text.assemble(*((clean(piece.words), piece.style) for piece in line.pieces))
    console.print(Padding(words, (0, 0, 0, line.indent)))


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table: set in columns under its head on a terminal, else one line a row, split by tabs."""
    if not sys.stdout.isatty():
        for row in rows:
            sys.stdout.write("\t".join(map(clean_line, row)) + "\n")
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(*head, box=None, pad_edge=False, header_style=ASIDE)
    for row in rows:
        table.add_row(*(Text(clean_line(cell), style=NAME if at == 0 else "") for at, cell in enumerate(row)))
    _console().print(table)


def lit_pieces(words: str, found: Iterable[Span]) -> list[TextPiece]:
    """The words with the found stretches (ordered, apart) standing out."""
    pieces: list[TextPiece] = []
    at = 0
    for span in found:
        pieces += [TextPiece(words[at : span.start]), TextPiece(span.of(words), FOUND)]
        at = span.end
    return [piece for piece in (*pieces, TextPiece(words[at:])) if piece.words]


def _console() -> Console:
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
