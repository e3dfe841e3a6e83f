"""What quick search has to know of an index: all of it, or only what has changed since it last looked.

An engine of an earlier revision is brought up with the articles noted since then (`pending_search`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress

from tui.library.index import pending_search
from tui.library.index.cutting_codec import DAMAGE, common_in, unpack_said
from tui.library.index.database import Index
from tui.library.index.pending_search import FORGOTTEN, file_of
from tui.library.index.quotation_index_file import (
    IndexedQuotation,
    QuotationIndex,
    build_index,
    load_index,
    state_of,
    write_index,
)
from tui.model.annotation import QuotationKind
from tui.model.cutting import Cutting

LATER_SHARE, LATER = 0.05, 10_000
"""The share of the rows, and how many, that may be out of order or gone before all is made anew in order."""

_NAMES = """
SELECT c.name, k.variants FROM named n JOIN called c ON c.key = n.called JOIN known k ON k.key = n.known
WHERE n.article = ? AND n.quotations > 0
"""


def current(index: Index, known: QuotationIndex | None) -> QuotationIndex:
    """The engine for the index as it is by now, made from one that is `known`, from the file, or anew.

    Of a library that is large and changes much just now, the latest there is.
    """
    state = index.state()
    if known is not None and known.state == state:
        return known
    large = index.fact("quotations", 0) > pending_search.SMALL
    known = _newest(index, known) if large else None
    with index.aside() as connection:
        changed = _changed(connection, known) if known else None
        if known is None or known.state[0] != state[0]:
            return build_index(state, rows(connection))
        if changed is None or len(changed) > pending_search.FEW:
            return known
        return known.brought_up(state, set(changed), list(rows(connection, changed)))
    return build_index(state, ())


def keep(index: Index, *, finished: bool) -> None:
    """Keep the engine beside a large index. When all is `finished` it is put in order, if it needs to be."""
    if index.fact("quotations", 0) <= pending_search.SMALL:
        return
    path = file_of(index.file)
    with suppress(OSError), index.aside() as connection:  # without the file each who asks makes it anew
        state = index.state()
        kept = load_index(path)
        changed = _changed(connection, kept) if kept else None
        if kept is None or changed is None or (finished and _out_of_order(kept, connection, changed)):
            kept = build_index(state, rows(connection))
        elif len(changed) > pending_search.FEW:
            kept = kept.brought_up(state, set(changed), list(rows(connection, changed)))
        if kept.state == state:
            write_index(path, kept)
            _forget(index, state[1])


def _newest(index: Index, known: QuotationIndex | None) -> QuotationIndex | None:
    """What is kept in the file, if that is newer than what is known."""
    path = file_of(index.file)
    there = state_of(path)
    if there is None or (known is not None and known.state[0] == there[0] and known.state[1] >= there[1]):
        return known
    return load_index(path) or known


def _changed(connection: sqlite3.Connection, known: QuotationIndex) -> list[int] | None:
    """The articles that have changed since that was made; None if the index does not know that any more."""
    identity, revision = known.state
    facts = dict(
        connection.execute("SELECT name, value FROM fact WHERE name IN ('identity', ?)", (FORGOTTEN,))
    )
    if facts.get("identity") != identity or facts.get(FORGOTTEN, 0) > revision:
        return None
    found = connection.execute("SELECT article FROM unsearched WHERE revision > ?", (revision,))
    return [article for (article,) in found]


def _out_of_order(kept: QuotationIndex, connection: sqlite3.Connection, changed: Sequence[int]) -> bool:
    """Whether it is, once it has been brought up with what has changed."""
    asked = (
        "SELECT total(quotations), total(quotations * (key IN (SELECT value FROM json_each(?)))) FROM article"
    )
    there, coming = map(int, connection.execute(asked, (json.dumps(changed),)).fetchone())
    amiss = (kept.later + coming) + (len(kept.articles) + coming - there)
    return amiss > max(LATER, LATER_SHARE * there)


def _forget(index: Index, revision: int) -> None:
    with index.changing() as connection:
        connection.execute("DELETE FROM unsearched WHERE revision <= ?", (revision,))
        connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (FORGOTTEN, revision))


def rows(connection: sqlite3.Connection, articles: Sequence[int] | None = None) -> Iterator[IndexedQuotation]:
    """What an engine is made from, the newest first: of all articles, or of those that are still there."""
    which = "" if articles is None else "WHERE key IN (SELECT value FROM json_each(?))"
    values = () if articles is None else (json.dumps(articles),)
    ordered = connection.execute(
        f"SELECT key, age FROM article {which} ORDER BY age, name, key", values
    ).fetchall()
    common = common_in(connection)
    for article, age in ordered:
        found = connection.execute("SELECT packed FROM cutting WHERE article = ?", (article,)).fetchone()
        with suppress(*DAMAGE):  # `cuttings check` tells of it
            cutting = unpack_said(found[0] if found else b"", common)
            yield from _rows((article, age), cutting, dict(connection.execute(_NAMES, (article,)).fetchall()))


def _rows(of: tuple[int, int], cutting: Cutting, variants: dict[str, str]) -> Iterator[IndexedQuotation]:
    text = cutting.article.text
    called: dict[str | None, tuple[str, str]] = {}
    for number, quotation in enumerate(cutting.spoken):
        speaker = quotation.speaker
        if speaker not in called:
            others = variants.get(speaker or "", "").splitlines()
            called[speaker] = _called(cutting, speaker, others)
        partial = quotation.kind is QuotationKind.PARTIAL
        yield IndexedQuotation(of[0], number, of[1], partial, quotation.words(text), *called[speaker])


def _called(cutting: Cutting, name: str | None, variants: Sequence[str]) -> tuple[str, str]:
    """All that a speaker may be looked for by: the names, those in other articles too, and the roles."""
    entity = cutting.entity(name)
    names = (entity.name, *entity.aliases) if entity else (name or "",)
    own = " ".join(dict.fromkeys(names))
    roles = dict.fromkeys(role.words for role in entity.roles) if entity else {}
    return " ".join([own, *(other for other in variants if other not in own)]), " ".join(roles)
