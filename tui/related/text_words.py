"""The words of a text as relatedness reads them: folded, with their places, and told apart by weight."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from functools import lru_cache

from tui.model.printed_words import joined, readable
from tui.model.span import Span

WORD = re.compile(r"\d+(?:[.,]\d+)*[^\W\d_]*|[^\W_]+(?:['’][^\W_]+)*")
"""A figure with its unit (4.6, 1m), or letters with the apostrophes inside them. A hyphen parts words."""

CONTRACTED = re.compile(r"(?:n't|'(?:s|re|ve|ll|d|m))$")

VOWEL = re.compile("[aeiouy]")

STOP_WORDS = frozenset(
    """
    a an the i me my mine we us our ours you your yours he him his she her hers it its they them
    their theirs myself ourselves yourself yourselves himself herself itself themselves this that
    these those who whom whose which what someone anyone everyone nobody something anything
    everything nothing each every either neither both all any some no none few many much more most
    less least other others another such same own several enough

    about above across after against along amid among around as at before behind below beneath
    beside besides between beyond but by despite down during except for from in inside into like
    near of off on onto or out outside over past per since than through throughout till to toward
    towards under until up upon via with within without and nor so yet if unless whether because
    although though while whereas when where why how whatever whenever wherever whoever

    am is are was were be been being have has had having do does did doing done can could may might
    must shall should will would ca wo ought get gets got getting give gives gave given go goes
    going gone went come comes came coming make makes made making take takes took taken taking put
    let know see seen want wants

    not also too very just only even still already again ever never always often now then there here
    once twice however therefore thus rather quite almost perhaps maybe well back away ago later
    soon further instead else

    say says said saying tell tells told according added mr mrs ms miss mx dr sir last next year
    years month months week weeks day days today yesterday tomorrow
    """.split()
)
"""Pronouns and determiners; prepositions and conjunctions; the barest verbs ("ca" and "wo" are what is
left of can't and won't); adverbs that colour any sentence; what every report says."""


@dataclass(frozen=True, slots=True)
class TextWords:
    """Parallel rows, one item a word: `folded` in lower case with straight apostrophes, and where it stands.

    Many are held at once: a word is held once for each text, places are plain numbers.
    """

    text: str
    folded: tuple[str, ...]
    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.folded)

    def span(self, first: int, end: int) -> Span:
        """From the start of word `first` to the end of the word before `end`."""
        return Span(self.starts[first], self.ends[end - 1])

    def capital(self, number: int) -> bool:
        """Whether that word is printed with a capital."""
        return self.text[self.starts[number]].isupper()


@lru_cache(maxsize=24)
def text_words(text: str) -> TextWords:
    """Every word of `text`, in order. Linear in its length; the texts last cut are remembered."""
    read = readable(joined(text))
    bounds = [match.span() for match in WORD.finditer(read.text)]
    straight = read.text.replace("’", "'")
    low = straight.lower()
    if len(low) == len(straight):
        folded = [low[start:end] for start, end in bounds]
    else:
        folded = [straight[start:end].lower() for start, end in bounds]
    if read.starts:
        bounds = [read.original(Span(*bound)) for bound in bounds]
    starts, ends = [start for start, _ in bounds], [end for _, end in bounds]
    once: dict[str, str] = {}
    return TextWords(text, tuple(map(once.setdefault, folded, folded)), array("I", starts), array("I", ends))


def is_telling(folded: str) -> bool:
    """Whether a folded word says something: a figure, or more than one letter and no stop word."""
    if len(folded) == 1:
        return folded.isdigit()
    if folded in STOP_WORDS:
        return False
    return "'" not in folded or CONTRACTED.sub("", folded) not in STOP_WORDS


@lru_cache(maxsize=1 << 13)
def stem(folded: str) -> str:
    """The word without possessive, plural, participle ending and last e: light on purpose, so that two
    words have one stem only if they mean much the same. Shorter than four letters, it stays as it is.
    """
    word = folded.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and word[-2] not in "sui":
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and VOWEL.search(root) and not word.endswith("eed"):
            word = root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word
