"""Which articles carry some words, by the fingerprints that relatedness keeps of every article."""

from __future__ import annotations

import json
import sqlite3

from tui.related.fingerprints import ROW, WINDOW, rows
from tui.related.words import cut

CERTAIN = ROW + WINDOW - 1
"""Every article that has so many of the words in a row is found."""


def carrying(connection: sqlite3.Connection, text: str, limit: int) -> list[int]:
    """The articles that share a row of words with a text, those that share most first."""
    found = connection.execute(
        """SELECT article FROM json_each(?) CROSS JOIN related_fingerprint ON print = value
           GROUP BY article ORDER BY count(*) DESC, article LIMIT ?""",
        (json.dumps(rows(cut(text).folded)), limit),
    )
    return [article for (article,) in found]
