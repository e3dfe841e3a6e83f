"""What lists show: rows of articles, things said, hits of a search. Values that cross the library's door.

`guessed` names those of their facts that the source does not state: none is shown without a sign of it.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tui.model.annotation import EntityKind, Quotation
from tui.model.article import ArticleId
from tui.model.coverage import COMPLETE, Coverage
from tui.model.span import Span

if TYPE_CHECKING:
    from tui.model.provenance import Fact, FactSource


class Order(StrEnum):
    """How the article list is ordered. Undated articles follow the dated ones, by file name."""

    NEWEST = "newest first"
    OLDEST = "oldest first"
    HEADLINE = "by headline"
    PUBLICATION = "by publication"
    QUOTATIONS = "most quotations first"
    UNREAD = "unread first"


class Grouping(StrEnum):
    """Under which heads the article list stands."""

    NONE = "not grouped"
    MONTH = "by month"
    YEAR = "by year"
    PUBLICATION = "by publication"


class RowGroup(NamedTuple):
    """A head of the list, in words, and how many rows follow under it."""

    words: str
    size: int


class Filter(NamedTuple):
    """Which articles a list shows: those that fit every part; an empty one fits all.

    Each of `words` begins a word of the headline, the publication, a name that the article mentions, a tag
    or the note; `phrases` stand there word for word and `without` does not. `speaker` is quoted in it.
    `after` is the first day that may be, `before` the first that may not. `flags` are of "unread", "starred",
    "tagged" and "noted". `tags` name a tag or its beginning, `notes` are words of the note.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    speaker: str = ""
    publication: str = ""
    after: date | None = None
    before: date | None = None
    flags: frozenset[str] = frozenset()
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


EVERYTHING = Filter()
"""The filter that every article fits."""


class LibraryCounts(NamedTuple):
    """How much the library holds: quotations are those that somebody said, people those named."""

    articles: int
    quotations: int
    people: int


class ArticleRow(NamedTuple):
    """One article as the list shows it; `titled` is False when `title` is only its opening words."""

    article: ArticleId
    path: str
    title: str
    titled: bool
    publication: str | None
    published: date | None
    minutes: int
    quotations: int
    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    guessed: frozenset[Fact] = frozenset()


class ArticleProvenance(NamedTuple):
    """One article as the ingest report tells of it: its facts, and where each was found or guessed.

    `titled` is False when `title` is only its opening words.
    """

    article: ArticleId
    path: str
    title: str
    titled: bool
    publication: str | None
    published: date | None
    provenance: tuple[FactSource, ...]

    @property
    def guessed(self) -> frozenset[Fact]:
        """The facts that the source does not state."""
        return frozenset(found.fact for found in self.provenance if found.guessed)


class QuotationRow(NamedTuple):
    """One quotation with all that a list says about it, so that no article has to be opened.

    `number` counts the spoken quotations of the article from 0. `words` are the words said, joined.
    `before` and `after` are the reporter's words round a partial quotation inside its sentence ("" for a
    direct one). `role` is what the article calls the speaker, or "".
    """

    article: ArticleId
    path: str
    title: str
    publication: str | None
    published: date | None
    number: int
    quotation: Quotation
    words: str
    before: str = ""
    after: str = ""
    role: str = ""
    guessed: frozenset[Fact] = frozenset()


class TextPassage(NamedTuple):
    """Words of an article outside its list of quotations.

    `span` is the stretch of its text to land on (None for its title), `words` what is shown of it: the whole
    paragraph, say, with `lit` the spans into it that were looked for.
    """

    article: ArticleId
    path: str
    title: str
    publication: str | None
    published: date | None
    words: str
    span: Span | None = None
    lit: tuple[Span, ...] = ()
    guessed: frozenset[Fact] = frozenset()

    @property
    def shown(self) -> Span | None:
        """The stretch of the text that `words` are, as far as that is known."""
        if self.span is None or not self.lit:
            return self.span
        start = self.span.start - self.lit[0].start
        return Span(start, start + len(self.words))


class Printing(NamedTuple):
    """An article that has the same words as another one: which, and where and when it was printed."""

    article: ArticleId
    path: str
    publication: str | None
    published: date | None
    guessed: frozenset[Fact] = frozenset()


class QuotationHit(NamedTuple):
    """Something said that a search found; `highlights` are spans into `said.words`.

    Where somebody says the very same in several articles, `said` is in the earliest; `also` are the others.
    One that `repeats` is in a hit before it. `name_highlights` and `role_highlights` are spans into the name
    of the speaker and into `said.role`.
    """

    said: QuotationRow
    score: float
    highlights: tuple[Span, ...] = ()
    also: tuple[Printing, ...] = ()
    name_highlights: tuple[Span, ...] = ()
    role_highlights: tuple[Span, ...] = ()
    repeats: bool = False


class Scope(StrEnum):
    """What a search looks through."""

    QUOTATIONS = "quotations"
    SPEAKERS = "speakers"
    HEADLINES = "headlines"
    TEXT = "full text"


class SpeakerHit(NamedTuple):
    """Somebody who speaks in the library, as a search shows them; `lit` are spans into `name`."""

    name: str
    kind: EntityKind
    quotations: int
    articles: int
    lit: tuple[Span, ...] = ()


class Hits(NamedTuple):
    """The best hits, how many quotations there are that match, of how many, and how the query was read.

    `hits` are quotations; a search in another scope has `others` instead. `readings` pairs a word as typed
    with the word it was taken for ("mayr", "mayor"); `trouble` is one sentence on a filter that could not be
    understood, or "". `unread` tells how many articles of a full text were not looked through (yet), and
    `coverage` how much of the files the index holds.
    """

    hits: tuple[QuotationHit, ...]
    matching: int
    total: int
    readings: tuple[tuple[str, str], ...] = ()
    trouble: str = ""
    others: tuple[TextPassage | SpeakerHit, ...] = ()
    unread: int = 0
    coverage: Coverage = COMPLETE
