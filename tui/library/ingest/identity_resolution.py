"""Settling who is who among the names of an index, block by block: only where something has changed."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from tui.extract.linking import organisation_linking, person_linking
from tui.extract.linking.cross_article_identity import Identity, identities
from tui.extract.linking.name_forms import NameForm, block_key, context_key
from tui.library.index import pending_search
from tui.library.index.cutting_codec import unpack_about
from tui.library.index.database import Index
from tui.library.index.schema import KINDS
from tui.model.annotation import EntityKind

TOGETHER = 200
"""Blocks that are settled in one transaction."""

_KINDS = tuple(map(EntityKind, KINDS))
_WANTING = {
    EntityKind.PERSON: person_linking.wanting_context,
    EntityKind.ORGANISATION: organisation_linking.wanting_context,
}
"""Which of the names of a block can only be told by what stands beside them."""

_ALONE = """
DELETE FROM unsettled
WHERE NOT whole AND (SELECT count(*) FROM called c WHERE c.block = unsettled.block) < 2
"""
"""A block of one name has nothing to settle: `named` has entered it as its own."""
_NAMED = """
SELECT n.article, c.name, c.kind, n.about, n.called, n.known, a.published
FROM json_each(?) CROSS JOIN known k ON k.block = value CROSS JOIN named n ON n.known = k.key
CROSS JOIN called c ON c.key = n.called CROSS JOIN article a ON a.key = n.article ORDER BY n.article, n.called
"""
_BESIDE = """
SELECT n.article, n.called FROM json_each(?) CROSS JOIN named n ON n.article = value
"""
_TELLING = ", ".join(str(KINDS.index(kind)) for kind in (*_WANTING, EntityKind.PLACE))
_EVIDENCE = f"SELECT key, name, kind FROM called WHERE kind IN ({_TELLING})"

Called = tuple[str, EntityKind]
"""A name and its kind."""


def resolve_identities(index: Index) -> Iterator[int]:
    """Settle the blocks that wait; yields how many after each transaction."""
    if index.ask("SELECT 1 FROM unsettled LIMIT 1"):
        with index.changing() as connection:
            connection.execute(_ALONE)
    evidence: dict[int, str] = {}
    while waiting := index.ask("SELECT block FROM unsettled LIMIT ?", (TOGETHER,)):
        with index.changing() as connection:
            connection.execute("UPDATE fact SET value = value + 1 WHERE name = 'revision'")
            _settle(connection, json.dumps([block for (block,) in waiting]), evidence)
            connection.executemany("DELETE FROM unsettled WHERE block = ?", waiting)
        yield len(waiting)


def _settle(connection: sqlite3.Connection, blocks: str, evidence: dict[int, str]) -> None:
    """Settle some blocks. `evidence` is what names tell that stand beside others, once it is asked for."""
    rows = connection.execute(_NAMED, (blocks,)).fetchall()
    namings = _namings(connection, rows, evidence)
    found = identities(namings)
    keys = {(naming.name, naming.kind): row[4] for naming, row in zip(namings, rows, strict=True)}
    known = {keys[one.name, one.kind]: one for one in found}
    moved = [
        (key, rows[member][0], rows[member][4])
        for key, identity in known.items()
        for member in identity.members
        if rows[member][5] != key
    ]
    connection.executemany("UPDATE named SET known = ? WHERE article = ? AND called = ?", moved)
    for article in {article for _, article, _ in moved}:
        pending_search.note(connection, article)
    variants = {key: _variants(identity, namings) for key, identity in known.items()}
    _enter(connection, blocks, set(keys.values()), variants)
    connection.executemany(
        "INSERT INTO alike VALUES (?, ?)",
        [(key, keys[other, identity.kind]) for key, identity in known.items() for other in identity.alike],
    )


def _namings(
    connection: sqlite3.Connection, rows: Sequence[Sequence[Any]], evidence: dict[int, str]
) -> list[NameForm]:
    """The namings, with what stands beside them where it is asked for."""
    wanting = _wanting({(name, _KINDS[kind]) for _, name, kind, *_ in rows})
    articles = {article for article, name, kind, *_ in rows if (name, _KINDS[kind]) in wanting}
    beside = _beside(connection, articles, evidence)
    namings = []
    for article, name, number, about, *_, published in rows:
        kind = _KINDS[number]
        genders, aliases, roles, titled = unpack_about(about)
        keys = beside[article] if (name, kind) in wanting else frozenset()
        year = int(published[:4]) if published else None
        namings.append(NameForm(article, name, kind, aliases, roles, titled, genders, keys, year=year))
    return namings


def _wanting(called: Iterable[Called]) -> set[Called]:
    """Those that can only be told by what stands beside them."""
    blocks: dict[tuple[str, EntityKind], list[str]] = defaultdict(list)
    for name, kind in called:
        if kind in _WANTING:
            blocks[block_key(name, kind), kind].append(name)
    return {(name, kind) for (_, kind), names in blocks.items() for name in _WANTING[kind](names)}


def _beside(
    connection: sqlite3.Connection, articles: Collection[int], evidence: dict[int, str]
) -> dict[int, frozenset[str]]:
    """What stands beside the names of each article."""
    if articles and not evidence:
        for key, name, kind in connection.execute(_EVIDENCE):
            if told := context_key(name, _KINDS[kind]):
                evidence[key] = told
    named = connection.execute(_BESIDE, (json.dumps(sorted(articles)),))
    return {
        article: frozenset([evidence[key] for _, key in names if key in evidence])
        for article, names in groupby(named, key=itemgetter(0))
    }


def _enter(connection: sqlite3.Connection, blocks: str, used: set[int], variants: Mapping[int, str]) -> None:
    """Keep under which of the blocks' names somebody is known, and take out those that no article gives."""
    rows = connection.execute(
        "SELECT key, name, variants FROM called WHERE block IN (SELECT value FROM json_each(?))", (blocks,)
    ).fetchall()
    connection.executemany("DELETE FROM alike WHERE known = ?", [(key,) for key, *_ in rows])
    gone = [(key,) for key, *_ in rows if key not in used]
    connection.executemany("DELETE FROM called WHERE key = ?", gone)
    for key, name, before in rows:
        now = variants.get(key)
        if key in used and now != before:
            connection.execute("UPDATE called SET variants = ? WHERE key = ?", (now, key))
            if (
                before is not None
                and now is not None
                and pending_search.are_found_otherwise((name, before), (name, now))
            ):
                pending_search.note_renamed(connection, key)


def _variants(identity: Identity, namings: Sequence[NameForm]) -> str:
    """All other ways of naming it, each behind a newline."""
    own = [namings[member] for member in identity.members]
    forms = {form for naming in own for form in (naming.name, *naming.aliases, *naming.titled)}
    return "".join(f"\n{form}" for form in sorted(forms - {identity.name}))
