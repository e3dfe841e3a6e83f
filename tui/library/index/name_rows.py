"""The names that an article gives, as rows of the index. Who is who among them is settled after an update."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from tui.extract.linking.name_forms import block_key, name_forms_in
from tui.library.index import pending_search
from tui.library.index.cutting_codec import pack_about
from tui.library.index.schema import KINDS
from tui.model.cutting import Cutting

NamedRow = tuple[str, int, int, int, int, str, tuple[str, ...]]
"""name, kind, block (see `schema`), quotations, mentions, about (see `cutting_codec`), other names"""

_ENTER = """INSERT OR FAIL INTO called (name, kind, block, variants) VALUES (?, ?, ?, '')
ON CONFLICT (name, kind) DO UPDATE SET variants = '' WHERE variants IS NULL"""
"""Fails rather than aborts, as all that many rows go through: else SQLite copies the pages that a statement
changes, to take it back alone. What an error leaves, the transaction takes back."""
_NAME = "INSERT OR FAIL INTO named SELECT ?, key, key, ?, ?, ? FROM called WHERE name = ? AND kind = ?"


def named_rows(cutting: Cutting) -> Iterator[NamedRow]:
    """What the index keeps of the names of a cutting."""
    for naming in name_forms_in(cutting, 0):
        about = pack_about(naming.genders, naming.aliases, naming.roles, naming.titled)
        block = _number(block_key(naming.name, naming.kind))
        others = (*naming.aliases, *naming.titled)
        kind = KINDS.index(naming.kind)
        yield naming.name, kind, block, naming.quotations, naming.mentions, about, others


def _number(block: str) -> int:
    """A number for a block, of four bytes. Two blocks may have the same: they are settled together."""
    return crc32(block.encode("utf-8", "surrogatepass")) >> 1


def keep(connection: sqlite3.Connection, article: int, rows: Sequence[NamedRow]) -> None:
    """Put the names of an article into the index: each a name of its own until it is settled."""
    connection.executemany(_ENTER, [row[:3] for row in rows])
    connection.executemany(_NAME, [(article, *row[3:6], *row[:2]) for row in rows])
    connection.executemany("INSERT OR IGNORE INTO unsettled VALUES (?, 0)", [row[2:3] for row in rows])
    for name, kind, *_, others in rows:
        if others:
            _call(connection, name, kind, others)


def _call(connection: sqlite3.Connection, name: str, kind: int, others: Iterable[str]) -> None:
    """Note other names of one who is known."""
    asked = "SELECT key, variants FROM called WHERE name = ? AND kind = ?"
    known, variants = connection.execute(asked, (name, kind)).fetchone()
    before = [name, *variants.splitlines()[1:]]
    new = [other for other in dict.fromkeys(others) if other not in before]
    if new:
        lines = "".join([variants, *(f"\n{other}" for other in new)])
        connection.execute("UPDATE called SET variants = ? WHERE key = ?", (lines, known))
        if pending_search.are_found_otherwise(before, [*before, *new]):
            pending_search.note_renamed(connection, known)


def forget(connection: sqlite3.Connection, article: int) -> None:
    """Take the names of an article out of the index; who is gone with them, `identity_resolution` finds."""
    connection.execute(
        """INSERT OR REPLACE INTO unsettled SELECT DISTINCT c.block, 1
        FROM named n JOIN called c ON c.key = n.called WHERE n.article = ?""",
        (article,),
    )
    connection.execute("DELETE FROM named WHERE article = ?", (article,))
