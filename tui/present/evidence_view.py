"""Why a quotation is given to its speaker: the words that say so, named, and the rule in plain words."""

from __future__ import annotations

from tui.extract.attribution.rules import RULE_WORDS
from tui.model.annotation import BY_HAND, Quotation
from tui.model.cutting import Cutting
from tui.model.span import Span
from tui.present.article_view import sureness
from tui.present.glyphs import Glyphs
from tui.present.highlight_layers import Layer, Wash, painted
from tui.present.speaker_badges import Speakers
from tui.present.styles import ACCENT, HEADLINE, META, MUTED, SECTION, TEXT, Ink, Line, Run, cut, spread
from tui.present.text_width import columns, drawn, wrap

INDENT = 5
LABEL = 12
"""Columns left of the words, and of the labels of the facts."""


def evidence(
    cutting: Cutting, number: int, speakers: Speakers, room: int, glyphs: Glyphs
) -> tuple[Line, ...]:
    """The panel's rows for spoken quotation `number`."""
    quotation = cutting.spoken[number]
    inner = room - INDENT - 2
    sure = (
        f"{sureness(quotation.confidence)} {glyphs.dot} {quotation.confidence:.2f}"
        if quotation.speaker
        else ""
    )
    title = spread((("WHO SAID THIS", SECTION),), ((sure, HEADLINE),), inner)
    rows: list[Line] = [title, (), *_shown(cutting, quotation, speakers, inner), ()]
    for label, words in _facts(cutting, quotation):
        for at, (start, end) in enumerate(wrap(words, 0, len(words), inner - LABEL, inner - LABEL)):
            head: Run = ((label if at == 0 else "").ljust(LABEL), MUTED)
            rows.append((head, (words[start:end], TEXT)))
    pad: Run = (" " * INDENT, TEXT)
    letters = Ink(speakers.role(quotation.speaker), bold=True)
    named = next(n for n, row in enumerate(rows) if not row) + 1
    out: list[Line] = [((glyphs.panel * room, ACCENT),), ()]
    for at, row in enumerate(rows):
        lead: tuple[Run, ...] = (pad,)
        if at == named:
            lead = (("  ", TEXT), (speakers.initials(quotation.speaker), letters), (" ", TEXT))
        out.append((*lead, *row))
    return (*out, ())


def _shown(cutting: Cutting, quotation: Quotation, speakers: Speakers, inner: int) -> list[Line]:
    """Name and role; then the reporter's words with speaker and cue lit and named under them."""
    if quotation.speaker is None:
        return [(("nobody yet", HEADLINE), (": no name is better than a wrong one", META))]
    entity = cutting.entity(quotation.speaker)
    role = f", {entity.roles[0].words}" if entity and entity.roles else ""
    who: Line = ((drawn(quotation.speaker), HEADLINE), (cut(drawn(role), inner - 10), META))
    who_spoke = "as found" if quotation.rule == BY_HAND else "speaker"
    marked = [
        (span, label)
        for span, label in ((quotation.speaker_span, who_spoke), (quotation.cue, "cue"))
        if span is not None
    ]
    if not marked:
        return [who]
    ink = Ink(speakers.role(quotation.speaker), bold=True, underline=True)
    washes = {who_spoke: Wash(ink=ink), "cue": Wash(ink=HEADLINE._replace(underline=True))}
    layers = [Layer(*span, washes[label]) for span, label in marked]
    return [who, (), *_labelled(cutting.article.text, sorted(marked), layers, inner)]


def _labelled(text: str, marked: list[tuple[Span, str]], layers: list[Layer], inner: int) -> list[Line]:
    """The stretch from the first marked word to the last on one row, and the labels on the row below."""
    start, end = marked[0][0].start, marked[-1][0].end
    apart = "\n" in text[start:end] or end - start > inner
    spans = [span for span, _ in marked] if apart else [Span(start, end)]
    words: list[Run] = []
    for at, span in enumerate(spans):
        words += [(" … ", MUTED)] if at else []
        words += painted(text, span.start, span.end, MUTED, layers)
    at_column = {span: _column(text, span, spans) for span, _ in marked}
    labels: list[Run] = []
    for span, label in marked:
        used = sum(columns(word) for word, _ in labels)
        gap = max(1 if labels else 0, at_column[span] - used)
        labels += [(" " * gap, TEXT), (label, META)]
    return [tuple(words), tuple(labels)]


def _column(text: str, span: Span, spans: list[Span]) -> int:
    """Where the span begins on the row that shows `spans` one after the other."""
    column = 0
    for at, shown in enumerate(spans):
        column += 3 if at else 0
        if shown.contains(span):
            return column + columns(text[shown.start : span.start])
        column += columns(text[shown.start : shown.end])
    return column


def _facts(cutting: Cutting, quotation: Quotation) -> list[tuple[str, str]]:
    """The rule in words, how an utterance is carried on, and what was put right by hand."""
    out = [("rule", RULE_WORDS.get(quotation.rule, quotation.rule))]
    numbers = [cutting.article.paragraph_number(segment.start) for segment in quotation.segments]
    later = sorted(set(numbers[1:]) - {numbers[0]})
    if later:
        last = f"¶{later[0]}" if len(later) == 1 else f"¶{later[0]} to ¶{later[-1]}"
        verb = "opens" if len(later) == 1 else "open"
        out.append(("carried on", f"{last} {verb} with a mark, what is before is not closed: one utterance"))
    if quotation.nested:
        out.append(("within", "a quotation inside it belongs to it"))
    return out
