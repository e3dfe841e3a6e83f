"""What is said of somebody whom a library knows, in the reader and on the command line."""

from __future__ import annotations

from tui.model.known_entity import KnownEntity
from tui.present.plain_words import count_of

PERHAPS_OTHERS = "without a name: perhaps somebody else in each article"


def inferred_words(known: KnownEntity) -> str:
    """That some articles give no more than the surname, and how many others say whose it is."""
    others = count_of(known.articles - known.inferred, "other article")
    return f"by surname alone in {known.inferred:,}: taken to be the same, as in {others}"
