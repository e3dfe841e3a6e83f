"""Plain text: the whole file is the article's text, nothing cut, unless it is an export of many articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from tui.library.core.fault_isolation import isolated
from tui.library.core.text_cleaning import clean
from tui.library.formats.article_builder import Facts, Reading, article, lines_of
from tui.library.formats.dates import Dated, date_doubts
from tui.library.formats.heading_parser import with_heading
from tui.library.formats.publication_guess import outlet_of, publication_in
from tui.model.article import Article
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource

_Stated = tuple[Facts, Dated | None, str]
"""Facts, date and text of an article."""


def read_text(path: str, source: str) -> Reading:
    """One article, whose `text` is the decoded file, cleaned, with its newlines normalised; or an export."""
    return read_plain(path, clean(source))


def read_plain(path: str, text: str, stated: Facts | None = None, below: Facts | None = None) -> Reading:
    """The articles of a cleaned text. `stated` comes before what the text itself says, `below` after it."""
    lines = lines_of(text)
    if not lines:
        return Reading(problems=(Problem(path, "The file is empty."),))
    if "Document " in text or "DOCUMENTS" in text or "End of Document" in text:
        export = _export(path, text)
        if export.articles:
            return export
    facts, heading = with_heading(stated or Facts(), lines)
    facts = facts.over(outlet_of(heading.byline)).over(publication_in(text)).over(below or Facts())
    return Reading((article(path, text, facts, lines, heading.kinds),), date_doubts(path, heading.dated))


def _export(path: str, text: str) -> Reading:
    """The articles of a press archive's export; none if the text is no such thing."""
    from tui.library.formats import factiva, nexis

    if nexis.is_export(text):
        return _split(path, "a Nexis export", nexis.pieces(text), nexis.article_in)
    if factiva.is_export(text):
        return _split(path, "a Factiva export", factiva.pieces(text), factiva.article_in)
    return Reading()


def _split(
    path: str, name: str, pieces: Sequence[str], article_in: Callable[[str], _Stated | None]
) -> Reading:
    found: list[Article] = []
    doubts: list[Problem] = []

    def take(piece: str) -> None:
        if stated := article_in(piece):
            facts, dated, text = stated
            found.append(article(path, text, facts.over(publication_in(text)), lines_of(text), {}))
            doubts.extend(date_doubts(path, dated))

    for number, piece in enumerate(pieces, 1):
        fault = isolated(partial(take, piece), path, f"Part {number} of the export")
        doubts += [fault] if fault else []
    return Reading(tuple(found), tuple(doubts), (FactSource(Fact.FORMAT, name),))
