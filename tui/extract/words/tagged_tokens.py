"""The reporter's own words: a row of words in which each span of quoted text counts as one word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from tui.extract.quotes.quoted_spans import QuotedSpan
from tui.extract.words.lexicon import POSSESSIVE, QUOTED, WORD, lexicon
from tui.extract.words.tokens import Tokens
from tui.model.article import Paragraph, ParagraphKind

CONTRACTION: Final = re.compile(
    r"(he|she|they|we|i|you|it|who|that|there)[’'](?:d|ll|ve|re|m)$", re.IGNORECASE
)
OWNER: Final = re.compile(r"[’']s$")


class PhraseKind(StrEnum):
    """What a noun phrase can be to a verb of speech."""

    NAME = "name"
    PRONOUN = "pronoun"
    PEOPLE = "people"
    """A common noun for a person or a body of people."""
    THING = "thing"
    TIME = "time"


SPEAKING: Final = frozenset({PhraseKind.NAME, PhraseKind.PRONOUN, PhraseKind.PEOPLE})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Words `lo` to `hi` of the prose with their head; `governed`: a preposition stands before them.

    `start` and `end` are the offsets of the words to show: a name without what is put before it. `reach`
    is the end of a relative pronoun that stands for the phrase, or `end`.
    """

    lo: int
    hi: int
    head: int
    kind: PhraseKind
    governed: bool
    start: int
    end: int
    reach: int = 0

    @property
    def speaks(self) -> bool:
        """Whether such a phrase can name a speaker."""
        return self.kind in SPEAKING


@dataclass(frozen=True, slots=True)
class TaggedTokens:
    """Parallel lists, one item a word: its text, lower case, class (lexicon.py), reporting verb and place.

    For a quoted span the lower-case word is its last character (a quotation that ends in a comma acts
    as a comma in the sentence) and `span_number` its number; `cues` holds the base of a reporting verb or "".
    `paragraphs` and `sentences` are half-open ranges of words; `sentence_of` gives a word's sentence and
    `paragraph_of` its paragraph. `subjects` keeps the subjects found so far, by
    verb and first word looked at.
    """

    text: str
    words: list[str] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    span_number: list[int] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    paragraph_of: list[int] = field(default_factory=list)
    subjects: dict[tuple[int, int], NounPhrase | None] = field(default_factory=dict)

    def add(self, word: str, start: int, end: int) -> None:
        """Put a word at the end of the row; `fill` gives those added so their class and place."""
        self.words.append(word)
        self.lows.append(word.lower())
        self.starts.append(start)
        self.ends.append(end)

    def add_classed(self, word: str, start: int, end: int, tag: str, span_number: int = -1) -> None:
        """Put a word at the end of the row whose class is known."""
        self.fill()
        self.add(word, start, end)
        self.tags.append(tag)
        self.cues.append("")
        self.span_number.append(span_number)

    def fill(self) -> None:
        """Make all lists as long as the row: the other words report nothing and are in no quoted span."""
        missing = len(self.words) - len(self.tags)
        self.tags.extend([WORD] * missing)
        self.cues.extend([""] * missing)
        self.span_number.extend([-1] * missing)

    def add_quoted(self, number: int, quoted: QuotedSpan) -> None:
        """Put a span of quoted words at the end of the row."""
        last = self.text[quoted.span.end - 1]
        self.add_classed(last, quoted.outer.start, quoted.outer.end, QUOTED, number)

    def is_participle(self, at: int) -> bool:
        """Whether the verb there ends in -ing."""
        return self.lows[at].endswith("ing") and self.lows[at] != self.cues[at]

    def is_base(self, at: int) -> bool:
        """Whether the reporting verb there stands in its base form: say, call."""
        return self.lows[at] == self.cues[at]


def reporter_tokens(
    tokens: Tokens, paragraphs: Sequence[Paragraph], spans: Sequence[QuotedSpan]
) -> TaggedTokens:
    """The words of the prose paragraphs, not yet classed; other paragraphs are empty ranges."""
    prose = TaggedTokens(tokens.text)
    starts = tokens.starts
    token = number = 0
    for paragraph in paragraphs:
        first = len(prose.words)
        if paragraph.kind is ParagraphKind.PROSE:
            token = bisect_left(starts, paragraph.span.start, token)
            stop = bisect_left(starts, paragraph.span.end, token)
            while token < stop:
                quoted = spans[number] if number < len(spans) else None
                end = bisect_left(starts, quoted.outer.start, token, stop) if quoted else stop
                add_tokens(prose, tokens, token, end, first, paragraph.span.end)
                token = end
                if quoted and token < stop:
                    prose.add_quoted(number, quoted)
                    token = bisect_left(starts, quoted.outer.end, token)
                    number += 1
        prose.paragraphs.append((first, len(prose.words)))
    prose.fill()
    return prose


def add_tokens(prose: TaggedTokens, tokens: Tokens, token: int, end: int, first: int, limit: int) -> None:
    """Add the tokens up to `end`; what has no points or apostrophes is a word as it is."""
    abbreviations = lexicon().abbreviations
    words, lows, starts, ends = prose.words, prose.lows, prose.starts, prose.ends
    for at in range(token, end):
        word, start = tokens.words[at], tokens.starts[at]
        if word.isalnum():
            words.append(word)
            lows.append(word.lower())
            starts.append(start)
            ends.append(tokens.ends[at])
        else:
            add_token(prose, word, start, abbreviations, first, limit)


def add_token(
    prose: TaggedTokens, word: str, start: int, abbreviations: frozenset[str], first: int, limit: int
) -> None:
    """Add a token: what is joined by an apostrophe is taken apart, an abbreviation keeps its point."""
    end = start + len(word)
    if len(word) == 1:
        if (
            word in "’'"
            and len(prose.words) > first
            and prose.ends[-1] == start
            and prose.lows[-1].endswith("s")
        ):
            prose.add_classed(word, start, end, POSSESSIVE)
            return
        if word == "." and len(prose.words) > first and prose.ends[-1] == start and end < limit:
            before = prose.words[-1]
            if before.lower() in abbreviations or (len(before) == 1 and before.isupper()):
                prose.words[-1] += "."
                prose.ends[-1] = end
                return
    elif "’" in word or "'" in word:
        match = CONTRACTION.match(word)
        cut = start + match.end(1) if match else 0
        if not match and (owner := OWNER.search(word)):
            cut = start + owner.start()
        if cut > start:
            prose.add(word[: cut - start], start, cut)
            prose.add_classed(word[cut - start :].replace("'", "’"), cut, end, WORD if match else POSSESSIVE)
            return
    prose.add(word, start, end)
