"""`cuttings index`: bring the index of a library up to date, and tell every problem."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import chain

from tui.commands import completeness, json_output
from tui.commands.json_map_option import use_map
from tui.commands.library_session import opened_library
from tui.commands.terminal_output import ASIDE, NAME, Block, OutputLine, TextPiece, print_blocks
from tui.library.ports.sync import IngestReport
from tui.model.listing import ArticleProvenance, LibraryCounts
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource
from tui.present.guess_marks import shown_day, shown_publication, shown_title
from tui.present.plain_words import count_of, long_date

_PAGE = 500
"""Articles that are asked for at a time."""
_ALWAYS = (Fact.HEADLINE, Fact.PUBLICATION, Fact.DATE, Fact.AUTHOR)
"""Facts whose absence is told."""


def run(options: argparse.Namespace) -> int:
    """Index the articles of the paths; 1 when there is none, 3 when some of them could not be indexed."""
    use_map(options.map)
    with opened_library(options.paths, afresh=options.rebuild, thorough=True) as library:
        counts, problems, coverage = library.counts(), library.problems(), library.coverage()
        if options.json:
            forms = chain(
                map(json_output.of_ingested, _report(library)), map(json_output.of_problem, problems)
            )
            sys.stdout.writelines(completeness.json_lines(forms, coverage))
            return completeness.exit_code(coverage, found=counts.articles > 0)
        if options.report:
            print_blocks((*map(_block, _report(library)), _totals(library, counts)))
            sys.stdout.write("\n")
    people, others = count_of(counts.people, "person", "people"), aside(problems)
    sys.stdout.write(f"{summary(counts)}, {people}{f', {others}' * bool(others)}\n")
    completeness.tell(coverage)
    return completeness.exit_code(coverage, found=counts.articles > 0)


def summary(counts: LibraryCounts) -> str:
    """How much a library holds."""
    return f"{count_of(counts.articles, 'article')}, {count_of(counts.quotations, 'quotation')}"


def aside(problems: Iterable[Problem]) -> str:
    """How many files hold the same again, and how many are no articles, such as pictures; "" for none."""
    files = {(problem.path, problem.read) for problem in problems if problem.aside}
    again = sum(read for _, read in files)
    counted = (
        (again, "file with the same again", "files with the same again"),
        (len(files) - again, "other file that is no article", "other files that are no articles"),
    )
    return ", ".join(count_of(*one) for one in counted if one[0])


def _report(library: IngestReport) -> Iterator[ArticleProvenance]:
    start = 0
    while page := library.ingest(start, _PAGE):
        yield from page
        start += len(page)


def _block(one: ArticleProvenance) -> Block:
    """One article: its title and file, and a line for each fact."""
    values = {
        Fact.HEADLINE: one.title if one.titled else "",
        Fact.PUBLICATION: shown_publication(one),
        Fact.DATE: shown_day(one, long_date) if one.published else "",
    }
    found = {finding.fact: finding for finding in one.provenance}
    facts = [fact for fact in Fact if fact in found or fact in _ALWAYS]
    return [
        OutputLine([TextPiece(shown_title(one), NAME)]),
        OutputLine([TextPiece(one.path, ASIDE)], indent=2),
        *(_fact_line(fact, values.get(fact, ""), found.get(fact)) for fact in facts),
    ]


def _fact_line(fact: Fact, value: str, finding: FactSource | None) -> OutputLine:
    name = TextPiece(f"{fact.value:<12}")
    if finding is None:
        return OutputLine([name, TextPiece("not given", ASIDE)], indent=2)
    if fact in (Fact.FORMAT, Fact.ENCODING):
        return OutputLine([name, TextPiece(finding.origin), TextPiece(_guess(finding), ASIDE)], indent=2)
    where = f"{value}, " if value and fact is not Fact.HEADLINE else ""
    return OutputLine(
        [name, TextPiece(where), TextPiece(f"from {finding.origin}{_guess(finding)}", ASIDE)], indent=2
    )


def _guess(finding: FactSource) -> str:
    return " (guessed)" if finding.guessed else ""


def _totals(library: IngestReport, counts: LibraryCounts) -> Block:
    """How many articles have each fact from where, and how many have none."""
    totals = library.ingest_totals()
    width = len(f"{counts.articles:,}")
    lines = [OutputLine([TextPiece("In all", NAME)])]
    for fact in Fact:
        told = [(number, f.origin + _guess(f)) for f, number in totals if f.fact is fact]
        missing = counts.articles - sum(number for number, _ in told)
        if missing and fact in _ALWAYS:
            told.append((missing, "not given"))
        for place, (number, origin) in enumerate(told):
            name = "" if place else fact.value
            lines.append(
                OutputLine([TextPiece(f"{name:<12}{number:>{width},}  "), TextPiece(origin, ASIDE)], indent=2)
            )
    return lines
