"""Words looked for while they are typed: in an article, a list of names, a page of rows.

Accents and ligatures are passed over on both sides, curly and straight marks are the same, and case counts
only when a capital was typed.
"""

from __future__ import annotations

from unicodedata import category, normalize

from tui.model.printed_words import ReadableText, readable
from tui.model.span import Span

_MARKS = {"‘": "'", "’": "'", "“": '"', "”": '"', "ß": "ss", "ẞ": "SS"}


class _Plain(dict[int, str]):
    """Code point -> the plain letters that it is found by, worked out when first met."""

    def __missing__(self, point: int) -> str:
        letter = chr(point)
        plain = self[point] = letter if point < 0x80 else _plain(letter)
        return plain


def _plain(letter: str) -> str:
    if letter in _MARKS:
        return _MARKS[letter]
    if category(letter)[0] == "M":
        return ""
    from tui.search.normalisation import LATIN_LETTERS  # seldom wanted, and not for the first paint

    other = LATIN_LETTERS.get(letter.lower())
    if other is not None:
        return other.capitalize() if letter.isupper() else other
    plain = "".join(one for one in normalize("NFKD", letter) if category(one)[0] != "M")
    return plain if letter.isalpha() and plain.isascii() and plain else letter


_PLAIN = _Plain()


def found_in(text: str, words: str) -> tuple[Span, ...]:
    """Every place of `words`, looked for as the text reads and told where they stand in it."""
    needle = normalize("NFC", words).translate(_PLAIN)
    if not needle:
        return ()
    read = readable(text)
    plain, places = _placed(read)
    if needle == needle.lower():
        low = plain.lower()
        plain = low if len(low) == len(plain) else "".join(c.lower()[:1] or c for c in plain)
    spans: list[Span] = []
    at = plain.find(needle)
    while at >= 0:
        end = at + len(needle)
        here = Span(at, end) if places is None else Span(places[at], places[end - 1] + 1)
        there = read.original(here) if read.starts else here
        if not spans or there.start >= spans[-1].end:  # two letters may be found in one: ß is ss
            spans.append(there)
        at = plain.find(needle, end)
    return tuple(spans)


def _placed(read: ReadableText) -> tuple[str, list[int] | None]:
    """A text in plain letters, and where each stands in the text; None if at its own place."""
    if read.text.isascii():
        return read.text, None
    plain = read.text.translate(_PLAIN)
    if all(len(_PLAIN[ord(letter)]) == 1 for letter in set(read.text)):
        return plain, None
    return plain, [at for at, letter in enumerate(read.text) for _ in _PLAIN[ord(letter)]]


def has_words(text: str, line: str) -> bool:
    """Whether the text has every word of the line, whatever its case."""
    return all(found_in(text, word) for word in line.lower().split())
