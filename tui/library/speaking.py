"""Asking a library who said what: quotations as lists show them, persons, dossiers."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tui.library import knowing
from tui.library.compact import unpack_quotation
from tui.library.correcting import Correctable
from tui.library.scan import shown
from tui.model.article import ArticleId
from tui.model.dossier import Dossier
from tui.model.known import Known
from tui.model.listing import Said

_SAID = """
SELECT s.key, a.id, f.root, f.path, a.title, a.publication, a.published, s.number, s.quotation,
  s.words, s.before, s.after, s.role
FROM said s JOIN article a ON a.key = s.article JOIN file f ON f.key = a.file
"""


class Speaking(Correctable):
    """A library that answers by name; the class below says where its articles lie."""

    @abstractmethod
    def _path(self, root: int, below: bytes) -> Path:
        """The file below that one of the library's paths."""

    def said_by(self, speaker: str, limit: int = 500) -> Sequence[Said]:
        """Everything that speaker said, under whatever name; undated first, then newest first."""
        found = self._index.ask(
            f"{_SAID} WHERE {knowing.SAID_BY} ORDER BY a.age <> 0, a.age, a.name, s.number LIMIT ?2",
            (knowing.meant(self._index, speaker), limit),
        )
        return [self._said(row) for row in found]

    def person(self, name: str) -> Known | None:
        """All that the library knows of who goes by that name."""
        return knowing.person(self._index, name)

    def who(self, asked: str) -> Sequence[Known]:
        """All who are best known by that name, else all who have a name with these words in it."""
        return knowing.who(self._index, asked)

    def dossier(self, known: Known) -> Dossier:
        """Everything on one whom `person` or `who` has told of."""
        from tui.library import dossiers

        return dossiers.dossier(self._index, known, self._said_where, self.cutting)

    def _said_where(self, end: str, values: Sequence[Any]) -> list[Said]:
        return [self._said(row) for row in self._index.ask_aside(f"{_SAID} {end}", values)]

    def _said_by_key(self, keys: list[int]) -> dict[int, Said]:
        marks = ", ".join("?" * len(keys))
        found = self._index.ask(f"{_SAID} WHERE s.key IN ({marks})", keys)
        return {row[0]: self._said(row) for row in found}

    def _said(self, row: Sequence[Any]) -> Said:
        _, name, root, path, title, publication, published, number, quotation, *words = row
        return Said(
            ArticleId(name),
            shown(self._path(root, path)),
            title,
            publication,
            day_of(published),
            number,
            unpack_quotation(quotation),
            *words,
        )


def day_of(published: str | None) -> date | None:
    """A day as the index keeps it."""
    return date.fromisoformat(published) if published else None
