"""Which articles carry some words, by the fingerprints that relatedness keeps of every article."""

from __future__ import annotations

import sqlite3
from collections import Counter
from heapq import nsmallest

from tui.library.index import postings
from tui.related.fingerprints import ROW, WINDOW, rows
from tui.related.text_words import cut

CERTAIN = ROW + WINDOW - 1
"""Every article that has so many of the words in a row is found, …"""
MOST = 1_000
"""… unless more articles than these have them."""


def carrying(connection: sqlite3.Connection, text: str, limit: int) -> list[int]:
    """The articles that share a row of words with a text, those that share most first."""
    found = postings.carriers(connection, rows(cut(text).folded), MOST)
    counted = Counter(article for articles in found.values() for article in articles)
    return nsmallest(limit, counted, key=lambda article: (-counted[article], article))
