"""Quick search as it is drawn: a head with the line typed, then one thing said after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.model.listing import Hits, Scope
from tui.present.coverage_text import with_missing
from tui.present.glyphs import Glyphs
from tui.present.styles import (
    ACCENT,
    ACCENT_BOLD,
    HEADLINE,
    META,
    MUTED,
    RULE,
    SECTION,
    TEXT,
    WARNING,
    StyledLine,
    StyledRun,
    TextStyle,
    ThemeRole,
    fit_line,
    justify,
    line_width,
    truncate,
)
from tui.present.text_entry import TextEntry
from tui.present.text_width import display_width
from tui.search import Query

EDGE = 2
"""Columns of air left and right of the panel's words."""


class SearchHead(NamedTuple):
    """What the head of the panel says: the title, the line, how it was read, and what was found."""

    title: str
    field: TextEntry
    query: Query
    exact: bool
    hits: Hits
    filters: bool = True
    """Whether the line may hold filters; what one speaker said is narrowed by plain words."""
    scope: Scope = Scope.QUOTATIONS
    growing: bool = False
    """Whether more of the same will follow."""


class Suggestion(NamedTuple):
    """A way out when nothing is found: what it says, its key, and the line and mode that it leads to."""

    words: str
    key: str
    line: str
    exact: bool
    scope: Scope = Scope.QUOTATIONS


def suggest(asked: SearchHead, nearest: Hits) -> list[Suggestion]:
    """Best first; `nearest` is what a fuzzy search finds in place of an exact one."""
    line, scope = asked.field.text, asked.scope
    out: list[Suggestion] = []
    if asked.exact and scope is not Scope.TEXT:
        near = nearest.matching
        told = f": {near:,} {'comes' if near == 1 else 'come'} near" if near else ""
        out.append(Suggestion(f"Search fuzzily{told}", "ctrl+t", line, False, scope))
    words = line.split()
    filters = [word for word in words if ":" in word or word.startswith(("@", "-"))]
    for one in filters:
        rest = " ".join(word for word in words if word != one)
        out.append(Suggestion(f"Drop {one}", "", rest, asked.exact, scope))
    if len(words) > 1 and not out:
        out.append(Suggestion(f"Leave out “{words[-1]}”", "", " ".join(words[:-1]), asked.exact, scope))
    if asked.filters and scope is not Scope.TEXT and line:
        out.append(Suggestion("Look in the whole of every article", "ctrl+s", line, asked.exact, Scope.TEXT))
    return [*out, Suggestion("Show everything said", "", "", False)]


def search_head_lines(
    asked: SearchHead, room: int, glyphs: Glyphs, *, air: bool, filters: bool
) -> tuple[StyledLine, ...]:
    """The rows above the results: with `air` between them, and with the `filters` where there is room."""
    inner = room - 2 * EDGE
    named = (
        ((asked.title, SECTION), *_scopes(asked)) if inner >= ROOMY else ((_narrow_title(asked), SECTION),)
    )
    counted = _counted(asked)
    if line_width(named) + display_width(counted) + 2 > inner:
        counted = re.split("[;,] ", counted)[0]
        left_over = max(1, inner - display_width(counted) - 2)
        named = tuple((truncate(words, left_over, glyphs.cut), ink) for words, ink in named)
    title = justify(named, ((counted, META),), inner)
    fuzzy = not asked.exact and asked.scope is not Scope.TEXT
    mode: StyledRun = (f"{glyphs.near} fuzzy" if fuzzy else f"{glyphs.same} exact", HEADLINE)
    if not asked.filters:
        mode = ("", TEXT)
    caret = asked.field.line(inner - 2 - display_width(mode[0]) - 1)
    prompt = justify(((f"{glyphs.deeper} ", ACCENT_BOLD), *caret), (mode,), inner)
    blank: list[StyledLine] = [()] if air else []
    lines: list[StyledLine] = [((glyphs.panel * room, ACCENT),), *blank, title, *blank, prompt]
    if asked.filters and filters:
        lines.append(_filters(asked, inner, glyphs))
    lines.append(((glyphs.hairline * inner, RULE),))
    pad: StyledRun = (" " * EDGE, TEXT)
    return tuple(line if number == 0 else (pad, *line) for number, line in enumerate(lines))


