"""Plain text: the whole file is the article's text, nothing cut, unless it is an export of many articles."""

from __future__ import annotations

from collections.abc import Sequence

from tui.library.core.text_cleaning import clean
from tui.library.formats.article_builder import Facts, Reading, article
from tui.library.formats.dates import date_doubts
from tui.library.formats.export_reading import doubts_of_one, export_in, reading_of
from tui.library.formats.heading_parser import with_heading
from tui.library.formats.margin_lines import paragraphs_of
from tui.library.formats.publication_guess import outlet_of, publication_in
from tui.model.problem import Problem


def read_text(path: str, source: str) -> Reading:
    """One article, whose `text` is the decoded file, cleaned, with its newlines normalised; or an export."""
    return read_plain(path, clean(source))


def read_document(path: str, rows: Sequence[str], titled: bool, named: Facts) -> Reading:
    """The articles of a document's paragraphs. `titled`: the first is in the style of a title."""
    text = "".join(f"{words}\n\n" for words in rows)[:-1]
    export = export_in(text)
    if export:
        return reading_of(path, export)
    if titled and len(rows) > 1:
        stated = Facts(headline=rows[0]).told_by("the paragraph in the style of a title")
        return read_plain(path, "".join(f"{words}\n\n" for words in rows[1:])[:-1], stated, named)
    return read_plain(path, text, None, named)


def read_plain(path: str, text: str, stated: Facts | None = None, below: Facts | None = None) -> Reading:
    """The articles of a cleaned text. `stated` comes before what the text itself says, `below` after it."""
    lines = paragraphs_of(text)
    if not lines:
        return Reading(problems=(Problem(path, "The file is empty."),))
    export = export_in(text)
    if export:
        return reading_of(path, export)
    facts, heading = with_heading(stated or Facts(), lines)
    facts = facts.over(outlet_of(heading.byline)).over(publication_in(text)).over(below or Facts())
    doubts = (*date_doubts(path, heading.dated), *doubts_of_one(path, text))
    return Reading((article(path, text, facts, lines, heading.kinds),), doubts)
