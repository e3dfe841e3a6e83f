"""Out of the program: the source in the browser, the file in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.open_editor import browse, edit

if TYPE_CHECKING:
    from textual.app import App

    from tui.library.ports.articles import Articles
    from tui.reader.context import ReaderContext


class ExternalPrograms:
    """Opens the article on the desk elsewhere."""

    def __init__(self, context: ReaderContext, articles: Articles, app: App[None]) -> None:
        self._it, self._articles, self._app = context, articles, app

    def browse(self) -> None:
        """Its source in the reader's browser."""
        cutting = self._it.desk.cutting
        url = cutting.article.url if cutting else None
        self._it.status.tell(browse(url) if url else "this article gives no web address")

    def edit(self) -> None:
        """Its file in the reader's editor."""
        article = self._it.desk.article
        source = self._articles.source(article) if article else None
        if source is not None:
            self._it.status.tell(edit(self._app, source))
