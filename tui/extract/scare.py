"""Whether anybody said it: a term in quotation marks (a ‘metro mayor’, the film “Jaws”) is not speech.

The judgement is a sum of a few points, each for one thing a reader sees. The points were chosen by hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tui.extract.evidence import NO_CUE, Evidence
from tui.extract.lexicon import POSSESSIVE, lexicon
from tui.extract.prose import Prose
from tui.extract.stretches import Stretch
from tui.extract.voices import Voice
from tui.model.annotation import QuotationKind

WORDS: Final = re.compile(r"[^\W_][\w'’\-./&]*")
CLAUSE: Final = re.compile(
    r"\b(?:I|we|you|he|she|it|they|my|our|us|me|I[’']m|it[’']s|don[’']t|is|are|was|were|will|would|has|have|had|can"
    r"|could|should|not|be)\b",
    re.IGNORECASE,
)
RULE_POINTS: Final = {
    "after": -3,
    "transcript": -3,
    "sign-off": -3,
    "introduced": -1,
    "before": -1,
    "left": -1,
    "according-to": -2,
    "noun": -1,
    "at-end": -1,
    "same-paragraph": 0,
    "carried-on": 1,
    "carried-back": -1,
    "passive": 0,
    "colon": 1,
    "weak": 1,
    "subject": 1,
    "sentence-before": 1,
    "guess": 2,
    "echo": -1,
    "named-below": 1,
    "": 2,
}
"""How far the rule that found the speaker speaks for a term: a reporting word is the best sign of speech."""
THRESHOLD: Final = 0
LONG: Final = 4
TITLE_PLACES: Final = frozenset("on in of with from watch host and for".split())
GOVERNED: Final = frozenset({"before", "after", "according-to", "passive"})
SHORT_GAP: Final = 7


def is_scare(
    prose: Prose, at: int, number: int, stretches: Sequence[Stretch], heard: Sequence[Voice]
) -> bool:
    """Whether the stretch `number`, the word `at` of the prose, is a term that nobody is reported to say."""
    stretch, voice = stretches[number], heard[number]
    if not stretch.main:
        return not is_other_family_speech(prose, number, stretches, heard)
    words = WORDS.findall(stretch.span.of(prose.text))
    title = is_title(words)
    if voice.kind is QuotationKind.DIRECT and len(words) >= LONG and not title:
        return False
    return points(prose, at, stretch, voice, words) > THRESHOLD


def points(prose: Prose, at: int, stretch: Stretch, voice: Voice, words: Sequence[str]) -> int:
    """The sum of what speaks for a term (above 0) and for speech (below)."""
    lists = lexicon()
    lo = prose.sentences[prose.sentence_of[at]][0]
    before = prose.lows[max(lo, at - 5) : at]
    total = RULE_POINTS[voice.evidence.rule if voice.evidence else ""]
    if is_title(words):
        total += title_points(prose, at, lo, len(words) > 1, not lists.works.isdisjoint(before))
    if not lists.terms.isdisjoint(before[-3:]):
        total += 1
    if len(words) >= LONG:
        total -= 1
    if len(words) > LONG and CLAUSE.search(stretch.span.of(prose.text)):
        total -= 1
    if at > lo and prose.cues[at - 1]:
        total -= 2
    return total


def title_points(prose: Prose, at: int, lo: int, several: bool, work: bool) -> int:
    """What capitals on every word are worth: most beside a word like film, or where a title stands."""
    if not several:
        return int(work)
    place = at > lo and (prose.lows[at - 1] in TITLE_PLACES or prose.tags[at - 1] == POSSESSIVE)
    return 3 if work or place else 1


def is_title(words: Sequence[str]) -> bool:
    """Whether every word but the small ones begins with a capital, as in the name of a work."""
    small = lexicon().small
    big = [word for word in words if word.lower() not in small]
    return bool(big) and all(word[0].isupper() or word[0].isdigit() for word in big)


def is_other_family_speech(
    prose: Prose, number: int, stretches: Sequence[Stretch], heard: Sequence[Voice]
) -> bool:
    """Marks of the family that does not carry the article's speech: speech only when a cue governs them."""
    stretch, found = stretches[number], heard[number].evidence
    words = stretch.span.of(prose.text).split()
    if found is None:
        return False
    if len(words) > 1 and is_title(words) and found.rule not in ("before", "after"):
        return False
    if found.rule in GOVERNED and found.cue != NO_CUE and len(words) >= (2 if found.rule == "after" else 3):
        return True
    if found.cue == NO_CUE:
        return (
            found.rule == "same-paragraph"
            and len(words) >= 3
            and number > 0
            and has_cue(heard[number - 1].evidence)
        )
    cue_end = prose.ends[found.cue]
    gap = prose.text[cue_end : stretch.outer.start] if cue_end <= stretch.outer.start else None
    if gap is None:
        return False
    if prose.cues[found.cue] in lexicon().naming:
        return len(gap.split()) <= SHORT_GAP and "," not in gap
    return found.rule == "left" and len(gap.split()) < SHORT_GAP and len(words) >= 3


def has_cue(found: Evidence | None) -> bool:
    """Whether a reporting word was found."""
    return found is not None and found.cue != NO_CUE
