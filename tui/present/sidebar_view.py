"""The sidebar: who and what is in the article, and which articles belong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from tui.model.annotation import Entity, EntityKind
from tui.model.cutting import Cutting
from tui.model.listing import Row
from tui.model.relation import ReasonKind, Relation
from tui.present.article_list_view import Standing, bar, day, headline, lit
from tui.present.glyphs import Glyphs
from tui.present.homoglyphs import mixes_alphabets
from tui.present.speaker_badges import Speakers
from tui.present.styles import (
    ACCENT,
    HEADLINE,
    META,
    MUTED,
    SECTION,
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

NAME_AT = 4
COUNT = 8
"""Columns right of the counts of what was said: for those of mentions, which end one before the edge."""
BODIES, PLACES = 5, 3
"""Rows of organisations and places before "n more"."""
REASONS = 2
PEOPLE = (EntityKind.PERSON, EntityKind.GROUP, EntityKind.UNNAMED)
INKS = {EntityKind.ORGANISATION: Ink(Role.ORGANISATION), EntityKind.PLACE: Ink(Role.PLACE)}


class Sort(Enum):
    """What an item of the sidebar is."""

    ENTITY = "entity"
    MORE = "more"
    ARTICLE = "article"
    REASON = "reason"


class Item(NamedTuple):
    """Something to choose: `key` is an entity's name, the kind to unfold, or an article's id."""

    sort: Sort
    key: str
    reason: int = 0


class SideRow(NamedTuple):
    """One row: what it says, and the item that it belongs to (None: a head or a blank)."""

    item: Item | None
    draw: Callable[[int, Standing], Line]


class Side(NamedTuple):
    """All that the sidebar shows of one article. `said` and `named` count by entity name."""

    cutting: Cutting
    speakers: Speakers
    glyphs: Glyphs
    said: dict[str, int]
    named: dict[str, int]
    relations: Sequence[Relation] | None = None
    """None while they are being looked up."""
    titles: dict[str, str] | None = None
    unfolded: frozenset[str] = frozenset()
    entity: str | None = None
    mention: int = 0
    alike: tuple[str, ...] = ()
    """Names of the library that may be the chosen entity's too."""


def side_of(cutting: Cutting, speakers: Speakers, glyphs: Glyphs) -> Side:
    """The sidebar of an article before its related articles are known."""
    said: dict[str, int] = {}
    named: dict[str, int] = {}
    for quotation in cutting.spoken:
        if quotation.speaker:
            said[quotation.speaker] = said.get(quotation.speaker, 0) + 1
    for mention in cutting.mentions:
        named[mention.entity] = named.get(mention.entity, 0) + 1
    return Side(cutting, speakers, glyphs, said, named)


def rows(side: Side, room: int) -> tuple[SideRow, ...]:
    """Every row of the sidebar, top to bottom, for `room` columns."""
    return (*_people(side, room), *_bodies(side, room), *_related(side, room))


def _plain(line: Line, item: Item | None = None) -> SideRow:
    return SideRow(item, lambda _room, _standing: line)


BLANK = _plain(())


def _head(words: str, right: str, room: int) -> SideRow:
    return _plain(spread(((" " + words, SECTION),), ((right, MUTED), (" ", TEXT)), room))


def _ranked(side: Side, kinds: Sequence[EntityKind]) -> list[Entity]:
    """Those who speak first, by how much; then by how often they are named."""
    here = [e for e in side.cutting.entities if e.kind in kinds]
    return sorted(here, key=lambda e: (-side.said.get(e.name, 0), -side.named.get(e.name, 0)))


def _people(side: Side, room: int) -> Iterator[SideRow]:
    people = _ranked(side, PEOPLE)
    yield _head("PEOPLE", "said  named" if people else "nobody named", room)
    for entity in people:
        yield from _entity(side, entity, room)
    yield BLANK


def _bodies(side: Side, room: int) -> Iterator[SideRow]:
    for kind, head, most in (
        (EntityKind.ORGANISATION, "ORGANISATIONS", BODIES),
        (EntityKind.PLACE, "PLACES", PLACES),
    ):
        entities = _ranked(side, (kind,))
        if not entities:
            continue
        yield _head(head, "", room)
        fold = len(entities) > most + 1 and kind.value not in side.unfolded
        shown = entities[:most] if fold else entities
        if fold and side.entity in {e.name for e in entities[most:]}:
            shown = [*shown, *(e for e in entities[most:] if e.name == side.entity)]
        for entity in shown:
            yield from _entity(side, entity, room)
        if len(shown) < len(entities):
            yield _more(len(entities) - len(shown), kind.value, side.glyphs)
        yield BLANK


def _more(number: int, kind: str, glyphs: Glyphs) -> SideRow:
    words: Run = (f"{number} more", MUTED)
    return SideRow(Item(Sort.MORE, kind), lambda room, st: _row(st, glyphs, [("   ", TEXT), words], [], room))


def _row(standing: Standing, glyphs: Glyphs, left: Sequence[Run], right: Sequence[Run], room: int) -> Line:
    """A row with its bar, on the ground of the selection when it is chosen."""
    line = spread((bar(standing, glyphs), *left), (*right, (" ", TEXT)), room)
    ground = Role.SELECTION if standing.chosen else None
    return tuple((words, ink.on(ground)) for words, ink in line)


