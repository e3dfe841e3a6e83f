"""An index made to obey the corrections. Imports the analysis: what is taken back has to be found anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from tui.extract.corrected import CorrectionSet, NameCorrection, corrected
from tui.library.index.cutting_codec import common_in, unpack
from tui.library.index.cutting_codec import text_of as text_of_article
from tui.library.index.database import Index
from tui.library.ingest import identity_resolution, index_writer
from tui.library.ingest.analysis import analysed_of
from tui.library.ingest.annotation import annotated
from tui.library.user.corrections_file import text_of
from tui.library.user.corrections_toml import parse_corrections
from tui.model.article import ArticleId
from tui.model.problem import Problem


def apply_corrections(index: Index, path: Path) -> None:
    """Let the index obey what the file of corrections says by now.

    The index keeps the text of the file that it obeys: the articles that the difference concerns are
    analysed anew, all in one transaction.
    """
    with index.changing() as connection:
        known = connection.execute("SELECT value FROM fact WHERE name = 'corrections'").fetchone()
        before, now = (known[0] if known else ""), text_of(path)
        if before == now:
            return
        obeyed = parse_corrections(now, path).corrections
        obeyed_before = parse_corrections(before, path).corrections
        for key, packed in _concerned(connection, obeyed_before, obeyed):
            article = unpack(packed, "", common_in(connection)).article
            right = annotated(article, lambda found: analysed_of(corrected(found, obeyed)))
            if not isinstance(right, Problem):  # else it stays as it is, and the fault is kept for a report
                index_writer.keep_anew(connection, key, right)
        connection.execute("INSERT OR REPLACE INTO fact VALUES ('corrections', ?)", (now,))
    for _ in identity_resolution.resolve_identities(index):
        pass


def _concerned(
    connection: sqlite3.Connection, before: CorrectionSet, now: CorrectionSet
) -> list[tuple[int, bytes]]:
    """Keys and contents of the articles that come out otherwise, and perhaps of some that do not."""
    articles = {one.article for one in set(before.speakers) ^ set(now.speakers)}
    names = _unlike(before.names, now.names)
    articles |= {one.article for one in names if one.article is not None}
    everywhere = {name for one in names if one.article is None for name in (one.written, one.name) if name}
    found = dict(_by_id(connection, articles))
    if gone := [one for one in before.names if one in names and not one.name and one.article is None]:
        found |= dict(_written(connection, _forms(gone, before.names)))
    if everywhere:
        found |= dict(_naming(connection, everywhere))
    return list(found.items())


def _unlike(before: Sequence[NameCorrection], now: Sequence[NameCorrection]) -> list[NameCorrection]:
    """Those after the beginning that both have: each works on what the ones before it have made."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, now, strict=False)))
    return [*before[same:], *now[same:]]


def _forms(gone: Sequence[NameCorrection], corrections: Sequence[NameCorrection]) -> set[str]:
    """How an article may write what was said to be no name, by the names that it was given before."""
    forms = {one.written for one in gone}
    for one in reversed(corrections):
        if one.name in forms:
            forms.add(one.written)
    return forms


def _written(connection: sqlite3.Connection, forms: Iterable[str]) -> Iterator[tuple[int, bytes]]:
    """Articles with all the words of a name in their text: the index does not know what is no name."""
    common, words = common_in(connection), [form.split() for form in forms]
    for key, packed in connection.execute("SELECT article, packed FROM cutting").fetchall():
        text = text_of_article(packed, common)
        if any(all(word in text for word in some) for some in words):
            yield key, packed


def _by_id(connection: sqlite3.Connection, articles: Iterable[ArticleId]) -> Iterator[tuple[int, bytes]]:
    for article in articles:
        yield from connection.execute(
            "SELECT key, packed FROM article JOIN cutting ON article = key WHERE id = ?1 OR former = ?1",
            (article,),
        )


def _naming(connection: sqlite3.Connection, names: Iterable[str]) -> Iterator[tuple[int, bytes]]:
    """Articles that have one of the names, or had it before it was put right: it is an alias then."""
    for name in names:
        yield from connection.execute(
            """SELECT DISTINCT article, packed FROM known k JOIN named n ON n.known = k.key
            JOIN cutting USING (article) WHERE instr(char(10) || k.variants || char(10), ?)""",
            (f"\n{name}\n",),
        ).fetchall()
