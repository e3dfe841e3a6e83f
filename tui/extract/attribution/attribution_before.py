"""Speakers on the left of their words: the verb that governs the quotation, and its subject."""

from __future__ import annotations

from typing import Final

from tui.extract.attribution.attribution import Attribution, attribution_to
from tui.extract.attribution.introduced_quotes import clause_owner, name_before_colon
from tui.extract.syntax.noun_phrases import has_verb, noun_phrases, phrase_at, pieces
from tui.extract.syntax.subjects import main_subject, subject
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
    QUOTED,
    SUBORDINATOR,
    VERB,
    WORD,
    is_human,
    lexicon,
)
from tui.extract.words.tagged_tokens import NounPhrase, PhraseKind, TaggedTokens
from tui.model.rule import Rule

SAYING: Final = frozenset(
    "say tell add warn claim argue insist admit explain write tweet state reveal announce stress"
    " declare".split()
)
SAYING_OF: Final = frozenset("say add explain write argue note insist admit claim joke recall".split())
"""Verbs that stand before their subject between commas and can't take it for an object."""
PRAISED_BY: Final = frozenset({"quote", "see", "hail", "praise", "criticise", "criticize"})
OPENS_CLAUSE: Final = frozenset(
    "when after while as although though if since before because whereas until once".split()
)
SEEN_AS: Final = frozenset(
    "hail see cast welcome view judge consider regard promote market list bill".split()
)
DASHES: Final = frozenset("–—―") | {"--"}
RELATIVE_OBJECTS: Final = frozenset({"what", "which", "whom", "that"})
TO_SOMEBODY: Final = frozenset({"ask", "tell"})
"""In the passive the subject of these is the attributor."""
NOUN_REACH: Final = 5
"""A reporting noun and its owner are so many words apart at most: Trump's latest claim."""
PASSIVE_REACH: Final = 6
TRIES: Final = 8
"""Among so many reporting verbs before a quotation its own is found, or it has none."""
QUOTES_REACH: Final = 14
READS_OUT: Final = frozenset("quoting citing reading repeating echoing".split())
"""A sentence that one of these opens gives somebody else’s words first."""
VOICES: Final = frozenset(
    "raised raises raise raising voiced voices voice voicing expressed expresses express expressing".split()
)
"""Verbs whose object is a worry: raised concerns about."""


def attribution_before(prose: TaggedTokens, quoted: int, lo: int) -> Attribution | None:
    """The speaker by the nearest verb or noun on the left that reports, else by the subject of the clause."""
    labelled = name_before_colon(prose, quoted, lo)
    if labelled is not None:
        return Attribution(labelled, Rule.LABEL)
    if asks_listener(prose, quoted, lo):
        return None
    return read_out(prose, quoted, lo) or governor(prose, quoted, lo) or clause_owner(prose, quoted, lo)


def read_out(prose: TaggedTokens, quoted: int, lo: int) -> Attribution | None:
    """Whose words another reads out: Quoting Ann Lee’s letter “…”, Tom Pike said."""
    source = owner_of_noun(prose, quoted - 1, lo, quoted) if prose.lows[lo] in READS_OUT else None
    return Attribution(source.speaker, Rule.READ_OUT, source.cue) if source is not None else None


def governor(prose: TaggedTokens, quoted: int, lo: int) -> Attribution | None:
    """The speaker by the nearest verb or noun on the left that reports."""
    near = word_before(prose, quoted, lo)
    fallback: Attribution | None = None
    tries = 0
    for at in range(quoted - 1, lo - 1, -1):
        if prose.cues[at] and tries < TRIES:
            tries += 1
            found = governed_by(prose, at, quoted, lo, near)
            if found is not None and found.rule != Rule.WEAK:
                return found
            fallback = fallback or found
        elif prose.lows[at] == "according" and at + 1 < quoted and prose.lows[at + 1] == "to":
            source = phrase_at(prose, at + 2, quoted)
            if source is not None and source.kind is not PhraseKind.TIME:
                return Attribution(source, Rule.ACCORDING_TO, at)
        elif fallback is None and prose.lows[at] in lexicon().cue_nouns:
            fallback = owner_of_noun(prose, at, lo, quoted)
    return fallback


def word_before(prose: TaggedTokens, quoted: int, lo: int) -> int:
    """The nearest word of the reporter before a quotation, points left out."""
    near = quoted - 1
    while near >= lo and prose.tags[near] in (POINT, QUOTED):
        near -= 1
    return near


