"""Names as they are spoken, where a file has them as in a catalogue: "Roe, Jane and Stone, Bob"."""

from __future__ import annotations

import re

_PARTICLES = r"(?:(?:van|von|de|der|den|del|di|da|du|la|le|el|al|ter|ten)[ ])*"
_LAST = rf"(?P<last>{_PARTICLES}[A-Z][\w’'-]{{1,40}})"
_FIRST = r"(?P<first>[A-Z][\w.’'-]{0,40}(?:[ ][A-Z][\w.’'-]{0,40}){0,2})"
_LAST_FIRST = re.compile(rf"{_LAST},[ ]{_FIRST}$")
_AND = re.compile(r"\s+(?:and|&|und|et|y)\s+|\s*;\s*", re.IGNORECASE)
_A_JOB = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|staff|news|desk|chief|agency|reuters|afp"
    r"|jr|sr|phd|md|ma|mp|obe|cbe)\b",
    re.IGNORECASE,
)


def spoken_order(byline: str) -> str:
    """The byline with each name as it is spoken, if all in it stand last name first; else as it is."""
    pieces = [piece for piece in _AND.split(byline.strip()) if piece]
    matches = [_LAST_FIRST.match(piece) for piece in pieces]
    if not pieces or _A_JOB.search(byline) or not all(matches):
        return byline
    return " and ".join(f"{match['first']} {match['last']}" for match in matches if match)
