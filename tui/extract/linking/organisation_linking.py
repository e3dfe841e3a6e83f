"""Which names of organisations with the same initials are one body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tui.extract.linking.name_forms import NameForm, council_key, initials_of, is_acronym, organisation_key
from tui.extract.linking.name_groups import NameGroup, connected, symmetric

_TELLING = 4
"""Letters of an acronym that hardly stand for two bodies of one library."""


def wanting_context(names: Iterable[str]) -> set[str]:
    """Those of the names of one block that are told by what stands beside them: acronyms and their bodies."""
    names = set(names)
    short = {name for name in names if is_acronym(name) and len(organisation_key(name)) < _TELLING}
    return names if short and len(names) > len(short) else set()


def link_organisations(block: Sequence[NameForm]) -> list[NameGroup]:
    """Names of one key; a council whose tier is left out; an acronym and the only body that it can mean."""
    forms: dict[str, list[int]] = defaultdict(list)
    for number, name_form in enumerate(block):
        forms[organisation_key(name_form.name)].append(number)
    keys = list(forms)
    certain, doubts = _councils(keys)
    long = connected(len(keys), certain)
    bodies = [numbers for numbers in long if " " in keys[numbers[0]]]
    for short, key in enumerate(keys):
        if " " in key or not any(is_acronym(block[number].name) for number in forms[key]):
            continue
        meant = [numbers for numbers in bodies if any(initials_of(keys[n]) == key for n in numbers)]
        members = [[member for n in numbers for member in forms[keys[n]]] for numbers in meant]
        sure = len(meant) == 1 and _is_supported(block, forms[key], members[0])
        (certain if sure else doubts).extend((short, numbers[0]) for numbers in meant)
    groups = connected(len(keys), certain)
    at = {number: place for place, numbers in enumerate(groups) for number in numbers}
    alike = symmetric(len(groups), [(at[one], at[other]) for one, other in doubts])
    return [
        NameGroup(tuple(sorted(member for n in numbers for member in forms[keys[n]])), alike[place])
        for place, numbers in enumerate(groups)
    ]


def _councils(keys: Sequence[str]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs of a council without its tier and those that have one: certain where there is only one."""
    tiered: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if council_key(key) != key:
            tiered[council_key(key)].append(number)
    certain: list[tuple[int, int]] = []
    doubts: list[tuple[int, int]] = []
    for number, key in enumerate(keys):
        meant = tiered.get(key, []) if council_key(key) == key else []
        (certain if len(meant) == 1 else doubts).extend((number, other) for other in meant)
    return certain, doubts


def _is_supported(block: Sequence[NameForm], short: Sequence[int], full: Sequence[int]) -> bool:
    """An article gives both, or the acronym is long, or a telling name stands beside both."""
    acronym = organisation_key(block[short[0]].name)
    introduced = any(organisation_key(alias) == acronym for number in full for alias in block[number].aliases)
    if introduced or len(acronym) >= _TELLING:
        return True
    beside = {key for number in full for key in block[number].beside}
    shared = beside & {key for number in short for key in block[number].beside}
    return any(not key.startswith("?") for key in shared)
