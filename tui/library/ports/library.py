"""The one narrow door to the articles: everything above speaks to a Library, or to the port that it needs."""

from __future__ import annotations

from typing import Protocol

from tui.library.ports.articles import Articles
from tui.library.ports.corrections import Corrections
from tui.library.ports.history import History, Preferences
from tui.library.ports.lists import Lists
from tui.library.ports.marks import Marks
from tui.library.ports.people import People
from tui.library.ports.related import Related
from tui.library.ports.search import QuotationSearch, Verifier
from tui.library.ports.sync import IngestReport, Problems, Sync


class Library(
    Articles,
    Lists,
    People,
    QuotationSearch,
    Verifier,
    Related,
    Corrections,
    Marks,
    History,
    Preferences,
    Sync,
    Problems,
    IngestReport,
    Protocol,
):
    """A reading room: its articles, what was said in them, and what is the reader's own: all ports in one.

    Calls answer at once from what was taken in, from any thread; `update` takes in what is new and may run
    in a thread of its own.
    """

    @property
    def name(self) -> str:
        """What the masthead calls it."""
        ...

    def close(self) -> None:
        """Let go of every file. Safe to call twice."""
        ...
