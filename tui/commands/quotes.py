"""`cuttings quotes`: who said what, in exactly which words."""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TextIO

from tui.commands import completeness, json_output
from tui.commands.guard import say
from tui.commands.library_session import library_cuttings, opened_library
from tui.commands.name_lookup import goes_by, nearest_name
from tui.commands.quotation_blocks import markdown_quotation, offsets, quotation_block
from tui.commands.source_paths import STDIN
from tui.commands.terminal_output import TextPiece, print_blocks
from tui.model.article import ArticleId
from tui.model.coverage import Coverage
from tui.model.cutting import Cutting
from tui.model.listing import QuotationRow
from tui.model.said import said_in
from tui.present.coverage_text import with_missing
from tui.present.guess_marks import shown_day, shown_publication, shown_title

COLUMNS = (
    *("quotation", "speaker", "role", "kind", "path", "title", "publication", "published"),
    *("article", "segments"),
)
"""The last two, the article's id made from its text and where the words stand in it, prove a row again."""
_FORMULA = ("=", "+", "-", "@", "\t")
"""What a spreadsheet takes for the beginning of a formula."""


def run(options: argparse.Namespace) -> int:
    """List the quotations of the library, or those of one speaker."""
    articles: dict[ArticleId, Cutting] = {}
    if options.speaker and STDIN not in options.paths:
        known, coverage = _known(options, articles)
        if known:
            _write(known, articles, options, coverage)
            return completeness.exit_code(coverage, found=True)
    speakers: set[str] = set()
    found: list[QuotationRow] = []
    with library_cuttings(options.paths, raw=options.raw) as read:
        coverage = read.coverage
        for cutting in read.each:
            found += _wanted(cutting, options.speaker, speakers)
            if options.bibtex:  # only its entries tell more of an article than a quotation does
                articles[cutting.article.id] = cutting
    if found or not coverage.complete:
        _write(found, articles, options, coverage)
    if not found and options.speaker and speakers:
        near = nearest_name(options.speaker, speakers)
        nobody = with_missing(f"nobody called {options.speaker!r} is quoted", coverage)
        say(nobody + (f"; did you mean {near}?" if near else ""))
    return completeness.exit_code(coverage, found=bool(found))


def _known(
    options: argparse.Namespace, articles: dict[ArticleId, Cutting]
) -> tuple[list[QuotationRow], Coverage]:
    """All that the persons and bodies of that name said, whichever of their names each article gives."""
    with opened_library(options.paths, raw=options.raw) as library:
        coverage = library.coverage()
        names = [known.name for known in library.who(options.speaker) if known.quotations]
        said = [one for name in names for one in library.said_by(name, sys.maxsize)]
        for article in {one.article for one in said} if options.bibtex else ():
            cutting = library.cutting(article)
            if cutting is not None:
                articles[article] = cutting
    return list({(one.article, one.number): one for one in said}.values()), coverage


def _wanted(cutting: Cutting, speaker: str | None, speakers: set[str]) -> list[QuotationRow]:
    """The quotations of that speaker; every speaker met is put into `speakers`."""
    all_said = list(said_in(cutting))
    speakers.update(said.quotation.speaker for said in all_said if said.quotation.speaker)
    if speaker is None:
        return all_said
    return [said for said in all_said if goes_by(cutting.entity(said.quotation.speaker), speaker)]


def _write(
    found: Sequence[QuotationRow],
    articles: Mapping[ArticleId, Cutting],
    options: argparse.Namespace,
    coverage: Coverage,
) -> None:
    if options.json:
        sys.stdout.writelines(completeness.json_lines(map(json_output.of_said, found), coverage))
    elif options.csv:
        write_csv(found, sys.stdout)
    elif options.bibtex:
        sys.stdout.writelines(_entries(found, articles))  # what stands between entries is a comment
    elif options.markdown:
        sys.stdout.writelines(markdown_quotation(said) for said in found)
    else:
        print_blocks(quotation_block(said, [TextPiece(said.words)]) for said in found)
    if options.csv:
        completeness.tell_aside(coverage)
    elif not options.json:
        completeness.tell(coverage)


def _entries(found: Sequence[QuotationRow], articles: Mapping[ArticleId, Cutting]) -> Iterator[str]:
    """A BibTeX entry for each quotation; those of one article have one key, numbered from the second on."""
    from tui.present.citation_styles import cited_source
    from tui.present.reference_exports import bibtex

    seen: Counter[str] = Counter()
    for said in found:
        if said.article in articles:
            seen[said.article] += 1
            number = f"-{seen[said.article]}" if seen[said.article] > 1 else ""
            yield bibtex(cited_source(articles[said.article], said.quotation), number) + "\n\n"


def write_csv(found: Iterable[QuotationRow], file: TextIO) -> None:
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
            shown_title(said),
            shown_publication(said),
            shown_day(said, _figures),
            said.article,
            offsets(said),
        )
        writer.writerow([_harmless(" ".join(cell.split())) for cell in cells])


def _figures(day: date | None) -> str:
    return day.isoformat() if day else ""


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
