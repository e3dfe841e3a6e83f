"""What a line of a plain-text article is for: prose, a photo caption, or a pointer to elsewhere."""

from __future__ import annotations

import re
from typing import Final

from tui.model.article import ParagraphKind

POINTER: Final = re.compile(
    r"\s*(?:read more|read also|also read|see also|must read|related|more on this|watch|listen|click here"
    r"|video|advertisement|follow us|sign up|subscribe|share this|download|get the latest|don[’']t miss"
    r"|story continues|continue reading|scroll)\b[^.“\"]{0,12}[:|\-–—]",
    re.IGNORECASE,
)
CAPTION: Final = re.compile(
    r"\s*(?:image|photo|photos|picture|pictures|pictured|caption|credit|above|below|(?:top|bottom)?(?:left|right))"
    r"\b[^.“\"]{0,12}[:|\-–—]",
    re.IGNORECASE,
)
SOURCE: Final = re.compile(r"[A-Z][\w ]{2,30}: [A-Z]")
"""A paper's name before a photo's words: Daily Echo: Southampton City Council leader Royston Smith."""
ENDS_SENTENCE: Final = re.compile(r"[.!?”\"’'»:;]\s*$")
DOUBLE_MARK: Final = re.compile(r"[“”\"«»]")
CAPTION_LENGTH: Final = 90
NAME_WORDS: Final = 4


def paragraph_kind(line: str) -> ParagraphKind:
    """PROSE, CAPTION or POINTER, from the words of one line alone."""
    if POINTER.match(line):
        return ParagraphKind.POINTER
    if CAPTION.match(line) or is_bare_caption(line):
        return ParagraphKind.CAPTION
    return ParagraphKind.PROSE


def is_bare_caption(line: str) -> bool:
    """A short line that is no sentence: a bare name, or a paper's name, a colon and mostly names."""
    if len(line) >= CAPTION_LENGTH or ENDS_SENTENCE.search(line) or DOUBLE_MARK.search(line):
        return False
    words = line.split()
    capitals = sum(word[:1].isupper() for word in words)
    if len(words) <= NAME_WORDS and capitals == len(words):
        return True
    return bool(SOURCE.match(line)) and 2 * capitals >= len(words)
