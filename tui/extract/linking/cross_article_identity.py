"""Which names of a library are one person, body or place. A doubtful merge stays apart and is offered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tui.extract.linking.name_forms import NameForm, block_key, is_acronym, is_full_name, name_words
from tui.extract.linking.name_groups import NameGroup
from tui.extract.linking.organisation_linking import link_organisations
from tui.extract.linking.person_linking import link_people
from tui.model.annotation import EntityKind


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, body or place of a library under its best name.

    `members` number the namings that are its own; `alike` names those that may be the same.
    """

    name: str
    kind: EntityKind
    members: tuple[int, ...]
    alike: tuple[str, ...] = ()


def identities(namings: Sequence[NameForm]) -> list[Identity]:
    """Every naming in exactly one identity, in order of name and kind whatever the order of the namings.

    Only names of one block (see `block_of`) are compared, so a block can be told by itself.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, naming in enumerate(namings):
        blocks[block_key(naming.name, naming.kind)].append(number)
    found: list[Identity] = []
    for numbers in blocks.values():
        groups = _groups([namings[number] for number in numbers])
        names = [_best([namings[numbers[member]] for member in group.members]) for group in groups]
        found += (
            Identity(
                name,
                namings[numbers[0]].kind,
                tuple(numbers[member] for member in group.members),
                tuple(sorted(names[other] for other in group.alike)),
            )
            for name, group in zip(names, groups, strict=True)
        )
    return sorted(found, key=lambda one: (one.name, one.kind))


def _groups(block: Sequence[NameForm]) -> list[NameGroup]:
    kind = block[0].kind
    if kind is EntityKind.PERSON:
        return link_people(block)
    if kind is EntityKind.ORGANISATION:
        return link_organisations(block)
    return [NameGroup(tuple(range(len(block))))]


def _best(namings: Sequence[NameForm]) -> str:
    """A full name before a short one, then the one that most articles use, then the longer."""
    often = Counter(naming.name for naming in namings)
    return max(often, key=lambda name: (_fullness(name, namings[0].kind), often[name], len(name), name))


def _fullness(name: str, kind: EntityKind) -> tuple[bool, bool]:
    full = is_full_name(name_words(name)) if kind is EntityKind.PERSON else not is_acronym(name)
    return full, not name.isupper()
