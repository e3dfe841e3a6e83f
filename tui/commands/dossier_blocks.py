"""A dossier as `cuttings who NAME` tells it: the sections of the reader's page, one after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tui.commands.quotation_blocks import NOBODY, citation_facts
from tui.commands.terminal_output import ASIDE, NAME, Block, OutputLine, TextPiece
from tui.model.dossier import Dossier, NamingArticle
from tui.model.known_entity import AttestedRole
from tui.model.listing import QuotationRow
from tui.present.guess_marks import shown_day, shown_publication, shown_title
from tui.present.plain_words import count_of, long_date


def role_source(given: AttestedRole | NamingArticle) -> str:
    """Publication, day and title, as far as they are known."""
    facts = (shown_publication(given), shown_day(given, long_date), shown_title(given))
    return " · ".join(fact for fact in facts if fact)


def dossier_blocks(dossier: Dossier) -> Iterator[Block]:
    """A block for each section that has anything in it."""
    if dossier.said:
        yield [
            OutputLine([TextPiece("said", NAME)]),
            OutputLine([TextPiece(_when(dossier.said), ASIDE)], indent=2),
        ]
        yield from (
            [*_words(said), OutputLine([TextPiece(" · ".join(citation_facts(said)), ASIDE)], indent=4)]
            for said in dossier.said
        )
    for said in dossier.spoken_of:
        speaker = said.quotation.speaker or NOBODY
        head = OutputLine([TextPiece("spoken of by ", ASIDE), TextPiece(speaker, NAME)])
        yield [
            head,
            *_words(said),
            OutputLine([TextPiece(" · ".join(citation_facts(said)), ASIDE)], indent=4),
        ]
    if dossier.beside:
        names = (f"{one.name} ({count_of(one.articles, 'article')})" for one in dossier.beside)
        yield [
            OutputLine([TextPiece("named beside", NAME)]),
            *(OutputLine([TextPiece(name)], indent=2) for name in names),
        ]
    unquoted = [one for one in dossier.named_in if not one.quotations]
    if unquoted:
        lines = (OutputLine([TextPiece(role_source(one), ASIDE)], indent=2) for one in unquoted)
        yield [OutputLine([TextPiece("named without being quoted", NAME)]), *lines]


def _words(said: QuotationRow) -> Sequence[OutputLine]:
    """What was said, in the reporter's sentence when it is a fragment."""
    pieces = [TextPiece(said.before, ASIDE), TextPiece(f"“{said.words}”"), TextPiece(said.after, ASIDE)]
    return [OutputLine(pieces, indent=2)]


def _when(said: Sequence[QuotationRow]) -> str:
    """How much in each year: "2014: 3, 2015: 12, 4 undated"."""
    years = Counter(one.published.year for one in said if one.published)
    undated = sum(one.published is None for one in said)
    told_years = [f"{year}: {number}" for year, number in sorted(years.items())]
    return ", ".join([*told_years, *([f"{undated} undated"] if undated else [])])
