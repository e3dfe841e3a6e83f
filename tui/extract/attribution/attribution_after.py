"""Speakers on the right of their words: “…,” said X. “…,” X said. According to X. – X."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tui.extract.attribution.attribution import Attribution, attribution_to, opens_sentence
from tui.extract.attribution.attribution_before import owner_of_noun
from tui.extract.syntax.noun_phrases import phrase_at
from tui.extract.syntax.subjects import main_subject, subject
from tui.extract.words.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    NAME,
    POINT,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    RELATIVE,
    SUBORDINATOR,
    VERB,
    lexicon,
)
from tui.extract.words.tagged_tokens import NounPhrase, PhraseKind, TaggedTokens
from tui.model.rule import Rule

DASHES: Final = frozenset("—–-―") | {"--"}
FINDS: Final = frozenset(
    "shown shows showed found finds revealed reveals suggests suggested concluded warned".split()
)
STUDIES: Final = frozenset("inquiry review research analysis inquest investigation watchdog audit".split())
BEFORE_ATTRIBUTION: Final = DASHES | frozenset(",.:")
ACCORDING: Final = 12
"""So many words after a quotation "according to" still belongs to it."""
STARTS_ANOTHER_CLAUSE: Final = frozenset({"that", "because", "but"})
TAKES_LISTENER: Final = frozenset({"tell", "ask"})
THINGS_SAY: Final = frozenset("say write add explain ask reply read".split())
GESTURES: Final = frozenset("nod shrug smile laugh grin sigh beam frown".split())
OWNS: Final = frozenset("is was were became remained remains".split())
NOUN_REACH: Final = 8
PARTICLES: Final = frozenset({"in", "back", "out", "up"})
"""chipped in X, fired back X."""
UTTERANCE: Final = 25
"""A quotation of so many characters is no mere name or term."""
ENDS_SPEECH: Final = frozenset(",.?!")


def attribution_after(prose: TaggedTokens, quoted: int, lo: int, hi: int) -> Attribution | None:
    """The attribution that follows the quotation at the word `quoted` of the sentence `lo`..`hi`."""
    at = quoted + 1
    while at < hi and prose.words[at] in BEFORE_ATTRIBUTION and prose.tags[at] == POINT:
        if prose.words[at] in DASHES and (signed := signature(prose, at + 1, hi)) is not None:
            return Attribution(signed, Rule.SIGN_OFF)
        at += 1
    if at >= hi:
        return None
    end = at
    while end < hi and prose.tags[end] != QUOTED and prose.words[end] != ";":
        end += 1
    return (
        according_to(prose, at, min(end, at + ACCORDING), end)
        or over_aside(prose, at, hi)
        or verb_after(prose, quoted, at, end, lo, hi)
    )


def signature(prose: TaggedTokens, at: int, hi: int) -> NounPhrase | None:
    """A name after a dash that nothing is said about: “…” – Martha Aguilar."""
    if at >= hi or prose.tags[at] != NAME or any(prose.cues[at : at + 12]):
        return None
    found = phrase_at(prose, at, hi)
    return found if found is not None and found.kind is PhraseKind.NAME else None


def according_to(prose: TaggedTokens, lo: int, last: int, hi: int) -> Attribution | None:
    """The source after the first "according to" between `lo` and `last`."""
    for at in range(lo, min(last, hi - 1)):
        if prose.lows[at] == "according" and prose.lows[at + 1] == "to":
            found = phrase_at(prose, at + 2, hi)
            if found is not None and found.kind is not PhraseKind.TIME:
                return Attribution(found, Rule.ACCORDING_TO, at)
    return None


def first_cue(prose: TaggedTokens, at: int, end: int) -> int:
    """The first reporting verb there that can close a quotation, or -1."""
    weak = lexicon().weak
    for verb in range(at, end):
        base = prose.cues[verb]
        if base:
            object_follows = verb + 1 < end and (
                prose.lows[verb + 1] == "to" or prose.tags[verb + 1] in (DETERMINER, NAME, PRONOUN)
            )
            if not (base in weak and verb > at and object_follows):
                return verb
        if prose.lows[verb] in STARTS_ANOTHER_CLAUSE and verb > at:
            break
    return -1


def verb_after(prose: TaggedTokens, quoted: int, at: int, end: int, lo: int, hi: int) -> Attribution | None:
    """Said X, or X said, right after the quotation."""
    if prose.lows[at] == "as" and at + 1 < end:
        at += 1
    owned = owned_after(prose, at, end) if opens_sentence(prose, quoted, lo) else None
    if owned is not None:
        return owned
    verb = first_cue(prose, at, end)
    if verb < 0:
        return unknown_verb(prose, quoted, at, end, lo)
    if not opens_sentence(prose, quoted, lo) and not closes_fragment(prose, quoted, at, verb, hi):
        return None
    if prose.cues[verb] in TAKES_LISTENER and prose.lows[verb - 1] in lexicon().be:
        return by_phrase(prose, verb + 1, end, verb)
    gap = range(at, verb)
    if all(prose.tags[w] in (ADVERB, CONJUNCTION, AUXILIARY) or prose.lows[w] == "to" for w in gap):
        return inverted(prose, quoted, at, verb, end, lo)
    if prose.tags[at] in (RELATIVE, SUBORDINATOR):
        return None
    if prose.tags[at] in (PREPOSITION, AUXILIARY) and prose.words[verb - 1] == ",":
        found = attribution_to(phrase_at(prose, verb + 1, end), Rule.AFTER, verb)
        if found is not None:
            return found
    return (
        None if answers(prose, quoted, verb) else attribution_to(subject(prose, verb, at), Rule.AFTER, verb)
    )


def answers(prose: TaggedTokens, quoted: int, verb: int) -> bool:
    """Whether who nods or shrugs behind a whole turn may have listened: somebody stands before it."""
    opens = prose.paragraphs[prose.paragraph_of[quoted]][0] == quoted
    return prose.cues[verb] in GESTURES and prose.words[quoted] == "." and not opens


def over_aside(prose: TaggedTokens, at: int, hi: int) -> Attribution | None:
    """The subject before an aside in dashes, whose verb stands behind it: “…,” X – whom Y had … – told Z."""
    opening = next((w for w in range(at, hi) if prose.words[w] in DASHES or prose.cues[w]), hi)
    if opening == at or opening >= hi or prose.cues[opening]:
        return None
    verb = 1 + next((w for w in range(opening + 1, hi) if prose.words[w] in DASHES), hi)
    if verb >= hi or not prose.cues[verb]:
        return None
    return attribution_to(subject(prose, opening, at), Rule.AFTER, verb)


def owned_after(prose: TaggedTokens, at: int, end: int) -> Attribution | None:
    """Whose words they are by what they are called: “…,” was his motto; “…” is the vicar’s answer."""
    if prose.lows[at] not in OWNS:
        return None
    for noun in range(at + 2, min(end, at + NOUN_REACH)):
        if prose.lows[noun] in lexicon().cue_nouns:
            return owner_of_noun(prose, noun, at, end)
        if prose.tags[noun] in (PREPOSITION, VERB, AUXILIARY, POINT):
            break
    return None


def unknown_verb(prose: TaggedTokens, quoted: int, at: int, end: int, lo: int) -> Attribution | None:
    """A verb in no list still reports after a whole utterance and its subject: “…,” X riffed."""
    long = prose.ends[quoted] - prose.starts[quoted] >= UTTERANCE
    if not long or prose.words[quoted] not in ",?!" or not opens_sentence(prose, quoted, lo):
        return None
    found = attribution_to(phrase_at(prose, at, end), Rule.AFTER, -1)
    if found is None or found.speaker.hi >= end or not prose.lows[found.speaker.hi].endswith(("ed", "s")):
        return None
    return found if prose.tags[found.speaker.hi] == VERB else None


def closes_fragment(prose: TaggedTokens, quoted: int, at: int, verb: int, hi: int) -> bool:
    """Whether a verb after a fragment in mid-sentence attributes it: … is “bad”, X said in London."""
    gap = [prose.tags[w] for w in range(at, verb)]
    if prose.cues[verb] in lexicon().weak or (prose.is_base(verb) and gap):
        return False
    if RELATIVE in gap or SUBORDINATOR in gap:
        return False
    if prose.words[quoted] not in ENDS_SPEECH and prose.words[quoted + 1] not in DASHES | {","}:
        return False
    if verb + 1 >= hi:
        return True
    after = prose.tags[verb + 1]
    if after == QUOTED or prose.lows[verb + 1] == "that":
        return False
    return (
        prose.words[verb + 1] in ".,;:-–—"
        or after in (PREPOSITION, ADVERB, SUBORDINATOR, CONJUNCTION)
        or prose.cues[verb] in TAKES_LISTENER
        or prose.lows[verb + 1] in lexicon().calendar
        or all(tag == ADVERB for tag in gap)
    )


def inverted(prose: TaggedTokens, quoted: int, at: int, verb: int, end: int, lo: int) -> Attribution | None:
    """“…,” said X, of Y; “…” was said by X; “…,” adding that … (whoever is the subject before)."""
    if prose.is_participle(verb):
        return attribution_to(main_subject(prose, lo, quoted, nearest=True), Rule.LEFT, verb)
    particle = verb + 1 < end and prose.lows[verb + 1] in PARTICLES
    found = phrase_at(prose, verb + 1 + particle, end)
    if found is not None:
        if found.speaks and prose.cues[verb] != "tell":
            return Attribution(found, Rule.AFTER, verb)
        if not found.speaks and prose.cues[verb] in THINGS_SAY:
            return Attribution(found, Rule.AFTER, verb)
    auxiliary = any(prose.tags[w] == AUXILIARY for w in range(at, verb))
    if prose.cues[verb] == "tell" or auxiliary or found is None:
        return by_phrase(prose, verb + 1, end, verb)
    return None


def by_phrase(prose: TaggedTokens, lo: int, hi: int, cue: int) -> Attribution | None:
    """The agent of a passive: said by X."""
    for at in range(lo, hi):
        if prose.lows[at] == "by":
            found = attribution_to(phrase_at(prose, at + 1, hi), Rule.PASSIVE, cue)
            if found is not None:
                return found
    return None


def attribution_at_end(prose: TaggedTokens, quoted: int, hi: int) -> Attribution | None:
    """An attribution that closes the sentence: The plan is “bad” for us, X said."""
    comma = -1
    for verb in range(quoted + 1, hi):
        if prose.words[verb] in (",", "—", "–"):
            comma = verb
        if prose.lows[verb] == "according":
            found = according_to(prose, verb, verb + 1, hi)
            if found is not None:
                return found
        if comma == verb - 1 or comma < 0:
            pass
        elif prose.lows[verb] in FINDS and (study := study_found(prose, verb, comma)) is not None:
            return Attribution(study, Rule.AT_END, verb)
        if prose.cues[verb] and comma > 0 and not prose.is_participle(verb) and not prose.is_base(verb):
            found = closing_verb(prose, quoted, verb, comma, hi)
            if found is not None:
                return found
    return None


def study_found(prose: TaggedTokens, verb: int, comma: int) -> NounPhrase | None:
    """The document that found what stands before, in "… is “bad”, a survey has shown."."""
    ends = verb + 1 >= len(prose.words) or prose.words[verb + 1] in ".,"
    found = phrase_at(prose, comma + 1, verb)
    if not ends or found is None or not all(tag == AUXILIARY for tag in prose.tags[found.hi : verb]):
        return None
    lists = lexicon()
    return (
        replace(found, kind=PhraseKind.PEOPLE)
        if prose.lows[found.head] in lists.documents | STUDIES
        else None
    )


def closing_verb(prose: TaggedTokens, quoted: int, verb: int, comma: int, hi: int) -> Attribution | None:
    """The form ", X said" or ", said X" with nothing but an adjunct after it."""
    closes = (
        verb + 1 >= hi
        or prose.words[verb + 1] in ".,"
        or prose.tags[verb + 1] in (PREPOSITION, ADVERB)
        or prose.cues[verb] in ("tell", "say")
        or prose.lows[verb + 1] in lexicon().calendar
    )
    if not closes:
        return None
    if comma != verb - 1:
        return attribution_to(subject(prose, verb, comma + 1), Rule.AT_END, verb)
    found = attribution_to(phrase_at(prose, verb + 1, hi), Rule.AT_END, verb)
    return found or attribution_to(subject(prose, verb, quoted + 1), Rule.AT_END, verb)
