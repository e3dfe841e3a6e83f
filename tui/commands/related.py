"""`cuttings related`: which articles belong with this one, and why."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from tui.commands import completeness, json_output
from tui.commands.article_source import source_articles
from tui.commands.guard import UsageError, say
from tui.commands.library_session import opened_library
from tui.commands.terminal_output import ASIDE, NAME, Block, OutputLine, TextPiece, print_blocks
from tui.model.article import Article
from tui.model.relation import Relation
from tui.present.coverage_text import with_missing
from tui.present.guess_marks import shown_day, shown_publication, shown_title
from tui.present.plain_words import long_date


def run(options: argparse.Namespace) -> int:
    """The related articles, strongest first, each with its reasons in words."""
    asked = next(source_articles([options.file]), None)
    if asked is None:
        raise UsageError(f"{options.file} holds no article that can be read")
    with opened_library(options.paths, beside=options.file) as library:
        relations, coverage = library.related(asked.id), library.coverage()
        pairs = [(relation, library.cutting(relation.article)) for relation in relations]
    found = [(relation, cutting.article) for relation, cutting in pairs if cutting]
    if options.json:
        forms = (json_output.of_relation(rank, *pair) for rank, pair in enumerate(found, start=1))
        sys.stdout.writelines(completeness.json_lines(forms, coverage))
    else:
        print_blocks(_blocks(found))
        completeness.tell(coverage)
    if not found:
        say(with_missing("no other article is close enough", coverage))
    return completeness.exit_code(coverage, found=bool(found))


def _blocks(found: Sequence[tuple[Relation, Article]]) -> Iterator[Block]:
    """The others by themselves, then those that are the same article printed elsewhere, in a group."""
    copies = [pair for pair in found if pair[0].is_copy]
    yield from (_block(*pair) for pair in found if pair not in copies)
    if copies:
        yield [OutputLine([TextPiece("also in")]), *(line for pair in copies for line in _copy(*pair))]


def _block(relation: Relation, other: Article) -> Block:
    return [
        OutputLine([TextPiece(shown_title(other), NAME)]),
        OutputLine([TextPiece(other.path, ASIDE)], indent=2),
        *(
            [OutputLine([TextPiece(f"and in {len(relation.also):,} more", ASIDE)], indent=2)]
            if relation.also
            else ()
        ),
        *(OutputLine([TextPiece(reason.words)], indent=2) for reason in relation.reasons),
    ]


def _copy(relation: Relation, other: Article) -> Block:
    printed = [*filter(None, (shown_publication(other),)), shown_day(other, long_date)]
    return [
        OutputLine(
            [TextPiece(shown_title(other), NAME), *(TextPiece(f" · {fact}", ASIDE) for fact in printed)],
            indent=2,
        ),
        OutputLine([TextPiece(other.path, ASIDE)], indent=4),
        OutputLine([TextPiece(f"{relation.copied:.0%} of the words the same")], indent=4),
    ]
