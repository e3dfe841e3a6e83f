"""The one narrow door to the articles: everything above speaks to a Library and knows no SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tui.library.ports.upkeep import KeptUp
from tui.model.annotation import EntityKind
from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.listing import (
    EVERYTHING,
    Counts,
    Filter,
    Group,
    Grouping,
    Hits,
    Order,
    Row,
    Said,
    Scope,
)
from tui.model.mark import Mark
from tui.model.span import Span
from tui.model.trail import Place, Trail

if TYPE_CHECKING:
    from tui.model.dossier import Dossier
    from tui.model.elsewhere import Elsewhere
    from tui.model.known import Known
    from tui.model.relation import Relation
    from tui.model.verdict import Verdict
    from tui.model.visit import Visit


class Listing(Protocol):
    """A list of articles as it was when it was asked for: what is read since does not move its rows."""

    @property
    def total(self) -> int:
        """How many rows there are."""
        ...

    @property
    def groups(self) -> Sequence[Group]:
        """The heads over the rows, in their order; none if the list is not grouped."""
        ...

    def rows(self, start: int, limit: int) -> Sequence[Row]:
        """`limit` rows from row `start`, with the marks that they have by now."""
        ...

    def position(self, article: ArticleId) -> int | None:
        """At which row the article stands; None if it is not in this list."""
        ...


class Margin(Protocol):
    """What the reader writes beside articles, and how the list was left: on the disk when a call returns."""

    def set_read(self, article: ArticleId, read: bool) -> None:
        """Remember durably that the article was read, or was not."""
        ...

    def set_starred(self, article: ArticleId, starred: bool) -> None:
        """Star the article durably, or take the star away."""
        ...

    def set_tags(self, article: ArticleId, tags: Sequence[str]) -> None:
        """Give the article these tags durably, and no others."""
        ...

    def set_note(self, article: ArticleId, note: str) -> None:
        """Keep a note on the article durably; an empty one takes it away."""
        ...

    def mark(self, article: ArticleId) -> Mark:
        """What the article is marked with."""
        ...

    def tags(self) -> Sequence[str]:
        """The reader's tags, most used first."""
        ...

    def arranged(self) -> tuple[Order, Grouping]:
        """How the list was ordered and grouped the last time."""
        ...

    def set_arranged(self, order: Order, by: Grouping) -> None:
        """Remember durably how the list is ordered and grouped."""
        ...


