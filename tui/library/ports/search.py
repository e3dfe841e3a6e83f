"""The ports that find words again: by half of them, or to the letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.model.listing import Hits, Scope
    from tui.model.verdict import Verdict


class QuotationSearch(Protocol):
    """Finds what was said by half-remembered words. No query raises."""

    def search(self, query: str, limit: int = 50, *, exact: bool = False, prints: bool = False) -> Hits:
        """Quick search over quotations and speakers; an empty query gives the newest quotations.

        What is said in several articles is one hit. With `prints` the others are hits, too, behind what is
        said otherwise.
        """
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


class Verifier(Protocol):
    """Judges whether words may be printed as a quotation."""

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
