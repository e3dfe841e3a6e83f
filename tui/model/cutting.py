"""A cutting: an article with what was found in it. The unit that the whole program works on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tui.model.annotation import Entity, Mention, Quotation
from tui.model.article import Article


@dataclass(frozen=True)
class Cutting:
    """Quotations and mentions are ordered by where they start; entities by first mention.

    Without slots, so that what is asked at every key can be kept.
    """

    article: Article
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()

    @cached_property
    def spoken(self) -> tuple[Quotation, ...]:
        """The quotations that somebody said: scare quotes left out."""
        return tuple(q for q in self.quotations if q.spoken)

    def entity(self, name: str | None) -> Entity | None:
        """The entity of that name, if the cutting has it."""
        return self._by_name.get(name) if name else None

    @cached_property
    def _by_name(self) -> dict[str, Entity]:
        return {entity.name: entity for entity in reversed(self.entities)}

    def mentions_of(self, name: str) -> tuple[Mention, ...]:
        """Where that entity is named, in order."""
        return tuple(self._mentions_by_name.get(name, ()))

    @cached_property
    def _mentions_by_name(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.entity, []).append(mention)
        return found
