"""Why a quotation is given to its speaker: the words that say so, named, and the rule in plain words."""

from __future__ import annotations

from tui.model.annotation import Quotation
from tui.model.cutting import Cutting
from tui.model.rule import Rule
from tui.model.span import Span
from tui.present.glyphs import Glyphs
from tui.present.highlight_layers import HighlightLayer, StylePatch, highlighted_runs
from tui.present.plain_words import confidence_word
from tui.present.speaker_badges import SpeakerBadges
from tui.present.styles import (
    ACCENT,
    HEADLINE,
    META,
    MUTED,
    SECTION,
    TEXT,
    StyledLine,
    StyledRun,
    TextStyle,
    justify,
    truncate,
)
from tui.present.text_width import display_width, printable, wrap

INDENT = 5
LABEL = 12
"""Columns left of the words, and of the labels of the facts."""


def evidence_lines(
    cutting: Cutting, number: int, speakers: SpeakerBadges, room: int, glyphs: Glyphs
) -> tuple[StyledLine, ...]:
    """The panel's rows for spoken quotation `number`."""
    quotation = cutting.spoken[number]
    inner = room - INDENT - 2
    sure = (
        f"{confidence_word(quotation.confidence)} {glyphs.dot} {quotation.confidence:.2f}"
        if quotation.speaker
        else ""
    )
    title = justify((("WHO SAID THIS", SECTION),), ((sure, HEADLINE),), inner)
    rows: list[StyledLine] = [title, (), *_shown(cutting, quotation, speakers, inner), ()]
    for label, words in _facts(cutting, quotation):
        for at, (start, end) in enumerate(wrap(words, 0, len(words), inner - LABEL, inner - LABEL)):
            head: StyledRun = ((label if at == 0 else "").ljust(LABEL), MUTED)
            rows.append((head, (words[start:end], TEXT)))
    pad: StyledRun = (" " * INDENT, TEXT)
    letters = TextStyle(speakers.role(quotation.speaker), bold=True)
    named = next(n for n, row in enumerate(rows) if not row) + 1
    out: list[StyledLine] = [((glyphs.panel * room, ACCENT),), ()]
    for at, row in enumerate(rows):
        lead: tuple[StyledRun, ...] = (pad,)
        if at == named:
            lead = (("  ", TEXT), (speakers.initials(quotation.speaker), letters), (" ", TEXT))
        out.append((*lead, *row))
    return (*out, ())


def _shown(cutting: Cutting, quotation: Quotation, speakers: SpeakerBadges, inner: int) -> list[StyledLine]:
    """Name and role; then the reporter's words with speaker and cue lit and named under them."""
    if quotation.speaker is None:
        return [(("nobody yet", HEADLINE), (": no name is better than a wrong one", META))]
    entity = cutting.entity(quotation.speaker)
    role = f", {entity.roles[0].words}" if entity and entity.roles else ""
    who: StyledLine = (
        (printable(quotation.speaker), HEADLINE),
        (truncate(printable(role), inner - 10), META),
    )
    who_spoke = "as found" if quotation.rule == Rule.BY_HAND else "speaker"
    marked = [
        (span, label)
        for span, label in ((quotation.speaker_span, who_spoke), (quotation.cue, "cue"))
        if span is not None
    ]
    if not marked:
        return [who]
    ink = TextStyle(speakers.role(quotation.speaker), bold=True, underline=True)
    washes = {who_spoke: StylePatch(ink=ink), "cue": StylePatch(ink=HEADLINE._replace(underline=True))}
    layers = [HighlightLayer(*span, washes[label]) for span, label in marked]
    return [who, (), *_labelled(cutting.article.joined, sorted(marked), layers, inner)]


def _labelled(
    text: str, marked: list[tuple[Span, str]], layers: list[HighlightLayer], inner: int
) -> list[StyledLine]:
    """The stretch from the first marked word to the last on one row, and the labels on the row below."""
    start, end = marked[0][0].start, marked[-1][0].end
    apart = "\n" in text[start:end] or end - start > inner
    spans = [span for span, _ in marked] if apart else [Span(start, end)]
    words: list[StyledRun] = []
    for at, span in enumerate(spans):
        words += [(" … ", MUTED)] if at else []
        words += highlighted_runs(text, span.start, span.end, MUTED, layers)
    at_column = {span: _column(text, span, spans) for span, _ in marked}
    labels: list[StyledRun] = []
    for span, label in marked:
        used = sum(display_width(word) for word, _ in labels)
        gap = max(1 if labels else 0, at_column[span] - used)
        labels += [(" " * gap, TEXT), (label, META)]
    return [tuple(words), tuple(labels)]


def _column(text: str, span: Span, spans: list[Span]) -> int:
    """Where the span begins on the row that shows `spans` one after the other."""
    column = 0
    for at, shown in enumerate(spans):
        column += 3 if at else 0
        if shown.contains(span):
            return column + display_width(text[shown.start : span.start])
        column += display_width(text[shown.start : shown.end])
    return column


def _facts(cutting: Cutting, quotation: Quotation) -> list[tuple[str, str]]:
    """The rule in words, how an utterance is carried on, and what was put right by hand."""
    out = [("rule", quotation.rule.words)]
    numbers = [cutting.article.paragraph_number(segment.start) for segment in quotation.segments]
    later = sorted(set(numbers[1:]) - {numbers[0]})
    if later:
        last = f"¶{later[0]}" if len(later) == 1 else f"¶{later[0]} to ¶{later[-1]}"
        verb = "opens" if len(later) == 1 else "open"
        out.append(("carried on", f"{last} {verb} with a mark, what is before is not closed: one utterance"))
    if quotation.nested:
        out.append(("within", "a quotation inside it belongs to it"))
    return out
