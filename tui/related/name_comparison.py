"""When two articles name the same person, body or place. Rather no match than a wrong one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

from tui.model.annotation import Entity, EntityKind

APART = re.compile(r"[\W_]+")
SMALL = frozenset("of the and for in on at de la du des von van".split())
BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.PLACE})
"""A council is a body in one report and a place in the next."""
NAMED = BODIES | {EntityKind.PERSON}


@lru_cache(maxsize=1 << 12)
def folded_name(name: str) -> str:
    """A name for comparing: lower case, no accents, "&" as "and", no possessive, no leading article."""
    bare = name.replace("&", " and ").replace("’", "'")
    if not bare.isascii():
        bare = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", bare)))
    bare = bare.casefold().removesuffix("'s").replace("'", "").replace(".", "")
    return APART.sub(" ", bare).strip().removeprefix("the ")


def same_entity(one: Entity, other: Entity) -> bool:
    """Whether two articles mean the same by these two entities."""
    if one.kind not in NAMED or other.kind not in NAMED:
        return False
    if EntityKind.PERSON in (one.kind, other.kind):
        return one.kind is other.kind and _same_person(one, other)
    return _same_body(one, other)


def match_keys(entity: Entity) -> frozenset[str]:
    """What any other entity that is the same has one of as well: few need be compared."""
    return _signs(Entity(entity.name, entity.kind, entity.aliases))


@lru_cache(maxsize=1 << 12)
def _signs(entity: Entity) -> frozenset[str]:
    """Of an entity without its roles: many articles name the same."""
    if entity.kind not in NAMED:
        return frozenset()
    if entity.kind is EntityKind.PERSON:
        return frozenset({folded_name(entity.name), *(name[-1] for name in _full_names(entity))})
    return frozenset({folded_name(entity.name), *_short_names(entity), _initials(entity.name)})


def _same_person(one: Entity, other: Entity) -> bool:
    """By name as printed, else by a full name of each: a lone surname is nobody else's."""
    if folded_name(one.name) == folded_name(other.name):
        return True
    return any(_agree(a, b) for a in _full_names(one) for b in _full_names(other))


def _full_names(person: Entity) -> set[tuple[str, ...]]:
    """The name and the aliases that have two words or more, as words."""
    names = (tuple(folded_name(name).split()) for name in (person.name, *person.aliases))
    return {name for name in names if len(name) > 1}


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether first and last name are the same and at most one of the two gives names between."""
    ends = (one[0], one[-1]) == (other[0], other[-1])
    return one == other or (ends and 2 in (len(one), len(other)))


def _same_body(one: Entity, other: Entity) -> bool:
    """By name; or one goes by what the other is called for short, or by its initials."""
    if folded_name(one.name) == folded_name(other.name):
        return True
    return any(
        folded_name(short.name) in _short_names(full) or _are_initials(short.name, full.name)
        for short, full in ((one, other), (other, one))
    )


def _short_names(body: Entity) -> set[str]:
    """Its aliases that are printed as names: not "the council"."""
    return {folded_name(alias) for alias in body.aliases if alias[:1].isupper()}


def _are_initials(short: str, full: str) -> bool:
    """Whether `short` is made of the initials of `full`: NECA, the North East Combined Authority."""
    letters = short.replace(".", "")
    if len(letters) < 3 or not letters.isupper():
        return False
    return letters.lower() == _initials(full)


def _initials(full: str) -> str:
    return "".join(word[0] for word in folded_name(full).split() if word not in SMALL)
