"""Find words in the pane that has the keys: matches are lit while one types, n and N walk them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.span import Span
from tui.present.find_words import found_in
from tui.present.grid import Pane
from tui.present.styles import META
from tui.reader.article_cursor import Find, find
from tui.reader.context import ReaderContext
from tui.reader.prompt import TextPrompt
from tui.reader.redraw import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY = Span(0, 1 << 60)


class FindInPane:
    """Looks for words in the article, among the people, or on the page that lies over both."""

    def __init__(self, context: ReaderContext) -> None:
        self._it = context
        self._from = 0

    def open(self) -> None:
        """Ask what is to be found."""
        self._from = self._it.layout.view.seen().start
        prompt = TextPrompt("/", left=lambda: self.look_for(""), typed=self.look_for)
        prompt.hint = lambda: ((self._it.desk.found(self._it.layout.pane).counted, META),)
        self._it.modes.ask(prompt)

    def look_for(self, words: str) -> None:
        """Light every match in the pane and stand on the first from where one was."""
        page, desk, layout = self._it.modes.page, self._it.desk, self._it.layout
        if page is not None:
            page.look_for(words)
            self._it.changed(Part.FRAME)
        elif layout.pane is Pane.ARTICLE:
            text = desk.cutting.article.joined if desk.cutting else ""
            self._stand(find(text, words).moved_to(Span(self._from, len(text) + 1), 1))
        else:
            layout.sidebar.look_for(words)
            rows = tuple(Span(n, n + 1) for n in self._named(words)) if words else ()
            self._stand(Find(words, rows).moved_to(EVERY, 1))

    def next(self, by: int) -> None:
        """Go to the next match of the pane (by = 1) or the one before (by = -1)."""
        matches = self._it.desk.found(self._it.layout.pane)
        if not matches.words:
            self._it.status.tell("nothing looked for here: / finds")
            return
        in_text = self._it.layout.pane is Pane.ARTICLE
        self._stand(matches.moved_to(self._it.layout.view.seen() if in_text else EVERY, by))

    def clear(self) -> None:
        """Nothing is looked for in the pane any more."""
        self.look_for("")
        self._it.desk.put_found(self._it.layout.pane, None)

    def _stand(self, matches: Find) -> None:
        layout = self._it.layout
        self._it.desk.put_found(layout.pane, matches)
        if matches.at is None:
            return
        span = matches.spans[matches.at]
        if layout.pane is Pane.ARTICLE:
            layout.view.show_span(span)
        else:
            layout.sidebar.choose(layout.sidebar.items()[span.start])

    def _named(self, words: str) -> Iterator[int]:
        """Items of the sidebar whose name holds the words."""
        for number, item in enumerate(self._it.layout.sidebar.items()):
            if found_in(item.key, words):
                yield number
