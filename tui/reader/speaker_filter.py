"""Everything one speaker said, narrowed by words as they are typed."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.listing import Hits, QuotationHit, QuotationRow
from tui.reader.article_cursor import find


def narrowed(said: Sequence[QuotationRow], line: str) -> Hits:
    """Those things said that hold every word of the line, in their order, the words lit."""
    words = line.lower().split()
    hits = []
    for one in said:
        spans = [find(one.words, word).spans for word in words]
        if all(spans):
            hits.append(QuotationHit(one, 1.0, tuple(sorted(span for found in spans for span in found))))
    return Hits(tuple(hits), len(hits), len(said))
