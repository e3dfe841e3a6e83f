"""Taking articles into the tables of relations, and out of them: signatures and fingerprints, kept in SQLite.

An article's key is the number of its row in the library's own table. Nothing that is stored changes when
other articles come, save in how many articles a word stands; how rare it is, is reckoned when asked.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import nlargest

from tui.library.index import postings
from tui.library.index.postings import Posted
from tui.related.article_features import ArticleFeatures, fingerprints_of
from tui.related.likeness import encode, packed, rarity, unpacked, vector_length, weights

POSTED = 40
"""Words of an article by which others find it: its strongest."""
FEWEST, SHARE, MOST = 256, 0.1, 5_000
"""This share of a library's articles, within these bounds, is much: so many at once go straight into bundles,
so many that came one by one are folded."""
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


def create(con: sqlite3.Connection) -> None:
    """Make the tables of this module in a database that does not have them."""
    for statement in SCHEMA:
        con.execute(statement)


def add(con: sqlite3.Connection, signatures: Mapping[int, ArticleFeatures]) -> None:
    """Take articles in, each under a key that is not in use. The caller commits."""
    con.execute("UPDATE related_library SET articles = articles + ?", (len(signatures),))
    entered = _enter(con, Counter(words for one in signatures.values() for words in _words(one)))
    library = articles_in(con)
    rarities = {number: rarity(articles, library) for number, articles in entered.values()}
    numbers = {words: number for words, (number, _) in entered.items()}
    posted = [_add(con, key, signature, numbers, rarities) for key, signature in signatures.items()]
    if _is_much(len(signatures), library):
        postings.add_many(con, posted)
    else:
        postings.add(con, posted)
        con.execute("UPDATE related_library SET loose = loose + ?", (len(signatures),))


def _add(
    con: sqlite3.Connection,
    key: int,
    signature: ArticleFeatures,
    numbers: Mapping[str, int],
    rarities: Mapping[int, float],
) -> Posted:
    codes = encode(zip(signature.stems.split(), signature.are_names, strict=True), numbers)
    names = array("I", sorted(numbers[NAME + name] for name in signature.names))
    weighed = weights(codes)
    size = vector_length(weighed)
    published = signature.published and signature.published.toordinal()
    row = (key, published, signature.publication, size, packed(codes), packed(names))
    con.execute("INSERT INTO related_signature VALUES (?, ?, ?, ?, ?, ?)", row)
    strong = nlargest(POSTED, [(weight * rarities[number], number) for number, weight in weighed.items()])
    return Posted(key, {number: weighed[number] / size for _, number in strong}, signature.prints)


def remove(con: sqlite3.Connection, key: int, text: str) -> None:
    """Forget the article that had this text, "" if that is damaged; nothing happens if it is not there.

    The caller commits.
    """
    row = con.execute("SELECT codes, names FROM related_signature WHERE article = ?", (key,)).fetchone()
    if row is None:
        return
    numbers, names = stems_of(unpacked(row[0])), unpacked(row[1])
    postings.remove(con, key, numbers, fingerprints_of(text) if text else None)
    entered = [(number,) for number in numbers.union(names)]
    con.executemany("UPDATE related_term SET articles = articles - 1 WHERE number = ?", entered)
    con.executemany("DELETE FROM related_term WHERE number = ? AND articles = 0", entered)
    con.execute("DELETE FROM related_signature WHERE article = ?", (key,))
    con.execute("UPDATE related_library SET articles = articles - 1")


def fold(con: sqlite3.Connection) -> None:
    """Fold what has come lately, if it is much beside the library. The caller commits."""
    articles, loose = con.execute("SELECT articles, loose FROM related_library").fetchone()
    if _is_much(loose, articles):
        postings.fold(con)
        con.execute("UPDATE related_library SET loose = 0")


def articles_in(con: sqlite3.Connection) -> int:
    """How many articles have been taken in."""
    count: int = con.execute("SELECT articles FROM related_library").fetchone()[0]
    return count


def stems_of(codes: Iterable[int]) -> set[int]:
    """The numbers of the stems in these codes."""
    return {code >> 1 for code in codes}


def _is_much(articles: int, library: int) -> bool:
    return articles >= min(MOST, max(FEWEST, SHARE * library))


def _words(signature: ArticleFeatures) -> set[str]:
    """All that is counted of an article: its stems, and its names told apart from them."""
    return {*signature.stems.split(), *(NAME + name for name in signature.names)}


def _enter(con: sqlite3.Connection, counted: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """Count so many more articles for these words: the number of each, and in how many articles it stands."""
    con.executemany(
        """INSERT INTO related_term (words, articles) VALUES (?, ?)
           ON CONFLICT (words) DO UPDATE SET articles = articles + excluded.articles""",
        counted.items(),
    )
    rows = con.execute(
        "SELECT words, number, articles FROM json_each(?) CROSS JOIN related_term ON words = value",
        (postings.as_json_list(counted),),
    )
    return {words: (number, articles) for words, number, articles in rows}
