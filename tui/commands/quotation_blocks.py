"""Things said, as the commands list them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.commands.terminal_output import ASIDE, NAME, Block, OutputLine, TextPiece
from tui.model.listing import QuotationRow, TextPassage
from tui.present.citation_styles import escape_markdown
from tui.present.guess_marks import shown_day, shown_publication, shown_title
from tui.present.plain_words import long_date

NOBODY = "nobody named"
"""Stands where a quotation has no speaker that could be named honestly."""


def quotation_block(said: QuotationRow, words: Sequence[TextPiece]) -> Block:
    """Speaker and role, the words as given (they may be lit) in their sentence, and where they stand."""
    role = [TextPiece(f", {said.role}")] if said.role else []
    return [
        OutputLine([TextPiece(said.quotation.speaker or NOBODY, NAME), *role]),
        OutputLine(
            [
                TextPiece(said.before, ASIDE),
                TextPiece("“"),
                *words,
                TextPiece("”"),
                TextPiece(said.after, ASIDE),
            ],
            indent=2,
        ),
        OutputLine([TextPiece(" · ".join(citation_facts(said)), ASIDE)], indent=2),
    ]


def citation_facts(said: QuotationRow | TextPassage) -> list[str]:
    """The facts of a citation that are known: path, publication, date."""
    return [fact for fact in (said.path, shown_publication(said), shown_day(said, long_date)) if fact]


def offsets(said: QuotationRow) -> str:
    """Where the words stand in the article's text, in code points: `74-104 126-204`."""
    return " ".join(f"{segment.start}-{segment.end}" for segment in said.quotation.segments)


def markdown_quotation(said: QuotationRow) -> str:
    """A block quotation with its source under it, and the article's id and offsets to prove it again."""
    role = f", {escape_markdown(said.role)}" if said.role else ""
    source = ", ".join(
        escape_markdown(fact) for fact in (shown_title(said).rstrip("."), *citation_facts(said))
    )
    proof = f"`{said.article} {offsets(said)}`"
    speaker = escape_markdown(said.quotation.speaker or NOBODY)
    return f"> “{escape_markdown(said.words)}”\n>\n> — **{speaker}**{role}. {source}, {proof}\n\n"
