"""What a library knows of one person, body or place, from all of its articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tui.model.annotation import EntityKind
from tui.model.article import ArticleId
from tui.model.provenance import Fact


class AttestedRole(NamedTuple):
    """What one article calls somebody, and which article that is."""

    words: str
    article: ArticleId
    title: str
    publication: str | None
    published: date | None
    guessed: frozenset[Fact] = frozenset()


class KnownName(NamedTuple):
    """A best name of the library, for who begins to type it: of what, and how many articles give it."""

    name: str
    kind: EntityKind
    articles: int


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """One person, body or place under its best name.

    `aliases` are the other names that articles use; `roles` are given by article, conflicting ones side by
    side, newest article first. `mentions` counts where articles name it, `articles` how many do. `alike` are
    names of the library that may be the same and are kept apart because nothing proves it.
    `inferred` counts the articles that give a person's surname alone, whose only bearer this is.
    A surname that cannot be told to be anybody's stands for all who are called only that.
    """

    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    roles: tuple[AttestedRole, ...]
    quotations: int
    mentions: int
    articles: int
    alike: tuple[str, ...] = ()
    inferred: int = 0
