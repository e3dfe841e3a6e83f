"""A noun phrase, and what it can be to a verb of speech."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class PhraseKind(StrEnum):
    """What a noun phrase can be to a verb of speech."""

    NAME = "name"
    PRONOUN = "pronoun"
    PEOPLE = "people"
    """A common noun for a person or a body of people."""
    THING = "thing"
    TIME = "time"


SPEAKING: Final = frozenset({PhraseKind.NAME, PhraseKind.PRONOUN, PhraseKind.PEOPLE})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `lo` to `hi` of the prose with their head; `governed`: a preposition stands before them.

    `start` and `end` are the offsets of the words to show: a name without what is put before it. `reach`
    is the end of a relative pronoun that stands for the phrase, or `end`.
    """

    lo: int
    hi: int
    head: int
    kind: PhraseKind
    governed: bool
    start: int
    end: int
    reach: int = 0

    @property
    def speaks(self) -> bool:
        """Whether such a phrase can name a speaker."""
        return self.kind in SPEAKING
