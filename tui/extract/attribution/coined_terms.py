"""Words in marks that are only what something is called: a leaflet called “…”, the word “…”, if it is “…”."""

from __future__ import annotations

from typing import Final

from tui.extract.words.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    NAME,
    NUMBER,
    POSSESSIVE,
    PRONOUN,
    QUOTED,
    WORD,
    is_human,
    lexicon,
)
from tui.extract.words.tagged_tokens import TaggedTokens

CALLED: Final = frozenset(
    "called named entitled titled dubbed nicknamed labelled branded christened termed billed described"
    " listed marked tagged classed styled headed known".split()
)
AS_ONLY: Final = frozenset("billed described listed marked tagged classed known".split())
"""These name only with "as" before the words."""
FULL_PREDICATE: Final = frozenset("described branded labelled".split())
"""What is so described somebody describes: of these only the short form behind a noun is a name."""
LISTED: Final = frozenset("listed marked tagged classed known".split())
COUNTS: Final = frozenset("constitutes constitute constituted means".split())
COUNTS_AS: Final = frozenset("counts count counted qualifies qualify defined definition".split())
WORDS: Final = frozenset(
    "word words phrase phrases term terms label tag nickname heading hashtag category".split()
)
USES: Final = frozenset(
    "use used uses using utter uttered say said saying prefer coined chanting chanted".split()
)
"""Whoever uses a word says it."""
SPEAKERS: Final = frozenset("them us him her me you those these others".split())
OBJECTS: Final = frozenset({"what", "which", "whom"})
CLAUSE: Final = 14
CONDITIONS: Final = frozenset("if when where unless whether until that".split())
ONLY: Final = frozenset("just merely simply only".split())
INSIDE: Final = frozenset({DETERMINER, NAME, WORD, POSSESSIVE, NUMBER})
REACH: Final = 6
COORDINATED: Final = 4
"""So many words in marks in a row are judged by the first."""


def is_coined(prose: TaggedTokens, at: int, lo: int, *, reported: bool) -> bool:
    """Whether the quoted words at `at` are what something is called, in a sentence that begins at `lo`.

    What is `reported` may hold somebody's own word for it: only what a noun is called is a name even there.
    """
    for _ in range(COORDINATED):
        before = at - 2
        joined = before > lo and prose.tags[at - 1] == CONJUNCTION and prose.lows[at - 1] in ("and", "or")
        if not joined or prose.tags[before] != QUOTED:
            break
        at = before
    named = is_called_so(prose, at, lo, reported=reported) or is_counted(prose, at, lo)
    return named or (not reported and is_word(prose, at, lo))


def is_called_so(prose: TaggedTokens, at: int, lo: int, *, reported: bool) -> bool:
    """Whether a verb of naming without an agent leads to the words: a leaflet called, also known as."""
    verb = at - 1
    while verb > lo and at - verb < REACH and prose.tags[verb] in INSIDE and prose.lows[verb] not in CALLED:
        verb -= 1
    linked = verb > lo and prose.lows[verb] == "as"
    verb -= linked
    if verb <= lo or prose.lows[verb] not in CALLED or (prose.lows[verb] in AS_ONLY and not linked):
        return False
    by = at + 1 < len(prose.lows) and prose.lows[at + 1] == "by"
    if by or not OBJECTS.isdisjoint(prose.lows[max(lo, verb - CLAUSE) : verb]):
        return False
    passive = not reported or prose.lows[verb] in LISTED
    return names_reduced(prose, verb, at, lo, linked) or (passive and names_passive(prose, verb, lo))


def names_reduced(prose: TaggedTokens, verb: int, at: int, lo: int, linked: bool) -> bool:
    """Whether the verb follows the thing named: a film called, advice published today called."""
    before = verb - 1
    while before > lo and is_when(prose, before):
        before -= 1
    low = prose.lows[before]
    if prose.tags[before] == QUOTED or prose.words[before] in ("(", "–", "—"):
        return True
    if prose.words[before] == ",":
        return linked or verb + 1 == at
    if prose.tags[before] != WORD:
        return False
    touches = linked or all(tag == DETERMINER for tag in prose.tags[verb + 1 : at])
    new = before > lo and any(
        prose.lows[w] in ("a", "an") and (w == lo or prose.words[w - 1] == ",")
        for w in range(max(lo, before - 3), before)
    )
    return new or (touches and not is_human(low) and low not in SPEAKERS)


def is_when(prose: TaggedTokens, at: int) -> bool:
    """Whether the word only says when: today, on Tuesday."""
    low = prose.lows[at]
    return (
        prose.tags[at] == ADVERB
        or low in lexicon().calendar
        or (low == "on" and prose.lows[at + 1] in lexicon().calendar)
    )


def names_passive(prose: TaggedTokens, verb: int, lo: int) -> bool:
    """Whether something is called so by nobody in particular: it is known as."""
    before = verb - 1
    while before > lo and prose.tags[before] == ADVERB:
        before -= 1
    return before > lo and prose.lows[before] in lexicon().be and prose.lows[verb] not in FULL_PREDICATE


def is_word(prose: TaggedTokens, at: int, lo: int) -> bool:
    """Whether the words are told of as words: the phrase “…”, under the label “…”."""
    noun = at - 1
    if noun <= lo or prose.lows[noun] not in WORDS:
        return False
    if prose.lows[noun - 1] not in ("the", "a") or noun - 2 < lo:
        return False
    return USES.isdisjoint(prose.lows[max(lo, noun - 4) : noun - 1])


def is_counted(prose: TaggedTokens, at: int, lo: int) -> bool:
    """Whether a law or a rule is asked for the words: what constitutes a “…”, what counts as “…”."""
    before = at - 1
    while before > lo and prose.tags[before] == DETERMINER:
        before -= 1
    if prose.lows[before] in COUNTS:
        return "what" in prose.lows[max(lo, before - 3) : before]
    return before > lo and prose.lows[before] in ("as", "of") and prose.lows[before - 1] in COUNTS_AS


def is_condition(prose: TaggedTokens, at: int, lo: int) -> bool:
    """Whether a law's condition holds the words: only if it is “…”, rather than merely “…”."""
    before = at - 1
    while before > lo and prose.tags[before] == ADVERB and prose.lows[before] not in ONLY:
        before -= 1
    if before > lo + 1 and prose.lows[before] in ONLY and prose.lows[before - 1] == "than":
        return True
    if (
        before <= lo + 1
        or prose.lows[before] not in lexicon().be
        or prose.tags[before] not in (AUXILIARY, WORD)
    ):
        return False
    return (
        prose.lows[before - 1] == "it"
        and prose.lows[before - 2] in CONDITIONS
        and prose.tags[before - 1] == PRONOUN
    )
