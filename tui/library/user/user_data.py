"""The reader's own, gathered from where it is kept and put back there: marks, places and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.extract.corrected import SpeakerCorrection
from tui.library.core.atomic_write import replace_file, staged_file
from tui.library.core.locks import folder_lock
from tui.library.core.sqlite_errors import DAMAGING
from tui.library.user.corrections_file import file_beside
from tui.library.user.corrections_toml import (
    Correction,
    CorrectionEntry,
    CorrectionsDocument,
    load_corrections,
    parse_entry,
)
from tui.library.user.marks_json import ReaderDocument, merge_marks
from tui.library.user.marks_store import Changed, CorrectionsChange, MarksStore
from tui.model.article import ArticleId
from tui.model.mark import Mark
from tui.model.problem import ProblemError
from tui.model.trail import Place


class UnsoundError(ProblemError):
    """What is here cannot be read or changed; the problem says why. Nothing was changed."""


class ImportSummary(NamedTuple):
    """How much was taken in: articles whose marks changed, places and corrections that are new."""

    articles: int
    places: int
    corrections: int


def collect_document(marks: MarksStore) -> ReaderDocument:
    """All that is the reader's own."""
    entries = _sound(file_beside(marks.path)).entries
    fields = (entry.fields for entry in entries if entry.correction is not None)
    return ReaderDocument(tuple(marks.all()), marks.places(), tuple(fields))


def import_document(marks: MarksStore, own: ReaderDocument, *, replace: bool) -> ImportSummary:
    """Add this to what is here, or put it in its place: all of it or, whatever happens, nothing.

    Raises UnsoundError where the marks cannot be saved or the corrections cannot be understood, and OSError
    or sqlite3.Error where the disk does not take it.
    """
    if marks.problem is not None:
        raise UnsoundError(marks.problem)
    before = {mark.article: mark for mark in marks.all()}
    places_before = marks.places()

    def changed(
        here: Mapping[ArticleId, Mark], places: Mapping[str, Place]
    ) -> tuple[Iterable[Mark], Mapping[str, Place]]:
        if replace:
            return own.marks, own.places
        return merge_marks(here, own.marks), {**own.places, **places}

    corrections = _change_both(marks, changed, own, replace=replace)
    after = {mark.article: mark for mark in marks.all()}
    articles = sum(before.get(name) != after.get(name) for name in before.keys() | after.keys())
    places = sum(place != places_before.get(library) for library, place in marks.places().items())
    return ImportSummary(articles, places, corrections)


def _sound(file: Path) -> CorrectionsDocument:
    written = load_corrections(file)
    if not written.sound:
        raise UnsoundError(written.problems[0])
    return written


def _change_both(marks: MarksStore, changed: Changed, own: ReaderDocument, *, replace: bool) -> int:
    """Change marks and corrections; how many corrections were added.

    The corrections are written first, beside their file. The change of the marks decides: with it what the
    corrections are to be is kept, so that they follow even if the program ends before they are in place.
    """
    file = file_beside(marks.path)
    with folder_lock(file):
        before, raw = _sound(file), _bytes(file)
        after = _with_new(_emptied(before) if replace else before, own)
        added = len(after.entries) - (0 if replace else len(before.entries))
        if after.text == before.text:
            marks.change_all(changed)
            return added
        content = after.text.encode()
        with staged_file(file, content) as put:
            marks.change_all(changed, CorrectionsChange(raw, content))
            with suppress(OSError, *DAMAGING):  # what is left to be done is done at the next start
                put()
                marks.done_with_pending()
    return added


def finish_import(marks: MarksStore) -> None:
    """Let the corrections follow where the program ended after the marks of an import had changed.

    If the file has become another one meanwhile it stays as it is.
    """
    if marks.pending() is None:
        return
    file = file_beside(marks.path)
    with suppress(OSError, *DAMAGING), folder_lock(file):
        left = marks.pending()  # another program may have done it
        if left is not None and _bytes(file) == left.before:
            replace_file(file, left.after)
        marks.done_with_pending()


def _bytes(file: Path) -> bytes:
    """What the file holds; nothing where it is not there."""
    with suppress(FileNotFoundError):
        return file.read_bytes()
    return b""


def _with_new(written: CorrectionsDocument, own: ReaderDocument) -> CorrectionsDocument:
    """The corrections with those of the document that are not among them."""
    known = {correction_key(entry.correction) for entry in written.entries if entry.correction is not None}
    after = written
    for table, fields in own.corrections:
        if correction_key(parse_entry(table, fields)) not in known:
            after = after.with_entry(table, fields)
    return after


def _emptied(written: CorrectionsDocument) -> CorrectionsDocument:
    kept: list[CorrectionEntry] = [entry for entry in written.entries if entry.correction is None]
    return written._replace(entries=tuple(kept))


def correction_key(one: Correction) -> tuple[object, ...]:
    """What a correction is about: two with one subject contradict or repeat each other."""
    if isinstance(one, SpeakerCorrection):
        return one.article, one.words, one.which
    return one.article, one.written
