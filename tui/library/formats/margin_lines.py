"""The paragraphs of a text whose lines may have been broken at a margin: what a person would see as one.

Blank lines and indents part paragraphs, and so does a line clearly shorter than its neighbours that ends a
sentence; the end of a line alone does not, where lines are filled. How far is seen from those lines
that run on: they end no sentence, and the one below begins with a small letter. Had the first word below had
room above, it would stand there. Tables, verse and lists stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.library.formats.article_builder import TextLine, lines_of
from tui.model.printed_words import as_read
from tui.model.span import Span

NARROWEST = 30
"""Columns of the narrowest column of print that is taken for one."""
WIDEST = 130
"""A longer line is a paragraph by itself."""
FULL = 0.6
"""A line that runs on fills so much of the measure."""
FEWEST_RUN_ON = 0.25
"""So many of the full lines of a filled text run on; the others end a sentence, or a name stands below."""
FEWEST_OF_VERSE = 3
FILLED = 0.7
"""So many of the lines that run on had no room for the next word, or nobody filled them."""
ODD = 0.05
"""So many of the lines that run on may have been broken early, before an address or in a list."""
SET_BY_HAND = 0.5
"""Where so many lines of a block are broken in mid-sentence with room left, it is verse, or a list."""
CLEARLY_SHORTER = 0.85
"""Where blanks or indents part paragraphs, a line that ends one by itself fills less than that."""
INDENT = 2

_ENDS_SENTENCE = re.compile(r"[.!?…][”’\"'»)\]]*$")
_OPENS_SPEECH = re.compile(r"[“‘\"'«]")
_PARTED = re.compile(r"\w[-\u2010\u00ad]$")
_BULLET = re.compile(r"[•●▪◦■*+]\s*\S")
_NUMBERED = re.compile(r"(?:[-–—]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S")
_BEFORE_ITEMS = re.compile(r"[.!?…:;][”’\"'»)\]]*$")
_CELLS = re.compile(r"\t|\S {3,}\S|\|.*\||[-=_*~#+]{5}")


class Row(NamedTuple):
    """A line: the columns before its words, and those up to its end."""

    line: TextLine
    indent: int

    @property
    def words(self) -> str:
        """The line without its outer blanks."""
        return self.line.words

    @property
    def width(self) -> int:
        """The columns that the line fills."""
        return self.indent + len(self.line.words)


class Measure(NamedTuple):
    """How wide the lines of a text were filled: a line and the first word below it take at least `reach`.

    `parted`: blank lines part its paragraphs, so that a full line goes on whatever it ends with.
    """

    width: int
    reach: int
    parted: bool = False


def paragraphs_of(text: str) -> tuple[TextLine, ...]:
    """The paragraphs of a text in order, each with its words as they read."""
    blocks = list(_blocks(text))
    filled = [block for block in blocks if not _is_verse(block)]
    measure = _measure(filled)
    if measure is None:
        return tuple(_paragraph(text, (row,)) for block in blocks for row in block)
    return tuple(_paragraph(text, rows) for block in blocks for rows in _parted(block, measure))


def _is_verse(block: Sequence[Row]) -> bool:
    """Whether most lines that run on had room for the next word, by the block’s own measure."""
    margin = min(row.indent for row in block)
    even = (pair for pair in pairwise(block) if pair[0].indent < margin + INDENT)
    running = [pair for pair in even if _may_go_on(*pair) and _runs_on(*pair) and not _is_parted(*pair)]
    if len(running) < FEWEST_OF_VERSE:
        return False
    widths = sorted(above.width for above, _ in running)
    width = widths[len(widths) * 4 // 5]
    return sum(_reach(*pair) > width for pair in running) < FILLED * len(running)


def flowed_paragraphs(text: str) -> tuple[TextLine, ...]:
    """The paragraphs of a mail in format=flowed (RFC 3676): a line that ends in a blank goes on below.

    One without such lines says so and is not: it is read like any other text.
    """
    found: list[list[Row]] = []
    soft = any_soft = False
    for row in (row for block in _blocks(text) for row in block):
        if soft and not _is_apart(row):
            found[-1].append(row)
        else:
            found.append([row])
        soft = text[row.line.span.end : row.line.span.end + 1] == " " and row.words not in ("--", "- --")
        soft = soft and not row.line.gap and not _is_apart(row)
        any_soft = any_soft or soft
    return tuple(_paragraph(text, rows) for rows in found) if any_soft else paragraphs_of(text)


def _paragraph(text: str, rows: Sequence[Row]) -> TextLine:
    span = Span(rows[0].line.span.start, rows[-1].line.span.end)
    return TextLine(span, as_read(span.of(text)), rows[-1].line.gap)


def _blocks(text: str) -> Iterator[list[Row]]:
    """The lines between blank lines."""
    block: list[Row] = []
    for line in lines_of(text):
        begin = text.rfind("\n", 0, line.span.start) + 1
        block.append(Row(line, len(text[begin : line.span.start].expandtabs())))
        if line.gap:
            yield block
            block = []
    if block:
        yield block


def _measure(blocks: Sequence[Sequence[Row]]) -> Measure | None:
    """The measure of a text whose lines were broken at a margin; None for any other."""
    pairs = [pair for block in blocks for pair in pairwise(block) if _may_go_on(*pair)]
    running = [pair for pair in pairs if _runs_on(*pair)]
    if not running:
        return None
    width = sorted(above.width for above, _ in running)[-1 - int(ODD * len(running))]
    full = [(above, below) for above, below in pairs if above.width >= FULL * width]
    reaches = sorted(_reach(*pair) for pair in full if _runs_on(*pair))
    if not NARROWEST <= width <= WIDEST or len(reaches) < FEWEST_RUN_ON * len(full):
        return None
    measure = Measure(width, min(reaches[int(ODD * len(reaches))], width + 1))
    ended = sum(_is_ended(*pair, measure) for pair in pairs if not _is_indented(*pair))
    shown = sum(len(block) > 1 for block in blocks) + sum(_is_indented(*pair) for pair in pairs)
    return measure._replace(parted=shown > 1 and ended * 3 < shown)


def _may_go_on(above: Row, below: Row) -> bool:
    """Whether the two may be lines of one paragraph of prose."""
    return (
        max(above.width, below.width) <= WIDEST
        and not _is_apart(above)
        and not _is_apart(below)
        and not _begins_item(above, below)
    )


def _begins_item(above: Row, below: Row) -> bool:
    """Whether an item of a list begins below: a number or a dash may also stand in mid-sentence."""
    if _NUMBERED.match(below.words):
        return bool(_BEFORE_ITEMS.search(above.words) or _NUMBERED.match(above.words))
    return _BULLET.match(below.words) is not None


def _is_apart(row: Row) -> bool:
    """Whether it is a row of a table, a rule, or a line that another mail is quoted with."""
    return _CELLS.search(row.words) is not None or row.words.startswith(">")


def _runs_on(above: Row, below: Row) -> bool:
    """Whether the sentence above plainly goes on below."""
    return below.words[0].islower() and not _ENDS_SENTENCE.search(above.words)


def _is_parted(above: Row, below: Row) -> bool:
    """Whether a word goes on below."""
    return below.words[0].islower() and _PARTED.search(above.words) is not None


def _reach(above: Row, below: Row) -> int:
    """The columns that the line would have taken with the first word below."""
    return above.width + 1 + len(below.words.split(None, 1)[0])


def _is_ended(above: Row, below: Row, measure: Measure) -> bool:
    """Whether a line that ends a sentence ended before its margin, though two blanks follow a full stop."""
    ends = _ENDS_SENTENCE.search(above.words) is not None
    return ends and not below.words[0].islower() and _reach(above, below) + 1 < measure.reach


def _is_indented(above: Row, below: Row) -> bool:
    """Whether a sentence ends above a line that is set in."""
    return below.indent >= above.indent + INDENT and _ENDS_SENTENCE.search(above.words) is not None


def _parted(block: Sequence[Row], measure: Measure) -> Iterator[Sequence[Row]]:
    """The paragraphs of a block."""
    if _is_verse(block) or _is_set_by_hand(block, measure):
        yield from ((row,) for row in block)
        return
    margin = min(row.indent for row in block[1:] or block)
    first = 0
    speech = _marks_left_open(block[0].words, 0)
    for at, (above, below) in enumerate(pairwise(block), 1):
        indented = below.indent >= margin + INDENT
        if not _goes_on(above, below, measure, indented=indented, speech=speech > 0):
            yield block[first:at]
            first = at
            speech = 0
        speech = _marks_left_open(below.words, speech)
    yield block[first:]


def _marks_left_open(words: str, before: int) -> int:
    """1 while a quotation is open after the words, else 0; straight marks open and close in turn."""
    last = max(words.rfind("“"), words.rfind("”"))
    if last >= 0:
        before = int(words[last] == "“")
    return (before + words.count('"', last + 1)) % 2


def _is_set_by_hand(block: Sequence[Row], measure: Measure) -> bool:
    """Whether most of its lines are broken in mid-sentence with room left: verse, an address, a list."""
    pairs = [pair for pair in pairwise(block) if _may_go_on(*pair)]
    early = sum(
        _reach(above, below) < measure.reach
        and not _ENDS_SENTENCE.search(above.words)
        and not _is_parted(above, below)
        for above, below in pairs
    )
    return len(pairs) > 1 and early > SET_BY_HAND * len(pairs)


def _goes_on(above: Row, below: Row, measure: Measure, *, indented: bool, speech: bool) -> bool:
    """Whether the paragraph of one line goes on in the next."""
    if _is_parted(above, below):
        return True
    if not _may_go_on(above, below) or max(above.width, below.width) > measure.width * 1.25:
        return False
    ends = _ENDS_SENTENCE.search(above.words) is not None
    small = below.words[0].islower()
    if indented and (ends or not small):
        return False
    if small and not ends:
        return above.width >= FULL * measure.width
    if not ends:
        return _reach(above, below) >= measure.reach
    if measure.parted or small:
        return _reach(above, below) >= CLEARLY_SHORTER * measure.reach
    return speech and not _OPENS_SPEECH.match(below.words)
