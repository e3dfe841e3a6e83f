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

    `members` number the name forms that are its own; `alike` names those that may be the same.
    """

    name: str
    kind: EntityKind
    members: tuple[int, ...]
    alike: tuple[str, ...] = ()


def identities(name_forms: Sequence[NameForm]) -> list[Identity]:
    """Every name form in exactly one identity, ordered by name and kind whatever the order of the forms.

    Only names of one block (see `block_of`) are compared, so a block can be told by itself.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, name_form in enumerate(name_forms):
        blocks[block_key(name_form.name, name_form.kind)].append(number)
    found: list[Identity] = []
    for numbers in blocks.values():
        groups = _groups([name_forms[number] for number in numbers])
        names = [_best([name_forms[numbers[member]] for member in group.members]) for group in groups]
        found += (
            Identity(
                name,
                name_forms[numbers[0]].kind,
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


def _best(name_forms: Sequence[NameForm]) -> str:
    """A full name before a short one, then the one that most articles use, then the longer."""
    often = Counter(name_form.name for name_form in name_forms)
    return max(often, key=lambda name: (_fullness(name, name_forms[0].kind), often[name], len(name), name))


def _fullness(name: str, kind: EntityKind) -> tuple[bool, bool]:
    full = is_full_name(name_words(name)) if kind is EntityKind.PERSON else not is_acronym(name)
    return full, not name.isupper()
