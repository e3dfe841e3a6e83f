"""Verifying: what the library has of some words, in which places, and what becomes of them there."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import pairwise
from typing import NamedTuple

from tui.library.index import postings
from tui.library.index.articles import ArticleStore
from tui.library.index.database import Index
from tui.library.query import full_text_scan, people
from tui.library.query.full_text_scan import passage
from tui.library.query.quotation_search import QuotationSearcher
from tui.model.annotation import EntityKind
from tui.model.cutting import Cutting
from tui.model.listing import QuotationRow, TextPassage
from tui.model.said import said_in
from tui.model.span import Span
from tui.model.verdict import Change, Comparison, Grade, Occurrence, Verdict
from tui.related.fingerprints import ROW, WINDOW, rows
from tui.related.text_words import text_words
from tui.search.normalisation import folded_words
from tui.search.quotation_comparison import compare_verbatim
from tui.search.verbatim_words import VerbatimQuotation, verbatim_quotation

CARRIERS = 40
"""Articles that are looked into for passages."""
PLACES = 100
"""Places that a verdict names at most."""
CERTAIN = ROW + WINDOW - 1
"""Every article that has so many of the words in a row is known by its fingerprints, …"""
MOST = 1_000
"""… unless more articles than these have them."""
_ORDER = list(Grade)


class Deadline(NamedTuple):
    """How many seconds the texts are looked through (None: to the end), unless `stop` says so before."""

    seconds: float | None = None
    stop: Callable[[], bool] = lambda: False

    def ends(self, taken: float) -> bool:
        """Whether it is over after so many seconds."""
        return self.stop() or (self.seconds is not None and taken > self.seconds)


class QuotationVerifier:
    """Judges words by the quotations of a library and by the text around them."""

    def __init__(self, index: Index, searching: QuotationSearcher, articles: ArticleStore) -> None:
        self._index, self._searching, self._articles = index, searching, articles

    def verify(self, words: str, speaker: str | None, patience: Deadline) -> Verdict:
        """The verdict; the text of the articles is looked through only as long as there is patience."""
        return self._judged(words, speaker, patience)._replace(coverage=self._index.coverage)

    def _judged(self, words: str, speaker: str | None, patience: Deadline) -> Verdict:
        quoted = verbatim_quotation(words)
        if not quoted.words:
            return Verdict(words, speaker, Grade.ABSENT)
        said = self._searching.nearest(words, speaker)
        theirs = self._theirs(speaker, said) if speaker else {}
        standings = [
            Occurrence(one, comparison, theirs.get(key, False) if speaker else None)
            for key, one in said.items()
            if (comparison := compare_verbatim(words, quoted, one.words))
        ]
        keys, unread = self._carriers(words), 0
        if not _settled(standings, speaker):
            more, unread = self._looked_through(quoted, patience)
            keys += more
        found = self._in_text(words, quoted, standings, list(dict.fromkeys(keys)))
        standings += [
            Occurrence(where, comparison, False if speaker else None) for where, comparison in found
        ]
        return _verdict(words, speaker, standings, unread)

    def _theirs(self, speaker: str, said: dict[tuple[int, int], QuotationRow]) -> dict[tuple[int, int], bool]:
        """Which of these quotations are by someone who goes by that name."""
        if not said:
            return {}
        names = {
            people.resolve_name(self._index, speaker),
            *(one.name for one in people.who(self._index, speaker)),
        }
        known = {key for name in names for (key,) in self._index.ask(people.MEANT, {"name": name})}
        return {
            (article, number): any(
                key in known or _may_be(speaker, kind, variants)
                for key, kind, variants in self._known_as(article, one.quotation.speaker)
            )
            for (article, number), one in said.items()
        }

    def _known_as(self, article: int, name: str | None) -> list[tuple[int, str, str]]:
        """Who goes by that name in an article: key, kind and all names."""
        question = """SELECT k.key, k.kind, k.variants FROM named n JOIN called c ON c.key = n.called
        JOIN known k ON k.key = n.known WHERE n.article = ? AND c.name = ?"""
        return self._index.ask(question, (article, name))

    def _in_text(
        self, words: str, quoted: VerbatimQuotation, standings: Sequence[Occurrence], keys: Sequence[int]
    ) -> Iterator[tuple[TextPassage, Comparison]]:
        """The passages of these articles outside of the quotations that are known to have the words."""
        quotations = {
            (one.where.article, one.where.number) for one in standings if isinstance(one.where, QuotationRow)
        }
        for cutting in filter(None, map(self._articles.open, keys)):
            known = [
                one.quotation.span for one in said_in(cutting) if (one.article, one.number) in quotations
            ]
            yield from passages(cutting, words, quoted, known)

    def _carriers(self, words: str) -> list[int]:
        """The articles that share a row of words, by the fingerprints of relatedness; most first."""
        with self._index.aside() as connection:
            found = postings.carriers(connection, rows(text_words(words).folded), MOST)
            counted = Counter(article for articles in found.values() for article in articles)
            return nsmallest(CARRIERS, counted, key=lambda article: (-counted[article], article))
        return []

    def _looked_through(self, quoted: VerbatimQuotation, patience: Deadline) -> tuple[list[int], int]:
        """The articles that have words too few to be known by, and how many there was no time for."""
        pieces = _pieces(quoted)
        if max(map(len, pieces)) >= CERTAIN:
            return [], 0
        wanted = full_text_scan.TextQuery((), tuple(tuple(folded_words(" ".join(piece))) for piece in pieces))
        began = time.monotonic()
        found: list[int] = []
        with self._index.another() as connection:
            for step in full_text_scan.scan_texts(connection, wanted, CARRIERS):
                found += [key for key, _ in step.found]
                if len(found) >= CARRIERS:
                    break
                if patience.ends(time.monotonic() - began):
                    return found, self._index.fact("articles", 0) - step.articles
        return found, 0


def _may_be(asked: str, kind: str, variants: str) -> bool:
    """Whether the name asked for may be that person's, even where somebody else has it as an own name."""
    from tui.extract.linking.name_query import may_be_short_for

    return kind == EntityKind.PERSON and may_be_short_for(asked, variants.splitlines())


