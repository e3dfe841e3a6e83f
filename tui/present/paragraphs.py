"""Paragraphs as a reader counts them: from 1."""

from __future__ import annotations

from tui.model.article import Article
from tui.model.span import Span


def number_at(article: Article, offset: int) -> int:
    """The number of the paragraph at that code point, from 1."""
    return 1 + next((n for n, p in enumerate(article.paragraphs) if offset < p.span.end), 0)


def numbered(article: Article, span: Span, sign: str = "¶") -> str:
    """The paragraph or paragraphs that the span lies in: "¶8", "¶8–9"."""
    first, last = number_at(article, span.start), number_at(article, max(span.start, span.end - 1))
    to = "–" if sign == "¶" else "-"
    return f"{sign}{first}" if first == last else f"{sign}{first}{to}{last}"
