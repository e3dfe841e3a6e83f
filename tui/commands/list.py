"""`cuttings list`: the articles of a library, as the reader lists them, with the marks that they have."""

from __future__ import annotations

import argparse
import sys

from tui.commands import completeness
from tui.commands.json_output import guessed
from tui.commands.library_session import opened_library
from tui.commands.terminal_output import print_table
from tui.model.listing import ArticleRow, Order
from tui.present.guess_marks import shown_day, shown_publication, shown_title
from tui.present.plain_words import long_date

HEAD = ("title", "publication", "date", "quotations", "marks", "path")


def run(options: argparse.Namespace) -> int:
    """List the articles in that order; 1 when there is none."""
    with opened_library(options.paths) as library:
        rows = [row for row in library.every(Order(options.order)) if _wanted(row, options)]
        coverage = library.coverage()
    if options.json:
        sys.stdout.writelines(completeness.json_lines(map(_form, rows), coverage))
        return completeness.exit_code(coverage, found=bool(rows))
    if rows:
        print_table(HEAD, [_cells(row) for row in rows])
    completeness.tell(coverage)
    return completeness.exit_code(coverage, found=bool(rows))


def _wanted(row: ArticleRow, options: argparse.Namespace) -> bool:
    return (row.starred or not options.starred) and not (row.read and options.unread)


def _cells(row: ArticleRow) -> tuple[str, ...]:
    marks = ", ".join(word for word, so in (("unread", not row.read), ("starred", row.starred)) if so)
    day = shown_day(row, long_date)
    return shown_title(row), shown_publication(row), day, str(row.quotations), marks, row.path


def _form(row: ArticleRow) -> dict[str, object]:
    return {
        "id": row.article,
        "path": row.path,
        "title": row.title,
        "publication": row.publication,
        "published": row.published.isoformat() if row.published else None,
        "quotations": row.quotations,
        "read": row.read,
        "starred": row.starred,
        "guessed": guessed(row),
    }
