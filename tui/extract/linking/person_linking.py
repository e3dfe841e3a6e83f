"""Which names of one surname are one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from tui.extract.linking.name_forms import BEAT, NameForm, is_full_name, name_suffix, name_words
from tui.extract.linking.name_groups import NameGroup, connected, symmetric
from tui.extract.names.name_lexicon import GIVEN, name_lexicon, word_set
from tui.extract.names.person_coref import short_forms

_SMALL = frozenset("a an and at for former his her in its of on the their then who".split())


@dataclass(slots=True)
class PersonForm:
    """A way of writing a name, or several that are one person's, with all that is told of it."""

    names: set[tuple[str, ...]]
    members: list[int] = field(default_factory=list)
    articles: set[int] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    roles: set[frozenset[str]] = field(default_factory=set)
    suffix: str = ""
    years: set[int] = field(default_factory=set)

    @property
    def words(self) -> tuple[str, ...]:
        """The name, or the first of several."""
        return min(self.names)

    def take(self, number: int, name_form: NameForm) -> None:
        """Add what another article tells."""
        self.members.append(number)
        self.articles.add(name_form.article)
        self.genders.update(name_form.genders)
        self.beside |= name_form.beside
        self.years |= {name_form.year} if name_form.year else set()
        self.roles.update(_role_words(role) for role in name_form.roles)


def wanting_context(names: Iterable[str]) -> set[str]:
    """Those of the names of one surname that can only be told by what stands beside them.

    Variants of a given name always; short names only where all full names may be one person's.
    """
    by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        by_words[name_words(name)].append(name)
    full = [PersonForm({words}) for words in sorted(by_words) if is_full_name(words)]
    agreeing = [
        (one, other, agreement)
        for one, other in _near(full)
        if (agreement := _agreement(full[one].words, full[other].words))
    ]
    if len(by_words) > 1 and len(connected(len(full), [pair[:2] for pair in agreeing])) == 1:
        return {name for some in by_words.values() for name in some}
    variants = {number for *pair, agreement in agreeing if agreement == _VARIANT for number in pair}
    return {name for number in variants for name in by_words[full[number].words]}


def link_people(block: Sequence[NameForm]) -> list[NameGroup]:
    """The persons of one surname: the full names, then the short ones.

    A short name is the person's of the only full name that there is, if anything supports it.
    """
    full, short = _forms(block)
    certain, doubts = _agreeing(full)
    sets = connected(len(full), certain)
    persons = [_merged([full[number] for number in numbers]) for numbers in sets]
    at = {number: place for place, numbers in enumerate(sets) for number in numbers}
    owned = {n for n in short if len(persons) == 1 and _is_meant(block[n], persons[0])}
    left: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in short:
        if number not in owned:
            left[name_words(block[number].name)].append(number)
    groups = [[*person.members, *owned] for person in persons] + list(left.values())
    alike = {(at[one], at[other]) for one, other in doubts}
    for place, (words, numbers) in enumerate(left.items(), len(persons)):
        titled = [
            PersonForm({words}, genders=set(genders)) for genders in {block[n].genders for n in numbers}
        ]
        may_be = (
            number for number, person in enumerate(persons) if any(_may_be(one, person) for one in titled)
        )
        alike.update((place, number) for number in may_be)
    others = symmetric(len(groups), alike)
    return [NameGroup(tuple(sorted(members)), others[place]) for place, members in enumerate(groups)]


def _forms(block: Sequence[NameForm]) -> tuple[list[PersonForm], list[int]]:
    """The full names of a block, and the numbers of the name forms without one."""
    full: dict[tuple[tuple[str, ...], str], PersonForm] = {}
    short: list[int] = []
    for number, name_form in enumerate(block):
        words = name_words(name_form.name)
        if is_full_name(words):
            suffix = name_suffix(name_form.name)
            full.setdefault((words, suffix), PersonForm({words}, suffix=suffix)).take(number, name_form)
        else:
            short.append(number)
    return list(full.values()), short


def _merged(forms: Sequence[PersonForm]) -> PersonForm:
    whole = PersonForm(set())
    for form in forms:
        whole.names |= form.names
        whole.members += form.members
        whole.articles |= form.articles
        whole.genders |= form.genders
        whole.beside |= form.beside
        whole.years |= form.years
        whole.roles |= form.roles
    return whole


