"""Which articles of a library are like which, asked of the tables that `relation_tables` keeps.

An article's key is the number of its row in the library's own table. How rare a word is, is reckoned when
asked: it changes with every article that comes.
"""

from __future__ import annotations

import sqlite3
from bisect import insort
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from heapq import nlargest, nsmallest
from typing import NamedTuple

from tui.library.index import postings
from tui.library.index.relation_tables import NAME, POSTED, articles_in, stems_of
from tui.library.query.boilerplate import Boilerplate
from tui.model.cutting import Cutting
from tui.model.relation import COPY, Reason
from tui.related.article_features import fingerprints_of
from tui.related.likeness import LikenessQuery, date_nearness, rarity, unpacked
from tui.related.reasons import ReasonFinder, SharedWording
from tui.related.relation_score import ALIKE, COPYING, related_enough, with_reasons
from tui.related.shared_passages import may_share

WALKED = 12_000
"""Postings that one question may walk: its strongest words first, a word in too many articles not at all."""
LIKELY = 60
"""Articles found by their strongest words that are then compared by all of them."""
CARRIERS = 50
"""A fingerprint that more articles have is everybody's wording."""
OPENED = 2
"""Articles that are opened for each one that is wanted: some turn out to have no reason."""


class SameTexts(NamedTuple):
    """Which articles have the very text of the one that is asked about, and what tells it of others.

    `wordings` gives a number for the text of each of some articles.
    """

    as_here: Sequence[int] = ()
    wordings: Callable[[Sequence[int]], Mapping[int, Hashable]] = lambda _: {}


NONE_KNOWN = SameTexts()


class RelatedArticle(NamedTuple):
    """An article by its key; how strongly it is related (0..1), why, and how much of it is copied (0..1)."""

    key: int
    score: float
    reasons: tuple[Reason, ...]
    copied: float


def candidates(con: sqlite3.Connection, key: int, limit: int) -> list[tuple[int, float]]:
    """The articles most like one, each with its likeness (0..1), best first; never the article itself."""
    return _ranked(con, key, {key}, (), limit)


def copies(con: sqlite3.Connection, key: int, text: str, limit: int) -> list[tuple[int, int]]:
    """The articles that share most of this article's wording, each with how many fingerprints, most first."""
    return _copies({key}, postings.carriers(con, fingerprints_of(text), CARRIERS + 1), limit)


def articles_sharing_wording(
    con: sqlite3.Connection, key: int, here: Cutting, limit: int
) -> tuple[list[int], Boilerplate]:
    """The articles that share an article's wording, most first, and what tells its standing text from it."""
    carriers = postings.carriers(con, fingerprints_of(here.article.text), CARRIERS + 1)
    return [article for article, _ in _copies({key}, carriers, limit)], Boilerplate(con, key, here, carriers)


def _copies(but: Set[int], carriers: Mapping[int, Sequence[int]], limit: int) -> list[tuple[int, int]]:
    counted = Counter(
        article for articles in carriers.values() if len(articles) <= CARRIERS for article in articles
    )
    for article in but:
        del counted[article]
    return nsmallest(limit, counted.items(), key=lambda one: (-one[1], one[0]))


def related(
    con: sqlite3.Connection,
    key: int,
    open_cutting: Callable[[int], Cutting | None],
    read: Callable[[int], str],
    limit: int,
    texts: SameTexts = NONE_KNOWN,
) -> list[RelatedArticle]:
    """The articles that belong with one, the most strongly related first: so many, and as many copies of it.

    Those `as_here` have its very text: all of them are named, first. Of others that have one text the most
    like is named. Opens or, for their text alone, reads more articles than `limit`, OPENED times so many and
    the likely copies: not for the thread that draws.
    """
    here = open_cutting(key)
    if here is None:
        return []
    carriers = postings.carriers(con, fingerprints_of(here.article.text), CARRIERS + 1)
    same = {key, *texts.as_here}
    copied = dict(_copies(same, carriers, OPENED * limit))
    ranked = _ranked(con, key, same, copied, LIKELY + len(copied))
    ranked = _one_of_each(ranked, texts)[: OPENED * limit + len(copied)]
    promising = sorted(ranked, key=lambda one: (-_promise(one[1], one[0] in copied), one[0]))
    comparing = ReasonFinder(here, _rarity_of(con), Boilerplate(con, key, here, carriers).holds)
    found: list[tuple[float, int, SharedWording]] = []
    copies_found: list[tuple[float, int, SharedWording]] = []
    for article, likeness in promising:
        if len(found) >= limit and _promise(likeness, article in copied) <= -found[limit - 1][0]:
            break
        alike = likeness >= ALIKE
        if not (alike or article in copied or may_share(here, read(article))):
            continue
        if (there := open_cutting(article)) is None:
            continue
        shared = comparing.shared(there)
        if related_enough(likeness, shared.reasons or (alike and comparing.reasons(shared)) or ()):
            score = with_reasons(likeness, [reason.kind for reason in shared.reasons])
            insort(copies_found if shared.copied > COPY else found, (-score, article, shared))
    return [
        *_of_one_text(texts.as_here, comparing, open_cutting),
        *(
            RelatedArticle(article, -score, comparing.reasons(shared), shared.copied)
            for score, article, shared in sorted([*copies_found[:limit], *found[:limit]])
        ),
    ]


