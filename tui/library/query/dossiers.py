"""Everything that an index holds on one name, asked for when a reader opens their dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tui.library.index.articles import ArticleStore
from tui.library.index.cutting_codec import unpack_guessed
from tui.library.index.database import Index
from tui.model.annotation import EntityKind
from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.dossier import CoMention, Dossier, NamingArticle
from tui.model.known_entity import KnownEntity
from tui.model.listing import QuotationRow
from tui.model.said import said_in

SPOKEN = 12
"""Quotations of others that a dossier shows: the latest."""
LOOKED_AT = 300
"""Articles that are looked at for those."""
BESIDE = 80
"""Names beside, of all kinds."""

_NAMED_IN = """
SELECT a.id, a.title, a.publication, a.published, n.mentions, n.quotations, a.guessed, a.key, c.name
FROM named n JOIN article a ON a.key = n.article JOIN called c ON c.key = n.called
WHERE n.known = ? ORDER BY a.age <> 0, a.age, a.name, a.key
"""
_BESIDE = """
WITH near AS (
  SELECT m.known, count(DISTINCT m.article) AS articles, sum(m.mentions) AS often
  FROM named n CROSS JOIN named m ON m.article = n.article
  WHERE n.known = :known AND m.known <> :known GROUP BY 1 ORDER BY 2 DESC, 3 DESC LIMIT :most)
SELECT k.name, k.kind, articles FROM near JOIN known k ON k.key = near.known
WHERE k.kind IN ('person', 'organisation', 'place') ORDER BY articles DESC, often DESC, k.name
"""


def dossier(index: Index, known: KnownEntity, articles: ArticleStore) -> Dossier:
    """All on that one; an empty dossier if the index does not know them any more."""
    found = index.ask("SELECT key FROM known WHERE name = ? AND kind = ?", (known.name, known.kind))
    if not found:
        return Dossier(known)
    key = found[0][0]
    called: dict[int, set[str]] = defaultdict(set)
    named_in: dict[int, NamingArticle] = {}
    for *row, article, name in index.ask_aside(_NAMED_IN, (key,)):
        _enter(named_in, article, row)
        called[article].add(name)
    beside = index.ask_aside(_BESIDE, {"known": key, "most": BESIDE})
    said, spoken_of = _quoted(named_in, called, articles)
    return Dossier(
        known,
        said=tuple(said),
        spoken_of=tuple(spoken_of),
        beside=tuple(CoMention(name, EntityKind(kind), articles) for name, kind, articles in beside),
        named_in=tuple(named_in.values()),
    )


def _enter(named_in: dict[int, NamingArticle], key: int, row: Sequence[Any]) -> None:
    """Take a row in; an article that gives two names of theirs counts both."""
    article, title, publication, published, mentions, quotations, guessed = row
    if key in named_in:
        one = named_in[key]
        mentions, quotations = one.mentions + mentions, one.quotations + quotations
    day = date.fromisoformat(published) if published else None
    named_in[key] = NamingArticle(
        ArticleId(article), title, publication, day, mentions, quotations, unpack_guessed(guessed)
    )


def _quoted(
    named_in: dict[int, NamingArticle], called: dict[int, set[str]], articles: ArticleStore
) -> tuple[list[QuotationRow], list[QuotationRow]]:
    """What they said, and the first few of the quotations in which somebody else names them."""
    said: list[QuotationRow] = []
    spoken_of: list[QuotationRow] = []
    for looked_at, (key, one) in enumerate(named_in.items()):
        wanting = len(spoken_of) < SPOKEN and looked_at < LOOKED_AT
        cutting = articles.open(key) if wanting or one.quotations else None
        if cutting is None:
            continue
        quoted = [*said_in(cutting)]
        said += (each for each in quoted if each.quotation.speaker in called[key])
        if wanting:
            spoken_of += _naming(cutting, quoted, called[key])
    return said, spoken_of[:SPOKEN]


def _naming(cutting: Cutting, quoted: Sequence[QuotationRow], names: set[str]) -> Iterator[QuotationRow]:
    """The quotations in which somebody else has one of the names."""
    mentions = [mention.span for mention in cutting.mentions if mention.entity in names]
    for said in quoted:
        segments = said.quotation.segments
        if said.quotation.speaker not in names and any(one.overlaps(m) for one in segments for m in mentions):
            yield said
