"""The reading view: one set row, with what is lit on it, as a styled line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from tui.model.annotation import EntityKind, QuotationKind
from tui.model.rule import Rule
from tui.model.span import Span
from tui.present.article_layout import ArticleLayout, SpeechRange
from tui.present.highlight_layers import HighlightLayer, StylePatch, highlighted_runs
from tui.present.plain_words import LIKELY
from tui.present.styles import (
    ACCENT,
    HEADLINE,
    META,
    MUTED,
    SECTION,
    SPEECH,
    TEXT,
    WARNING,
    StyledLine,
    StyledRun,
    TextStyle,
    ThemeRole,
)
from tui.present.text_width import display_width, printable
from tui.present.typesetting import RowKind, TypesetRow

INKS = {
    RowKind.META: META,
    RowKind.KICKER: SECTION,
    RowKind.HEADLINE: HEADLINE,
    RowKind.STANDFIRST: TEXT,
    RowKind.LEAD: HEADLINE,
    RowKind.PROSE: TEXT,
    RowKind.CAPTION: TextStyle(ThemeRole.MUTED, italic=True),
    RowKind.BLANK: TEXT,
    RowKind.NOTE: META,
}
NAMES = {
    EntityKind.PERSON: StylePatch(role=ThemeRole.PERSON),
    EntityKind.ORGANISATION: StylePatch(role=ThemeRole.ORGANISATION),
    EntityKind.PLACE: StylePatch(role=ThemeRole.PLACE),
}
CHOSEN = StylePatch(ink=TextStyle(ThemeRole.HEADLINE, ThemeRole.MATCH, underline=True))
CHOSEN_LEAD = StylePatch(ink=TextStyle(ThemeRole.HEADLINE, ThemeRole.MATCH, underline=True, bold=True))
FOUND = StylePatch(ink=TextStyle(ThemeRole.HEADLINE, ThemeRole.MATCH, bold=True))
FOUND_HERE = StylePatch(ink=TextStyle(ThemeRole.HEADLINE, ThemeRole.MATCH, bold=True, reverse=True))
SELECTED = StylePatch(ink=TextStyle(ThemeRole.HEADLINE, reverse=True))
CUE = StylePatch(ink=TextStyle(ThemeRole.HEADLINE, bold=True, underline=True))
FLASH = StylePatch(ground=ThemeRole.MATCH, bold=True)
SPOKEN = StylePatch(ink=SPEECH)
ON_PAPER = StylePatch(ground=ThemeRole.CURRENT)


class Highlights(NamedTuple):
    """What stands out in the article just now. `current` counts the spoken quotations from 0."""

    current: int | None = None
    entity: str | None = None
    found: tuple[Span, ...] = ()
    found_at: int | None = None
    flash: Span | None = None
    marks: bool = True
    evidence: bool = False
    """Whether the words that name the current quotation's speaker are lit."""
    shared: tuple[Span, ...] = ()
    """Words that another article has as well, in their order, while one follows that reason."""
    selected: Span | None = None
    """Words that the mouse was drawn over, to be copied."""


def _speech(
    sheet: ArticleLayout, row: TypesetRow, lit: Highlights, spoken: list[SpeechRange]
) -> Iterator[HighlightLayer]:
    """Fuller ink for what was said; the current fragment in a reporter's sentence on lit paper."""
    for start, end, number in spoken:
        if row.kind is not RowKind.LEAD:
            yield HighlightLayer(start, end, SPOKEN)
        partial = sheet.cutting.spoken[number].kind is not QuotationKind.DIRECT
        if number == lit.current and partial:
            yield HighlightLayer(start, end, ON_PAPER)


def _names(sheet: ArticleLayout, row: TypesetRow, lit: Highlights) -> Iterator[HighlightLayer]:
    """Names toned by kind (not in the lead nor in captions), and every mention of the chosen one."""
    mentions = sheet.cutting.mentions
    toned = lit.marks and row.kind is RowKind.PROSE
    chosen = CHOSEN_LEAD if row.kind is RowKind.LEAD else CHOSEN
    for number in range(max(0, bisect_right(sheet.mention_starts, row.start) - 1), len(mentions)):
        mention = mentions[number]
        if mention.span.start >= row.end:
            break
        if mention.entity == lit.entity:
            yield HighlightLayer(*mention.span, chosen)
        elif toned and mention.kind in NAMES:
            yield HighlightLayer(*mention.span, NAMES[mention.kind])


def _evidence(sheet: ArticleLayout, lit: Highlights) -> Iterator[HighlightLayer]:
    """Speaker and cue of the current quotation, while one asks why."""
    if not lit.evidence or lit.current is None:
        return
    quotation = sheet.cutting.spoken[lit.current]
    if quotation.speaker_span:
        speaker = TextStyle(sheet.speakers.role(quotation.speaker), bold=True, underline=True)
        yield HighlightLayer(*quotation.speaker_span, StylePatch(ink=speaker))
    if quotation.cue:
        yield HighlightLayer(*quotation.cue, CUE)


