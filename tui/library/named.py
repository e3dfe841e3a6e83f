"""The names that an article gives, as rows of the index. Who is who among them is settled after an update."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from tui.extract.naming import block_of, namings_in
from tui.library import unsearched
from tui.model.cutting import Cutting

NamedRow = tuple[str, str, str, int, int, str, tuple[str, ...]]
"""name, kind, block, quotations, mentions, about (see `schema`), all ways of naming it"""


def named_rows(cutting: Cutting) -> Iterator[NamedRow]:
    """What the index keeps of the names of a cutting."""
    for naming in namings_in(cutting, 0):
        told = (naming.aliases, naming.roles, naming.titled, naming.genders)
        about = json.dumps(told, ensure_ascii=False, separators=(",", ":")) if any(told) else ""
        block = block_of(naming.name, naming.kind)
        variants = (naming.name, *naming.aliases, *naming.titled)
        yield naming.name, naming.kind.value, block, naming.quotations, naming.mentions, about, variants


def keep(connection: sqlite3.Connection, article: int, rows: Iterable[NamedRow]) -> None:
    """Put the names of an article into the index: each a name of its own until it is settled."""
    for name, kind, block, quotations, mentions, about, variants in rows:
        known = connection.execute(
            "SELECT key, variants FROM known WHERE name = ? AND kind = ?", (name, kind)
        ).fetchone() or _entered(connection, name, kind, block)
        connection.execute(
            "INSERT OR IGNORE INTO called (name, kind, block) VALUES (?, ?, ?)", (name, kind, block)
        )
        connection.execute(
            """INSERT INTO named SELECT ?, key, ?, ?, ?, ? FROM called WHERE name = ? AND kind = ?""",
            (article, known[0], quotations, mentions, about, name, kind),
        )
        connection.execute("INSERT OR IGNORE INTO unsettled VALUES (?, 0)", (block,))
        new = [variant for variant in variants if variant not in known[1].splitlines()]
        if new:
            lines = "\n".join([*known[1].splitlines(), *new])
            connection.execute("UPDATE known SET variants = ? WHERE key = ?", (lines, known[0]))
            if unsearched.are_found_otherwise(known[1].splitlines(), lines.splitlines()):
                unsearched.note_renamed(connection, known[0])


def _entered(connection: sqlite3.Connection, name: str, kind: str, block: str) -> tuple[int, str]:
    cursor = connection.execute(
        "INSERT INTO known (name, kind, block, variants) VALUES (?, ?, ?, '')", (name, kind, block)
    )
    return int(cursor.lastrowid or 0), ""


def forget(connection: sqlite3.Connection, article: int) -> None:
    """Take the names of an article out of the index; who is gone with them, `settling` finds."""
    connection.execute(
        """INSERT OR REPLACE INTO unsettled SELECT DISTINCT c.block, 1
        FROM named n JOIN called c ON c.key = n.called WHERE n.article = ?""",
        (article,),
    )
    connection.execute("DELETE FROM named WHERE article = ?", (article,))
