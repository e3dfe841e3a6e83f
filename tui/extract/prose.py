"""The reporter's own words: a row of words in which each stretch of quoted text counts as one word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tui.extract.lexicon import POSSESSIVE, QUOTED, WORD, lexicon
from tui.extract.phrase import Phrase
from tui.extract.stretches import Stretch
from tui.extract.tokens import Tokens
from tui.model.article import Paragraph, ParagraphKind

CONTRACTION: Final = re.compile(
    r"(he|she|they|we|i|you|it|who|that|there)[’'](?:d|ll|ve|re|m)$", re.IGNORECASE
)
OWNER: Final = re.compile(r"[’']s$")


@dataclass(frozen=True, slots=True)
class Prose:
    """Parallel lists, one item a word: its text, lower case, class (lexicon.py), reporting verb and place.

    For a quoted stretch the lower-case word is its last character (a quotation that ends in a comma acts
    as a comma in the sentence) and `stretch` its number; `cues` holds the base of a reporting verb or "".
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
    stretch: list[int] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    paragraph_of: list[int] = field(default_factory=list)
    subjects: dict[tuple[int, int], Phrase | None] = field(default_factory=dict)

    def add(self, word: str, start: int, end: int, tag: str = WORD) -> None:
        """Put a word at the end of the row."""
        self.words.append(word)
        self.lows.append(word.lower())
        self.tags.append(tag)
        self.cues.append("")
        self.starts.append(start)
        self.ends.append(end)
        self.stretch.append(-1)

    def add_quoted(self, number: int, stretch: Stretch) -> None:
        """Put a stretch of quoted words at the end of the row."""
        self.add(self.text[stretch.span.end - 1], stretch.outer.start, stretch.outer.end, QUOTED)
        self.stretch[-1] = number

    def is_participle(self, at: int) -> bool:
        """Whether the verb there ends in -ing."""
        return self.lows[at].endswith("ing") and self.lows[at] != self.cues[at]

    def is_base(self, at: int) -> bool:
        """Whether the reporting verb there stands in its base form: say, call."""
        return self.lows[at] == self.cues[at]


def lay_out(tokens: Tokens, paragraphs: Sequence[Paragraph], stretches: Sequence[Stretch]) -> Prose:
    """The words of the prose paragraphs, not yet classed; other paragraphs are empty ranges."""
    prose = Prose(tokens.text)
    abbreviations = lexicon().abbreviations
    token = number = 0
    for paragraph in paragraphs:
        first = len(prose.words)
        if paragraph.kind is ParagraphKind.PROSE:
            end = paragraph.span.end
            while token < len(tokens.starts) and tokens.starts[token] < paragraph.span.start:
                token += 1
            while token < len(tokens.starts) and tokens.starts[token] < end:
                start = tokens.starts[token]
                if number < len(stretches) and start >= stretches[number].outer.start:
                    prose.add_quoted(number, stretches[number])
                    token = skip_to(tokens, token, stretches[number].outer.end)
                    number += 1
                    continue
                add_token(prose, tokens.words[token], start, abbreviations, first, end)
                token += 1
        prose.paragraphs.append((first, len(prose.words)))
    return prose


def skip_to(tokens: Tokens, token: int, offset: int) -> int:
    """The first token that begins at `offset` or later."""
    while token < len(tokens.starts) and tokens.starts[token] < offset:
        token += 1
    return token


def add_token(
    prose: Prose, word: str, start: int, abbreviations: frozenset[str], first: int, limit: int
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
            prose.add(word, start, end, POSSESSIVE)
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
            prose.add(word[cut - start :].replace("'", "’"), cut, end, WORD if match else POSSESSIVE)
            return
    prose.add(word, start, end)
