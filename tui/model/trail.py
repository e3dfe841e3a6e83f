"""Where the reader is and has been: the only navigation state of the program."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from tui.model.article import ArticleId
from tui.model.span import Span


class PageKind(StrEnum):
    """What a page over the article shows."""

    DOSSIER = "dossier"
    SAME_WORDS = "same words"
    HISTORY = "history"


class PageState(NamedTuple):
    """A page laid over an article: of what it tells (a name, say), and how the reader stands in it.

    `column` has the keys, `chosen` is the thing chosen there, `top` its first row seen; `found` are words
    that it was narrowed to.
    """

    kind: PageKind
    of: str = ""
    column: int = 0
    chosen: int = 0
    top: int = 0
    found: str = ""


class Place(NamedTuple):
    """A spot in the library: an article, optionally the words to land on, and the exact view.

    `offset` is the code point shown at the top of the reading view, so that going back after a
    resize still finds the same words (negative: so many rows above the text); None means "wherever
    `span` is best seen". `leaf` is the page that lies over the article, if one does.
    """

    article: ArticleId
    span: Span | None = None
    offset: int | None = None
    leaf: PageState | None = None


class Trail(NamedTuple):
    """Immutable history: `back` oldest first, `forward` nearest first."""

    back: tuple[Place, ...] = ()
    here: Place | None = None
    forward: tuple[Place, ...] = ()

    def to(self, place: Place) -> Trail:
        """Go somewhere new: what lay ahead is forgotten."""
        if self.here is None:
            return Trail(self.back, place)
        return Trail((*self.back, self.here), place)

    def backward(self) -> Trail:
        """One step back, or the same trail at its beginning."""
        if not self.back or self.here is None:
            return self
        return Trail(self.back[:-1], self.back[-1], (self.here, *self.forward))

    def onward(self) -> Trail:
        """One step forward again, or the same trail at its end."""
        if not self.forward or self.here is None:
            return self
        return Trail((*self.back, self.here), self.forward[0], self.forward[1:])

    def seen_at(self, offset: int) -> Trail:
        """The same trail, remembering that the view stands at `offset` now."""
        return self if self.here is None else self._replace(here=self.here._replace(offset=offset))

    def with_page(self, leaf: PageState) -> Trail:
        """The same trail, remembering how the page over the article stands now."""
        return self if self.here is None else self._replace(here=self.here._replace(leaf=leaf))


class Visit(NamedTuple):
    """A place, when the reader came there (local time), its article's title, the words landed on or "".

    Title and words are kept with it, so that the history can be shown without opening any article.
    """

    place: Place
    at: datetime
    title: str
    words: str = ""
