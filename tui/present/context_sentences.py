"""The sentences that stand beside a quotation in its article."""

from __future__ import annotations

import re

from tui.model.article import Article, ParagraphKind
from tui.model.printed_words import as_read
from tui.model.span import Span
from tui.present.search_result_view import ContextSentences

_END = re.compile(r"[.!?][”’\"')]*(?=\s)")
_MARKS = " \n“”\"‘’'«»"
_READ = (ParagraphKind.PROSE, ParagraphKind.STANDFIRST)


def context_around(article: Article, span: Span) -> ContextSentences:
    """The sentence before the stretch and the one after it, from the neighbouring paragraphs if need be."""
    paragraphs = [one.span for one in article.paragraphs if one.kind in _READ]
    before = [Span(one.start, min(one.end, span.start)) for one in paragraphs if one.start < span.start]
    after = [Span(max(one.start, span.end), one.end) for one in paragraphs if one.end > span.end]
    left = next((words for one in reversed(before) if (words := _last(as_read(one.of(article.text))))), "")
    right = next((words for one in after if (words := _first(as_read(one.of(article.text))))), "")
    return ContextSentences(left, right)


def _last(text: str) -> str:
    """The last sentence, begun or whole; "" where there are but marks and points."""
    text = text.rstrip(_MARKS) if text.endswith(tuple(_MARKS)) else text
    ends = [match.end() for match in _END.finditer(text)]
    return _telling(text[ends[-1] if ends else 0 :])


def _first(text: str) -> str:
    """The first sentence, or what is left of it."""
    text = text.lstrip(_MARKS)
    end = _END.search(text)
    first, rest = (text[: end.end()], text[end.end() :]) if end else (text, "")
    return _telling(first) or (_first(rest) if rest.strip() else "")


def _telling(words: str) -> str:
    return words.strip() if any(letter.isalnum() for letter in words) else ""
