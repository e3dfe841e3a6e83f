"""Corrections made in a library: kept in their file first, and obeyed by the index at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from tui.library.core.atomic_write import replace_file
from tui.library.core.locks import folder_lock
from tui.library.core.text_cleaning import clean_line
from tui.library.index.database import Index
from tui.library.ports.corrections import UnchangeableError
from tui.model.annotation import EntityKind
from tui.model.article import ArticleId
from tui.model.article_identity import former_id
from tui.model.cutting import Cutting
from tui.model.problem import Problem

if TYPE_CHECKING:  # imported with the first correction, not when the reader opens
    from tui.library.user.corrections_toml import Correction, CorrectionsDocument, Fields

_TITLE = 80
"""Letters of an article's title in an entry."""
_SHOWN = 40
"""Letters of a name or a quotation in a sentence on what was taken back."""


class _Change(NamedTuple):
    """What was done, and the bytes of the file before (None where there was no file) and after."""

    words: str
    before: bytes | None
    after: bytes


class CorrectionService:
    """Answers the port `Corrections`: made in their file, and taken back. From any thread."""

    def __init__(self, index: Index, file: Path, cutting: Callable[[ArticleId], Cutting | None]) -> None:
        self._index, self._file, self._cutting = index, file, cutting
        self._correcting = RLock()
        self._done: list[_Change] = []

    def correct(
        self,
        article: ArticleId,
        number: int,
        speaker: str | None,
        kind: EntityKind | None,
        *,
        all_of_theirs: bool = False,
    ) -> None:
        """Say who said a quotation, or all that its present speaker says in the article; None is nobody."""
        cutting = self._cutting(article)
        if cutting is None or not 0 <= number < len(cutting.spoken):
            return
        now = cutting.spoken[number].speaker
        same = [at for at, said in enumerate(cutting.spoken) if said.speaker == now]
        numbers = same if all_of_theirs and now is not None else [number]
        name = clean_line(speaker or "")
        entity = cutting.entity(name)
        kind = entity.kind if entity else kind

        def changed(written: CorrectionsDocument) -> CorrectionsDocument:
            for at in numbers:
                fields = _quotation_fields(cutting, at, name, kind)
                written = written.without(_is_of(cutting, at)).with_entry("quotation", fields)
            return written

        self._change(f"who said {_shown(cutting, number)}", changed)

    def uncorrect(self, article: ArticleId, number: int) -> bool:
        """Take back what was set for one quotation; False if nothing was."""
        cutting = self._cutting(article)
        if cutting is None or not 0 <= number < len(cutting.spoken):
            return False
        unwanted = _is_of(cutting, number, former_id(cutting.article))
        words = f"that who said {_shown(cutting, number)} is as it was found"
        return self._change(words, lambda written: written.without(unwanted))

    def rename(
        self,
        written: str,
        name: str,
        *,
        article: ArticleId | None = None,
        kind: EntityKind | None = None,
    ) -> None:
        """Call what is written so by another name; see `tui.extract.corrected.NameCorrection`."""
        blank = bool(name) and not clean_line(name)
        written, name = clean_line(written), clean_line(name)
        if blank or not written or (written == name and kind is None):
            return
        cutting = self._cutting(article) if article else None
        fields = _name_fields(written, name, article, kind, cutting)

        def changed(file: CorrectionsDocument) -> CorrectionsDocument:
            from tui.extract.corrected import NameCorrection

            again = NameCorrection(written, name, article, kind)
            return file.without(lambda one: one == again).with_entry("name", fields)

        self._change(_renaming(written, name, kind), changed)

    def undo(self) -> str:
        """Take back the last change made here; says in one sentence what was taken back, or why nothing."""
        with self._changing():
            if not self._done:
                return "There is no correction to take back."
            change = self._done[-1]
            if self._bytes() != change.after:
                self._done.clear()
                return f"{self._file.name} was changed elsewhere: nothing was taken back."
            if change.before is None:
                self._file.resolve().unlink()
            else:
                replace_file(self._file, change.before)
            self._done.pop()
            self._follow()
        return f"Taken back: {change.words}."

    def doubts(self) -> Sequence[Problem]:
        """What is wrong with the file of corrections."""
        with suppress(OSError):  # the one that keeps us from looking is told by whoever reads the file
            if not self._file.exists():
                return ()
        from tui.library.user.corrections_toml import load_corrections

        return load_corrections(self._file).problems

    def _change(self, words: str, changed: Callable[[CorrectionsDocument], CorrectionsDocument]) -> bool:
        """Change the file and let the index follow; False if there was nothing to change."""
        from tui.library.user.corrections_toml import load_corrections

        with self._changing():
            before, written = self._bytes(), load_corrections(self._file)
            if not written.sound:
                raise UnchangeableError(written.problems[0])
            after = changed(written)
            if after == written:
                return False
            replace_file(self._file, after.text.encode())
            self._done.append(_Change(words, before, after.text.encode()))
            self._follow()
        return True

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """While it lasts nobody else changes the file; what hinders that is told."""
        try:
            with self._correcting, folder_lock(self._file):
                yield
        except OSError as error:
            words = f"The corrections cannot be saved: {clean_line(error.strerror or str(error))}."
            raise UnchangeableError(Problem(str(self._file), words, "Nothing was changed.")) from error

    def _bytes(self) -> bytes | None:
        try:
            return self._file.read_bytes()
        except FileNotFoundError:
            return None

    def _follow(self) -> None:
        from tui.library.ingest.apply_corrections import apply_corrections

        with suppress(sqlite3.OperationalError):  # the index is busy: the next update follows
            apply_corrections(self._index, self._file)


