"""The right part of a dossier: everything they said, by date, and where else they are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from tui.model.annotation import BY_HAND, QuotationKind
from tui.model.dossier import NamedIn
from tui.model.listing import Hit, Said
from tui.model.span import Span
from tui.model.trail import Place
from tui.present.article_list_view import Standing, day
from tui.present.article_view import FOUND, LIKELY, SPOKEN
from tui.present.glyphs import Glyphs
from tui.present.highlight_layers import Layer, painted
from tui.present.page_rows import BLANK, LeafRow, Margin, Near, hung, item, plain
from tui.present.speaker_badges import slot
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
    Ink,
    Line,
    Role,
    Run,
    cut,
    spread,
)
from tui.present.text_width import columns, drawn, wrap

HANG, GAP = 2, 3
"""Columns left of the text for bar and hanging mark, and from where a number ends to the text."""


class Quoted(NamedTuple):
    """What the right part is drawn from: `name` as it heads it, `hits` in their order, found words lit."""

    name: str
    hits: Sequence[Hit]
    total: int
    order: str
    named_in: Sequence[NamedIn]
    near: Near
    glyphs: Glyphs


def long_day(published: date | None) -> str:
    """A date as a head: "14 March 2015", "Undated"."""
    return f"{published.day} {published:%B %Y}" if published else "Undated"


def quoted(of: Quoted, at: Margin) -> Iterator[LeafRow]:
    """Every row of the right part."""
    if of.total:
        yield _title(f"WHAT {of.name.upper()} SAID", of.order, at, of.glyphs)
        if not of.hits:
            yield BLANK
            yield from map(plain, hung(f"none of {of.total:,} has these words", MUTED, at))
    else:
        yield _title(f"WHERE {of.name.upper()} IS NAMED", of.order, at, of.glyphs)
    counted = enumerate(of.hits, 1)
    for published, same_day in groupby(counted, lambda one: one[1].said.published):
        yield BLANK
        yield _heading(long_day(published), at, of.glyphs)
        for number, (_, hits) in enumerate(groupby(same_day, lambda one: one[1].said.article)):
            yield from (BLANK,) * bool(number)
            yield from _article(of, hits, at)
    yield from _named_in(of, at)


def _article(of: Quoted, hits: Iterator[tuple[int, Hit]], at: Margin) -> Iterator[LeafRow]:
    """The article's title, then what it quotes, each with its number."""
    for place, (number, hit) in enumerate(hits):
        if not place:
            title = cut(" ".join(drawn(hit.said.title).split()), at.measure, of.glyphs.cut)
            yield plain(((" " * at.text, TEXT), (title, META)))
        yield BLANK
        yield from _block(of, hit, number, at)


def _title(words: str, order: str, at: Margin, glyphs: Glyphs) -> LeafRow:
    words = drawn(words)
    left: Line = ((" " * at.text, TEXT), (cut(words, at.measure, glyphs.cut), SECTION))
    right: Line = ((order, MUTED),) if columns(words) + columns(order) + 2 <= at.measure else ()
    return plain(spread(left, right, at.text + at.measure))


def _heading(words: str, at: Margin, glyphs: Glyphs) -> LeafRow:
    """A bold word and a hairline to the end of the measure."""
    line = glyphs.hairline * (at.measure - columns(words) - 2)
    return plain(((" " * at.text, TEXT), (words, HEADLINE), ("  ", TEXT), (line, RULE)))


