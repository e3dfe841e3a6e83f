"""The right part of a dossier: everything they said, by date, and where else they are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from tui.model.annotation import QuotationKind
from tui.model.dossier import NamingArticle
from tui.model.listing import QuotationHit, QuotationRow
from tui.model.printed_words import as_read
from tui.model.rule import Rule
from tui.model.span import Span
from tui.model.trail import Place
from tui.present.article_list_view import RowState
from tui.present.article_view import FOUND, SPOKEN
from tui.present.glyphs import Glyphs
from tui.present.guess_marks import shown_day, shown_publication, shown_title
from tui.present.highlight_layers import HighlightLayer, highlighted_runs
from tui.present.page_rows import (
    BLANK_ROW,
    CuttingLookup,
    PageMargin,
    PageRow,
    item_rows,
    text_row,
    wrapped_lines,
)
from tui.present.plain_words import LIKELY, NO_SOURCE, long_date
from tui.present.speaker_badges import colour_slot
from tui.present.styles import (
    ACCENT,
    HEADLINE,
    META,
    MUTED,
    RULE,
    SECTION,
    SPEAKERS,
    SPEECH,
    TEXT,
    WARNING,
    StyledLine,
    StyledRun,
    TextStyle,
    ThemeRole,
    justify,
    truncate,
)
from tui.present.text_width import display_width, printable, wrap

HANG, GAP = 2, 3
"""Columns left of the text for bar and hanging mark, and from where a number ends to the text."""


class DossierQuotations(NamedTuple):
    """What the right part is drawn from: `name` as it heads it, `hits` in their order, found words lit."""

    name: str
    hits: Sequence[QuotationHit]
    total: int
    order: str
    named_in: Sequence[NamingArticle]
    near: CuttingLookup
    glyphs: Glyphs


def quotation_rows(of: DossierQuotations, at: PageMargin) -> Iterator[PageRow]:
    """Every row of the right part."""
    if of.total:
        yield _title(f"WHAT {of.name.upper()} SAID", of.order, at, of.glyphs)
        if not of.hits:
            yield BLANK_ROW
            yield from map(text_row, wrapped_lines(f"none of {of.total:,} has these words", MUTED, at))
    else:
        yield _title(f"WHERE {of.name.upper()} IS NAMED", of.order, at, of.glyphs)
    counted = enumerate(of.hits, 1)
    for day, same_day in groupby(counted, lambda one: shown_day(one[1].said, _written_out)):
        yield BLANK_ROW
        yield _heading(day, at, of.glyphs)
        for number, (_, hits) in enumerate(groupby(same_day, lambda one: one[1].said.article)):
            yield from (BLANK_ROW,) * bool(number)
            yield from _article(of, hits, at)
    yield from _named_in(of, at)


def _written_out(day: date | None) -> str:
    return long_date(day, "Undated")


def _article(
    of: DossierQuotations, hits: Iterator[tuple[int, QuotationHit]], at: PageMargin
) -> Iterator[PageRow]:
    """The article's title, then what it quotes, each with its number."""
    for place, (number, hit) in enumerate(hits):
        if not place:
            title = truncate(" ".join(printable(shown_title(hit.said)).split()), at.measure, of.glyphs.cut)
            yield text_row(((" " * at.text, TEXT), (title, META)))
        yield BLANK_ROW
        yield from _block(of, hit, number, at)


def _title(words: str, order: str, at: PageMargin, glyphs: Glyphs) -> PageRow:
    words = printable(words)
    left: StyledLine = ((" " * at.text, TEXT), (truncate(words, at.measure, glyphs.cut), SECTION))
    right: StyledLine = (
        ((order, MUTED),) if display_width(words) + display_width(order) + 2 <= at.measure else ()
    )
    return text_row(justify(left, right, at.text + at.measure))


def _heading(words: str, at: PageMargin, glyphs: Glyphs) -> PageRow:
    """A bold word and a hairline to the end of the measure."""
    line = glyphs.hairline * (at.measure - display_width(words) - 2)
    return text_row(((" " * at.text, TEXT), (words, HEADLINE), ("  ", TEXT), (line, RULE)))


