"""The Textual App: themes, the first screen, quitting. Nothing else."""

from __future__ import annotations

import asyncio
import locale
import signal
import sys
import traceback
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from textual.app import App
from textual.driver import Driver

from tui import config, places
from tui.keys import KEYS, misnamed, rebound
from tui.library.door import Library
from tui.model.listing import Order
from tui.present.glyphs import glyphs
from tui.present.grid import MEASURE
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
        self.fault: Exception | None = None
        self.doubt = ""
        """What is wrong with the configuration, said once in the key line."""
        self.folders = (places.shipped("themes"), places.config_file().parent / "themes")
        # before the style rules are read, so that they are read once
        self.palette = self.dress(settings.theme)

    def get_driver_class(self) -> type[Driver]:
        stock = super().get_driver_class()
        try:
            from tui.terminal import prompt
        except ImportError:  # another system, or a Textual that is made otherwise
            return stock
        return prompt(stock)

    def get_default_screen(self) -> ReaderScreen:
        signs = glyphs(self.settings.glyphs, locale.getpreferredencoding(False))
        keys = rebound(KEYS, self.settings.keys)
        self.reader = ReaderScreen(self.library, self.palette, signs, keys, Order.NEWEST)
        self.reader.narrower = MEASURE - self.settings.measure
        self.reader.notice = self.doubt or "; ".join(problem.words for problem in self.problems)
        if self.sample:
            self.reader.subtitle = " · cuttings FOLDER opens your own"
        return self.reader

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for sent in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(sent, partial(self.exit, return_code=128 + sent))

    def _handle_exception(self, error: Exception) -> None:
        self.fault = self.fault or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave without drawing the traceback: its text may hold what an article holds."""
        self._close_messages_no_wait()

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

    sample = sample or [path.resolve() for path in paths] == [places.shipped("seeds").resolve()]
    settings, problems = config.load(places.config_file())
    doubts = [f"{problem.path}: {problem.words}" for problem in problems]
    doubts += [f"{places.config_file()}: {words}" for words in misnamed(KEYS, settings.keys)]
    library = open_library(paths, name="Sample library" if sample else None)
    app = Cuttings(library, settings, sample=sample)
    app.doubt = doubts[0] if doubts else ""
    try:
        app.run()
    finally:
        library.close()
    if app.fault is not None:
        sys.stderr.write(told(app.fault))
    return app.return_code or 0


def told(fault: Exception) -> str:
    """One clean sentence on what went wrong; the details go to a file when they can."""
    from tui.library.clean import clean_line

    what = clean_line(f"{type(fault).__name__}: {fault}")
    path = places.cache_home() / "fault.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(traceback.format_exception(fault)), encoding="utf-8", errors="replace")
        where = f"; details are in {path}"
    except OSError:
        where = ""
    return f"cuttings: something went wrong: {what}{where}. Your files and marks are untouched.\n"
