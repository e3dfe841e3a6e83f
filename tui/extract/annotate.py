"""Article -> Cutting: the one public function of extraction."""

from __future__ import annotations

from tui.model.article import Article
from tui.model.cutting import Cutting


def annotate(article: Article) -> Cutting:
    """Find the quotations, names and speakers of an article. Never raises, whatever the text."""
    return Cutting(article)
