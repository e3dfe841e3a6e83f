"""What an article is about, as the ranking sees it: its telling words in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.model.article import ParagraphKind
from tui.model.cutting import Cutting
from tui.related.words import cut, stem, telling

LONGEST = 200
"""Telling words of an article that count: a report says what it is about before that."""

SET_APART = frozenset({ParagraphKind.POINTER, ParagraphKind.BYLINE})
"""Lines that speak of another article, or of who wrote this one."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word that says something: its stem, and whether it is a name: never in lower case in its article."""

    stem: str
    name: bool


def terms(cutting: Cutting) -> tuple[Term, ...]:
    """The telling words of an article in order, headline first, no more than LONGEST."""
    words = [word for text in _texts(cutting) for word in _telling_words(text)]
    plain = {root for root, capital in words if not capital}
    return tuple(Term(root, root not in plain) for root, _ in words[:LONGEST])


def _texts(cutting: Cutting) -> Iterator[str]:
    """The headline, unless the text opens with it, then the paragraphs that are about the matter."""
    article = cutting.article
    if article.headline and not article.text.lstrip().startswith(article.headline):
        yield article.headline
    for paragraph in article.paragraphs:
        if paragraph.kind not in SET_APART:
            yield paragraph.span.of(article.text)


def _telling_words(text: str) -> Iterator[tuple[str, bool]]:
    """The stem of each telling word, with whether it has a capital."""
    words = cut(text)
    for number, folded in enumerate(words.folded):
        if telling(folded):
            yield stem(folded), words.capital(number)
