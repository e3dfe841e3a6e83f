"""A dossier as `cuttings who NAME` tells it: the sections of the reader's page, one after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tui.commands.quotation_blocks import NOBODY, day, where
from tui.commands.terminal_output import ASIDE, NAME, Block, Line, Piece, counted
from tui.model.dossier import Dossier, NamedIn
from tui.model.known_entity import RoleGiven
from tui.model.listing import Said


def source(given: RoleGiven | NamedIn) -> str:
    """Publication, day and title, as far as they are known."""
    facts = (given.publication, day(given.published), given.title)
    return " · ".join(fact for fact in facts if fact)


def told(dossier: Dossier) -> Iterator[Block]:
    """A block for each section that has anything in it."""
    if dossier.said:
        yield [Line([Piece("said", NAME)]), Line([Piece(_when(dossier.said), ASIDE)], indent=2)]
        yield from (
            [*_words(said), Line([Piece(" · ".join(where(said)), ASIDE)], indent=4)] for said in dossier.said
        )
    for said in dossier.spoken_of:
        speaker = said.quotation.speaker or NOBODY
        head = Line([Piece("spoken of by ", ASIDE), Piece(speaker, NAME)])
        yield [head, *_words(said), Line([Piece(" · ".join(where(said)), ASIDE)], indent=4)]
    if dossier.beside:
        names = (f"{one.name} ({counted(one.articles, 'article')})" for one in dossier.beside)
        yield [Line([Piece("named beside", NAME)]), *(Line([Piece(name)], indent=2) for name in names)]
    unquoted = [one for one in dossier.named_in if not one.quotations]
    if unquoted:
        lines = (Line([Piece(source(one), ASIDE)], indent=2) for one in unquoted)
        yield [Line([Piece("named without being quoted", NAME)]), *lines]


def _words(said: Said) -> Sequence[Line]:
    """What was said, in the reporter's sentence when it is a fragment."""
    pieces = [Piece(said.before, ASIDE), Piece(f"“{said.words}”"), Piece(said.after, ASIDE)]
    return [Line(pieces, indent=2)]


def _when(said: Sequence[Said]) -> str:
    """How much in each year: "2014: 3, 2015: 12, 4 undated"."""
    years = Counter(one.published.year for one in said if one.published)
    undated = sum(one.published is None for one in said)
    told_years = [f"{year}: {number}" for year, number in sorted(years.items())]
    return ", ".join([*told_years, *([f"{undated} undated"] if undated else [])])
