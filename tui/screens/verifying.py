"""Verifying: whether words are said in the library, how they differ there, and by whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.model.article import ArticleId
from tui.model.listing import QuotationRow
from tui.present.frame_view import key_line
from tui.present.styles import StyledLine
from tui.screens.returning import Returning

if TYPE_CHECKING:
    from tui.model.verdict import Verdict
    from tui.widgets.quick_search import QuickSearch
    from tui.widgets.results_panel import ResultsPanel
    from tui.widgets.verdict_panel import VerdictPanel

PATIENCE = 2.0
"""Seconds that the texts of the library are looked through for words that nobody is quoted with."""
VERDICT_LINE = (("↓ ↑", "choose"), ("enter", "open"), ("ctrl+o", "around it"), ("esc", "back"))


class Verifying(Returning):
    """A desk at which quotations are checked against the whole library."""

    verdicts: VerdictPanel | None = None
    _judged_here: tuple[ArticleId, int] | None = None

    def do_verify(self) -> None:
        """Where else the current quotation stands; without one, words to be typed or pasted."""
        number = self.lit.current
        if self.page is None and self.cutting is not None and number is not None:
            article = self.cutting.article
            self._judged_here = (article.id, number)
            self._judge(self.cutting.spoken[number].words(article.text), elsewhere=True)
            return
        meant = self.quotation_meant()
        self._judged_here = None
        self._judge(meant[1].words(meant[0].article.text) if meant else "", elsewhere=False)

    def _judge(self, words: str, *, elsewhere: bool) -> None:
        if self.verdicts is None:
            from tui.widgets.verdict_panel import VerdictPanel

            self.verdicts = VerdictPanel(self.palette, self.glyphs)
            self.verdicts.beside = self.beside
            self.mount(self.verdicts)
        if self.lit.evidence:
            self.let_evidence_go()
        self.close_panel()
        self.hang(self.verdicts)
        self.verdicts.open(words, elsewhere=elsewhere)
        self.draw_frame()

    def on_quick_search_wanted(self, event: QuickSearch.Wanted) -> None:
        event.prevent_default()  # the step below is called here, not by Textual once more
        if event.action == "verify" and self.search is not None:
            event.stop()
            line = self.search.asked.field.text
            self._judged_here = None
            self._judge(line, elsewhere=False)
            return
        super().on_quick_search_wanted(event)

    def on_verdict_panel_asked(self, event: VerdictPanel.Asked) -> None:
        event.stop()
        here = self._judged_here if self.verdicts is not None and self.verdicts.judged.elsewhere else None
        self.run_worker(partial(self._find, event.words, here), thread=True, exclusive=True, group="verdict")

    def _find(self, words: str, here: tuple[ArticleId, int] | None) -> None:
        worker = get_current_worker()
        verdict = self.library.verify(words, seconds=PATIENCE, stop=lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.hand_back(self._found, words, elsewhere(verdict, here) if here else verdict)

    def _found(self, words: str, verdict: Verdict) -> None:
        if self.verdicts is not None and self.panel is self.verdicts:
            self.verdicts.answer(words, verdict)
            self.draw_frame()

    def verdict_panel(self) -> ResultsPanel | None:
        return self.verdicts

    def lay_out(self, columns: int, rows: int) -> None:
        super().lay_out(columns, rows)
        if self.verdicts is not None and self.panel is self.verdicts:
            self.hang(self.verdicts)

    def frame_lines(self) -> tuple[StyledLine, StyledLine]:
        top, bottom = super().frame_lines()
        if self.panel is None or self.panel is not self.verdicts:
            return top, bottom
        return top, key_line(VERDICT_LINE, (), self.grid.columns)


def elsewhere(verdict: Verdict, here: tuple[ArticleId, int]) -> Verdict:
    """The verdict without the place that the words were taken from."""
    from tui.model.verdict import Grade  # not before the first paint

    others = tuple(
        one
        for one in verdict.occurrences
        if not isinstance(one.where, QuotationRow) or (one.where.article, one.where.number) != here
    )
    grade = others[0].comparison.grade if others else Grade.ABSENT
    return verdict._replace(occurrences=others, grade=grade)
