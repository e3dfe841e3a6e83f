"""The words of a text as they read, whatever the lines that they were set in.

A text stays as its file has it. Where a line was broken at the margin a person reads a blank, or one word
that a hyphen parted; soft hyphens and characters without width are no part of a word, and a letter with its
marks is one letter. `joined` keeps the length: spans of the text hold in it. `as_read` gives what is shown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

from tui.model.span import Span

UNSEEN = "\u200b"
"""Stands for a character that is not read: the screen leaves it out."""

_GAP = re.compile(r"(?<![ \t\n])[ \t]*+\n[ \t\n]*+")
"""All the blanks round the end of a line, or round blank lines."""
_NOT_READ = re.compile(
    "(?P<unseen>[\u00ad\u200b]+)|[^\\W\\d_][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_PARTED = re.compile(r"(?P<word>[^\W_]+(?:[-’'][^\W_]+)*)[-\u2010]$")
_GOES_ON = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_LONGEST_WORD = 60
_SUSPENDED = frozenset({"and", "or", "to"})
"""They follow a hyphen that ends its word: first- and second-class."""
_FIRST = frozenset(
    """
    well self ill half all cross full part long short high low hard soft far near old new first second third
    fourth fifth early late left right north south east west mid multi non anti semi quasi post ever one two
    three four five six seven eight nine eleven twelve twenty thirty forty fifty sixty seventy eighty ninety
    hundred single double triple large small big top bottom best worst better open close deep light heavy
    fast slow free hand home life time year month week day court city state world water job record award
    cash tax price cost family government party union police oil gas coal front back would soon much fresh
    ready vice lieutenant editor attorney secretary director mother father brother sister son daughter same
    blue black white red green grass general law health fact common closed middle major public private real
    lower upper higher less more most longest ultra mega counter dot name trade down ground risk heart
    decision
    """.split()
)
"""Words that open a compound with a hyphen; a syllable that a line was broken at is none of them."""
_LAST = frozenset(
    """
    known called year month week hour minute mile metre meter foot based led made wide free term class style
    scale level profile ranking running lasting sized paid owned run backed elect general president mayor
    wife husband leader chief up off down by hit friendly speed storey story bedroom car page third thirds
    quarter quarters fifth fifths tenth tenths high deep thinking founder author owner operative founded
    chair chairman worker related driven funded election elected collar sex bearer roots raising raiser goer
    goers care control checking checked minded making maker makers sense door leaning aged changer hearted
    sponsor sponsored taking gathering educated offs person depth calling cost watched sector media focused
    average picked worthy proof ridden stricken winning breaking speaking growing reaching paying knit
    """.split()
)
"""Words that close one."""
_TAILS = frozenset(
    """
    ness ment ments ing ings ed er ers ly ity ities ies tion tions sion sions ner ners al ally ance ence
    able ible ful less ship hood dom ward wards ism ist ists ive ous ise ize ised ized ising izing age ages
    ture tures ern ary ory ic ics ical ling pone ply yer ther
    """.split()
)
"""What closes a word and is none."""


def joined(words: str) -> str:
    """The words with every end of a line as a blank, or as nothing within a word; of the same length.

    What is left over is filled with characters that are not seen.
    """
    if "\n" not in words:
        return words
    pieces: list[str] = []
    done = 0
    for gap in _GAP.finditer(words):
        start, end = gap.span()
        hyphen, between = _between(words, start, end)
        pieces += [words[done : start - hyphen], between + UNSEEN * (end - start + hyphen - len(between))]
        done = end
    return "".join((*pieces, words[done:]))


def _between(words: str, start: int, end: int) -> tuple[int, str]:
    """Whether the end of a line takes the hyphen before it away, and what is read there."""
    sign = words[start - 1 : start]
    if sign not in ("-", "\u2010", "\u00ad") or words.count("\n", start, end) > 1:
        return 0, " "
    after = _GOES_ON.match(words, end, end + _LONGEST_WORD)
    if after is None:
        return 0, " "
    if sign == "\u00ad":
        return 0, ""
    before = _PARTED.search(words[max(0, start - _LONGEST_WORD) : start])
    if before is None or after.group() in _SUSPENDED:
        return 0, " "
    return (0, "") if is_compound(before["word"], after.group()) else (1, "")


def is_compound(first: str, last: str) -> bool:
    """Whether the two have a hyphen of their own, which no line's end put there: well-known, day-to-day."""
    if not last.islower() or not first[-1:].islower() or "-" in first or "-" in last:
        return True
    if last in _TAILS:
        return False
    return len(first) == 1 or first.lower() in _FIRST or last in _LAST


def as_read(words: str) -> str:
    """The words of a stretch of a text as they read: its lines joined, without what is not seen."""
    words = joined(words)
    return words if words.isascii() else _NOT_READ.sub(_read, words)


def _read(match: re.Match[str]) -> str:
    return "" if match["unseen"] else normalize("NFC", match.group())


def joined_within(text: str, stretches: Iterable[Span]) -> str:
    """The text with the lines of each stretch joined, of the same length; between them it stays as it is."""
    pieces: list[str] = []
    done = 0
    for span in stretches:
        if text.find("\n", *span) >= 0:
            pieces += [text[done : span.start], joined(span.of(text))]
            done = span.end
    return "".join((*pieces, text[done:])) if pieces else text


class ReadableText(NamedTuple):
    """A text as it reads, and where each of its runs stands in the text that it was made from.

    Run n begins at `starts[n]` here and is `there[n]` there; a run of other letters there is one whole.
    """

    text: str
    starts: tuple[int, ...]
    there: tuple[Span, ...]

    def original(self, span: Span) -> Span:
        """Where these words stand in the text as it is."""
        if not self.starts:
            return span
        return Span(self._original(span.start, 0), self._original(span.end - 1, 1))

    def _original(self, at: int, past: int) -> int:
        run = max(0, bisect_right(self.starts, at) - 1)
        there = self.there[run]
        here = self.starts[run + 1] if run + 1 < len(self.starts) else len(self.text)
        if here - self.starts[run] == there.end - there.start:
            return there.start + at - self.starts[run] + past
        return there.end if past else there.start

    def here(self, at: int) -> int:
        """Where that code point of the text as it is stands here."""
        if not self.starts:
            return at
        run = max(0, bisect_right(self.there, at, key=lambda span: span.start) - 1)
        here = self.starts[run + 1] if run + 1 < len(self.starts) else len(self.text)
        return min(self.starts[run] + at - self.there[run].start, here)


def readable(text: str) -> ReadableText:
    """The text, in which lines are joined already, without what is not seen; itself where all is seen."""
    if text.isascii() or not _NOT_READ.search(text):
        return ReadableText(text, (), ())
    pieces: list[str] = []
    starts: list[int] = []
    there: list[Span] = []
    done = length = 0

    def add(words: str, start: int, end: int) -> None:
        nonlocal length
        if words:
            pieces.append(words)
            starts.append(length)
            there.append(Span(start, end))
            length += len(words)

    for match in _NOT_READ.finditer(text):
        add(text[done : match.start()], done, match.start())
        add(_read(match), *match.span())
        done = match.end()
    add(text[done:], done, len(text))
    return ReadableText("".join(pieces), tuple(starts), tuple(there))
