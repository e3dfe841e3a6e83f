"""A byline taken apart: persons with given and family name, and bodies, which have no such halves."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.present.plain_words import PARTICLES

_OPENING = re.compile(
    r"^\W*(?:exclusive\s+)?(?:(?:words|story|report|written|reporting)\s+)?by:?\s+", re.IGNORECASE
)
_ENDING = re.compile(
    r"\s*(?:[|•·/]|\s[–—-]\s|\(|@|\S+@\S+|\bin\s+[A-Z]|\bat\s+the\b|\bfor\s+(?:the\s+)?[A-Z]).*$"
)
_AND = re.compile(r"\s*(?:,\s*and|\band|&|,|;|\bwith)\s+", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:agency|agence|associated|association|bureau|correspondents?|desk|editors?|journalists?|media|news|"
    r"newsroom|newspapers?|office|press|reporters?|reuters|service|staff|team|times|wire|writers?)\b",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"\b(?:chief|correspondents?|deputy|editors?|journalists?|reporters?|senior|writers?|columnist)\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)
MOST = 8
"""Reporters that one byline is believed to name."""


class Reporter(NamedTuple):
    """A person, or (without a `given` name) a body, or somebody with a single name."""

    family: str
    given: str = ""

    @property
    def name(self) -> str:
        """The whole name as it is said."""
        return f"{self.given} {self.family}".strip()

    @property
    def initials(self) -> str:
        """Given names as style guides want them: "J. A.", "J.-P."."""
        names = ([part for part in word.split("-") if part] for word in self.given.split())
        return " ".join("-".join(f"{part[0].upper()}." for part in parts) for parts in names if parts)

    @property
    def indexed(self) -> str:
        """Family name first: "Smith, J. A."."""
        return f"{self.family}, {self.initials}" if self.given else self.family


def parse_byline(byline: str | None) -> tuple[Reporter, ...]:
    """Who wrote an article, by its byline; jobs ("political editor") and places are left out."""
    words = _OPENING.sub("", " ".join((byline or "").split()))
    words = _ENDING.sub("", words).strip(" .,;:")
    found: list[Reporter] = []
    for part in _AND.split(words)[:MOST]:
        name = part.strip(" .,;:")
        jobless = found and _JOB.search(name)
        if name and not jobless and any(letter.isalpha() for letter in name):
            found.append(_reporter(name))
    return tuple(dict.fromkeys(found))


def _reporter(name: str) -> Reporter:
    words = name.split()
    while len(words) > 2 and _JOB.fullmatch(words[0]):
        words = words[1:]
    name = " ".join(words)
    if _BODY.search(name) or len(words) == 1 or any(not word[0].isalpha() for word in words):
        return Reporter(name)
    if name.isupper():
        words = [word.title() for word in words]
    suffix = [words.pop()] if len(words) > 2 and _SUFFIX.match(words[-1]) else []
    at = next((n for n, word in enumerate(words[1:-1], 1) if word.lower() in PARTICLES), len(words) - 1)
    return Reporter(" ".join([*words[at:], *suffix]), " ".join(words[:at]))
