"""A reader without a terminal: a desk and a navigator over a view that only knows where it stands."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.made import council
from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.span import Span
from tui.model.trail import PageState, Place
from tui.present.article_layout import speaker_badges_of
from tui.present.glyphs import FULL
from tui.present.grid import Pane
from tui.present.sidebar_view import SidebarContent, SidebarItem, sidebar_of
from tui.reader.desk import Desk
from tui.reader.navigator import Moved, Navigator, SavedFocus, SavedView
from tui.reader.redraw import Part

ROWS = 20


class View:
    """Shows a hundred code points from where it stands."""

    def __init__(self) -> None:
        self.offset = 0

    def seen(self) -> Span:
        return Span(self.offset, self.offset + 100)

    def page(self, rows: int) -> Span | None:
        return Span(self.offset, self.offset + 20 * rows)

    def scroll_rows(self, row: int) -> bool:
        self.offset = row
        return True

    def stand_at(self, offset: int) -> None:
        self.offset = offset

    def show_span(self, span: Span) -> None:
        self.offset = max(0, span.start - 10)


class Beside:
    """What is shown and chosen at the side."""

    def __init__(self) -> None:
        self.side: SidebarContent | None = None
        self.chosen: SidebarItem | None = None

    def put(self, side: SidebarContent | None) -> None:
        self.side = side

    def choose(self, item: SidebarItem | None) -> None:
        self.chosen = item


class Reading:
    """The articles a to d, one of them open."""

    def __init__(self) -> None:
        self.at, self.beside = View(), Beside()
        self.later: list[Callable[[], None]] = []
        self.parts = Part(0)
        self.cuttings = {one.article.id: one for one in map(council, "abcd")}
        self.desk = Desk(self.at, self.beside, lambda name: (f"{name} too",), self._after, self._changed)
        self.pane = Pane.ARTICLE
        self.page: PageState | None = None
        self.nav = Navigator()
        self.nav.reading = self
        self.moves: list[Moved] = []
        self.nav.listeners.append(self._moved)

    def _after(self, _seconds: float, act: Callable[[], None]) -> None:
        self.later.append(act)

    def _changed(self, part: Part) -> None:
        self.parts |= part

    def _moved(self, moved: Moved) -> None:
        self.moves.append(moved)
        self.page = moved.place.leaf

    @property
    def article(self) -> ArticleId | None:
        return self.desk.article

    def view(self) -> SavedView | None:
        return SavedView(self.at.offset, self.desk.lit.current) if self.desk.cutting else None

    def focus(self) -> SavedFocus:
        side = self.desk.side
        return SavedFocus(self.pane, self.beside.chosen, self.desk.lit.entity, side.mention if side else 0)

    def leaf(self) -> PageState | None:
        return self.page

    def show(self, place: Place, saved: SavedView | None) -> bool:
        if self.desk.article != place.article:
            cutting = self.cuttings.get(place.article) or self.nav.removed.get(place.article)
            if cutting is None:
                return False
            self.desk.open(cutting, sidebar_of(cutting, speaker_badges_of(cutting), FULL))
        self.desk.stand(place, saved, ROWS)
        return True

    def restore(self, focus: SavedFocus) -> None:
        if focus.entity is not None:
            self.desk.choose_entity(focus.entity, focus.mention)
        self.pane = focus.pane
        self.beside.choose(focus.item)

    def focus_article(self) -> None:
        self.pane = Pane.ARTICLE


def id_of(name: str) -> ArticleId:
    """The id of the article that is called so."""
    return council(name).article.id


def place(name: str, span: Span | None = None, leaf: PageState | None = None) -> Place:
    """A place in that article."""
    return Place(id_of(name), span, leaf=leaf)


def cutting(name: str) -> Cutting:
    """That article."""
    return council(name)
