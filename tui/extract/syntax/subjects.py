"""The subject of a verb: looked for on its left, over appositions, relative clauses and shared subjects.

Newspaper English is regular enough for this without a full parse: the subject is the last free noun phrase of
the clause that ends at the verb, unless a comma stands right before the verb, in which case an apposition has
just closed and the subject stands before it.
"""

from __future__ import annotations

from typing import Final

from tui.extract.syntax.appositions import (
    antecedent,
    before_appositions,
    name_before_office,
    nearest_subject,
)
from tui.extract.syntax.noun_phrases import (
    VERBS,
    first_free,
    free,
    has_verb,
    is_opening,
    noun_phrases,
    pieces,
    standing_for,
)
from tui.extract.words.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    VERB,
    WORD,
    is_human,
    lexicon,
    singular,
)
from tui.extract.words.tagged_tokens import NounPhrase, PhraseKind, TaggedTokens

REACH: Final = 80
"""A subject further away than so many words is not looked for; keeps endless sentences linear."""
DEPTH: Final = 4
TRIES: Final = 2
NOBODY: Final = frozenset({"it", "there"})
BRACKET: Final = 8
REPORTS_BY_ITSELF: Final = frozenset({"read", "begin", "conclude"})
"""Weak verbs that a thing can be the subject of: "the letter read"."""
CLOSING: Final = frozenset(",)—–")
NEVER_ONE: Final = frozenset({"police", "staff", "people"})
"""Nouns for several people that may stand without an article."""


def subject(prose: TaggedTokens, verb: int, lo: int, depth: int = 0) -> NounPhrase | None:
    """The subject of the verb at `verb`, looking left no further than the word `lo`."""
    if depth > DEPTH:
        return None
    lo = max(lo, verb - REACH)
    if (verb, lo) not in prose.subjects:
        prose.subjects[verb, lo] = find_subject(prose, verb, lo, depth)
    return prose.subjects[verb, lo]


def find_subject(prose: TaggedTokens, verb: int, lo: int, depth: int) -> NounPhrase | None:
    """The subject of a verb that is not known yet."""
    at = verb - 1
    infinitive = False
    while at >= lo and (prose.tags[at] in (AUXILIARY, ADVERB) or prose.lows[at] == "to"):
        infinitive = infinitive or prose.lows[at] == "to"
        at -= 1
    at = before_bracket(prose, at, lo)
    if at < lo:
        return None
    if prose.tags[at] == RELATIVE or (prose.lows[at] == "that" and at > lo):
        return relative_subject(prose, at, lo, depth)
    if prose.tags[at] == CONJUNCTION or prose.lows[at] == "then":
        return shared_subject(prose, verb, at, lo, depth)
    parts = pieces(prose, lo, at + 1)
    if parts[-1][0] < parts[-1][1]:
        return clause_subject(prose, verb, parts, lo, infinitive)
    return before_appositions(prose, parts[:-1])


def before_bracket(prose: TaggedTokens, at: int, lo: int) -> int:
    """The word before a short bracket that closes at `at`, as in "Cllr Hollis (Lab) added"."""
    if at <= lo or prose.words[at] != ")":
        return at
    for opening in range(at - 1, max(lo, at - BRACKET), -1):
        if prose.words[opening] == "(":
            return opening - 1
    return at


def relative_subject(prose: TaggedTokens, at: int, lo: int, depth: int) -> NounPhrase | None:
    """The noun that a relative pronoun at `at` stands for: "a man who said"."""
    before = at - 1
    pronoun = prose.lows[at]
    while before >= lo and (
        prose.words[before] in CLOSING or (prose.tags[before] == PREPOSITION and pronoun in ("whom", "which"))
    ):
        before -= 1
    if pronoun == "that" and before >= lo and (prose.cues[before] or prose.tags[before] == AUXILIARY):
        return subject(prose, before, lo, depth + 1)
    found = antecedent(prose, lo, before + 1)
    return standing_for(found, prose, at) if found is not None else None


def shared_subject(prose: TaggedTokens, verb: int, at: int, lo: int, depth: int) -> NounPhrase | None:
    """The subject of a verb that shares it with one before: "X stood up and said"."""
    reports = bool(prose.cues[verb])
    if reports and prose.cues[verb] not in lexicon().weak:
        for earlier in earlier_verbs(prose, at, lo, reporting=True):
            found = subject(prose, earlier, lo, depth + 1)
            if found is not None:
                return found
    for earlier in earlier_verbs(prose, at, lo, reporting=False):
        found = subject(prose, earlier, lo, depth + 1)
        if found is not None and not (reports and prose.lows[found.head] in NOBODY):
            return found
    return main_subject(prose, lo, at, nearest=True)


