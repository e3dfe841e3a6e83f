"""Whom a description means: "the 39-year-old", "the former Rovers man", "the club"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.extract.entities.entity_positions import EntityPositions, LocatedMention
from tui.extract.entities.pronoun_resolution import antecedent_weight, clash
from tui.extract.words.lexicon import NAME, NUMBER, lexicon, singular
from tui.extract.words.tagged_tokens import TaggedTokens
from tui.model.annotation import EntityKind

LESSER: Final = frozenset("deputy vice assistant former ex acting co shadow".split())
"""Words that make another office of an office."""
PAST: Final = frozenset({"former", "ex", "one-time"})
FITS: Final = 6.0
"""What it is worth that a person is known to hold that office: more than any nearness."""
LIKE: Final = 2.0
"""What it is worth that the office is one like it: "the politician" of an MP."""
SPOKE: Final = 1.2
"""What it is worth that the person spoke last."""
TOPIC: Final = 2.5
"""What it is worth for an age that the article is about the person, its first subject."""
UNTYPED: Final = frozenset(
    "club team side company firm business chain brand label group charity organisation band operator"
    " retailer".split()
)
"""Nouns for a body that its name need not bear out."""
AGE: Final = "year-old"
MEN_OF: Final = frozenset("man woman player number star pair".split())
"""Nouns of "the former Rovers man"."""
WRITTEN_OUT: Final = {
    "sen": "senator",
    "gov": "governor",
    "rep": "congressman",
    "cllr": "councillor",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "det": "detective",
    "supt": "superintendent",
    "insp": "inspector",
    "sgt": "sergeant",
    "pc": "constable",
}
AGED: Final = {"teenager": (13, 19), "schoolboy": (5, 18), "schoolgirl": (5, 18), "pensioner": (60, 120)}
PARTIES: Final = {
    "tory": "con",
    "conservative": "con",
    "labour": "lab",
    "lib": "lib",
    "liberal": "lib",
    "republican": "gop",
    "gop": "gop",
    "democrat": "dem",
    "democratic": "dem",
    "snp": "snp",
    "green": "green",
    "plaid": "plaid",
    "ukip": "ukip",
    "reform": "reform",
}
"""Words that tell a party, and which."""


def described_person(
    positions: EntityPositions, head: str, words: list[str], at: int, last: str = "", named: bool = False
) -> str | None:
    """The person named before whom "the … head" means; `words` are those between article and head.

    `last` is whoever spoke last. With `named` there is a name among the words ("the Wexcombe MP"), which only
    an office that somebody is known to hold bears out.
    """
    description = Description(head, tuple(words), age_in([*words, head]), named)
    best, best_weight = None, -1e9
    for located in positions.before(at):
        name = located.mention.entity
        if located.mention.kind is not EntityKind.PERSON:
            continue
        fits = fit(positions, name, description)
        if fits is None:
            continue
        weight = antecedent_weight(positions, located, at, "") + fits
        if description.age is None:
            weight += SPOKE if name == last else 0
        else:
            weight += TOPIC if is_topic(positions, name) else 0
        if weight >= best_weight:
            best, best_weight = name, weight
    return best


@dataclass(frozen=True, slots=True)
class Description:
    """The noun of a description and the words before it; the age that it gives; whether a name is in it."""

    head: str
    words: tuple[str, ...]
    age: str | None
    named: bool

    @property
    def free(self) -> bool:
        """Whether the noun is one by which papers call whoever they have just named."""
        past = self.head in MEN_OF and not PAST.isdisjoint(self.words)
        return self.head in lexicon().describes or self.age is not None or past


def fit(positions: EntityPositions, name: str, description: Description) -> float | None:
    """How well what is known of a person answers to a description, or None where it can't be meant."""
    head, age = description.head, description.age
    if clash(positions.gender(name), gender_of_noun(head)):
        return None
    known = ages(positions).get(name)
    if known is not None and not is_of_age(known, head, age):
        return None
    if other_party(positions, name, [*description.words, head]):
        return None
    if known is not None and (age is not None or head in AGED):
        return FITS
    fits = office_weight(positions, name, head, lesser_of(description.words))
    if not fits and (description.named or not description.free or differs(positions, name, head)):
        return None
    return fits


def described_body(positions: EntityPositions, head: str, at: int) -> str | None:
    """The body named before that "the council", "the club" means."""
    best, best_weight = None, -1e9
    for located in positions.before(at):
        if located.mention.kind is not EntityKind.ORGANISATION:
            continue
        kinds = kinds_of_body(positions, located)
        fits = bool(kinds & lexicon().bodies.get(head, frozenset()))
        if not fits and (kinds or head not in UNTYPED):
            continue
        weight = antecedent_weight(positions, located, at, "") + (FITS if fits else 0)
        if weight >= best_weight:
            best, best_weight = located.mention.entity, weight
    return best


def office_weight(positions: EntityPositions, name: str, head: str, lesser: frozenset[str]) -> float:
    """What it is worth that the article gives the person that office, or one like it."""
    best = 0.0
    for words in callings(positions, name):
        if head in words and lesser_of(words) - PAST == lesser - PAST:
            return FITS
        if lesser_of(words) <= lesser and any(alike(word, head) for word in words if word != head):
            best = LIKE
    return best