def _counts(side: Side, entity: Entity, chosen: bool) -> tuple[str, str]:
    """What was said and how often named, as shown: a body or place named once has no count."""
    said, named = side.said.get(entity.name, 0), side.named.get(entity.name, 0)
    spoken = f"{side.glyphs.mark}{said}" if said else ""
    if chosen and named > 1 and side.mention:
        return spoken, f"{side.mention} of {named}"
    return spoken, f"{named}" if named > 1 or (named and entity.kind in PEOPLE) else ""


def _entity(side: Side, entity: Entity, room: int) -> Iterator[SideRow]:
    """Initials, name and counts; then the roles of those who speak and of the chosen one."""
    item = Item(Sort.ENTITY, entity.name)
    chosen = side.entity == entity.name
    said, named = _counts(side, entity, chosen)
    wide = room - NAME_AT - 1
    said_at = room - COUNT
    first = (said_at - NAME_AT - len(said) - 1) if said else wide - len(named) - 1
    name = drawn(entity.name)
    ink = HEADLINE if chosen else INKS.get(entity.kind, Ink(Role.PERSON))
    pieces = [name[a:b] for a, b in wrap(name, 0, len(name), first, wide - 6)]
    letters: Run = ("   ", TEXT)
    if entity.kind in PEOPLE or said:
        lead = Ink(side.speakers.role(entity.name), bold=True) if said else MUTED
        letters = (side.speakers.initials(entity.name) + " ", lead)
    gap = said_at - NAME_AT - columns(pieces[0]) - len(said) if said else 0
    spoken: list[Run] = [(" " * max(1, gap) + said, TEXT)] if said else []
    count: Run = (named, HEADLINE if chosen else META)

    def first_row(columns_: int, standing: Standing) -> Line:
        names = lit(pieces[0], ink, standing.found)
        return _row(standing, side.glyphs, [letters, *names, *spoken], [count], columns_)

    yield SideRow(item, first_row)
    for piece in pieces[1:]:
        yield _under(side, item, piece, ink)
    if (said or chosen) and entity.roles:
        roles = drawn("; ".join(dict.fromkeys(role.words for role in entity.roles)))
        for a, b in wrap(roles, 0, len(roles), wide, wide):
            yield _under(side, item, roles[a:b], MUTED)
    if mixes_alphabets(entity.name):
        words = f"{side.glyphs.unsure} mixed alphabets"
        for a, b in wrap(words, 0, len(words), wide, wide):
            yield _under(side, item, words[a:b], WARNING)
    if chosen and side.alike:
        yield from _perhaps(side, item, wide)


def _perhaps(side: Side, item: Item, wide: int) -> Iterator[SideRow]:
    """Who else the chosen entity may be: offered, never assumed."""
    words = f"{side.glyphs.unsure} perhaps the same as {', '.join(side.alike)}"
    for a, b in wrap(words, 0, len(words), wide, wide):
        yield _under(side, item, words[a:b], MUTED)


def _under(side: Side, item: Item, words: str, ink: Ink) -> SideRow:
    """A further row of an item, hanging under its name."""
    left: list[Run] = [("   ", TEXT), (words, ink)]
    return SideRow(item, lambda room, st: _row(st, side.glyphs, left, [], room))


def also_in(row: Row) -> str:
    """The same article elsewhere: where and when it was printed, or its title where nothing says so."""
    known = (row.publication or "", day(row.published) if row.published else "")
    return ", ".join(filter(None, known)) or row.title


def _related(side: Side, room: int) -> Iterator[SideRow]:
    relations = side.relations or ()
    copies = [relation for relation in relations if relation.is_copy]
    if copies:
        yield _head("ALSO IN", f"{len(copies)}", room)
        yield from _articles(side, copies, room)
        yield BLANK
    others = [relation for relation in relations if not relation.is_copy]
    known = f"{len(others)}" if others else "nothing else" if copies else "nothing close"
    yield _head("RELATED", "" if side.relations is None else known, room)
    yield from _articles(side, others, room)


def _articles(side: Side, relations: Sequence[Relation], room: int) -> Iterator[SideRow]:
    """Each article with its strongest reasons."""
    for number, relation in enumerate(relations):
        if number:
            yield BLANK
        item = Item(Sort.ARTICLE, relation.article)
        title = (side.titles or {}).get(relation.article, "")
        for words in headline(title, room - NAME_AT - 1, 2, side.glyphs.cut):
            yield _under(side, item, words, TEXT)
        for place, reason in enumerate(relation.reasons[:REASONS]):
            sign = side.glyphs.same if reason.kind is ReasonKind.PASSAGE else side.glyphs.jump
            words = cut(drawn(reason.words), room - NAME_AT - 1, side.glyphs.cut)
            yield _reason(side, Item(Sort.REASON, relation.article, place), sign, words)


def _reason(side: Side, item: Item, sign: str, words: str) -> SideRow:
    left: list[Run] = [(f" {sign} ", ACCENT), (words, META)]
    return SideRow(item, lambda room, st: _row(st, side.glyphs, left, [], room))


def with_relations(side: Side, relations: Sequence[Relation], titles: dict[str, str]) -> Side:
    """The sidebar once its related articles are known."""
    return side._replace(relations=relations, titles=titles)
