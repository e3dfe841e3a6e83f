"""Why two articles belong together."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tui.model.article import ArticleId
from tui.model.span import Span


class ReasonKind(StrEnum):
    """What two articles share, strongest evidence first."""

    PASSAGE = "passage"
    QUOTATION = "quotation"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    PLACES = "places"
    WORDS = "words"


class Reason(NamedTuple):
    """One shared thing in words ("17 words the same", "George Osborne, Labour").

    `here` and `there` are the places in the two texts where it stands; the first is where a jump lands.
    """

    kind: ReasonKind
    words: str
    here: tuple[Span, ...] = ()
    there: tuple[Span, ...] = ()


COPY = 0.5
"""The share of the shorter text above which two articles are one that was printed twice."""


class Relation(NamedTuple):
    """Another article, how strongly it is related (0..1), and why: reasons strongest first.

    `copied` is the share (0..1) of the words of the shorter text that stands in the other one as well. `also`
    are further articles with the very text of the other one: they are related for the same reasons.
    """

    article: ArticleId
    score: float
    reasons: tuple[Reason, ...]
    copied: float = 0.0
    also: tuple[ArticleId, ...] = ()

    @property
    def is_copy(self) -> bool:
        """Whether more than half is copied: the same article "also in" another paper."""
        return self.copied > COPY
