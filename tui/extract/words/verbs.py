"""Which words are verbs where they stand, and which of those report speech.

A word like "claims" is a verb after a name or a pronoun and a noun after a determiner: the neighbours decide.
"""

from __future__ import annotations

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
    VERB,
    WORD,
    Lexicon,
    is_human,
    lexicon,
)
from tui.extract.words.tagged_tokens import TaggedTokens

STANDS_ALONE: Final = frozenset(
    "another some many most several one both few all this that these those others two three".split()
)
"""Determiners that can be a whole subject: "Another said"."""
REPORTS_IN_BASE_FORM: Final = frozenset(
    "say argue believe insist add claim contend think write agree note complain describe call".split()
)
NEVER_NOUNS: Final = frozenset("say argue believe insist".split())
"""A singular before these only ends their subject: agents for the developer say."""
PARTICIPLES_ALWAYS: Final = frozenset("saying calling accusing telling describing".split())
REPORTS_BEFORE_SOME: Final = frozenset({"find", "put", "hear", "rule"})
"""Verbs that report only before certain words: found that, put it."""
NOT_REPORTING_AFTER: Final = frozenset("when if once as than though although until often".split())
PAST_IN_BASE: Final = frozenset("shut cut hit put set let quit shed split".split())
"""Verbs whose past is their base form: Ann Lee shut the shop."""
NOUNS_IN_BASE: Final = frozenset("read put forecast hit cast".split())
PLURAL_PEOPLE: Final = frozenset("people men women police let who".split())


def reports_after_quotation(prose: TaggedTokens, at: int, lo: int, hi: int) -> bool:
    """An unknown verb between a quotation and a name must report: “…,” grizzled X."""
    low = prose.lows[at]
    if at == lo or at + 1 >= hi or prose.tags[at - 1] != QUOTED or not prose.words[at][0].islower():
        return False
    if not low.endswith("ed") and (
        not low.endswith("s") or low in lexicon().closed or low in lexicon().verbs
    ):
        return False
    if prose.tags[at + 1] in (NAME, PRONOUN):
        return prose.words[at + 1][0].isupper() or prose.lows[at + 1] in ("he", "she")
    return prose.lows[at + 1] in ("the", "a", "one")


def previous_word(prose: TaggedTokens, at: int, lo: int) -> int:
    """The nearest word on the left that is no adverb, or -1."""
    at -= 1
    while at >= lo and prose.tags[at] == ADVERB:
        at -= 1
    return at if at >= lo else -1


def reports(prose: TaggedTokens, lists: Lexicon, at: int, lo: int, hi: int) -> bool:
    """Whether a form of a reporting verb is a verb there, and not a noun or an adjective."""
    low, base = prose.lows[at], lists.cues[prose.lows[at]]
    if base in REPORTS_BEFORE_SOME:
        return reports_with_next(prose, base, low, at + 1 if at + 1 < hi else -1)
    before = previous_word(prose, at, lo)
    if before < 0:
        return low != base or low not in lists.nouns
    if is_plural_subject(prose, base, low, at, before, hi):
        return False
    if low.endswith("ing") and low != base:
        noun = prose.tags[before] in (DETERMINER, POSSESSIVE) or prose.lows[before] == "of"
        return not noun or low in PARTICIPLES_ALWAYS
    if low == base:
        return reports_in_base_form(prose, lists, at, before, lo, hi)
    if low in lists.nouns and (is_noun_after(prose, before) or prose.lows[before] in lists.be):
        return document_reports(prose, at, before, lo, hi)
    return past_reports(prose, at, before, hi)


def is_plural_subject(prose: TaggedTokens, base: str, low: str, at: int, before: int, hi: int) -> bool:
    """Whether a form in -s is a plural, the subject of what follows: the traffic forecasts were."""
    if not low.endswith("s") or low == base or base in NEVER_NOUNS or before != at - 1:
        return False
    thing = prose.tags[before] == WORD and not is_human(prose.lows[before])
    return thing and at + 1 < hi and prose.tags[at + 1] == AUXILIARY


def document_reports(prose: TaggedTokens, at: int, before: int, lo: int, hi: int) -> bool:
    """Whether "reads", "states" is the verb of a thing: “…,” the notice reads."""
    if prose.tags[before] != WORD or prose.tags[before - 1] != DETERMINER or before - 1 < lo:
        return False
    opens = before - 1 == lo or prose.tags[before - 2] == QUOTED or prose.words[before - 2] in (",", ".")
    closes = at + 1 >= hi or prose.tags[at + 1] == QUOTED or prose.words[at + 1] in (",", ".", ":", "that")
    return opens and closes


def past_reports(prose: TaggedTokens, at: int, before: int, hi: int) -> bool:
    """Whether a past form is a verb: not in "the alleged", "X's proposed", "when asked", "about alleged"."""
    if prose.tags[before] == DETERMINER and prose.lows[before] not in STANDS_ALONE:
        return False
    if (
        prose.tags[before] in (PREPOSITION, VERB)
        and prose.lows[at].endswith("ed")
        and is_before_noun(prose, at, hi)
    ):
        return False
    return prose.tags[before] != POSSESSIVE and prose.lows[before] not in NOT_REPORTING_AFTER


def is_before_noun(prose: TaggedTokens, at: int, hi: int) -> bool:
    """Whether a noun follows that a past form may only describe: about alleged bullying."""
    return at + 1 < hi and prose.tags[at + 1] == WORD


