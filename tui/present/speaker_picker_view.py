"""Who said it? The people of the article to choose from, each with the reason why it may be them."""

from __future__ import annotations

from typing import NamedTuple

from tui.model.annotation import Entity, EntityKind, Quotation
from tui.model.cutting import Cutting
from tui.present.glyphs import Glyphs
from tui.present.speaker_badges import Speakers
from tui.present.styles import (
    ACCENT,
    ACCENT_BOLD,
    HEADLINE,
    META,
    MUTED,
    SECTION,
    TEXT,
    Ink,
    Line,
    Role,
    Run,
    cut,
    fitted,
    spread,
)
from tui.present.text_entry import TextEntry
from tui.present.text_width import columns, drawn

MOST = 9
"""Candidates that a digit can choose."""
NAME = 28
WIDE = 50
"""Columns from which the head also says that the choice is kept."""
LEAD = 5
SPEAKING = (EntityKind.PERSON, EntityKind.GROUP, EntityKind.UNNAMED, EntityKind.ORGANISATION)


class Candidate(NamedTuple):
    """A speaker to choose: None with kind None is nobody. `why` says where the article has them."""

    name: str | None
    kind: EntityKind | None
    shown: str
    why: str
    now: bool = False


class Choice(NamedTuple):
    """What the panel shows: the line typed, who is offered, which row is chosen, and how far it reaches."""

    candidates: tuple[Candidate, ...]
    field: TextEntry = TextEntry()
    chosen: int = 0
    all_of_theirs: bool = False

    @property
    def offered(self) -> tuple[Candidate, ...]:
        """Those who match what was typed; a name that nobody has is offered as it was typed."""
        typed = self.field.text.strip()
        if not typed:
            return self.candidates
        found = tuple(c for c in self.candidates if typed.lower() in c.shown.lower())
        exact = any(c.shown.lower() == typed.lower() for c in found)
        own = Candidate(typed, EntityKind.PERSON, typed, "as you typed it")
        return found if exact else (*found, own)


def candidates(cutting: Cutting, quotation: Quotation) -> tuple[Candidate, ...]:
    """The present speaker, then those named nearest to the quotation, then nobody."""
    start = quotation.span.start
    nearest: dict[str, int] = {}
    for mention in cutting.mentions:
        away = abs(mention.span.start - start)
        nearest[mention.entity] = min(away, nearest.get(mention.entity, away))
    people = [e for e in cutting.entities if e.kind in SPEAKING]
    people.sort(key=lambda e: (e.name != quotation.speaker, nearest.get(e.name, 1 << 30)))
    out = [_candidate(cutting, quotation, entity) for entity in people[: MOST - 1]]
    return (*out, Candidate(None, None, "Nobody", "a term, or not to be told", quotation.speaker is None))


def _candidate(cutting: Cutting, quotation: Quotation, entity: Entity) -> Candidate:
    mentions = cutting.mentions_of(entity.name)
    inside = any(segment.overlaps(m.span) for m in mentions for segment in quotation.segments)
    paragraph = cutting.article.paragraph_number(mentions[0].span.start) if mentions else 0
    why = "named in the quotation" if inside else f"named in ¶{paragraph}" if paragraph else ""
    now = entity.name == quotation.speaker
    return Candidate(entity.name, entity.kind, entity.name, "as it stands" if now else why, now)


FRAME = 6
"""Rows of the panel that are no candidates."""


def chooser(
    choice: Choice, speakers: Speakers, room: int, glyphs: Glyphs, high: int = MOST + FRAME
) -> tuple[Line, ...]:
    """The panel's rows, at most `high`: with fewer, the candidates round the chosen one."""
    inner = room - LEAD - 2
    pad: Run = (" " * LEAD, TEXT)
    scope = "all they said in this article" if choice.all_of_theirs else "this quotation"
    kept = f" {glyphs.dot} kept" if inner > WIDE else ""
    title = spread((("WHO SAID IT?", SECTION),), ((f"{scope}{kept}", META),), inner)
    field: Line = (*choice.field.line(inner - 2),)
    if not choice.field.text:
        field = (*field, (" type a name, or choose", MUTED))
    rows: list[Line] = [((glyphs.panel * room, ACCENT),), (), (pad, *title)]
    rows.append((pad, (glyphs.deeper + " ", ACCENT_BOLD), *field))
    rows.append(())
    seen = max(1, high - FRAME)
    first = max(0, choice.chosen - seen + 1)
    for number, candidate in list(enumerate(choice.offered[:MOST]))[first : first + seen]:
        rows.append(_row(candidate, number, choice, speakers, room, glyphs))
    return (*rows, ())


def _row(
    candidate: Candidate, number: int, choice: Choice, speakers: Speakers, room: int, glyphs: Glyphs
) -> Line:
    chosen = number == choice.chosen
    bar: Run = (glyphs.chosen if chosen else " ", Ink(Role.ACCENT))
    letters = speakers.initials(candidate.name) if candidate.name else "  "
    known = speakers.role(candidate.name)
    wide = max(12, min(NAME, room - 32))
    name = cut(drawn(candidate.shown), wide, glyphs.cut)
    left: Line = (
        bar,
        (" ", TEXT),
        (letters, Ink(known, bold=True) if known is not Role.RULE else MUTED),
        (f" {number + 1}  ", HEADLINE),
        (name + " " * (wide + 1 - columns(name)), HEADLINE if chosen else TEXT),
        (candidate.why, META),
    )
    right: Line = (("now  " if candidate.now else "  ", MUTED),)
    return fitted(spread(left, right, room), room, Role.SELECTION if chosen else None)
