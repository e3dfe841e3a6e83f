"""How a text is seen when it is to be quoted to the letter: every word counts, how it is set does not.

Case, accents, ligatures, curly or straight marks, dashes, punctuation and spacing are a matter of setting,
and so are the separators inside a number. Unlike the folding of quick search nothing is taken from a word:
"council's" is not "council", and "£5" is not "$5".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.model.span import Span
from tui.search.normalisation import DROPPED, PlacedWord, placed

_WORD = re.compile(r"[^\W_]+(?:(?:'|(?<=\d)[.](?=\d))[^\W_]+)*|[£$€¥%&]")
_BRACKETS = re.compile(r"\[([^\]\n]*)\]")
_DENIES = re.compile(r"no|not|never|none|nobody|nothing|nor|neither|cannot|without|hardly|scarcely|.*n't")
_NUMBER = re.compile(
    r".*\d.*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|.*teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|twice|double)s?"
)
_KEPT = frozenset("£€¥")
_CUT = re.compile(r"\[[^\]\n]*\](?:['’]s\b)?|\(\s*(?:…|\.{3})\s*\)|…|\.{3,}|(?<!\S)\. \. \.(?!\S)")
"""What owns up to a change: an ellipsis, or square brackets with whatever is in them."""
_SETTING = [pattern for first, pattern in DROPPED.items() if first != "'"]


class VerbatimQuotation(NamedTuple):
    """Words as somebody quotes them; before each word whose number is in `cuts` something may be left out.

    `put_in` are words in square brackets that no bracket may own up to: they deny, or are numbers.
    """

    words: tuple[PlacedWord, ...]
    cuts: frozenset[int] = frozenset()
    put_in: frozenset[str] = frozenset()


def verbatim_words(text: str) -> tuple[PlacedWord, ...]:
    """The words of `text` in order, each with its place."""
    return tuple(placed(text, _WORD, _SETTING, _KEPT))


def verbatim_quotation(text: str) -> VerbatimQuotation:
    """The words of a quotation that somebody gives, its ellipses and brackets read as marked cuts."""
    words: list[PlacedWord] = []
    cuts: list[int] = []
    start = 0
    for match in [*_CUT.finditer(text), None]:
        end = match.start() if match else len(text)
        words += (_moved(word, start) for word in verbatim_words(text[start:end]))
        if match:
            cuts.append(len(words))
            start = match.end()
    bracketed = (word for match in _BRACKETS.finditer(text) for word in verbatim_words(match[1]))
    put_in = frozenset(word.word for word in bracketed if denies(word.word) or _NUMBER.fullmatch(word.word))
    return VerbatimQuotation(tuple(words), frozenset(cuts), put_in)


def denies(word: str) -> bool:
    """Whether the sense is another one without this word."""
    return _DENIES.fullmatch(word) is not None


def _moved(word: PlacedWord, by: int) -> PlacedWord:
    return PlacedWord(word.word, word.start + by, tuple(end + by for end in word.ends))


def span_of_words(words: Sequence[PlacedWord], first: int, end: int) -> Span:
    """From the start of word `first` to the end of the word before `end`."""
    return Span(words[first].start, words[end - 1].ends[-1])