def _found(lit: Highlights, row: TypesetRow) -> Iterator[HighlightLayer]:
    first = max(0, bisect_right(lit.found, (row.start, row.start)) - 1)
    for number in range(first, len(lit.found)):
        span = lit.found[number]
        if span.start >= row.end:
            break
        yield HighlightLayer(*span, FOUND_HERE if number == lit.found_at else FOUND)
    yield from (
        HighlightLayer(*span, CHOSEN) for span in lit.shared if span.start < row.end and span.end > row.start
    )
    if lit.flash:
        yield HighlightLayer(*lit.flash, FLASH)
    if lit.selected:
        yield HighlightLayer(*lit.selected, SELECTED)


def _bar(sheet: ArticleLayout, row: TypesetRow, lit: Highlights, spoken: list[SpeechRange]) -> int | None:
    """Whose bar stands beside the row: a whole utterance's, or that of the current fragment."""
    if row.kind is RowKind.CAPTION:
        return None
    if row.kind is RowKind.BLANK:
        return _carried(sheet, row)
    quotations = sheet.cutting.spoken
    numbers = [n for _, _, n in spoken if quotations[n].kind is QuotationKind.DIRECT or n == lit.current]
    if lit.current in numbers:
        return lit.current
    return numbers[0] if numbers else None


def _carried(sheet: ArticleLayout, row: TypesetRow) -> int | None:
    """The utterance that runs on over a blank row: it ends the paragraph above and opens the one below."""
    at = bisect_right(sheet.speech_starts, row.start) - 1
    if at < 0 or at + 1 >= len(sheet.speech):
        return None
    (_, end, above), (start, _, below) = sheet.speech[at], sheet.speech[at + 1]
    direct = sheet.cutting.spoken[above].kind is QuotationKind.DIRECT
    if above != below or not direct or end < row.start or start > row.end:
        return None
    return None if sheet.cutting.article.text[end:start].strip() else above


def _gutter(sheet: ArticleLayout, row: TypesetRow, lit: Highlights, number: int | None) -> list[StyledRun]:
    """Doubt, initials and bar left of the text: all of the gutter but the hanging column."""
    grid, glyphs = sheet.grid, sheet.glyphs
    blank = " " * (grid.gutter - 2)
    if number is None:
        return [(" " * (grid.left + grid.gutter - 1), TEXT)]
    quotation = sheet.cutting.spoken[number]
    role = sheet.speakers.role(quotation.speaker)
    runs: list[StyledRun] = [(" " * grid.left, TEXT)]
    opens = row.kind is not RowKind.BLANK and row.start <= quotation.span.start < row.end
    if opens and blank:
        doubtful = quotation.speaker is not None and quotation.confidence < LIKELY
        by_hand: StyledRun = (glyphs.corrected, ACCENT)
        doubt: StyledRun = (glyphs.unsure, WARNING) if doubtful else (" ", TEXT)
        runs.append(by_hand if quotation.rule == Rule.BY_HAND else doubt)
        letters = sheet.speakers.initials(quotation.speaker) + " " if grid.initials else " "
        runs.append((letters, TextStyle(role, bold=True)))
    elif blank:
        runs.append((blank, TEXT))
    runs.append((glyphs.current if number == lit.current else glyphs.bar, TextStyle(role)))
    return runs


def _words(
    sheet: ArticleLayout, row: TypesetRow, lit: Highlights, spoken: list[SpeechRange]
) -> list[StyledRun]:
    if row.words:
        return [(printable(row.words), INKS[row.kind])]
    layers = [
        *_speech(sheet, row, lit, spoken),
        *_names(sheet, row, lit),
        *_evidence(sheet, lit),
        *_found(lit, row),
    ]
    return highlighted_runs(sheet.text, row.start, row.end, INKS[row.kind], layers)


def article_line(sheet: ArticleLayout, number: int, lit: Highlights) -> StyledLine:
    """Row `number` of the laid-out article as it is drawn now."""
    row = sheet.setting.rows[number]
    spoken = [] if row.words else sheet.spoken_on(row)
    runs = _words(sheet, row, lit, spoken) if row.kind is not RowKind.BLANK else []
    hang: StyledRun = (" ", TEXT)
    if row.hang and runs:
        (words, ink), *rest = runs
        hang = (words[0], ACCENT if row.kind is RowKind.NOTE else ink)
        runs = [(words[1:], ink), *rest] if len(words) > 1 else rest
    if number == sheet.rows - 1 and not row.words:
        runs.append((" " + sheet.glyphs.end, MUTED))
    runs.append((" " * max(0, sheet.grid.measure + 1 - sum(display_width(w) for w, _ in runs)), TEXT))
    bar = _bar(sheet, row, lit, spoken)
    body: tuple[StyledRun, ...] = (hang, *runs)
    if bar is not None and bar == lit.current and sheet.cutting.spoken[bar].kind is QuotationKind.DIRECT:
        body = tuple((words, ink.on(ThemeRole.CURRENT)) for words, ink in body)
    return (*_gutter(sheet, row, lit, bar), *body)
