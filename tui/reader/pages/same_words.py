"""The same words elsewhere: two articles side by side, the passage that both carry on the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.text_reuse import ReusedPassage
from tui.model.trail import PageKind, PageState, Place
from tui.present.glyphs import Glyphs
from tui.present.grid import Grid, Pane
from tui.present.page_rows import Box, Target, text_row
from tui.present.side_by_side_view import (
    ComparedArticles,
    cite_passage,
    compared_pair,
    compared_sides,
    comparison_boxes,
    comparison_head,
    left_width,
)
from tui.present.styles import META, StyledLine
from tui.reader.pages.page import MOVES, OverlayPage, PageLibrary, place_box
from tui.theme import StyleResolver
from tui.widgets.compare_column import CompareColumn
from tui.widgets.page_column import PageColumn
from tui.widgets.virtual_lines import position_after

QUOTATION, ARTICLE = "quotation", "article"
"""What `PageState.of` begins with: the number of a quotation follows, or the id of another article."""


class SameWordsPage(OverlayPage):
    """Steps through the others, and through the passages that each shares."""

    kind = PageKind.SAME_WORDS
    nothing = "no other article here has the same words"
    line: ClassVar = (
        (("down", "up"), "move both"),
        (("next_pane",), "other side"),
        (("next_found", "previous_found"), "next passage"),
        (("next_article", "previous_article"), "next article"),
        (("open",), "open this one"),
        (("copy",), "copy both"),
        (("close",), "back"),
        (("help",), "all keys"),
    )
    title = "the same words"

    def __init__(self, library: PageLibrary, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(library, palette, glyphs)
        self.top = PageColumn(palette, glyphs)
        self.sides = (CompareColumn(palette, glyphs), CompareColumn(palette, glyphs))
        self.columns = (self.top, *self.sides)
        self.shown: ComparedArticles | None = None
        self.at = (0, 0)
        """Which of the others, and which of its passages."""
        self._grid: Grid | None = None

    # what it shows

    def begin(self, leaf: PageState, place: Place) -> bool:
        self.leaf, self.focus = leaf, leaf.column if leaf.column < 2 else 0
        self.shown = None
        self._fill()
        return False

    def fetch(self, leaf: PageState, place: Place) -> object:
        here = self.library.cutting(place.article)
        what, _, which = leaf.of.partition(" ")
        if here is None:
            return None
        if what == QUOTATION:
            others = self.library.same_words(place.article, here.spoken[int(which)].span)
            if others:
                return ComparedArticles(here, tuple(others))
        others = self.library.same_words(place.article)
        if what == ARTICLE:
            others = [one for one in others if one.cutting.article.id == ArticleId(which)]
        return ComparedArticles(here, tuple(others)) if others else None

    def put(self, found: object) -> None:
        assert isinstance(found, ComparedArticles)
        self.shown = found
        every = self._every()
        self.at = every[min(self.leaf.chosen, len(every) - 1)]
        self._fill()
        if self.leaf.top:
            self._scroll(self.leaf.top)

    def _every(self) -> list[tuple[int, int]]:
        """Every passage of every other article, in order."""
        others = self.shown.others if self.shown else ()
        return [(n, m) for n, one in enumerate(others) for m in range(len(one.passages))]

    def pair(self) -> tuple[Cutting, Cutting, ReusedPassage] | None:
        """The two articles and the passage that are shown."""
        return compared_pair(self.shown, self.at) if self.shown is not None else None

    # laying out

    def lay(self, grid: Grid) -> None:
        top = self.sides[0].top
        self._grid = grid
        self._fill()
        self._scroll(top)

    def seen(self) -> Sequence[PageColumn]:
        return self.sides

    def ruled(self, grid: Grid) -> tuple[Grid, Pane | None]:
        """The rule over all is plain: the one over the two columns shows where the keys are."""
        return grid._replace(list_=0, article=grid.columns, sidebar=0), None

    def ruled_below(self, grid: Grid) -> Grid:
        left = left_width(grid)
        return grid._replace(list_=left, article=grid.columns - left - bool(left), sidebar=0)

    def turn_to(self, number: int) -> None:
        super().turn_to(number)
        self._draw_over()

    def _fill(self) -> None:
        if self._grid is None:
            return
        over = self._draw_over()
        boxes = comparison_boxes(self._grid, len(over))
        for column, box in zip(self.columns, boxes, strict=True):
            place_box(column, box)
        left, right = self.sides
        beside = boxes[1].row == boxes[2].row
        left.ruled, left.scrolls = beside, False
        right.ruled = False
        for side in self.sides:
            side.above = 1 if self._grid.tall and beside else 0
        self._fill_sides(boxes[2])

    def _draw_over(self) -> list[StyledLine]:
        over: list[StyledLine] = []
        if self._grid is not None and self.shown is not None:
            over = comparison_head(self.shown, self.at, self._grid, self.focus, self.glyphs)
        self.top.air, self.top.edge = 0, False
        self.top.put(tuple(text_row(line) for line in over), top=0)
        return over

    def _fill_sides(self, box: Box) -> None:
        pair = self.pair()
        left, right = self.sides
        if pair is None:
            for side in self.sides:
                side.show((), (), 0)
            return
        ours, others, top = compared_sides(*pair, box, self.glyphs)
        left.show(*ours, top)
        right.show(*others, top)

    # what it says of itself

    @property
    def facts(self) -> tuple[str, ...]:
        every = self._every()
        if not every:
            return ()
        number = len(self.shown.others) if self.shown else 0
        articles = (f"in {number:,} other articles",) if number > 1 else ()
        return (*articles, f"{every.index(self.at) + 1} of {len(every)} passage{'s' * (len(every) != 1)}")

    @property
    def standing(self) -> StyledLine:
        pair = self.pair()
        return ((f"{pair[2].words} words the same", META),) if pair else ()

    def among(self) -> tuple[tuple[Place, ...], str]:
        others = self.shown.others if self.shown else ()
        places = tuple(Place(one.cutting.article.id, one.passages[0].whole_there) for one in others)
        return places, "with the same words"

    def target(self) -> Target | None:
        """The passage on the side that has the keys."""
        pair = self.pair()
        if pair is None:
            return None
        here, there, wording = pair
        if self.focus:
            return Place(there.article.id, wording.whole_there)
        return Place(here.article.id, wording.whole_here)

    def text(self) -> str | None:
        """Both wordings with where they stand."""
        pair = self.pair()
        if pair is None:
            return None
        here, there, wording = pair
        wordings = ((here, wording.whole_here), (there, wording.whole_there))
        return "\n\n".join(cite_passage(cutting.article, span) for cutting, span in wordings)

    def now(self) -> PageState:
        every = self._every()
        chosen = every.index(self.at) if self.at in every else 0
        return self.leaf._replace(column=self.focus, chosen=chosen, top=self.sides[0].top)

    # what the keys do

    def act(self, action: str) -> bool:
        steps = {"next_found": 1, "previous_found": -1, "next_article": 1, "previous_article": -1}
        if action in steps:
            every = self._every()
            if action.endswith("article"):
                every = [one for one in every if one[1] == 0]
            now = self.at if self.at in every else (self.at[0], 0)
            if every:
                self.at = every[max(0, min(every.index(now) + steps[action], len(every) - 1))]
                self._fill()
            return True
        if action == "open":
            return False
        if action in MOVES:
            left = self.sides[0]
            row = position_after(action, left.top, left.shown, max(0, left.count() - left.shown))
            return row is not None and self._scroll(row)
        return super().act(action)

    def _scroll(self, row: int) -> bool:
        for side in self.sides:
            side.scroll_rows(row)
        return True
