"""In which articles a word or a piece of wording stands, kept small in SQLite.

What has come lately stands in rows, one a posting. Now and then these are folded into bundles: one run of
bytes with all postings of a word, or of a part of the fingerprints' range. A bundle takes a third of the room
and one look; rows take in an article without hundreds of bundles being written anew.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple, TypeVar
from zlib import crc32

SCHEMA = (
    """CREATE TABLE related_posting (term INTEGER NOT NULL, article INTEGER NOT NULL, weight INTEGER NOT NULL,
       PRIMARY KEY (term, article)) WITHOUT ROWID""",
    "CREATE TABLE related_postings (term INTEGER PRIMARY KEY, bundle BLOB NOT NULL)",
    """CREATE TABLE related_fingerprint (print INTEGER NOT NULL, article INTEGER NOT NULL,
       PRIMARY KEY (print, article)) WITHOUT ROWID""",
    "CREATE TABLE related_fingerprints (part INTEGER PRIMARY KEY, bundle BLOB NOT NULL)",
)
"""A bundle of postings holds the articles, four bytes each, then the weights, one byte each. A bundle of
fingerprints with one upper half, in articles with one upper part of their key, holds the lower halves of the
fingerprints, then of the keys, two bytes each."""
GRAIN = 255
"""Posted weights are whole numbers of so many parts."""
_SUM = 4
"""Bytes of the sum behind each bundle."""
_ENTRY = 5
"""Bytes of a posting in its bundle."""
_BITS = 16
"""Of the lower half of a fingerprint, and of the lower part of an article's key."""
_LOWER = (1 << _BITS) - 1
_ABOVE = 24
"""Bits of the upper part of an article's key."""
_TOGETHER = 1_000
"""Bundles that are read at once to be written anew."""

One = TypeVar("One")


class Posted(NamedTuple):
    """An article, the words it is posted under with their weights (0..1), and its fingerprints."""

    article: int
    weights: Mapping[int, float]
    prints: Iterable[int]

    @property
    def rows(self) -> list[tuple[int, int, int]]:
        """Word, article and weight in grains."""
        return [(term, self.article, round(GRAIN * weight)) for term, weight in self.weights.items()]


def add(con: sqlite3.Connection, posted: Iterable[Posted]) -> None:
    """Post a few articles, in rows. The caller commits."""
    for one in posted:
        con.executemany("INSERT INTO related_posting VALUES (?, ?, ?)", one.rows)
        printed = [(of, one.article) for of in one.prints]
        con.executemany("INSERT INTO related_fingerprint VALUES (?, ?)", printed)


def add_many(con: sqlite3.Connection, posted: Sequence[Posted]) -> None:
    """Post many articles, straight in bundles. The caller commits."""
    _bundle_up(
        con,
        sorted(row for one in posted for row in one.rows),
        sorted(place for one in posted for place in _places_of(one.prints, one.article)),
    )


def remove(con: sqlite3.Connection, article: int, terms: Iterable[int], prints: Iterable[int] | None) -> None:
    """Forget an article that may be posted under these words and fingerprints; None: nobody knows which."""
    if prints is None:
        con.execute("DELETE FROM related_fingerprint WHERE article = ?", (article,))
        asked = f"SELECT part FROM related_fingerprints WHERE part & {(1 << _ABOVE) - 1} = ?"
        parts = {part for (part,) in con.execute(asked, (article >> _BITS,))}
        prints = ()
    else:
        prints = [*prints]
        parts = {*map(_part_of, _places_of(prints, article))}
    terms = [*terms]
    con.executemany(
        "DELETE FROM related_posting WHERE term = ? AND article = ?", [(term, article) for term in terms]
    )
    con.executemany(
        "DELETE FROM related_fingerprint WHERE print = ? AND article = ?", [(one, article) for one in prints]
    )
    for term, bundle in _bundles(con, "related_postings", terms):
        articles, weights = _posted(bundle)
        left = [at for at, other in enumerate(articles) if other != article]
        kept = array("I", [articles[at] for at in left]).tobytes() + bytes(weights[at] for at in left)
        _put(con, "related_postings", term, kept)
    for part, bundle in _bundles(con, "related_fingerprints", parts):
        lower, keys = _printed(bundle)
        left = [at for at, key in enumerate(keys) if key != article & _LOWER]
        both = array("H", [lower[at] for at in left] + [keys[at] for at in left])
        _put(con, "related_fingerprints", part, both.tobytes())


def score(con: sqlite3.Connection, worth: Mapping[int, float]) -> dict[int, float]:
    """The articles posted under any of these words, each with the sum of weight times worth."""
    scores: defaultdict[int, float] = defaultdict(float)
    rows = con.execute(
        "SELECT term, article, weight FROM json_each(?) CROSS JOIN related_posting ON term = value",
        (as_json_list(worth),),
    )
    for term, article, weight in rows:
        scores[article] += weight * worth[term]
    for term, bundle in _bundles(con, "related_postings", worth):
        each = worth[term]
        for article, weight in zip(*_posted(bundle), strict=True):
            scores[article] += weight * each
    return scores


