"""Notes that Evernote exports (ENEX): each is an article; the day of a note is not that of its article."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts, Reading, article, lines_of
from tui.library.formats.fragment import page_fragment
from tui.library.formats.publication_guess import publication_in
from tui.library.formats.safe_xml import all_text, local
from tui.model.article import ParagraphKind
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource


def read_notes(path: str, root: Element) -> Reading:
    """The notes that have a text, in order."""
    notes = [one for one in root if local(one) == "note"]
    found = []
    for note in notes:
        body = page_fragment(_first(note, "content"))
        if not body.paragraphs:
            continue
        url = clean_line(_first(note, "source-url"))
        facts = Facts(
            headline=clean_line(_first(note, "title")) or None,
            byline=clean_line(_first(note, "author")) or None,
            url=url if url.startswith(("http://", "https://")) else None,
        ).told_by("the note")
        kinds = {n: ParagraphKind.CAPTION for n, (_, caption) in enumerate(body.paragraphs) if caption}
        found.append(
            article(path, body.text, facts.over(publication_in(body.text)), lines_of(body.text), kinds)
        )
    empty = len(notes) - len(found)
    words = f"{empty:,} of {len(notes):,} notes have no text." if notes else "There is no note in this file."
    problems = (Problem(path, words, read=bool(found)),) if empty or not notes else ()
    return Reading(tuple(found), problems, (FactSource(Fact.FORMAT, "notes of Evernote"),))


def _first(note: Element, name: str) -> str:
    return next((all_text(one) for one in note.iter() if local(one) == name), "")
