"""A reading room on the seed library, with a home of its own, driven by keys alone."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tui import app_paths, config
from tui.app import Cuttings
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.model.cutting import Cutting
from tui.reader.desk import Desk
from tui.reader.layout import Layout
from tui.reader.modes import PanelWidget
from tui.reader.navigator import Navigator
from tui.reader.pages.page import OverlayPage
from tui.reader.reader import Reader
from tui.reader.screen import ReaderScreen
from tui.widgets.article_list import ArticleList
from tui.widgets.article_pane import ArticlePane
from tui.widgets.quick_search import QuickSearch
from tui.widgets.sidebar import Sidebar
from tui.widgets.verdict_panel import VerdictPanel

HENIG = "prerequisite for a major deal"
HANGING = 3_000
"""Looks, some 20 ms apart, after which it hangs: on a busy machine much takes many."""


class Room:
    """The running reader as a test sees it: press keys, read the screen."""

    def __init__(self, app: Cuttings, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ReaderScreen:
        assert isinstance(self.app.screen, ReaderScreen)
        return self.app.screen

    @property
    def reader(self) -> Reader:
        """The parts of the main screen."""
        return self.app.reader

    @property
    def layout(self) -> Layout:
        """Where everything stands."""
        return self.reader.layout

    @property
    def desk(self) -> Desk:
        """What lies open."""
        return self.reader.desk

    @property
    def nav(self) -> Navigator:
        """Where the reader is and was."""
        return self.reader.nav

    @property
    def list(self) -> ArticleList:
        """The list of articles."""
        return self.layout.list

    @property
    def view(self) -> ArticlePane:
        """The article."""
        return self.layout.view

    @property
    def sidebar(self) -> Sidebar:
        """The people and related articles."""
        return self.layout.sidebar

    @property
    def panel(self) -> PanelWidget | None:
        """The panel over the page."""
        panel = self.reader.modes.panel
        return panel.widget if panel is not None else None

    @property
    def page(self) -> OverlayPage | None:
        """The page over the article."""
        return self.reader.modes.page

    @property
    def verdicts(self) -> VerdictPanel:
        """The panel of verdicts."""
        return self.reader.verify.widget

    @property
    def search(self) -> QuickSearch:
        """Quick search."""
        return self.reader.search.widget

    @property
    def cutting(self) -> Cutting:
        assert self.desk.cutting is not None
        return self.desk.cutting

    async def press(self, *keys: str) -> None:
        """Press keys as Textual names them."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Type words letter by letter."""
        await self.pilot.press(*("space" if letter == " " else letter for letter in words))
        await self.pilot.pause()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something that runs behind the keys has happened."""
        for _ in range(HANGING):
            if true():
                return
            await self.pilot.pause(0.02)
        raise AssertionError("it did not happen")

    @property
    def text(self) -> str:
        """The screen as one reads it."""
        strips = self.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    @property
    def pane(self) -> str:
        """The pane with the keys."""
        return self.layout.pane.name

    @property
    def foot(self) -> str:
        """The key line."""
        return self.text.splitlines()[-1]

    @property
    def title(self) -> str:
        """The opening words of the article on the desk."""
        return self.cutting.article.title[:30]


Opening = Callable[..., AbstractAsyncContextManager[Room]]
"""How a story opens the reader: `async with room((140, 40)) as it`."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home."""
    for variable, folder in (("CONFIG", "c"), ("DATA", "d"), ("CACHE", "k")):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(tmp_path / folder))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="session")
def seeds_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of the seed library, made once: each story begins with a copy."""
    made, own = (tmp_path_factory.mktemp(name) for name in ("index", "own"))
    with closing(open_library([app_paths.shipped("seeds")], index_in=made, own_in=own)) as library:
        list(library.update())
    return made


@pytest.fixture
def library(home: Path, seeds_index: Path) -> Iterator[FolderLibrary]:
    """The seed library, indexed; its files are let go of after the story."""
    shutil.copytree(seeds_index, app_paths.cache_home(), dirs_exist_ok=True)
    with closing(open_library([app_paths.shipped("seeds")], name="Seeds")) as opened:
        list(opened.update())  # nothing is left to do: it finds that out
        yield opened


@pytest.fixture
def room(library: FolderLibrary) -> Opening:
    """Open the reader at a size: `async with room((140, 40)) as it`."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (140, 40), *, of: FolderLibrary | None = None, sample: bool = False
    ) -> AsyncIterator[Room]:
        settings = replace(config.Config(), theme="night-press", glyphs="full")
        app = Cuttings(of or library, settings, sample=sample)
        async with app.run_test(size=size) as pilot:
            it = Room(app, pilot)
            await it.until(lambda: it.screen.settled)
            yield it

    return opened
