"""Noun phrases of the reporter's sentence: who and what its clauses are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tui.extract.words.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    NAME,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    SUBORDINATOR,
    VERB,
    WORD,
    is_human,
    lexicon,
)
from tui.extract.words.tagged_tokens import NounPhrase, PhraseKind, TaggedTokens

INSIDE: Final = frozenset({DETERMINER, NAME, NUMBER, WORD, POSSESSIVE})
VERBS: Final = frozenset({VERB, AUXILIARY})
STARTS_INSIDE: Final = frozenset("two three one other first".split())
STANDS_ALONE: Final = frozenset("some many others most several few both one another".split())
TODAY: Final = frozenset({"today", "yesterday", "tonight"})
OF_WHAT: Final = frozenset(
    "Department Ministry Board University Chamber Institute House Office Secretary Bishop Archbishop"
    " Bank Mayor Duke Earl Prince Federation Association Institution Court Church College School League"
    " Council City Borough Society Friends Commission Committee North South East West Campaign Centre"
    " Center Leader Speaker".split()
)
"""A capitalised noun whose name runs on after of or for: the Department for Transport."""
BEFORE_CAPITAL: Final = frozenset({"the", "a", "an", "one", "that"})
PAGES: Final = frozenset("website page site online".split())
COURTESIES: Final = frozenset("mr mrs ms miss mx dr sir lord lady dame cllr prof rev".split())
NEXT_OR_LAST: Final = frozenset("last next this every early late".split())
NAMED_AFTER_DAY: Final = frozenset(
    "agreement prayers club fair day court afternoon evening morning night".split()
)
"""What is called by a day before it: the Good Friday Agreement."""
DASHES: Final = frozenset("—–―") | {"--"}
NICKNAME: Final = 20
"""A quotation shorter than so many characters between two names is a nickname: Joe “Joey” Smith."""


def noun_phrases(prose: TaggedTokens, lo: int, hi: int) -> list[NounPhrase]:
    """The noun phrases among the words `lo` to `hi`, in order."""
    found: list[NounPhrase] = []
    tags = prose.tags
    governed = False
    at = lo
    while at < hi:
        tag = tags[at]
        if tag == PREPOSITION:
            governed = True
        elif tag == PRONOUN:
            found.append(
                NounPhrase(at, at + 1, at, PhraseKind.PRONOUN, governed, prose.starts[at], prose.ends[at])
            )
            governed = False
        elif tag in INSIDE:
            end = phrase_end(prose, at, hi)
            found.append(make_phrase(prose, at, end, governed))
            governed = False
            at = end
            continue
        elif tag != ADVERB:
            governed = False
        at += 1
    return found


def phrase_end(prose: TaggedTokens, at: int, hi: int) -> int:
    """Where the noun phrase that begins at `at` ends."""
    tags, lows = prose.tags, prose.lows
    postposed = lexicon().postposed
    end = at
    while end < hi and tags[end] in INSIDE:
        if (
            end > at
            and tags[end] == DETERMINER
            and tags[end - 1] != DETERMINER
            and lows[end] not in STARTS_INSIDE
        ):
            break
        if end > at and lows[end] in postposed and is_human(lows[end - 1]):
            break
        if end > at and tags[end] == NAME and tags[end - 1] == WORD and is_apart(lows[end - 1], lows[end]):
            break
        if end > at and tags[end] == NAME and is_day(prose, at, end):
            break
        end += 1
        if end + 1 < hi and lows[end] in ("of", "for") and prose.words[end - 1] in OF_WHAT:
            after = end + 2 if lows[end + 1] == "the" and end + 2 < hi else end + 1
            if tags[after] == NAME:
                end = after
    if is_nickname(prose, end, hi):
        end += 1
        while end < hi and tags[end] == NAME:
            end += 1
    return end


def is_apart(low: str, name: str) -> bool:
    """Whether a noun can't be put before a name as a title is: "In an interview Trump said"."""
    lists = lexicon()
    if name in lists.titles and low not in lists.persons:
        return True
    told = low in lists.cue_nouns or low in lists.times
    return low in lists.documents or low in PAGES or (told and not is_human(low))


def is_day(prose: TaggedTokens, at: int, end: int) -> bool:
    """Whether the words before a name are a day or month that stands by itself: On Friday Ann Lee said."""
    calendar = lexicon().calendar
    if prose.lows[end - 1] not in calendar or prose.lows[end] in calendar | NAMED_AFTER_DAY:
        return False
    opens = at > 0 and prose.tags[at - 1] == PREPOSITION and end == at + 1
    return opens or (end == at + 2 and prose.lows[at] in NEXT_OR_LAST)


def is_nickname(prose: TaggedTokens, at: int, hi: int) -> bool:
    """Whether a short quotation stands between two names: Joe “Joey” Smith."""
    tags = prose.tags
    if at + 1 >= hi or tags[at] != QUOTED or prose.ends[at] - prose.starts[at] >= NICKNAME:
        return False
    return tags[at - 1] == tags[at + 1] == NAME


