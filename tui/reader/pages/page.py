"""What every page over the article can do: dossier, the same words elsewhere, history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from tui.library.ports.articles import Articles
from tui.library.ports.history import History
from tui.library.ports.people import People
from tui.library.ports.related import Related
from tui.library.ports.sync import Covered
from tui.model.cutting import Cutting
from tui.model.trail import PageKind, PageState, Place
from tui.present.glyphs import Glyphs
from tui.present.grid import Grid, Pane
from tui.present.page_rows import Box, Target
from tui.present.styles import StyledLine
from tui.theme import StyleResolver
from tui.widgets.page_column import PageColumn

KeyHints = Sequence[tuple[str, str]]
MOVES = frozenset({"up", "down", "page_down", "page_up", "half_down", "half_up", "first", "last", "open"})


class PageLibrary(Articles, People, Related, History, Covered, Protocol):
    """What pages need of the library."""


class OverlayPage:
    """Owns the columns of one kind of page and what stands in them.

    `fetch` may take long and runs in a thread; what it returns is handed to `put`.
    """

    kind: ClassVar[PageKind]
    parts: ClassVar[int] = 1
    """Columns of rows where there is room for all."""
    line: ClassVar[Sequence[tuple[tuple[str, ...], str]]] = ()
    """Actions and their words for the key line."""
    nothing: ClassVar[str] = "there is nothing to show"
    """What is said when nothing is found to show."""

    def __init__(self, library: PageLibrary, palette: StyleResolver, glyphs: Glyphs) -> None:
        self.library = library
        self.glyphs = glyphs
        self.columns = tuple(PageColumn(palette, glyphs) for _ in range(self.parts))
        self.leaf = PageState(self.kind)
        self.focus = 0
        self.found = ""
        self.split = 0
        """Columns left of the hairline between two columns of rows."""

    # what each kind says

    def begin(self, leaf: PageState, place: Place) -> bool:
        """Turn to that page as it was left there; whether what it shows is at hand and not to be fetched."""
        raise NotImplementedError

    def fetch(self, leaf: PageState, place: Place) -> object:
        """What the page shows; None if there is nothing to show."""
        raise NotImplementedError

    def put(self, found: object) -> None:
        """Show what was fetched."""
        raise NotImplementedError

    def lay(self, grid: Grid) -> None:
        """Give the columns their places on that grid."""
        raise NotImplementedError

    @property
    def title(self) -> str:
        """Where one is, for the masthead."""
        raise NotImplementedError

    @property
    def facts(self) -> tuple[str, ...]:
        """Facts for the right end of the masthead."""
        return ()

    @property
    def standing(self) -> StyledLine:
        """What is chosen, for the right end of the key line."""
        return ()

    def look_for(self, words: str) -> int:
        """Show only what has these words; how many there are."""
        return 0

    def among(self) -> tuple[tuple[Place, ...], str]:
        """The places that one walks on from here, and what they are."""
        return (), ""

    def said(self) -> tuple[Cutting, int] | None:
        """The quotation that is chosen, as its article and its number there."""
        return None

    def text(self) -> str | None:
        """What a copy takes from here other than a quotation."""
        return None

    def doubt(self) -> tuple[str, str] | None:
        """The chosen name that may be that of the page, and what both are to be called."""
        return None

    def forget(self) -> None:
        """The library has changed: ask it again."""

    def unfold(self, section: str) -> None:
        """Show all of a section."""

    # what all have in common

    @property
    def focused(self) -> PageColumn:
        """The column that has the keys."""
        return self.columns[min(self.focus, len(self.seen()) - 1)]

    def seen(self) -> Sequence[PageColumn]:
        """The columns that are shown."""
        return [column for column in self.columns if column.display]

    def turn_to(self, number: int) -> None:
        """Give the keys to that column."""
        self.focus = number % max(1, len(self.seen()))
        for at, column in enumerate(self.seen()):
            column.set_focus(at == self.focus)

    def hide(self) -> None:
        """Take the page away."""
        for column in self.columns:
            column.display = False

    def now(self) -> PageState:
        """The page as it stands now."""
        column = self.focused
        return self.leaf._replace(column=self.focus, chosen=column.chosen, top=column.top, found=self.found)

    def ruled(self, grid: Grid) -> tuple[Grid, Pane | None]:
        """The columns as panes that hairlines join, and the one with the keys."""
        one = len(self.seen()) < 2
        left = 0 if one else self.split
        right = grid.columns - left - (not one)
        panes = grid._replace(list_=left, article=right, sidebar=0)
        return panes, Pane.ARTICLE if one or self.focus else Pane.LIST

    def ruled_below(self, grid: Grid) -> Grid:
        """The same for the hairline under them."""
        return self.ruled(grid)[0]

    def act(self, action: str) -> bool:
        """Do the action if it is one of the page's own; whether it was."""
        if action in ("next_pane", "previous_pane"):
            self.turn_to(self.focus + (1 if action == "next_pane" else -1))
            return True
        if action in ("list", "article"):
            self.turn_to(0 if action == "list" else len(self.seen()) - 1)
            return True
        return action in MOVES and self.focused.act(action)

    def target(self) -> Target | None:
        """What the chosen rows lead to."""
        return self.focused.target


def place_column(column: PageColumn, grid: Grid, left: int, width: int) -> None:
    """Lay a column over the panes, `left` columns from the edge of the screen."""
    above = 2 if grid.tall else 1
    column.air = 1 if grid.tall else 0
    place_box(column, Box(left, above, width, grid.rows - 2 * above))


def place_box(column: PageColumn, box: Box) -> None:
    """Lay a column there."""
    column.styles.margin = (box.row, 0, 0, box.column)
    column.styles.width = box.width
    column.styles.height = max(1, box.height)
    column.display = True
