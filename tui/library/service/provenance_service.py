"""The ingest report of a library: where the facts of its articles come from, and which were guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from tui.library.core.roots import Roots
from tui.library.index.cutting_codec import unpack_provenance
from tui.library.index.database import Index
from tui.model.article import ArticleId
from tui.model.listing import ArticleProvenance
from tui.model.provenance import Fact, FactSource

_REPORT = """
SELECT f.root, f.path, a.id, a.title, a.titled, a.publication, a.published, p.findings
FROM (SELECT key FROM article ORDER BY key LIMIT ? OFFSET ?) picked
JOIN article a ON a.key = picked.key JOIN file f ON f.key = a.file
JOIN provenance p ON p.key = a.provenance ORDER BY a.key
"""
_FINDINGS = """
SELECT p.findings, count(*) FROM article a JOIN provenance p ON p.key = a.provenance GROUP BY p.key
"""
_FACTS = tuple(Fact)


class ProvenanceService:
    """Answers the port `IngestReport`."""

    def __init__(self, index: Index, roots: Roots) -> None:
        self._index, self._roots = index, roots

    def ingest(self, start: int, limit: int) -> Sequence[ArticleProvenance]:
        """So many articles in the order in which they came into the index, each with its findings."""
        return [
            ArticleProvenance(
                ArticleId(name),
                self._roots.shown(root, path),
                title,
                bool(titled),
                publication,
                date.fromisoformat(published) if published else None,
                unpack_provenance(provenance),
            )
            for root, path, name, title, titled, publication, published, provenance in self._index.ask(
                _REPORT, (limit, start)
            )
        ]

    def ingest_totals(self) -> Sequence[tuple[FactSource, int]]:
        """How many articles have each finding, fact by fact, the most frequent first."""
        totals: Counter[FactSource] = Counter()
        kept = self._index.ask(_FINDINGS)
        for packed, articles in kept:
            totals.update(dict.fromkeys(unpack_provenance(packed), articles))
        return sorted(totals.items(), key=lambda one: (_FACTS.index(one[0].fact), -one[1], one[0]))
