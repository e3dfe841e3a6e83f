"""Paragraphs -> spans of quoted words: the pieces that quotations are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.extract.quotes.quote_marks import DOUBLE, MarkPair, begins_speech, pair_doubles, pair_singles
from tui.model.article import Paragraph, ParagraphKind
from tui.model.span import Span

SPEECH_WORDS: Final = 5
"""A single-quoted span of so many words in the place of speech counts for the style of the article."""
STYLE_STRETCHES: Final = 2
WORD_CHARACTER: Final = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """What stands between two marks inside one paragraph; `outer` includes the marks.

    `main` tells marks of the article's own speech style from the other family (terms, titles).
    """

    span: Span
    outer: Span
    paragraph: int
    main: bool
    closed: bool
    nested: tuple[Span, ...] = ()


def find_quoted_spans(text: str, paragraphs: Sequence[Paragraph]) -> list[QuotedSpan]:
    """All spans of the prose, ordered and apart; a quotation inside one is nested in it."""
    singles = is_single_style(text, paragraphs)
    found: list[QuotedSpan] = []
    running = False
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind is not ParagraphKind.PROSE:
            continue
        if singles:
            pairs = single_style_pairs(text, paragraph.span)
            others = (pair_doubles(text, lo, hi) for lo, hi in gaps(pairs, paragraph.span))
        else:
            pairs = pair_doubles(text, *paragraph.span, running)
            others = (closed_singles(text, lo, hi) for lo, hi in gaps(pairs, paragraph.span))
            running = bool(pairs) and not pairs[-1].closed
        pair_inside = pair_doubles if singles else pair_singles
        for pair in pairs:
            nested = tuple(Span(p.start, p.end) for p in pair_inside(text, pair.start, pair.end) if p.closed)
            found.append(quoted_span(text, pair, number, True, nested))
        for gap in others:
            found += [quoted_span(text, pair, number, False) for pair in gap]
    return sorted((s for s in found if has_words(text, s.span)), key=lambda quoted: quoted.span.start)


def leaves_open(text: str, span: Span, *, singles: bool) -> bool:
    """Whether the last quotation of a paragraph is not closed in it."""
    pairs = single_style_pairs(text, span) if singles else pair_doubles(text, *span)
    return bool(pairs) and not pairs[-1].closed


def quoted_span(
    text: str, pair: MarkPair, paragraph: int, main: bool, nested: tuple[Span, ...] = ()
) -> QuotedSpan:
    """The quoted span of a pair, without blanks at its edges."""
    body = text[pair.start : pair.end]
    start = pair.start + len(body) - len(body.lstrip())
    end = max(start, pair.start + len(body.rstrip()))
    return QuotedSpan(Span(start, end), Span(pair.open, pair.close), paragraph, main, pair.closed, nested)


def has_words(text: str, span: Span) -> bool:
    """Whether anything is said: marks round nothing but points are not a quotation."""
    return WORD_CHARACTER.search(text, span.start, span.end) is not None


def gaps(pairs: Sequence[MarkPair], span: Span) -> list[tuple[int, int]]:
    """What the pairs leave of a paragraph."""
    edges = [span.start, *(edge for pair in pairs for edge in (pair.open, pair.close)), span.end]
    return [(lo, hi) for lo, hi in zip(edges[::2], edges[1::2], strict=True) if lo < hi]


def closed_singles(text: str, lo: int, hi: int) -> list[MarkPair]:
    """The complete pairs of single marks: beside double marks, half a pair is an apostrophe."""
    return [pair for pair in pair_singles(text, lo, hi) if pair.closed]


def single_style_pairs(text: str, span: Span) -> list[MarkPair]:
    """Pairs of single marks that carry speech; an unclosed one must stand where speech begins."""
    return [
        pair
        for pair in pair_singles(text, *span, speech=True)
        if pair.closed or begins_speech(text, span.start, pair.open)
    ]


def is_single_style(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether single marks carry the speech, as in many British papers: where there are no others they do."""
    prose = [paragraph.span for paragraph in paragraphs if paragraph.kind is ParagraphKind.PROSE]
    if not any(DOUBLE.search(text, *span) for span in prose):
        return True
    single = sum(count_single_speech(text, span) for span in prose)
    if single < STYLE_STRETCHES:
        return False
    doubles = ((span.start, pair) for span in prose for pair in pair_doubles(text, *span))
    return single > sum(is_speechlike(text, lo, pair) for lo, pair in doubles)


def count_single_speech(text: str, span: Span) -> int:
    """How many single-quoted spans of a paragraph read like speech before its first double mark."""
    singles = [pair for pair in pair_singles(text, *span) if is_speechlike(text, span.start, pair)]
    doubles = pair_doubles(text, *span) if singles else []
    first = doubles[0].open if doubles else span.end
    return sum(pair.open < first for pair in singles)


def is_speechlike(text: str, lo: int, pair: MarkPair) -> bool:
    """Several words in a place where an utterance begins."""
    return begins_speech(text, lo, pair.open) and len(text[pair.start : pair.end].split()) >= SPEECH_WORDS
