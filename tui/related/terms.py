"""What an article is about, as the ranking sees it: its telling words in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from tui.model.article import ParagraphKind
from tui.model.cutting import Cutting
from tui.related.words import cut, stem, telling

LONGEST = 300
"""Telling words of an article that count: a report says what it is about before that."""

PRIOR = 100
"""Articles that a small library is thought to hold besides its own: in four articles, rarity is chance."""

SET_APART = frozenset({ParagraphKind.POINTER, ParagraphKind.BYLINE})
"""Lines that speak of another article, or of who wrote this one."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word that says something: its stem, and whether the article prints it as a name."""

    stem: str
    name: bool


def terms(cutting: Cutting) -> tuple[Term, ...]:
    """The telling words of an article in order, headline first, no more than LONGEST.

    A word is a name if it has a capital here and is never printed without one.
    """
    words = [
        (stem(folded), capital, folded)
        for text in _texts(cutting)
        for folded, capital in _telling_words(text)
    ]
    plain = {folded for _, capital, folded in words if not capital}
    return tuple(Term(root, capital and folded not in plain) for root, capital, folded in words[:LONGEST])


def _texts(cutting: Cutting) -> Iterator[str]:
    """The headline, unless the text has it, then the paragraphs that are about the matter."""
    article = cutting.article
    if article.headline and not article.text.lstrip().startswith(article.headline):
        yield article.headline
    for paragraph in article.paragraphs:
        if paragraph.kind not in SET_APART:
            yield paragraph.span.of(article.text)


def _telling_words(text: str) -> Iterator[tuple[str, bool]]:
    words = cut(text)
    for number, folded in enumerate(words.folded):
        if telling(folded):
            yield folded, words.capital(number)


def weights(found: tuple[Term, ...]) -> dict[str, float]:
    """How much each stem matters in its article: 1 + ln of how often it stands there, names twice."""
    counts: Counter[str] = Counter()
    for term in found:
        counts[term.stem] += 2 if term.name else 1
    return {root: 1 + log(count) for root, count in counts.items()}


def rarity(articles: int, library: int) -> float:
    """How telling something is that `articles` of the `library`'s articles have: 1 rare .. 0 in all.

    Inverse document frequency (Spärck Jones 1972) as a share of its maximum, with PRIOR articles more.
    """
    return max(0.0, log((library + PRIOR) / (articles + 0.5)) / log(library + PRIOR))
