"""Returning: from what was found back to the list of it, query and place kept; copying from the list."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from textual import events

from tui.model.annotation import Quotation
from tui.model.cutting import Cutting
from tui.model.trail import Place, Trail
from tui.present.text_entry import TextEntry
from tui.screens.copying import Copying
from tui.screens.panels import PANEL_KEYS
from tui.widgets.jump_message import Jump

if TYPE_CHECKING:
    from tui.widgets.quick_search import QuickSearch
    from tui.widgets.results_panel import ResultsPanel

LINES = "lines searched for"
"""Under this name the library keeps them, the latest last."""
KEPT = 100
"""How many of them are kept."""


class Left(NamedTuple):
    """A list of results that one has jumped from: its panel, its places, and how long the trail was."""

    panel: ResultsPanel
    among: tuple[Place, ...]
    steps: int


class Returning(Copying):
    """A desk on which going back from something found shows the list that it was found in."""

    _left: Left | None = None
    _shown_again = False
    """Whether going back has led to the list of results, and no key has been pressed there yet."""

    def open_search(self) -> None:
        super().open_search()
        if self.search is not None:
            self.search.history = self._lines()

    def on_jump(self, event: Jump) -> None:
        event.prevent_default()  # the step below is called here, not by Textual once more
        if self.panel is not None and self.panel is self.search:
            self._remember_line(self.search.asked.field.text)
        panel = self.panel
        self.be_here()
        steps = len(self.trail.back)
        super().on_jump(event)
        for one in (self.search, self.verdict_panel()):
            if one is not None and one is panel and event.among:
                self._left = Left(one, event.among, steps)

    def panel_key(self, event: events.Key) -> None:
        """The key that led back to the list leads on from there, though it is a letter."""
        again, self._shown_again = self._shown_again, False
        types = event.key in PANEL_KEYS or TextEntry().key(event.key) is not None
        if again and not types and self.bound.get(event.key) == "back":
            self.close_panel()
            self.do_back()
        else:
            super().panel_key(event)

    def verdict_panel(self) -> ResultsPanel | None:
        """The other panel that lists results, if it has been made."""
        return None

    def do_back(self) -> None:
        """Back to the list, if one came from there, over the article that lay under it; else a step back."""
        left, here = self._left, self.trail.here
        number = self._number(left, here) if left and here else None
        if left is None or number is None or self.page is not None:
            super().do_back()
            return
        self._left = None
        self.leave()
        trail = self.trail
        under = trail.back[left.steps] if left.steps < len(trail.back) else None
        if under is not None and trail.here is not None:
            ahead = (*trail.back[left.steps + 1 :], trail.here, *trail.forward)
            self.go(under, trail=Trail(trail.back[: left.steps], under, ahead))
        self.hang(left.panel)
        left.panel.show_again(number)
        self._shown_again = True
        self.draw_frame()

    def _number(self, left: Left, here: Place) -> int | None:
        """Which of the results one stands on; None when one has gone elsewhere since."""
        if self.among is not left.among:
            return None
        places = enumerate(left.among)
        return next((n for n, p in places if (p.article, p.span) == (here.article, here.span)), None)

    def _lines(self) -> list[str]:
        """The lines that were asked before; nothing of a damaged record."""
        try:
            kept = json.loads(self.library.kept(LINES) or "[]")
        except ValueError:
            return []
        return [line for line in kept if isinstance(line, str)] if isinstance(kept, list) else []

    def _remember_line(self, line: str) -> None:
        line = line.strip()
        if line and self.search is not None and not self.search.browsing:
            lines = [*(one for one in self._lines() if one != line), line][-KEPT:]
            self.library.keep(LINES, json.dumps(lines, ensure_ascii=False))

    def quotation_meant(self) -> tuple[Cutting, Quotation] | None:
        """In the list of results the quotation is the chosen one."""
        if self.panel is None or self.panel is not self.search:
            return super().quotation_meant()
        hits = self.search.results
        said = hits[min(self.search.chosen, len(hits) - 1)].said if hits else None
        cutting = self.library.cutting(said.article) if said else None
        return (cutting, cutting.spoken[said.number]) if cutting and said else None

    def on_quick_search_wanted(self, event: QuickSearch.Wanted) -> None:
        event.stop()
        if event.action == "copy":
            self._answers = True
            self.do_copy()
            if self.notice.startswith("stand on"):
                self.notice = "only a quotation is copied with its source"
        self.draw_frame()
