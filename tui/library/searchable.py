"""The part of a library that finds and verifies words."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

from tui.library.index import Index
from tui.library.searching import Searching
from tui.library.speaking import Speaking
from tui.model.cutting import Cutting
from tui.model.listing import Hits
from tui.model.verdict import Verdict


class Searchable(Speaking):
    """Finds what was said by half-remembered words, and judges whole quotations. Safe from any thread."""

    def __init__(self, index: Index, marks: Path) -> None:
        super().__init__(index, marks)
        self._searching = Searching(index, self._said_by_key)

    @abstractmethod
    def _opened(self, key: int) -> Cutting | None:
        """The article under that key; None if it is gone or damaged."""

    def search(self, query: str, limit: int = 50, *, exact: bool = False) -> Hits:
        """Quick search over quotations and speakers; an empty query gives the newest quotations."""
        return self._searching.search(query, limit, exact=exact)

    def verify(self, words: str, speaker: str | None = None, *, seconds: float | None = None) -> Verdict:
        """Whether the words are quoted in the library, how they differ, and who says them."""
        from tui.library.judging import Judging

        return Judging(self._index, self._searching, self._opened).verify(words, speaker, seconds)