def callings(positions: EntityPositions, name: str) -> list[list[str]]:
    """The words of every role of the person; a title written short is written out."""
    roles = [role.words.lower().split() for role in positions.entities[name].roles]
    return [[WRITTEN_OUT.get(word.rstrip("."), word) for word in role] for role in roles]


def other_party(positions: EntityPositions, name: str, words: list[str]) -> bool:
    """Whether the description is of one party and the person of another."""
    wanted = {PARTIES[word] for word in words if word in PARTIES}
    known = {PARTIES[word] for role in callings(positions, name) for word in role if word in PARTIES}
    return bool(wanted and known) and wanted.isdisjoint(known)


def differs(positions: EntityPositions, name: str, head: str) -> bool:
    """Whether all that the article calls the person is something else."""
    lists = lexicon()
    if head in lists.neutral or head not in lists.alike:
        return False
    known = [word for role in callings(positions, name) for word in role if word in lists.alike]
    return bool(known) and not any(alike(word, head) for word in known)


def alike(one: str, other: str) -> bool:
    """Whether two words for what somebody does may be said of one person."""
    lines = lexicon().alike
    return bool(lines.get(one, frozenset()) & lines.get(other, frozenset()))


def lesser_of(words: Sequence[str]) -> frozenset[str]:
    """The words that make another office of it: deputy, shadow; the "ex" of "ex-leader"."""
    return LESSER.intersection(part for word in words for part in word.lower().split("-"))


def is_of_age(known: str, head: str, age: str | None) -> bool:
    """Whether somebody so old can be the 39-year-old, the teenager, the pensioner."""
    low, high = AGED.get(head, (0, 200))
    return known == age if age is not None else low <= int(known) <= high


def age_in(words: list[str]) -> str | None:
    """The number of a "39-year-old"."""
    found = (word.partition("-")[0] for word in words if word.endswith(AGE))
    return next((age for age in found if age.isdecimal()), None)


def ages(positions: EntityPositions) -> dict[str, str]:
    """How old the article says that somebody is: "Rory Flint, 24, ", "24-year-old Rory Flint"."""
    if positions.ages is None:
        positions.ages = dict(found for located in positions.located if (found := age_at(positions, located)))
    return positions.ages


def age_at(positions: EntityPositions, located: LocatedMention) -> tuple[str, str] | None:
    """The person and the age that stands beside a mention."""
    prose, at = positions.prose, located.hi
    if located.mention.kind is not EntityKind.PERSON:
        return None
    if at + 1 < len(prose.words) and prose.words[at] in (",", "(") and prose.tags[at + 1] == NUMBER:
        closed = at + 2 >= len(prose.words) or prose.words[at + 2] in (",", ")", ".")
        if closed and len(prose.words[at + 1]) <= 2 and prose.words[at + 1].isdecimal():
            return located.mention.entity, prose.words[at + 1]
    before = age_in(prose.lows[max(0, located.lo - 3) : located.lo])
    return (located.mention.entity, before) if before else None


def is_topic(positions: EntityPositions, name: str) -> bool:
    """Whether the person is the first named in the article, as the subject of its first paragraph."""
    first = next((one for one in positions.located if one.mention.kind is EntityKind.PERSON), None)
    if first is None or first.mention.entity != name or not positions.is_subject(first):
        return False
    prose = positions.prose
    opening = next(number for number, (lo, hi) in enumerate(prose.paragraphs) if lo < hi)
    return prose.paragraph_of[first.lo] == opening


def gender_of_noun(head: str) -> str:
    """The gender of a noun that has one."""
    if head in WOMEN or head.endswith(("woman", "ess")):
        return "f"
    return "m" if head in MEN else ""


WOMEN: Final = frozenset(
    "mother mum grandmother gran widow queen wife daughter sister schoolgirl girl".split()
)
MEN: Final = frozenset(
    "father dad grandfather grandad widower king husband son brother schoolboy boy prince".split()
)


def kinds_of_body(positions: EntityPositions, located: LocatedMention) -> frozenset[int]:
    """What a body is by the head of its name and the noun before it; empty where nothing tells."""
    entity = positions.entities[located.mention.entity]
    heads = [head_word(form.lower().split()) for form in (entity.name, *entity.aliases)]
    before = positions.prose.lows[max(0, located.lo - 1) : located.lo]
    bodies = lexicon().bodies
    return frozenset().union(
        *(bodies.get(word, bodies.get(singular(word), ())) for word in (*heads, *before))
    )


def head_word(words: list[str]) -> str:
    """The noun that says what a body is: the last of its name, or that before "of": University of X."""
    links = [at for at, word in enumerate(words) if word in ("of", "for") and at]
    return words[links[0] - 1] if links else words[-1]


def has_name(prose: TaggedTokens, lo: int, hi: int) -> bool:
    """Whether a name stands among the words, other than of a party or a people."""
    common = lexicon().parties | lexicon().nationals
    return any(prose.tags[at] == NAME and prose.lows[at] not in common for at in range(lo, hi))
