"""Noun phrases beside each other: which of them is the subject when appositions stand before the verb."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tui.extract.syntax.noun_phrases import (
    VERBS,
    first_free,
    has_verb,
    is_opening,
    last_free,
    noun_phrases,
    pieces,
)
from tui.extract.words.lexicon import (
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    NAME,
    NUMBER,
    POSSESSIVE,
    QUOTED,
    SUBORDINATOR,
    WORD,
    lexicon,
)
from tui.extract.words.tagged_tokens import NounPhrase, PhraseKind, TaggedTokens

CLAUSE_WORDS: Final = frozenset(
    "after before when while whilst following as during if although because".split()
)

JOINS: Final = frozenset("while whilst whereas although though because when after before".split())


def nearest_subject(prose: TaggedTokens, lo: int, hi: int, things: bool = False) -> NounPhrase | None:
    """The last free phrase after the last verb or subordinator of a stretch without commas.

    With `things` a phrase that names no person will do when it stands first ("the notice said").
    """
    cut = lo
    for at in range(lo, hi):
        tag = prose.tags[at]
        if tag in (SUBORDINATOR, QUOTED) or tag in VERBS or prose.lows[at] in ("that", "whom", "which"):
            cut = at + 1
    found = noun_phrases(prose, cut, hi)
    people = [phrase for phrase in found if phrase.speaks and not phrase.governed]
    if people:
        return people[-1]
    if cut > lo and prose.tags[cut - 1] in VERBS:
        return None
    if not things or not found or found[0].governed or found[0].kind is not PhraseKind.THING:
        return None
    return replace(found[0], kind=PhraseKind.PEOPLE) if prose.tags[found[0].head] == WORD else None


def before_appositions(prose: TaggedTokens, parts: list[tuple[int, int]]) -> NounPhrase | None:
    """The subject in the stretches before ", said": back over appositions to the bare noun phrase."""
    best: NounPhrase | None = None
    parts = joined_clause(prose, parts)
    honours = lexicon().honours
    later = len(parts)
    for number in range(len(parts) - 1, -1, -1):
        lo, hi = parts[number]
        if lo >= hi or is_opening(prose, lo, hi):
            continue
        if best is not None and any(opens_clause(prose, a, b) for a, b in parts[number + 1 : later]):
            break
        later = number
        if hi - lo <= 2 and number > 0 and (prose.lows[lo] in honours or is_place_tail(prose, parts, number)):
            continue
        found = stretch_subject(prose, lo, hi, first=number == 0)
        if found is None:
            continue
        if best is None:
            best = found
        elif found.kind in (PhraseKind.NAME, PhraseKind.PRONOUN) or best.kind is PhraseKind.PEOPLE:
            if has_verb(prose, found.hi, hi):
                break
            best = found
        else:
            break
    if best is None:
        return next((p for lo, hi in reversed(parts) if (p := last_free(prose, lo, hi)) is not None), None)
    return best


def name_before_office(prose: TaggedTokens, parts: list[tuple[int, int]]) -> NounPhrase | None:
    """The name whose office follows it without a second comma: "Ann Lee, 51, head of the trust said"."""
    lo, hi = parts[-1]
    if len(parts) < 2 or lo >= hi or has_verb(prose, lo, hi) or not is_office_phrase(prose, lo, hi):
        return None
    number = len(parts) - 2
    while number > 0 and is_age_or_honour(prose, *parts[number]):
        number -= 1
    first, end = parts[number]
    while first < end and prose.tags[first] in (CONJUNCTION, SUBORDINATOR, ADVERB):
        first += 1
    found = noun_phrases(prose, first, end)
    if len(found) != 1 or found[0].kind is not PhraseKind.NAME or found[0].governed:
        return None
    return found[0] if found[0].lo == first and found[0].hi == end else None


def is_office_phrase(prose: TaggedTokens, lo: int, hi: int) -> bool:
    """Whether a stretch begins with what one person is: chief executive of Harbour Homes."""
    found = noun_phrases(prose, lo, hi)[:1]
    if not found or found[0].lo != lo:
        return False
    head = found[0].head
    owned = POSSESSIVE in prose.tags[lo:head]
    if prose.tags[lo] == DETERMINER and not owned:
        if prose.lows[lo] in ("a", "an"):
            return CONJUNCTION in prose.tags[head:hi] and prose.lows[head] in lexicon().persons
        linked = head + 1 < hi and prose.lows[head + 1] in ("of", "for", "at")
        return prose.lows[lo] == "the" and linked and prose.lows[head] in lexicon().persons
    return (owned or prose.tags[head] == WORD) and prose.lows[head] in lexicon().persons


def is_age_or_honour(prose: TaggedTokens, lo: int, hi: int) -> bool:
    """Whether a stretch between commas is only an age or letters behind a name."""
    return hi - lo == 1 and (prose.tags[lo] == NUMBER or prose.lows[lo] in lexicon().honours)


def joined_clause(prose: TaggedTokens, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of the last clause joined to one before: …, while neighbour Jo Hill, 80, called it …"""
    for number in range(len(parts) - 1, 0, -1):
        lo, hi = parts[number]
        if hi - lo < 2 or prose.lows[lo] not in JOINS or has_verb(prose, lo, hi):
            continue
        found = first_free(prose, lo + 1, hi)
        if found is not None and found.kind is PhraseKind.NAME and found.hi == hi:
            return [(lo + 1, hi), *parts[number + 1 :]]
    return parts


