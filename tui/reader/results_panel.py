"""What panels that list results have in common: where they hang, and what stands round a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.listing import QuotationHit, SpeakerHit
from tui.present.context_sentences import context_around
from tui.present.grid import MIDDLE
from tui.present.search_result_view import NO_CONTEXT

if TYPE_CHECKING:
    from tui.library.ports.articles import Articles
    from tui.present.search_result_view import AnyHit, ContextSentences
    from tui.reader.layout import Layout
    from tui.widgets.results_panel import ResultsPanel

WIDEST = 108


def hang(panel: ResultsPanel, layout: Layout) -> None:
    """Hang a panel of results from the masthead."""
    columns, rows, tall = layout.grid.columns, layout.grid.rows, layout.grid.tall
    width = columns if columns < MIDDLE else min(WIDEST, columns - 4)
    panel.tall = tall
    panel.most = rows - 1 - (3 if tall else 1)
    panel.styles.width = width
    panel.styles.margin = (1, 0, 0, (columns - width) // 2)


class SentencesAround:
    """Tells panels of results what stands round one of them."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles

    def __call__(self, found: AnyHit) -> ContextSentences:
        """The sentences before and after it; nothing round a name."""
        if isinstance(found, SpeakerHit):
            return NO_CONTEXT
        article = found.said.article if isinstance(found, QuotationHit) else found.article
        span = found.said.quotation.span if isinstance(found, QuotationHit) else found.shown
        cutting = self._articles.cutting(article)
        return context_around(cutting.article, span) if cutting and span else NO_CONTEXT
