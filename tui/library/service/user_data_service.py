"""All that is the reader's own, whatever library it belongs to: written out, and taken in again."""

from __future__ import annotations

from pathlib import Path

from tui.app_paths import data_home
from tui.library.core.atomic_write import replace_file
from tui.library.user.marks_json import ReaderDocument, to_json
from tui.library.user.marks_store import MarksStore
from tui.library.user.user_data import ImportSummary, collect_document, finish_import, import_document
from tui.model.problem import Problem

BEFORE = "marks-before-{number}.json"
"""The name under which what was replaced is kept, beside the marks."""


class UserDataService:
    """The reader's marks, places and corrections in the data directory.

    Raises `tui.library.user.user_data.UnsoundError` where they cannot be read or changed, and OSError or
    sqlite3.Error where the disk does not take them; nothing is changed then.
    """

    def __init__(self) -> None:
        self._marks = MarksStore(data_home() / "marks.db")
        finish_import(self._marks)

    @property
    def problem(self) -> Problem | None:
        """What keeps the marks from being kept, if anything does."""
        return self._marks.problem

    def collect(self) -> ReaderDocument:
        """All that there is."""
        return collect_document(self._marks)

    def take_in(self, document: ReaderDocument, *, replace: bool) -> ImportSummary:
        """Add this to what there is, or put it in its place."""
        return import_document(self._marks, document, replace=replace)

    def back_up(self) -> Path | None:
        """The new file that keeps all that there is before it is replaced; None where there is nothing."""
        document = self.collect()
        if document == ReaderDocument():
            return None
        names = (self._marks.path.with_name(BEFORE.format(number=number)) for number in range(1, 1_000_000))
        path = next(path for path in names if not path.exists())
        replace_file(path, to_json(document).encode())
        return path

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        self._marks.close()
