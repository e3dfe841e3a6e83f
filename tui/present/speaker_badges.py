"""Initials and colour slot of a speaker: the two letters in the gutter are the speaker."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from tui.model.annotation import Entity, EntityKind
from tui.present.plain_words import PARTICLES
from tui.present.styles import SPEAKERS, ThemeRole

MOST, NO_INITIALS = 1_000, "??"
"""Entities of an article that two letters can tell apart, more or less, and what the others have."""


def _words(name: str) -> list[str]:
    words = [word.lstrip("(“\"'‘") for word in name.split() if word.lower() not in PARTICLES]
    return [word for word in words if word[:1].isalnum()]


def initials_candidates(name: str, kind: EntityKind) -> list[str]:
    """Two letters for the name, the best first, then what to use when another speaker has them."""
    words = _words(name) or [name or "?"]
    first, last = words[0], words[-1]
    if kind is EntityKind.ORGANISATION:
        acronym = first if first.isupper() and len(first) > 1 else "".join(w[0] for w in words)
        best = (acronym if len(acronym) > 1 else first)[:2].upper()
    elif kind in (EntityKind.GROUP, EntityKind.UNNAMED):
        best = last[:2].lower()
    elif len(words) > 1:
        best = first[0].upper() + last[0].upper()
    else:
        best = first[:2].capitalize()
    rest = [first[0].upper() + letter.lower() for letter in last[1:] if letter.isalnum()]
    letters = [best, *rest, *(first[0].upper() + digit for digit in "23456789")]
    return [pair[:2].ljust(2) for pair in letters]


def colour_slot(name: str) -> int:
    """The speaker's colour, 0 to 7: a stable hash, so that a person has one colour everywhere."""
    return zlib.crc32(name.encode("utf-8", "replace")) % len(SPEAKERS)


class SpeakerBadges:
    """Initials and colour of each entity of one article: no two share initials, few share a colour.

    Built from the entities in order, those who speak first; look-ups never fail.
    """

    def __init__(self, entities: Sequence[Entity], speaking: Sequence[str]) -> None:
        order = {name: n for n, name in enumerate(speaking)}
        ranked = sorted(entities, key=lambda e: order.get(e.name, len(order)))
        self._initials: dict[str, str] = {}
        self._roles: dict[str, ThemeRole] = {}
        taken: set[str] = set()
        used: set[int] = set()
        for at, entity in enumerate(ranked):
            candidates = initials_candidates(entity.name, entity.kind) if at < MOST else ()
            letters = next((c for c in candidates if c not in taken), NO_INITIALS)
            taken.add(letters)
            self._initials[entity.name] = letters
            number = colour_slot(entity.name)
            if entity.name in order:
                number = self._free(number, used)
                used.add(number)
            self._roles[entity.name] = SPEAKERS[number]

    @staticmethod
    def _free(number: int, used: set[int]) -> int:
        """The slot, or the lowest free one on a collision (1 to 4 are furthest apart)."""
        if number not in used:
            return number
        return next((n for n in range(len(SPEAKERS)) if n not in used), number)

    def initials(self, name: str | None) -> str:
        """Two letters, or two blanks for nobody."""
        return self._initials.get(name, "  ") if name else "  "

    def role(self, name: str | None) -> ThemeRole:
        """The role whose colour is the speaker's; the colour of hairlines for nobody."""
        return self._roles.get(name, ThemeRole.RULE) if name else ThemeRole.RULE
