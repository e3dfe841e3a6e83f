"""The port of those who are quoted and named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.model.dossier import Dossier
    from tui.model.known_entity import KnownEntity, KnownName
    from tui.model.listing import QuotationRow


class People(Protocol):
    """Who is named in the articles, what they said, and all that is known of them."""

    def said_by(self, speaker: str, limit: int = 500) -> Sequence[QuotationRow]:
        """Everything that speaker said, under whatever name; undated first, then newest first."""
        ...

    def person(self, name: str) -> KnownEntity | None:
        """All that the library knows of who goes by that name (the best one, or one that an article uses).

        Of several, the one whose best name it is; None if no article gives that name.
        """
        ...

    def who(self, asked: str) -> Sequence[KnownEntity]:
        """All who are best known by that name, else all who have a name with these words in it.

        The most quoted come first.
        """
        ...

    def names_like(self, typed: str, limit: int = 8) -> Sequence[KnownName]:
        """Persons, bodies and groups of whose names all the words typed are a part, the likeliest first.

        Those whose name begins so come before others, then the most quoted. Not for the thread that draws.
        """
        ...

    def dossier(self, known: KnownEntity) -> Dossier:
        """Everything on one whom `person` or `who` has told of: not for the thread that draws."""
        ...
