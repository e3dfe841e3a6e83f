"""Setting an article: its text broken into rows of the measure, before any colour.

The rows depend on the cutting and the measure alone. What is lit (current quotation, selected name,
found words) is drawn on top by `present.article`, row by row, so that a key never sets the text anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from tui.model.annotation import QuotationKind
from tui.model.article import Article, Paragraph, ParagraphKind
from tui.model.cutting import Cutting
from tui.model.mark import Mark
from tui.model.provenance import GUESS
from tui.model.span import Span
from tui.present.article_language import foreign_words
from tui.present.glyphs import FULL, Glyphs
from tui.present.guess_marks import (
    GLUED,
    shown_byline,
    shown_day,
    shown_publication,
    shown_standfirst,
    shown_title,
)
from tui.present.plain_words import NO_SOURCE
from tui.present.styles import join_facts
from tui.present.text_width import display_width, wrap

OPENING = "“\"‘'«„"


class RowKind(IntEnum):
    """How a row is set."""

    META = 0
    BLANK = 1
    KICKER = 2
    HEADLINE = 3
    STANDFIRST = 4
    LEAD = 5
    PROSE = 6
    CAPTION = 7
    NOTE = 8
    """A row of what the reader wrote."""


class TypesetRow(NamedTuple):
    """One row: `text[start:end]` of the joined text, or `words` when it is not of the text. A hanging row
    draws its first character in the column left of the measure. A blank row spans the gap that it stands for.
    """

    kind: RowKind
    start: int
    end: int
    hang: bool = False
    words: str = ""


class TypesetArticle(NamedTuple):
    """The rows of an article from top to bottom; `starts` are their first code points, rising.

    The rows above the text, which are not of it, count down to it: -2, -1, 0.
    """

    rows: tuple[TypesetRow, ...]
    starts: tuple[int, ...]

    def row_of(self, offset: int) -> int:
        """The row that shows the code point at `offset` (or the one before it in a gap)."""
        return max(0, bisect_right(self.starts, offset) - 1)


def _weighty(article: Article) -> tuple[str, ...]:
    """The facts that stay when room is short: a known date longest, then the source, then who wrote it."""
    known = (shown_day(article), shown_publication(article) or NO_SOURCE, shown_byline(article))
    return known if article.published else (*known[1:], known[0])


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _head(cutting: Cutting, measure: int, wide: bool, dot: str) -> Iterator[TypesetRow]:
    """Kicker, headline and standfirst of an article that has a headline; then the facts about it."""
    article = cutting.article
    length = [f"{article.minutes} min"]
    if wide:
        length.append(_plural(len(cutting.spoken), "quotation"))
    if not article.headline:
        known = [shown_publication(article) or NO_SOURCE, shown_day(article), *length]
        yield _row(RowKind.META, join_facts(known, measure, dot, stays=_weighty(article)))
        yield from _foreign(article, measure)
        return
    if article.publication:
        yield _row(RowKind.KICKER, shown_publication(article).upper())
    sign = f" {GUESS}"
    for kind, words in (
        (RowKind.HEADLINE, shown_title(article)),
        (RowKind.STANDFIRST, shown_standfirst(article)),
    ):
        words = f"{words.removesuffix(sign)}{GLUED}" if words.endswith(sign) else words
        for start, end in wrap(words, 0, len(words), measure, measure):
            yield _row(kind, words[start:end].replace(GLUED, sign))
    source = [] if article.publication else [NO_SOURCE]
    known = [*source, shown_byline(article), shown_day(article)]
    yield _row(RowKind.META, join_facts([*known, *length], measure, dot, stays=_weighty(article)))
    yield from _foreign(article, measure)


def _foreign(article: Article, measure: int) -> Iterator[TypesetRow]:
    """That the article is in a language in which nobody is named."""
    words = foreign_words(article.text)
    for start, end in wrap(words, 0, len(words), measure, measure):
        yield _row(RowKind.META, words[start:end])


def _own(mark: Mark, measure: int, sign: str) -> Iterator[TypesetRow]:
    """The reader's own tags and note, under the facts; a sign hangs left of the note."""
    if mark.tags:
        words = " ".join(f"#{tag}" for tag in mark.tags)
        for start, end in wrap(words, 0, len(words), measure, measure):
            yield _row(RowKind.NOTE, words[start:end])
    hang = sign
    for line in mark.note.splitlines():
        for start, end in wrap(line, 0, len(line), measure, measure) if line.strip() else ((0, 0),):
            yield TypesetRow(RowKind.NOTE, 0, 0, bool(hang), hang + line[start:end])
            hang = ""


