"""The open article: laid on the desk, read through, left as one found it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.model.printed_words import as_read
from tui.present.article_layout import lay_out_article, speaker_badges_of
from tui.present.grid import Pane
from tui.present.plain_words import count_of
from tui.present.sidebar_view import SidebarContent, SidebarItemKind, sidebar_of
from tui.reader.article_cursor import at_offset, step, unsure
from tui.reader.context import ReaderContext
from tui.reader.navigator import SavedFocus, SavedView
from tui.reader.redraw import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.library.ports.articles import Articles
    from tui.library.ports.marks import Marks
    from tui.model.article import ArticleId
    from tui.model.cutting import Cutting
    from tui.model.span import Span
    from tui.model.trail import PageState, Place
    from tui.present.styles import StyledLine
    from tui.reader.actions import Act


class ArticleController:
    """Opens articles for the navigator, and steps through the open one."""

    def __init__(
        self,
        context: ReaderContext,
        articles: Articles,
        marks: Marks,
        welcome: Callable[[], tuple[StyledLine, ...]],
    ) -> None:
        self._it, self._articles, self._marks, self._welcome = context, articles, marks, welcome
        self._view = context.layout.view
        self.opened: list[Callable[[], None]] = []
        """Told when an article is laid on the desk, or laid there anew."""

    def actions(self) -> Mapping[str, Act]:
        """What keys do in the article."""
        return {
            "next_quotation": lambda: self._quotations(1, self._spoken()),
            "previous_quotation": lambda: self._quotations(-1, self._spoken()),
            "next_unsure": lambda: self._quotations(1, self._unsure()),
            "next_mention": lambda: self._mentions(1),
            "previous_mention": lambda: self._mentions(-1),
            "marks": self.mark_names,
        }

    # for the navigator

    @property
    def article(self) -> ArticleId | None:
        """The article that lies open."""
        return self._it.desk.article

    def view(self) -> SavedView | None:
        """How the reader stands in it; None if it has not been laid out yet."""
        sheet, cutting = self._view.sheet, self._it.desk.cutting
        if cutting is None or sheet is None or sheet.cutting is not cutting:
            return None
        return SavedView(self._view.seen().start, self._it.desk.lit.current)

    def focus(self) -> SavedFocus:
        """What has the keys."""
        desk, layout = self._it.desk, self._it.layout
        mention = desk.side.mention if desk.side else 0
        return SavedFocus(layout.pane, layout.sidebar.chosen, desk.lit.entity, mention)

    def leaf(self) -> PageState | None:
        """The page over the article as it stands now, if there is one."""
        page = self._it.modes.page
        return page.now() if page is not None else None

    def show(self, place: Place, saved: SavedView | None) -> bool:
        """Lay the article on the desk and stand where the place says; False if it is not to be had."""
        desk = self._it.desk
        if desk.article != place.article:
            removed = self._it.nav.removed.get(place.article)
            cutting = self._articles.cutting(place.article) or removed
            if cutting is None:
                self._it.status.tell("that article is no longer here")
                return False
            desk.open(cutting, self._side(cutting))
            self._laid()
        desk.stand(place, saved, self._it.layout.grid.body)
        return True

    def restore(self, focus: SavedFocus) -> None:
        """The keys where they were, the same name lit, the same row chosen."""
        if focus.entity is not None:
            self._it.desk.choose_entity(focus.entity, focus.mention)
        self._it.layout.focus(focus.pane)
        self._it.layout.sidebar.choose(focus.item)

    def focus_article(self) -> None:
        """Give the keys to the article."""
        self._it.layout.focus(Pane.ARTICLE)

    # on the screen

    def _side(self, cutting: Cutting) -> SidebarContent:
        return sidebar_of(cutting, speaker_badges_of(cutting), self._it.glyphs)

    def _laid(self) -> None:
        self.lay()
        for tell in self.opened:
            tell()

    def lay(self) -> None:
        """Set the article for the grid; the words that stood at the top stay there."""
        desk, grid = self._it.desk, self._it.layout.grid
        if desk.cutting is None or desk.side is None:
            self._view.put_note(self._welcome())
            return
        if not grid.measure:
            return
        offset, top = self._view.seen().start, self._view.top
        same = self._view.sheet is not None and self._view.sheet.cutting is desk.cutting
        mark = self._marks.mark(desk.cutting.article.id)
        self._view.put(
            lay_out_article(desk.cutting, grid, desk.side.speakers, self._it.glyphs, mark), desk.lit
        )
        if same and top:
            self._view.stand_at(offset)
        self._it.changed(Part.ARTICLE)

    def lay_again(self, current: int | None) -> None:
        """The same article with what has changed in it, the view where it was, on that quotation."""
        desk = self._it.desk
        cutting = self._articles.cutting(desk.article) if desk.article else None
        if cutting is None:
            return
        offset = self._view.seen().start
        desk.reopen(cutting, self._side(cutting), current)
        self._laid()
        self._view.stand_at(offset)
        self._it.changed(Part.LIST)

    def draw(self, parts: Part) -> None:
        """Draw what has changed in the article and beside it."""
        if Part.SIDEBAR in parts:
            self._it.layout.sidebar.put(self._it.desk.side)
        if Part.ARTICLE in parts:
            self._view.light(self._it.desk.lit)

    # what the keys do

    def _spoken(self) -> list[int]:
        return list(range(len(self._it.desk.cutting.spoken))) if self._it.desk.cutting else []

    def _unsure(self) -> list[int]:
        return unsure(self._it.desk.cutting) if self._it.desk.cutting else []

    def _quotations(self, by: int, among: list[int]) -> None:
        """Stand on the next of those spoken quotations (by = 1) or the one before (by = -1)."""
        desk = self._it.desk
        if desk.cutting is None or not among:
            self._it.status.tell("none here")
            return
        spans = [desk.cutting.spoken[n].span for n in among]
        at = among.index(desk.lit.current) if desk.lit.current in among else None
        number = step(spans, at, self._view.seen(), by)
        if number is None:
            self._it.status.tell("the last one" if by > 0 else "the first one")
            return
        desk.select_quotation(among[number])
        self._view.show_span(spans[number])

    def _mentions(self, by: int) -> None:
        if not self._it.desk.next_mention(by):
            self._it.status.tell("no name is chosen: 3 goes to the people")

    def mark_names(self) -> None:
        """Mark the names in the text, or none of them."""
        on = not self._it.desk.lit.marks
        self._it.desk.mark_names(on)
        self._it.status.tell("names are marked" if on else "names are not marked")

    def pointed(self, offset: int) -> None:
        """The text was clicked at that code point."""
        desk = self._it.desk
        if desk.cutting is None:
            return
        entity, quotation = at_offset(desk.cutting, offset)
        if entity is not None:
            desk.choose_entity(entity)
        elif quotation is not None:
            desk.select_quotation(quotation)

    def selected(self, span: Span | None) -> None:
        """The mouse was drawn over these words."""
        self._it.desk.select_words(span)
        if span is not None:
            number = len(self.selection().split())
            self._it.status.tell(f"{count_of(number, 'word')} selected: ctrl+c copies")

    def selection(self) -> str:
        """The selected words as they read, a blank line between paragraphs; "" if there are none in sight."""
        cutting, span = self._it.desk.cutting, self._it.desk.lit.selected
        if cutting is None or span is None or self._it.modes.page or self._it.modes.panel:
            return ""
        text, near = cutting.article.text, [one.span for one in cutting.article.paragraphs]
        parts = (text[max(span.start, one.start) : min(span.end, one.end)] for one in near)
        return "\n\n".join(as_read(part).strip() for part in parts if part.strip())

    def name_meant(self) -> str | None:
        """The name that a key means: the chosen one at the side, else who speaks."""
        desk = self._it.desk
        if self._it.layout.pane is Pane.SIDEBAR and desk.lit.entity:
            return desk.lit.entity
        return (desk.quotation.speaker if desk.quotation else None) or desk.lit.entity

    def words_meant(self) -> str:
        """What the page of the same words is to be of: a chosen related article, or the chosen quotation."""
        chosen, number = self._it.layout.sidebar.chosen, self._it.desk.lit.current
        at_side = self._it.layout.pane is Pane.SIDEBAR and chosen is not None
        if (
            at_side
            and chosen is not None
            and chosen.sort in (SidebarItemKind.ARTICLE, SidebarItemKind.REASON)
        ):
            return f"article {chosen.key}"
        return "" if number is None else f"quotation {number}"
