"""The Textual App: themes, the first screen, quitting. Nothing else."""

from __future__ import annotations

import asyncio
import locale
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.driver import Driver
from textual.theme import BUILTIN_THEMES
from textual.theme import Theme as TextualTheme

from tui import app_paths, config
from tui.keymap import KEYS, with_overrides
from tui.library.user import ui_preferences
from tui.present.glyphs import glyphs
from tui.present.grid import MEASURE
from tui.present.styles import ThemeRole
from tui.reader.fault import crash_message
from tui.reader.messages import ThemeTried
from tui.reader.reader import Reader, Start
from tui.reader.screen import ReaderScreen
from tui.theme import StyleResolver, Theme, load_theme
from tui.theme_registry import ActiveTheme, available_themes, file_stamp, reload_theme, summarize_problems

if TYPE_CHECKING:
    from tui.library.ports.library import Library

SIXTEEN = "terminal"
"""The theme for terminals of sixteen colours (look: fallbacks)."""
LOOK_AGAIN = 1.0
"""Seconds between two looks at the file of the theme, so that one sees what one is writing."""


class Cuttings(App[None], inherit_bindings=False):
    """Opens the reading room on a library."""

    CSS_PATH = "cuttings.tcss"
    BINDINGS = []
    ENABLE_COMMAND_PALETTE = False
    TITLE = "cuttings"
    TUTOR = False
    """Whether a tutor stands at the foot of the reader."""

    def __init__(
        self,
        library: Library,
        configured: config.Config,
        *,
        sample: bool = False,
        first: bool = False,
        colours: str | None = "truecolor",
    ) -> None:
        super().__init__()
        self.colours = colours
        self.animation_level = "none"
        self.library = library
        self.configured = configured
        self.kept_looks = app_paths.data_home() / ui_preferences.FILE_NAME
        self.settings = ui_preferences.with_preferences(configured, self.kept_looks)
        self.sample = sample
        self.first = first
        """Whether the reader may be new here: they gave no library."""
        self.fault: Exception | None = None
        self.doubt = ""
        """What is wrong with the configuration, said once in the key line."""
        self.folders = (app_paths.shipped("themes"), app_paths.config_file().parent / "themes")
        # before the style rules are read, so that they are read once
        few = colours == "standard"
        theme, problems = load_theme(SIXTEEN if few else self.settings.theme, self.folders)
        self.doubted_theme = summarize_problems(problems)
        self.active_theme = ActiveTheme(theme.name, file_stamp(theme.name, self.folders))
        self.palette = self.apply_theme(theme)

    def get_driver_class(self) -> type[Driver]:
        stock = super().get_driver_class()
        try:
            from tui.input_driver import low_latency_driver
        except ImportError:  # another system, or a Textual that is made otherwise
            return stock
        return low_latency_driver(stock)

    def get_default_screen(self) -> ReaderScreen:
        signs = glyphs(self.settings.glyphs, locale.getpreferredencoding(False))
        keys = with_overrides(KEYS, self.settings.keys)
        start = Start(
            watching=self.settings.watch,
            first_run=self.first and self.library.last_place() is None,
            narrower=MEASURE - self.settings.measure,
            notice=self.doubt or self.doubted_theme,
            subtitle=" · cuttings FOLDER opens your own" if self.sample else "",
            tutor=self.TUTOR,
        )
        screen = ReaderScreen(self.library, self.palette, signs, keys, start)
        self.reader: Reader = screen.reader
        return screen

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for sent in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(sent, partial(self.exit, return_code=128 + sent))
        self.set_interval(LOOK_AGAIN, self.look_again)
        self.app_resume_signal.subscribe(self, self._draw_again)

    def _draw_again(self, _app: App[None]) -> None:
        """Draw the whole page: whoever had the terminal meanwhile has left it empty."""
        self.refresh(layout=True)

    def on_unmount(self) -> None:
        if not hasattr(self, "reader"):  # it could not be built, and why is what is told
            return
        measure = MEASURE - self.reader.layout.narrower
        if measure != self.settings.measure:
            with suppress(OSError):
                ui_preferences.keep_preference(self.kept_looks, "measure", measure, self.configured)

    def _handle_exception(self, error: Exception) -> None:
        self.fault = self.fault or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave without drawing the traceback: its text may hold what an article holds."""
        self._close_messages_no_wait()

    # themes

    def apply_theme(self, theme: Theme) -> StyleResolver:
        """Take that theme, for Textual's own few colours too."""
        self.register_theme(for_textual(theme))
        self.theme = theme.name
        return self.resolved_styles(theme)

    def resolved_styles(self, theme: Theme) -> StyleResolver:
        """The theme in the colours that the terminal has."""
        if self.colours == "256":
            from tui.theme_256 import quantize_theme

            theme = quantize_theme(theme)
        return StyleResolver(theme, colour=not self.no_color)

    def look_again(self) -> None:
        """Read the theme anew when its file has changed; what is wrong with it is one line."""
        if file_stamp(self.active_theme.name, self.folders) != self.active_theme.stamp:
            self.preview_theme(self.active_theme.name)

    def preview_theme(self, name: str) -> Theme | None:
        """Draw the page in that theme; one that cannot be had leaves the page as it is and says why."""
        self.active_theme, theme, problems = reload_theme(name, self.folders)
        self.reader.wear(self.resolved_styles(theme) if theme else None, summarize_problems(problems))
        return theme

    def on_themes_wanted(self) -> None:
        self.reader.theme.offer(available_themes(self.folders), self.active_theme.name)

    def on_theme_tried(self, event: ThemeTried) -> None:
        theme = self.preview_theme(event.name or self.theme)
        if theme is None or not event.keep:
            return
        self.apply_theme(theme)
        try:
            ui_preferences.keep_preference(self.kept_looks, "theme", theme.name, self.configured)
            self.reader.wear(None, f"theme: {theme.name}")
        except OSError as error:
            self.reader.wear(None, f"theme: {theme.name}, for now: it cannot be kept ({error.strerror})")


