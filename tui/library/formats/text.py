"""Plain text: the whole file is the article's text, nothing cut, unless it is an export of many articles."""

from __future__ import annotations

from collections.abc import Sequence

from tui.library.core.text_cleaning import clean
from tui.library.formats.article_builder import Facts, Reading, article
from tui.library.formats.dates import date_doubts
from tui.library.formats.export_dates import unread_date
from tui.library.formats.export_reading import doubts_of_one, export_in, reading_of
from tui.library.formats.heading_parser import Heading, is_kind, with_heading
from tui.library.formats.margin_lines import paragraphs_of
from tui.library.formats.publication_guess import outlet_of, publication_in
from tui.model.article import ParagraphKind
from tui.model.problem import Problem

EMPTY = "The file is empty."
NO_TEXT = "There is no text in the file."
ONLY_HEAD = "There is no text in the file, only what stands above one: a headline, a byline or a date."
_HEAD = frozenset({ParagraphKind.HEADLINE, ParagraphKind.STANDFIRST, ParagraphKind.BYLINE})


def read_text(path: str, source: str) -> Reading:
    """One article, whose `text` is the decoded file, cleaned, with its newlines normalised; or an export."""
    return read_plain(path, clean(source))


def read_document(path: str, rows: Sequence[str], titled: bool, named: Facts) -> Reading:
    """The articles of a document's paragraphs. `titled`: the first is in the style of a title."""
    text = "".join(f"{words}\n\n" for words in rows)[:-1]
    export = export_in(text)
    if export:
        return reading_of(path, export)
    if titled and len(rows) > 1 and not is_kind(rows[0]):
        stated = Facts(headline=rows[0]).told_by("the paragraph in the style of a title")
        return read_plain(path, "".join(f"{words}\n\n" for words in rows[1:])[:-1], stated, named)
    return read_plain(path, text, None, named)


def read_plain(path: str, text: str, stated: Facts | None = None, below: Facts | None = None) -> Reading:
    """The articles of a cleaned text. `stated` comes before what the text itself says, `below` after it."""
    lines = paragraphs_of(text)
    if not lines:
        stated = stated or below
        return Reading(problems=(Problem(path, ONLY_HEAD if stated and stated.found else EMPTY),))
    export = export_in(text)
    if export:
        return reading_of(path, export)
    facts, heading = with_heading(stated or Facts(), lines)
    facts = facts.over(outlet_of(heading.byline)).over(publication_in(text)).over(below or Facts())
    found = article(path, text, facts, lines, heading.kinds)
    doubts = (*_date_doubts(path, stated, heading), *doubts_of_one(path, text))
    if all(paragraph.kind in _HEAD for paragraph in found.paragraphs):
        doubts = (*doubts, Problem(path, ONLY_HEAD, read=True))
    return Reading((found,), doubts)


def _date_doubts(path: str, stated: Facts | None, heading: Heading) -> tuple[Problem, ...]:
    """The doubts about the date that the text gives, unless what is stated gives another."""
    if stated and stated.published:
        return ()
    unread = "" if heading.dated else heading.unread
    return (*date_doubts(path, heading.dated), *unread_date(path, "head of the text", unread))
