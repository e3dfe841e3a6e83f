"""Out of the program: the source in the browser, the file in the editor."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from tui.reader.external_programs import browser, start_browser
from tui.reader.open_editor import edit

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
        if url:
            self._open(url)
        else:
            self._it.status.tell("this article gives no web address")

    def edit(self) -> None:
        """Its file in the reader's editor."""
        article = self._it.desk.article
        source = self._articles.source(article) if article else None
        if source is not None and source.is_file:
            self._it.status.tell(edit(self._app, source))
        elif source is not None:
            self._open(source.target)

    def _open(self, url: str) -> None:
        """Hand the address to the reader's browser, and tell what became of it."""
        opener = shutil.which("xdg-open") or shutil.which("open") or "xdg-open"
        try:
            command = browser(url, os.environ, opener)
        except ValueError as error:
            self._it.status.tell(str(error))
            return
        self._it.status.tell(f"opening {command[-1]}")
        self._it.jobs.run(
            lambda job: start_browser(command, lambda: job.stopped),
            self._it.status.tell,
            group="browser",
            exclusive=False,
        )
