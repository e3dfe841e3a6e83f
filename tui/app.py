"""The Textual App: themes, the first screen, quitting. Nothing else."""

from __future__ import annotations

import locale
import sys
from collections.abc import Sequence
from pathlib import Path

from textual.app import App

from tui import config, places
from tui.keys import KEYS, rebound
from tui.library.door import Library
from tui.model.listing import Order
from tui.present.glyphs import glyphs
from tui.screens.reader import ReaderScreen
from tui.theming import Palette, files, load


class Cuttings(App[None], inherit_bindings=False):
    """Opens the reading room on a library."""

    CSS_PATH = "cuttings.tcss"
    BINDINGS = []
    ENABLE_COMMAND_PALETTE = False
    TITLE = "cuttings"

    def __init__(self, library: Library, settings: config.Config, *, sample: bool = False) -> None:
        super().__init__()
        self.animation_level = "none"
        self.library = library
        self.settings = settings
        self.sample = sample
        self.folders = (places.shipped("themes"), places.config_file().parent / "themes")

    def get_default_screen(self) -> ReaderScreen:
        palette = self.dress(self.settings.theme)
        signs = glyphs(self.settings.glyphs, locale.getpreferredencoding(False))
        keys = rebound(KEYS, self.settings.keys)
        self.reader = ReaderScreen(self.library, palette, signs, keys, Order.NEWEST)
        if self.sample:
            self.reader.subtitle = " · a sample: cuttings FOLDER opens your own"
        return self.reader

    def dress(self, name: str) -> Palette:
        """Take that theme (or the first choice, when it cannot be had)."""
        theme, self.problems = load(name, self.folders)
        self.register_theme(theme.for_textual())
        self.theme = theme.name
        return Palette(theme)

    def on_reader_screen_next_theme(self) -> None:
        names = sorted(files(self.folders))
        at = names.index(self.theme) if self.theme in names else -1
        self.reader.repaint(self.dress(names[(at + 1) % len(names)]))
        self.reader.notice = f"theme: {self.theme}"
        self.reader.draw_frame()


def read(paths: Sequence[Path], *, sample: bool) -> int:
    """Open the reader on those paths; the exit code."""
    from tui.library.folder import open_library

    settings, _ = config.load(places.config_file())
    library = open_library(paths, name="Sample library" if sample else None)
    try:
        Cuttings(library, settings, sample=sample).run()
    finally:
        library.close()
    return 0 if sys.stdout.isatty() else 1
