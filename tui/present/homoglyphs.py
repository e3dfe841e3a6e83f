"""Names that are not what they seem: a word with letters of two alphabets that look alike."""

from __future__ import annotations

import re

_LATIN = "A-Za-z\u00c0-\u024f"
_ALIKE = "\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u13a0-\u13ff"
"""Greek, Cyrillic, Armenian and Cherokee: the scripts whose letters can be taken for Latin ones."""
_MIXED = re.compile(rf"[{_LATIN}]\w*[{_ALIKE}]|[{_ALIKE}]\w*[{_LATIN}]")


def mixes_scripts(name: str) -> bool:
    """Whether a word of the name has letters of two alphabets: no honest name has."""
    return not name.isascii() and _MIXED.search(name) is not None
