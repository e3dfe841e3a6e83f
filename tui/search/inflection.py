"""Other endings that an English word may take: elected, elect, electing; cities, city."""

from __future__ import annotations

from tui.search.parameters import INFLECTED

_ENDINGS = (
    ("ies", ("y", "ied", "ying")),
    ("ied", ("y", "ies", "ying")),
    ("es", ("", "e", "ed", "ing")),
    ("ed", ("", "e", "s", "es", "ing")),
    ("ing", ("", "e", "s", "es", "ed")),
    ("s", ("", "ed", "ing")),
    ("e", ("es", "ed", "ing")),
    ("y", ("ies", "ied")),
    ("", ("s", "es", "ed", "ing")),
)
"""An ending, and what may stand in its place."""
_DOUBLING = ("ed", "ing")
"""Endings before which a last consonant may be doubled: stop, stopped, stopping."""


def inflections(word: str) -> set[str]:
    """What `word` may be in another inflection; most of these are no words, so look them up."""
    found: set[str] = set()
    for ending, others in _ENDINGS:
        stem = word.removesuffix(ending)
        if not word.endswith(ending) or len(stem) < INFLECTED:
            continue
        found.update(stem + other for other in others)
        if ending in _DOUBLING and stem[-1] == stem[-2]:
            found.update((stem[:-1], stem[:-1] + "s"))
        if not ending:
            found.update(stem + stem[-1] + doubling for doubling in _DOUBLING)
    found.discard(word)
    return found
