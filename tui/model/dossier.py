"""A dossier: all that a library holds on one person, body or place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tui.model.annotation import EntityKind
from tui.model.article import ArticleId
from tui.model.known_entity import KnownEntity
from tui.model.listing import QuotationRow
from tui.model.provenance import Fact


class CoMention(NamedTuple):
    """Somebody or something that articles name as well, and how many of the dossier's articles do."""

    name: str
    kind: EntityKind
    articles: int


class NamingArticle(NamedTuple):
    """An article that names the one whom the dossier is about: how often, and what it quotes of them."""

    article: ArticleId
    title: str
    publication: str | None
    published: date | None
    mentions: int
    quotations: int
    guessed: frozenset[Fact] = frozenset()


@dataclass(frozen=True, slots=True)
class Dossier:
    """What `known` said, who speaks of them, whom they are named beside, and where.

    Lists of articles and quotations have the undated first, then the newest. `spoken_of` holds the latest
    quotations of others that name them; `beside` those named in most of the same articles first.
    """

    known: KnownEntity
    said: tuple[QuotationRow, ...] = ()
    spoken_of: tuple[QuotationRow, ...] = ()
    beside: tuple[CoMention, ...] = ()
    named_in: tuple[NamingArticle, ...] = ()
