"""The sidebar: who and what is in the article, and which articles belong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from tui.model.annotation import Entity, EntityKind
from tui.model.cutting import Cutting
from tui.model.listing import ArticleRow
from tui.model.relation import ReasonKind, Relation
from tui.present.article_list_view import RowState, lit_matches, selection_bar, title_lines
from tui.present.glyphs import Glyphs
from tui.present.guess_marks import shown_day, shown_publication, shown_title
from tui.present.homoglyphs import mixes_scripts
from tui.present.speaker_badges import SpeakerBadges
from tui.present.styles import (
    ACCENT,
    HEADLINE,
    META,
    MUTED,
    SECTION,
    TEXT,
    WARNING,
    StyledLine,
    StyledRun,
    TextStyle,
    ThemeRole,
    justify,
    truncate,
)
from tui.present.text_width import display_width, printable, wrap

NAME_AT = 4
COUNT = 8
"""Columns right of the counts of what was said: for those of mentions, which end one before the edge."""
BODIES, PLACES = 5, 3
"""Rows of organisations and places before "n more"."""
COPIES, ALSO_IN = 5, "also in"
"""Copies before "n more", and what is unfolded then."""
REASONS = 2
PEOPLE = (EntityKind.PERSON, EntityKind.GROUP, EntityKind.UNNAMED)
INKS = {
    EntityKind.ORGANISATION: TextStyle(ThemeRole.ORGANISATION),
    EntityKind.PLACE: TextStyle(ThemeRole.PLACE),
}


class SidebarItemKind(Enum):
    """What an item of the sidebar is."""

    ENTITY = "entity"
    MORE = "more"
    ARTICLE = "article"
    REASON = "reason"


class SidebarItem(NamedTuple):
    """Something to choose: `key` is an entity's name, the kind to unfold, or an article's id."""

    sort: SidebarItemKind
    key: str
    reason: int = 0


class SidebarRow(NamedTuple):
    """One row: what it says, and the item that it belongs to (None: a head or a blank)."""

    item: SidebarItem | None
    draw: Callable[[int, RowState], StyledLine]


class SidebarContent(NamedTuple):
    """All that the sidebar shows of one article. `said` and `named` count by entity name."""

    cutting: Cutting
    speakers: SpeakerBadges
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


def sidebar_of(cutting: Cutting, speakers: SpeakerBadges, glyphs: Glyphs) -> SidebarContent:
    """The sidebar of an article before its related articles are known."""
    said: dict[str, int] = {}
    named: dict[str, int] = {}
    for quotation in cutting.spoken:
        if quotation.speaker:
            said[quotation.speaker] = said.get(quotation.speaker, 0) + 1
    for mention in cutting.mentions:
        named[mention.entity] = named.get(mention.entity, 0) + 1
    return SidebarContent(cutting, speakers, glyphs, said, named)


def sidebar_rows(side: SidebarContent, room: int) -> tuple[SidebarRow, ...]:
    """Every row of the sidebar, top to bottom, for `room` columns."""
    return (*name_rows(side, room), *related_rows(side, room))


def name_rows(side: SidebarContent, room: int) -> tuple[SidebarRow, ...]:
    """The rows of people, organisations and places."""
    return (*_people(side, room), *_bodies(side, room))


def name_rows_after(
    rows: tuple[SidebarRow, ...], before: SidebarContent, side: SidebarContent, room: int
) -> tuple[SidebarRow, ...]:
    """The same, when `rows` are those of the sidebar `before`: of thousands only what has changed is made.

    Another person is chosen, or what is related is known now: all others stay as they were.
    """
    if before._replace(relations=side.relations, titles=side.titles) == side:
        return rows
    if before._replace(entity=side.entity, mention=side.mention, alike=side.alike) != side:
        return name_rows(side, room)
    for name in {before.entity, side.entity} - {None}:
        entity, item = side.cutting.entity(name), SidebarItem(SidebarItemKind.ENTITY, name or "")
        at = [number for number, row in enumerate(rows) if row.item == item]
        if entity is None or entity.kind not in PEOPLE or not at:
            return name_rows(side, room)
        rows = (*rows[: at[0]], *_entity(side, entity, room), *rows[at[-1] + 1 :])
    return rows


def _plain(line: StyledLine, item: SidebarItem | None = None) -> SidebarRow:
    return SidebarRow(item, lambda _room, _standing: line)


BLANK = _plain(())


def _head(words: str, right: str, room: int) -> SidebarRow:
    return _plain(justify(((" " + words, SECTION),), ((right, MUTED), (" ", TEXT)), room))


def _ranked(side: SidebarContent, kinds: Sequence[EntityKind]) -> list[Entity]:
    """Those who speak first, by how much; then by how often they are named."""
    here = [e for e in side.cutting.entities if e.kind in kinds]
    return sorted(here, key=lambda e: (-side.said.get(e.name, 0), -side.named.get(e.name, 0)))


def _people(side: SidebarContent, room: int) -> Iterator[SidebarRow]:
    people = _ranked(side, PEOPLE)
    yield _head("PEOPLE", "said  named" if people else "nobody named", room)
    for entity in people:
        yield from _entity(side, entity, room)
    yield BLANK


def _bodies(side: SidebarContent, room: int) -> Iterator[SidebarRow]:
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


def _more(number: int, kind: str, glyphs: Glyphs) -> SidebarRow:
    words: StyledRun = (f"{number} more", MUTED)
    return SidebarRow(
        SidebarItem(SidebarItemKind.MORE, kind),
        lambda room, st: _row(st, glyphs, [("   ", TEXT), words], [], room),
    )


def _row(
    standing: RowState, glyphs: Glyphs, left: Sequence[StyledRun], right: Sequence[StyledRun], room: int
) -> StyledLine:
    """A row with its bar, on the ground of the selection when it is chosen."""
    line = justify((selection_bar(standing, glyphs), *left), (*right, (" ", TEXT)), room)
    ground = ThemeRole.SELECTION if standing.chosen else None
    return tuple((words, ink.on(ground)) for words, ink in line)


def _counts(side: SidebarContent, entity: Entity, chosen: bool) -> tuple[str, str]:
    """What was said and how often named, as shown: a body or place named once has no count."""
    said, named = side.said.get(entity.name, 0), side.named.get(entity.name, 0)
    spoken = f"{side.glyphs.mark}{said}" if said else ""
    if chosen and named > 1 and side.mention:
        return spoken, f"{side.mention} of {named}"
    return spoken, f"{named}" if named > 1 or (named and entity.kind in PEOPLE) else ""


def _entity(side: SidebarContent, entity: Entity, room: int) -> Iterator[SidebarRow]:
    """Initials, name and counts; then the roles of those who speak and of the chosen one."""
    if _is_one_row(side, entity, room):
        item = SidebarItem(SidebarItemKind.ENTITY, entity.name)
        yield SidebarRow(item, lambda columns, st: next(_rows_of(side, entity, room)).draw(columns, st))
    else:
        yield from _rows_of(side, entity, room)


def _is_one_row(side: SidebarContent, entity: Entity, room: int) -> bool:
    """Whether it is plainly one row: of thousands of names only those that are seen are measured and set."""
    if not entity.name.isascii() or side.entity == entity.name:
        return False
    said, named = _counts(side, entity, chosen=False)
    return len(entity.name) <= _name_room(room, said, named) and not (said and entity.roles)


def _name_room(room: int, said: str, named: str) -> int:
    """Columns for the first row of a name beside its counts."""
    return room - NAME_AT - len(said) - 1 - COUNT if said else room - NAME_AT - len(named) - 2


def _rows_of(side: SidebarContent, entity: Entity, room: int) -> Iterator[SidebarRow]:
    item = SidebarItem(SidebarItemKind.ENTITY, entity.name)
    chosen = side.entity == entity.name
    said, named = _counts(side, entity, chosen)
    wide = room - NAME_AT - 1
    said_at = room - COUNT
    first = _name_room(room, said, named)
    name = printable(entity.name)
    ink = HEADLINE if chosen else INKS.get(entity.kind, TextStyle(ThemeRole.PERSON))
    pieces = [name[a:b] for a, b in wrap(name, 0, len(name), first, wide - 6)]
    letters: StyledRun = ("   ", TEXT)
    if entity.kind in PEOPLE or said:
        lead = TextStyle(side.speakers.role(entity.name), bold=True) if said else MUTED
        letters = (side.speakers.initials(entity.name) + " ", lead)
    gap = said_at - NAME_AT - display_width(pieces[0]) - len(said) if said else 0
    spoken: list[StyledRun] = [(" " * max(1, gap) + said, TEXT)] if said else []
    count: StyledRun = (named, HEADLINE if chosen else META)

    def first_row(columns_: int, standing: RowState) -> StyledLine:
        names = lit_matches(pieces[0], ink, standing.found)
        return _row(standing, side.glyphs, [letters, *names, *spoken], [count], columns_)

    yield SidebarRow(item, first_row)
    for piece in pieces[1:]:
        yield _under(side, item, piece, ink)
    if (said or chosen) and entity.roles:
        roles = printable("; ".join(dict.fromkeys(role.words for role in entity.roles)))
        for a, b in wrap(roles, 0, len(roles), wide, wide):
            yield _under(side, item, roles[a:b], MUTED)
    if mixes_scripts(entity.name):
        words = f"{side.glyphs.unsure} mixed alphabets"
        for a, b in wrap(words, 0, len(words), wide, wide):
            yield _under(side, item, words[a:b], WARNING)
    if chosen and side.alike:
        yield from _perhaps(side, item, wide)


def _perhaps(side: SidebarContent, item: SidebarItem, wide: int) -> Iterator[SidebarRow]:
    """Who else the chosen entity may be: offered, never assumed."""
    words = f"{side.glyphs.unsure} perhaps the same as {', '.join(side.alike)}"
    for a, b in wrap(words, 0, len(words), wide, wide):
        yield _under(side, item, words[a:b], MUTED)


def _under(side: SidebarContent, item: SidebarItem, words: str, ink: TextStyle) -> SidebarRow:
    """A further row of an item, hanging under its name."""
    left: list[StyledRun] = [("   ", TEXT), (words, ink)]
    return SidebarRow(item, lambda room, st: _row(st, side.glyphs, left, [], room))


def other_printing(row: ArticleRow) -> str:
    """The same article elsewhere: where and when it was printed, or its title where nothing says so."""
    known = (shown_publication(row), shown_day(row) if row.published else "")
    return ", ".join(filter(None, known)) or shown_title(row)


def related_rows(side: SidebarContent, room: int) -> Iterator[SidebarRow]:
    """The rows of related articles, the same article elsewhere before them."""
    relations = side.relations or ()
    copies = [relation for relation in relations if relation.is_copy]
    if copies:
        yield _head("ALSO IN", f"{len(copies)}", room)
        fold = len(copies) > COPIES + 1 and ALSO_IN not in side.unfolded
        shown = copies[:COPIES] if fold else copies
        yield from _articles(side, shown, room)
        if fold:
            yield _more(len(copies) - len(shown), ALSO_IN, side.glyphs)
        yield BLANK
    others = [relation for relation in relations if not relation.is_copy]
    known = f"{len(others)}" if others else "nothing else" if copies else "nothing close"
    yield _head("RELATED", "" if side.relations is None else known, room)
    yield from _articles(side, others, room)


def _articles(side: SidebarContent, relations: Sequence[Relation], room: int) -> Iterator[SidebarRow]:
    """Each article with its strongest reasons; where the whole text is the same it needs none."""
    before = 1.0
    for number, relation in enumerate(relations):
        if number and min(before, relation.copied) < 1.0:
            yield BLANK
        before = relation.copied
        item = SidebarItem(SidebarItemKind.ARTICLE, relation.article)
        title = (side.titles or {}).get(relation.article, "")
        for words in title_lines(title, room - NAME_AT - 1, 2, side.glyphs.cut):
            yield _under(side, item, words, TEXT)
        if relation.also:
            yield _under(side, item, f"in {len(relation.also):,} more", MUTED)
        for place, reason in enumerate(relation.reasons[:REASONS] if relation.copied < 1.0 else ()):
            sign = side.glyphs.same if reason.kind is ReasonKind.PASSAGE else side.glyphs.jump
            words = truncate(printable(reason.words), room - NAME_AT - 1, side.glyphs.cut)
            yield _reason(side, SidebarItem(SidebarItemKind.REASON, relation.article, place), sign, words)


def _reason(side: SidebarContent, item: SidebarItem, sign: str, words: str) -> SidebarRow:
    left: list[StyledRun] = [(f" {sign} ", ACCENT), (words, META)]
    return SidebarRow(item, lambda room, st: _row(st, side.glyphs, left, [], room))


def with_relations(
    side: SidebarContent, relations: Sequence[Relation], titles: dict[str, str]
) -> SidebarContent:
    """The sidebar once its related articles are known."""
    return side._replace(relations=relations, titles=titles)
