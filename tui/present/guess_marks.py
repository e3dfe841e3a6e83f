"""The one place that decides how a fact is shown that the source does not state: with a question mark.

A publication, a day and a byline end in it ("Daily Echo?"). A headline may end in one of its own, so the sign
stands apart from its words ("Mayor resigns ?"). A citation has it in square brackets ("[Daily Echo?]").
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from tui.model.article import Article
from tui.model.provenance import GUESS, Fact, as_guess
from tui.present.plain_words import short_date

GLUED = f"\N{NO-BREAK SPACE}{GUESS}"
"""The sign behind words that are broken into lines: it stands on none by itself."""


class GuessedFacts(Protocol):
    """Where and when something was printed, as far as it is known or guessed."""

    @property
    def publication(self) -> str | None:
        """Who printed it."""

    @property
    def published(self) -> date | None:
        """The day on which it was printed."""

    @property
    def guessed(self) -> frozenset[Fact]:
        """Those of its facts that the source does not state."""


class PrintedFacts(GuessedFacts, Protocol):
    """What a screen or a command shows of an article: a row of a list, something said, the article itself."""

    @property
    def title(self) -> str:
        """The headline, or the opening words."""


def shown_title(it: PrintedFacts) -> str:
    """The headline with the sign where it is a guess, else as it is; so are opening words."""
    return f"{it.title} {GUESS}" if title_is_guessed(it) else it.title


def title_is_guessed(it: PrintedFacts) -> bool:
    """Whether what stands for the headline is a guess."""
    return Fact.HEADLINE in it.guessed


def shown_standfirst(article: Article) -> str:
    """What stands under the headline, or ""; its words may end in a question mark, too."""
    words = article.standfirst or ""
    return f"{words} {GUESS}" if words and Fact.STANDFIRST in article.guessed else words


def shown_publication(it: GuessedFacts) -> str:
    """The publication, or ""."""
    return _signed(it.publication or "", Fact.PUBLICATION, it)


def shown_day(it: GuessedFacts, form: Callable[[date | None], str] = short_date) -> str:
    """The day in that form, or what the form says where there is none."""
    words = form(it.published)
    return _signed(words, Fact.DATE, it) if it.published else words


def shown_byline(article: Article) -> str:
    """Who wrote it, or ""."""
    return _signed(article.byline or "", Fact.AUTHOR, article)


def cited(words: str, fact: Fact, article: Article) -> str:
    """The words of a fact as a citation has them."""
    return f"[{as_guess(words)}]" if words and fact in article.guessed else words


def _signed(words: str, fact: Fact, it: GuessedFacts) -> str:
    return as_guess(words) if words and fact in it.guessed else words
