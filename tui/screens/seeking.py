"""Seeking: quick search asked behind the keys where it could hold them up; the last question wins."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.model.listing import Hits, QuotationHit, Scope, SpeakerHit
from tui.screens.panels import Panelled

if TYPE_CHECKING:
    from tui.present.search_result_view import AnyHit, ContextSentences
    from tui.widgets.quick_search import QuickSearch, SearchRequest

QUICK = 5_000
"""Quotations of a library in which an answer takes no longer than drawing it."""
SHOWN = 50
"""Results that are listed at most."""
AT_ONCE = 12
"""Results that are waited for while one types: a screen has no room for more."""
REST = 0.15
"""Seconds without another key after which the others are fetched."""


class Seeking(Panelled):
    """A desk whose quick search looks through quotations, speakers, headlines and whole texts."""

    def ask_library(self, question: SearchRequest) -> Hits | None:
        """The answer where it takes no time; else None, and the panel is told later."""
        if question.scope is not Scope.TEXT and self.library.counts().quotations <= QUICK:
            return next(self.library.look(question.line, question.scope, SHOWN, exact=question.exact))
        self.run_worker(partial(self._seek, question), thread=True, exclusive=True, group="search")
        return None

    def _seek(self, question: SearchRequest) -> None:
        """The results that fit on a screen first; all of them when no other key comes."""
        worker = get_current_worker()
        for limit in (SHOWN,) if question.scope is Scope.TEXT else (AT_ONCE, SHOWN):
            answers = self.library.look(
                question.line, question.scope, limit, exact=question.exact, stop=lambda: worker.is_cancelled
            )
            for hits in answers:
                if worker.is_cancelled:
                    return
                self.hand_back(self._answered, question, hits, limit < SHOWN)
            if limit < SHOWN:
                time.sleep(REST)

    def _answered(self, question: SearchRequest, hits: Hits, growing: bool) -> None:
        if self.search is not None and self.panel is self.search:
            self.search.answer(question, hits, growing=growing)
            self.draw_frame()

    def beside(self, found: AnyHit) -> ContextSentences:
        """The sentences of the article round a result."""
        from tui.present.context_sentences import context_around
        from tui.present.search_result_view import NO_CONTEXT

        if isinstance(found, SpeakerHit):
            return NO_CONTEXT
        article = found.said.article if isinstance(found, QuotationHit) else found.article
        span = found.said.quotation.span if isinstance(found, QuotationHit) else found.shown
        cutting = self.library.cutting(article)
        return context_around(cutting.article, span) if cutting and span else NO_CONTEXT

    def on_quick_search_opened(self, event: QuickSearch.Opened) -> None:
        event.stop()
        self.close_panel()
        self.list_said(event.name)
