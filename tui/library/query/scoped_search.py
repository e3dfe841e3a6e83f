"""Quick search in other scopes than quotations: who speaks, headlines, and the full text of every article."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from threading import RLock
from typing import Any, NamedTuple

from tui.library.index.articles import ArticleStore
from tui.library.index.database import Index
from tui.library.index.schema import ORDERED
from tui.library.query.full_text_scan import TextQuery, passage, scan_texts
from tui.library.query.quotation_search import QuotationSearcher
from tui.model.annotation import EntityKind
from tui.model.article import ArticleId
from tui.model.listing import Hits, Order, Scope, SpeakerHit, TextPassage
from tui.search.bitmaps import dense_bitmap
from tui.search.engine import Engine
from tui.search.normalisation import search_words
from tui.search.query import Query, parse

GROWING = 0.15
"""Seconds between two answers of a full text that is being looked through."""

_ROWS = {
    Scope.SPEAKERS: """
        SELECT k.key, k.variants FROM known k JOIN named n ON n.known = k.key
        GROUP BY k.key HAVING sum(n.quotations) > 0 ORDER BY sum(n.quotations) DESC, k.name""",
    Scope.HEADLINES: f"SELECT key, title FROM article ORDER BY {ORDERED[Order.NEWEST]}",
}
_NAMED = """
SELECT k.name, k.kind, sum(n.quotations), count(DISTINCT n.article)
FROM known k JOIN named n ON n.known = k.key WHERE k.key = ? GROUP BY k.key
"""
_ONLY_ARTICLES = "Headlines and full text know articles only: @ and is:direct are for quotations."
_ONLY_NAMES = "Speakers are found by their names alone: filters are for the other scopes."

Stop = Callable[[], bool]


class _Made(NamedTuple):
    """An engine over one kind of rows, the key of each, and the state of the index that it was made from."""

    state: tuple[str, int]
    keys: Sequence[int]
    engine: Engine


class ScopedSearch:
    """Answers in these scopes. The engines are made when they are first asked, and after changes."""

    def __init__(self, index: Index, searching: QuotationSearcher, articles: ArticleStore) -> None:
        self._index, self._searching, self._articles = index, searching, articles
        self._lock = RLock()
        self._made: dict[Scope, _Made] = {}

    def look(self, line: str, scope: Scope, limit: int, *, exact: bool, stop: Stop) -> Iterator[Hits]:
        """The best that a search line finds; of a full text first the newest, then more and more."""
        for hits in self._look(line, scope, limit, exact=exact, stop=stop):
            yield hits._replace(coverage=self._index.coverage)

    def _look(self, line: str, scope: Scope, limit: int, *, exact: bool, stop: Stop) -> Iterator[Hits]:
        query = parse(line)
        if scope is Scope.TEXT:
            yield from self._look_through(query, limit, stop)
            return
        with self._lock:
            made = self._current(scope)
        trouble = query.trouble or _misplaced(query, scope)
        plain = Query(query.words, query.phrases, query.without, typing=query.typing)
        allowed = self._allowed(made, query) if scope is Scope.HEADLINES else None
        found = made.engine.look(plain, limit, exact=exact, allowed=allowed, stop=stop)
        keys = [made.keys[row] for row, _ in found.rows]
        shown: Iterator[TextPassage | SpeakerHit] = (
            self._named(made, plain, keys, exact)
            if scope is Scope.SPEAKERS
            else self._titled(made, plain, keys, exact)
        )
        yield Hits((), found.matching, len(made.keys), found.readings, trouble, tuple(shown))

    def _current(self, scope: Scope) -> _Made:
        state = self._index.state()
        made = self._made.get(scope)
        if made is None or made.state != state:
            rows = self._index.ask_aside(_ROWS[scope])
            engine = Engine.of([(words.replace("\n", " "), "") for _, words in rows])
            made = self._made[scope] = _Made(state, [key for key, _ in rows], engine)
        return made

    def _allowed(self, made: _Made, query: Query) -> int | None:
        """The articles that the filters let through; None without a filter."""
        conditions, values = self._searching.conditions(query)
        if not conditions:
            return None
        asked = f"SELECT key FROM article WHERE {' AND '.join(conditions)}"
        wanted = {key for (key,) in self._index.ask(asked, values)}
        return dense_bitmap([row for row, key in enumerate(made.keys) if key in wanted], len(made.keys))

    def _named(self, made: _Made, query: Query, keys: Sequence[int], exact: bool) -> Iterator[SpeakerHit]:
        for key in keys:
            for name, kind, quotations, articles in self._index.ask(_NAMED, (key,)):
                lit = made.engine.lit(query, name, exact=exact) if query.words else ()
                yield SpeakerHit(name, EntityKind(kind), quotations, articles, lit)

    def _titled(self, made: _Made, query: Query, keys: Sequence[int], exact: bool) -> Iterator[TextPassage]:
        for key in keys:
            for found in self._titles(key):
                asked = query.words or query.phrases
                yield found._replace(lit=made.engine.lit(query, found.words, exact=exact) if asked else ())

    def _titles(self, key: int) -> Iterator[TextPassage]:
        """The article under that key, its title for words."""
        cutting = self._articles.open(key)
        if cutting is not None:
            it = cutting.article
            facts = (ArticleId(it.id), it.path, it.title, it.publication, it.published)
            yield TextPassage(*facts, it.title, guessed=it.guessed)

    def _look_through(self, query: Query, limit: int, stop: Stop) -> Iterator[Hits]:
        """The newest articles that have the words, as they are found; exact, but for case and accents."""
        conditions, values = self._searching.conditions(query)
        total = self._index.fact("articles", 0)
        trouble = query.trouble or _misplaced(query, Scope.TEXT)
        wanted = TextQuery(
            tuple(search_words(query.words)),
            tuple(tuple(search_words(one)) for one in query.phrases),
            query.typing,
        )
        if not wanted.words and not any(wanted.phrases):
            yield Hits((), 0, total, (), trouble)
            return
        found: list[TextPassage] = []
        matching = seen = 0
        told = time.monotonic()
        where = " AND ".join(conditions) or "1"
        with self._index.another() as connection:
            for step in scan_texts(connection, wanted, limit, where, values):
                if stop():
                    return
                seen, matching = step.articles, matching + step.matching
                found += self._passages(step.found)
                if time.monotonic() - told > GROWING:
                    told = time.monotonic()
                    yield Hits((), matching, total, (), trouble, tuple(found), max(0, total - seen))
        yield Hits((), matching, total, (), trouble, tuple(found))

    def _passages(self, found: Sequence[tuple[int, Any]]) -> Iterator[TextPassage]:
        for key, places in found:
            cutting = self._articles.open(key)
            if cutting is not None:
                yield passage(cutting.article, places)


def _misplaced(query: Query, scope: Scope) -> str:
    """One sentence on a filter that this scope has no use for."""
    if scope is Scope.SPEAKERS:
        others = (query.speaker, query.publication, query.after, query.before, query.flags)
        return _ONLY_NAMES if any(others) else ""
    return _ONLY_ARTICLES if query.speaker or query.flags & {"direct", "partial"} else ""
