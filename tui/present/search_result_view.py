"""What a search found, as its list shows it: words round the match, and under them who, where and when."""

from __future__ import annotations

from typing import NamedTuple

from tui.model.annotation import EntityKind, QuotationKind
from tui.model.listing import Hit, Named, Passage
from tui.model.span import Span
from tui.model.trail import Place
from tui.present.article_list_view import day
from tui.present.article_view import LIKELY
from tui.present.glyphs import Glyphs
from tui.present.highlight_layers import Layer, Wash, painted
from tui.present.search_panel_view import EDGE
from tui.present.speaker_badges import candidates, slot
from tui.present.styles import (
    META,
    MUTED,
    SPEAKERS,
    SPEECH,
    TEXT,
    WARNING,
    Ink,
    Line,
    Role,
    Run,
    cut,
    facts,
    fitted,
    spread,
)
from tui.present.text_width import columns, drawn, wrap
from tui.search import window

WORDS_AT = 7
"""Column of the words of a result: before it stand initials, bar and the hanging mark."""
FOUND = Wash(ink=Ink(Role.HEADLINE, Role.MATCH, bold=True))
OPENED = 3
"""Rows of words that the chosen result opens to."""

Found = Hit | Passage | Named


class Around(NamedTuple):
    """The sentences of the article before and after a result, "" where there is none."""

    before: str = ""
    after: str = ""


NOTHING_AROUND = Around()


def place_of(found: Found) -> Place | None:
    """Where it stands: the quotation, the words, the beginning of the article; somebody stands nowhere."""
    if isinstance(found, Hit):
        return Place(found.said.article, found.said.quotation.span)
    return Place(found.article, found.span) if isinstance(found, Passage) else None


class _Shown(NamedTuple):
    """A result as it is drawn: `marked` words are all speech and stand in quotation marks."""

    words: str
    lit: tuple[Span, ...]
    marked: bool
    ink: Ink
    speaker: str | None = None
    kind: EntityKind | None = None
    sure: bool = True


def _shown(found: Found) -> _Shown:
    if isinstance(found, Hit):
        it = found.said.quotation
        sure = it.speaker is None or it.confidence >= LIKELY
        direct = it.kind is QuotationKind.DIRECT
        return _Shown(found.said.words, found.highlights, direct, SPEECH, it.speaker, it.speaker_kind, sure)
    if isinstance(found, Named):
        return _Shown(found.name, found.lit, False, Ink(Role.PERSON), found.name, found.kind)
    return _Shown(found.words, found.lit, False, TEXT)


def height(found: Found, room: int, *, chosen: bool, around: Around = NOTHING_AROUND) -> int:
    """Rows of a result, the blank one under it included."""
    return (len(_opened(_shown(found), room)) if chosen else 1) + 2 + sum(map(bool, around))


def result(
    found: Found, room: int, glyphs: Glyphs, *, chosen: bool, around: Around = NOTHING_AROUND
) -> tuple[Line, ...]:
    """One thing found: its words round the match, then who, what they are, where and when; a blank row."""
    shown, wide = _shown(found), room - WORDS_AT - EDGE
    spans = _opened(shown, room) if chosen else [window(shown.words, shown.lit, wide)]
    ground = Role.SELECTION if chosen else None
    lines: list[Line] = []
    for number, span in enumerate(spans):
        more_before = number == 0 and span.start > 0
        more_after = number == len(spans) - 1 and span.end < len(shown.words)
        words = _words(shown, span, glyphs, before=more_before, after=more_after)
        if isinstance(found, Hit) and not shown.marked:
            words = _in_its_sentence(found, words, wide, glyphs)
        lines.append((*_lead(shown, glyphs, number, chosen=chosen), *words))
    beside = _lead(shown, glyphs, -1, chosen=chosen)
    if around.before:
        lines.insert(0, (*beside, (" ", TEXT), (_tail(drawn(around.before), wide, glyphs), MUTED)))
    if around.after:
        lines.append((*beside, (" ", TEXT), (cut(drawn(around.after), wide, glyphs.cut), MUTED)))
    lines.append((*beside, *_source(found, wide, glyphs)))
    return (*(fitted(line, room, ground) for line in lines), ())


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


