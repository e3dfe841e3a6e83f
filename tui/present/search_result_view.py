"""What a search found, as its list shows it: words round the match, and under them who, where and when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.model.annotation import EntityKind, QuotationKind
from tui.model.listing import QuotationHit, SpeakerHit, TextPassage
from tui.model.span import Span
from tui.model.trail import Place
from tui.present.glyphs import Glyphs
from tui.present.guess_marks import shown_day, shown_publication, shown_title
from tui.present.highlight_layers import HighlightLayer, StylePatch, highlighted_runs
from tui.present.plain_words import LIKELY, NO_SOURCE
from tui.present.search_panel_view import EDGE
from tui.present.speaker_badges import colour_slot, initials_candidates
from tui.present.styles import (
    META,
    MUTED,
    SPEAKERS,
    SPEECH,
    TEXT,
    WARNING,
    StyledLine,
    StyledRun,
    TextStyle,
    ThemeRole,
    fit_line,
    join_facts,
    justify,
    truncate,
)
from tui.present.text_width import display_width, printable, wrap
from tui.search import window

WORDS_AT = 7
"""Column of the words of a result: before it stand initials, bar and the hanging mark."""
FOUND = StylePatch(ink=TextStyle(ThemeRole.HEADLINE, ThemeRole.MATCH, bold=True))
OPENED = 3
"""Rows of words that the chosen result opens to."""

AnyHit = QuotationHit | TextPassage | SpeakerHit


class ContextSentences(NamedTuple):
    """The sentences of the article before and after a result, "" where there is none."""

    before: str = ""
    after: str = ""


NO_CONTEXT = ContextSentences()


def place_of(found: AnyHit) -> Place | None:
    """Where it stands: the quotation, the words, the beginning of the article; somebody stands nowhere."""
    if isinstance(found, QuotationHit):
        return Place(found.said.article, found.said.quotation.span)
    return Place(found.article, found.span) if isinstance(found, TextPassage) else None


class _Shown(NamedTuple):
    """A result as it is drawn: `marked` words are all speech and stand in quotation marks."""

    words: str
    lit: tuple[Span, ...]
    marked: bool
    ink: TextStyle
    speaker: str | None = None
    kind: EntityKind | None = None
    sure: bool = True


def _shown(found: AnyHit) -> _Shown:
    if isinstance(found, QuotationHit):
        it = found.said.quotation
        sure = it.speaker is None or it.confidence >= LIKELY
        direct = it.kind is QuotationKind.DIRECT
        return _Shown(found.said.words, found.highlights, direct, SPEECH, it.speaker, it.speaker_kind, sure)
    if isinstance(found, SpeakerHit):
        return _Shown(found.name, found.lit, False, TextStyle(ThemeRole.PERSON), found.name, found.kind)
    words = shown_title(found) if found.span is None else found.words
    return _Shown(words, found.lit, False, TEXT)


def result_height(found: AnyHit, room: int, *, chosen: bool, around: ContextSentences = NO_CONTEXT) -> int:
    """Rows of a result, the blank one under it included."""
    return (len(_opened(_shown(found), room)) if chosen else 1) + 2 + sum(map(bool, around))


def result_lines(
    found: AnyHit, room: int, glyphs: Glyphs, *, chosen: bool, around: ContextSentences = NO_CONTEXT
) -> tuple[StyledLine, ...]:
    """One thing found: its words round the match, then who, what they are, where and when; a blank row."""
    shown, wide = _shown(found), room - WORDS_AT - EDGE
    spans = _opened(shown, room) if chosen else [window(shown.words, shown.lit, wide)]
    ground = ThemeRole.SELECTION if chosen else None
    lines: list[StyledLine] = []
    for number, span in enumerate(spans):
        more_before = number == 0 and span.start > 0
        more_after = number == len(spans) - 1 and span.end < len(shown.words)
        words = _words(shown, span, glyphs, before=more_before, after=more_after)
        if isinstance(found, QuotationHit) and not shown.marked:
            words = _in_its_sentence(found, words, wide, glyphs)
        lines.append((*_lead(shown, glyphs, number, chosen=chosen), *words))
    beside = _lead(shown, glyphs, -1, chosen=chosen)
    if around.before:
        lines.insert(0, (*beside, (" ", TEXT), (_tail(printable(around.before), wide, glyphs), MUTED)))
    if around.after:
        lines.append((*beside, (" ", TEXT), (truncate(printable(around.after), wide, glyphs.cut), MUTED)))
    lines.append((*beside, *_source(found, wide, glyphs)))
    return (*(fit_line(line, room, ground) for line in lines), ())


def _opened(shown: _Shown, room: int) -> list[Span]:
    """The rows of words of the chosen result: from the sentence of the first match on."""
    words, wide = shown.words, room - WORDS_AT - EDGE
    rows = [Span(a, b) for a, b in wrap(words, 0, len(words), wide, wide)]
    first = shown.lit[0].start if shown.lit else 0
    at = next((n for n, row in enumerate(rows) if row.end > first), 0)
    if rows and first - rows[at].start < wide // 4:
        at -= 1  # what leads up to the match is read with it
    at = max(0, min(at, len(rows) - OPENED))
    return rows[at : at + OPENED]


def _lead(shown: _Shown, glyphs: Glyphs, number: int, *, chosen: bool) -> list[StyledRun]:
    """Selection bar, doubt, initials on the first row, and the speaker's bar."""
    bar: StyledRun = (glyphs.chosen if chosen else " ", TextStyle(ThemeRole.ACCENT))
    role = SPEAKERS[colour_slot(shown.speaker)] if shown.speaker else ThemeRole.RULE
    letters: StyledRun = ("   ", TEXT)
    if number == 0 and shown.speaker and shown.kind:
        letters = (initials_candidates(shown.speaker, shown.kind)[0].ljust(3), TextStyle(role, bold=True))
    doubt: StyledRun = (" " if shown.sure or number else glyphs.unsure, WARNING)
    return [bar, doubt, letters, (glyphs.bar, TextStyle(role))]


