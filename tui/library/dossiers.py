"""Everything that an index holds on one name, asked for when a reader opens their dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from tui.library.index import Index
from tui.model.annotation import EntityKind
from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.dossier import Beside, Dossier, NamedIn
from tui.model.known import Known
from tui.model.listing import Said

SPOKEN = 12
"""Quotations of others that a dossier shows: the latest."""
LOOKED_AT = 4
"""Quotations that are looked at for each of those: some hold the name and mean somebody else."""
BESIDE = 80
"""Names beside, of all kinds."""

_BY_DATE = "a.age <> 0, a.age, a.name"
_NAMED_IN = f"""
SELECT a.id, a.title, a.publication, a.published, n.mentions, n.quotations, c.name
FROM named n JOIN article a ON a.key = n.article JOIN called c ON c.key = n.called
WHERE n.known = ? ORDER BY {_BY_DATE}
"""
_BESIDE = """
WITH near AS (
  SELECT m.known, count(DISTINCT m.article) AS articles, sum(m.mentions) AS often
  FROM named n CROSS JOIN named m ON m.article = n.article
  WHERE n.known = ?1 AND m.known <> ?1 GROUP BY 1 ORDER BY 2 DESC, 3 DESC LIMIT ?2)
SELECT k.name, k.kind, articles FROM near JOIN known k ON k.key = near.known
WHERE k.kind IN ('person', 'organisation', 'place') ORDER BY articles DESC, often DESC, k.name
"""
_SAID_BY = f"""
WHERE s.key IN (
  SELECT t.key FROM named n JOIN called c ON c.key = n.called
  JOIN said t ON t.speaker = c.name AND t.article = n.article
  WHERE n.known = ? AND n.quotations > 0)
ORDER BY {_BY_DATE}, s.number
"""
_SAID_NEAR = f"""
WHERE s.article IN (SELECT article FROM named WHERE known = ?1) AND ({{holding}})
ORDER BY {_BY_DATE}, s.number LIMIT {LOOKED_AT * SPOKEN * 2}
"""

SaidWhere = Callable[[str, Sequence[Any]], Sequence[Said]]
"""Things said, by the end of a statement on `said s JOIN article a` and the values in it."""


def dossier(
    index: Index, known: Known, said_where: SaidWhere, opened: Callable[[ArticleId], Cutting | None]
) -> Dossier:
    """All on that one; an empty dossier if the index does not know them any more."""
    found = index.ask("SELECT key, variants FROM known WHERE name = ? AND kind = ?", (known.name, known.kind))
    if not found:
        return Dossier(known)
    key, variants = found[0]
    called: dict[ArticleId, set[str]] = defaultdict(set)
    named_in: dict[ArticleId, NamedIn] = {}
    for row in index.ask_aside(_NAMED_IN, (key,)):
        _enter(named_in, row)
        called[row[0]].add(row[-1])
    beside = index.ask_aside(_BESIDE, (key, BESIDE))
    return Dossier(
        known,
        said=tuple(said_where(_SAID_BY, (key,))),
        spoken_of=_spoken_of(_near(key, known.kind, variants, said_where), called, opened),
        beside=tuple(Beside(name, EntityKind(kind), articles) for name, kind, articles in beside),
        named_in=tuple(named_in.values()),
    )


def _enter(named_in: dict[ArticleId, NamedIn], row: Sequence[Any]) -> None:
    """Take a row in; an article that gives two names of theirs counts both."""
    article, title, publication, published, mentions, quotations, _ = row
    if article in named_in:
        one = named_in[article]
        mentions, quotations = one.mentions + mentions, one.quotations + quotations
    day = date.fromisoformat(published) if published else None
    named_in[article] = NamedIn(article, title, publication, day, mentions, quotations)


def _near(key: int, kind: EntityKind, variants: str, said_where: SaidWhere) -> Sequence[Said]:
    """What was said with the name in it, in the articles that name them."""
    names = shortest(variants.splitlines(), kind)
    if not names:
        return ()
    holding = " OR ".join(f"instr(s.words, ?{number})" for number in range(2, len(names) + 2))
    return said_where(_SAID_NEAR.format(holding=holding), (key, *names))


def shortest(names: Sequence[str], kind: EntityKind) -> list[str]:
    """The names, and the surnames of a person, that no other one of them is part of."""
    every = {name for name in names if name}
    if kind is EntityKind.PERSON:
        every |= {name.split()[-1] for name in every}
    return sorted(name for name in every if not any(other != name and other in name for other in every))


def _spoken_of(
    near: Sequence[Said], called: Mapping[ArticleId, set[str]], opened: Callable[[ArticleId], Cutting | None]
) -> tuple[Said, ...]:
    """Those of the quotations in which somebody else names them, the first few."""
    found: list[Said] = []
    others = (said for said in near if said.quotation.speaker not in called[said.article])
    for number, said in enumerate(others):
        if number >= LOOKED_AT * SPOKEN or len(found) == SPOKEN:
            break
        cutting = opened(said.article)
        if cutting is not None and _names(cutting, said, called[said.article]):
            found.append(said)
    return tuple(found)


def _names(cutting: Cutting, said: Said, names: set[str]) -> bool:
    """Whether the quotation names one of them."""
    mentions = (mention.span for mention in cutting.mentions if mention.entity in names)
    return any(segment.overlaps(span) for span in mentions for segment in said.quotation.segments)