def _one_of_each(ranked: Sequence[tuple[int, float]], texts: SameTexts) -> list[tuple[int, float]]:
    """The best of each text."""
    numbers = texts.wordings([article for article, _ in ranked])
    first: dict[Hashable, tuple[int, float]] = {}
    for article, likeness in ranked:
        first.setdefault(numbers.get(article, (article,)), (article, likeness))
    return [*first.values()]


def _of_one_text(
    keys: Sequence[int], comparing: ReasonFinder, open_cutting: Callable[[int], Cutting | None]
) -> Iterator[RelatedArticle]:
    """Articles of the very same text: why they are related is the same for all."""
    there = next(filter(None, map(open_cutting, keys)), None)
    if there is not None:
        reasons = comparing.reasons(comparing.shared(there))
        yield from (RelatedArticle(key, 1.0, reasons, 1.0) for key in keys)


def _promise(likeness: float, shares_wording: bool) -> float:
    """How strong a relation is at most that an article may turn out to have."""
    return with_reasons(likeness, COPYING) if shares_wording else likeness


def _rarities(con: sqlite3.Connection, articles: Mapping[int, int]) -> dict[int, float]:
    """The rarity of terms, given in how many articles each stands."""
    library = articles_in(con)
    return {number: rarity(count, library) for number, count in articles.items()}


def _ranked(
    con: sqlite3.Connection, key: int, but: Set[int], besides: Iterable[int], limit: int
) -> list[tuple[int, float]]:
    """The best of the articles that share strong words with one, `but` for some, and of those `besides`."""
    row = con.execute("SELECT codes, published FROM related_signature WHERE article = ?", (key,)).fetchone()
    if row is None:
        return []
    codes = unpacked(row[0])
    articles = _standing(con, codes)
    question = LikenessQuery(codes, _rarities(con, articles))
    keys = {*_likely(con, but, question, articles, max(limit, LIKELY)), *besides}
    rows = con.execute(
        """SELECT article, codes, length, published
           FROM json_each(?) CROSS JOIN related_signature ON article = value""",
        (postings.as_json_list(keys),),
    )
    day = _day(row[1])
    found = [
        (article, question.likeness(unpacked(blob), size) * date_nearness(day, _day(published)))
        for article, blob, size, published in rows
    ]
    return [
        (article, min(1.0, like))
        for article, like in nlargest(limit, found, key=lambda one: (one[1], -one[0]))
    ]


def _standing(con: sqlite3.Connection, codes: Iterable[int]) -> dict[int, int]:
    """In how many articles each of the stems stands."""
    rows = con.execute(
        "SELECT number, articles FROM json_each(?) CROSS JOIN related_term ON number = value",
        (postings.as_json_list(stems_of(codes)),),
    )
    return dict(rows.fetchall())


def _likely(
    con: sqlite3.Connection, but: Set[int], question: LikenessQuery, articles: Mapping[int, int], limit: int
) -> list[int]:
    """The articles with the most of the question's strongest words, within the budget of WALKED."""
    walked = 0
    chosen: list[tuple[int, float]] = []
    shared = {number: worth for number, worth in question.worth.items() if articles[number] > 1}
    for number in nlargest(POSTED, shared, key=shared.__getitem__):
        if walked + articles[number] <= WALKED:
            walked += articles[number]
            chosen.append((number, shared[number]))
    scores = postings.score(con, dict(chosen))
    for article in but:
        scores.pop(article, None)
    return nsmallest(limit, scores, key=lambda article: (-scores[article], article))


def _rarity_of(con: sqlite3.Connection) -> Callable[[str], float]:
    """How rare a folded name or a stem is in this library, remembered for as long as it is asked."""
    library = articles_in(con)
    known: dict[str, float] = {}

    def rarity_of(words: str) -> float:
        if words not in known:
            rows = con.execute(
                "SELECT max(articles) FROM related_term WHERE words IN (?, ?)", (words, NAME + words)
            )
            known[words] = rarity(rows.fetchone()[0] or 0, library)
        return known[words]

    return rarity_of


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
