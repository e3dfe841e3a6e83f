"""The desk: which article lies on it, where the reader stands in it, and what is lit. One verb moves: go."""

from __future__ import annotations

from collections.abc import Sequence

from tui.keymap import Key
from tui.library.ports.library import Library
from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.relation import Relation
from tui.model.span import Span
from tui.model.trail import Place, Trail
from tui.present.article_layout import lay_out_article, speaker_badges_of
from tui.present.article_view import Highlights
from tui.present.glyphs import Glyphs
from tui.present.grid import Pane
from tui.present.sidebar_view import SidebarContent, other_printing, sidebar_of, with_relations
from tui.screens.shelf import Shelf
from tui.screens.steps import Find, first_current
from tui.theme import StyleResolver

RELATED_AFTER = 0.04
"""Seconds an article lies open before its related ones are looked up: a held key does not pay for them."""
FLASH = 0.9
"""Seconds that the words one jumped to stay lit."""


class Desk(Shelf):
    """Holds the trail and the open cutting, and hands the panes what they draw."""

    def __init__(
        self, library: Library, palette: StyleResolver, glyphs: Glyphs, keys: tuple[Key, ...]
    ) -> None:
        super().__init__(library, palette, glyphs, keys)
        self.trail = Trail()
        self.among: tuple[Place, ...] = ()
        self.among_what = "found"
        self.cutting: Cutting | None = None
        self.side: SidebarContent | None = None
        self.lit = Highlights()
        self.found: dict[Pane, Find] = {}
        self.subtitle = ""
        self.gone: dict[ArticleId, Cutting] = {}  # in the library no more; as they were
        self._kept: dict[ArticleId, tuple[int, int | None]] = {}
        self.relations_due = False

    # going

    def go(self, place: Place, *, trail: Trail | None = None) -> None:
        """Be at that place. Without a `trail` given (back, forward) the step is added to the trail."""
        self.leave()
        self.trail = trail if trail is not None else self.trail.to(place)
        self.put_article(place)
        number = self.listed.position(place.article)
        if number is not None and number != self.list.chosen:
            self.list.choose(number)
        self.call_later(self._remember_read, place.article)
        self.draw_frame()

    def leave(self) -> None:
        """Remember where the reader stands in the article on the desk."""
        sheet = self.view.sheet
        if self.cutting is not None and sheet is not None and sheet.cutting is self.cutting:
            offset = self.view.seen().start
            self._kept[self.cutting.article.id] = (offset, self.lit.current)
            if self.trail.here is not None and self.trail.here.article == self.cutting.article.id:
                self.trail = self.trail.seen_at(offset)

    def put_article(self, place: Place) -> None:
        """Lay the article on the desk and stand where the place says."""
        same = self.cutting is not None and self.cutting.article.id == place.article
        if not same:
            self.cutting = self.library.cutting(place.article) or self.gone.get(place.article)
            self.lit = Highlights(marks=self.lit.marks)._replace(entity=None)
            self.found.pop(Pane.ARTICLE, None)
            self._put_side()
            self.set_article()
        if self.cutting is not None:
            self._stand(place, self.cutting)
        self.sidebar.put(self.side)

    def _stand(self, place: Place, cutting: Cutting) -> None:
        kept = self._kept.get(place.article)
        current = kept[1] if kept else None
        if place.span is not None and (kept is None or place.offset is None):
            hit = (n for n, q in enumerate(cutting.spoken) if q.span.overlaps(place.span))
            current = next(hit, None)
        self.lit = self.lit._replace(current=current, flash=None)
        if place.offset is not None:
            self.view.stand_at(place.offset)
            if kept is None and current is None:
                self._stand_on_first(cutting)
        elif place.span is not None:
            self.view.show_span(place.span)
            self.flash(place.span)
        elif kept:
            self.view.stand_at(kept[0])
        else:
            self.view.scroll_rows(0)
            self._stand_on_first(cutting)
        self.light()

    def _stand_on_first(self, cutting: Cutting) -> None:
        """Stand on the first quotation of the page, which may not have been drawn yet."""
        sheet, top = self.view.sheet, self.view.top
        if sheet is not None:
            page = Span(sheet.offset_of(top), sheet.offset_of(top + self.grid.body))
            self.lit = self.lit._replace(current=first_current(cutting, page))

    def _put_side(self) -> None:
        """The sidebar of the article, its related ones to follow when it has lain open for a moment."""
        if self.cutting is None:
            self.side = None
            return
        self.side = sidebar_of(self.cutting, speaker_badges_of(self.cutting), self.glyphs)
        article = self.cutting.article.id
        self.set_timer(RELATED_AFTER, lambda: self._look_up(article))

    def renew_relations(self) -> None:
        """Look up what is related now, if that is due and the reader is not in the sidebar."""
        if self.relations_due and self.side and self.side.relations is not None and not self._in_sidebar:
            self._look_up(self.side.cutting.article.id)

    @property
    def _in_sidebar(self) -> bool:
        """Whether the reader chooses in the sidebar: nothing moves there meanwhile."""
        return self.sidebar.focus_here

    def _look_up(self, article: ArticleId) -> None:
        if self.cutting is not None and self.cutting.article.id == article:
            work, self.relations_due = self._relate, False
            self.run_worker(lambda: work(article), thread=True, exclusive=True, group="related")

    def _relate(self, article: ArticleId) -> None:
        relations = self.library.related(article)
        self.hand_back(self._put_relations, article, relations)

    def _put_relations(self, article: ArticleId, relations: Sequence[Relation]) -> None:
        if self.side is None or self.cutting is None or self.cutting.article.id != article:
            return
        if self.side.relations is not None and self._in_sidebar:
            self.relations_due = True
            return
        titles: dict[str, str] = {}
        for relation in relations:
            row = self.library.row(relation.article)
            shown = other_printing(row) if row and relation.is_copy else row.title if row else ""
            titles[relation.article] = shown
        self.side = with_relations(self.side, relations, titles)
        self.sidebar.put(self.side)

    def _remember_read(self, article: ArticleId) -> None:
        self.library.set_read(article, True)
        self.list.forget(self.list.chosen)

    def open_article(self) -> ArticleId | None:
        return self.cutting.article.id if self.cutting else None

    # what is lit

    def set_article(self) -> None:
        """Set the article for the grid; the words that stood at the top stay there."""
        offset, top = self.view.seen().start, self.view.top
        same = self.view.sheet is not None and self.view.sheet.cutting is self.cutting
        if self.cutting is None or self.side is None or not self.grid.measure:
            return
        mark = self.library.mark(self.cutting.article.id)
        self.view.put(
            lay_out_article(self.cutting, self.grid, self.side.speakers, self.glyphs, mark), self.lit
        )
        if same and top:
            self.view.stand_at(offset)

    def light(self) -> None:
        """Draw what stands out now, and say so in the frame."""
        find = self.found.get(Pane.ARTICLE, Find())
        self.lit = self.lit._replace(found=find.spans, found_at=find.at)
        self.view.light(self.lit)
        self.draw_frame()

    def flash(self, span: Span) -> None:
        """Light the words one has jumped to for a moment."""
        self.lit = self.lit._replace(flash=span)
        self.set_timer(FLASH, self._unflash)

    def _unflash(self) -> None:
        self.lit = self.lit._replace(flash=None)
        self.light()
