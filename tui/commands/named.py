"""Names across a library: who is there, and who is meant by what somebody typed."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from tui.model.annotation import Entity, EntityKind
from tui.model.cutting import Cutting

_LEAST_LIKENESS = 70.0
"""Of 100 (rapidfuzz WRatio): below it a suggestion would puzzle more than help."""


@dataclass(slots=True)
class Entry:
    """One entity in the who's who of a library: the same name and kind in several articles is one entry."""

    name: str
    kind: EntityKind
    articles: int = 0
    quotations: int = 0
    roles: dict[str, None] = field(default_factory=dict)
    aliases: dict[str, None] = field(default_factory=dict)


def entries(cuttings: Iterable[Cutting]) -> list[Entry]:
    """Everybody who is named, the most quoted first. Places are left out."""
    found: dict[tuple[str, EntityKind], Entry] = {}
    for cutting in cuttings:
        spoken = Counter(quotation.speaker for quotation in cutting.spoken)
        for entity in cutting.entities:
            if entity.kind is EntityKind.PLACE:
                continue
            entry = found.setdefault((entity.name, entity.kind), Entry(entity.name, entity.kind))
            entry.articles += 1
            entry.quotations += spoken[entity.name]
            entry.roles |= dict.fromkeys(role.words for role in entity.roles)
            entry.aliases |= dict.fromkeys(entity.aliases)
    return sorted(found.values(), key=lambda entry: (-entry.quotations, -entry.articles, entry.name))


def is_called(entity: Entity | None, asked: str) -> bool:
    """Whether all the words asked for stand in one of the entity's names, whatever their case or accents."""
    if entity is None:
        return False
    wanted = _folded(asked)
    return any(wanted <= _folded(name) for name in (entity.name, *entity.aliases))


def nearest(asked: str, names: Collection[str]) -> str | None:
    """The name that was probably meant."""
    from rapidfuzz import fuzz, process, utils

    found = process.extractOne(
        asked,
        sorted(names),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=_LEAST_LIKENESS,
    )
    return found[0] if found else None


def _folded(name: str) -> set[str]:
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter)
    )
    return set(bare.casefold().split())