def is_place_tail(prose: TaggedTokens, parts: list[tuple[int, int]], number: int) -> bool:
    """Whether a bare name only says where the place before it lies: X, in Columbus, Ohio, said."""
    lo, hi = parts[number]
    if any(tag != NAME for tag in prose.tags[lo:hi]):
        return False
    before = noun_phrases(prose, *parts[number - 1])[-1:]
    if not before or not before[0].governed or before[0].kind is not PhraseKind.NAME:
        return False
    return any(a < b and not is_opening(prose, a, b) for a, b in parts[:number])


def stretch_subject(prose: TaggedTokens, lo: int, hi: int, first: bool) -> NounPhrase | None:
    """The subject in one stretch between commas."""
    while lo < hi and prose.tags[lo] in (CONJUNCTION, SUBORDINATOR):
        lo += 1
    verb = next((w for w in range(lo + 1, hi) if prose.tags[w] in VERBS), -1)
    if verb > 0:
        found = last_free(prose, lo, verb)
    else:
        found = nearest_subject(prose, lo, hi) if first else first_free(prose, lo, hi)
    return found or first_free(prose, lo, hi)


def opens_clause(prose: TaggedTokens, lo: int, hi: int) -> bool:
    """Whether a stretch is a clause of its own ("after a long row over…"), not an apposition."""
    return hi - lo > 3 and prose.lows[lo] in CLAUSE_WORDS


def antecedent(prose: TaggedTokens, lo: int, hi: int) -> NounPhrase | None:
    """The noun phrase of a relative clause that begins at `hi`: in "a spokesman for X who", the spokesman."""
    parts = pieces(prose, lo, hi)
    found = noun_phrases(prose, *parts[-1])
    people = [phrase for phrase in found if phrase.speaks]
    if not people:
        if found and prose.tags[found[-1].head] == WORD and hi < len(prose.lows) and prose.lows[hi] == "who":
            return replace(found[-1], kind=PhraseKind.PEOPLE)
        return before_appositions(prose, parts)
    number = len(people) - 1
    while number > 0 and is_tail(prose, people[number - 1], people[number]):
        number -= 1
    return people[number]


def is_tail(prose: TaggedTokens, head: NounPhrase, tail: NounPhrase) -> bool:
    """Whether `tail` only says of whom or where `head` is."""
    link = prose.lows[tail.lo - 1]
    return tail.governed and link in ("of", "for", "from", "at", "in") and head.hi == tail.lo - 1
