"""The reader's own, gathered from where it is kept and put back there: marks, places and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tui.extract.corrected import SpeakerCorrection
from tui.library.core.locks import changing
from tui.library.user.corrections import Correction, Entry, Written, load, understood
from tui.library.user.corrections_file import file_beside, write
from tui.library.user.marks import Marks
from tui.library.user.marks_json import Own, merged
from tui.model.article import ArticleId
from tui.model.mark import Mark
from tui.model.problem import ProblemError
from tui.model.trail import Place


class UnsoundError(ProblemError):
    """What is here cannot be read or changed; the problem says why. Nothing was changed."""


class Taken(NamedTuple):
    """How much was taken in: articles whose marks changed, places and corrections that are new."""

    articles: int
    places: int
    corrections: int


def collected(marks: Marks) -> Own:
    """All that is the reader's own."""
    entries = _sound(file_beside(marks.path)).entries
    fields = (entry.fields for entry in entries if entry.correction is not None)
    return Own(tuple(marks.all()), marks.places(), tuple(fields))


def take_in(marks: Marks, own: Own, *, replace: bool) -> Taken:
    """Add this to what is here, or put it in its place. Marks and places change together or not at all.

    Raises UnsoundError where the marks cannot be saved or the corrections cannot be understood, and OSError
    or sqlite3.Error where the disk does not take it.
    """
    if marks.problem is not None:
        raise UnsoundError(marks.problem)
    corrections = _take_corrections(file_beside(marks.path), own, replace=replace)
    before = {mark.article: mark for mark in marks.all()}
    places_before = marks.places()

    def changed(
        here: Mapping[ArticleId, Mark], places: Mapping[str, Place]
    ) -> tuple[Iterable[Mark], Mapping[str, Place]]:
        if replace:
            return own.marks, own.places
        return merged(here, own.marks), {**own.places, **places}

    marks.change_all(changed)
    after = {mark.article: mark for mark in marks.all()}
    articles = sum(before.get(name) != after.get(name) for name in before.keys() | after.keys())
    places = sum(place != places_before.get(library) for library, place in marks.places().items())
    return Taken(articles, places, corrections)


def _sound(file: Path) -> Written:
    written = load(file)
    if not written.sound:
        raise UnsoundError(written.problems[0])
    return written


def _take_corrections(file: Path, own: Own, *, replace: bool) -> int:
    """How many corrections were added to the file, which is put in place as a whole."""
    with changing(file):
        before = _sound(file)
        after = _emptied(before) if replace else before
        known = {subject(entry.correction) for entry in after.entries if entry.correction is not None}
        for table, fields in own.corrections:
            if subject(understood(table, fields)) not in known:
                after = after.with_entry(table, fields)
        if after.text != before.text:
            write(file, after.text.encode())
        return len(after.entries) - (0 if replace else len(before.entries))


def _emptied(written: Written) -> Written:
    kept: list[Entry] = [entry for entry in written.entries if entry.correction is None]
    return written._replace(entries=tuple(kept))


def subject(one: Correction) -> tuple[object, ...]:
    """What a correction is about: two with one subject contradict or repeat each other."""
    if isinstance(one, SpeakerCorrection):
        return one.article, one.words, one.which
    return one.article, one.written
