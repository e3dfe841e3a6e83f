"""The word lists and weights of this package, read once when the first name is looked for."""

from __future__ import annotations

import pkgutil
import re
from dataclasses import dataclass, field
from functools import cache

from tui.model.annotation import EntityKind

MALE = 1 << 0
FEMALE = 1 << 1
TITLE = 1 << 2
OFFICE = 1 << 3
BODY_HEAD = 1 << 4
"""May head the name of an organisation: Bank, Echo, United."""
BODY_STRONG = 1 << 5
"""Always does after another capital: Council, Police, Ltd."""
PLACE_HEAD = 1 << 6
PLACE_STRONG = 1 << 7
COUNTRY = 1 << 8
BRITAIN = 1 << 9
TOWN = 1 << 10
CITY = 1 << 11
COMMON = 1 << 12
DEMONYM = 1 << 13
OPENER = 1 << 14
CALENDAR = 1 << 15
LETTERS = 1 << 16

GIVEN = MALE | FEMALE
PLACE = COUNTRY | BRITAIN | TOWN | CITY
HEAD = BODY_HEAD | PLACE_HEAD
NO_NAME = OPENER | CALENDAR | LETTERS

WORD_FLAGS = {
    ("given_names.txt", "male"): MALE,
    ("given_names.txt", "female"): FEMALE,
    ("given_names.txt", "either"): GIVEN,
    ("given_names_hand.txt", "male"): MALE,
    ("given_names_hand.txt", "female"): FEMALE,
    ("given_names_hand.txt", "either"): GIVEN,
    ("titles.txt", "honorific"): TITLE,
    ("titles.txt", "office"): OFFICE,
    ("organisations.txt", "strong-head"): BODY_HEAD | BODY_STRONG,
    ("organisations.txt", "head"): BODY_HEAD,
    ("places.txt", "head"): PLACE_HEAD,
    ("places.txt", "strong-head"): PLACE_HEAD | PLACE_STRONG,
    ("places.txt", "country"): COUNTRY,
    ("places.txt", "britain"): BRITAIN,
    ("cities.txt", "country"): COUNTRY,
    ("cities.txt", "town"): TOWN,
    ("cities.txt", "city"): CITY,
    ("common_words.txt", "common"): COMMON,
    ("plain_words.txt", "demonym"): DEMONYM,
    ("plain_words.txt", "opener"): OPENER,
    ("plain_words.txt", "calendar"): CALENDAR,
    ("plain_words.txt", "letters"): LETTERS,
}
PHRASE_KINDS = {
    ("cities.txt", "city"): EntityKind.PLACE,
    ("cities.txt", "town"): EntityKind.PLACE,
    ("cities.txt", "country"): EntityKind.PLACE,
    ("places.txt", "britain"): EntityKind.PLACE,
    ("places.txt", "country"): EntityKind.PLACE,
    ("organisations.txt", "known"): EntityKind.ORGANISATION,
    ("plain_words.txt", "not-a-name"): None,
}

GUESSES = 50_000
"""Words that are in no list whose guesses are remembered."""
ROAD = re.compile(r"[abm]\d{1,4}")
"""A19, M62: roads are not counted as places."""


def plain(word: str) -> str:
    """How a word is looked up: small, with a straight apostrophe."""
    return word.lower().replace("’", "'")


@cache
def sections(file: str) -> dict[str, list[str]]:
    """The comma-separated entries of a data file by section; lines that open with # are left out.

    An entry may go on in the next line: no comma ends the first one then.
    """
    parts: dict[str, list[str]] = {}
    for line in lines_of(file):
        if line.startswith("["):
            lines = parts.setdefault(line[1:-1], [])
        else:
            lines.append(line)
    return {
        section: [entry for entry in " ".join(lines).rstrip(",").split(", ") if entry]
        for section, lines in parts.items()
    }


def word_set(file: str, section: str) -> frozenset[str]:
    """One section as a set of small words."""
    return frozenset(map(plain, sections(file)[section]))


def lines_of(file: str) -> list[str]:
    """The lines of a data file but its comments."""
    raw = pkgutil.get_data("tui.extract.names", f"data/{file}")
    return [line for line in (raw or b"").decode("utf-8").splitlines() if line and not line.startswith("#")]


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """`flags` of single words; `phrases` that are known whole (None: known to be no name).

    `openings` are the first words of the phrases.
    """

    flags: dict[str, int]
    phrases: dict[str, EntityKind | None]
    openings: frozenset[str]
    _guessed: dict[str, int] = field(default_factory=dict)

    def of(self, word: str) -> int:
        """The flags of a small word; a hyphenated one takes those that its first and last part share."""
        found = self.flags.get(word)
        if found is None:
            found = self._guessed.get(word)
        return self._guess_anew(word) if found is None else found

    def _guess_anew(self, word: str) -> int:
        """The guess, remembered apart from what is known: no text is read by what was read before."""
        if len(self._guessed) >= GUESSES:
            self._guessed.clear()
        found = self._guessed[word] = self.guess(word)
        return found

    def guess(self, word: str) -> int:
        """What an unknown word tells by its form."""
        if word.endswith("."):
            return self.flags.get(word[:-1], 0)
        if "-" not in word:
            return LETTERS if ROAD.fullmatch(word) else 0
        first, *middle, last = word.split("-")
        if any(part in ("on", "upon", "le", "under", "by", "next", "super", "in", "the") for part in middle):
            return TOWN
        return self.flags.get(first, 0) & self.flags.get(last, 0) & (GIVEN | COMMON | PLACE)


@cache
def name_lexicon() -> NameLexicon:
    """All word lists, read once."""
    flags: dict[str, int] = {}
    for (file, section), flag in WORD_FLAGS.items():
        for entry in sections(file)[section]:
            if " " not in entry:
                word = plain(entry)
                flags[word] = flags.get(word, 0) | flag
    for entry in sections("plain_words.txt")["demonym"]:
        flags[plain(entry) + "s"] = flags.get(plain(entry) + "s", 0) | DEMONYM
    phrases: dict[str, EntityKind | None] = {}
    for (file, section), kind in PHRASE_KINDS.items():
        single = file in ("organisations.txt", "plain_words.txt")
        phrases.update((plain(e), kind) for e in sections(file)[section] if single or " " in e or "." in e)
    return NameLexicon(flags, phrases, frozenset(p.split(" ", 1)[0] for p in phrases))