def for_textual(theme: Theme) -> TextualTheme:
    """The same colours as a theme of Textual, for the little that style rules draw."""
    if theme.ansi:
        return replace(BUILTIN_THEMES["ansi-dark" if theme.dark else "ansi-light"], name=theme.name)
    ground = theme.roles[ThemeRole.BACKGROUND]
    return TextualTheme(
        name=theme.name,
        primary=theme.roles[ThemeRole.ACCENT],
        foreground=theme.roles[ThemeRole.TEXT],
        background=ground,
        surface=ground,
        panel=ground,
        dark=theme.dark,
    )


def run_reader(paths: Sequence[Path], *, sample: bool, first: bool) -> int:
    """Open the reader on those paths; the exit code. `first` says that no library was given."""
    from tui.library.service.folder_library import open_library

    sample = sample or [path.resolve() for path in paths] == [app_paths.shipped("seeds").resolve()]
    settings, doubts = configuration()
    library = open_library(paths, name="Sample library" if sample else None, spared=1)
    app = Cuttings(library, settings, sample=sample, first=first, colours=colours_here())
    app.doubt = doubts
    try:
        return run_app(app)
    finally:
        library.close()


def run_app(app: Cuttings) -> int:
    """Run it until the reader leaves; the exit code."""
    app.run()
    if app.fault is not None:
        told = crash_message(app.fault)
        sys.stderr.write(f"cuttings: {told}. Your files and marks are untouched.\n")
    return app.return_code or 0


def colours_here() -> str | None:
    """How many colours rich finds that this terminal has: "truecolor", "256", "standard" (16), or none."""
    from rich.console import Console

    return Console(force_terminal=True, no_color=False).color_system


def configuration() -> tuple[config.Config, str]:
    """What the reader has configured, and what is wrong with it in a line ("" if nothing is)."""
    settings, problems = config.load_config(app_paths.config_file())
    if settings.keys:
        from tui.keymap_validation import load_validated

        settings, problems = load_validated(app_paths.config_file())
    words = summarize_problems(problems)
    return settings, f"{words} · cuttings config check" if words else ""
