"""Quick search over the index: the rows that the engine knows, and what its answers stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice
from threading import RLock
from typing import TYPE_CHECKING, Any

from tui.library.index.articles import ArticleStore
from tui.library.index.database import Index
from tui.model.listing import Hits, QuotationHit, QuotationRow
from tui.model.span import Span

if TYPE_CHECKING:  # imported when the first question is asked, not when the reader opens
    from tui.library.index.quotation_index_file import QuotationIndex
    from tui.library.query.same_quotations import SameQuotation
    from tui.search.query import Query

OPENED = 200
"""Articles found whose quotations are kept while a line is typed."""
RESORTED = 5_000
"""Quotations that came later and are set among the others by date, where nothing but the date orders them."""
LOOKED_AT = (100, 1_000, 10_000)
"""Quotations that are looked at until so many different ones are found as are wanted."""
CONSIDERED = 40
"""Quotations of each sort that are compared with words to be verified."""


class QuotationSearcher:
    """Answers quick searches. The engine is made at the first question, and again after changes."""

    def __init__(self, index: Index, articles: ArticleStore) -> None:
        self._index = index
        self._articles = articles
        self._lock = RLock()
        self._made: QuotationIndex | None = None
        self._opened_at: tuple[str, int] | None = None
        self._opened: dict[int, Sequence[QuotationRow]] = {}

    def search(
        self,
        line: str,
        limit: int,
        *,
        exact: bool,
        prints: bool = False,
        stop: Callable[[], bool] | None = None,
    ) -> Hits:
        """The best hits for a search line; an empty one gives the newest quotations."""
        from tui.library.query.same_quotations import by_kind, same_quotations, with_prints
        from tui.search.query import parse

        with self._lock:
            made = self._current()
            query = parse(line)
            allowed = self._allowed(made, query)
            resorted = 0 if query.words or query.phrases else min(made.later, RESORTED)
            for among in (max(limit, among) for among in LOOKED_AT):
                found = made.engine.look(query, among + resorted, exact=exact, allowed=allowed, stop=stop)
                best = sorted(found.rows, key=lambda one: (-one[1], made.ages[one[0]], one[0]))[:among]
                each = same_quotations(best, made, partial(self._told, made), self._articles)
                some = by_kind([*each], found.kinds) if found.kinds else each
                same = [*islice(some, limit)]
                if len(same) == limit or len(best) < among:
                    break
            if prints:
                same = with_prints(same)[:limit]
            said = self._told(made, [one.row for one in same])
            hits = [
                self._hit(made, query, said[one.row], one, exact=exact) for one in same if one.row in said
            ]
            total = self._index.fact("quotations", 0)
            coverage = self._index.coverage
            return Hits(tuple(hits), found.matching, total, found.readings, query.trouble, coverage=coverage)

    def nearest(self, words: str, speaker: str | None = None) -> dict[tuple[int, int], QuotationRow]:
        """The quotations that may be these words or something near them, by article and number there.

        What many have said is looked for once more among what that speaker says.
        """
        from tui.search.normalisation import folded_words
        from tui.search.parameters import MOST_WORDS
        from tui.search.query import Query

        with self._lock:
            made = self._current()
            said = folded_words(words)
            telling = sorted(dict.fromkeys(said), key=len, reverse=True)[:MOST_WORDS]
            few = " ".join(word for word in dict.fromkeys(said) if word in telling)
            queries = [Query(phrases=(words,), typing=False), Query(few, typing=False)]
            queries += [Query(phrases=(words,), speaker=speaker, typing=False)] if speaker else []
            found = [made.engine.look(query, CONSIDERED) for query in queries]
            rows = {row for one in found for row, _ in one.rows}
            return {
                (made.articles[row], made.numbers[row]): said for row, said in self._told(made, rows).items()
            }

    def _hit(
        self, made: QuotationIndex, query: Query, said: QuotationRow, of: SameQuotation, *, exact: bool
    ) -> QuotationHit:
        """What was found, the words of the query lit; a query of filters alone lights nothing."""
        if not (query.words or query.phrases):
            return QuotationHit(said, of.score, also=of.also, repeats=of.repeats)

        def lit(words: str, *, role: bool = False) -> tuple[Span, ...]:
            return made.engine.lit(query, words, exact=exact, role=role)

        name = said.quotation.speaker or ""
        return QuotationHit(
            said, of.score, lit(said.words), of.also, lit(name), lit(said.role, role=True), repeats=of.repeats
        )

    def _current(self) -> QuotationIndex:
        """The engine for the index as it is by now; for one that changes much, the latest there is."""
        from tui.library.query.search_engine_cache import current

        self._made = current(self._index, self._made)
        return self._made

    def _told(self, made: QuotationIndex, rows: Iterable[int]) -> dict[int, QuotationRow]:
        """What the rows of an answer stand for; an article that is found again and again is opened once."""
        state = self._index.state()
        if state != self._opened_at or len(self._opened) > OPENED:
            self._opened_at, self._opened = state, {}
        opened, told = self._opened, {}
        for row in rows:
            article, number = made.articles[row], made.numbers[row]
            if article not in opened:
                opened[article] = self._articles.said_in(article)
            if number < len(opened[article]):
                told[row] = opened[article][number]
        return told

    def _allowed(self, made: QuotationIndex, query: Query) -> int | None:
        """The rows that the filters on publication, date and flags let through; None without a filter."""
        from tui.search.bitmaps import dense_bitmap

        conditions, values = self.conditions(query)
        kinds = query.flags & {"direct", "partial"}
        if not conditions and not kinds:
            return None
        rows: Iterable[int] = range(len(made.articles))
        if conditions:
            asked = f"SELECT key FROM article WHERE {' AND '.join(conditions)}"
            wanted = {key for (key,) in self._index.ask(asked, values)}
            rows = [row for row, article in enumerate(made.articles) if article in wanted]
        if kinds:
            rows = [row for row in rows if ("partial" if made.partial[row] else "direct") in kinds]
        return dense_bitmap(rows, len(made.articles))

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
        from tui.search.normalisation import folded_words

        wanted = folded_words(words)
        titles = [title for (title,) in self._index.ask("SELECT DISTINCT publication FROM article") if title]
        return [
            title
            for title in titles
            if all(any(word.startswith(asked) for word in folded_words(title)) for asked in wanted)
        ]
