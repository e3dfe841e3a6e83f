"""Settling who is who among the names of an index, block by block: only where something has changed."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from tui.extract import same_bodies, same_people
from tui.extract.identity import Identity, identities
from tui.extract.naming import Naming, besides
from tui.library import unsearched
from tui.library.index import Index
from tui.model.annotation import EntityKind

TOGETHER = 200
"""Blocks that are settled in one transaction."""
_ASKED = 500
"""Articles that one question names."""

_KINDS = {kind.value: kind for kind in EntityKind}
_WANTING = {
    EntityKind.PERSON: same_people.wanting_evidence,
    EntityKind.ORGANISATION: same_bodies.wanting_evidence,
}
"""Which of the names of a block can only be told by what stands beside them."""

_OPEN = """
SELECT u.block FROM unsettled u
WHERE u.whole OR (SELECT count(*) FROM called c WHERE c.block = u.block) > 1 LIMIT ?
"""
"""A block of one name has nothing to settle: `named` has entered it as its own."""
_NAMED = """
SELECT n.article, c.name, c.kind, n.about, n.called, n.known
FROM known k CROSS JOIN named n ON n.known = k.key CROSS JOIN called c ON c.key = n.called
WHERE k.block = ? ORDER BY n.article, n.called
"""


def settle(index: Index) -> Iterator[int]:
    """Settle the blocks that wait; yields how many after each transaction."""
    while waiting := [block for (block,) in index.ask(_OPEN, (TOGETHER,))]:
        with index.changing() as connection:
            connection.execute("UPDATE fact SET value = value + 1 WHERE name = 'revision'")
            for block in waiting:
                _settle_block(connection, block)
            connection.executemany("DELETE FROM unsettled WHERE block = ?", [(block,) for block in waiting])
        yield len(waiting)
    if index.ask("SELECT 1 FROM unsettled LIMIT 1"):
        with index.changing() as connection:
            connection.execute("DELETE FROM unsettled")


def _settle_block(connection: sqlite3.Connection, block: str) -> None:
    rows = connection.execute(_NAMED, (block,)).fetchall()
    namings = _with_beside(connection, [_naming(row) for row in rows])
    found = identities(namings)
    keys = _enter(connection, block, found, namings)
    moved = [
        (keys[identity.name], rows[member][0], rows[member][4])
        for identity in found
        for member in identity.members
        if rows[member][5] != keys[identity.name]
    ]
    connection.executemany("UPDATE named SET known = ? WHERE article = ? AND called = ?", moved)
    for _, article, _ in moved:
        unsearched.note(connection, article)
    connection.executemany(
        "INSERT INTO alike VALUES (?, ?)",
        [(keys[identity.name], keys[other]) for identity in found for other in identity.alike],
    )
    connection.execute(
        """DELETE FROM called WHERE block = ?1 AND key NOT IN (
          SELECT n.called FROM known k CROSS JOIN named n ON n.known = k.key WHERE k.block = ?1)""",
        (block,),
    )


def _naming(row: Sequence[Any]) -> Naming:
    article, name, kind, about, *_ = row
    aliases, roles, titled, genders = json.loads(about) if about else ((), (), (), "")
    return Naming(article, name, _KINDS[kind], tuple(aliases), tuple(roles), tuple(titled), genders)


def _with_beside(connection: sqlite3.Connection, namings: list[Naming]) -> list[Naming]:
    """The namings with what stands beside them, where it is asked for."""
    names = {naming.name for naming in namings}
    wanting = _WANTING[namings[0].kind](names) if namings and namings[0].kind in _WANTING else set()
    articles = sorted({naming.article for naming in namings if naming.name in wanting})
    beside: dict[int, list[tuple[str, EntityKind]]] = defaultdict(list)
    for start in range(0, len(articles), _ASKED):
        asked = articles[start : start + _ASKED]
        marks = ", ".join("?" * len(asked))
        for article, name, its_kind in connection.execute(
            f"""SELECT n.article, c.name, c.kind FROM named n JOIN called c ON c.key = n.called
            WHERE n.article IN ({marks}) AND c.kind IN ('person', 'organisation')""",
            asked,
        ):
            beside[article].append((name, _KINDS[its_kind]))
    keys = {article: besides(named) for article, named in beside.items()}
    return [
        replace(naming, beside=keys[naming.article]) if naming.name in wanting else naming
        for naming in namings
    ]


def _enter(
    connection: sqlite3.Connection, block: str, found: Sequence[Identity], namings: Sequence[Naming]
) -> dict[str, int]:
    """The rows of the block's identities, by name: kept, entered or taken out."""
    rows = connection.execute("SELECT name, key, variants FROM known WHERE block = ?", (block,)).fetchall()
    before = {name: (key, variants.splitlines()) for name, key, variants in rows}
    connection.executemany("DELETE FROM alike WHERE known = ?", [(key,) for key, _ in before.values()])
    gone = before.keys() - {identity.name for identity in found}
    connection.executemany("DELETE FROM known WHERE key = ?", [(before[name][0],) for name in gone])
    variants = {identity: _variants(identity, namings) for identity in found}
    connection.executemany(
        """INSERT INTO known (name, kind, block, variants) VALUES (?, ?, ?, ?)
        ON CONFLICT (name, kind) DO UPDATE SET variants = excluded.variants""",
        [(one.name, one.kind.value, block, "\n".join(names)) for one, names in variants.items()],
    )
    for identity, names in variants.items():
        key, names_before = before.get(identity.name, (None, []))
        if key is not None and unsearched.are_found_otherwise(names_before, names):
            unsearched.note_renamed(connection, key)
    return dict(connection.execute("SELECT name, key FROM known WHERE block = ?", (block,)).fetchall())


def _variants(identity: Identity, namings: Sequence[Naming]) -> list[str]:
    """All ways of naming it, the best first, each once."""
    own = [namings[member] for member in identity.members]
    forms = {form for naming in own for form in (naming.name, *naming.aliases, *naming.titled)}
    return [identity.name, *sorted(forms - {identity.name})]