def earlier_verbs(prose: TaggedTokens, at: int, lo: int, *, reporting: bool) -> list[int]:
    """The nearest finite verbs before `at`, only the reporting ones if so asked; few, to stay cheap."""
    found: list[int] = []
    for earlier in range(at - 1, lo, -1):
        if reporting:
            fits = prose.cues[earlier] and not prose.is_participle(earlier) and not prose.is_base(earlier)
        else:
            fits = prose.tags[earlier] in VERBS and not prose.lows[earlier].endswith("ing")
        if fits:
            found.append(earlier)
            if len(found) == TRIES:
                break
    return found


def clause_subject(
    prose: TaggedTokens, verb: int, parts: list[tuple[int, int]], lo: int, infinitive: bool
) -> NounPhrase | None:
    """The subject when the verb follows its clause without a comma."""
    named = name_before_office(prose, parts) if prose.cues[verb] else None
    if named is not None:
        return named
    first, end = parts[-1]
    while first < end and prose.tags[first] in (CONJUNCTION, SUBORDINATOR, ADVERB):
        first += 1
    relative = next((w for w in range(end - 1, first - 1, -1) if prose.lows[w] in ("who", "which")), -1)
    if relative >= 0:
        found = subject_with_relative(prose, relative, end, lo, infinitive)
        if found is not None:
            return found
    base = prose.cues[verb]
    things = bool(base) and (base not in lexicon().weak or base in REPORTS_BY_ITSELF)
    found = nearest_subject(prose, first, end, things)
    if found is None and base and base not in lexicon().weak | lexicon().mental:
        found = people_after_opening(prose, first, end)
    who = relative >= 0 and prose.lows[relative] == "who"
    if found is None and base and who and any(prose.tags[w] == VERB for w in range(relative, end)):
        found = antecedent(prose, lo, relative)
    if found is None:
        return main_subject(prose, lo, end, nearest=True)
    if infinitive:
        return main_subject(prose, first, end) or found
    if len(parts) > 1 and found.kind is PhraseKind.NAME and prose.tags[found.lo - 1] == CONJUNCTION:
        return list_head(prose, parts) or found
    return found


def people_after_opening(prose: TaggedTokens, lo: int, hi: int) -> NounPhrase | None:
    """The people right before the verb after an opening without a comma: In a statement police said."""
    last = noun_phrases(prose, lo, hi)[-1:] if prose.tags[lo] == PREPOSITION else []
    if not last or last[0].hi != hi or not last[0].governed or last[0].head - last[0].lo < 1:
        return None
    head = last[0].head
    low = prose.lows[head]
    if prose.tags[head] != WORD or not (low in NEVER_ONE or (singular(low) != low and is_human(low))):
        return None
    return NounPhrase(head, hi, head, PhraseKind.PEOPLE, False, prose.starts[head], prose.ends[head])


def subject_with_relative(
    prose: TaggedTokens, relative: int, end: int, lo: int, infinitive: bool
) -> NounPhrase | None:
    """The noun before a relative clause with its own verb: "the man who pulled them out says"."""
    verbs = [w for w in range(relative + 1, end) if prose.tags[w] in VERBS]
    weak = lexicon().weak
    if first_free(prose, relative + 1, end) is None and not any(prose.tags[w] == VERB for w in verbs):
        before = relative - 1
        while before >= lo and prose.words[before] in CLOSING:
            before -= 1
        found = antecedent(prose, lo, before + 1)
        return standing_for(found, prose, relative) if found is not None else None
    reports = any(prose.cues[w] and prose.cues[w] not in weak for w in verbs)
    if prose.lows[relative] == "who" and verbs and not reports and not infinitive:
        found = antecedent(prose, lo, relative)
        if found is not None and found.kind in (PhraseKind.NAME, PhraseKind.PEOPLE):
            return found
    return None


def list_head(prose: TaggedTokens, parts: list[tuple[int, int]]) -> NounPhrase | None:
    """The common noun before an apposition: "A man, X and Y said"."""
    for lo, hi in parts[:-1]:
        if lo < hi and not has_verb(prose, lo, hi):
            found = first_free(prose, lo, hi)
            if found is not None and found.kind is PhraseKind.PEOPLE:
                return found
    return None


def main_subject(prose: TaggedTokens, lo: int, hi: int, nearest: bool = False) -> NounPhrase | None:
    """The subject of the main clause there; `nearest`: of the last clause that has a verb of its own."""
    lo = max(lo, hi - 2 * REACH)
    parts = [(a, b) for a, b in pieces(prose, lo, hi) if a < b]
    best: NounPhrase | None = None
    for first, end in parts:
        if is_opening(prose, first, end):
            continue
        at = first
        while at < end and prose.tags[at] in (CONJUNCTION, ADVERB, SUBORDINATOR):
            at += 1
        found = first_free(prose, at, end)
        if found is None:
            continue
        verb = has_verb(prose, found.hi, end)
        if best is None:
            best = found
            if verb and not nearest:
                return best
        elif verb and nearest and prose.tags[first] != RELATIVE:
            best = found
    if best is not None:
        return best
    return next((p for a, b in parts for p in free(prose, a, b)), None)
