"""Sums over the tables that names and relations are read from: a byte that changes on the disk changes them.

SQLite finds pages that make no sense and not values that are others than were written. The sums are kept with
the revision of the index that they are of, at the end of an update; while another revision stands they say
nothing. Cuttings and bundles carry sums of their own.
"""

from __future__ import annotations

import json
import sqlite3
from zlib import crc32

from tui.library.core.sqlite_errors import DAMAGING, is_damage
from tui.library.index.database import Index

_FACT = "sums"
_MODULUS = 2_147_483_647
_SUMMED: tuple[tuple[str, str, str], ...] = (
    ("article", "", "key * 31 + crc(id)"),
    ("article", "sqlite_autoindex_article_1", "key * 31 + crc(id)"),
    (
        "named",
        "",
        "article * 31 + called * 37 + known * 41 + quotations * 43 + mentions * 47 + length(about)",
    ),
    ("named", "named_by_known", "article * 31 + called * 37 + known * 41"),
    ("called", "", "key * 31 + kind * 37 + block * 41 + crc(name) * 3 + crc(variants) * 5"),
    ("called", "called_by_block", "key * 31 + block * 41"),
    ("called", "sqlite_autoindex_called_1", "key * 31 + kind * 37 + crc(name) * 3"),
    ("alike", "", "known * 31 + other * 37"),
    ("related_library", "", "articles * 31 + loose * 37"),
    ("related_term", "", "number * 31 + articles * 37 + length(words) * 41 + unicode(words) * 43"),
    (
        "related_term",
        "sqlite_autoindex_related_term_1",
        "number * 31 + length(words) * 41 + unicode(words) * 43",
    ),
    (
        "related_signature",
        "",
        "article * 31 + coalesce(published, 0) * 37 + crc(publication) + crc(codes) * 3 + crc(names) * 5 "
        "+ CAST(length * 1000 AS INTEGER) % 1000000 * 41",
    ),
    ("related_posting", "", "term * 31 + article * 37 + weight * 41"),
    ("related_postings", "", "term * 31 + length(bundle)"),
    ("related_fingerprint", "", "print * 31 + article * 37"),
    ("related_fingerprints", "", f"part % {_MODULUS} * 31 + length(bundle)"),
)
"""Table, the index by which its rows are met, or "", and what each row counts."""


def keep_sums(index: Index) -> None:
    """Keep the sums of the index as it is now, unless they are there."""
    if index.fixed or _kept(index):
        return
    with index.changing() as connection:
        (revision,) = connection.execute("SELECT value FROM fact WHERE name = 'revision'").fetchone()
        fact = json.dumps([revision, _sums(connection)])
        connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (_FACT, fact))


def is_sound(index: Index) -> bool:
    """Whether the tables are as they were written, as far as it is known."""
    try:
        with index.another() as connection:
            connection.execute("BEGIN")  # all of it as it is at one moment
            facts = dict(
                connection.execute("SELECT name, value FROM fact WHERE name IN ('revision', ?)", (_FACT,))
            )
            revision, sums = json.loads(facts.get(_FACT, "[null, null]"))
            return bool(revision != facts.get("revision") or sums == _sums(connection))
    except DAMAGING as error:
        if is_damage(error):
            return False
        raise
    except (ValueError, TypeError):  # the sums themselves are no longer what they were
        return False


def _kept(index: Index) -> bool:
    try:
        revision, _ = json.loads(index.fact(_FACT, "[null, null]"))
    except (ValueError, TypeError):
        return False
    return revision is not None and int(revision) == index.state()[1]


def _sums(connection: sqlite3.Connection) -> list[list[int | None]]:
    connection.create_function("crc", 1, _crc, deterministic=True)
    statements = (
        f"SELECT count(*), sum(({worth}) % {_MODULUS}) FROM {table} "
        f"{'INDEXED BY' if by else 'NOT INDEXED'} {by}"
        for table, by, worth in _SUMMED
    )
    return [list(connection.execute(statement).fetchone()) for statement in statements]


def _crc(value: str | bytes | None) -> int:
    return crc32(value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value or b"\0")
