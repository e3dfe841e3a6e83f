"""Quick search as it is drawn: a head with the line typed, then one thing said after another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.model.annotation import QuotationKind
from tui.model.listing import Hit, Hits
from tui.model.span import Span
from tui.present.article import LIKELY
from tui.present.cells import columns, drawn, wrap
from tui.present.field import Field
from tui.present.glyphs import Glyphs
from tui.present.initials import candidates, slot
from tui.present.ink import (
    ACCENT,
    ACCENT_BOLD,
    HEADLINE,
    META,
    MUTED,
    RULE,
    SECTION,
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
from tui.present.layers import Layer, Wash, painted
from tui.present.listing import day
from tui.search import Query, window

EDGE = 2
"""Columns of air left and right of the panel's words."""
WORDS_AT = 7
"""Column of the words of a result: before it stand initials, bar and the hanging mark."""
FOUND = Wash(ink=Ink(Role.HEADLINE, Role.MATCH, bold=True))
OPENED = 3
"""Rows of words that the chosen result opens to."""


class Asked(NamedTuple):
    """What the head of the panel says: the title, the line, how it was read, and what was found."""

    title: str
    field: Field
    query: Query
    exact: bool
    hits: Hits
    filters: bool = True
    """Whether the line may hold filters; what one speaker said is narrowed by plain words."""


def head(asked: Asked, room: int, glyphs: Glyphs, *, air: bool, filters: bool) -> tuple[Line, ...]:
    """The rows above the results: with `air` between them, and with the `filters` where there is room."""
    inner = room - 2 * EDGE
    hits = asked.hits
    counted = f"{hits.matching:,} of {hits.total:,} quotation{'s' * (hits.total != 1)}"
    title = spread(((asked.title, SECTION),), ((counted, META),), inner)
    mode: Run = (
        ("", TEXT)
        if not asked.filters
        else (f"{glyphs.same} exact" if asked.exact else f"{glyphs.near} fuzzy", HEADLINE)
    )
    caret = asked.field.line(inner - 2 - columns(mode[0]) - 1)
    prompt = spread(((f"{glyphs.deeper} ", ACCENT_BOLD), *caret), (mode,), inner)
    blank: list[Line] = [()] if air else []
    lines: list[Line] = [((glyphs.panel * room, ACCENT),), *blank, title, *blank, prompt]
    if asked.filters and filters:
        lines.append(_filters(asked, inner, glyphs))
    lines.append(((glyphs.hairline * inner, RULE),))
    pad: Run = (" " * EDGE, TEXT)
    return tuple(line if number == 0 else (pad, *line) for number, line in enumerate(lines))


def _filters(asked: Asked, inner: int, glyphs: Glyphs) -> Line:
    """How the line was read: each filter with its value, bold when it is set; trouble comes first."""
    query = asked.query
    if asked.hits.trouble or query.trouble:
        words = cut(asked.hits.trouble or query.trouble, inner - 2, glyphs.cut)
        return (("  ", TEXT), (glyphs.doubt + " ", WARNING), (words, TEXT))
    since = query.after.isoformat() if query.after else "any date"
    until = f" to {query.before.isoformat()}" if query.before else ""
    kinds = ", ".join(sorted(query.flags & {"direct", "partial"})) or "direct, partial"
    pairs = [
        ("who", query.speaker or "anyone", bool(query.speaker)),
        ("in", query.publication or "any publication", bool(query.publication)),
        ("since", since + until, bool(query.after or query.before)),
        ("kind", kinds, bool(query.flags & {"direct", "partial"})),
    ]
    read = ", ".join(f"{typed} {glyphs.near} {word}" for typed, word in asked.hits.readings[:3])
    right: Line = ((read, META),) if read else ()
    runs: list[Run] = [("  ", TEXT)]
    for number, (name, value, is_set) in enumerate(pairs):
        more = [("   " if number else "", TEXT), (f"{name}: ", MUTED), (value, HEADLINE if is_set else TEXT)]
        if sum(columns(w) for w, _ in (*runs, *more, *right)) < inner:
            runs += more
    return spread(tuple(runs), right, inner)


def height(hit: Hit, room: int, *, chosen: bool) -> int:
    """Rows of a result, the blank one under it included."""
    return (len(_opened(hit, room)) if chosen else 1) + 2


def result(hit: Hit, room: int, glyphs: Glyphs, *, chosen: bool) -> tuple[Line, ...]:
    """One thing said: its words round the match, then who, what they are, where and when; a blank row."""
    said = hit.said
    wide = room - WORDS_AT - EDGE
    spans = _opened(hit, room) if chosen else [window(said.words, hit.highlights, wide)]
    ground = Role.SELECTION if chosen else None
    lines: list[Line] = []
    for number, span in enumerate(spans):
        more_before = number == 0 and span.start > 0
        more_after = number == len(spans) - 1 and span.end < len(said.words)
        words = _words(hit, span, wide, glyphs, before=more_before, after=more_after)
        lines.append((*_lead(hit, glyphs, number, chosen=chosen), *words))
    lines.append((*_lead(hit, glyphs, -1, chosen=chosen), *_source(hit, room - WORDS_AT - EDGE, glyphs)))
    return (*(fitted(line, room, ground) for line in lines), ())