def _block(of: DossierQuotations, hit: QuotationHit, number: int, at: PageMargin) -> Iterator[PageRow]:
    """One thing said: its number, its words beside their bar, and how and where it was reported."""
    said = hit.said
    place = Place(said.article, said.quotation.span)
    lines = _direct(hit, at) if said.quotation.kind is QuotationKind.DIRECT else _partial(hit, at)
    role = SPEAKERS[colour_slot(said.quotation.speaker)] if said.quotation.speaker else ThemeRole.RULE
    for row, line in enumerate(lines):
        written = f"{number}" if not row else ""
        lead = written.rjust(at.text - GAP) + " " if at.text >= GAP + 1 else ""

        def draw(standing: RowState, line: StyledLine = line, lead: str = lead) -> StyledLine:
            bar = of.glyphs.current if standing.chosen else of.glyphs.bar
            ground = ThemeRole.CURRENT if standing.chosen else None
            body = tuple((words, ink.on(ground)) for words, ink in justify(line, (), at.measure + 2))
            return ((lead, META), (bar, TextStyle(role)), *body)

        yield PageRow(draw, place)
    yield PageRow(lambda _: ((" " * at.text, TEXT), *_reported(of, said, at.measure)), place)


def _direct(hit: QuotationHit, at: PageMargin) -> Iterator[StyledLine]:
    """The words, each paragraph opening with a hanging mark, a blank row between two."""
    words = hit.said.words
    layers = [HighlightLayer(*span, FOUND) for span in hit.highlights]
    pieces = spoken_paragraphs(hit.said)
    for number, piece in enumerate(pieces):
        if number:
            yield ()
        rows = list(wrap(words, *piece, at.measure, at.measure))
        for row, (start, end) in enumerate(rows):
            mark = "“" if not row else " "
            closing = "”" if row == len(rows) - 1 and number == len(pieces) - 1 else ""
            yield ((mark, SPEECH), *highlighted_runs(words, start, end, SPEECH, layers), (closing, SPEECH))


def _partial(hit: QuotationHit, at: PageMargin) -> Iterator[StyledLine]:
    """The fragment in the reporter's muted sentence."""
    said = hit.said
    words = f"{said.before}“{said.words}”{said.after}"
    start = len(said.before)
    layers = [
        HighlightLayer(start, start + len(said.words) + 2, SPOKEN),
        *(HighlightLayer(start + 1 + a, start + 1 + b, FOUND) for a, b in hit.highlights),
    ]
    for a, b in wrap(words, 0, len(words), at.measure, at.measure):
        yield ((" ", TEXT), *highlighted_runs(words, a, b, MUTED, layers))


def spoken_paragraphs(said: QuotationRow) -> list[Span]:
    """The words of each paragraph of an utterance, as far as they can be told apart in the joined words."""
    pieces: list[Span] = []
    at = 0
    for segment in said.quotation.segments:
        end = at + segment.end - segment.start
        if pieces and said.words[at : at + 3] == " … ":
            at, end = at + 3, end + 3
            pieces[-1] = Span(pieces[-1].start, end)
        elif pieces:
            pieces.append(Span(at + 1, end + 1))
            end += 1
        else:
            pieces.append(Span(at, end))
        at = end
    return pieces if at == len(said.words) else [Span(0, len(said.words))]


def _reported(of: DossierQuotations, said: QuotationRow, room: int) -> StyledLine:
    """The cue underlined, the kind, where it stands, and honest doubt; what does not fit is left out."""
    cutting = of.near(said.article)
    quotation, dot = said.quotation, f" {of.glyphs.dot} "
    where = cutting.article.paragraph_reference(quotation.span, of.glyphs.paragraph) if cutting else ""
    source = f"{shown_publication(said) or NO_SOURCE} {where}".rstrip()
    printed = quotation.cue.of(cutting.article.text) if cutting and quotation.cue else ""
    cue = " ".join(as_read(printed).split())
    runs: list[StyledRun] = [(printable(cue), META._replace(underline=True))] if cue else []
    runs.append(((dot if cue else "") + quotation.kind.value, META))
    if sum(display_width(words) for words, _ in runs) + display_width(source) + 3 <= room:
        runs.append((f"{dot}{printable(source)}", META))
    if quotation.rule == Rule.BY_HAND:
        runs += [(dot, META), (f"{of.glyphs.corrected} by hand", ACCENT)]
    elif quotation.confidence < LIKELY:
        runs += [(dot, META), (f"{of.glyphs.unsure} unsure", WARNING)]
    return tuple(runs)


def _named_in(of: DossierQuotations, at: PageMargin) -> Iterator[PageRow]:
    """The articles that name them without quoting them."""
    if not of.named_in:
        return
    if of.total:
        yield BLANK_ROW
        yield _heading("Named without being quoted", at, of.glyphs)
    dot = f" {of.glyphs.dot} "
    for one in of.named_in:
        yield BLANK_ROW
        often = "named once" if one.mentions == 1 else f"named {one.mentions:,} times"
        facts = dot.join((shown_publication(one) or NO_SOURCE, shown_day(one), often))
        lines = (*wrapped_lines(shown_title(one), TEXT, at), *wrapped_lines(facts, META, at))
        yield from item_rows(iter(lines), Place(one.article), of.glyphs, at.room)
