"""Which articles of a library are like which: signatures and fingerprints in SQLite, kept article by article.

An article's key is the number of its row in the library's own table. Nothing that is stored changes when
other articles come, save in how many articles a word stands; how rare it is, is reckoned when asked.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from heapq import nlargest, nsmallest
from typing import NamedTuple

from tui.library import postings
from tui.library.house_text import HouseText
from tui.model.cutting import Cutting
from tui.model.relation import Reason
from tui.related.fingerprints import fingerprints
from tui.related.names import NAMED, folded
from tui.related.ranking import Question, encode, length, nearness, packed, rarity, unpacked, weights
from tui.related.reasons import Comparing
from tui.related.strength import COPYING, related_enough, with_reasons
from tui.related.terms import terms
from tui.related.words import cut

POSTED = 40
"""Words of an article by which others find it: its strongest."""
WALKED = 12_000
"""Postings that one question may walk: its strongest words first, a word in too many articles not at all."""
LIKELY = 60
"""Articles found by their strongest words that are then compared by all of them."""
CARRIERS = 50
"""A fingerprint that more articles have is everybody's wording."""
LOOSE, LOOSE_SHARE = 256, 0.1
"""So many articles come lately, and this share of the library, are folded."""
OPENED = 2
"""Articles that are opened for each one that is wanted: some turn out to have no reason."""
NAME = "="
"""Before a folded name, to tell it from a stem."""

SCHEMA = (
    "CREATE TABLE related_library (articles INTEGER NOT NULL, loose INTEGER NOT NULL)",
    "INSERT INTO related_library VALUES (0, 0)",
    """CREATE TABLE related_term (number INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE,
       articles INTEGER NOT NULL)""",
    """CREATE TABLE related_signature (article INTEGER PRIMARY KEY, published INTEGER, publication TEXT,
       length REAL NOT NULL, codes BLOB NOT NULL, names BLOB NOT NULL)""",
    *postings.SCHEMA,
)


class Found(NamedTuple):
    """An article by its key; how strongly it is related (0..1), why, and how much of it is copied (0..1)."""

    key: int
    score: float
    reasons: tuple[Reason, ...]
    copied: float


def create(con: sqlite3.Connection) -> None:
    """Make the tables of this module in a database that does not have them."""
    for statement in SCHEMA:
        con.execute(statement)


def add(con: sqlite3.Connection, key: int, cutting: Cutting) -> None:
    """Take an article in under a key that is not in use. The caller commits."""
    found = terms(cutting)
    names = {NAME + folded(entity.name) for entity in cutting.entities if entity.kind in NAMED}
    articles = _enter(con, names | {term.stem for term in found})
    codes = encode(found, {words: number for words, (number, _) in articles.items()})
    published = cutting.article.published
    weighed = weights(codes)
    size = length(weighed)
    row = (key, published and published.toordinal(), cutting.article.publication, size)
    named = array("I", sorted(articles[name][0] for name in names))
    con.execute(
        "INSERT INTO related_signature VALUES (?, ?, ?, ?, ?, ?)", (*row, packed(codes), packed(named))
    )
    con.execute("UPDATE related_library SET articles = articles + 1, loose = loose + 1")
    rarities = _rarities(con, dict(articles.values()))
    posted = nlargest(POSTED, weighed, key=lambda number: weighed[number] * rarities[number])
    postings.add(
        con, key, {number: weighed[number] / size for number in posted}, _prints(cutting.article.text)
    )


def remove(con: sqlite3.Connection, key: int, text: str) -> None:
    """Forget the article that had this text; nothing happens if it is not there. The caller commits."""
    row = con.execute("SELECT codes, names FROM related_signature WHERE article = ?", (key,)).fetchone()
    if row is None:
        return
    codes, names = map(unpacked, row)
    numbers = {code >> 1 for code in codes}
    postings.remove(con, key, numbers, _prints(text))
    entered = [(number,) for number in numbers | set(names)]
    con.executemany("UPDATE related_term SET articles = articles - 1 WHERE number = ?", entered)
    con.executemany("DELETE FROM related_term WHERE number = ? AND articles = 0", entered)
    con.execute("DELETE FROM related_signature WHERE article = ?", (key,))
    con.execute("UPDATE related_library SET articles = articles - 1")


def fold(con: sqlite3.Connection) -> None:
    """Fold what has come lately, if it is much beside the library. The caller commits."""
    articles, loose = con.execute("SELECT articles, loose FROM related_library").fetchone()
    if loose >= max(LOOSE, LOOSE_SHARE * articles):
        postings.fold(con)
        con.execute("UPDATE related_library SET loose = 0")


def _prints(text: str) -> frozenset[int]:
    return fingerprints(cut(text).folded)


def candidates(con: sqlite3.Connection, key: int, limit: int) -> list[tuple[int, float]]:
    """The articles most like one, each with its likeness (0..1), best first; never the article itself."""
    return _ranked(con, key, set(), limit)


def copies(con: sqlite3.Connection, key: int, text: str, limit: int) -> list[tuple[int, int]]:
    """The articles that share most of this article's wording, each with how many fingerprints, most first."""
    return _copies(key, postings.carriers(con, _prints(text), CARRIERS + 1), limit)


def wording(con: sqlite3.Connection, key: int, here: Cutting, limit: int) -> tuple[list[int], HouseText]:
    """The articles that share an article's wording, most first, and what tells its standing text from it."""
    carriers = postings.carriers(con, _prints(here.article.text), CARRIERS + 1)
    return [article for article, _ in _copies(key, carriers, limit)], HouseText(con, key, here, carriers)