def asks_listener(prose: TaggedTokens, quoted: int, lo: int) -> bool:
    """Whether the words are put to the subject of the sentence: Ann Lee was asked: “…”."""
    verb = word_before(prose, quoted, lo)
    return verb > lo and prose.cues[verb] in TO_SOMEBODY and prose.lows[verb - 1] in lexicon().be


def governed_by(prose: TaggedTokens, verb: int, quoted: int, lo: int, near: int) -> Attribution | None:
    """The speaker by the reporting verb at `verb`; WEAK: only if nothing better is found."""
    lists = lexicon()
    base = prose.cues[verb]
    source = quoted_source(prose, verb, lo)
    if source is not None:
        return Attribution(source, Rule.BEFORE if verb == near else Rule.LEFT, verb)
    passive, skip = passive_agent(prose, verb, quoted, lo, near)
    if passive is not None or skip:
        return passive
    if prose.is_participle(verb):
        speaker = participle_subject(prose, verb, lo) or subject_ahead(prose, verb, quoted, lo)
    else:
        speaker = finite_subject(prose, verb, quoted, lo)
    mental = base in lists.mental
    unreal = prose.is_base(verb) or (speaker is not None and is_mere_thing(prose, speaker))
    if (mental or unreal or base in lists.weak) and said_before(prose, lo, verb):
        return attribution_to(speaker, Rule.WEAK, verb)
    if speaker is not None and verb != near and in_opening_clause(prose, lo, verb, quoted):
        main = main_subject(prose, lo, quoted)
        if main is not None and main.lo > verb and prose.lows[main.head] != "it":
            return Attribution(main, Rule.LEFT)
    if speaker is None:
        return None
    if not speaker.speaks:
        return Attribution(speaker, Rule.WEAK, verb)
    if (
        base in lists.weak
        and verb != near
        and not is_seen_as(prose, verb, quoted)
        and not speaks_up(prose, verb)
    ):
        return Attribution(speaker, Rule.WEAK, verb)
    touches = verb == near or base == "tell"
    return Attribution(speaker, Rule.BEFORE if touches else Rule.LEFT, verb)


def is_mere_thing(prose: TaggedTokens, speaker: NounPhrase) -> bool:
    """Whether a subject only carries on what somebody else says: it, or "told a man who asked that “…”"."""
    listens = prose.cues[speaker.lo - 1] in TO_SOMEBODY if speaker.lo else False
    if prose.lows[speaker.head] == "it" or (listens and speaker.reach > speaker.end):
        return True
    return speaker.reach > speaker.end and prose.text.endswith(("that", "which"), speaker.end, speaker.reach)


def speaks_up(prose: TaggedTokens, verb: int) -> bool:
    """Whether what follows a verb makes it one of speech: hit out at, spoke of, held that."""
    following = prose.lows[verb + 1] if verb + 1 < len(prose.lows) else ""
    base = prose.cues[verb]
    return (base, following) in {("hit", "out"), ("speak", "of"), ("hold", "that"), ("speak", "out")}


def is_seen_as(prose: TaggedTokens, verb: int, quoted: int) -> bool:
    """Whether the words are what somebody is hailed, cast or seen as."""
    if prose.cues[verb] not in SEEN_AS:
        return False
    before = prose.lows[max(0, quoted - 2) : quoted]
    return before[-1:] == ["as"] or (before[:1] == ["as"] and prose.tags[quoted - 1] == DETERMINER)


def said_before(prose: TaggedTokens, lo: int, verb: int) -> bool:
    """Whether a verb of saying stands further left: in "X said people felt “betrayed”" X speaks."""
    return any(
        prose.cues[w] in SAYING and not prose.is_participle(w) and not prose.is_base(w)
        for w in range(lo, verb)
    )