def _words(shown: _Shown, span: Span, glyphs: Glyphs, *, before: bool, after: bool) -> list[StyledRun]:
    """The words of a row, the matched ones lit; whole utterances in their marks."""
    runs = highlighted_runs(
        shown.words, *span, shown.ink, [HighlightLayer(*found, FOUND) for found in shown.lit]
    )
    if before:
        runs = [(glyphs.cut, MUTED), *runs]
    if after:
        runs.append((glyphs.cut, MUTED))
    if not shown.marked:
        return [(" ", TEXT), *runs]
    opening: StyledRun = ("“" if span.start == 0 and not before else " ", SPEECH)
    closing: list[StyledRun] = [] if after or span.end < len(shown.words) else [("”", SPEECH)]
    return [opening, *runs, *closing]


def _in_its_sentence(hit: QuotationHit, words: list[StyledRun], wide: int, glyphs: Glyphs) -> list[StyledRun]:
    """A fragment in the reporter's muted words."""
    blank, *runs = words
    room = wide - sum(display_width(some) for some, _ in runs) - 2
    left = printable(hit.said.before)
    left = left if display_width(left) <= room else _tail(left, max(0, room * 2 // 3), glyphs)
    right = truncate(printable(hit.said.after), max(1, room - display_width(left)), glyphs.cut)
    return [blank, (left, MUTED), ("“", SPEECH), *runs, ("”", SPEECH), (right, MUTED)]


def _tail(words: str, room: int, glyphs: Glyphs) -> str:
    """The last words that fit, with a sign that something is cut before them."""
    if display_width(words) <= room:
        return words
    kept = words[max(0, len(words) - room + 1) :]
    return glyphs.cut + (kept.split(" ", 1)[1] if " " in kept else kept)


def _source(found: AnyHit, wide: int, glyphs: Glyphs) -> StyledLine:
    """Name, role and honest doubt at the left; publication and date at the right."""
    if isinstance(found, SpeakerHit):
        said = f"{found.quotations:,} quotation{'s' * (found.quotations != 1)}"
        where = f"{found.articles:,} article{'s' * (found.articles != 1)}"
        return justify(((" ", TEXT), (found.kind, META)), ((f"{said} in {where}", META),), wide + 1)
    it = found.said if isinstance(found, QuotationHit) else found
    source, dated = shown_publication(it) or NO_SOURCE, shown_day(it)
    more = f"in {len(found.also):,} more" if isinstance(found, QuotationHit) and found.also else ""
    stays = (more, dated if it.published else source)
    right = join_facts([source, dated, more], wide // 2, f" {glyphs.dot} ", stays=[*filter(None, stays)])
    if isinstance(found, QuotationHit):
        left = _speaker(found, wide - display_width(right))
    else:
        title = (
            ""
            if found.span is None
            else truncate(printable(shown_title(found)), wide - display_width(right) - 2, glyphs.cut)
        )
        left = ((" ", TEXT), (title, META))
    return justify(left, ((right, META),), wide + 1)


def _lit_runs(words: str, ink: TextStyle, lit: Iterable[Span]) -> list[StyledRun]:
    """The words, those that were looked for lit as far as they are there."""
    layers = [HighlightLayer(start, min(end, len(words)), FOUND) for start, end in lit if start < len(words)]
    return highlighted_runs(words, 0, len(words), ink, layers)


def _speaker(hit: QuotationHit, room: int) -> StyledLine:
    """Who said it and what they are."""
    said = hit.said
    name = said.quotation.speaker or "nobody yet"
    ink = TextStyle(ThemeRole.PERSON) if said.quotation.speaker else MUTED
    left: list[StyledRun] = [(" ", TEXT), *_lit_runs(name, ink, hit.name_highlights)]
    left_over = room - display_width(printable(name)) - 5
    if said.role and left_over > 8:
        role = truncate(said.role, left_over)
        left += [(", ", META), *_lit_runs(role, META, hit.role_highlights)]
    if said.quotation.speaker and said.quotation.confidence < LIKELY:
        left.append((" ? unsure", WARNING))
    return tuple(left)
