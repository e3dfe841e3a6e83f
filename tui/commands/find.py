"""`cuttings find`: a half-remembered quotation, typos and all."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.commands import completeness, json_output
from tui.commands.guard import UsageError, say
from tui.commands.json_output import JsonObject
from tui.commands.library_session import PASSING, opened_library
from tui.commands.quotation_blocks import NOBODY, quotation_block
from tui.commands.source_paths import STDIN
from tui.commands.terminal_output import ASIDE, Block, OutputLine, TextPiece, lit_pieces, print_blocks
from tui.library.ports.articles import Articles
from tui.model.listing import QuotationHit
from tui.present.coverage_text import with_missing
from tui.present.guess_marks import shown_day, shown_publication
from tui.present.plain_words import long_date
from tui.search.query import parse

NAMED = 5
"""Papers that are named of those that have the same words; `--json` has them all."""


def run(options: argparse.Namespace) -> int:
    """The best hits first; `--exact` wants the words as typed. What cannot be asked so is a usage error."""
    _check(options.query)
    with opened_library(options.paths, raw=options.raw, piped=True) as library:
        answer = library.search(options.query, options.limit, exact=options.exact, prints=options.json)
        if STDIN in options.paths:
            answer = answer._replace(hits=tuple(map(_unnamed, answer.hits)))
        coverage = library.coverage()
        if options.json:
            sys.stdout.writelines(completeness.json_lines(_forms(library, answer.hits), coverage))
    if options.lines:
        sys.stdout.writelines(map(_line, answer.hits))
    elif not options.json:
        print_blocks(map(_block, answer.hits))
    if not answer.hits:
        say(with_missing("nothing said comes near these words", coverage))
    elif not answer.matching:
        say(with_missing("nothing said has these words; these come nearest", coverage))
    if options.lines:
        completeness.tell_aside(coverage)
    elif not options.json:
        completeness.tell(coverage)
    return completeness.exit_code(coverage, found=bool(answer.hits))


def _check(line: str) -> None:
    """Refuse a line that cannot be understood whole: what is printed must be what was asked for."""
    query = parse(line)
    if query.trouble:
        raise UsageError(query.trouble)
    if line.strip() and query.empty:
        raise UsageError(f"there is nothing to look for in “{line.strip()}”: write a word")


def _block(hit: QuotationHit) -> Block:
    """The quotation with the words lit, and which other articles have it."""
    block = quotation_block(hit.said, lit_pieces(hit.said.words, hit.highlights))
    if not hit.also:
        return block
    papers = dict.fromkeys(shown_publication(one) or one.path for one in hit.also)
    named = ", ".join([*papers][:NAMED]) + (", …" if len(papers) > NAMED else "")
    more = OutputLine([TextPiece(f"and in {len(hit.also):,} more: {named}", ASIDE)], indent=2)
    return [*block, more]


def _line(hit: QuotationHit) -> str:
    """A hit on one line, its fields split by tabs, for programs that take lines."""
    said = hit.said
    facts = (
        said.quotation.speaker or NOBODY,
        said.path,
        shown_publication(said),
        shown_day(said, long_date),
    )
    return "\t".join(map(_flat, (said.words, *facts))) + "\n"


def _flat(words: str) -> str:
    return " ".join(words.split())


def _unnamed(hit: QuotationHit) -> QuotationHit:
    """Standard input by the sign that stands for it, not by the file that it was put into."""
    path = Path(hit.said.path)
    passing = path.name == STDIN and path.parent.name.startswith(PASSING)
    return hit._replace(said=hit.said._replace(path=STDIN)) if passing else hit


def _forms(articles: Articles, hits: Sequence[QuotationHit]) -> Iterator[JsonObject]:
    for rank, hit in enumerate(hits, start=1):
        cutting = articles.cutting(hit.said.article)
        headline = cutting.article.headline if cutting else None
        yield json_output.of_hit(rank, hit, headline)
