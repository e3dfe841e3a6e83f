"""What an article calls people: the chairman of X, Durham's Labour leader, devolution minister Y."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tui.extract.entities.entity_positions import EntityPositions, LocatedMention
from tui.extract.syntax.noun_phrases import VERBS
from tui.extract.words.lexicon import (
    CONJUNCTION,
    DETERMINER,
    NAME,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    WORD,
    Lexicon,
    lexicon,
    singular,
)
from tui.extract.words.tagged_tokens import TaggedTokens
from tui.model.annotation import Entity, EntityKind, Role
from tui.model.span import Span

LONGEST: Final = 14
"""A role has so many words at most."""
CAPITALS_OPEN: Final = 5
STARTS: Final = frozenset({DETERMINER, NAME, WORD, NUMBER})
GOES_ON: Final = frozenset({DETERMINER, NAME, WORD, NUMBER, POSSESSIVE, PREPOSITION})
OPENS_APPOSITION: Final = frozenset({",", "–", "—", "("})
APPOINTS: Final = frozenset(
    "is was became becomes remains been has elected re-elected appointed named chosen as now also".split()
)
COURTESIES: Final = frozenset("mr mrs ms miss mx dr sir lord lady dame cllr prof rev hon baroness".split())
NOT_ROLES: Final = frozenset(
    "man woman person boy girl guy friend people someone somebody everyone nobody".split()
)
COUNCILLOR: Final = frozenset({"councillor", "cllr", "coun"})
QUALIFIERS: Final = frozenset("former ex late then acting interim incoming outgoing onetime one-time".split())
"""They stand before an office and belong to it: former First Minister, the then Home Secretary."""
LEADING: Final = frozenset({"the", "a", "an", "former", "its", "his", "her", "their"})


def roles_of(positions: EntityPositions) -> dict[str, list[Role]]:
    """The roles that the prose gives to every person, in order and without repeats."""
    found: dict[str, list[Role]] = {}
    for located in positions.located:
        if located.mention.kind is not EntityKind.PERSON:
            continue
        places = (role_before, role_over_comma, role_after)
        for lo, hi in (place for find in places for place in find(positions.prose, located)):
            role = make_role(positions.prose, lo, hi)
            roles = found.setdefault(located.mention.entity, [])
            if role.words.lower() not in {known.words.lower() for known in roles}:
                roles.append(role)
    return {name: without_councillor(roles) for name, roles in found.items()}


def without_councillor(roles: list[Role]) -> list[Role]:
    """The roles without the bare "Councillor" where the article says what office the councillor has."""
    kept = [role for role in roles if role.words.lower().rstrip(".") not in COUNCILLOR]
    return kept or roles


def with_roles(entities: Sequence[Entity], roles: dict[str, list[Role]]) -> tuple[Entity, ...]:
    """The entities with the roles that were found."""
    return tuple(e._replace(roles=(*e.roles, *roles[e.name])) if e.name in roles else e for e in entities)


def make_role(prose: TaggedTokens, lo: int, hi: int) -> Role:
    """The role in the words `lo` to `hi`; a first word set in capitals to open the article is no acronym."""
    span = Span(prose.starts[lo], prose.ends[hi - 1])
    words = span.of(prose.text).split()
    if lo == 0 and len(words) > 1 and len(words[0]) >= CAPITALS_OPEN and words[0].isupper():
        words[0] = words[0].capitalize()
    return Role(" ".join(words), span)


def is_office(lists: Lexicon, low: str) -> bool:
    """Whether a noun names what somebody does: chairman, leader, headteacher."""
    low = low.rstrip(".").removeprefix("ex-")
    return (low in lists.persons or (low in lists.titles and low not in COURTESIES)) and low not in NOT_ROLES


def role_before(prose: TaggedTokens, located: LocatedMention) -> Iterator[tuple[int, int]]:
    """County council leader Roy Perry; Shadow Chancellor Ed Balls: the words right before the name."""
    lists = lexicon()
    hi = located.lo
    while hi > 0 and prose.lows[hi - 1].rstrip(".") in COURTESIES:
        hi -= 1
    if hi > 1 and prose.lows[hi - 1].rstrip(".") in COUNCILLOR and is_office(lists, prose.lows[hi - 2]):
        hi -= 1
    if hi == 0 or not same_paragraph(prose, hi - 1, located.lo) or not is_office(lists, prose.lows[hi - 1]):
        return
    lo = hi - 1
    while (
        lo > 0 and hi - lo < LONGEST and same_paragraph(prose, lo - 1, located.lo) and goes_before(prose, lo)
    ):
        lo -= 1
    while lo < hi - 1 and (prose.lows[lo] in LEADING - {"former"} or prose.tags[lo] == POSSESSIVE):
        lo += 1
    if lo > 0 and prose.lows[lo - 1] in QUALIFIERS and same_paragraph(prose, lo - 1, located.lo):
        lo -= 1
    yield lo, hi


def role_over_comma(prose: TaggedTokens, located: LocatedMention) -> Iterator[tuple[int, int]]:
    """A role at the head of its clause, and the name between commas: The mayor of X, Olwen Pike, said."""
    hi = located.lo - 1
    if hi < 1 or prose.words[hi] != "," or located.hi >= len(prose.words) or prose.words[located.hi] != ",":
        return
    lo = hi
    while (
        lo > 0 and hi - lo < LONGEST and prose.tags[lo - 1] in GOES_ON and same_paragraph(prose, lo - 1, hi)
    ):
        lo -= 1
    while lo < hi and prose.tags[lo] != DETERMINER:
        lo += 1
    head = head_of(prose, lo, hi) if lo < hi else -1
    if head > lo:
        yield lo + 1, hi


def goes_before(prose: TaggedTokens, lo: int) -> bool:
    """Whether the word before `lo` is still part of a role put before a name."""
    tag = prose.tags[lo - 1]
    return tag in (NAME, POSSESSIVE) or (tag == WORD and prose.lows[lo - 1] not in LEADING)


def role_after(prose: TaggedTokens, located: LocatedMention) -> Iterator[tuple[int, int]]:
    """The words after the name: ", the chairman of the Authority," or "– a West Yorkshire MP –"."""
    at = located.hi
    last = prose.paragraphs[prose.paragraph_of[located.lo]][1]
    if at + 1 >= last:
        return
    link = prose.words[at]
    lo = after_appointment(prose, at, last) if prose.tags[at] in VERBS else at + 1
    if lo + 2 < last and prose.lows[lo] == "who" and prose.lows[lo + 1] in ("is", "was"):
        lo += 2
    if (link not in OPENS_APPOSITION and prose.tags[at] not in VERBS) or prose.tags[lo] not in STARTS:
        return
    hi = role_end(prose, lo, last)
    head = head_of(prose, lo, hi)
    if head < 0 or (link in OPENS_APPOSITION and not closes(prose, hi, last)):
        return
    while lo < head and prose.lows[lo] in ("the", "a", "an"):
        lo += 1
    yield lo, hi


def after_appointment(prose: TaggedTokens, at: int, last: int) -> int:
    """Where a role may begin after "is", "was elected as", "became": the word itself if no office follows."""
    lo = at
    while lo + 1 < last and prose.lows[lo] in APPOINTS:
        lo += 1
    return lo


def role_end(prose: TaggedTokens, lo: int, last: int) -> int:
    """Where the words of a role end: at a point, a verb, or a new conjunction."""
    hi = lo
    while hi < min(last, lo + LONGEST):
        tag = prose.tags[hi]
        if tag == CONJUNCTION and prose.lows[hi] == "and" and hi + 1 < last and prose.tags[hi + 1] == NAME:
            hi += 1
            continue
        dated = tag == PREPOSITION and hi + 1 < last and prose.tags[hi + 1] == NUMBER
        if tag not in GOES_ON or dated:
            break
        hi += 1
    while hi > lo and prose.tags[hi - 1] in (PREPOSITION, DETERMINER, CONJUNCTION):
        hi -= 1
    return hi


def head_of(prose: TaggedTokens, lo: int, hi: int) -> int:
    """The noun of office of a role: the last before its first preposition, or -1."""
    lists = lexicon()
    end = next((at for at in range(lo, hi) if prose.tags[at] == PREPOSITION), hi)
    if end == lo or not is_office(lists, singular(prose.lows[end - 1])):
        return -1
    return end - 1 if singular(prose.lows[end - 1]) == prose.lows[end - 1] else -1


def closes(prose: TaggedTokens, hi: int, last: int) -> bool:
    """Whether an apposition closes at `hi`: a list of people goes on with "and"."""
    if hi < last and prose.lows[hi] in ("himself", "herself"):
        hi += 1
    return hi >= last or prose.words[hi] in (",", ".", "–", "—", ")", ";", ":")


def same_paragraph(prose: TaggedTokens, one: int, other: int) -> bool:
    """Whether two words stand in one paragraph."""
    return prose.paragraph_of[one] == prose.paragraph_of[other]
