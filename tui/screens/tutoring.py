"""The reader with a tutor at its foot, who sees when a step is done and goes on to the next."""

from __future__ import annotations

from typing import NamedTuple

from textual import events

from tui.keymap import Key
from tui.library.ports.library import Library
from tui.model.trail import PageKind, Place
from tui.present.glyphs import Glyphs
from tui.present.grid import Pane
from tui.present.styles import StyledLine
from tui.present.tutorial_view import HIGH, TUTORIAL_STEPS, tutorial_lines
from tui.screens.reader import ReaderScreen
from tui.theme import StyleResolver
from tui.widgets.static_lines import FooterPanel


class Seen(NamedTuple):
    """What the tutor compares: where the reader is and what is lit."""

    here: Place | None
    current: int | None
    evidence: bool
    among: str
    ahead: bool
    pane: Pane
    starred: bool


class TutorScreen(ReaderScreen):
    """A reader who learns."""

    def __init__(
        self, library: Library, palette: StyleResolver, glyphs: Glyphs, keys: tuple[Key, ...]
    ) -> None:
        super().__init__(library, palette, glyphs, keys)
        self.done = 0
        self._before: Seen | None = None
        self._followed = False
        self.strip = FooterPanel(palette, glyphs)

    def on_mount(self, event: events.Mount) -> None:
        event.prevent_default()  # the reader's own is called here, not by Textual once more
        self.mount(self.strip)
        super().on_mount()
        self.pane = Pane.ARTICLE
        self.lay_out(*self.app.size)
        self._before = self._see()

    def lay_out(self, columns: int, rows: int) -> None:
        super().lay_out(columns, max(0, rows - HIGH))
        self._teach()

    def draw_frame(self) -> None:
        super().draw_frame()
        if self._before is not None and self.done < len(TUTORIAL_STEPS):
            now = self._see()
            if self._is_done(self._before, now):
                self.done += 1
                self._before, self._followed = now, False
                self._teach()

    def _teach(self) -> None:
        lines: tuple[StyledLine, ...] = tutorial_lines(self.done, self.keys, self.app.size.width, self.glyphs)
        self.strip.put(lines)

    def _see(self) -> Seen:
        here = self.trail.here
        row = self.library.row(here.article) if here else None
        return Seen(
            here,
            self.lit.current,
            self.lit.evidence,
            self.among_what if self.among else "",
            bool(self.trail.forward),
            self.pane,
            row is not None and row.starred,
        )

    def _is_done(self, before: Seen, now: Seen) -> bool:
        """Whether the step has been done, from how things stood when it began to how they stand."""
        moved = now.here is not None and (before.here is None or now.here.article != before.here.article)
        if self.done == 4:
            self._followed = self._followed or (now.among == "related" and moved)
        return (
            moved and now.pane is Pane.ARTICLE,
            now.current is not None and now.current != before.current,
            now.evidence,
            now.among == "found" and now.here != before.here,
            self._followed and now.ahead,
            now.here is not None and now.here.leaf is not None and now.here.leaf.kind is PageKind.DOSSIER,
            now.starred,
        )[self.done]
