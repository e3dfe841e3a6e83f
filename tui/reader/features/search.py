"""Quick search: asked behind the keys where it could hold them up; the last question wins."""

from __future__ import annotations

import json
import time
from functools import partial
from typing import TYPE_CHECKING

from tui.model.listing import Scope
from tui.present.text_entry import TextEntry
from tui.reader.modes import PANEL_KEYS, Panel
from tui.reader.results_panel import SentencesAround, hang
from tui.reader.speaker_filter import narrowed
from tui.widgets.quick_search import QuickSearch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Protocol

    from textual import events

    from tui.library.ports.articles import Articles
    from tui.library.ports.history import Preferences
    from tui.library.ports.people import People
    from tui.library.ports.search import QuotationSearch
    from tui.model.annotation import Quotation
    from tui.model.cutting import Cutting
    from tui.model.listing import Hits, QuotationRow
    from tui.reader.context import ReaderContext
    from tui.reader.jobs import Job
    from tui.reader.modes import KeyHints
    from tui.widgets.quick_search import Ask, SearchRequest

    class SearchLibrary(Articles, QuotationSearch, People, Preferences, Protocol):
        """What quick search needs of the library."""


QUICK = 5_000
"""Quotations of a library in which an answer takes no longer than drawing it."""
SMALL = 500
"""Quotations of a library in which all that anybody said is there before a key is felt to wait."""
SHOWN = 50
"""Results that are listed at most."""
AT_ONCE = 12
"""Results that are waited for while one types: a screen has no room for more."""
REST = 0.15
"""Seconds without another key after which the others are fetched."""
LINES = "lines searched for"
"""Under this name the library keeps them, the latest last."""
KEPT = 100
"""How many of them are kept."""
DOSSIER_KEY = "ctrl+d"
SEARCH_HINTS = (
    ("↓ ↑", "choose"),
    ("enter", "open"),
    ("ctrl+d", "dossier"),
    ("ctrl+s", "scope"),
    ("ctrl+t", "fuzzy or exact"),
    ("ctrl+y", "copy"),
    ("ctrl+o", "around it"),
    ("ctrl+v", "verify"),
    ("esc", "back"),
)
SAID_HINTS = (
    ("↓ ↑", "choose"),
    ("enter", "open"),
    ("ctrl+y", "copy"),
    ("ctrl+o", "around it"),
    ("esc", "back"),
)


