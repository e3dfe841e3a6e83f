"""What keys do to the article on the desk: step through it, open it elsewhere."""

from __future__ import annotations

from tui.config import NARROWEST, WIDEST
from tui.model.span import Span
from tui.present.grid import MEASURE, Pane
from tui.present.sidebar_view import SidebarItem, SidebarItemKind
from tui.screens.editing import browse, edit
from tui.screens.keeping import Keeping
from tui.screens.steps import step, unsure

STEP = 4


class Acts(Keeping):
    """One `do_…` for each action of the key table that is not a movement inside a pane."""

    # through the article

    def _quotations(self, by: int, among: list[int]) -> None:
        """Stand on the next of those spoken quotations (by = 1) or the one before (by = -1)."""
        if self.cutting is None or not among:
            self.notice = "none here"
            return
        spans = [self.cutting.spoken[n].span for n in among]
        at = among.index(self.lit.current) if self.lit.current in among else None
        number = step(spans, at, self.view.seen(), by)
        if number is None:
            self.notice = "the last one" if by > 0 else "the first one"
            return
        self.lit = self.lit._replace(current=among[number], flash=None)
        self.view.show_span(spans[number])
        self.light()

    def stand_on(self, number: int) -> None:
        """Make that spoken quotation the current one."""
        self.lit = self.lit._replace(current=number, flash=None)
        self.light()

    def do_next_quotation(self) -> None:
        self._quotations(1, list(range(len(self.cutting.spoken))) if self.cutting else [])

    def do_previous_quotation(self) -> None:
        self._quotations(-1, list(range(len(self.cutting.spoken))) if self.cutting else [])

    def do_next_unsure(self) -> None:
        self._quotations(1, unsure(self.cutting) if self.cutting else [])

    def _mentions(self, by: int) -> None:
        """Stand on the next mention of the chosen name, going round at the end."""
        name = self.lit.entity
        if self.cutting is None or self.side is None or name is None:
            self.notice = "no name is chosen: 3 goes to the people"
            return
        spans: list[Span] = [mention.span for mention in self.cutting.mentions_of(name)]
        at = self.side.mention - 1 if self.side.mention else None
        number = 0 if at is None and by > 0 else ((at or 0) + by) % len(spans)
        self.side = self.side._replace(mention=number + 1)
        self.sidebar.put(self.side)
        self.view.show_span(spans[number])
        self.lit = self.lit._replace(flash=spans[number])
        self.light()
        self.flash(spans[number])

    def do_next_mention(self) -> None:
        self._mentions(1)

    def do_previous_mention(self) -> None:
        self._mentions(-1)

    def choose_entity(self, name: str | None) -> None:
        """Light every mention of that name (or of none any more)."""
        if self.side is None:
            return
        known = self.library.person(name) if name else None
        alike = known.alike if known else ()
        self.side = self.side._replace(entity=name, mention=1 if name else 0, alike=alike)
        self.lit = self.lit._replace(entity=name)
        self.sidebar.put(self.side)
        self.sidebar.choose(SidebarItem(SidebarItemKind.ENTITY, name) if name else None)
        self.light()

    def do_next_found(self) -> None:
        self.next_match(1)

    def do_previous_found(self) -> None:
        self.next_match(-1)

    def do_open(self) -> None:
        number = self.lit.current
        if self.cutting is not None and number is not None:
            self.list_said(self.cutting.spoken[number].speaker)

    # elsewhere

    def do_browse(self) -> None:
        url = self.cutting.article.url if self.cutting else None
        self.notice = browse(url) if url else "this article gives no web address"

    def do_edit(self) -> None:
        source = self.library.source(self.cutting.article.id) if self.cutting else None
        if source is not None:
            self.notice = edit(self.app, source)

    # looks

    def do_marks(self) -> None:
        self.lit = self.lit._replace(marks=not self.lit.marks)
        self.notice = "names are marked" if self.lit.marks else "names are not marked"
        self.light()

    def do_alone(self) -> None:
        self.alone = not self.alone
        self.turn_to(Pane.ARTICLE)

    def _measure(self, by: int) -> None:
        self.narrower = max(MEASURE - WIDEST, min(self.narrower + by, MEASURE - NARROWEST))
        self.lay_out(self.size.width, self.size.height)
        self.notice = f"measure {self.grid.measure}"

    def do_narrower(self) -> None:
        self._measure(STEP)

    def do_wider(self) -> None:
        self._measure(-STEP)