def _opened(hit: Hit, room: int) -> list[Span]:
    """The rows of words of the chosen result: from the sentence of the first match on."""
    words, wide = hit.said.words, room - WORDS_AT - EDGE
    rows = [Span(a, b) for a, b in wrap(words, 0, len(words), wide, wide)]
    first = hit.highlights[0].start if hit.highlights else 0
    at = next((n for n, row in enumerate(rows) if row.end > first), 0)
    if rows and first - rows[at].start < wide // 4:
        at -= 1  # what leads up to the match is read with it
    at = max(0, min(at, len(rows) - OPENED))
    return rows[at : at + OPENED]


def _lead(hit: Hit, glyphs: Glyphs, number: int, *, chosen: bool) -> list[Run]:
    """Selection bar, doubt, initials on the first row, and the speaker's bar."""
    said = hit.said
    bar: Run = (glyphs.chosen if chosen else " ", Ink(Role.ACCENT))
    quotation = said.quotation
    role = SPEAKERS[slot(quotation.speaker)] if quotation.speaker else Role.RULE
    letters: Run = ("   ", TEXT)
    if number == 0 and quotation.speaker and quotation.speaker_kind:
        letters = (candidates(quotation.speaker, quotation.speaker_kind)[0].ljust(3), Ink(role, bold=True))
    unsure = number == 0 and quotation.speaker is not None and quotation.confidence < LIKELY
    doubt: Run = (glyphs.unsure if unsure else " ", WARNING)
    return [bar, doubt, letters, (glyphs.bar, Ink(role))]


def _words(hit: Hit, span: Span, wide: int, glyphs: Glyphs, *, before: bool, after: bool) -> list[Run]:
    """The words of a row, the matched ones lit; a fragment stands in the reporter's muted words."""
    said = hit.said
    layers = [Layer(*found, FOUND) for found in hit.highlights]
    runs = painted(said.words, *span, SPEECH, layers)
    if before:
        runs = [(glyphs.cut, MUTED), *runs]
    if after:
        runs.append((glyphs.cut, MUTED))
    if said.quotation.kind is QuotationKind.DIRECT:
        opening: Run = ("“" if span.start == 0 and not before else " ", SPEECH)
        closing: list[Run] = [] if after or span.end < len(said.words) else [("”", SPEECH)]
        return [opening, *runs, *closing]
    room = wide - sum(columns(words) for words, _ in runs) - 2
    left = drawn(said.before)
    left = left if columns(left) <= room else _tail(left, max(0, room * 2 // 3), glyphs)
    right = cut(drawn(said.after), max(1, room - columns(left)), glyphs.cut)
    return [(" ", TEXT), (left, MUTED), ("“", SPEECH), *runs, ("”", SPEECH), (right, MUTED)]


def _tail(words: str, room: int, glyphs: Glyphs) -> str:
    """The last words that fit, with a sign that something is cut before them."""
    kept = words[max(0, len(words) - room + 1) :]
    return glyphs.cut + (kept.split(" ", 1)[1] if " " in kept else kept)


def _source(hit: Hit, wide: int, glyphs: Glyphs) -> Line:
    """Name, role and honest doubt at the left; publication and date at the right."""
    said = hit.said
    right = facts([said.publication or "source not given", day(said.published)], wide // 2, f" {glyphs.dot} ")
    left: list[Run] = [(" ", TEXT)]
    name = drawn(said.quotation.speaker or "nobody yet")
    left.append((name, Ink(Role.PERSON) if said.quotation.speaker else MUTED))
    if said.role:
        room = wide - columns(name) - columns(right) - 5
        left.append((", " + cut(drawn(said.role), room), META) if room > 8 else ("", META))
    if said.quotation.speaker and said.quotation.confidence < LIKELY:
        left.append((" ? unsure", WARNING))
    return spread(tuple(left), ((right, META),), wide + 1)


def nothing(asked: Asked, ways: Sequence[tuple[str, str]], at: int, room: int, glyphs: Glyphs) -> list[Line]:
    """When nothing is found: one sentence, then the ways out as rows to choose from."""
    sort = "has exactly these words" if asked.exact else "comes near these words"
    pad: Run = (" " * (EDGE + 2), TEXT)
    lines: list[Line] = [(), (pad, (f"Nothing said {sort}.", HEADLINE)), ()]
    for number, (words, key) in enumerate(ways):
        chosen = number == at
        bar: Run = (glyphs.chosen if chosen else " ", Ink(Role.ACCENT))
        left: Line = (bar, ("   ", TEXT), (words, HEADLINE if chosen else TEXT))
        line = spread(left, ((key, META), ("  ", TEXT)), room)
        lines.append(fitted(line, room, Role.SELECTION if chosen else None))
    return lines
