"""`cuttings verify`: is a quotation in the library, in exactly these words, and by whom?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.commands import completeness, json_output
from tui.commands.article_source import source_cuttings
from tui.commands.guard import UsageError
from tui.commands.library_session import opened_library
from tui.commands.quotation_blocks import citation_facts, quotation_block
from tui.commands.source_paths import STDIN
from tui.commands.terminal_output import (
    ASIDE,
    FOUND,
    NAME,
    Block,
    OutputLine,
    TextPiece,
    lit_pieces,
    print_blocks,
)
from tui.library.ports.search import Verifier
from tui.model.listing import QuotationRow
from tui.model.verdict import Comparison, Grade, Occurrence, Verdict
from tui.present.verdict_text import grade_words, verdict_explanation

PLACES = 5
"""Places that a person is shown; `--json` has them all."""
WIDE = 96
"""Columns in which a collation is set."""


class VerifyRequest(NamedTuple):
    """A quotation to be verified and who is supposed to have said it."""

    words: str
    speaker: str | None


def run(options: argparse.Namespace) -> int:
    """Judge each quotation; 0 if all of them may be printed as they are, 3 if not all files are read."""
    asked = list(_asked(options))
    if not asked:
        raise UsageError("there is no quotation to verify")
    with opened_library(options.paths, raw=options.raw) as library:
        verdicts = _verdicts(library, asked)
        honest = list(_json(verdicts) if options.json else _told(verdicts, several=len(asked) > 1))
        coverage = library.coverage()
    if not options.json:
        completeness.tell(coverage)
    return completeness.exit_code(coverage, found=all(honest))


def _asked(options: argparse.Namespace) -> Iterator[VerifyRequest]:
    if options.draft:
        for cutting in source_cuttings([options.words], raw=options.raw):
            for quotation in cutting.spoken:
                words = quotation.words(cutting.article.text)
                yield VerifyRequest(words, options.speaker or quotation.speaker)
    elif options.words == STDIN:
        yield from (VerifyRequest(line.strip(), options.speaker) for line in sys.stdin if line.strip())
    elif options.words.strip():
        yield VerifyRequest(options.words, options.speaker)


def _verdicts(verifier: Verifier, asked: Iterable[VerifyRequest]) -> Iterator[Verdict]:
    return (verifier.verify(one.words, one.speaker) for one in asked)


def _json(verdicts: Iterable[Verdict]) -> Iterator[bool]:
    for verdict in verdicts:
        form = json_output.of_verdict(verdict)
        sys.stdout.writelines(completeness.json_lines([form], verdict.coverage))
        yield verdict.honest


def _told(verdicts: Iterable[Verdict], *, several: bool) -> Iterator[bool]:
    for number, verdict in enumerate(verdicts):
        if number:
            sys.stdout.write("\n")
        print_blocks([[*_grade(verdict, several=several)], *map(_place, verdict.occurrences[:PLACES])])
        if len(verdict.occurrences) > PLACES:
            print_blocks(
                [
                    [],
                    [
                        OutputLine(
                            [TextPiece(f"and {len(verdict.occurrences) - PLACES} more places", ASIDE)],
                            indent=2,
                        )
                    ],
                ]
            )
        yield verdict.honest


def _grade(verdict: Verdict, *, several: bool) -> Block:
    """What was asked, if that was much; the grade and what it means; how the words differ."""
    asked = [OutputLine([TextPiece(f"“{verdict.words}”")])] if several else []
    grade = OutputLine(
        [TextPiece(f"{grade_words(verdict)}.", NAME), TextPiece(" " + verdict_explanation(verdict))]
    )
    best = verdict.occurrences[0].comparison if verdict.occurrences else None
    differs = best and (best.grade is Grade.ALTERED or not best.honest or len(best.differences) > 1)
    return [*asked, grade, *(_collated(best) if best and differs else ())]


def _collated(found: Comparison) -> Iterator[OutputLine]:
    """What was given over what is printed."""
    from tui.present.text_width import display_width
    from tui.present.verdict_diff import diff_rows

    for row in diff_rows(found, WIDE):
        for label, asked in (("given", True), ("printed", False)):
            pieces = [TextPiece(label.ljust(9), ASIDE)]
            for column in row:
                words = column.asked if asked else column.printed
                gap = " " * (column.wide - display_width(words) + 1)
                pieces += [TextPiece(words, FOUND if column.lit and words else ""), TextPiece(gap)]
            yield OutputLine(_trimmed(pieces), indent=2)


def _trimmed(pieces: list[TextPiece]) -> list[TextPiece]:
    while pieces and not pieces[-1].words.strip():
        pieces.pop()
    return pieces


def _place(standing: Occurrence) -> Block:
    """The quotation with the words lit, who says it and where; or the stretch of text."""
    found, at = standing.comparison, standing.where
    if isinstance(at, QuotationRow):
        return quotation_block(at, lit_pieces(at.words, [found.span]))
    return [
        OutputLine([TextPiece("in the text, not as a quotation", NAME)]),
        OutputLine(lit_pieces(at.words, at.lit), indent=2),
        OutputLine([TextPiece(" · ".join(citation_facts(at)), ASIDE)], indent=2),
    ]
