"""Whether anybody said it: a term in quotation marks (a ‘metro mayor’, the film “Jaws”) is not speech.

The judgement is a sum of a few points, each for one thing a reader sees. The points were chosen by hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tui.extract.attribution.attribution import NO_CUE, Attribution
from tui.extract.attribution.attributor import SpanReading
from tui.extract.attribution.coined_terms import is_coined, is_condition
from tui.extract.quotes.quoted_spans import QuotedSpan
from tui.extract.syntax.noun_phrases import is_nickname
from tui.extract.words.lexicon import NAME, POSSESSIVE, WORD, lexicon
from tui.extract.words.tagged_tokens import TaggedTokens
from tui.model.annotation import QuotationKind
from tui.model.rule import Basis, Rule

WORDS: Final = re.compile(r"[^\W_][\w'’\-./&]*")
CLAUSE: Final = re.compile(
    r"\b(?:I|we|you|he|she|it|they|my|our|us|me|I[’']m|it[’']s|don[’']t|is|are|was|were|will|would|has|have|had"
    r"|can|could|should|not|be)\b",
    re.IGNORECASE,
)
CRIES: Final = frozenset(
    "chant chants cry cries shout shouts cheer cheers message refrain answer reply".split()
)
"""Nouns whose words are always somebody's: chants of “…”."""
THRESHOLD: Final = 0
LONG: Final = 4
TITLE_PLACES: Final = frozenset("on in of with from watch host and for".split())
SHORT_GAP: Final = 7


def is_scare_quote(
    prose: TaggedTokens,
    at: int,
    number: int,
    spans: Sequence[QuotedSpan],
    readings: Sequence[SpanReading],
) -> bool:
    """Whether the span `number`, the word `at` of the prose, is a term that nobody is reported to say."""
    quoted_span, reading = spans[number], readings[number]
    if not quoted_span.main:
        return not is_other_family_speech(prose, number, spans, readings)
    words = WORDS.findall(quoted_span.span.of(prose.text))
    title = is_title(words)
    reported = reading.attribution is not None and reading.attribution.rule.reports
    if is_coined(prose, at, prose.sentences[prose.sentence_of[at]][0], reported=reported):
        return True
    if reading.kind is QuotationKind.DIRECT and len(words) >= LONG and not title:
        return False
    return scare_points(prose, at, quoted_span, reading, words) > THRESHOLD


def scare_points(
    prose: TaggedTokens, at: int, quoted_span: QuotedSpan, reading: SpanReading, words: Sequence[str]
) -> int:
    """The sum of what speaks for a term (above 0) and for speech (below)."""
    lists = lexicon()
    lo = prose.sentences[prose.sentence_of[at]][0]
    before = prose.lows[max(lo, at - 5) : at]
    rule = reading.attribution.rule if reading.attribution is not None else Rule.NONE
    total = -2 if rule.reports else 1 if rule.basis is Basis.CLAUSE else 2
    if not is_title(words):
        total -= min(2, len(words) // 2)
    else:
        beside = before + prose.lows[at + 1 : at + 4]
        total += title_points(prose, at, lo, len(words) > 1, not lists.works.isdisjoint(beside))
    if reading.kind is QuotationKind.DIRECT:
        total -= 3 if rule == Rule.SAME_PARAGRAPH else 2
    if is_nickname(prose, at, len(prose.tags)):
        total += 3
    elif is_modifier(prose, at):
        total += 1
    if "as" in before[-3:]:
        total -= 1
    if not (reading.attribution and reading.attribution.rule.reports) and is_condition(prose, at, lo):
        total += 3
    if "so-called" in before[-3:]:
        total += 2
    if len(words) > LONG and CLAUSE.search(quoted_span.span.of(prose.text)):
        total -= 1
    if at > lo and (prose.cues[at - 1] or not CRIES.isdisjoint(before[-2:])):
        total -= 2
    return total


def is_modifier(prose: TaggedTokens, at: int) -> bool:
    """Whether a noun follows that the quoted words only describe: the “magic” pills."""
    if at + 1 >= len(prose.tags) or prose.words[at] in ".,!?" or prose.cues[at + 1]:
        return False
    return prose.tags[at + 1] in (WORD, NAME)


def title_points(prose: TaggedTokens, at: int, lo: int, several: bool, work: bool) -> int:
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
    prose: TaggedTokens, number: int, spans: Sequence[QuotedSpan], readings: Sequence[SpanReading]
) -> bool:
    """Marks of the family that does not carry the article's speech: speech only when a cue governs them."""
    quoted_span, found = spans[number], readings[number].attribution
    words = quoted_span.span.of(prose.text).split()
    if found is None:
        return False
    if len(words) > 1 and is_title(words) and found.rule not in (Rule.BEFORE, Rule.AFTER):
        return False
    if (
        found.rule.basis is Basis.GOVERNED
        and found.cue != NO_CUE
        and len(words) >= (2 if found.rule == Rule.AFTER else 3)
    ):
        return True
    if found.cue == NO_CUE:
        return (
            found.rule == Rule.SAME_PARAGRAPH
            and len(words) >= 3
            and number > 0
            and has_cue(readings[number - 1].attribution)
        )
    cue_end = prose.ends[found.cue]
    gap = prose.text[cue_end : quoted_span.outer.start] if cue_end <= quoted_span.outer.start else None
    if gap is None:
        return False
    if prose.cues[found.cue] in lexicon().naming:
        return len(gap.split()) <= SHORT_GAP and "," not in gap
    return found.rule == Rule.LEFT and len(gap.split()) < SHORT_GAP and len(words) >= 3


def has_cue(found: Attribution | None) -> bool:
    """Whether a reporting word was found."""
    return found is not None and found.cue != NO_CUE
