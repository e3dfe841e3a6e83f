"""`cuttings verify`: is a quotation in the library, in exactly these words, and by whom?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.commands import json_output
from tui.commands.article_source import annotated
from tui.commands.guard import UsageError
from tui.commands.library_session import opened
from tui.commands.quotation_blocks import block_of, where
from tui.commands.source_paths import STDIN
from tui.commands.terminal_output import ASIDE, FOUND, NAME, Block, Line, Piece, lit, show
from tui.library.ports.search import Verifier
from tui.model.listing import Said
from tui.model.verdict import Comparison, Grade, Standing, Verdict
from tui.present.verdict_text import explanation, headline

PLACES = 5
"""Places that a person is shown; `--json` has them all."""
WIDE = 96
"""Columns in which a collation is set."""


class Asked(NamedTuple):
    """A quotation to be verified and who is supposed to have said it."""

    words: str
    speaker: str | None


def run(options: argparse.Namespace) -> int:
    """Judge each quotation; 0 if all of them may be printed as they are."""
    asked = list(_asked(options))
    if not asked:
        raise UsageError("there is no quotation to verify")
    with opened(options.paths, raw=options.raw) as library:
        verdicts = _verdicts(library, asked)
        honest = list(_json(verdicts) if options.json else _told(verdicts, several=len(asked) > 1))
    return 0 if all(honest) else 1


def _asked(options: argparse.Namespace) -> Iterator[Asked]:
    if options.draft:
        for cutting in annotated([options.words], raw=options.raw):
            for quotation in cutting.spoken:
                words = quotation.words(cutting.article.text)
                yield Asked(words, options.speaker or quotation.speaker)
    elif options.words == STDIN:
        yield from (Asked(line.strip(), options.speaker) for line in sys.stdin if line.strip())
    elif options.words.strip():
        yield Asked(options.words, options.speaker)


def _verdicts(verifier: Verifier, asked: Iterable[Asked]) -> Iterator[Verdict]:
    return (verifier.verify(one.words, one.speaker) for one in asked)


def _json(verdicts: Iterable[Verdict]) -> Iterator[bool]:
    for verdict in verdicts:
        sys.stdout.write(json_output.line(json_output.of_verdict(verdict)))
        yield verdict.honest


def _told(verdicts: Iterable[Verdict], *, several: bool) -> Iterator[bool]:
    for number, verdict in enumerate(verdicts):
        if number:
            sys.stdout.write("\n")
        show([[*_grade(verdict, several=several)], *map(_place, verdict.standings[:PLACES])])
        if len(verdict.standings) > PLACES:
            show([[], [Line([Piece(f"and {len(verdict.standings) - PLACES} more places", ASIDE)], indent=2)]])
        yield verdict.honest


def _grade(verdict: Verdict, *, several: bool) -> Block:
    """What was asked, if that was much; the grade and what it means; how the words differ."""
    asked = [Line([Piece(f"“{verdict.words}”")])] if several else []
    grade = Line([Piece(f"{headline(verdict)}.", NAME), Piece(" " + explanation(verdict))])
    best = verdict.standings[0].comparison if verdict.standings else None
    differs = best and (best.grade is Grade.ALTERED or not best.honest or len(best.differences) > 1)
    return [*asked, grade, *(_collated(best) if best and differs else ())]


def _collated(found: Comparison) -> Iterator[Line]:
    """What was given over what is printed."""
    from tui.present.text_width import columns
    from tui.present.verdict_diff import collation

    for row in collation(found, WIDE):
        for label, asked in (("given", True), ("printed", False)):
            pieces = [Piece(label.ljust(9), ASIDE)]
            for column in row:
                words = column.asked if asked else column.printed
                gap = " " * (column.wide - columns(words) + 1)
                pieces += [Piece(words, FOUND if column.lit and words else ""), Piece(gap)]
            yield Line(_trimmed(pieces), indent=2)


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    while pieces and not pieces[-1].words.strip():
        pieces.pop()
    return pieces


def _place(standing: Standing) -> Block:
    """The quotation with the words lit, who says it and where; or the stretch of text."""
    found, at = standing.comparison, standing.where
    if isinstance(at, Said):
        return block_of(at, lit(at.words, [found.span]))
    return [
        Line([Piece("in the text, not as a quotation", NAME)]),
        Line(lit(at.words, at.lit), indent=2),
        Line([Piece(" · ".join(where(at)), ASIDE)], indent=2),
    ]
