"""Stretches -> quotations: one utterance is one quotation, however many marks and paragraphs it takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.extract.attribution.attribution import NO_CUE, Attribution
from tui.extract.attribution.speaker_resolution import Speaker
from tui.extract.quotes.quoted_spans import QuotedSpan
from tui.extract.words.lexicon import lexicon
from tui.extract.words.tagged_tokens import TaggedTokens
from tui.model.annotation import EntityKind, Quotation, QuotationKind
from tui.model.rule import Rule

NAMELESS_BELOW: Final = 0.5
"""A rule that is right less often than this names nobody."""
UNRESOLVED: Final = 0.5
"""Nothing is surer when all that is known of a speaker is a nation."""
BY_PRONOUN: Final = 0.88
"""How often he or she is the right person: 113 of 128 in the gold set (a name: 177 of 180)."""
BY_DESCRIPTION: Final = 0.88
"""How often "the expert" is whom it was taken for: 9 of 10."""
BODY_BY_PRONOUN: Final = 0.57
"""How often it or they are the right body: 4 of 7."""
WITHOUT_NAME: Final = 0.8
"""How often somebody shown without a name has none: 37 of 47."""
DEFINITE_WITHOUT_NAME: Final = 0.62
"""The same for "the clerk", whom the article may have named: 21 of 34."""


PRONOUNS_OF_ONE: Final = frozenset("he she his her him".split())
PRONOUNS_OF_BODIES: Final = frozenset("it they their them".split())
WORD: Final = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class ResolvedSpan:
    """One quoted span with all that was found out about it."""

    quoted_span: QuotedSpan
    kind: QuotationKind
    attribution: Attribution | None
    speaker: Speaker | None


def make_quotations(prose: TaggedTokens, pieces: Sequence[ResolvedSpan]) -> list[Quotation]:
    """The quotations, ordered; pieces of one utterance are joined."""
    groups: list[list[ResolvedSpan]] = []
    openers = {prose.span_number[lo] for lo, hi in prose.paragraphs if lo < hi}
    for number, piece in enumerate(pieces):
        before = groups[-1][-1] if groups else None
        if before is not None and same_utterance(
            prose.text, before, piece, opens_paragraph=number in openers
        ):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [quotation(prose, group) for group in groups]


def same_utterance(text: str, before: ResolvedSpan, piece: ResolvedSpan, *, opens_paragraph: bool) -> bool:
    """Whether a piece belongs to the utterance of the piece before it."""
    if QuotationKind.SCARE in (before.kind, piece.kind) or before.speaker is None or piece.speaker is None:
        return False
    if before.speaker.name != piece.speaker.name or before.quoted_span.main != piece.quoted_span.main:
        return False
    if before.quoted_span.paragraph != piece.quoted_span.paragraph:
        return not before.quoted_span.closed and opens_paragraph
    if not before.quoted_span.closed:
        return True
    if before.kind is not QuotationKind.DIRECT or before.attribution is None or piece.attribution is None:
        return False
    if is_split(text, before, piece):
        return True
    follows = piece.attribution.rule == Rule.SAME_PARAGRAPH and piece.attribution.cue == NO_CUE
    return follows and piece.kind is QuotationKind.DIRECT


def is_split(text: str, before: ResolvedSpan, piece: ResolvedSpan) -> bool:
    """Whether two pieces stand round one attribution: “We will,” said X, “not accept it.”"""
    if before.attribution is None or piece.attribution is None or before.attribution.rule != Rule.AFTER:
        return False
    shared = before.attribution.cue != NO_CUE and piece.attribution.cue == before.attribution.cue
    at = piece.quoted_span.outer.start
    return shared and text[max(0, at - 2) : at].rstrip().endswith(",")


def quotation(prose: TaggedTokens, group: Sequence[ResolvedSpan]) -> Quotation:
    """One quotation of its pieces; the evidence is that of the first piece with a reporting word."""
    segments = tuple(piece.quoted_span.span for piece in group)
    nested = tuple(span for piece in group for span in piece.quoted_span.nested)
    kinds = {piece.kind for piece in group}
    kind = QuotationKind.DIRECT if QuotationKind.DIRECT in kinds else group[0].kind
    if kind is QuotationKind.SCARE:
        return Quotation(segments, kind, rule=Rule.TERM, nested=nested)
    shown = next((p for p in group if p.attribution is not None and p.attribution.cue != NO_CUE), group[0])
    if shown.attribution is None or shown.speaker is None:
        return Quotation(segments, kind, nested=nested)
    rule = shown.attribution.rule
    measured = rule.direct if kind is QuotationKind.DIRECT else rule.partial
    sure = min(measured.confidence if measured is not None else 0.0, surest(prose.text, shown.speaker))
    said_by = shown.speaker if not shown.speaker.name or sure >= NAMELESS_BELOW else None
    named = said_by if said_by is not None and said_by.name else None
    return Quotation(
        segments,
        kind,
        speaker=named.name if named else None,
        speaker_kind=named.kind if named else None,
        speaker_span=said_by.span if said_by else None,
        cue=shown.attribution.cue_span(prose) if said_by else None,
        rule=rule,
        confidence=sure,
        nested=nested,
    )


def surest(text: str, speaker: Speaker) -> float:
    """How sure a speaker can be by the words that tell who it is: a name tells most."""
    if not speaker.name:
        return 0.0
    low = speaker.span.of(text).lower()
    if low in PRONOUNS_OF_ONE:
        return BY_PRONOUN
    if low in PRONOUNS_OF_BODIES:
        return BODY_BY_PRONOUN
    if speaker.kind in (EntityKind.UNNAMED, EntityKind.GROUP):
        if speaker.kind is EntityKind.UNNAMED and speaker.name.lower() in lexicon().nationals:
            return UNRESOLVED
        return DEFINITE_WITHOUT_NAME if low.startswith("the ") else WITHOUT_NAME
    named = WORD.findall(low)
    return 1.0 if named and not set(named).isdisjoint(WORD.findall(speaker.name.lower())) else BY_DESCRIPTION