def _block(of: Quoted, hit: Hit, number: int, at: Margin) -> Iterator[LeafRow]:
    """One thing said: its number, its words beside their bar, and how and where it was reported."""
    said = hit.said
    place = Place(said.article, said.quotation.span)
    lines = _direct(hit, at) if said.quotation.kind is QuotationKind.DIRECT else _partial(hit, at)
    role = SPEAKERS[slot(said.quotation.speaker)] if said.quotation.speaker else Role.RULE
    for row, line in enumerate(lines):
        written = f"{number}" if not row else ""
        lead = written.rjust(at.text - GAP) + " " if at.text >= GAP + 1 else ""

        def draw(standing: Standing, line: Line = line, lead: str = lead) -> Line:
            bar = of.glyphs.current if standing.chosen else of.glyphs.bar
            ground = Role.CURRENT if standing.chosen else None
            body = tuple((words, ink.on(ground)) for words, ink in spread(line, (), at.measure + 2))
            return ((lead, META), (bar, Ink(role)), *body)

        yield LeafRow(draw, place)
    yield LeafRow(lambda _: ((" " * at.text, TEXT), *_reported(of, said, at.measure)), place)


def _direct(hit: Hit, at: Margin) -> Iterator[Line]:
    """The words, each paragraph opening with a hanging mark, a blank row between two."""
    words = hit.said.words
    layers = [Layer(*span, FOUND) for span in hit.highlights]
    pieces = paragraphs_said(hit.said)
    for number, piece in enumerate(pieces):
        if number:
            yield ()
        rows = list(wrap(words, *piece, at.measure, at.measure))
        for row, (start, end) in enumerate(rows):
            mark = "“" if not row else " "
            closing = "”" if row == len(rows) - 1 and number == len(pieces) - 1 else ""
            yield ((mark, SPEECH), *painted(words, start, end, SPEECH, layers), (closing, SPEECH))


def _partial(hit: Hit, at: Margin) -> Iterator[Line]:
    """The fragment in the reporter's muted sentence."""
    said = hit.said
    words = f"{said.before}“{said.words}”{said.after}"
    start = len(said.before)
    layers = [
        Layer(start, start + len(said.words) + 2, SPOKEN),
        *(Layer(start + 1 + a, start + 1 + b, FOUND) for a, b in hit.highlights),
    ]
    for a, b in wrap(words, 0, len(words), at.measure, at.measure):
        yield ((" ", TEXT), *painted(words, a, b, MUTED, layers))


def paragraphs_said(said: Said) -> list[Span]:
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


def _reported(of: Quoted, said: Said, room: int) -> Line:
    """The cue underlined, the kind, where it stands, and honest doubt; what does not fit is left out."""
    cutting = of.near(said.article)
    quotation, dot = said.quotation, f" {of.glyphs.dot} "
    where = cutting.article.paragraph_reference(quotation.span, of.glyphs.paragraph) if cutting else ""
    source = f"{said.publication or 'source not given'} {where}".rstrip()
    cue = " ".join(quotation.cue.of(cutting.article.text).split()) if cutting and quotation.cue else ""
    runs: list[Run] = [(drawn(cue), META._replace(underline=True))] if cue else []
    runs.append(((dot if cue else "") + quotation.kind.value, META))
    if sum(columns(words) for words, _ in runs) + columns(source) + 3 <= room:
        runs.append((f"{dot}{drawn(source)}", META))
    if quotation.rule == BY_HAND:
        runs += [(dot, META), (f"{of.glyphs.corrected} by hand", ACCENT)]
    elif quotation.confidence < LIKELY:
        runs += [(dot, META), (f"{of.glyphs.unsure} unsure", WARNING)]
    return tuple(runs)


def _named_in(of: Quoted, at: Margin) -> Iterator[LeafRow]:
    """The articles that name them without quoting them."""
    if not of.named_in:
        return
    if of.total:
        yield BLANK
        yield _heading("Named without being quoted", at, of.glyphs)
    dot = f" {of.glyphs.dot} "
    for one in of.named_in:
        yield BLANK
        often = "named once" if one.mentions == 1 else f"named {one.mentions:,} times"
        facts = dot.join((one.publication or "source not given", day(one.published), often))
        lines = (*hung(one.title, TEXT, at), *hung(facts, META, at))
        yield from item(iter(lines), Place(one.article), of.glyphs, at.room)