def passive_agent(
    prose: TaggedTokens, verb: int, quoted: int, lo: int, near: int
) -> tuple[Attribution | None, bool]:
    """The agent of a passive, and whether the verb must be passed over (a passive that names nobody)."""
    lists = lexicon()
    base = prose.cues[verb]
    if prose.is_participle(verb) or prose.is_base(verb):
        return None, False
    after = quoted + 1
    if after < len(prose.lows) and prose.lows[after] == "by" and (base in lists.naming or base in PRAISED_BY):
        found = attribution_to(phrase_at(prose, after + 1, len(prose.lows)), Rule.PASSIVE, verb)
        if found is not None:
            return found, False
    before = verb - 1
    while before >= lo and prose.tags[before] == ADVERB:
        before -= 1
    be = before >= lo and prose.lows[before] in lists.be
    agent = agent_between(prose, verb, quoted) if base not in lists.weak else None
    if (
        agent is not None
        and agent.speaks
        and (be or before < lo or prose.tags[before] in (NAME, WORD, POINT, CONJUNCTION))
    ):
        return Attribution(agent, Rule.PASSIVE, verb), False
    touches = all(tag == DETERMINER for tag in prose.tags[verb + 1 : quoted])
    unnamed = (be and verb != near) or ((verb == near or touches) and is_reduced(prose, verb, lo))
    return None, agent is None and base in lists.naming and unnamed


def is_reduced(prose: TaggedTokens, verb: int, lo: int) -> bool:
    """Whether a verb of naming only says what a thing is called: a film called “Jaws”."""
    if verb == lo or prose.tags[verb - 1] != WORD:
        return False
    return RELATIVE_OBJECTS.isdisjoint(prose.lows[max(lo, verb - 6) : verb])


def agent_between(prose: TaggedTokens, verb: int, quoted: int) -> NounPhrase | None:
    """X in "was described by X as “…”"."""
    for at in range(verb + 1, min(quoted, verb + PASSIVE_REACH)):
        if prose.lows[at] == "by":
            return None if prose.lows[at + 1].endswith("ing") else phrase_at(prose, at + 1, quoted)
        if prose.tags[at] in (QUOTED, VERB, AUXILIARY) or prose.words[at] in ",;":
            return None
    return None


def participle_subject(prose: TaggedTokens, verb: int, lo: int) -> NounPhrase | None:
    """Whose saying it is in "X, calling it “…”", "with X saying", "X was saying"."""
    before = verb - 1
    calendar = lexicon().calendar
    while before >= lo and (prose.tags[before] == ADVERB or prose.lows[before] in calendar):
        before -= 1
    if before < lo:
        return None
    tag = prose.tags[before]
    if tag == NAME or (tag == WORD and is_human(prose.lows[before])):
        return noun_before_participle(prose, before, lo)
    if tag == AUXILIARY:
        return subject(prose, verb, lo)
    if tag == CONJUNCTION:
        earlier = next(
            (w for w in range(before - 1, lo - 1, -1) if prose.cues[w] and prose.is_participle(w)), -1
        )
        if earlier >= 0:
            last = noun_phrases(prose, lo, earlier)[-1:]
            if last and last[0].hi == earlier and last[0].governed and last[0].speaks:
                return last[0]
            return main_subject(prose, lo, earlier, nearest=True)
    first = next((w + 1 for w in range(verb - 1, lo, -1) if prose.words[w] == ";"), lo)
    return main_subject(prose, first, before + 1, nearest=True) or main_subject(
        prose, lo, before + 1, nearest=True
    )


def subject_ahead(prose: TaggedTokens, verb: int, quoted: int, lo: int) -> NounPhrase | None:
    """The subject after an opening participle and its quotation: Bemoaning the “phony system,” X left."""
    opens = all(prose.tags[w] in (PREPOSITION, SUBORDINATOR, ADVERB, CONJUNCTION) for w in range(lo, verb))
    if not opens or prose.words[quoted] != ",":
        return None
    return phrase_at(prose, quoted + 1, prose.sentences[prose.sentence_of[quoted]][1])


def noun_before_participle(prose: TaggedTokens, before: int, lo: int) -> NounPhrase | None:
    """The noun right before a participle, unless it is the object of the clause: then its subject."""
    last = noun_phrases(prose, lo, before + 1)[-1:]
    if not last or not last[0].speaks or last[0].hi != before + 1:
        return None
    noun = last[0]
    link, linked = prose.lows[noun.lo - 1], prose.tags[noun.lo - 1]
    verb = has_verb(prose, lo, noun.lo)
    if noun.kind is PhraseKind.NAME and link in DASHES:
        return noun
    if (
        (noun.governed and link in ("of", "with", "by", "from"))
        or not verb
        or linked in (CONJUNCTION, SUBORDINATOR)
    ):
        return noun
    main = main_subject(prose, lo, noun.lo, nearest=True)
    if prose.lows[before] in lexicon().displays:
        return noun
    return main or (noun if prose.lows[before] in lexicon().documents else None)


