"""The ports through which a library keeps up with its source, and tells what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.model.article import ArticleId
    from tui.model.coverage import Coverage
    from tui.model.listing import ArticleProvenance
    from tui.model.problem import Problem
    from tui.model.provenance import FactSource
    from tui.model.source import SourceLocation


class Covered(Protocol):
    """On how much of the files answers rest."""

    def coverage(self) -> Coverage:
        """How much of the files the index holds, as the last update left it or the present one knows."""
        ...


class Sync(Covered, Protocol):
    """Whether there is anything new, and taking it in."""

    def update(self, *, wait: bool = False) -> Iterator[tuple[int, int]]:
        """Bring the index up to date; yields (files done, files to do) after each batch.

        Where another program is at it already nothing is done, or, to `wait`, that one's progress is told as
        long as it makes any. Never raises for what is wrong with the disk: `troubles` says so then.
        """
        ...

    def due(self) -> Iterator[bool]:
        """Look, cheaply, whether an update is due: the articles have changed since the last one began.

        Meant to be asked every few seconds. Yields False after each bit of the work, so that whoever
        asks may pause or leave, and True, last, if it is.
        """
        ...

    def leave(self) -> None:
        """Let an update that goes on end soon: nobody waits for it any more. From any thread."""
        ...

    def forget(self) -> None:
        """Forget what was taken in: the next update does it all again. What is the reader's own stays."""
        ...


class Problems(Protocol):
    """What could not be read or is in doubt, and what else a path that is shown stands for."""

    def problems(self) -> Sequence[Problem]:
        """Files that could not be read, or were read with a doubt; what troubles the library comes first."""
        ...

    def troubles(self) -> Sequence[Problem]:
        """What keeps the library itself (index, marks, corrections) from being kept as it should be."""
        ...

    def not_read(self) -> int:
        """How many files could not be read."""
        ...

    def unsound(self) -> str:
        """What is wrong with the index itself, "" if nothing is: it is read from end to end."""
        ...

    def within(self, path: str) -> str:
        """A path that a Problem or an article shows, as seen from the library's folder."""
        ...

    def source_at(self, path: str) -> SourceLocation | None:
        """What a Problem or an article shows under that name, to be opened outside of this program."""
        ...

    def articles_in(self, path: str) -> Sequence[ArticleId]:
        """The articles of the file that is shown under that name; none if it is not (or no longer) here."""
        ...


class IngestReport(Protocol):
    """Where the facts of each article come from, and which were guessed."""

    def ingest(self, start: int, limit: int) -> Sequence[ArticleProvenance]:
        """What is known of so many articles and where from, in the order in which they were taken in."""
        ...

    def ingest_totals(self) -> Sequence[tuple[FactSource, int]]:
        """How many articles have each finding, fact by fact, the most frequent first."""
        ...
