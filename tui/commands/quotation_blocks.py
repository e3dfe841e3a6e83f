"""Things said, as the commands list them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tui.commands.terminal_output import ASIDE, NAME, Block, Line, Piece
from tui.model.listing import Passage, Said
from tui.present.citation_styles import escaped

NOBODY = "nobody named"
"""Stands where a quotation has no speaker that could be named honestly."""


def block_of(said: Said, words: Sequence[Piece]) -> Block:
    """Speaker and role, the words as given (they may be lit) in their sentence, and where they stand."""
    role = [Piece(f", {said.role}")] if said.role else []
    return [
        Line([Piece(said.quotation.speaker or NOBODY, NAME), *role]),
        Line([Piece(said.before, ASIDE), Piece("“"), *words, Piece("”"), Piece(said.after, ASIDE)], indent=2),
        Line([Piece(" · ".join(where(said)), ASIDE)], indent=2),
    ]


def where(said: Said | Passage) -> list[str]:
    """The facts of a citation that are known: path, publication, date."""
    return [fact for fact in (said.path, said.publication, day(said.published)) if fact]


def day(published: date | None) -> str:
    """The date as it is written in a citation, or an honest word."""
    return f"{published.day} {published:%B %Y}" if published else "undated"


def offsets(said: Said) -> str:
    """Where the words stand in the article's text, in code points: `74-104 126-204`."""
    return " ".join(f"{segment.start}-{segment.end}" for segment in said.quotation.segments)


def markdown(said: Said) -> str:
    """A block quotation with its source under it, and the article's id and offsets to prove it again."""
    role = f", {escaped(said.role)}" if said.role else ""
    source = ", ".join(escaped(fact) for fact in (said.title.rstrip("."), *where(said)))
    proof = f"`{said.article} {offsets(said)}`"
    speaker = escaped(said.quotation.speaker or NOBODY)
    return f"> “{escaped(said.words)}”\n>\n> — **{speaker}**{role}. {source}, {proof}\n\n"
