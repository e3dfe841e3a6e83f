"""Find in article or sidebar: a prompt in the key line, matches lit while one types, n and N walk them."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events

from tui.model.span import Span
from tui.present.grid import Pane
from tui.present.styles import ACCENT_BOLD, META, TEXT, StyledLine, justify
from tui.present.text_entry import TextEntry
from tui.screens.framed import Framed
from tui.screens.steps import Find, find


class Finding(Framed):
    """A desk that can look for words in the pane that has the keys."""

    asking: TextEntry | None = None
    _asked_from = 0

    def start_find(self) -> None:
        """Show the prompt, with nothing looked for yet."""
        self.asking = TextEntry()
        self._asked_from = self.view.seen().start
        self.draw_frame()

    def ask_key(self, event: events.Key) -> None:
        """A key while the prompt is open."""
        assert self.asking is not None
        if event.key == "enter":
            self.asking = None
        elif event.key == "escape" or (event.key == "backspace" and not self.asking.text):
            self.asking = None
            self.look_for("")
        else:
            self._asks(self.asking.key(event.key, event.character) or self.asking)
        self.draw_frame()

    def on_paste(self, event: events.Paste) -> None:
        if self.asking is not None:
            event.stop()
            event.prevent_default()
            self._asks(self.asking.paste(event.text))
            self.draw_frame()

    def _asks(self, entry: TextEntry) -> None:
        """Look for what stands there now."""
        before, self.asking = self.asking, entry
        if before is None or entry.text != before.text:
            self.look_for(entry.text)

    def look_for(self, words: str) -> None:
        """Light every match in the pane and stand on the first from where one was."""
        if self.pane is Pane.ARTICLE:
            text = self.cutting.article.text if self.cutting else ""
            matches = find(text, words)
            self.found[Pane.ARTICLE] = matches
            self._to_match(matches.moved_to(Span(self._asked_from, len(text) + 1), 1))
            return
        self.sidebar.look_for(words)
        rows = tuple(Span(n, n + 1) for n in self._named(words)) if words else ()
        matches = Find(words, rows)
        self.found[self.pane] = matches
        self._to_match(matches.moved_to(Span(0, 1 << 60), 1))

    def next_match(self, by: int) -> None:
        """Go to the next match of the pane (by = 1) or the one before (by = -1)."""
        matches = self.found.get(self.pane)
        if matches is None or not matches.words:
            self.notice = "nothing looked for here: / finds"
            self.draw_frame()
            return
        seen = self.view.seen() if self.pane is Pane.ARTICLE else Span(0, 1 << 60)
        self._to_match(matches.moved_to(seen, by))

    def _to_match(self, matches: Find) -> None:
        self.found[self.pane] = matches
        if matches.at is not None:
            span = matches.spans[matches.at]
            if self.pane is Pane.ARTICLE:
                self.view.show_span(span)
            else:
                self.sidebar.choose(self.sidebar.items()[span.start])
        self.light()

    def _named(self, words: str) -> Iterator[int]:
        """Items of the sidebar whose name holds the words."""
        needle = words.lower()
        for number, item in enumerate(self.sidebar.items()):
            if needle in item.key.lower():
                yield number

    def frame_lines(self) -> tuple[StyledLine, StyledLine]:
        top, bottom = super().frame_lines()
        if self.asking is None:
            return top, bottom
        counted = self.found.get(self.pane, Find()).counted
        right: StyledLine = ((counted, META), (" ", TEXT))
        left: StyledLine = ((" / ", ACCENT_BOLD), *self.asking.line(self.grid.columns - len(counted) - 6))
        return top, justify(left, right, self.grid.columns)
