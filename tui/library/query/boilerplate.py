"""A publication's standing text: newsletter lines and blurbs that its articles repeat."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from tui.model.cutting import Cutting
from tui.related.fingerprints import fingerprints
from tui.related.shared_passages import Passage
from tui.related.text_words import text_words

OWN = 3
"""Other articles of one publication that carry a passage which is that publication's standing text."""
LOOKED_AT = 24
"""Articles that carry a passage whose publication is looked up: enough to know."""


class Boilerplate:
    """Tells the standing text in one article, given the articles that carry each of its fingerprints."""

    def __init__(
        self, con: sqlite3.Connection, key: int, here: Cutting, carriers: Mapping[int, Sequence[int]]
    ) -> None:
        self._con, self._key, self._article, self._carriers = con, key, here.article, carriers
        self._publications: dict[int, str | None] = {}

    def holds(self, passage: Passage) -> bool:
        """Whether the passage stands in several more articles of this publication and in hardly any other."""
        own = self._article.publication
        if own is None:
            return False
        words = text_words(self._article.text)
        ends = passage.here[0].start, passage.here[-1].end
        first, end = (bisect_left(words.starts, at) for at in ends)
        prints = fingerprints(words.folded[first:end]) & self._carriers.keys()
        articles = {article for one in prints for article in self._carriers[one]} - {self._key}
        publications = [self._publication(article) for article in sorted(articles)[:LOOKED_AT]]
        return publications.count(own) >= OWN > len(publications) - publications.count(own)

    def _publication(self, article: int) -> str | None:
        if article not in self._publications:
            found = self._con.execute(
                "SELECT publication FROM related_signature WHERE article = ?", (article,)
            ).fetchone()
            self._publications[article] = found[0] if found else None
        return self._publications[article]
