"""How a text is seen by the search: folded to plain words, alike for quotations, names and queries.

Folding takes away case, accents and other marks, the difference of curly and straight, ligatures and full
width; a possessive 's and the apostrophes inside words; the separators inside a number (1,000 and 1 000 are
1000) and the points inside initials (U.S. is us). Letters of every script stay; those of scripts written
without blanks become words of one character. What is left is cut into words of letters and digits.

Quick search sees signs, too, where they make another word: C++, C#, an A*, Disney+, five ★. Each is a word
of its own (`search_words`), so that "C" is still found in "C++".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from itertools import chain
from typing import NamedTuple
from unicodedata import category, normalize

from tui.model.printed_words import joined
from tui.model.span import Span

_APOSTROPHES = "’‘ʼ′＇‛´"
LATIN_LETTERS = {"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
"""Latin letters that Unicode does not decompose."""
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Kana and ideographs."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W_]+")
_PICTURES = (
    "\u00a9\u00ae\u2122\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff"
    "\U0001f000-\U0001f3fa\U0001f400-\U0001faff"
)
"""Stars, ticks, arrows, emoji; what gives an emoji its skin is none."""
_WORD_OR_SIGN = re.compile(
    rf"[^\W_]+|(?<=[^\W_])(?:\+\++|\+(?![^\W_])|(?<![^\W_][^\W_])[#*]+(?![^\W_]))|[{_PICTURES}]"
)
"""A plus behind a word, # and * behind a single letter, and pictures: other signs are a matter of setting."""
_PICTURE = re.compile(f"[{_PICTURES}]")
DROPPED = {
    "'": re.compile(r"'(?:s\b)?"),
    ",": re.compile(r",(?=\d{3}(?!\d))(?:(?<=(?<!\d)\d,)|(?<=(?<!\d)\d\d,)|(?<=(?<!\d)\d\d\d,))"),
    " ": re.compile(r" (?=\d{3}(?!\d))(?:(?<=(?<!\d)\d )|(?<=(?<!\d)\d\d )|(?<=(?<!\d)\d\d\d ))"),
    ".": re.compile(r"\.(?<=(?<!\w)[^\W\d_]\.)(?=[^\W\d_](?!\w))"),
}
"""What is taken away from the middle of words after folding, by the character it begins with."""


class _Folded(dict[str, str]):
    """Character -> what it is folded to, worked out when first met."""

    def __missing__(self, character: str) -> str:
        folded = self[character] = _fold_character(character)
        return folded


def _fold_character(character: str) -> str:
    lowered = character.lower()
    if lowered.isascii():
        return lowered
    if character in _APOSTROPHES:
        return "'"
    if lowered in LATIN_LETTERS:
        return LATIN_LETTERS[lowered]
    if _UNSPACED.match(character):
        return f" {character} "
    kind = category(character)
    if kind[0] == "M" or kind == "Cf":
        return ""
    if kind[0] not in "LN":
        return character if _PICTURE.match(character) else " "
    plain = (c for c in normalize("NFKD", lowered).casefold() if category(c)[0] != "M")
    folded = "".join(LATIN_LETTERS.get(c, c) if c.isalnum() else " " for c in plain)
    # what is several words stands apart from its neighbours: 2½ is 2 1 2, not 21 2
    return f" {folded} " if " " in folded else folded


_FOLDED = _Folded()


def fold(text: str) -> str:
    """`text` as the search sees it, not yet cut into words."""
    folded = joined(text).lower()
    if not folded.isascii():
        folded = _NOT_ASCII.sub(lambda match: _FOLDED[match.group()], folded)
    for first, dropped in DROPPED.items():
        if first in folded:
            folded = dropped.sub("", folded)
    return folded


def folded_words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return _WORD.findall(fold(text))


def search_words(text: str) -> list[str]:
    """The folded words of `text` as quick search knows them: with the signs that make another word."""
    return _WORD_OR_SIGN.findall(fold(text))


class PlacedWord(NamedTuple):
    """A folded word and where it stands in the original: `ends[n - 1]` is where its first n letters end."""

    word: str
    start: int
    ends: tuple[int, ...]

    @property
    def span(self) -> Span:
        """The whole word in the original text."""
        return Span(self.start, self.ends[-1])


def placed_words(text: str, *, signs: bool = True) -> list[PlacedWord]:
    """The same words as `search_words`, or `folded_words`, each with its place in the original `text`."""
    return placed(text, _WORD_OR_SIGN if signs else _WORD, DROPPED.values())


def placed(
    text: str, word: re.Pattern[str], dropped: Iterable[re.Pattern[str]], kept: Set[str] = frozenset()
) -> list[PlacedWord]:
    """The words of `text` by another pattern: `dropped` is taken away after folding, `kept` is not folded."""
    text = joined(text)
    pieces = [character if character in kept else _FOLDED[character] for character in text]
    folded = "".join(pieces)
    origin = list(chain.from_iterable([place] * len(piece) for place, piece in enumerate(pieces)))
    for pattern in dropped:
        folded, origin = _without(pattern, folded, origin)
    return [_place(match, origin, text) for match in word.finditer(folded)]


def _without(dropped: re.Pattern[str], folded: str, origin: list[int]) -> tuple[str, list[int]]:
    kept: list[str] = []
    places: list[int] = []
    done = 0
    for match in dropped.finditer(folded):
        kept.append(folded[done : match.start()])
        places += origin[done : match.start()]
        done = match.end()
    return "".join(kept) + folded[done:], places + origin[done:]


def _place(match: re.Match[str], origin: list[int], text: str) -> PlacedWord:
    ends = [_past_marks(text, origin[place] + 1) for place in range(match.start(), match.end())]
    return PlacedWord(match.group(), origin[match.start()], tuple(ends))


def _past_marks(text: str, end: int) -> int:
    """`end`, moved behind the combining marks that belong to the character before it."""
    while end < len(text) and not text[end].isascii() and category(text[end])[0] == "M":
        end += 1
    return end
