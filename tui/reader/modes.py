"""What has the keys: a line to type in, else a panel, else a page over the article, else the panes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.reader.redraw import Changed, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from tui.present.styles import StyledLine
    from tui.reader.layout import Layout
    from tui.reader.pages.page import OverlayPage
    from tui.reader.prompt import TextPrompt
    from tui.widgets.static_lines import Popup
    from tui.widgets.virtual_lines import VirtualLines

PANEL_KEYS = {
    "enter": "open",
    "escape": "close",
    "down": "down",
    "up": "up",
    "ctrl+n": "down",
    "tab": "next",
    "shift+tab": "up",
    "pagedown": "page_down",
    "pageup": "page_up",
    "ctrl+t": "exact",
    "ctrl+s": "scope",
    "ctrl+y": "copy",
    "ctrl+o": "around",
    "ctrl+v": "verify",
    "ctrl+c": "close",
}
"""Keys inside a panel: letters are typed, so these are fixed."""
MOST_LINES = 8
"""Rows of a text of several lines that are shown over the key line."""
KeyHints = tuple[tuple[str, str], ...]
"""Keys and what they do."""


class PanelWidget(Protocol):
    """A widget over the page that has the keys while it is shown."""

    display: bool

    def act(self, action: str) -> bool:
        """Do one of the actions of `PANEL_KEYS`; whether it was one of its own."""
        ...

    def type(self, event: events.Key) -> bool:
        """An editing key or a letter; whether it was either."""
        ...

    def paste(self, words: str) -> None:
        """Put pasted words into its field, if it has one."""
        ...


def _nothing() -> None:
    """What panels do that need nothing done."""


class Panel(NamedTuple):
    """A widget over the page, and what the page does for it.

    `fit` gives it its place on the grid, `taken` takes a key before the widget does, `closed` is called when
    it is closed. A panel that `covers` all has a masthead of its own.
    """

    name: str
    widget: PanelWidget
    key_hints: Callable[[], KeyHints]
    fit: Callable[[], None] = _nothing
    dims: bool = False
    covers: bool = False
    closed: Callable[[], None] = _nothing
    taken: Callable[[events.Key], bool] = lambda _event: False
    right: Callable[[], StyledLine] | None = None
    """What stands at the right of its key line; None: the answer to its keys."""
    masthead: Callable[[], StyledLine | None] = lambda: None

    def key(self, event: events.Key) -> None:
        """A key while it is open."""
        if self.taken(event):
            return
        action = PANEL_KEYS.get(event.key)
        if action is None or not self.widget.act(action):
            self.widget.type(event)


class ModeStack:
    """At most one prompt, one panel and one page, each over the next; the panes lie under all of them."""

    def __init__(self, layout: Layout, changed: Changed) -> None:
        self._layout = layout
        self._changed = changed
        self.prompt: TextPrompt | None = None
        self.panel: Panel | None = None
        self.page: OverlayPage | None = None
        self._lines: Popup | None = None
        """Shows a text of several lines over the key line."""
        layout.arranged.append(self._fit)

    def key(self, event: events.Key) -> bool:
        """Give a key to what is typed in; whether there is anything."""
        self._changed(Part.FRAME)
        if self.prompt is not None:
            self._answer(self.prompt, event)
        elif self.panel is not None:
            self.panel.key(event)
        else:
            return False
        return True

    def _answer(self, prompt: TextPrompt, event: events.Key) -> None:
        done = prompt.key(event.key, event.character)
        if done is not None:
            self.prompt = None
            done()

    def paste(self, text: str) -> None:
        """Put pasted words into what is typed in."""
        self._changed(Part.FRAME)
        if self.prompt is not None:
            self.prompt.paste(text)
        elif self.panel is not None:
            self.panel.widget.paste(text)

    # prompts

    def ask(self, prompt: TextPrompt) -> None:
        """Open a line at the foot."""
        self.prompt = prompt
        self._changed(Part.FRAME)

    def draw(self, _parts: Part) -> None:
        """Show the lines of the prompt while there are several."""
        layout, grid = self._layout, self._layout.grid
        if self.prompt is None or not self.prompt.several or grid.small:
            if self._lines is not None:
                self._lines.display = False
            return
        if self._lines is None:
            from tui.widgets.static_lines import Popup

            self._lines = layout.make(Popup)
        most = min(MOST_LINES, grid.body // 2)
        lines = self.prompt.lines(grid.columns, most, layout.glyphs.panel)
        row = grid.rows - layout.frame_rows - len(lines)
        self._lines.put(lines, row=row, column=0, width=grid.columns)

    # panels

    def open_panel(self, panel: Panel) -> None:
        """Put that panel over the page, in place of another."""
        if self.panel is not None and self.panel.widget is not panel.widget:
            self.close_panel()
        self.panel = panel
        panel.fit()
        if panel.dims:
            self._dim(True)
        self._changed(Part.FRAME)

    def close_panel(self) -> None:
        """Let the panel go, if there is one; the page is as it was."""
        panel, self.panel = self.panel, None
        if panel is None:
            return
        panel.widget.display = False
        self._dim(False)
        panel.closed()
        self._changed(Part.FRAME)

    def shows(self, widget: object) -> bool:
        """Whether that widget is the open panel."""
        return self.panel is not None and self.panel.widget is widget

    def _dim(self, dimmed: bool) -> None:
        columns: Sequence[VirtualLines] = self.page.columns if self.page is not None else ()
        self._layout.dim(dimmed, columns)

    def _fit(self) -> None:
        if self.panel is not None:
            self.panel.fit()
        self._changed(Part.FRAME)
