"""Candidates that hold two names, or a name and something else, cut to what they name."""

from __future__ import annotations

from tui.extract.names.candidates import Candidate, by_rule, placed
from tui.extract.names.capital_run_rules import BESIDE_SEAT, head_nouns, parts_bodies
from tui.extract.names.capital_words import CONNECTORS, NUMBERS, PARTICLES, NameDocument
from tui.extract.names.document_evidence import sign_words
from tui.extract.names.name_lexicon import (
    BODY_HEAD,
    CALENDAR,
    COMMON,
    DEMONYM,
    GIVEN,
    HEAD,
    LETTERS,
    OFFICE,
    OPENER,
    PLACE,
    TITLE,
)
from tui.model.annotation import EntityKind

COURTESIES = frozenset("mr mrs ms miss dr sir".split())
NOT_FIRST = frozenset(["the", "a", "an"])


def cut(document: NameDocument, found: list[Candidate], known: dict[str, EntityKind]) -> list[Candidate]:
    """Every candidate trimmed and, where it holds two names, parted. `known`: all names of the article."""
    parts = [part for c in found for part in parted(document, c, known)]
    parts = [part for c in parts for part in at_and(document, c, known)]
    for candidate in parts:
        trim_end(document, candidate)
        trim_start(document, candidate)
    return parts


def parted(document: NameDocument, candidate: Candidate, alone: dict[str, EntityKind]) -> list[Candidate]:
    """Two names that look like one: "Lord Smith of Hull", "SNP Scottish Government", "Acme CEO Jo Hill"."""
    first, end = candidate.first, candidate.end
    if at := behind_office(document, candidate, alone):
        body = (
            EntityKind.PLACE if document.flags(first) & PLACE and at == first + 1 else EntityKind.ORGANISATION
        )
        return [by_rule(first, at, body), by_rule(at, end, EntityKind.PERSON)]
    if candidate.kind is EntityKind.PERSON:
        for at in range(first + 1, end - 1):
            if document.small[at] in ("of", "from"):
                place = EntityKind.ORGANISATION if document.flags(end - 1) & BODY_HEAD else EntityKind.PLACE
                return [by_rule(first, at, EntityKind.PERSON), by_rule(at + 1, end, place)]
            if (
                document.flags(at) & (LETTERS | TITLE | OFFICE)
                and not document.flags(at) & (GIVEN | HEAD)
                and not candidate.ruled
                and not is_numbered(document, at)
            ):
                company = Candidate(first, at, EntityKind.ORGANISATION)
                return [
                    *parted(document, company, alone),
                    Candidate(at + 1, end, candidate.kind, candidate.scores),
                ]
    end_of_party, known = document.phrases.get(first, (end, None))
    if (
        known is EntityKind.ORGANISATION
        and end_of_party < end
        and is_given(document, end_of_party)
        and not document.flags(end - 1) & HEAD
    ):
        return [
            by_rule(first, end_of_party, EntityKind.ORGANISATION),
            by_rule(end_of_party, end, EntityKind.PERSON),
        ]
    if candidate.kind is EntityKind.ORGANISATION and (at := member_of(document, candidate)):
        return [by_rule(first, at, EntityKind.PERSON), by_rule(at + 1, end, EntityKind.ORGANISATION)]
    several = candidate.kind is EntityKind.ORGANISATION and candidate.size > 2
    party = several and document.small[first] in head_nouns().party
    if party and document.flags(first + 1) & DEMONYM and document.flags(end - 1) & BODY_HEAD:
        return [by_rule(a, b, EntityKind.ORGANISATION) for a, b in ((first, first + 1), (first + 1, end))]
    return [candidate]


def is_numbered(document: NameDocument, at: int) -> bool:
    """Whether the word is a number behind a name, or a surname before one: both words of King III."""
    return any(i in document.words and document.words[i].text in NUMBERS for i in (at, at + 1))


def member_of(document: NameDocument, candidate: Candidate) -> int:
    """Where the "of" stands in "Jo Hill of Kelby & Co"; 0 where the name is not of that sort."""
    for at in range(candidate.first + 2, min(candidate.first + 4, candidate.end - 1)):
        if document.small[at] == "of" and is_given(document, candidate.first):
            return 0 if any(document.flags(i) & (HEAD | TITLE) for i in range(candidate.first, at)) else at
    return 0


def with_month_surnames(document: NameDocument, found: list[Candidate]) -> list[Candidate]:
    """The candidates, with surnames that are months where "Mrs March" vouches for one: Elaine March."""
    months = {
        document.small[at]
        for at, word in document.words.items()
        if word.flags & CALENDAR
        and at + 1 not in document.words
        and at
        and document.before(at).rstrip(".") in COURTESIES
    }
    if not months:
        return found
    out = list(found)
    for at, word in document.words.items():
        if word.small not in months:
            continue
        if document.before(at).rstrip(".") in COURTESIES:
            out = placed(out, by_rule(at, at + 1, EntityKind.PERSON))
            continue
        given = next((c for c in out if c.end in (at, at + 1) and c.first < at), None)
        if given is not None and given.kind is EntityKind.PERSON and is_given(document, given.first):
            out = placed(out, by_rule(given.first, at + 1, EntityKind.PERSON))
    return out


