"""The left part of a dossier: who it is, roles, when they spoke, who speaks of them, who is named beside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.model.annotation import EntityKind
from tui.model.dossier import Beside, Dossier
from tui.model.known_entity import RoleGiven
from tui.model.listing import Said
from tui.model.span import Span
from tui.model.timeline import timeline
from tui.model.trail import Place
from tui.present.article_list_view import day
from tui.present.glyphs import Glyphs
from tui.present.page_rows import BLANK, LeafRow, Margin, More, Name, Near, head, hung, item, plain
from tui.present.speaker_badges import candidates, slot
from tui.present.styles import HEADLINE, META, MUTED, SPEAKERS, SPEECH, TEXT, Ink, Line, Role, cut, spread
from tui.present.text_width import columns, drawn, wrap
from tui.present.timeline_view import bars, every, sentence

ROLES, OTHERS = 6, 3
"""Roles and things said of them that are shown before "n more"."""
KINDS = ((EntityKind.PERSON, 6), (EntityKind.PLACE, 4), (EntityKind.ORGANISATION, 4))
"""Who is named beside, in this order, and how many of each."""
SEVERAL = (EntityKind.UNNAMED, EntityKind.GROUP)
SOURCE = 18
"""Columns that the name of a source may take beside a role."""
LETTERS = 3
INKS = {
    EntityKind.PERSON: Ink(Role.PERSON),
    EntityKind.ORGANISATION: Ink(Role.ORGANISATION),
    EntityKind.PLACE: Ink(Role.PLACE),
}


class Profile(NamedTuple):
    """What the left part is drawn from."""

    dossier: Dossier
    near: Near
    glyphs: Glyphs
    unfolded: frozenset[str] = frozenset()


def letters(name: str, kind: EntityKind) -> tuple[str, Ink]:
    """Initials and colour of a name wherever no single article decides."""
    return candidates(name, kind)[0], Ink(SPEAKERS[slot(name)], bold=True)


def profile(of: Profile, at: Margin) -> Iterator[LeafRow]:
    """Every row of the left part."""
    yield from _who(of, at)
    yield from _roles(of, at)
    yield from _when(of, at)
    yield from _spoken_of(of, at)
    yield from _beside(of, at)


def _who(of: Profile, at: Margin) -> Iterator[LeafRow]:
    """Initials and name; how often; other spellings; who else it may be."""
    known = of.dossier.known
    first, *rest = hung(known.name, HEADLINE, at)
    initials = letters(known.name, known.kind) if at.text >= LETTERS else ("", TEXT)
    lead: Line = ((" " * (at.text - LETTERS), TEXT), initials, (" ", TEXT)) if initials[0] else first[:1]
    yield plain((*lead, *first[1:]))
    yield from map(plain, rest)
    articles = f"{known.articles:,} article{'s' * (known.articles != 1)}"
    named = f"named {'once' if known.mentions == 1 else f'{known.mentions:,} times'} in {articles}"
    dot = f" {of.glyphs.dot} "
    often = f"said {known.quotations:,}{dot}{named}" if known.quotations else named
    yield from map(plain, hung(often, META, at))
    if known.kind in SEVERAL:
        yield from map(plain, hung("without a name: perhaps somebody else in each article", META, at))
    if known.aliases:
        yield from map(plain, hung(f"also written {', '.join(known.aliases)}", META, at))
    for other in known.alike:
        words = f"{of.glyphs.unsure} perhaps the same as {other}"
        yield from item(hung(words, Ink(Role.WARNING), at), Name(other), of.glyphs, at.room)


def _shown(of: Profile, section: str, number: int, most: int, at: Margin) -> tuple[int, list[LeafRow]]:
    """How many of a section to show, and the row that unfolds the rest."""
    if number <= most + 1 or section in of.unfolded:
        return number, []
    more = hung(f"{number - most} more", MUTED, at)
    return most, list(item(more, More(section), of.glyphs, at.room))


def _roles(of: Profile, at: Margin) -> Iterator[LeafRow]:
    given: dict[str, list[RoleGiven]] = {}
    for role in of.dossier.known.roles:
        given.setdefault(role.words.casefold(), []).append(role)
    if not given:
        return
    yield BLANK
    yield head("ROLES", "as each article gave them", at)
    shown, more = _shown(of, "roles", len(given), ROLES, at)
    for roles in list(given.values())[:shown]:
        newest = roles[0]
        span = _role_span(of, newest)
        source = _source(of, newest.publication, newest, span)
        if len(roles) > 1:
            source = f"{len(roles):,} articles"
        lines = hung(newest.words, TEXT, at, (source, META))
        yield from item(lines, Place(newest.article, span), of.glyphs, at.room)
    yield from more


def _role_span(of: Profile, role: RoleGiven) -> Span | None:
    """Where the article gives the role."""
    cutting = of.near(role.article)
    roles = (given for entity in cutting.entities for given in entity.roles) if cutting else ()
    return next((given.span for given in roles if given.words == role.words), None)


def _source(of: Profile, publication: str | None, given: RoleGiven | Said, span: Span | None) -> str:
    """Publication (else the day, else the article's first words) and paragraph."""
    name = publication or (day(given.published) if given.published else given.title)
    name = cut(drawn(name), SOURCE, of.glyphs.cut)
    cutting = of.near(given.article) if span else None
    where = cutting.article.paragraph_reference(span, of.glyphs.paragraph) if cutting and span else ""
    return f"{name} {where}".strip()


def _when(of: Profile, at: Margin) -> Iterator[LeafRow]:
    if not of.dossier.said:
        return
    time = timeline((said.published for said in of.dossier.said), at.measure)
    known = of.dossier.known
    drawn_bars = bars(time, at.measure, SPEAKERS[slot(known.name)], of.glyphs)
    yield BLANK
    yield head("WHEN", f"quotations {every(time)}" if drawn_bars else "", at)
    for line in drawn_bars:
        yield plain(((" " * at.text, TEXT), *line))
    yield from map(plain, hung(sentence(time), META, at))


def _spoken_of(of: Profile, at: Margin) -> Iterator[LeafRow]:
    spoken = of.dossier.spoken_of
    if not spoken:
        return
    yield BLANK
    yield head("SPOKEN OF BY", "", at)
    shown, more = _shown(of, "spoken", len(spoken), OTHERS, at)
    for said in spoken[:shown]:
        place = Place(said.article, said.quotation.span)
        yield from item(_speech(of, said, at), place, of.glyphs, at.room)
    yield from more


def _speech(of: Profile, said: Said, at: Margin) -> Iterator[Line]:
    """Who says it and where, then the words that name them, set as a quotation beside a bar."""
    speaker, kind = said.quotation.speaker, said.quotation.speaker_kind
    initials, ink = letters(speaker, kind) if speaker and kind else ("  ", TEXT)
    source = _source(of, said.publication, said, said.quotation.span)
    room = at.measure - columns(source) - 2
    name = cut(drawn(speaker or "nobody yet"), room, of.glyphs.cut)
    lead: Line = ((" " * (at.text - LETTERS), TEXT), (initials + " ", ink)) if at.text >= LETTERS else ()
    pad: Line = lead or ((" " * at.text, TEXT),)
    yield spread((*pad, (name, Ink(Role.PERSON))), ((source, META),), at.text + at.measure)
    words = f"“{drawn(_telling(of, said))}”"
    for number, (a, b) in enumerate(wrap(words, 0, len(words), at.measure - 1, at.measure - 2)):
        hang = " " if number else ""
        yield ((" " * at.text, TEXT), (of.glyphs.bar, ink._replace(bold=False)), (hang + words[a:b], SPEECH))


def _telling(of: Profile, said: Said) -> str:
    """The sentence of the quotation in which they are named, when it has several."""
    names = {of.dossier.known.name, *of.dossier.known.aliases}
    stops = [at + 1 for at, sign in enumerate(said.words[:-1]) if sign in ".?!" and said.words[at + 1] == " "]
    bounds = [0, *stops, len(said.words)]
    for start, end in pairwise(bounds):
        sentence_ = said.words[start:end].strip()
        if any(name in sentence_ for name in names):
            return sentence_
    return said.words


def _beside(of: Profile, at: Margin) -> Iterator[LeafRow]:
    if not of.dossier.beside:
        return
    yield BLANK
    yield head("NAMED BESIDE", "articles", at)
    for kind, most in KINDS:
        these = [one for one in of.dossier.beside if one.kind is kind]
        shown, more = _shown(of, kind.value, len(these), most, at)
        for one in these[:shown]:
            yield from item(_one(one, at, of.glyphs), Name(one.name), of.glyphs, at.room)
        yield from more


def _one(one: Beside, at: Margin, glyphs: Glyphs) -> Iterator[Line]:
    count = f"{one.articles:,}"
    name = cut(drawn(one.name), at.measure - len(count) - 1, glyphs.cut)
    left: Line = ((" " * at.text, TEXT), (name, INKS[one.kind]))
    yield spread(left, ((count, META),), at.text + at.measure)
