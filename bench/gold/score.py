"""How well a cutting agrees with what a person marked in the same article. Pure.

A quotation is compared a stretch at a time: what stands between two marks inside one paragraph, its edges
trimmed of marks and points. A missed quotation is a wrong speaker too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from bench.gold.annotation import NAMED, GoldArticle, GoldMention, GoldQuotation, GoldSpeaker
from tui.model.annotation import Mention, Quotation, QuotationKind
from tui.model.cutting import Cutting
from tui.model.span import Span

EDGES = " \n\t“”\"‘’',.;:!?…-—–"
TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady dame baroness prof professor cllr councillor rev reverend canon mp "
    "pc judge sergeant superintendent inspector chief colonel major captain "
    "the a an one his her its their our this another".split()
)
"""Words before a name, or before what somebody is, that name nobody."""
MATCH = 0.5
"""A prediction stands for a gold quotation when it covers at least this share of it."""


class Figure(StrEnum):
    """What is counted, in per cent; for every one of them, more is better."""

    FOUND = "found"
    """Quotations with exactly the right words: F1 over direct and partial ones."""
    KIND = "kind"
    """Direct and partial quotations that are found as what they are."""
    SPEAKERS = "speakers"
    """Direct and partial quotations on the right speaker, of all that have one."""
    SPEAKERS_DIRECT = "speakers_direct"
    SPEAKERS_PARTIAL = "speakers_partial"
    NOBODY = "nobody"
    """Words for which nobody can be named, and nobody is."""
    TERMS = "terms"
    """Terms in marks that are not taken for speech."""
    NAMES = "names"
    """Mentions of people, organisations and places, exact edges and kind: micro F1."""
    SAME = "same"
    """Which mentions are the same entity: B-cubed F1."""


class Mistake(NamedTuple):
    """One thing that is not as it was marked, and where."""

    article: str
    line: int
    figure: Figure
    words: str
    complaint: str
    rule: str = ""
    """The rule that decided on the speaker, if one did."""


class Tally(NamedTuple):
    """Sums over articles: two figures are F1 of (right, predicted, gold), the others are shares of gold."""

    right: float = 0
    predicted: float = 0
    gold: float = 0

    def __add__(self, other: object) -> Tally:
        if not isinstance(other, Tally):
            return NotImplemented
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))


class Score(NamedTuple):
    """The tallies of some articles, every mistake in them, and how often each rule was right."""

    tallies: dict[Figure, Tally]
    mistakes: tuple[Mistake, ...]
    rules: dict[str, Tally]

    def figures(self) -> dict[Figure, float]:
        """Each figure in per cent, to one decimal; what the gold has none of is left out."""
        return {figure: _percent(figure, tally) for figure, tally in self.tallies.items() if tally.gold}


def score(pairs: Iterable[tuple[GoldArticle, Cutting]]) -> Score:
    """The score of many articles together."""
    tallies: dict[Figure, Tally] = dict.fromkeys(Figure, Tally())
    rules: dict[str, Tally] = defaultdict(Tally)
    mistakes: list[Mistake] = []
    for gold, cutting in pairs:
        counts = _Counts(gold)
        _quotations(counts, cutting)
        _names(counts, cutting)
        _same(counts, cutting)
        mistakes += sorted(counts.mistakes)
        for figure, tally in counts.tallies.items():
            tallies[figure] += tally
        for rule, tally in counts.rules.items():
            rules[rule] += tally
    return Score(tallies, tuple(mistakes), dict(rules))


def _percent(figure: Figure, tally: Tally) -> float:
    if figure is Figure.SAME:
        # `right` is the sum of precisions, `predicted` that of recalls, `gold` the number of mentions.
        precision, recall = tally.right / tally.gold, tally.predicted / tally.gold
        return round(200 * precision * recall / (precision + recall), 1)
    if figure in (Figure.FOUND, Figure.NAMES):
        return round(200 * tally.right / (tally.predicted + tally.gold), 1)
    return round(100 * tally.right / tally.gold, 1)


# quotations


class _Piece(NamedTuple):
    span: Span
    quotation: Quotation


def _quotations(counts: _Counts, cutting: Cutting) -> None:
    gold = counts.gold
    pieces = [piece for quotation in cutting.spoken for piece in _pieces(gold.text, quotation)]
    wanted = [quotation for quotation in gold.quotations if not quotation.optional]
    speech = [(_trimmed(gold.text, q.span), q) for q in wanted if q.kind is not QuotationKind.SCARE]
    allowed = [q.span for q in gold.quotations if q.optional]
    pieces = [
        piece
        for piece in pieces
        if not _touches(piece.span, allowed) or _touches(piece.span, [span for span, _ in speech])
    ]
    met = {_spoken(counts, span, quotation, pieces) for span, quotation in speech}
    counts.tallies[Figure.FOUND] += Tally(predicted=len(pieces))
    for quotation in wanted:
        if quotation.kind is QuotationKind.SCARE:
            _term(counts, quotation, pieces)
    terms = [q.span for q in wanted if q.kind is QuotationKind.SCARE]
    for piece in pieces:
        if piece.span not in met and not _touches(piece.span, [*terms, *(span for span, _ in speech)]):
            counts.note(Figure.FOUND, piece.span, "is no quotation", piece.quotation.rule)


def _spoken(counts: _Counts, span: Span, gold: GoldQuotation, pieces: list[_Piece]) -> Span | None:
    """Count one gold quotation that somebody says; the place of what was found for it."""
    best = max(pieces, key=lambda piece: _likeness(span, piece.span), default=None)
    if best is None or not span.overlaps(best.span):
        best = None
    exact = best is not None and best.span == span
    counts.add(Figure.FOUND, right=exact)
    if best is None:
        counts.note(Figure.FOUND, span, "is missed")
    elif not exact:
        counts.note(
            Figure.FOUND, span, f"is found as {_short(best.span.of(counts.gold.text))}", best.quotation.rule
        )
    stands = best is not None and _shared(span, best.span) >= MATCH * (span.end - span.start)
    found = best.quotation if best is not None and stands else None
    counts.add(Figure.KIND, right=found is not None and found.kind is gold.kind)
    if found is not None and found.kind is not gold.kind:
        counts.note(Figure.KIND, span, f"is {gold.kind}, not {found.kind}", found.rule)
    _speaker(counts, span, gold, found)
    return best.span if best else None


def _speaker(counts: _Counts, span: Span, gold: GoldQuotation, found: Quotation | None) -> None:
    said = found.speaker if found else None
    rule = found.rule if found else ""
    if not gold.speakers:
        counts.add(Figure.NOBODY, right=not said)
        if said:
            counts.note(Figure.NOBODY, span, f"is nobody’s, not {said}’s", rule)
        return
    right = said is not None and any(same_speaker(speaker, said) for speaker in gold.speakers)
    own = Figure.SPEAKERS_DIRECT if gold.kind is QuotationKind.DIRECT else Figure.SPEAKERS_PARTIAL
    counts.add(Figure.SPEAKERS, right=right)
    counts.add(own, right=right)
    if found is not None:
        counts.rules[rule] += Tally(right=right, gold=1)
    if found is not None and not right:
        whose = f"not {said}’s" if said else "and nobody is named"
        counts.note(Figure.SPEAKERS, span, f"is {gold.speakers[0].name}’s, {whose}", rule)


def _term(counts: _Counts, gold: GoldQuotation, pieces: list[_Piece]) -> None:
    span = _trimmed(counts.gold.text, gold.span)
    taken = [piece for piece in pieces if _shared(span, piece.span) >= MATCH * (span.end - span.start)]
    counts.add(Figure.TERMS, right=not taken)
    for piece in taken:
        counts.note(
            Figure.TERMS,
            span,
            f"is a term, not {piece.quotation.speaker or 'somebody'}’s words",
            piece.quotation.rule,
        )


def same_speaker(gold: GoldSpeaker, said: str) -> bool:
    """Whether `said` means that speaker: no name in it that is not theirs, and a name or what they are is."""
    known = {word for form in gold.forms for word in _words(form)}
    names = {word.casefold() for word in re.findall(r"[^\W\d_a-z][\w'’&-]*", _bare(said))} - TITLES
    if names - known:
        return False
    heads = set() if gold.kind in NAMED else {_head(form) for form in gold.forms}
    return bool(names or heads & set(_words(said)))


def _bare(phrase: str) -> str:
    """Without the ’s of names."""
    return re.sub(r"['’]s\b", "", phrase)


def _words(phrase: str) -> list[str]:
    words = re.findall(r"[\w'’&-]+", _bare(phrase).casefold())
    return [word for word in words if word not in TITLES] or words


def _head(phrase: str) -> str:
    """The noun of "A spokeswoman for the Department of Health"."""
    first = re.split(r",|\(| (?:of|for|at|from|in|on|with|to|who|which|that) ", phrase)[0]
    return (_words(first) or _words(phrase) or [phrase.casefold()])[-1]


# names


def _names(counts: _Counts, cutting: Cutting) -> None:
    gold = counts.gold
    wanted = {mention.span: mention for mention in gold.mentions if not mention.optional}
    found = _found(gold, cutting)
    right = [m for m in found if m.span in wanted and m.kind in wanted[m.span].kinds]
    counts.tallies[Figure.NAMES] = Tally(len(right), len(found), len(wanted))
    spans = {mention.span: mention for mention in found}
    for span, mention in wanted.items():
        if span not in spans:
            counts.note(Figure.NAMES, span, f"is {mention.entity} and is missed")
        elif spans[span].kind not in mention.kinds:
            counts.note(Figure.NAMES, span, f"is {mention.kinds[0]}, not {spans[span].kind}")
    for span in spans.keys() - wanted.keys():
        counts.note(Figure.NAMES, span, f"is no {spans[span].kind}")


def _found(gold: GoldArticle, cutting: Cutting) -> list[Mention]:
    """The predicted names, without those that meet only what is optional."""
    allowed = [mention.span for mention in gold.mentions if mention.optional]
    wanted = [mention.span for mention in gold.mentions if not mention.optional]
    return [
        mention
        for mention in cutting.mentions
        if mention.kind in NAMED and (not _touches(mention.span, allowed) or _touches(mention.span, wanted))
    ]


def _same(counts: _Counts, cutting: Cutting) -> None:
    """B-cubed over the gold mentions: each is of the entity of the prediction that it shares most with."""
    gold = counts.gold
    wanted = [mention for mention in gold.mentions if not mention.optional]
    found = _found(gold, cutting)
    pairs = [(mention.entity, _entity(mention, found)) for mention in wanted]
    for entity, predicted in pairs:
        together = [true for true, other in pairs if other == predicted]
        chain = [other for true, other in pairs if true == entity]
        both = together.count(entity)
        counts.tallies[Figure.SAME] += Tally(both / len(together), both / len(chain), 1)
    _note_entities(counts, list(zip(wanted, pairs, strict=True)))


def _entity(mention: GoldMention, found: Sequence[Mention]) -> str:
    best = max(found, key=lambda other: _shared(mention.span, other.span), default=None)
    if best is None or not mention.span.overlaps(best.span):
        return f"alone at {mention.span.start}"
    return best.entity


def _note_entities(counts: _Counts, rows: list[tuple[GoldMention, tuple[str, str]]]) -> None:
    """One mistake for every entity that is found as several, or that is found as one with another."""
    parts: dict[str, dict[str, Span]] = defaultdict(dict)
    wholes: dict[str, dict[str, Span]] = defaultdict(dict)
    for mention, (true, predicted) in rows:
        if not predicted.startswith("alone at "):
            parts[true].setdefault(predicted, mention.span)
        wholes[predicted].setdefault(true, mention.span)
    for true, names in parts.items():
        if len(names) > 1:
            counts.note(Figure.SAME, list(names.values())[1], f"{true} is one, not {' and '.join(names)}")
    for predicted, names in wholes.items():
        if len(names) > 1:
            counts.note(
                Figure.SAME, list(names.values())[1], f"{predicted} is not one but {' and '.join(names)}"
            )


# spans


def _pieces(text: str, quotation: Quotation) -> Iterable[_Piece]:
    """A predicted quotation as stretches inside one paragraph each."""
    for segment in quotation.segments:
        for match in re.finditer(r"[^\n]+", segment.of(text)):
            span = _trimmed(text, Span(segment.start + match.start(), segment.start + match.end()))
            if span.end > span.start:
                yield _Piece(span, quotation)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _likeness(one: Span, other: Span) -> float:
    return _shared(one, other) / (max(one.end, other.end) - min(one.start, other.start))


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _short(words: str, most: int = 48) -> str:
    words = " ".join(words.split())
    return f"“{words}”" if len(words) <= most else f"“{words[: most - 1].rstrip()}…”"


class _Counts:
    """What has been counted in one article so far."""

    def __init__(self, gold: GoldArticle) -> None:
        self.gold = gold
        self.tallies: dict[Figure, Tally] = defaultdict(Tally)
        self.mistakes: list[Mistake] = []
        self.rules: dict[str, Tally] = defaultdict(Tally)

    def add(self, figure: Figure, *, right: bool) -> None:
        self.tallies[figure] += Tally(right=right, gold=1)

    def note(self, figure: Figure, span: Span, complaint: str, rule: str = "") -> None:
        words = _short(span.of(self.gold.text))
        self.mistakes.append(
            Mistake(self.gold.name, self.gold.line(span.start), figure, words, complaint, rule)
        )
