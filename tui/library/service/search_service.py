"""Finding and verifying words in a library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tui.library.index.articles import ArticleStore
from tui.library.index.database import Index
from tui.library.query.quotation_search import QuotationSearcher
from tui.model.listing import Hits, Scope

if TYPE_CHECKING:  # imported when another scope is asked for, or a verdict
    from tui.library.query.scoped_search import ScopedSearch
    from tui.model.verdict import Verdict


class SearchService:
    """Answers the ports `QuotationSearch` and `Verifier`. From any thread."""

    def __init__(self, index: Index, articles: ArticleStore, searching: QuotationSearcher) -> None:
        self._index, self._articles, self._searching = index, articles, searching
        self._scopes: ScopedSearch | None = None

    def search(self, query: str, limit: int = 50, *, exact: bool = False, prints: bool = False) -> Hits:
        """Quick search over quotations and speakers; an empty query gives the newest quotations.

        What is said in several articles is one hit. With `prints` the others are hits, too, behind what is
        said otherwise.
        """
        return self._searching.search(query, limit, exact=exact, prints=prints)

    def look(
        self,
        query: str,
        scope: Scope,
        limit: int = 50,
        *,
        exact: bool = False,
        stop: Callable[[], bool] = lambda: False,
    ) -> Iterator[Hits]:
        """Quick search in a scope: one answer, or, where it takes long, one that grows until it is whole."""
        if scope is Scope.QUOTATIONS:
            yield self._searching.search(query, limit, exact=exact, stop=stop)
            return
        if self._scopes is None:
            from tui.library.query.scoped_search import ScopedSearch

            self._scopes = ScopedSearch(self._index, self._searching, self._articles)
        yield from self._scopes.look(query, scope, limit, exact=exact, stop=stop)

    def verify(
        self,
        words: str,
        speaker: str | None = None,
        *,
        seconds: float | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> Verdict:
        """Whether the words are quoted in the library, how they differ, and who says them."""
        from tui.library.query.quotation_verifier import Deadline, QuotationVerifier

        verifier = QuotationVerifier(self._index, self._searching, self._articles)
        return verifier.verify(words, speaker, Deadline(seconds, stop))