def _pieces(quoted: VerbatimQuotation) -> list[list[str]]:
    """The words between the marked cuts."""
    edges = sorted({0, *quoted.cuts, len(quoted.words)})
    pieces = [[word.word for word in quoted.words[start:end]] for start, end in pairwise(edges)]
    return [piece for piece in pieces if piece]


def passages(
    cutting: Cutting, words: str, quoted: VerbatimQuotation, known: Sequence[Span]
) -> Iterator[tuple[TextPassage, Comparison]]:
    """The stretches of an article, outside the quotations that are `known`, that the words are near."""
    article = cutting.article
    for paragraph in article.paragraphs:
        printed = paragraph.span.of(article.text)
        if not _shares(quoted, printed):
            continue
        found = compare_verbatim(words, quoted, printed)
        if found is None:
            continue
        start = paragraph.span.start
        span = Span(start + found.span.start, start + found.span.end)
        if not any(span.overlaps(other) for other in known):
            yield passage(article, (span,)), _as_passage(found)


def _shares(quoted: VerbatimQuotation, printed: str) -> bool:
    """Whether half of the words are there at all."""
    mine = {word for one in quoted.words for word in folded_words(one.word)}
    return 2 * len(mine & {*folded_words(printed)}) >= len(mine)


def _as_passage(found: Comparison) -> Comparison:
    """A passage has no ends: all of its words in a row are verbatim."""
    whole = {one.change for one in found.differences} == {Change.SAME}
    return found._replace(before=0, after=0, grade=Grade.VERBATIM if whole else found.grade)


def _settled(standings: Sequence[Occurrence], speaker: str | None) -> bool:
    """Whether there is no need to look into the text: the words are quoted, of the speaker asked about."""
    told = (Grade.VERBATIM, Grade.TRIMMED)
    return any(one.comparison.grade in told and (one.theirs or not speaker) for one in standings)


def _verdict(words: str, speaker: str | None, standings: Iterable[Occurrence], unread: int) -> Verdict:
    """The best standing decides; that of the speaker asked about, unless somebody else's is nearer."""
    ranked = sorted(standings, key=_rank)
    if not ranked:
        return Verdict(words, speaker, Grade.ABSENT, (), unread)
    mine = [one for one in ranked if one.theirs or speaker is None]
    others = [one for one in ranked if not one.theirs and speaker is not None]
    grade = Grade.SOMEBODY_ELSE
    if mine and (not others or _rank(mine[0])[0] <= max(_rank(others[0])[0], _ORDER.index(Grade.TRIMMED))):
        ranked, grade = [*mine, *others], mine[0].comparison.grade
    return Verdict(words, speaker, grade, tuple(ranked[:PLACES]), unread)


def _rank(one: Occurrence) -> tuple[int, bool, bool, float, int, int]:
    """Best first: grade, honest cuts, quotations before text, closeness, least left out, newest."""
    found, where = one.comparison, one.where
    day = where.published.toordinal() if where.published else 0
    in_text = isinstance(where, TextPassage)
    return (
        _ORDER.index(found.grade),
        not found.honest,
        in_text,
        -found.closeness,
        found.before + found.after,
        -day,
    )
