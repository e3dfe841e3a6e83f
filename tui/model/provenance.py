"""Where the facts of an article come from: what its source states, and what was guessed."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Fact(StrEnum):
    """What can be known of an article beside its text. The value is the word for it on a screen."""

    FORMAT = "format"
    ENCODING = "encoding"
    """Told only where it was not UTF-8."""
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    AUTHOR = "author"
    PUBLICATION = "publication"
    DATE = "date"
    ADDRESS = "address"


GUESS = "?"
"""The one sign of a fact that the source does not state, wherever it is shown."""


def as_guess(words: str) -> str:
    """The words of a fact that was guessed, as they are shown."""
    return f"{words}{GUESS}"


class FactSource(NamedTuple):
    """Where one fact was found: `origin` finishes the sentence "the headline is from …" ("the first line").

    Of FORMAT and ENCODING the origin is the fact itself ("a web page", "Windows-1252"). `guessed` says that
    the source does not state it: it was told from how the text is laid out or worded.
    """

    fact: Fact
    origin: str
    guessed: bool = False
