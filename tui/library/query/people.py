"""Asking an index who is who. Imports no analysis: the reader asks this, too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tui.library.index.cutting_codec import unpack_about, unpack_guessed
from tui.library.index.database import Index
from tui.model.annotation import EntityKind
from tui.model.article import ArticleId
from tui.model.known_entity import AttestedRole, KnownEntity, KnownName

MEANT = """
SELECT key FROM known WHERE name = :name
UNION SELECT n.known FROM called c JOIN known k USING (block)
  CROSS JOIN named n ON n.known = k.key AND n.called = c.key WHERE c.name = :name
"""
"""Who goes by a name: those whose best name it is, and those whom an article calls so.

What is called so is known by a name of the same block: so the names of one who is known need the one index.
"""

_SPEAKING = f"""
SELECT n.article, c.name FROM named n JOIN called c ON c.key = n.called JOIN article a ON a.key = n.article
WHERE n.known IN ({MEANT}) AND n.quotations > 0 ORDER BY a.age <> 0, a.age, a.name, a.key
"""
_ABOUT = """
SELECT n.quotations, n.mentions, n.about, c.name, a.id, a.title, a.publication, a.published, a.guessed
FROM named n JOIN called c ON c.key = n.called JOIN article a ON a.key = n.article
WHERE n.known = ? ORDER BY a.age <> 0, a.age, a.name
"""


def resolve_name(index: Index, name: str) -> str:
    """The name as it is if an article gives it, else the only best name that has its words in it."""
    if index.ask(f"{MEANT} LIMIT 1", {"name": name}):
        return name
    found = {best for _, best, _ in _fitting(index, name)}
    return found.pop() if len(found) == 1 else name


def articles_quoting(index: Index, name: str) -> list[tuple[int, set[str]]]:
    """Where those who go by that name are quoted: keys of articles, undated ones first, then the newest.

    With each, the names that the article gives them.
    """
    names: dict[int, set[str]] = {}
    for article, called in index.ask(_SPEAKING, {"name": resolve_name(index, name)}):
        names.setdefault(article, set()).add(called)
    return [*names.items()]


def person(index: Index, name: str) -> KnownEntity | None:
    """All that the library knows under a name: its best name first, else the one who is called so most."""
    found = index.ask(
        f"""SELECT k.key, k.name, k.kind FROM known k WHERE k.key IN ({MEANT})
        ORDER BY k.name <> :name, k.kind <> 'person',
          (SELECT count(*) FROM named n WHERE n.known = k.key) DESC, k.name LIMIT 1""",
        {"name": resolve_name(index, name)},
    )
    return _known(index, *found[0]) if found else None


def who(index: Index, asked: str) -> list[KnownEntity]:
    """All who are best known by that very name, else all who have a name with these words in it.

    A person known by no more than a surname may be any of that name.
    """
    from tui.extract.linking.name_query import is_surname

    found = index.ask("SELECT key, name, kind FROM known WHERE name = ? ORDER BY kind", (asked,))
    if EntityKind.PERSON in {kind for _, _, kind in found} and is_surname(asked):
        found = []
    known = [_known(index, *row) for row in found or _fitting(index, asked)]
    return sorted(known, key=lambda one: (-one.quotations, -one.articles, one.name))


_NAMES = """
SELECT k.name, k.kind, k.variants, sum(n.quotations), count(*) FROM known k JOIN named n ON n.known = k.key
WHERE k.kind IN ('person', 'organisation', 'group') GROUP BY k.key
"""


def names_like(index: Index, typed: str, limit: int) -> list[KnownName]:
    """Those whose names have all the words typed in them: who begins so first, then the most quoted."""
    from tui.related.name_comparison import folded_name

    whole = folded_name(typed)
    words = whole.split()
    found = []
    for name, kind, variants, quotations, articles in index.ask_aside(_NAMES) if words else ():
        forms = [folded_name(form) for form in variants.splitlines()]
        if any(all(word in form for word in words) for form in forms):
            begins = any(part.startswith(whole) for form in forms for part in (form, form.split(" ")[-1]))
            found.append((not begins, -quotations, -articles, name, kind))
    return [KnownName(name, EntityKind(kind), -often) for _, _, often, name, kind in sorted(found)[:limit]]


def _fitting(index: Index, asked: str) -> list[tuple[int, str, str]]:
    """Key, name and kind of those who have a name with all the words asked for; of persons, initials do."""
    from tui.extract.linking.name_query import may_be_short_for
    from tui.related.name_comparison import folded_name

    wanted = set(folded_name(asked).split())
    short = any(len(word) == 1 for word in asked.replace(".", " ").split())

    def has(kind: str, variants: Sequence[str]) -> bool:
        if any(wanted <= set(folded_name(variant).split()) for variant in variants):
            return True
        return short and kind == EntityKind.PERSON and may_be_short_for(asked, variants)

    return [
        (key, name, kind)
        for key, name, kind, variants in index.ask("SELECT key, name, kind, variants FROM known")
        if wanted and has(kind, variants.splitlines())
    ]


def _known(index: Index, key: int, name: str, kind: str) -> KnownEntity:
    rows = index.ask(_ABOUT, (key,))
    alike = index.ask(
        "SELECT k.name FROM alike a JOIN known k ON k.key = a.other WHERE a.known = ? ORDER BY k.name", (key,)
    )
    return KnownEntity(
        name,
        EntityKind(kind),
        tuple(dict.fromkeys(alias for row in rows for alias in _names(row) if alias != name)),
        tuple(role for row in rows for role in _roles(row)),
        quotations=sum(row[0] for row in rows),
        mentions=sum(row[1] for row in rows),
        articles=len({row[4] for row in rows}),
        alike=tuple(other for (other,) in alike),
        inferred=_inferred(name, kind, rows),
    )


def _inferred(name: str, kind: str, rows: Sequence[Sequence[Any]]) -> int:
    """How many articles give no more of a person's full name than the surname."""
    from tui.extract.linking.name_forms import is_full_name, name_words

    if kind != EntityKind.PERSON or not is_full_name(name_words(name)):
        return 0
    return len({row[4] for row in rows if not any(is_full_name(name_words(form)) for form in _names(row))})


def _names(row: Sequence[Any]) -> list[str]:
    return [row[3], *unpack_about(row[2])[1]]


def _roles(row: Sequence[Any]) -> list[AttestedRole]:
    about, _, article, title, publication, published, guessed = row[2:]
    day = date.fromisoformat(published) if published else None
    return [
        AttestedRole(role, ArticleId(article), title, publication, day, unpack_guessed(guessed))
        for role in unpack_about(about)[2]
    ]