def behind_office(document: NameDocument, candidate: Candidate, known: dict[str, EntityKind]) -> int:
    """Where a person begins behind the place of an office (director at Kelby Council Ros Tindle), or 0."""
    first, end = candidate.first, candidate.end
    if candidate.size < 3 or document.before(first) not in ("at", "of", "to", "for", "from", "with"):
        return 0
    if not any(word in sign_words().role for word in document.small[max(0, first - 5) : first - 1]):
        return 0
    at = end - 2
    headed = document.flags(at - 1) & BODY_HEAD and not document.flags(end - 1) & HEAD
    place = candidate.size == 3 and document.flags(first) & PLACE and not document.flags(end - 1) & HEAD
    person = known.get(document.key(at, at + 1)) is EntityKind.PERSON
    given = (is_given(document, at) or person) and not document.flags(end - 1) & HEAD
    return at if headed or place or given else 0


def is_given(document: NameDocument, at: int) -> bool:
    """Whether the word at `at` is a given name before all."""
    flags = document.flags(at)
    return bool(flags & GIVEN) and not flags & (PLACE | HEAD)


def at_and(document: NameDocument, candidate: Candidate, known: dict[str, EntityKind]) -> list[Candidate]:
    """Two people, or two names of which the article knows one alone: "Magna and Lear"."""
    first, end = candidate.first, candidate.end
    joints = [at for at in range(first + 1, end - 1) if document.small[at] in ("and", "&")]
    if len(joints) != 1 or (first in document.phrases and document.phrases[first][0] > joints[0]):
        return [candidate]
    at = joints[0]
    if document.small[at + 1] in BESIDE_SEAT:
        return [candidate]
    if candidate.kind is EntityKind.ORGANISATION and parts_bodies(document, first, at, end):
        halves = ((first, at), (at + 1, end))
        return [Candidate(a, b, candidate.kind, list(candidate.scores), candidate.ruled) for a, b in halves]
    left, right = known.get(document.key(first, at)), known.get(document.key(at + 1, end))
    if candidate.kind is EntityKind.PERSON:
        left, right = left or candidate.kind, right or candidate.kind
    elif document.small[at] == "&" or not (left or right) or document.small[end - 1] in head_nouns().joining:
        return [candidate]
    parts = ((first, at, left), (at + 1, end, right))
    return [Candidate(a, b, kind or candidate.kind, list(candidate.scores)) for a, b, kind in parts]


def trim_end(document: NameDocument, candidate: Candidate) -> None:
    """Leave out a day or month at the end, and the connector before it: "Jo Hill on Friday"."""
    while candidate.size > 1 and candidate.first not in document.phrases:
        last = candidate.end - 1
        flags = document.flags(last)
        connector = last not in document.words and document.small[last] in CONNECTORS
        surname = candidate.ruled and candidate.size == 2 and document.flags(candidate.first) & GIVEN
        if not (connector or (flags & CALENDAR and not flags & GIVEN and not surname)):
            break
        candidate.end -= 1


def trim_start(document: NameDocument, candidate: Candidate) -> None:
    """Leave out "the", a demonym before a person, a word that only opens the sentence; take particles in."""
    person = candidate.kind is EntityKind.PERSON
    while candidate.size > 1 and candidate.first not in document.phrases:
        flags, small = document.flags(candidate.first), document.small[candidate.first]
        word = document.words.get(candidate.first)
        opener = flags & OPENER and word is not None and (word.opens or word.case)
        role = person and candidate.size > 2 and flags & (COMMON | OFFICE) and word is not None and word.opens
        idle = (opener or role or flags & (CALENDAR | LETTERS)) and not flags & (GIVEN | PLACE | BODY_HEAD)
        connector = candidate.first not in document.words and small not in PARTICLES
        foreign = person and flags & DEMONYM and not flags & GIVEN
        if not (small in NOT_FIRST or idle or foreign or connector):
            break
        candidate.first += 1


def take_particles(document: NameDocument, candidate: Candidate) -> None:
    """A person's name begins with its particles, written small or large: van der Meer."""
    at, ends, starts = candidate.first, document.tokens.ends, document.tokens.starts
    while at and document.small[at - 1] in PARTICLES and ends[at - 1] + 1 == starts[at]:
        if document.small[at - 1] in ("st", "mac") or (
            at - 1 in document.words and document.words[at - 1].possessive
        ):
            break
        at -= 1
    candidate.first = at
