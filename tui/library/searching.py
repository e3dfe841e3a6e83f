"""Quick search over the index: the rows that the engine knows, and what its answers stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import RLock
from typing import TYPE_CHECKING, Any

from tui.library.index import Index
from tui.model.listing import Hit, Hits, Said
from tui.model.span import Span

if TYPE_CHECKING:  # imported when the first question is asked, not when the reader opens
    from tui.library.quotation_index import QuotationIndex
    from tui.search.query import Query

SaidByKey = Callable[[list[int]], dict[int, Said]]

CONSIDERED = 40
"""Quotations of each sort that are compared with words to be verified."""
SMALL = 5_000
"""Quotations for which an engine is made in a moment; for more it is kept in a file by the update."""


class Searching:
    """Answers quick searches. The engine is made at the first question, and again after changes."""

    def __init__(self, index: Index, said: SaidByKey) -> None:
        self._index = index
        self._said = said
        self._lock = RLock()
        self._made: QuotationIndex | None = None

    def search(self, line: str, limit: int, *, exact: bool, stop: Callable[[], bool] | None = None) -> Hits:
        """The best hits for a search line; an empty one gives the newest quotations."""
        from tui.search.query import parse

        with self._lock:
            made = self._current()
            query = parse(line)
            allowed = self._allowed(made, query)
            found = made.engine.look(query, limit, exact=exact, allowed=allowed, stop=stop)
            said = self._said([made.keys[row] for row, _ in found.rows])
            hits = [
                Hit(said[key], score, self._lit(made, query, said[key].words, exact))
                for key, score in ((made.keys[row], score) for row, score in found.rows)
                if key in said
            ]
            return Hits(tuple(hits), found.matching, len(made.keys), found.readings, query.trouble)

    def nearest(self, words: str) -> dict[int, Said]:
        """The quotations that may be these words or something near them, by their keys."""
        from tui.search.folding import words_of
        from tui.search.query import Query
        from tui.search.tuning import MOST_WORDS

        with self._lock:
            made = self._current()
            said = words_of(words)
            telling = sorted(dict.fromkeys(said), key=len, reverse=True)[:MOST_WORDS]
            few = " ".join(word for word in dict.fromkeys(said) if word in telling)
            queries = (Query(phrases=(words,), typing=False), Query(few, typing=False))
            found = [made.engine.look(query, CONSIDERED) for query in queries]
            return self._said([made.keys[row] for one in found for row, _ in one.rows])

    def _lit(self, made: QuotationIndex, query: Query, words: str, exact: bool) -> tuple[Span, ...]:
        """The words found; a query of filters alone lights nothing."""
        return made.engine.lit(query, words, exact=exact) if query.words or query.phrases else ()

    def _current(self) -> QuotationIndex:
        """The engine for the index as it is by now; for a large one, the latest that an update has kept."""
        from tui.library.quotation_index import ROWS, file_of, load, made

        state = self._index.state()
        known = self._made
        if known is not None and known.state == state:
            return known
        if self._index.fact("quotations", 0) > SMALL:
            kept = load(file_of(self._index.file))
            if kept is not None and kept.state[0] == state[0]:
                known = kept
            if known is not None:
                self._made = known
                return known
        self._made = made(state, self._index.ask_aside(ROWS))
        return self._made

    def _allowed(self, made: QuotationIndex, query: Query) -> int | None:
        """The rows that the filters on publication, date and flags let through; None without a filter."""
        from tui.search.bitmaps import dense_bitmap

        conditions, values = self.conditions(query)
        kinds = query.flags & {"direct", "partial"}
        if not conditions and not kinds:
            return None
        rows: Iterable[int] = range(len(made.keys))
        if conditions:
            asked = f"SELECT key FROM article WHERE {' AND '.join(conditions)}"
            wanted = {key for (key,) in self._index.ask(asked, values)}
            rows = [row for row, article in enumerate(made.articles) if article in wanted]
        if kinds:
            rows = [row for row in rows if ("partial" if made.partial[row] else "direct") in kinds]
        return dense_bitmap(rows, len(made.keys))

    def conditions(self, query: Query) -> tuple[list[str], list[Any]]:
        """What the article has to be by the filters of a query, as SQL on its table with the values."""
        conditions: list[str] = []
        values: list[Any] = []
        if query.publication:
            titles = self._publications(query.publication)
            conditions.append(f"publication IN ({', '.join('?' * len(titles))})")
            values += titles
        if query.after:
            conditions.append("published >= ?")
            values.append(query.after.isoformat())
        if query.before:
            conditions.append("published < ?")
            values.append(query.before.isoformat())
        if "unread" in query.flags:
            conditions.append("NOT read")
        if "starred" in query.flags:
            conditions.append("starred")
        return conditions, values

    def _publications(self, words: str) -> list[str]:
        """The publications whose names have these words or words that begin so."""
        from tui.search.folding import words_of

        wanted = words_of(words)
        titles = [title for (title,) in self._index.ask("SELECT DISTINCT publication FROM article") if title]
        return [
            title
            for title in titles
            if all(any(word.startswith(asked) for word in words_of(title)) for asked in wanted)
        ]