class SearchController:
    """Looks through quotations, speakers, headlines and whole texts; lists what one speaker said."""

    def __init__(
        self,
        context: ReaderContext,
        library: SearchLibrary,
        open_dossier: Callable[[str], None],
        go_back: Callable[[], None],
    ) -> None:
        self._it, self._library = context, library
        self._open_dossier, self._go_back = open_dossier, go_back
        self._field = TextEntry()
        """The line that quick search was left with."""
        self._returned = False
        """Whether going back has led to the list of results, and no key has been pressed there yet."""
        self.widget = context.layout.make(QuickSearch)
        self.widget.beside = SentencesAround(library)
        self.panel = Panel(
            "search",
            self.widget,
            self._hints,
            fit=partial(hang, self.widget, context.layout),
            dims=True,
            closed=self._closed,
            taken=self._taken,
        )

    # opening

    def open(self) -> None:
        """Quick search over the library, with the line that it was left with."""
        self._open("WHO SAID WHAT", self._field)
        self.widget.history = self._lines()

    def list_said(self, name: str | None) -> None:
        """Everything that speaker said, in the same panel."""
        if name is None:
            self._it.status.tell("nobody is named as the speaker of this")
            return
        if self._library.counts().quotations <= SMALL:
            self._show_said(name, self._library.said_by(name))
            return
        self._it.status.tell(f"looking for what {name} said")
        here = self._it.desk.article, self._it.modes.panel

        def show(said: Sequence[QuotationRow]) -> None:
            if (self._it.desk.article, self._it.modes.panel) == here:  # else one has gone on
                self._it.status.clear()
                self._show_said(name, said)

        self._it.jobs.run(lambda _job: self._library.said_by(name), show, group="said")

    def _show_said(self, name: str, said: Sequence[QuotationRow]) -> None:
        if not said:
            self._it.status.tell(f"{name} is not quoted in this library")
            return
        self._open(f"WHAT {name.upper()} SAID", TextEntry(), lambda asked: narrowed(said, asked.line))

    def _open(self, title: str, field: TextEntry, ask: Ask | None = None) -> None:
        self._it.modes.close_panel()
        self.widget.browsing = ask is not None
        self._it.modes.open_panel(self.panel)
        self.widget.open(title, ask or self._ask, field)

    def show_again(self, number: int) -> None:
        """Show the results as they were left, standing on that one: going back has led here."""
        self._it.modes.open_panel(self.panel)
        self.widget.show_again(number)
        self._returned = True

    def _closed(self) -> None:
        if not self.widget.browsing:
            self._field = self.widget.asked.field

    def _hints(self) -> KeyHints:
        return SAID_HINTS if self.widget.browsing else SEARCH_HINTS

    def _taken(self, event: events.Key) -> bool:
        """Two keys that the panel does not know: one opens a dossier, one goes on going back."""
        returned, self._returned = self._returned, False
        types = event.key in PANEL_KEYS or TextEntry().key(event.key) is not None
        if returned and not types and self._it.bound.get(event.key) == "back":
            self._it.modes.close_panel()
            self._go_back()
            return True
        hits = self.widget.results
        if event.key != DOSSIER_KEY or not hits:
            return False
        speaker = hits[min(self.widget.chosen, len(hits) - 1)].said.quotation.speaker
        if speaker:
            self._it.modes.close_panel()
            self._open_dossier(speaker)
        return True

    # asking

    def _ask(self, question: SearchRequest) -> Hits | None:
        """The answer where it takes no time; else None, and the panel is told later."""
        if question.scope is not Scope.TEXT and self._library.counts().quotations <= QUICK:
            return next(self._library.look(question.line, question.scope, SHOWN, exact=question.exact))
        self._it.jobs.run(partial(self._look, question), group="search")
        return None

    def _look(self, question: SearchRequest, job: Job) -> None:
        """The results that fit on a screen first; all of them when no other key comes."""
        for limit in (SHOWN,) if question.scope is Scope.TEXT else (AT_ONCE, SHOWN):
            answers = self._library.look(
                question.line, question.scope, limit, exact=question.exact, stop=lambda: job.stopped
            )
            for hits in answers:
                if job.stopped:
                    return
                job.hand_back(self._answered, question, hits, limit < SHOWN)
            if limit < SHOWN:
                time.sleep(REST)

    def _answered(self, question: SearchRequest, hits: Hits, growing: bool) -> None:
        if self._it.modes.shows(self.widget):
            self.widget.answer(question, hits, growing=growing)

    # what is chosen

    def line(self) -> str:
        """The line as it is typed."""
        return self.widget.asked.field.text

    def quotation(self) -> tuple[Cutting, Quotation] | None:
        """The chosen quotation in its article."""
        hits = self.widget.results
        said = hits[min(self.widget.chosen, len(hits) - 1)].said if hits else None
        cutting = self._library.cutting(said.article) if said else None
        return (cutting, cutting.spoken[said.number]) if cutting and said else None

    # what was asked before

    def _lines(self) -> list[str]:
        """The lines that were asked before; nothing of a damaged record."""
        try:
            kept = json.loads(self._library.kept(LINES) or "[]")
        except ValueError:
            return []
        return [line for line in kept if isinstance(line, str)] if isinstance(kept, list) else []

    def remember_line(self) -> None:
        """The line led somewhere: it is kept for another time."""
        line = self.line().strip()
        if line and not self.widget.browsing:
            lines = [*(one for one in self._lines() if one != line), line][-KEPT:]
            self._library.keep(LINES, json.dumps(lines, ensure_ascii=False))
