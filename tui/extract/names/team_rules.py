"""A club that is named as its town: in an article on sport, a town that wins, loses, signs or is beaten."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from tui.extract.names.candidates import Candidate, key_of
from tui.extract.names.capital_words import NameDocument
from tui.extract.names.document_evidence import sign_words
from tui.extract.names.name_lexicon import COUNTRY, PLACE_HEAD, TITLE, name_lexicon, word_set
from tui.model.annotation import EntityKind

FEWEST_WORDS = 4
"""So many different words of sport make an article one on sport."""
RESULT = re.compile(r"\d{1,3}[-–]\d{1,3}")
PLURAL = frozenset("were are have".split())
"""Verbs that a town has only where it is its team."""
HAD = frozenset(["had", "has"])


@dataclass(frozen=True, slots=True)
class SportWords:
    """The word lists that tell an article on sport and a team in it."""

    sport: frozenset[str]
    team_before: frozenset[str]
    team_after: frozenset[str]
    team_for: frozenset[str]
    team_from: frozenset[str]
    team_had: frozenset[str]


@cache
def sport_words() -> SportWords:
    """The lists, read once."""
    file = "sport.txt"
    return SportWords(
        sport=word_set(file, "sport"),
        team_before=word_set(file, "team-before"),
        team_after=word_set(file, "team-after"),
        team_for=word_set(file, "team-for"),
        team_from=word_set(file, "team-from"),
        team_had=word_set(file, "team-had"),
    )


def name_teams(document: NameDocument, found: list[Candidate]) -> None:
    """Make organisations of the towns that play, but for where something happens in them."""
    if len(sport_words().sport.intersection(document.small)) < FEWEST_WORDS:
        return
    clubs = {document.small[c.first] for c in found if c.kind is EntityKind.ORGANISATION and c.size > 1}
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        if candidate.kind is EntityKind.PLACE and may_be_team(document, candidate):
            groups[key_of(document, candidate)].append(candidate)
    for key, group in groups.items():
        playing = sum(plays(document, c) for c in group) + (key in clubs)
        if playing and playing >= sum(is_area(document, c) for c in group):
            for candidate in group:
                if not is_area(document, candidate) and document.before(candidate.first) != "at":
                    candidate.kind = EntityKind.ORGANISATION


def may_be_team(document: NameDocument, candidate: Candidate) -> bool:
    """Whether a place is a town: no country, no street or ground."""
    last = document.flags(candidate.end - 1)
    known = document.phrases.get(candidate.first)
    country = name_lexicon().of(key_of(document, candidate)) & COUNTRY or (known and last & COUNTRY)
    return not country and not (candidate.size > 1 and last & PLACE_HEAD)


def plays(document: NameDocument, candidate: Candidate) -> bool:
    """Whether words beside the town tell of a team."""
    words, first, end = sport_words(), candidate.first, candidate.end
    before, after = document.before(first), document.after(end)
    possessive = end - 1 in document.words and document.words[end - 1].possessive
    if before in words.team_before or RESULT.fullmatch(before) or RESULT.fullmatch(after):
        return True
    noun = document.before(first - 1)
    if (before == "for" and noun in words.team_for) or (before in ("from", "to") and noun in words.team_from):
        return True
    if after in HAD and document.after(end + 1) in words.team_had:
        return True
    if after in PLURAL or after in words.team_after:
        return document.before(first) not in ("in", "of", "near") and not possessive
    return possessive and after in words.team_after and not document.flags(end) & TITLE


def is_area(document: NameDocument, candidate: Candidate) -> bool:
    """Whether the town is where something happens, or a word beside it tells of an area."""
    before, after = document.before(candidate.first), document.after(candidate.end)
    lists = sign_words()
    if before in lists.where and before not in ("at", "from"):
        return True
    return before in lists.area_before or after in lists.area_after
