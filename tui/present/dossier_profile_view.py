"""The left part of a dossier: who it is, roles, when they spoke, who speaks of them, who is named beside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.model.annotation import EntityKind
from tui.model.dossier import CoMention, Dossier
from tui.model.known_entity import AttestedRole
from tui.model.listing import QuotationRow
from tui.model.span import Span
from tui.model.timeline import timeline
from tui.model.trail import Place
from tui.present.glyphs import Glyphs
from tui.present.guess_marks import shown_day, shown_publication, shown_title
from tui.present.known_entity_text import PERHAPS_OTHERS, inferred_words
from tui.present.page_rows import (
    BLANK_ROW,
    CuttingLookup,
    NameTarget,
    PageMargin,
    PageRow,
    SectionTarget,
    item_rows,
    section_head,
    text_row,
    wrapped_lines,
)
from tui.present.speaker_badges import colour_slot, initials_candidates
from tui.present.styles import (
    HEADLINE,
    META,
    MUTED,
    SPEAKERS,
    SPEECH,
    TEXT,
    StyledLine,
    TextStyle,
    ThemeRole,
    justify,
    truncate,
)
from tui.present.text_width import display_width, printable, wrap
from tui.present.timeline_view import stretch_words, timeline_bars, timeline_sentence

ROLES, OTHERS = 6, 3
"""Roles and things said of them that are shown before "n more"."""
KINDS = ((EntityKind.PERSON, 6), (EntityKind.PLACE, 4), (EntityKind.ORGANISATION, 4))
"""Who is named beside, in this order, and how many of each."""
SEVERAL = (EntityKind.UNNAMED, EntityKind.GROUP)
SOURCE = 18
"""Columns that the name of a source may take beside a role."""
LETTERS = 3
INKS = {
    EntityKind.PERSON: TextStyle(ThemeRole.PERSON),
    EntityKind.ORGANISATION: TextStyle(ThemeRole.ORGANISATION),
    EntityKind.PLACE: TextStyle(ThemeRole.PLACE),
}


class DossierProfile(NamedTuple):
    """What the left part is drawn from."""

    dossier: Dossier
    near: CuttingLookup
    glyphs: Glyphs
    unfolded: frozenset[str] = frozenset()


def speaker_badge(name: str, kind: EntityKind) -> tuple[str, TextStyle]:
    """Initials and colour of a name wherever no single article decides."""
    return initials_candidates(name, kind)[0], TextStyle(SPEAKERS[colour_slot(name)], bold=True)


def profile_rows(of: DossierProfile, at: PageMargin) -> Iterator[PageRow]:
    """Every row of the left part."""
    yield from _who(of, at)
    yield from _roles(of, at)
    yield from _when(of, at)
    yield from _spoken_of(of, at)
    yield from _beside(of, at)


def _who(of: DossierProfile, at: PageMargin) -> Iterator[PageRow]:
    """Initials and name; how often; other spellings; who else it may be."""
    known = of.dossier.known
    first, *rest = wrapped_lines(known.name, HEADLINE, at)
    initials = speaker_badge(known.name, known.kind) if at.text >= LETTERS else ("", TEXT)
    lead: StyledLine = (
        ((" " * (at.text - LETTERS), TEXT), initials, (" ", TEXT)) if initials[0] else first[:1]
    )
    yield text_row((*lead, *first[1:]))
    yield from map(text_row, rest)
    articles = f"{known.articles:,} article{'s' * (known.articles != 1)}"
    named = f"named {'once' if known.mentions == 1 else f'{known.mentions:,} times'} in {articles}"
    dot = f" {of.glyphs.dot} "
    often = f"said {known.quotations:,}{dot}{named}" if known.quotations else named
    yield from map(text_row, wrapped_lines(often, META, at))
    if known.kind in SEVERAL:
        yield from map(text_row, wrapped_lines(PERHAPS_OTHERS, META, at))
    if known.aliases:
        yield from map(text_row, wrapped_lines(f"also written {', '.join(known.aliases)}", META, at))
    if known.inferred:
        yield from map(text_row, wrapped_lines(inferred_words(known), META, at))
    for other in known.alike:
        words = f"{of.glyphs.unsure} perhaps the same as {other}: c joins them"
        yield from item_rows(
            wrapped_lines(words, TextStyle(ThemeRole.WARNING), at), NameTarget(other), of.glyphs, at.room
        )


def _shown(
    of: DossierProfile, section: str, number: int, most: int, at: PageMargin
) -> tuple[int, list[PageRow]]:
    """How many of a section to show, and the row that unfolds the rest."""
    if number <= most + 1 or section in of.unfolded:
        return number, []
    more = wrapped_lines(f"{number - most} more", MUTED, at)
    return most, list(item_rows(more, SectionTarget(section), of.glyphs, at.room))


def _roles(of: DossierProfile, at: PageMargin) -> Iterator[PageRow]:
    given: dict[str, list[AttestedRole]] = {}
    for role in of.dossier.known.roles:
        given.setdefault(role.words.casefold(), []).append(role)
    if not given:
        return
    yield BLANK_ROW
    yield section_head("ROLES", "as each article gave them", at)
    shown, more = _shown(of, "roles", len(given), ROLES, at)
    for roles in list(given.values())[:shown]:
        newest = roles[0]
        span = _role_span(of, newest)
        source = _source(of, newest, span)
        if len(roles) > 1:
            source = f"{len(roles):,} articles"
        lines = wrapped_lines(newest.words, TEXT, at, (source, META))
        yield from item_rows(lines, Place(newest.article, span), of.glyphs, at.room)
    yield from more


def _role_span(of: DossierProfile, role: AttestedRole) -> Span | None:
    """Where the article gives the role."""
    cutting = of.near(role.article)
    roles = (given for entity in cutting.entities for given in entity.roles) if cutting else ()
    return next((given.span for given in roles if given.words == role.words), None)


def _source(of: DossierProfile, given: AttestedRole | QuotationRow, span: Span | None) -> str:
    """Publication (else the day, else the article's first words) and paragraph."""
    name = shown_publication(given) or (shown_day(given) if given.published else shown_title(given))
    name = truncate(printable(name), SOURCE, of.glyphs.cut)
    cutting = of.near(given.article) if span else None
    where = cutting.article.paragraph_reference(span, of.glyphs.paragraph) if cutting and span else ""
    return f"{name} {where}".strip()


def _when(of: DossierProfile, at: PageMargin) -> Iterator[PageRow]:
    if not of.dossier.said:
        return
    time = timeline((said.published for said in of.dossier.said), at.measure)
    known = of.dossier.known
    drawn_bars = timeline_bars(time, at.measure, SPEAKERS[colour_slot(known.name)], of.glyphs)
    yield BLANK_ROW
    yield section_head("WHEN", f"quotations {stretch_words(time)}" if drawn_bars else "", at)
    for line in drawn_bars:
        yield text_row(((" " * at.text, TEXT), *line))
    yield from map(text_row, wrapped_lines(timeline_sentence(time), META, at))


def _spoken_of(of: DossierProfile, at: PageMargin) -> Iterator[PageRow]:
    spoken = of.dossier.spoken_of
    if not spoken:
        return
    yield BLANK_ROW
    yield section_head("SPOKEN OF BY", "", at)
    shown, more = _shown(of, "spoken", len(spoken), OTHERS, at)
    for said in spoken[:shown]:
        place = Place(said.article, said.quotation.span)
        yield from item_rows(_speech(of, said, at), place, of.glyphs, at.room)
    yield from more


def _speech(of: DossierProfile, said: QuotationRow, at: PageMargin) -> Iterator[StyledLine]:
    """Who says it and where, then the words that name them, set as a quotation beside a bar."""
    speaker, kind = said.quotation.speaker, said.quotation.speaker_kind
    initials, ink = speaker_badge(speaker, kind) if speaker and kind else ("  ", TEXT)
    source = _source(of, said, said.quotation.span)
    room = at.measure - display_width(source) - 2
    name = truncate(printable(speaker or "nobody yet"), room, of.glyphs.cut)
    lead: StyledLine = (
        ((" " * (at.text - LETTERS), TEXT), (initials + " ", ink)) if at.text >= LETTERS else ()
    )
    pad: StyledLine = lead or ((" " * at.text, TEXT),)
    yield justify((*pad, (name, TextStyle(ThemeRole.PERSON))), ((source, META),), at.text + at.measure)
    words = f"“{printable(_telling(of, said))}”"
    for number, (a, b) in enumerate(wrap(words, 0, len(words), at.measure - 1, at.measure - 2)):
        hang = " " if number else ""
        yield ((" " * at.text, TEXT), (of.glyphs.bar, ink._replace(bold=False)), (hang + words[a:b], SPEECH))


def _telling(of: DossierProfile, said: QuotationRow) -> str:
    """The sentence of the quotation in which they are named, when it has several."""
    names = {of.dossier.known.name, *of.dossier.known.aliases}
    stops = [at + 1 for at, sign in enumerate(said.words[:-1]) if sign in ".?!" and said.words[at + 1] == " "]
    bounds = [0, *stops, len(said.words)]
    for start, end in pairwise(bounds):
        sentence_ = said.words[start:end].strip()
        if any(name in sentence_ for name in names):
            return sentence_
    return said.words


def _beside(of: DossierProfile, at: PageMargin) -> Iterator[PageRow]:
    if not of.dossier.beside:
        return
    yield BLANK_ROW
    yield section_head("NAMED BESIDE", "articles", at)
    for kind, most in KINDS:
        these = [one for one in of.dossier.beside if one.kind is kind]
        shown, more = _shown(of, kind.value, len(these), most, at)
        for one in these[:shown]:
            yield from item_rows(_one(one, at, of.glyphs), NameTarget(one.name), of.glyphs, at.room)
        yield from more


def _one(one: CoMention, at: PageMargin, glyphs: Glyphs) -> Iterator[StyledLine]:
    count = f"{one.articles:,}"
    name = truncate(printable(one.name), at.measure - len(count) - 1, glyphs.cut)
    left: StyledLine = ((" " * at.text, TEXT), (name, INKS[one.kind]))
    yield justify(left, ((count, META),), at.text + at.measure)