def make_phrase(prose: TaggedTokens, lo: int, hi: int, governed: bool) -> NounPhrase:
    """Class a noun phrase by its head, its last noun; a time at its end is left out ("Trump Monday")."""
    lists = lexicon()
    head = hi - 1
    while head > lo and prose.tags[head] == POSSESSIVE:
        head -= 1
    tag, low = prose.tags[head], prose.lows[head].rstrip(".")
    name_before = head > lo and prose.tags[head - 1] == NAME
    start, end = prose.starts[lo], prose.ends[head]
    titled = head > lo and prose.lows[head - 1].rstrip(".") in COURTESIES
    if tag == NAME and (low not in lists.calendar or titled):
        if prose.lows[lo] in BEFORE_CAPITAL and head - lo <= 3 and is_called(prose, lo, head, low):
            return NounPhrase(lo, hi, head, PhraseKind.PEOPLE, governed, start, end)
        first = head
        while first > lo and prose.tags[first - 1] in (NAME, QUOTED):
            first -= 1
        return NounPhrase(lo, hi, head, PhraseKind.NAME, governed, prose.starts[first], end)
    is_time = low in lists.times or low in lists.calendar
    if name_before and (tag in (NAME, NUMBER) or low in TODAY):
        return make_phrase(prose, lo, head, governed)
    if is_time:
        return NounPhrase(lo, hi, head, PhraseKind.TIME, governed, start, end)
    alone = tag == DETERMINER and head == lo and low in STANDS_ALONE
    people = alone or (tag in (WORD, NUMBER) and is_human(low))
    return NounPhrase(lo, hi, head, PhraseKind.PEOPLE if people else PhraseKind.THING, governed, start, end)


def is_called(prose: TaggedTokens, lo: int, head: int, low: str) -> bool:
    """Whether a capital only says what somebody is: the MP, the Italian, the Home Secretary."""
    lists = lexicon()
    if low in lists.parties or (low in lists.nationals and head == lo + 1):
        return True
    return prose.lows[lo] == "the" and low in lists.persons


def free(prose: TaggedTokens, lo: int, hi: int) -> Iterator[NounPhrase]:
    """The phrases that no preposition governs and that can speak."""
    return (phrase for phrase in noun_phrases(prose, lo, hi) if phrase.speaks and not phrase.governed)


def first_free(prose: TaggedTokens, lo: int, hi: int) -> NounPhrase | None:
    """The first free phrase."""
    return next(free(prose, lo, hi), None)


def last_free(prose: TaggedTokens, lo: int, hi: int) -> NounPhrase | None:
    """The last free phrase."""
    return next(iter(list(free(prose, lo, hi))[::-1]), None)


def phrase_at(prose: TaggedTokens, at: int, hi: int, span: int = 14) -> NounPhrase | None:
    """The phrase that begins right at `at`, adverbs skipped."""
    while at < hi and prose.tags[at] == ADVERB:
        at += 1
    found = noun_phrases(prose, at, min(hi, at + span)) if at < hi else []
    return found[0] if found and found[0].lo == at else None


def pieces(prose: TaggedTokens, lo: int, hi: int) -> list[tuple[int, int]]:
    """The stretches between commas, colons and dashes; what stands in brackets divides nothing."""
    parts: list[tuple[int, int]] = []
    opened = open_bracket(prose, lo, hi)
    if opened >= 0:
        parts, lo = [(lo, opened)], opened + 1
    first, depth = lo, 0
    for at in range(lo, hi):
        word, tag = prose.words[at], prose.tags[at]
        if word == "(":
            depth += 1
        elif word == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and tag == QUOTED and word == "," and at > lo:
            parts.append((first, at + 1))
            first = at + 1
        elif depth == 0 and tag not in (QUOTED, WORD) and (word in ",;:-" or word in DASHES):
            parts.append((first, at))
            first = at + 1
    parts.append((first, hi))
    return parts


def open_bracket(prose: TaggedTokens, lo: int, hi: int) -> int:
    """The last bracket there that is not closed before `hi`, or -1."""
    depth = 0
    for at in range(hi - 1, lo - 1, -1):
        if prose.words[at] == ")":
            depth += 1
        elif prose.words[at] == "(":
            depth -= 1
            if depth < 0:
                return at
    return -1


def has_verb(prose: TaggedTokens, lo: int, hi: int) -> bool:
    """Whether any word there is a verb."""
    return any(tag in VERBS for tag in prose.tags[lo:hi])


def is_opening(prose: TaggedTokens, lo: int, hi: int) -> bool:
    """Whether a stretch before a comma can't hold the subject: "In a statement", "Asked", "While …"."""
    at = lo
    while at < hi and (
        prose.tags[at] in (CONJUNCTION, ADVERB) or prose.words[at] in DASHES or prose.words[at] == "-"
    ):
        at += 1
    if at >= hi:
        return True
    tag, low = prose.tags[at], prose.lows[at]
    if low == "as" and at + 1 < hi and prose.tags[at + 1] == NAME and not has_verb(prose, at, hi):
        return False
    if tag in (PREPOSITION, SUBORDINATOR, QUOTED, VERB) or low in lexicon().openings:
        return True
    if (
        tag in (VERB, WORD)
        and (low.endswith("ing") or (low.endswith("ed") and len(low) > 4))
        and not is_human(low)
    ):
        return True
    return first_free(prose, at, hi) is None


def standing_for(phrase: NounPhrase, prose: TaggedTokens, relative: int) -> NounPhrase:
    """The phrase with a relative pronoun that stands for it."""
    return replace(phrase, reach=prose.ends[relative])
