"""Names across a library: who is there, and who is meant by what somebody typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from tui.extract.linking.cross_article_identity import Identity, identities
from tui.extract.linking.name_forms import NameForm, context_keys, name_forms_in
from tui.model.annotation import Entity, EntityKind
from tui.model.cutting import Cutting

_LEAST_LIKENESS = 70.0
"""Of 100 (rapidfuzz WRatio): below it a suggestion would puzzle more than help."""


@dataclass(slots=True)
class NameEntry:
    """One person or body in the who's who of a library, under all the names that articles give."""

    name: str
    kind: EntityKind
    articles: int = 0
    quotations: int = 0
    roles: dict[str, None] = field(default_factory=dict)
    aliases: dict[str, None] = field(default_factory=dict)


def name_entries(cuttings: Iterable[Cutting]) -> list[NameEntry]:
    """Everybody who is named, one entry a person or body, the most quoted first. Places are left out."""
    namings: list[NameForm] = []
    for number, cutting in enumerate(cuttings):
        year = cutting.article.published.year if cutting.article.published else None
        beside = context_keys((entity.name, entity.kind) for entity in cutting.entities)
        namings += [
            replace(naming, beside=beside, year=year)
            for naming in name_forms_in(cutting, number)
            if naming.kind is not EntityKind.PLACE
        ]
    named = [one for one in namings if one.kind is not EntityKind.UNNAMED]
    found = [_entry(one, [named[member] for member in one.members]) for one in identities(named)]
    apart = (one for one in namings if one.kind is EntityKind.UNNAMED)  # another person in each article
    found += (_entry(Identity(one.name, one.kind, (0,)), [one]) for one in apart)
    return sorted(found, key=lambda entry: (-entry.quotations, -entry.articles, entry.name))


def _entry(identity: Identity, namings: Sequence[NameForm]) -> NameEntry:
    names = dict.fromkeys(name for naming in namings for name in (naming.name, *naming.aliases))
    return NameEntry(
        identity.name,
        identity.kind,
        articles=len({naming.article for naming in namings}),
        quotations=sum(naming.quotations for naming in namings),
        roles=dict.fromkeys(role for naming in namings for role in naming.roles),
        aliases={name: None for name in names if name != identity.name},
    )


def goes_by(entity: Entity | None, asked: str) -> bool:
    """Whether all the words asked for stand in one of the entity's names, whatever their case or accents."""
    if entity is None:
        return False
    wanted = _folded(asked)
    return any(wanted <= _folded(name) for name in (entity.name, *entity.aliases))


def nearest_name(asked: str, names: Collection[str]) -> str | None:
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