def reports_with_next(prose: TaggedTokens, base: str, low: str, following: int) -> bool:
    """Verbs that report only before certain words: found that, put it, the court heard that."""
    if following < 0:
        return False
    if base == "put":
        return prose.lows[following] == "it"
    if base == "hear":
        return low in ("heard", "hears") and prose.lows[following] in ("that", "how")
    if base == "rule":
        after = prose.tags[following] in (NAME, PRONOUN, DETERMINER) or prose.lows[following] in ("that", ":")
        return low == "ruled" and (after or prose.tags[following] == QUOTED)
    opens = prose.lows[following] in ("that", ":", ",") or prose.tags[following] == QUOTED
    return low in ("found", "finds") and opens


def is_noun_after(prose: TaggedTokens, before: int) -> bool:
    """Whether a word that may be noun or verb must be a noun after the word at `before`."""
    tag, low = prose.tags[before], prose.lows[before]
    if tag in (DETERMINER, POSSESSIVE, NUMBER, VERB) or (tag == PREPOSITION and low != "to"):
        return True
    return tag == WORD and not is_human(low) and not low.endswith("s")


def reports_in_base_form(prose: TaggedTokens, lists: Lexicon, at: int, before: int, lo: int, hi: int) -> bool:
    """Whether "claim", "note", "say" is a verb: after to, an auxiliary, a plural or a pronoun."""
    low, tag, word = prose.lows[at], prose.tags[before], prose.lows[before]
    if is_noun_after(prose, before) and (low in lists.nouns or tag != WORD):
        return False
    if low in NOUNS_IN_BASE:
        return True
    if word == "to":
        return low != "blame"
    if low in NEVER_NOUNS and tag == WORD and is_human(word):
        return True
    if tag == NAME:
        return name_reports_in_base_form(prose, lists, at, before, lo, hi)
    if prose.words[before] in (",", ")", "—", "–"):
        return low in REPORTS_IN_BASE_FORM
    return tag in (PRONOUN, AUXILIARY, RELATIVE, CONJUNCTION) or word.endswith("s") or word in PLURAL_PEOPLE


def name_reports_in_base_form(
    prose: TaggedTokens, lists: Lexicon, at: int, before: int, lo: int, hi: int
) -> bool:
    """Whether the base form is a verb after a name: of several, or of a body (the Guild admit)."""
    low, first = prose.lows[at], before
    while first > lo and prose.tags[first - 1] == NAME:
        first -= 1
    if low in lists.nouns and prose.tags[first - 1] in (DETERMINER, POSSESSIVE):
        return False
    speech = at + 1 < hi and (prose.tags[at + 1] == QUOTED or prose.words[at + 1] in ("that", ":"))
    if speech and lists.cues[low] not in lists.weak and prose.tags[first - 1] == DETERMINER:
        return True
    return low in REPORTS_IN_BASE_FORM or prose.lows[before].endswith("s")


def may_be_verb(lists: Lexicon, low: str) -> bool:
    """Whether a word that reports nothing can be a verb anywhere."""
    return low in lists.verbs or is_past_form(lists, low)


def is_past_form(lists: Lexicon, low: str) -> bool:
    """Whether a word ends like a verb in the past, and is no listed adjective."""
    return low.endswith("ed") and len(low) > 4 and low not in lists.adjectives


def is_plain_verb(prose: TaggedTokens, lists: Lexicon, at: int, lo: int, hi: int) -> bool:
    """Whether a word that reports nothing is a verb there, so that no noun phrase runs over it."""
    low = prose.lows[at]
    base = lists.verbs.get(low) or lists.cues.get(low)
    before = previous_word(prose, at, lo)
    if before < 0:
        return False
    tag, word = prose.tags[before], prose.lows[before]
    if is_past_form(lists, low):
        return is_past_verb(prose, at, before, hi)
    if base is None or tag in (DETERMINER, POSSESSIVE, NUMBER):
        return False
    if low.endswith("ing"):
        return tag not in (PREPOSITION, WORD) or is_human(word)
    if low == base:
        return (
            word == "to"
            or tag in (AUXILIARY, PRONOUN, RELATIVE)
            or (tag == NAME and low in PAST_IN_BASE)
            or (tag == WORD and word.endswith("s") and is_human(word))
        )
    if low.endswith("s"):
        if low in lists.nouns:
            return tag in (PRONOUN, RELATIVE) or (tag == WORD and is_human(word) and not word.endswith("s"))
        return tag in (NAME, PRONOUN, RELATIVE, WORD, POINT, CONJUNCTION)
    return True


def is_past_verb(prose: TaggedTokens, at: int, before: int, hi: int) -> bool:
    """Whether a word in -ed is a verb: after a name, a pronoun, people; not before its own noun."""
    tag, word = prose.tags[before], prose.lows[before]
    if (
        tag not in (NAME, PRONOUN, RELATIVE, AUXILIARY)
        and not (tag == WORD and is_human(word))
        and before == at - 1
    ):
        return tag in (POINT, CONJUNCTION) and prose.lows[at] in lexicon().verbs
    if tag == WORD and is_human(word):
        return True
    people_follow = at + 1 < hi and prose.tags[at + 1] == WORD and is_human(prose.lows[at + 1])
    return not (people_follow and tag != NAME)
