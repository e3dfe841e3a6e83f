"""The class of every word of the prose, and which words are reporting verbs.

Closed lists decide first, then capitals, then the neighbours on both sides: English has few endings, so a
word like "claims" is a verb after a name or a pronoun and a noun after a determiner.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from tui.extract.words.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    NAME,
    NUMBER,
    POINT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    RELATIVE,
    SUBORDINATOR,
    VERB,
    WORD,
    Lexicon,
    is_human,
    lexicon,
)
from tui.extract.words.tagged_tokens import TaggedTokens
from tui.extract.words.verbs import (
    REPORTS_BEFORE_SOME,
    is_plain_verb,
    may_be_verb,
    reports,
    reports_after_quotation,
)

ENDS: Final = frozenset(".!?:…") | {"..."}
DASHES: Final = frozenset("—–-―•*") | {"--"}
NEVER_NAMES: Final = frozenset({PREPOSITION, DETERMINER, AUXILIARY, CONJUNCTION, SUBORDINATOR, RELATIVE})
NAMES_ALL_THE_SAME: Final = frozenset({"Will", "May", "Grant", "Mark", "Rob", "Drew", "Bob", "Sue"})
ADVERBS_NOT: Final = frozenset(
    "italy kelly sally emily molly holly billy july family reply supply ally rally".split()
)
CONTRACTS: Final = frozenset("he she it that who there what here let".split())
"""Words after which ’s is a verb."""
ROUGHLY: Final = frozenset("about around nearly almost over".split())
COUNTS: Final = frozenset("two three four five six seven eight nine ten a half dozen".split())


def tag_words(prose: TaggedTokens) -> None:
    """Class every word of every paragraph."""
    lists, alone = lexicon(), classes_alone()
    words, lows, tags = prose.words, prose.lows, prose.tags
    for lo, hi in prose.paragraphs:
        for at in range(lo, hi):
            settled = alone.get(words[at]) if tags[at] == WORD else None
            tags[at] = settled or class_of(prose, lists, at, lo, hi)
        for at in range(lo, hi):
            if lows[at] in lists.cues or (
                tags[at] == WORD and (may_be_verb(lists, lows[at]) or (at > lo and tags[at - 1] == QUOTED))
            ):
                tag_verb(prose, lists, at, lo, hi)


@cache
def classes_alone() -> dict[str, str]:
    """The commonest words and points that are the same wherever they stand, and their classes."""
    closed = {word: tag for word, tag in lexicon().closed.items() if word[0].islower()}
    for word in ("that", *ROUGHLY):
        closed.pop(word, None)
    return closed | dict.fromkeys((",", ".", ":", ";", "-", "(", ")"), POINT)


def class_of(prose: TaggedTokens, lists: Lexicon, at: int, lo: int, hi: int) -> str:
    """The class by lists and capitals; verbs come later."""
    tag, first = prose.tags[at], prose.words[at][0]
    if tag == QUOTED:
        return tag
    if tag == POSSESSIVE:
        return AUXILIARY if at > lo and prose.lows[at - 1] in CONTRACTS else tag
    if first.isupper() and first.isalpha():
        return class_of_capital(prose, lists, at, lo, hi)
    if first.isalpha() or first == "’":
        return class_of_small(prose, lists, at, lo, hi)
    if first.isdigit():
        return NUMBER
    if first == "&" and lo < at < hi - 1 and prose.tags[at - 1] == NAME and prose.words[at + 1][0].isupper():
        return NAME
    return class_of_capital(prose, lists, at, lo, hi) if first in "@#" else POINT


def class_of_capital(prose: TaggedTokens, lists: Lexicon, at: int, lo: int, hi: int) -> str:
    """The class of a word with a capital: a name, unless it opens the sentence or is a function word."""
    closed = lists.closed.get(prose.lows[at], "")
    if closed == PRONOUN:
        return closed
    if not begins_sentence(prose, at, lo):
        return NAME if closed not in NEVER_NAMES or prose.words[at] in NAMES_ALL_THE_SAME else closed
    if closed:
        return class_of_small(prose, lists, at, lo, hi)
    return first_word_class(lists, prose.lows[at], prose.words[at + 1] if at + 1 < hi else "")


def class_of_small(prose: TaggedTokens, lists: Lexicon, at: int, lo: int, hi: int) -> str:
    """The class of a word whose capital, if it has one, tells nothing."""
    low = prose.lows[at]
    following = prose.lows[at + 1] if at + 1 < hi else ""
    if low == "that" and at > lo and prose.tags[at - 1] != PREPOSITION:
        after = lists.closed.get(following, "")
        reporting = following in lists.cues and not (following in lists.nouns and prose.words[at - 1] == ",")
        verb = not following or after in (AUXILIARY, ADVERB) or reporting
        return RELATIVE if verb else SUBORDINATOR
    if low in ROUGHLY and following and (following[0].isdigit() or following in COUNTS):
        return DETERMINER
    closed = lists.closed.get(low)
    return closed or (ADVERB if low.endswith("ly") and len(low) > 4 and low not in ADVERBS_NOT else WORD)


def first_word_class(lists: Lexicon, low: str, following: str) -> str:
    """The class of a capitalised word that opens a sentence: a name unless it is a common word."""
    lower_follows = bool(following) and not following[0].isupper()
    if low in lists.capitals:
        return WORD
    if low.endswith("ly") and len(low) > 5 and low not in ADVERBS_NOT:
        return ADVERB
    if lower_follows and following[0].isalpha() and is_human(low.rstrip(".")):
        return WORD
    if low.endswith("ing") and (not following or lower_follows):
        return WORD
    return NAME


def begins_sentence(prose: TaggedTokens, at: int, lo: int) -> bool:
    """Whether a capital there may only mark the beginning of a sentence."""
    if at == lo:
        return True
    before = prose.words[at - 1]
    if prose.tags[at - 1] == QUOTED:
        return before in ENDS
    return before in ENDS or (before in DASHES and at < lo + 3)


def tag_verb(prose: TaggedTokens, lists: Lexicon, at: int, lo: int, hi: int) -> None:
    """Settle whether a word is a verb there, and whether it reports."""
    low, tag = prose.lows[at], prose.tags[at]
    base = lists.cues.get(low)
    if base is not None and (
        tag in (WORD, PREPOSITION, ADVERB) or (tag == NAME and begins_sentence(prose, at, lo))
    ):
        if reports(prose, lists, at, lo, hi):
            prose.cues[at] = base
            prose.tags[at] = VERB
        if base not in REPORTS_BEFORE_SOME:
            return
    if prose.tags[at] != WORD:
        return
    if base is None and reports_after_quotation(prose, at, lo, hi):
        prose.cues[at], prose.tags[at] = "say", VERB
    elif is_plain_verb(prose, lists, at, lo, hi):
        prose.tags[at] = VERB
