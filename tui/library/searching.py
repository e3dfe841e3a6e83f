"""Quick search over the index: the rows that the engine knows, and what its answers stand for."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING, Any

from tui.library.index import Index
from tui.model.listing import Hit, Hits, Said

if TYPE_CHECKING:  # imported when the first question is asked, not when the reader opens
    from tui.search.engine import Engine
    from tui.search.query import Query

SaidByKey = Callable[[list[int]], dict[int, Said]]

SMALL = 5_000
"""Quotations for which an engine is made in a moment: then it follows every change of the index."""
GROWN = 1.25
"""While a larger index is being made, the engine is made again when there is so much more to find."""

_ROWS = """
SELECT s.key, s.article, s.kind, s.words, s.called
FROM said s JOIN article a ON a.key = s.article ORDER BY a.age, a.name, a.key, s.number
"""


class _Made:
    """An engine, and for each of its rows the key, the article and the kind of the quotation."""

    def __init__(self, rows: list[Any], state: object) -> None:
        from tui.search.engine import Engine

        self.state = state
        self.keys = array("q", (row[0] for row in rows))
        self.articles = array("q", (row[1] for row in rows))
        self.kinds = [row[2] for row in rows]
        self.engine: Engine = Engine.of([(row[3], row[4]) for row in rows])


class Searching:
    """Answers quick searches. The engine is made at the first question, and again after changes."""

    def __init__(self, index: Index, said: SaidByKey) -> None:
        self._index = index
        self._said = said
        self._lock = RLock()
        self._made: _Made | None = None

    def search(self, line: str, limit: int, *, exact: bool) -> Hits:
        """The best hits for a search line; an empty one gives the newest quotations."""
        from tui.search.query import parse

        with self._lock:
            made = self._current()
            query = parse(line)
            found = made.engine.look(query, limit, exact=exact, allowed=self._allowed(made, query))
            said = self._said([made.keys[row] for row, _ in found.rows])
            hits = [
                Hit(said[key], score, made.engine.lit(query, said[key].words, exact=exact))
                for key, score in ((made.keys[row], score) for row, score in found.rows)
                if key in said
            ]
            return Hits(tuple(hits), found.matching, len(made.keys), tuple(found.readings), query.trouble)

    def _current(self) -> _Made:
        """The engine as it should be by now."""
        state = self._index.state()
        made = self._made
        if made is None or (made.state != state and self._worth_while(made)):
            made = self._made = _Made(self._index.ask(_ROWS), state)
        return made

    def _worth_while(self, made: _Made) -> bool:
        total = self._index.fact("quotations", 0)
        return total <= SMALL or not self._index.updating or total > GROWN * len(made.keys)

    def _allowed(self, made: _Made, query: Query) -> int | None:
        """The rows that the filters on publication, date and flags let through; None without a filter."""
        from tui.search.bitmaps import bitmap

        conditions, values = self._conditions(query)
        kinds = query.flags & {"direct", "partial"}
        if not conditions and not kinds:
            return None
        rows = range(len(made.keys))
        if conditions:
            asked = f"SELECT key FROM article WHERE {' AND '.join(conditions)}"
            wanted = {key for (key,) in self._index.ask(asked, values)}
            allowed = [row for row in rows if made.articles[row] in wanted]
        else:
            allowed = list(rows)
        if kinds:
            allowed = [row for row in allowed if made.kinds[row] in kinds]
        return bitmap(allowed, len(made.keys))

    def _conditions(self, query: Query) -> tuple[list[str], list[Any]]:
        """What the article has to be, as SQL with its values."""
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
