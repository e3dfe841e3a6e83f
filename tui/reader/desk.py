"""What lies open and what is lit in it. No other object writes either."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from tui.model.span import Span
from tui.present.article_view import Highlights
from tui.present.grid import Pane
from tui.present.sidebar_view import SidebarItem, SidebarItemKind, with_relations
from tui.reader.article_cursor import Find, first_current
from tui.reader.redraw import Changed, Part

if TYPE_CHECKING:
    from tui.model.annotation import Quotation
    from tui.model.article import ArticleId
    from tui.model.cutting import Cutting
    from tui.model.relation import Relation
    from tui.model.trail import Place
    from tui.present.sidebar_view import SidebarContent
    from tui.reader.navigator import SavedView

FLASH = 0.9
"""Seconds that the words one jumped to stay lit."""


class ReadingView(Protocol):
    """The text of the open article, as far as it is seen."""

    def seen(self) -> Span:
        """The stretch of the text that is on the screen."""
        ...

    def page(self, rows: int) -> Span | None:
        """The stretch that so many rows from the top on will show."""
        ...

    def scroll_rows(self, row: int) -> bool:
        """Show that row as the first one."""
        ...

    def stand_at(self, offset: int) -> None:
        """Scroll so that the code point is in the first row."""
        ...

    def show_span(self, span: Span) -> None:
        """Scroll as little as may be to show the span."""
        ...


class SideView(Protocol):
    """The people and related articles beside it."""

    def put(self, side: SidebarContent | None) -> None:
        """Show that sidebar."""
        ...

    def choose(self, item: SidebarItem | None) -> None:
        """Make that item the chosen one."""
        ...


class Desk:
    """The open article, the chosen quotation and name, and every highlight."""

    def __init__(
        self,
        view: ReadingView,
        beside: SideView,
        alike: Callable[[str], Sequence[str]],
        after: Callable[[float, Callable[[], None]], object],
        changed: Changed,
    ) -> None:
        self._view, self._beside = view, beside
        self._alike, self._after, self._changed = alike, after, changed
        self._cutting: Cutting | None = None
        self._side: SidebarContent | None = None
        self._lit = Highlights()
        self._found: dict[Pane, Find] = {}

    # what there is

    @property
    def cutting(self) -> Cutting | None:
        """The open article with what was found in it."""
        return self._cutting

    @property
    def article(self) -> ArticleId | None:
        """The id of the open article."""
        return self._cutting.article.id if self._cutting else None

    @property
    def side(self) -> SidebarContent | None:
        """What stands beside it."""
        return self._side

    @property
    def lit(self) -> Highlights:
        """What is lit in it."""
        return self._lit

    @property
    def quotation(self) -> Quotation | None:
        """The chosen quotation."""
        number = self._lit.current
        return self._cutting.spoken[number] if self._cutting and number is not None else None

    def found(self, pane: Pane) -> Find:
        """What is looked for in that pane, and where it was found."""
        return self._found.get(pane, Find())

    # opening

    def open(self, cutting: Cutting, side: SidebarContent) -> None:
        """Lay an article on the desk, nothing lit in it."""
        self._cutting, self._side = cutting, side
        self._found.pop(Pane.ARTICLE, None)
        self._light(Highlights(marks=self._lit.marks))
        self._beside.put(side)

    def stand(self, place: Place, saved: SavedView | None, rows: int) -> None:
        """Stand where the place says, or as the article was left; `rows` of it are seen at once."""
        cutting = self._cutting
        assert cutting is not None
        current = saved.current if saved else None
        if place.span is not None and (saved is None or place.offset is None):
            aim = place.span
            current = next((n for n, q in enumerate(cutting.spoken) if q.span.overlaps(aim)), None)
        self._light(self._lit._replace(current=current, flash=None))
        if place.offset is not None:
            self._view.stand_at(place.offset)
            if saved is None and current is None:
                self._choose_first(cutting, rows)
        elif place.span is not None:
            self._view.show_span(place.span)
            self.flash(place.span)
        elif saved is not None:
            self._view.stand_at(saved.offset)
        else:
            self._view.scroll_rows(0)
            self._choose_first(cutting, rows)

    def _choose_first(self, cutting: Cutting, rows: int) -> None:
        page = self._view.page(rows)
        if page is not None:
            self.select_quotation(first_current(cutting, page))

    def reopen(self, cutting: Cutting, side: SidebarContent, current: int | None) -> None:
        """The same article with what has changed in it; what was lit stays lit, as far as it is there."""
        lit = self._lit
        self.open(cutting, side)
        self._light(lit._replace(current=current, found=(), found_at=None))

    # the chosen quotation and name

    def select_quotation(self, number: int | None) -> None:
        """Make that spoken quotation the chosen one."""
        self._light(self._lit._replace(current=number, flash=None))

    def choose_entity(self, name: str | None, mention: int = 1) -> None:
        """Light every mention of that name, standing on that one of them; with None of no name any more."""
        if self._side is None:
            return
        alike = tuple(self._alike(name)) if name else ()
        self._side = self._side._replace(entity=name, mention=mention if name else 0, alike=alike)
        self._beside.put(self._side)
        self._beside.choose(SidebarItem(SidebarItemKind.ENTITY, name) if name else None)
        self._light(self._lit._replace(entity=name))

    def unfold(self, kind: str) -> None:
        """All names of that kind are shown from now on."""
        if self._side is not None:
            self._side = self._side._replace(unfolded=self._side.unfolded | {kind})

    def next_mention(self, by: int) -> bool:
        """Stand on another mention of the chosen name, going round at the end; False if none is chosen."""
        name, side = self._lit.entity, self._side
        if self._cutting is None or side is None or name is None:
            return False
        spans = [mention.span for mention in self._cutting.mentions_of(name)]
        number = 0 if not side.mention and by > 0 else (max(0, side.mention - 1) + by) % len(spans)
        self._side = side._replace(mention=number + 1)
        self._changed(Part.SIDEBAR)
        self._view.show_span(spans[number])
        self.flash(spans[number])
        return True

    # what is lit

    def show_evidence(self, on: bool) -> None:
        """Show why the chosen quotation is whose it is, or no more."""
        self._light(self._lit._replace(evidence=on, flash=None if on else self._lit.flash))

    def highlight(self, spans: Sequence[Span]) -> bool:
        """Light words that two articles share; whether they were not lit before."""
        shared = tuple(sorted(spans))
        changed = shared != self._lit.shared
        self._light(self._lit._replace(shared=shared))
        return changed

    def select_words(self, span: Span | None) -> None:
        """Light the words that are to be copied, or none."""
        self._light(self._lit._replace(selected=span))

    def flash(self, span: Span) -> None:
        """Light the words one has jumped to for a moment."""
        self._light(self._lit._replace(flash=span))
        self._after(FLASH, lambda: self._light(self._lit._replace(flash=None)))

    def mark_names(self, on: bool) -> None:
        """Mark all names in the text, or none."""
        self._light(self._lit._replace(marks=on))

    def put_found(self, pane: Pane, find: Find | None) -> None:
        """Light what was found in that pane; None: nothing is looked for there any more."""
        if find is None:
            self._found.pop(pane, None)
        else:
            self._found[pane] = find
        here = self.found(Pane.ARTICLE)
        self._light(self._lit._replace(found=here.spans, found_at=here.at))

    def put_relations(self, relations: Sequence[Relation], titles: dict[str, str]) -> None:
        """The articles that belong with the open one are known."""
        if self._side is not None:
            self._side = with_relations(self._side, relations, titles)
            self._beside.put(self._side)

    def _light(self, lit: Highlights) -> None:
        self._lit = lit
        self._changed(Part.ARTICLE)