def _is_of(cutting: Cutting, number: int, *former: ArticleId) -> Callable[[Correction], bool]:
    """Tells the corrections of that quotation, made under the article's id or a former one."""
    from tui.extract.corrected import SpeakerCorrection, key_of, place_of

    articles, key = (cutting.article.id, *former), key_of(cutting, number)

    def is_of(one: Correction) -> bool:
        if not isinstance(one, SpeakerCorrection) or one.article not in articles:
            return False
        return (one.words, one.which) == key or place_of(cutting, one) == number

    return is_of


def _quotation_fields(cutting: Cutting, number: int, speaker: str, kind: EntityKind | None) -> Fields:
    """An entry as it is written: what it is known by, what is set, and what a person wants to read."""
    from tui.extract.corrected import key_of

    words, which = key_of(cutting, number)
    fields: dict[str, str | int] = {"article": cutting.article.id, "words": words}
    if which > 1:
        fields["which"] = which
    fields["speaker"] = speaker
    if speaker:
        fields["kind"] = (kind or EntityKind.PERSON).value
    return {
        **fields,
        "title": cutting.article.title[:_TITLE],
        "was": cutting.spoken[number].speaker or "",
        **_today(),
    }


def _renaming(written: str, name: str, kind: EntityKind | None) -> str:
    """What a correction of a name says."""
    if not name:
        return f"that “{_short(written)}” is no name"
    if name == written and kind is not None:
        return f"that “{_short(written)}” is {kind.of_it}"
    return f"that “{_short(written)}” is called “{_short(name)}”"


def _name_fields(
    written: str, name: str, article: ArticleId | None, kind: EntityKind | None, cutting: Cutting | None
) -> Fields:
    fields: dict[str, str | int] = {"article": article} if article is not None else {}
    fields |= {"written": written, "name": name}
    if kind is not None:
        fields["kind"] = kind.value
    if cutting is not None:
        fields["title"] = cutting.article.title[:_TITLE]
    return {**fields, **_today()}


def _today() -> Fields:
    return {"when": date.today().isoformat()}


def _shown(cutting: Cutting, number: int) -> str:
    return f"“{_short(cutting.spoken[number].words(cutting.article.text))}”"


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
