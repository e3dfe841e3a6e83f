"""What an article is about, as the ranking sees it: its telling words in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.model.article import ParagraphKind
from tui.model.cutting import Cutting
from tui.related.text_words import TextWords, is_telling, stem, text_words

LONGEST = 200
"""Telling words of an article that count: a report says what it is about before that."""

SET_APART = frozenset({ParagraphKind.POINTER, ParagraphKind.BYLINE})
"""Lines that speak of another article, or of who wrote this one."""


class Term(NamedTuple):
    """A word that says something: its stem, and whether it is a name: never in lower case in its article."""

    stem: str
    name: bool


def terms(cutting: Cutting) -> tuple[Term, ...]:
    """The telling words of an article in order, headline first, no more than LONGEST."""
    words = [word for stretch in _stretches(cutting) for word in _telling_words(*stretch)]
    plain = {root for root, capital in words if not capital}
    return tuple([Term(root, root not in plain) for root, _ in words[:LONGEST]])


def _stretches(cutting: Cutting) -> Iterator[tuple[TextWords, int, int]]:
    """Words, the first of them that counts and the one behind the last that does.

    The headline, unless the text opens with it, then the paragraphs that are about the matter.
    """
    article = cutting.article
    if article.headline and not article.text.lstrip().startswith(article.headline):
        headline = text_words(article.headline)
        yield headline, 0, len(headline)
    words = text_words(article.text)
    for span, kind in article.paragraphs:
        if kind not in SET_APART:
            yield words, bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)


def _telling_words(words: TextWords, first: int, end: int) -> list[tuple[str, bool]]:
    """The stem of each telling word, with whether it has a capital."""
    text = words.text
    roots = zip(map(_root, words.folded[first:end]), words.starts[first:end], strict=True)
    return [(root, text[start].isupper()) for root, start in roots if root]


@lru_cache(maxsize=1 << 14)
def _root(folded: str) -> str:
    """The stem of a telling word; "" for any other."""
    return stem(folded) if is_telling(folded) else ""
