"""Plain text: the whole file is the article's text, nothing cut."""

from __future__ import annotations

from tui.library.clean import clean
from tui.library.formats.dates import date_doubts
from tui.library.formats.heading import read_heading
from tui.library.formats.outlet import publication_in
from tui.library.formats.printed import Reading, article, lines_of
from tui.model.problem import Problem


def read_text(path: str, source: str) -> Reading:
    """One article, whose `text` is the decoded file, cleaned, with its newlines normalised."""
    text = clean(source)
    lines = lines_of(text)
    if not lines:
        return Reading(problems=(Problem(path, "The file is empty."),))
    heading = read_heading(lines)
    facts = heading.facts().over(publication_in(text))
    return Reading((article(path, text, facts, lines, heading.kinds),), date_doubts(path, heading.dated))
