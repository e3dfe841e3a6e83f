"""Asking a library who said what: quotations as lists show them, persons, dossiers."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from tui.library.service.correction_service import Correctable
from tui.model.cutting import Cutting
from tui.model.listing import Said

if TYPE_CHECKING:
    from tui.model.dossier import Dossier
    from tui.model.known_entity import Known


class Speaking(Correctable):
    """A library that answers by name; the class below opens its articles."""

    @abstractmethod
    def _opened(self, key: int) -> Cutting | None:
        """The article of that key; None if it is not here any more."""

    def said_by(self, speaker: str, limit: int = 500) -> Sequence[Said]:
        """Everything that speaker said, under whatever name; undated first, then newest first."""
        from tui.library.query import people  # here and below: not before the first paint

        found = (
            said
            for article, names in people.speaking(self._index, speaker)
            for said in self._said_in(article)
            if said.quotation.speaker in names
        )
        return list(islice(found, limit))

    def person(self, name: str) -> Known | None:
        """All that the library knows of who goes by that name."""
        from tui.library.query import people

        return people.person(self._index, name)

    def who(self, asked: str) -> Sequence[Known]:
        """All who are best known by that name, else all who have a name with these words in it."""
        from tui.library.query import people

        return people.who(self._index, asked)

    def dossier(self, known: Known) -> Dossier:
        """Everything on one whom `person` or `who` has told of."""
        from tui.library.query import dossiers

        return dossiers.dossier(self._index, known, self._opened)

    def _said_in(self, key: int) -> Sequence[Said]:
        """What was said in an article, by its key."""
        from tui.library.query.quotations_of import (
            said_in,  # when first asked: not every reader of one article does
        )

        cutting = self._opened(key)
        return [*said_in(cutting)] if cutting else ()


def day_of(published: str | None) -> date | None:
    """A day as the index keeps it."""
    return date.fromisoformat(published) if published else None