ROOMY = 90
"""Columns from which all scopes are named."""
NOUNS = {
    Scope.QUOTATIONS: "quotation",
    Scope.SPEAKERS: "speaker",
    Scope.HEADLINES: "headline",
    Scope.TEXT: "article",
}
"""What each scope counts."""


def _narrow_title(asked: SearchHead) -> str:
    """On a small page the scope takes the place of the title."""
    return asked.title if asked.scope is Scope.QUOTATIONS or not asked.filters else asked.scope.upper()


def _scopes(asked: SearchHead) -> StyledLine:
    """The scopes by name, the one that is searched standing out."""
    if not asked.filters:
        return ()
    runs: list[StyledRun] = [("   ", TEXT)]
    for number, scope in enumerate(Scope):
        runs += [("  " if number else "", TEXT), (scope, HEADLINE if scope is asked.scope else MUTED)]
    return tuple(runs)


def _counted(asked: SearchHead) -> str:
    """How many match, of how many, and how far a long search is."""
    hits, noun = asked.hits, NOUNS[asked.scope]
    shown = sum(1 + len(hit.also) for hit in hits.hits) + len(hits.others)
    if hits.unread:
        return f"{hits.matching:,} so far; {hits.unread:,} articles to go"
    if hits.matching < shown and asked.field.text:
        return f"{hits.matching or 'none'} of {hits.total:,}; then the nearest"
    counted = f"{hits.matching:,} of {hits.total:,} {noun}{'s' * (hits.total != 1)}"
    return f"{counted}, {shown} shown" if shown < hits.matching and not asked.growing else counted


def _filters(asked: SearchHead, inner: int, glyphs: Glyphs) -> StyledLine:
    """How the line was read: each filter with its value, bold when it is set; trouble comes first."""
    query = asked.query
    if asked.hits.trouble or query.trouble:
        words = truncate(asked.hits.trouble or query.trouble, inner - 2, glyphs.cut)
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
    right: StyledLine = ((read, META),) if read else ()
    runs: list[StyledRun] = [("  ", TEXT)]
    for number, (name, value, is_set) in enumerate(pairs):
        more = [("   " if number else "", TEXT), (f"{name}: ", MUTED), (value, HEADLINE if is_set else TEXT)]
        if sum(display_width(w) for w, _ in (*runs, *more, *right)) < inner:
            runs += more
    return justify(tuple(runs), right, inner)


def no_result_lines(
    asked: SearchHead, ways: Sequence[tuple[str, str]], at: int, room: int, glyphs: Glyphs
) -> list[StyledLine]:
    """When nothing is found: one sentence, then the ways out as rows to choose from."""
    exact = asked.exact or asked.scope is Scope.TEXT
    sort = "has exactly these words" if exact else "comes near these words"
    what = "Nothing said" if asked.scope is Scope.QUOTATIONS else f"No {NOUNS[asked.scope]}"
    pad: StyledRun = (" " * (EDGE + 2), TEXT)
    lines: list[StyledLine] = [
        (),
        (pad, (with_missing(f"{what} {sort}.", asked.hits.coverage), HEADLINE)),
        (),
    ]
    for number, (words, key) in enumerate(ways):
        chosen = number == at
        bar: StyledRun = (glyphs.chosen if chosen else " ", TextStyle(ThemeRole.ACCENT))
        left: StyledLine = (bar, ("   ", TEXT), (words, HEADLINE if chosen else TEXT))
        line = justify(left, ((key, META), ("  ", TEXT)), room)
        lines.append(fit_line(line, room, ThemeRole.SELECTION if chosen else None))
    return lines