def _lead(shown: _Shown, glyphs: Glyphs, number: int, *, chosen: bool) -> list[Run]:
    """Selection bar, doubt, initials on the first row, and the speaker's bar."""
    bar: Run = (glyphs.chosen if chosen else " ", Ink(Role.ACCENT))
    role = SPEAKERS[slot(shown.speaker)] if shown.speaker else Role.RULE
    letters: Run = ("   ", TEXT)
    if number == 0 and shown.speaker and shown.kind:
        letters = (candidates(shown.speaker, shown.kind)[0].ljust(3), Ink(role, bold=True))
    doubt: Run = (" " if shown.sure or number else glyphs.unsure, WARNING)
    return [bar, doubt, letters, (glyphs.bar, Ink(role))]


def _words(shown: _Shown, span: Span, glyphs: Glyphs, *, before: bool, after: bool) -> list[Run]:
    """The words of a row, the matched ones lit; whole utterances in their marks."""
    runs = painted(shown.words, *span, shown.ink, [Layer(*found, FOUND) for found in shown.lit])
    if before:
        runs = [(glyphs.cut, MUTED), *runs]
    if after:
        runs.append((glyphs.cut, MUTED))
    if not shown.marked:
        return [(" ", TEXT), *runs]
    opening: Run = ("“" if span.start == 0 and not before else " ", SPEECH)
    closing: list[Run] = [] if after or span.end < len(shown.words) else [("”", SPEECH)]
    return [opening, *runs, *closing]


def _in_its_sentence(hit: Hit, words: list[Run], wide: int, glyphs: Glyphs) -> list[Run]:
    """A fragment in the reporter's muted words."""
    blank, *runs = words
    room = wide - sum(columns(some) for some, _ in runs) - 2
    left = drawn(hit.said.before)
    left = left if columns(left) <= room else _tail(left, max(0, room * 2 // 3), glyphs)
    right = cut(drawn(hit.said.after), max(1, room - columns(left)), glyphs.cut)
    return [blank, (left, MUTED), ("“", SPEECH), *runs, ("”", SPEECH), (right, MUTED)]


def _tail(words: str, room: int, glyphs: Glyphs) -> str:
    """The last words that fit, with a sign that something is cut before them."""
    if columns(words) <= room:
        return words
    kept = words[max(0, len(words) - room + 1) :]
    return glyphs.cut + (kept.split(" ", 1)[1] if " " in kept else kept)


def _source(found: Found, wide: int, glyphs: Glyphs) -> Line:
    """Name, role and honest doubt at the left; publication and date at the right."""
    if isinstance(found, Named):
        said = f"{found.quotations:,} quotation{'s' * (found.quotations != 1)}"
        where = f"{found.articles:,} article{'s' * (found.articles != 1)}"
        return spread(((" ", TEXT), (found.kind, META)), ((f"{said} in {where}", META),), wide + 1)
    it = found.said if isinstance(found, Hit) else found
    source, dated = it.publication or "source not given", day(it.published)
    right = facts([source, dated], wide // 2, f" {glyphs.dot} ", stays=(dated if it.published else source,))
    if isinstance(found, Hit):
        left = _speaker(found, wide - columns(right))
    else:
        title = "" if found.span is None else cut(drawn(found.title), wide - columns(right) - 2, glyphs.cut)
        left = ((" ", TEXT), (title, META))
    return spread(left, ((right, META),), wide + 1)


def _speaker(hit: Hit, room: int) -> Line:
    """Who said it and what they are."""
    said = hit.said
    name = drawn(said.quotation.speaker or "nobody yet")
    left: list[Run] = [(" ", TEXT), (name, Ink(Role.PERSON) if said.quotation.speaker else MUTED)]
    left_over = room - columns(name) - 5
    if said.role and left_over > 8:
        left.append((", " + cut(drawn(said.role), left_over), META))
    if said.quotation.speaker and said.quotation.confidence < LIKELY:
        left.append((" ? unsure", WARNING))
    return tuple(left)