class Library(Margin, KeptUp, Protocol):
    """A reading room: its articles, what was said in them, and the reader's own marks.

    Ids are made from content and stable. Calls answer at once from what is indexed; `update` brings the
    index up to date and may run in another thread of its own.
    """

    name: str
    """What the masthead calls it: the folder's name."""

    def counts(self) -> Counts:
        """How much there is."""
        ...

    def rows(self, order: Order, start: int, limit: int) -> Sequence[Row]:
        """`limit` rows of the whole list in that order, from row `start`."""
        ...

    def position(self, article: ArticleId, order: Order) -> int | None:
        """At which row of that order the article stands; None if it is not here."""
        ...

    def row(self, article: ArticleId) -> Row | None:
        """The article as the list shows it; None if it is not here."""
        ...

    def listing(self, order: Order, only: Filter = EVERYTHING, by: Grouping = Grouping.NONE) -> Listing:
        """The list of the articles that fit the filter.

        Grouped by date it has to be ordered by date, by publication by that. The whole list is there at
        once; one with a filter takes its time in a large library: not for the thread that draws.
        """
        ...

    def cutting(self, article: ArticleId) -> Cutting | None:
        """The article with its annotations; None if it is not (or no longer) here."""
        ...

    def location(self, article: ArticleId) -> Path | None:
        """The file that the article is in, by its true name: for an editor, not for the screen."""
        ...

    def last_place(self) -> Place | None:
        """Where the reader was in this library when they last left it."""
        ...

    def set_last_place(self, place: Place) -> None:
        """Remember where the reader is, for the next time."""
        ...

    def visits(self) -> Sequence[Visit]:
        """Where the reader has been here, in this run and earlier ones, the latest first."""
        ...

    def visited(self, visit: Visit | None, left: Place | None) -> None:
        """Remember a visit, and how the place before it was left."""
        ...

    def last_trail(self) -> Trail:
        """The way that the reader had taken when they last left, to go back along it."""
        ...

    def set_last_trail(self, trail: Trail) -> None:
        """Remember the way taken."""
        ...

    def kept(self, name: str) -> str | None:
        """A small choice of the reader's that was kept from run to run; None if there is none."""
        ...

    def keep(self, name: str, value: str) -> None:
        """Keep a small choice of the reader's."""
        ...

    def said_by(self, speaker: str, limit: int = 500) -> Sequence[Said]:
        """Everything that speaker said, under whatever name; undated first, then newest first."""
        ...

    def person(self, name: str) -> Known | None:
        """All that the library knows of who goes by that name (the best one, or one that an article uses).

        Of several, the one whose best name it is; None if no article gives that name.
        """
        ...

    def who(self, asked: str) -> Sequence[Known]:
        """All who are best known by that name, else all who have a name with these words in it.

        The most quoted come first.
        """
        ...

    def dossier(self, known: Known) -> Dossier:
        """Everything on one whom `person` or `who` has told of: not for the thread that draws."""
        ...

    def search(self, query: str, limit: int = 50, *, exact: bool = False) -> Hits:
        """Quick search over quotations and speakers; an empty query gives the newest quotations."""
        ...

    def look(
        self,
        query: str,
        scope: Scope,
        limit: int = 50,
        *,
        exact: bool = False,
        stop: Callable[[], bool] = lambda: False,
    ) -> Iterator[Hits]:
        """Quick search in a scope: one answer, or, where it takes long, one that grows until it is whole.

        Asked now and then, `stop` ends it early.
        """
        ...

    def verify(
        self,
        words: str,
        speaker: str | None = None,
        *,
        seconds: float | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> Verdict:
        """Whether the words are quoted in the library, how they differ, and who says them.

        `speaker` is who is supposed to have said them. The text outside of quotations is looked through, too,
        for no longer than so many seconds, where no quotation settles it; asked now and then, `stop` ends
        that early.
        """
        ...

    def related(self, article: ArticleId, limit: int = 10) -> Sequence[Relation]:
        """The articles that belong with this one, each with its reasons, strongest first."""
        ...

    def same_words(self, article: ArticleId, span: Span | None = None) -> Sequence[Elsewhere]:
        """The other articles that carry the words of `span`, or passages of the article; the earliest first.

        Undated ones are last. Not for the thread that draws.
        """
        ...

    def correct(
        self,
        article: ArticleId,
        number: int,
        speaker: str | None,
        kind: EntityKind | None,
        *,
        all_of_theirs: bool = False,
    ) -> None:
        """Say durably who said a quotation (`number` counts the spoken ones); None or "" is nobody.

        A speaker whom the article does not name is a new entity of that kind, a person without one. With
        `all_of_theirs` it is said of all that the quotation's present speaker says in the article. Every
        answer given from now on obeys it (but where a hundred articles or more were corrected in a large
        library, a search *for* the new name does from the next update on). Raises
        `UnchangeableError`, as the three below do, where the file of corrections cannot be changed.
        """
        ...

    def uncorrect(self, article: ArticleId, number: int) -> bool:
        """Give the quotation back the speaker that was found; False if none had been set by hand."""
        ...

    def rename(self, written: str, name: str, *, article: ArticleId | None = None) -> None:
        """Call an entity by another name, in one article or in all; with the name of another they become one.

        In one article `written` may be another form of somebody's name: those mentions alone are parted.
        """
        ...

    def undo(self) -> str:
        """Take back the last correction made in this run; says in one sentence what, or why nothing was."""
        ...

    def close(self) -> None:
        """Let go of every file. Safe to call twice."""
        ...