def _copies(key: int, carriers: Mapping[int, Sequence[int]], limit: int) -> list[tuple[int, int]]:
    counted = Counter(
        article for articles in carriers.values() if len(articles) <= CARRIERS for article in articles
    )
    del counted[key]
    return nsmallest(limit, counted.items(), key=lambda one: (-one[1], one[0]))


def related(
    con: sqlite3.Connection, key: int, open_cutting: Callable[[int], Cutting | None], limit: int
) -> list[Found]:
    """The articles that belong with one, the most strongly related first.

    Opens some more than `limit` articles, OPENED times so many at most: not for the thread that draws.
    """
    here = open_cutting(key)
    if here is None:
        return []
    carriers = postings.carriers(con, _prints(here.article.text), CARRIERS + 1)
    copied = dict(_copies(key, carriers, OPENED * limit))
    ranked = _ranked(con, key, copied, OPENED * limit)
    promising = sorted(ranked, key=lambda one: (-_promise(one[1], one[0] in copied), one[0]))
    comparing = Comparing(here, _rarity_of(con), HouseText(con, key, here, carriers).holds)
    found: list[Found] = []
    for article, likeness in promising:
        if len(found) >= limit and _promise(likeness, article in copied) <= found[limit - 1].score:
            break
        there = open_cutting(article)
        why, share = comparing.compared(there) if there else ((), 0.0)
        if related_enough(likeness, why):
            found.append(Found(article, with_reasons(likeness, [reason.kind for reason in why]), why, share))
            found.sort(key=lambda one: (-one.score, one.key))
    return found[:limit]


def _promise(likeness: float, shares_wording: bool) -> float:
    """How strong a relation is at most that an article may turn out to have."""
    return with_reasons(likeness, COPYING) if shares_wording else likeness


def _enter(con: sqlite3.Connection, words: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Count one more article for each of `words`: its number, and in how many articles it stands now."""
    entered = postings.listed(words)
    con.execute(
        """INSERT INTO related_term (words, articles) SELECT value, 1 FROM json_each(?) WHERE true
           ON CONFLICT (words) DO UPDATE SET articles = articles + 1""",
        (entered,),
    )
    rows = con.execute(
        "SELECT words, number, articles FROM json_each(?) CROSS JOIN related_term ON words = value",
        (entered,),
    )
    return {word: (number, articles) for word, number, articles in rows}


def _rarities(con: sqlite3.Connection, articles: Mapping[int, int]) -> dict[int, float]:
    """The rarity of terms, given in how many articles each stands."""
    library = _articles(con)
    return {number: rarity(count, library) for number, count in articles.items()}


def _articles(con: sqlite3.Connection) -> int:
    count: int = con.execute("SELECT articles FROM related_library").fetchone()[0]
    return count


def _ranked(con: sqlite3.Connection, key: int, besides: Iterable[int], limit: int) -> list[tuple[int, float]]:
    """The best of the articles that share strong words with one, and of those `besides`."""
    row = con.execute("SELECT codes, published FROM related_signature WHERE article = ?", (key,)).fetchone()
    if row is None:
        return []
    codes = unpacked(row[0])
    articles = _standing(con, codes)
    question = Question(codes, _rarities(con, articles))
    keys = {*_likely(con, key, question, articles, max(limit, LIKELY)), *besides}
    rows = con.execute(
        """SELECT article, codes, length, published
           FROM json_each(?) CROSS JOIN related_signature ON article = value""",
        (postings.listed(keys),),
    )
    day = _day(row[1])
    found = [
        (article, question.likeness(unpacked(blob), size) * nearness(day, _day(published)))
        for article, blob, size, published in rows
    ]
    return [
        (article, min(1.0, like))
        for article, like in nlargest(limit, found, key=lambda one: (one[1], -one[0]))
    ]


def _standing(con: sqlite3.Connection, codes: Iterable[int]) -> dict[int, int]:
    """In how many articles each of the stems stands."""
    rows = con.execute(
        "SELECT number, articles FROM json_each(?) CROSS JOIN related_term ON number = value",
        (postings.listed({code >> 1 for code in codes}),),
    )
    return dict(rows.fetchall())


def _likely(
    con: sqlite3.Connection, key: int, question: Question, articles: Mapping[int, int], limit: int
) -> list[int]:
    """The articles with the most of the question's strongest words, within the budget of WALKED."""
    walked = 0
    chosen: list[tuple[int, float]] = []
    shared = {number: worth for number, worth in question.worth.items() if articles[number] > 1}
    for number in nlargest(POSTED, shared, key=shared.__getitem__):
        if walked + articles[number] <= WALKED:
            walked += articles[number]
            chosen.append((number, shared[number]))
    scores = postings.score(con, dict(chosen))
    scores.pop(key, None)
    return nsmallest(limit, scores, key=lambda article: (-scores[article], article))


def _rarity_of(con: sqlite3.Connection) -> Callable[[str], float]:
    """How rare a folded name or a stem is in this library, remembered for as long as it is asked."""
    library = _articles(con)
    known: dict[str, float] = {}

    def rarity_of(words: str) -> float:
        if words not in known:
            rows = con.execute(
                "SELECT max(articles) FROM related_term WHERE words IN (?, ?)", (words, NAME + words)
            )
            known[words] = rarity(rows.fetchone()[0] or 0, library)
        return known[words]

    return rarity_of


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
