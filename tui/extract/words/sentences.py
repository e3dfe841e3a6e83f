"""Where sentences end, when some of their words are quoted."""

from __future__ import annotations

from typing import Final

from tui.extract.words.lexicon import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    NAME,
    NUMBER,
    POINT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    SUBORDINATOR,
    WORD,
)
from tui.extract.words.tagged_tokens import TaggedTokens

FULL_STOPS: Final = frozenset(".!?…") | {"..."}
ELLIPSES: Final = frozenset({"…", "..."})
BULLETS: Final = frozenset("—–-―•*(")
TO_SOMEBODY: Final = frozenset({"tell", "ask", "remind", "warn", "assure", "inform"})
DATELINE: Final = 12
SPEAKER_WORDS: Final = 7
"""An attribution that follows “…?” names its speaker in so few words."""


def split_sentences(prose: TaggedTokens) -> None:
    """Fill in the sentences, and every word's sentence and paragraph."""
    for paragraph, (lo, hi) in enumerate(prose.paragraphs):
        first = lo
        dateline = dateline_end(prose, lo, hi)
        for at in range(lo, hi):
            stops = at + 1 == hi or at == dateline
            if stops or (prose.words[at] in FULL_STOPS and ends_sentence(prose, at, hi)):
                prose.sentence_of.extend([len(prose.sentences)] * (at + 1 - first))
                prose.sentences.append((first, at + 1))
                first = at + 1
        prose.paragraph_of.extend([paragraph] * (hi - lo))


def dateline_end(prose: TaggedTokens, lo: int, hi: int) -> int:
    """The dash that closes a dateline, "LONDON (Reuters) –", or -1: it is no part of the first sentence."""
    if lo >= hi or not prose.words[lo].isupper() or len(prose.words[lo]) < 3:
        return -1
    for at in range(lo + 1, min(hi, lo + DATELINE)):
        if prose.words[at] in ("—", "–", "-", "--"):
            return at
        if prose.tags[at] not in (NAME, NUMBER, POINT, WORD):
            return -1
    return -1


def ends_sentence(prose: TaggedTokens, at: int, hi: int) -> bool:
    """Whether a sentence ends with the full stop at `at`, which is not the last word of its paragraph."""
    following, tag = prose.words[at + 1], prose.tags[at + 1]
    if prose.tags[at] == QUOTED:
        if tag == QUOTED:
            return True
        begins = following[0].isupper() or tag == NUMBER
        return begins and not attribution_follows(prose, at + 1, hi, strict=prose.words[at] == ".")
    if prose.words[at] in ELLIPSES:
        return tag == QUOTED or following[0].isupper()
    return tag in (QUOTED, NUMBER) or following[0].isupper() or following[0] in "@#" or following in BULLETS


def attribution_follows(prose: TaggedTokens, at: int, hi: int, strict: bool) -> bool:
    """Whether "X said" and no more stands after a quotation that ended its own sentence: “Why?” X asked.

    After a full stop (`strict`) the attribution must end at once.
    """
    verb = at
    while verb < min(hi, at + SPEAKER_WORDS) and prose.tags[verb] in (
        NAME,
        DETERMINER,
        PRONOUN,
        NUMBER,
        WORD,
    ):
        verb += 1
    if verb == at:
        return False
    while verb < hi and prose.tags[verb] in (ADVERB, AUXILIARY):
        verb += 1
    if verb >= hi or not prose.cues[verb] or prose.is_participle(verb):
        return False
    after = verb + 1
    if prose.cues[verb] in TO_SOMEBODY:
        while after < min(hi, verb + 9) and prose.tags[after] in (
            NAME,
            DETERMINER,
            WORD,
            PRONOUN,
            POSSESSIVE,
            NUMBER,
        ):
            after += 1
    if after >= hi or prose.words[after] == ".":
        return True
    return not strict and closes_quietly(prose, after, hi)


def closes_quietly(prose: TaggedTokens, after: int, hi: int) -> bool:
    """Whether the rest of the sentence is an adjunct ("in a statement") that opens no new speech."""
    tag = prose.tags[after]
    if tag in (QUOTED, PRONOUN, DETERMINER, NAME, AUXILIARY) or prose.lows[after] in (":", "that"):
        return False
    at = after
    while at < hi and prose.words[at] not in FULL_STOPS:
        if prose.tags[at] == QUOTED or prose.words[at] == ":":
            return False
        at += 1
    return tag in (PREPOSITION, ADVERB, SUBORDINATOR) or (tag == POINT and prose.words[after] in ",—–")
