"""What stands beside a quotation that is a sentence by itself: a paragraph, a signature, a verdict."""

from __future__ import annotations

from typing import Final

from tui.extract.attribution.attribution import Attribution, attribution_to
from tui.extract.syntax.noun_phrases import phrase_at
from tui.extract.syntax.subjects import subject
from tui.extract.words.lexicon import NAME, POSSESSIVE, QUOTED, WORD, lexicon
from tui.extract.words.tagged_tokens import NounPhrase, PhraseKind, TaggedTokens
from tui.model.rule import Rule

HEAD: Final = 40
"""So many words of a paragraph are searched for a colon that speech follows."""
LOOK_BACK: Final = 6
VERDICTS: Final = frozenset("words message verdict view views reaction plea warning".split())
SIGNED_LINE: Final = 60


def paragraph_before(prose: TaggedTokens, paragraph: int) -> int | None:
    """The nearest paragraph of prose before, captions left out."""
    for number in range(paragraph - 1, max(-1, paragraph - LOOK_BACK), -1):
        lo, hi = prose.paragraphs[number]
        if lo < hi:
            return number
    return None


def signed_below(prose: TaggedTokens, paragraph: int) -> NounPhrase | None:
    """The name on a line of its own under a quotation: – Martha Aguilar."""
    if paragraph + 1 >= len(prose.paragraphs):
        return None
    lo, hi = prose.paragraphs[paragraph + 1]
    if hi - lo < 2 or prose.words[lo] not in "-–—―":
        return None
    if prose.ends[hi - 1] - prose.starts[lo] >= SIGNED_LINE or prose.tags[lo + 1] != NAME:
        return None
    found = phrase_at(prose, lo + 1, hi)
    return found if found is not None and found.kind is PhraseKind.NAME else None


def lost_opening(prose: TaggedTokens, paragraph: int) -> NounPhrase | None:
    """Who speaks in a paragraph whose speech lost its opening mark: He told the Echo: I never expected it."""
    lo, hi = prose.paragraphs[paragraph]
    for at in range(lo, min(hi - 1, lo + HEAD)):
        if prose.words[at] != ":" or prose.tags[at + 1] == QUOTED:
            continue
        first = prose.sentences[prose.sentence_of[at]][0]
        verbs = [w for w in range(first, at) if prose.cues[w] and prose.cues[w] not in lexicon().weak]
        found = subject(prose, verbs[-1], first) if verbs else None
        return found if found is not None and found.speaks else None
    return None


def owner_of_part(prose: TaggedTokens, phrase: NounPhrase) -> NounPhrase | None:
    """Whose voice or hand it is that a sentence is about: Harry Lodge’s voice dropped."""
    if prose.tags[phrase.head] != WORD or prose.lows[phrase.head] in lexicon().persons:
        return None
    at = next((w for w in range(phrase.lo, phrase.head) if prose.tags[w] == POSSESSIVE), -1)
    owner = phrase_at(prose, phrase.lo, at) if at > phrase.lo else None
    return owner if owner is not None and owner.hi == at and owner.speaks else None


def verdict_in(prose: TaggedTokens, sentence: int) -> Attribution | None:
    """Whose words the sentence says they were: That was the message from traders."""
    lo, hi = prose.sentences[sentence]
    for at in range(lo, min(hi - 2, lo + 12)):
        if prose.lows[at] in VERDICTS and prose.lows[at + 1] in ("of", "from"):
            found = attribution_to(phrase_at(prose, at + 2, hi), Rule.NAMED_BELOW, at)
            if found is not None:
                return found
    return None
