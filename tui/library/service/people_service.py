"""Asking a library who said what: quotations as lists show them, persons, dossiers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tui.library.index.articles import ArticleStore
from tui.library.index.database import Index
from tui.library.service.index_check import IndexCheck
from tui.model.listing import QuotationRow

if TYPE_CHECKING:
    from tui.model.dossier import Dossier
    from tui.model.known_entity import KnownEntity, KnownName


class PeopleService:
    """Answers the port `People`."""

    def __init__(self, index: Index, articles: ArticleStore, check: IndexCheck) -> None:
        self._index, self._articles, self._check = index, articles, check

    def said_by(self, speaker: str, limit: int = 500) -> Sequence[QuotationRow]:
        """Everything that speaker said, under whatever name; undated first, then newest first."""
        return self._check.answered(lambda: self._said_by(speaker, limit))

    def _said_by(self, speaker: str, limit: int) -> Sequence[QuotationRow]:
        from tui.library.query import people  # here and below: not before the first paint

        found = (
            said
            for article, names in people.articles_quoting(self._index, speaker)
            for said in self._articles.said_in(article)
            if said.quotation.speaker in names
        )
        return list(islice(found, limit))

    def person(self, name: str) -> KnownEntity | None:
        """All that the library knows of who goes by that name."""
        from tui.library.query import people

        return self._check.answered(lambda: people.person(self._index, name))

    def who(self, asked: str) -> Sequence[KnownEntity]:
        """All who are best known by that name, else all who have a name with these words in it."""
        from tui.library.query import people

        return self._check.answered(lambda: people.who(self._index, asked))

    def names_like(self, typed: str, limit: int = 8) -> Sequence[KnownName]:
        """Persons, bodies and groups whose names have the words typed in them, the likeliest first."""
        from tui.library.query import people

        return people.names_like(self._index, typed, limit)

    def dossier(self, known: KnownEntity) -> Dossier:
        """Everything on one whom `person` or `who` has told of."""
        from tui.library.query import dossiers

        return self._check.answered(lambda: dossiers.dossier(self._index, known, self._articles))