def _row(kind: RowKind, words: str) -> TypesetRow:
    return TypesetRow(kind, 0, 0, words=words)


def _set_off(cutting: Cutting, text: str) -> dict[int, int]:
    """Paragraph end -> where in that paragraph a quotation after a colon starts a row of its own."""
    out: dict[int, int] = {}
    for quotation in cutting.quotations:
        if quotation.kind is not QuotationKind.DIRECT:
            continue
        for segment in quotation.segments:
            mark = segment.start - 1
            if mark < 1 or text[mark] not in OPENING:
                continue
            before = text[max(0, mark - 4) : mark].rstrip(" ")
            line_end = text.find("\n", segment.end)
            end = line_end if line_end >= 0 else len(text)
            if before.endswith(":") and len(text[segment.end : end].strip(" ”\"’'.»“‘")) == 0:
                out[end] = mark
    return out


def _paragraph(text: str, span: Span, kind: RowKind, measure: int, at: int | None) -> Iterator[TypesetRow]:
    """The rows of one paragraph; `at` is where a set-off quotation begins, if one does."""
    pieces = [(span.start, span.end)]
    if at is not None and span.start < at < span.end:
        before = at
        while before > span.start and text[before - 1] == " ":
            before -= 1
        pieces = [(span.start, before), (at, span.end)]
    for start, end in pieces:
        hang = text[start : start + 1] in tuple(OPENING) and kind is not RowKind.CAPTION
        extra = display_width(text[start : start + 1]) if hang else 0
        for number, (a, b) in enumerate(wrap(text, start, end, measure + extra, measure)):
            yield TypesetRow(kind, a, b, hang and number == 0)


KINDS = {ParagraphKind.CAPTION: RowKind.CAPTION, ParagraphKind.POINTER: RowKind.CAPTION}
PRINTED_ABOVE = frozenset({ParagraphKind.HEADLINE, ParagraphKind.STANDFIRST, ParagraphKind.BYLINE})


def _body(cutting: Cutting, measure: int) -> Iterator[TypesetRow]:
    article = cutting.article
    shown: list[Paragraph] = [p for p in article.paragraphs if p.kind not in PRINTED_ABOVE]
    text = article.joined
    off = _set_off(cutting, text)
    lead = not article.headline
    previous = 0
    for number, paragraph in enumerate(shown):
        kind = KINDS.get(paragraph.kind, RowKind.PROSE)
        if lead and kind is RowKind.PROSE:
            kind, lead = RowKind.LEAD, False
        if number:
            yield TypesetRow(RowKind.BLANK, previous, paragraph.span.start)
        end = paragraph.span.end
        at = next((off[e] for e in (end, *range(end + 1, end + 4)) if e in off), None)
        yield from _paragraph(text, paragraph.span, kind, measure, at)
        previous = end


def typeset(
    cutting: Cutting, measure: int, *, wide: bool, glyphs: Glyphs = FULL, mark: Mark | None = None
) -> TypesetArticle:
    """Break the article into rows of at most `measure` columns, under what it is marked with.

    `wide` says more in the meta row.
    """
    own = _own(mark, measure, glyphs.note) if mark else ()
    blank = TypesetRow(RowKind.BLANK, 0, 0)
    head = (*_head(cutting, measure, wide, f" {glyphs.dot} "), *own, blank)
    rows = (*head, *_body(cutting, measure))
    starts = [number - len(head) for number in range(len(head))]
    for row in rows[len(head) :]:
        starts.append(max(row.start, starts[-1]))
    return TypesetArticle(rows, tuple(starts))