def carriers(con: sqlite3.Connection, prints: Iterable[int], most: int) -> dict[int, list[int]]:
    """For each fingerprint the articles that have it, no more than about `most`."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    by_half: defaultdict[int, list[int]] = defaultdict(list)
    for one in prints:
        by_half[one >> _BITS].append(one)
    bundles = con.execute(
        """SELECT value, part, bundle FROM json_each(:halves) CROSS JOIN related_fingerprints
        ON part BETWEEN value << :bits AND ((value + 1) << :bits) - 1""",
        {"halves": as_json_list(by_half), "bits": _ABOVE},
    )
    for half, part, bundle in bundles:
        lower, keys = _printed(_unsealed(part, bundle))
        above = (part & ((1 << _ABOVE) - 1)) << _BITS
        for one in by_half[half]:
            found[one] += [above | keys[at] for at in _places(lower, one & _LOWER, most - len(found[one]))]
    rows = con.execute(
        "SELECT print, article FROM json_each(?) CROSS JOIN related_fingerprint ON print = value",
        (as_json_list(one for some in by_half.values() for one in some),),
    )
    for one, article in rows:
        if len(found[one]) < most:
            found[one].append(article)
    return found


def fold(con: sqlite3.Connection) -> None:
    """Put the rows into the bundles. The caller commits."""
    rows = con.execute("SELECT term, article, weight FROM related_posting ORDER BY term, article").fetchall()
    printed = con.execute("SELECT print, article FROM related_fingerprint")
    _bundle_up(con, rows, sorted(place for one, article in printed for place in _places_of([one], article)))
    con.execute("DELETE FROM related_posting")
    con.execute("DELETE FROM related_fingerprint")


def _bundle_up(con: sqlite3.Connection, rows: Iterable[tuple[int, int, int]], places: Iterable[int]) -> None:
    """Put sorted postings (word, article, weight in grains) and places of fingerprints into bundles."""
    _add_to(con, "related_postings", groupby(rows, key=itemgetter(0)), _with_postings)
    _add_to(con, "related_fingerprints", groupby(places, key=_part_of), _with_prints)


def _add_to(
    con: sqlite3.Connection,
    table: str,
    groups: Iterable[tuple[int, Iterable[One]]],
    joined: Callable[[bytes, Sequence[One]], bytes],
) -> None:
    """Write each bundle anew with what is to be added to it."""
    each = ((key, [*more]) for key, more in groups)
    while some := dict(islice(each, _TOGETHER)):
        there = dict(_bundles(con, table, some))
        bundles = [(key, _sealed(key, joined(there.get(key, b""), more))) for key, more in some.items()]
        con.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", bundles)


def _with_postings(bundle: bytes, rows: Sequence[tuple[int, int, int]]) -> bytes:
    articles, weights = array("I", [row[1] for row in rows]), bytes([row[2] for row in rows])
    end = len(bundle) // _ENTRY * articles.itemsize
    return bundle[:end] + articles.tobytes() + bundle[end:] + weights


def _with_prints(bundle: bytes, places: Sequence[int]) -> bytes:
    lower = array("H", [place >> _BITS & _LOWER for place in places])
    keys = array("H", [place & _LOWER for place in places])
    end = len(bundle) // 2
    return bundle[:end] + lower.tobytes() + bundle[end:] + keys.tobytes()


def as_json_list(values: Iterable[object]) -> str:
    """Values for json_each, which takes a list of any length as one parameter."""
    return json.dumps(list(values))


def _bundles(con: sqlite3.Connection, table: str, keys: Iterable[int]) -> list[tuple[int, bytes]]:
    found = con.execute(
        f"SELECT t.rowid, bundle FROM json_each(?) CROSS JOIN {table} t ON t.rowid = value",
        (as_json_list(keys),),
    )
    return [(key, _unsealed(key, bundle)) for key, bundle in found.fetchall()]


def _sealed(key: int, bundle: bytes) -> bytes:
    """A bundle as it is kept: with a sum that tells whether it is still what was written under its key."""
    return bundle + _sum_of(key, bundle)


def _unsealed(key: int, kept: bytes) -> bytes:
    """The bundle. Raises sqlite3.DatabaseError, as for any damage, where it is not what was written."""
    bundle = kept[:-_SUM]
    if kept[-_SUM:] != _sum_of(key, bundle):
        raise sqlite3.DatabaseError("a bundle is malformed")
    return bundle


def _sum_of(key: int, bundle: bytes) -> bytes:
    return crc32(bundle, key & 0xFFFFFFFF).to_bytes(_SUM, "little")


def _put(con: sqlite3.Connection, table: str, key: int, bundle: bytes) -> None:
    if bundle:
        con.execute(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", (key, _sealed(key, bundle)))
    else:
        con.execute(f"DELETE FROM {table} WHERE rowid = ?", (key,))


def _posted(bundle: bytes) -> tuple[array[int], bytes]:
    """The articles and the weights of a bundle of postings."""
    size = len(bundle) // _ENTRY
    articles = array("I")
    articles.frombytes(bundle[: 4 * size])
    return articles, bundle[4 * size :]


def _printed(bundle: bytes) -> tuple[array[int], array[int]]:
    """The lower halves of the fingerprints and of the articles' keys in a bundle."""
    both = array("H")
    both.frombytes(bundle)
    size = len(both) // 2
    return both[:size], both[size:]


def _places_of(prints: Iterable[int], article: int) -> list[int]:
    """Fingerprints in an article, each as a number: its bundle, its lower half, the lower part of the key."""
    above, below = article >> _BITS, article & _LOWER
    return [((one >> _BITS << _ABOVE | above) << _BITS | one & _LOWER) << _BITS | below for one in prints]


def _part_of(place: int) -> int:
    """The bundle of a place."""
    return place >> 2 * _BITS


def _places(lower: array[int], wanted: int, most: int) -> Iterator[int]:
    """Where that number stands, the first `most` places."""
    at = -1
    for _ in range(most):
        try:
            at = lower.index(wanted, at + 1)
        except ValueError:
            return
        yield at