def _agreeing(full: Sequence[PersonForm]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs of full names that are one person, and pairs that may be.

    Where a chain of pairs would make one of two names that contradict each other, none of it is certain.
    """
    certain: list[tuple[int, int]] = []
    doubts: list[tuple[int, int]] = []
    for one, other in _near(full):
        agreement = _agreement(full[one].words, full[other].words)
        if not agreement or not _genders_agree(full[one], full[other]):
            continue
        if full[one].suffix and full[other].suffix and full[one].suffix != full[other].suffix:
            continue
        alike = agreement == _MIDDLE or _shares_much(full[one], full[other])
        sure = alike and full[one].suffix == full[other].suffix
        (certain if sure else doubts).append((one, other))
    for numbers in connected(len(full), certain):
        if len(numbers) > 2 and not all(_fits(full[a], full[b]) for a, b in combinations(numbers, 2)):
            broken = [pair for pair in certain if pair[0] in numbers]
            certain = [pair for pair in certain if pair[0] not in numbers]
            doubts += broken
    return certain, doubts


def _near(full: Sequence[PersonForm]) -> Iterator[tuple[int, int]]:
    """The pairs whose given names have anything in common, each once."""
    by_given: dict[str | int, list[int]] = defaultdict(list)
    for number, form in enumerate(full):
        first, *middle = form.words[:-1]
        for key in {first, *short_forms().get(first, ()), *(word for word in middle if len(word) > 1)}:
            by_given[key].append(number)
    seen = {pair for numbers in by_given.values() for pair in combinations(numbers, 2)}
    yield from sorted(seen)


_SAME_YEARS = 2
_MIDDLE = "middle"
_VARIANT = "variant"


def _agreement(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """How two full names of one surname agree: but for middle names, by a variant of a given name, or ""."""
    (first, *middle), (second, *between) = one[:-1], other[:-1]
    if first == second:
        agree = all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(middle, between))  # noqa: B905 (the shorter decides)
        return _MIDDLE if agree else ""
    groups = short_forms()
    if groups.get(first, frozenset()) & groups.get(second, frozenset()):
        return _VARIANT
    return _VARIANT if first in between or second in middle else ""


def _fits(one: PersonForm, other: PersonForm) -> bool:
    return bool(_agreement(one.words, other.words)) and _genders_agree(one, other)


def _genders_agree(one: PersonForm, other: PersonForm) -> bool:
    return not one.genders or not other.genders or bool(one.genders & other.genders)


def _may_be(lone: PersonForm, person: PersonForm) -> bool:
    """Whether surname (with its particles), initials and title allow it."""
    if not _genders_agree(lone, person):
        return False
    before = lone.words[:-1]
    if before and all(len(word) == 1 for word in before):
        given = {word[0] for name in person.names for word in name[:-1]}
        return given.issuperset(before)
    return any(lone.words == name[-len(lone.words) :] for name in person.names)


def _is_meant(name_form: NameForm, person: PersonForm) -> bool:
    lone = PersonForm({name_words(name_form.name)})
    lone.take(0, name_form)
    return _may_be(lone, person) and _is_supported(lone, person)


def _is_supported(lone: PersonForm, person: PersonForm) -> bool:
    """Whether anything tells that they are one; an article that names both tells that they are not.

    A common surname, or one that is a given name too, needs more than a party or a title in common.
    """
    if lone.articles & person.articles:
        return False
    if _shares_much(lone, person):
        return True
    if lone.words[-1] in common_surnames() or name_lexicon().of(lone.words[-1]) & GIVEN:
        return False
    shared = {
        key for key in lone.beside & person.beside if not key.startswith(BEAT) or _near_in_time(lone, person)
    }
    return bool(shared or lone.genders & person.genders) or any(
        one & other for one in lone.roles for other in person.roles
    )


def _near_in_time(one: PersonForm, other: PersonForm) -> bool:
    """Whether articles of the two are of the same years; without dates nothing speaks against it."""
    if not one.years or not other.years:
        return True
    return any(abs(year - another) <= _SAME_YEARS for year in one.years for another in other.years)


def _shares_much(one: PersonForm, other: PersonForm) -> bool:
    """A telling name beside both, or one role: two words of it or more."""
    if any(not key.startswith("?") for key in (one.beside & other.beside) - _own(one) - _own(other)):
        return True
    return any(
        len(words) > 1 and (words <= others or others <= words) and len(others) > 1
        for words in one.roles
        for others in other.roles
    )


def _own(form: PersonForm) -> set[str]:
    return {f"person:{' '.join(words)}" for words in form.names}


def _role_words(role: str) -> frozenset[str]:
    return frozenset(name_words(role)) - _SMALL


@cache
def common_surnames() -> frozenset[str]:
    """Surnames that many have."""
    return word_set("surnames.txt", "common")
