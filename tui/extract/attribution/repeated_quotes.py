"""Fragments at the head of an article whose words come back in a whole utterance further down.

A newspaper's first paragraphs sum up what is to come: their “weeks away” is said below, by somebody named
there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tui.extract.attribution.attribution import Attribution
from tui.extract.attribution.attributor import SpanReading
from tui.extract.quotes.quoted_spans import QuotedSpan
from tui.extract.words.tagged_tokens import PhraseKind
from tui.model.annotation import QuotationKind
from tui.model.rule import Basis, Rule

WORD: Final = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
HEAD: Final = 3
"""So many paragraphs with quotations count as the head of the article."""
SHORTEST: Final = 2
LONGEST: Final = 12
PLACES: Final = 8
"""At most so many places of a pair of words are looked at: keeps the search linear."""

Words = list[str]


def with_repeated_quotes(
    text: str, spans: Sequence[QuotedSpan], readings: Sequence[SpanReading]
) -> list[SpanReading]:
    """The readings, with a speaker for each unsure fragment that somebody says again in a whole utterance."""
    unsure = [number for number in head_of(spans) if is_unsure(readings[number])]
    if not unsure:
        return list(readings)
    spoken = {
        number: words_of(text, spans[number])
        for number, reading in enumerate(readings)
        if reading.kind is QuotationKind.DIRECT
        and reading.attribution is not None
        and is_firm(reading.attribution.rule)
    }
    places = index_pairs(spoken)
    result = list(readings)
    for number in unsure:
        said_in = find(words_of(text, spans[number]), number, spoken, places)
        source = readings[said_in].attribution if said_in is not None else None
        if source is not None and not names_more(readings[number].attribution, source):
            result[number] = SpanReading(readings[number].kind, Attribution(source.speaker, Rule.ECHO))
    return result


def head_of(spans: Sequence[QuotedSpan]) -> list[int]:
    """The spans of the first paragraphs that have any."""
    paragraphs = sorted({quoted_span.paragraph for quoted_span in spans})[:HEAD]
    return [number for number, quoted_span in enumerate(spans) if quoted_span.paragraph in paragraphs]


def is_unsure(reading: SpanReading) -> bool:
    """Whether a fragment has no speaker, or one on weak grounds."""
    if reading.kind is not QuotationKind.PARTIAL:
        return False
    rule = reading.attribution.rule if reading.attribution is not None else Rule.NONE
    return not rule.reports and rule is not Rule.SAME_PARAGRAPH


def is_firm(rule: Rule) -> bool:
    """Whether whose utterance it is stands firm enough to be lent to a fragment."""
    return rule.basis is Basis.CONTINUED or (rule.reports and not rule.yields)


def names_more(own: Attribution | None, source: Attribution) -> bool:
    """Whether a fragment's own sentence has a name, and the utterance only "the Italian" or "she"."""
    if own is None or own.rule != Rule.SUBJECT:
        return False
    return own.speaker.kind is PhraseKind.NAME and source.speaker.kind is not PhraseKind.NAME


def words_of(text: str, quoted_span: QuotedSpan) -> Words:
    """The words of a quoted span in lower case."""
    return [word.lower().replace("’", "'") for word in WORD.findall(text, *quoted_span.span)]


def index_pairs(spoken: dict[int, Words]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Where each pair of neighbouring words is said: quoted span and position, the first few places."""
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for number, words in spoken.items():
        for at, pair in enumerate(pairwise(words)):
            found = places.setdefault(pair, [])
            if len(found) < PLACES:
                found.append((number, at))
    return places


def find(
    fragment: Words,
    after: int,
    spoken: dict[int, Words],
    places: dict[tuple[str, str], list[tuple[int, int]]],
) -> int | None:
    """The first utterance after the quoted span `after` that holds all the words of the fragment in a row."""
    if not SHORTEST <= len(fragment) <= LONGEST:
        return None
    for number, at in places.get((fragment[0], fragment[1]), ()):
        if number > after and spoken[number][at : at + len(fragment)] == fragment:
            return number
    return None
