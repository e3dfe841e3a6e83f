"""Which other articles carry the words of a quotation, or whole passages of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import islice

from tui.library.index.articles import ArticleStore
from tui.library.index.database import Index
from tui.library.query.quotation_search import QuotationSearcher
from tui.library.query.related_articles import articles_sharing_wording
from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.printed_words import as_read
from tui.model.span import Span
from tui.model.text_reuse import ReusedPassage, TextReuse
from tui.related.shared_passages import PassageKind, shared_passages
from tui.related.text_words import is_telling, text_words

COPIES = 30
"""Articles with the same wording that are compared."""
HITS = 30
"""Quotations with the same words that are looked at."""
TELLING = 2
"""Words that say something which a short quotation must have to be looked for."""
MOST_OF_IT = 0.6
"""The share of a quotation's words that an article must have to carry it."""


class TextReuseDetector:
    """Finds the same words elsewhere in a library. Not for the thread that draws."""

    def __init__(self, index: Index, articles: ArticleStore, searching: QuotationSearcher) -> None:
        self._index, self._articles, self._searching = index, articles, searching

    def same_words(self, article: ArticleId, span: Span | None = None) -> Sequence[TextReuse]:
        """The other articles that carry the words of `span`, or passages of the article; the earliest first.

        Undated ones are last. A publication's standing text is no passage.
        """
        here = self._articles.cutting(article)
        if here is None:
            return ()
        found = dict(self._copies(article, here, span))
        if span is not None:
            for other, wording in self._repeated(here, span):
                found.setdefault(other.article.id, TextReuse(other, (wording,)))
        every = sorted(found.values(), key=lambda one: _age(one.cutting.article.published))
        return [one for one in every if one.cutting.article.id != article]

    def _copies(
        self, article: ArticleId, here: Cutting, span: Span | None
    ) -> Iterator[tuple[ArticleId, TextReuse]]:
        """Articles that share rows of words, with the passages worth naming."""
        key = self._articles.key(article)
        if key is None:
            return
        with self._index.aside() as connection:
            keys, boilerplate = articles_sharing_wording(connection, key, here, COPIES)
            for key in keys:
                there = self._articles.open(key)
                if there is None:
                    continue
                shared = [
                    ReusedPassage(one.here, one.there, one.words)
                    for one in shared_passages(here, there)
                    if one.sort is not PassageKind.NAMES and not boilerplate.holds(one)
                ]
                wordings = shared if span is None else _of_quotation(here, span, there, shared)
                if wordings:
                    yield there.article.id, TextReuse(there, tuple(wordings))

    def _repeated(self, here: Cutting, span: Span) -> Iterator[tuple[Cutting, ReusedPassage]]:
        """Articles that quote the very words, however few: a row of words finds only longer ones."""
        words = as_read(span.of(here.article.text))
        wanted = text_words(words).folded
        if sum(map(is_telling, wanted)) < TELLING:
            return
        hits = self._searching.search(f'"{" ".join(words.split())}"', HITS, exact=True).hits
        found = (
            article for hit in hits for article in (hit.said.article, *(one.article for one in hit.also))
        )
        for other in islice(found, HITS):
            there = self._articles.cutting(other)
            at = _found(text_words(there.article.text).folded, wanted) if there is not None else None
            if there is not None and at is not None:
                where = text_words(there.article.text).span(at, at + len(wanted))
                yield there, ReusedPassage((span,), (where,), len(wanted))


def _of_quotation(
    here: Cutting, span: Span, there: Cutting, shared: Sequence[ReusedPassage]
) -> list[ReusedPassage]:
    """The quotation against what the other article has of it: a quotation of its own where it is one."""
    near = [one for one in shared if any(part.overlaps(span) for part in one.here)]
    if not near:
        return []
    other = max(near, key=lambda one: one.words).whole_there
    quoted = [q.span for q in there.quotations if q.span.overlaps(other)]
    other = max(quoted, key=lambda one: min(one.end, other.end) - max(one.start, other.start), default=other)
    mine, theirs = (
        text_words(span.of(here.article.text)).folded,
        text_words(other.of(there.article.text)).folded,
    )
    blocks = SequenceMatcher(None, mine, theirs, False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return [ReusedPassage((span,), (other,), same)] if same >= MOST_OF_IT * len(mine) else []


def _found(words: Sequence[str], wanted: Sequence[str]) -> int | None:
    """Where the wanted words begin among the words."""
    size, row = len(wanted), tuple(wanted)
    return next((at for at in range(len(words) - size + 1) if tuple(words[at : at + size]) == row), None)


def _age(published: date | None) -> tuple[bool, date]:
    return published is None, published or date.min
