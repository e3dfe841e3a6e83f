"""Verifying: whether words are said in the library, how they differ there, and by whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.model.listing import QuotationRow
from tui.model.verdict import Grade, Verdict
from tui.reader.modes import Panel
from tui.reader.results_panel import SentencesAround, hang
from tui.widgets.verdict_panel import VerdictPanel

if TYPE_CHECKING:
    from typing import Protocol

    from tui.library.ports.articles import Articles
    from tui.library.ports.search import Verifier
    from tui.model.article import ArticleId
    from tui.reader.context import ReaderContext
    from tui.reader.jobs import Job

    class VerifyLibrary(Articles, Verifier, Protocol):
        """What verifying needs of the library."""


PATIENCE = 2.0
"""Seconds that the texts of the library are looked through for words that nobody is quoted with."""
HINTS = (("↓ ↑", "choose"), ("enter", "open"), ("ctrl+o", "around it"), ("esc", "back"))


class VerifyController:
    """Checks quotations against the whole library."""

    def __init__(self, context: ReaderContext, library: VerifyLibrary) -> None:
        self._it, self._library = context, library
        self._judged_here: tuple[ArticleId, int] | None = None
        self.widget = context.layout.make(VerdictPanel)
        self.widget.beside = SentencesAround(library)
        fit = partial(hang, self.widget, context.layout)
        self.panel = Panel("verdicts", self.widget, lambda: HINTS, fit=fit, dims=True, right=tuple)

    def verify(self) -> None:
        """Where else the chosen quotation stands; without one, words to be typed or pasted."""
        desk, page = self._it.desk, self._it.modes.page
        if page is None and desk.cutting is not None and desk.quotation is not None:
            self._judged_here = desk.cutting.article.id, desk.lit.current or 0
            self._open(desk.quotation.words(desk.cutting.article.text), elsewhere=True)
            return
        said = page.said() if page is not None else None
        self.judge(said[0].spoken[said[1]].words(said[0].article.text) if said else "")

    def judge(self, words: str) -> None:
        """Whether these words are said anywhere."""
        self._judged_here = None
        self._open(words, elsewhere=False)

    def _open(self, words: str, *, elsewhere: bool) -> None:
        self._it.desk.show_evidence(False)
        self._it.modes.close_panel()
        self._it.modes.open_panel(self.panel)
        self.widget.open(words, elsewhere=elsewhere)

    def show_again(self, number: int) -> None:
        """Show the places as they were left, standing on that one."""
        self._it.modes.open_panel(self.panel)
        self.widget.show_again(number)

    def asked(self, words: str) -> None:
        """A verdict on these words is wanted."""
        here = self._judged_here if self.widget.judged.elsewhere else None
        self._it.jobs.run(partial(self._find, words, here), partial(self._found, words), group="verdict")

    def _find(self, words: str, here: tuple[ArticleId, int] | None, job: Job) -> Verdict:
        verdict = self._library.verify(words, seconds=PATIENCE, stop=lambda: job.stopped)
        return elsewhere(verdict, here) if here else verdict

    def _found(self, words: str, verdict: Verdict) -> None:
        if self._it.modes.shows(self.widget):
            self.widget.answer(words, verdict)


def elsewhere(verdict: Verdict, here: tuple[ArticleId, int]) -> Verdict:
    """The verdict without the place that the words were taken from."""
    others = tuple(
        one
        for one in verdict.occurrences
        if not isinstance(one.where, QuotationRow) or (one.where.article, one.where.number) != here
    )
    grade = others[0].comparison.grade if others else Grade.ABSENT
    return verdict._replace(occurrences=others, grade=grade)
