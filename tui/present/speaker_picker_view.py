"""Who said it? The people of the article to choose from, each with the reason why it may be them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.model.annotation import Entity, EntityKind, Quotation
from tui.model.cutting import Cutting
from tui.model.known_entity import KnownName
from tui.present.find_words import found_in, has_words
from tui.present.glyphs import Glyphs
from tui.present.plain_words import count_of
from tui.present.speaker_badges import SpeakerBadges
from tui.present.styles import (
    ACCENT,
    ACCENT_BOLD,
    HEADLINE,
    META,
    MUTED,
    SECTION,
    TEXT,
    StyledLine,
    StyledRun,
    TextStyle,
    ThemeRole,
    fit_line,
    justify,
    truncate,
)
from tui.present.text_entry import TextEntry
from tui.present.text_width import display_width, printable

MOST = 9
"""Candidates that a digit can choose."""
NAME = 28
WIDE = 50
"""Columns from which the head also says that the choice is kept."""
LEAD = 5
SPEAKING = (EntityKind.PERSON, EntityKind.GROUP, EntityKind.UNNAMED, EntityKind.ORGANISATION)


class SpeakerCandidate(NamedTuple):
    """A speaker to choose: None with kind None is nobody. `why` says where the article has them."""

    name: str | None
    kind: EntityKind | None
    shown: str
    why: str
    now: bool = False


class SpeakerChoice(NamedTuple):
    """What the panel shows: the line typed, who is offered, which row is chosen, and how far it reaches.

    `elsewhere` are names of other articles that what is typed may be the beginning of.
    """

    candidates: tuple[SpeakerCandidate, ...]
    field: TextEntry = TextEntry()
    chosen: int = 0
    all_of_theirs: bool = False
    elsewhere: tuple[SpeakerCandidate, ...] = ()

    @property
    def offered(self) -> tuple[SpeakerCandidate, ...]:
        """Those who match what was typed, of the article first; a name that nobody has as it was typed."""
        typed = self.field.text.strip()
        if not typed:
            return self.candidates
        found = tuple(c for c in self.candidates if found_in(c.shown, typed.lower()))
        here = {c.name for c in self.candidates}
        found = (*found, *(c for c in self.elsewhere if c.name not in here and has_words(c.shown, typed)))
        exact = any(c.shown.lower() == typed.lower() for c in found)
        own = SpeakerCandidate(typed, EntityKind.PERSON, typed, "as you typed it")
        return found if exact else (*found, own)


def candidates_elsewhere(names: Sequence[KnownName]) -> tuple[SpeakerCandidate, ...]:
    """Names of the library to choose from, each with how many articles give it."""
    return tuple(
        SpeakerCandidate(one.name, one.kind, one.name, f"in {count_of(one.articles, 'article')}")
        for one in names
    )


def speaker_candidates(cutting: Cutting, quotation: Quotation) -> tuple[SpeakerCandidate, ...]:
    """The present speaker, then those named nearest to the quotation, then nobody."""
    start = quotation.span.start
    nearest: dict[str, int] = {}
    for mention in cutting.mentions:
        away = abs(mention.span.start - start)
        nearest[mention.entity] = min(away, nearest.get(mention.entity, away))
    people = [e for e in cutting.entities if e.kind in SPEAKING]
    people.sort(key=lambda e: (e.name != quotation.speaker, nearest.get(e.name, 1 << 30)))
    out = [_candidate(cutting, quotation, entity) for entity in people[: MOST - 1]]
    return (
        *out,
        SpeakerCandidate(None, None, "Nobody", "a term, or not to be told", quotation.speaker is None),
    )


def _candidate(cutting: Cutting, quotation: Quotation, entity: Entity) -> SpeakerCandidate:
    mentions = cutting.mentions_of(entity.name)
    inside = any(segment.overlaps(m.span) for m in mentions for segment in quotation.segments)
    paragraph = cutting.article.paragraph_number(mentions[0].span.start) if mentions else 0
    why = "named in the quotation" if inside else f"named in ¶{paragraph}" if paragraph else ""
    now = entity.name == quotation.speaker
    return SpeakerCandidate(entity.name, entity.kind, entity.name, "as it stands" if now else why, now)


FRAME = 6
"""Rows of the panel that are no candidates."""


def speaker_picker_lines(
    choice: SpeakerChoice, speakers: SpeakerBadges, room: int, glyphs: Glyphs, high: int = MOST + FRAME
) -> tuple[StyledLine, ...]:
    """The panel's rows, at most `high`: with fewer, the candidates round the chosen one."""
    inner = room - LEAD - 2
    pad: StyledRun = (" " * LEAD, TEXT)
    scope = "all they said in this article" if choice.all_of_theirs else "this quotation"
    kept = f" {glyphs.dot} kept" if inner > WIDE else ""
    title = justify((("WHO SAID IT?", SECTION),), ((f"{scope}{kept}", META),), inner)
    field: StyledLine = (*choice.field.line(inner - 2),)
    if not choice.field.text:
        field = (*field, (" type a name, or choose", MUTED))
    rows: list[StyledLine] = [((glyphs.panel * room, ACCENT),), (), (pad, *title)]
    rows.append((pad, (glyphs.deeper + " ", ACCENT_BOLD), *field))
    rows.append(())
    seen = max(1, high - FRAME)
    first = max(0, choice.chosen - seen + 1)
    for number, candidate in list(enumerate(choice.offered[:MOST]))[first : first + seen]:
        rows.append(_row(candidate, number, choice, speakers, room, glyphs))
    return (*rows, ())


def _row(
    candidate: SpeakerCandidate,
    number: int,
    choice: SpeakerChoice,
    speakers: SpeakerBadges,
    room: int,
    glyphs: Glyphs,
) -> StyledLine:
    chosen = number == choice.chosen
    bar: StyledRun = (glyphs.chosen if chosen else " ", TextStyle(ThemeRole.ACCENT))
    letters = speakers.initials(candidate.name) if candidate.name else "  "
    known = speakers.role(candidate.name)
    wide = max(12, min(NAME, room - 32))
    name = truncate(printable(candidate.shown), wide, glyphs.cut)
    left: StyledLine = (
        bar,
        (" ", TEXT),
        (letters, TextStyle(known, bold=True) if known is not ThemeRole.RULE else MUTED),
        (f" {number + 1}  ", HEADLINE),
        (name + " " * (wide + 1 - display_width(name)), HEADLINE if chosen else TEXT),
        (candidate.why, META),
    )
    right: StyledLine = (("now  " if candidate.now else "  ", MUTED),)
    return fit_line(justify(left, right, room), room, ThemeRole.SELECTION if chosen else None)