def finite_subject(prose: TaggedTokens, verb: int, quoted: int, lo: int) -> NounPhrase | None:
    """The subject of a finite verb; of a document that says something, its author."""
    inverted = inverted_subject(prose, verb, lo)
    if inverted is not None:
        return inverted
    found = subject(prose, verb, lo)
    if found is not None and found.reach and found.lo > lo and prose.lows[found.head] in lexicon().documents:
        return main_subject(prose, lo, found.lo, nearest=True) or found
    opens = all(prose.tags[w] in (ADVERB, CONJUNCTION, POINT) for w in range(lo, verb))
    if found is None and not prose.is_base(verb) and verb + 1 < quoted and opens:
        return phrase_at(prose, verb + 1, quoted)
    return found


def inverted_subject(prose: TaggedTokens, verb: int, lo: int) -> NounPhrase | None:
    """The name between commas in "Because of the row, explained X, “…”"."""
    if verb == lo or prose.words[verb - 1] != "," or prose.is_base(verb) or prose.cues[verb] not in SAYING_OF:
        return None
    found = phrase_at(prose, verb + 1, len(prose.lows))
    if found is None or found.kind is not PhraseKind.NAME or found.hi >= len(prose.words):
        return None
    return found if prose.words[found.hi] == "," else None


def in_opening_clause(prose: TaggedTokens, lo: int, verb: int, quoted: int) -> bool:
    """Whether the verb stands in a clause before the main one: When X suggested …, Y fired back: “…”."""
    for first, end in pieces(prose, lo, quoted):
        if first <= verb < end:
            while first < end and prose.tags[first] in (CONJUNCTION, ADVERB):
                first += 1
            low = prose.lows[first]
            if low == "as" and (verb + 1 == end or prose.lows[verb + 1] == "it"):
                return False
            return (
                end < quoted - 1 and prose.tags[first] in (SUBORDINATOR, PREPOSITION) and low in OPENS_CLAUSE
            )
    return False


def quoted_source(prose: TaggedTokens, verb: int, lo: int) -> NounPhrase | None:
    """Who is quoted in "the Echo quoted X as saying “…”"."""
    if prose.lows[verb - 1] != "as" or prose.lows[verb] != "saying":
        return None
    for at in range(verb - 2, max(lo, verb - QUOTES_REACH) - 1, -1):
        if prose.cues[at] == "quote":
            found = phrase_at(prose, at + 1, verb)
            return found if found is not None and found.speaks else None
    return None


def subject_of_worry(prose: TaggedTokens, noun: int, lo: int) -> NounPhrase | None:
    """Who raises it, in "X raised concerns about “…”"."""
    at = noun - 1
    while at > lo and prose.tags[at] in (WORD, ADVERB, DETERMINER):
        at -= 1
    return subject(prose, at, lo) if at > lo and prose.lows[at] in VOICES else None


def owner_of_noun(prose: TaggedTokens, noun: int, lo: int, quoted: int) -> Attribution | None:
    """The owner of a reporting noun: X's claim that “…”, a statement from X, his promise."""
    if noun + 1 < quoted and prose.lows[noun + 1] in ("about", "over", "at", "that"):
        worried = subject_of_worry(prose, noun, lo)
        if worried is not None:
            return attribution_to(worried, Rule.NOUN, noun)
    if noun + 1 < quoted and prose.lows[noun + 1] in ("from", "by"):
        found = phrase_at(prose, noun + 2, quoted)
        if found is not None and found.kind in (PhraseKind.NAME, PhraseKind.PEOPLE):
            return Attribution(found, Rule.NOUN, noun)
    at = noun - 1
    while at >= lo and noun - at < NOUN_REACH and prose.tags[at] in (WORD, NAME, NUMBER, ADVERB):
        at -= 1
    if at > lo and prose.tags[at] == POSSESSIVE:
        last = noun_phrases(prose, max(lo, at - NOUN_REACH * 2), at)[-1:]
        if last and last[0].hi == at and last[0].kind in (PhraseKind.NAME, PhraseKind.PEOPLE):
            return Attribution(last[0], Rule.NOUN, noun)
    if at >= lo and prose.lows[at] in ("his", "her", "their"):
        owner = NounPhrase(at, at + 1, at, PhraseKind.PRONOUN, False, prose.starts[at], prose.ends[at])
        return Attribution(owner, Rule.NOUN, noun)
    return None
