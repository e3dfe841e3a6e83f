"""Articles that lie in several files, and those that may be one: each is listed; where it lies is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from tui.library.core.roots import Roots
from tui.library.index.database import Index
from tui.model.problem import Problem

LOOKED_AT = 20
"""Articles of one headline and text, the best known first, that another one is compared with."""
_HELD = "SELECT count(*) FROM (SELECT DISTINCT file, article FROM holding)"
_AGAIN = """
SELECT f.root, f.path, home.root, home.path, count(DISTINCT h.article), (
  SELECT count(DISTINCT own.article) FROM file part JOIN holding own ON own.file = part.key
  WHERE part.root = f.root AND part.path = f.path)
FROM (SELECT article FROM holding GROUP BY article HAVING count(*) > 1)
JOIN holding h USING (article) JOIN file f ON f.key = h.file
JOIN article a ON a.key = h.article JOIN file home ON home.key = a.file
WHERE f.root <> home.root OR f.path <> home.path
GROUP BY f.root, f.path, home.root, home.path ORDER BY 1, 2, 3, 4
"""
_ALIKE = """
SELECT a.former, f.root, f.path, a.publication, a.published
FROM (SELECT former FROM article GROUP BY former HAVING count(*) > 1)
JOIN article a USING (former) JOIN file f ON f.key = a.file
ORDER BY a.former, (a.publication IS NULL) + (a.published IS NULL), a.late, f.root, f.path, a.key
"""
_REMEDY = "Both are listed. Name the paper and the day in the file, or take one of the two away."


class _Print(NamedTuple):
    """One of several articles with one headline and text: its file, and what is known of it."""

    file: tuple[int, bytes]
    publication: str | None
    published: str | None

    def may_be(self, other: _Print) -> bool:
        """Whether nothing that is known says that they are two."""
        papers = [one and one.rstrip("?").casefold() for one in (self.publication, other.publication)]
        return (papers[0] == papers[1] or not all(papers)) and (
            self.published == other.published or not (self.published and other.published)
        )


def held_again(index: Index, roots: Roots) -> Iterator[Problem]:
    """The files whose articles are listed under another file: nothing is amiss with them."""
    held = index.ask(_HELD)
    if not held or held[0][0] == index.fact("articles", 0):
        return
    for root, path, home_root, home_path, many, of_all in index.ask(_AGAIN):
        home = roots.within(roots.shown(home_root, home_path))
        words = f"{_number(many, of_all)} in {home}, too, and {'is' if many == 1 else 'are'} listed once."
        yield Problem(roots.shown(root, path), words, read=True, aside=True)


def perhaps_one(index: Index, roots: Roots) -> Iterator[Problem]:
    """The articles that may be the same as a better known one, with its headline and text: a doubt."""
    rows = index.ask(_ALIKE)
    for _, group in groupby(rows, key=lambda row: row[0]):
        known: list[_Print] = []
        for _, root, path, publication, published in group:
            one = _Print((root, path), publication, published)
            others = [other for other in known if one.may_be(other)]
            if others:
                yield Problem(roots.shown(*one.file), _perhaps(one, others, roots), _REMEDY, read=True)
            if len(known) < LOOKED_AT:
                known.append(one)


def _number(many: int, of_all: int) -> str:
    if many == of_all:
        return "Its article lies" if many == 1 else f"Its {many:,} articles lie"
    return f"{many:,} of its {of_all:,} articles {'lies' if many == 1 else 'lie'}"


def _perhaps(one: _Print, others: Sequence[_Print], roots: Roots) -> str:
    other = others[0]
    where = "another one in this file" if other.file == one.file else roots.within(roots.shown(*other.file))
    day = date.fromisoformat(other.published) if other.published else None
    facts = ", ".join(filter(None, (other.publication, f"{day.day} {day:%B %Y}" if day else "")))
    named = f"{where} ({facts})" if facts else where
    more = f" or {len(others) - 1:,} more" if len(others) > 1 else ""
    return f"It may be the same article as {named}{more}: headline and text are the same."
