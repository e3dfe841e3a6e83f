"""Reasons from the people, bodies and places that two articles both name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from tui.model.annotation import Entity, EntityKind
from tui.model.cutting import Cutting
from tui.model.relation import Reason, ReasonKind
from tui.model.span import Span
from tui.related.name_comparison import folded_name, match_keys, same_entity
from tui.related.scored_reasons import Rarity, ScoredReason

SPELT_OUT = 3
"""Names that a reason spells out."""
COMMON = 0.15
"""Rarity under which a name is no reason: everybody in this library writes about it."""
COMPANY = 0.1
"""What each further name adds to the strength of the first."""
MOST = 2.0
"""What the strength of names comes near to, however many and often they are named."""

KINDS = {
    EntityKind.PERSON: (ReasonKind.PEOPLE, 1.0),
    EntityKind.ORGANISATION: (ReasonKind.ORGANISATIONS, 0.9),
    EntityKind.PLACE: (ReasonKind.PLACES, 0.6),
}
"""What a shared name is evidence of, and how strong beside a person's."""


@dataclass(frozen=True, slots=True)
class CommonName:
    """One entity that both articles name: `weight` is its rarity, more when both name it often."""

    name: str
    kind: EntityKind
    weight: float
    here: tuple[Span, ...]
    there: tuple[Span, ...]


def name_reasons(
    here: Cutting, there: Cutting, rarity: Rarity, told: Sequence[Reason] = ()
) -> list[ScoredReason]:
    """A reason for each kind of name shared; places in a list among the reasons `told` are left out."""
    names = [name for name in common_names(here, there, rarity) if not _listed(name, told)]
    evidence = []
    for kind in KINDS:
        chosen = [name for name in names if name.kind is kind]
        if chosen:
            evidence.append(_evidence(kind, chosen))
    return evidence


def common_names(here: Cutting, there: Cutting, rarity: Rarity) -> list[CommonName]:
    """The entities that both name, weightiest first; neither publication is among them."""
    publications = {folded_name(c.article.publication or "") for c in (here, there)}
    theirs = _by_sign(there)
    found = []
    for entity in here.entities:
        likely = {
            number: other for sign in match_keys(entity) for number, other in theirs.get(sign, {}).items()
        }
        taken = next((number for number in sorted(likely) if same_entity(entity, likely[number])), None)
        if taken is None or publications & {folded_name(entity.name), folded_name(likely[taken].name)}:
            continue
        match = likely[taken]
        for sign in match_keys(match):
            del theirs[sign][taken]
        rare = min(rarity(folded_name(entity.name)), rarity(folded_name(match.name)))
        if rare >= COMMON:
            found.append(_shared_name(here, there, (entity, match), rare))
    return sorted(found, key=lambda name: (-name.weight, name.here))


def _by_sign(cutting: Cutting) -> dict[str, dict[int, Entity]]:
    """The named entities of a cutting, each with its number, by what others may know them by."""
    found: dict[str, dict[int, Entity]] = defaultdict(dict)
    for number, entity in enumerate(cutting.entities):
        for sign in match_keys(entity):
            found[sign][number] = entity
    return found


def _shared_name(here: Cutting, there: Cutting, pair: tuple[Entity, Entity], rare: float) -> CommonName:
    spans_here = tuple(mention.span for mention in here.mentions_of(pair[0].name))
    spans_there = tuple(mention.span for mention in there.mentions_of(pair[1].name))
    often = 1 + log(max(1, min(len(spans_here), len(spans_there))))
    return CommonName(pair[0].name, pair[0].kind, rare * often, spans_here, spans_there)


def _listed(name: CommonName, told: Sequence[Reason]) -> bool:
    """Whether a place stands in a list of places that is already given as a reason."""
    lists = [span for reason in told if reason.kind is ReasonKind.PLACES for span in reason.here]
    return name.kind is EntityKind.PLACE and any(big.contains(span) for big in lists for span in name.here)


def _evidence(kind: EntityKind, names: Sequence[CommonName]) -> ScoredReason:
    reason_kind, worth = KINDS[kind]
    strength = worth * names[0].weight * (1 + COMPANY * (len(names) - 1))
    return ScoredReason(
        MOST * strength / (1 + strength),
        Reason(
            reason_kind,
            in_words(kind, [name.name for name in names]),
            tuple(span for name in names for span in name.here),
            tuple(span for name in names for span in name.there),
        ),
    )


def in_words(kind: EntityKind, names: Sequence[str]) -> str:
    """The names, or how many there are when they are too many to read: "the same 7 places"."""
    if len(names) <= SPELT_OUT:
        return ", ".join(names)
    if kind is EntityKind.PLACE:
        return f"the same {len(names)} places"
    return f"{', '.join(names[:SPELT_OUT])} and {len(names) - SPELT_OUT} more"
