"""Related articles: looked up a moment after an article is opened; what relates them is lit on both sides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.model.trail import Place
from tui.present.grid import Pane
from tui.present.guess_marks import shown_title
from tui.present.sidebar_view import SidebarItem, SidebarItemKind, other_printing
from tui.reader.navigator import WalkSet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from tui.library.ports.articles import Articles
    from tui.library.ports.related import Related
    from tui.model.article import ArticleId
    from tui.model.relation import Reason, Relation
    from tui.reader.context import ReaderContext
    from tui.reader.jobs import Job

    class RelatedLibrary(Articles, Related, Protocol):
        """What relations need of the library."""


LOOK_UP_AFTER = 0.04
"""Seconds an article lies open before its related ones are looked up: a held key does not pay for them."""


class RelatedController:
    """Looks related articles up, lights the words that a reason is about, and follows them."""

    def __init__(self, context: ReaderContext, library: RelatedLibrary) -> None:
        self._it, self._library = context, library
        self.due = False
        """Whether what is related may have changed since it was looked up."""

    # looking up

    def opened(self) -> None:
        """Another article is open: look up what is related when it has lain open for a moment."""
        article = self._it.desk.article
        if article is not None:
            self._it.jobs.after(LOOK_UP_AFTER, partial(self._look_up, article))

    def renew(self) -> None:
        """Look up what is related now, if that is due and the reader is not choosing at the side."""
        side = self._it.desk.side
        if self.due and side is not None and side.relations is not None and not self._choosing:
            self._look_up(side.cutting.article.id)

    @property
    def _choosing(self) -> bool:
        """Whether the reader chooses at the side: nothing moves there meanwhile."""
        return self._it.layout.sidebar.focus_here

    def _look_up(self, article: ArticleId) -> None:
        if self._it.desk.article == article:
            self.due = False
            self._it.jobs.run(partial(self._relate, article), partial(self._put, article), group="related")

    def _relate(self, article: ArticleId, _job: Job) -> Sequence[Relation]:
        return self._library.related(article)

    def _put(self, article: ArticleId, relations: Sequence[Relation]) -> None:
        desk, layout = self._it.desk, self._it.layout
        if desk.side is None or desk.article != article:
            return
        if desk.side.relations is not None and self._choosing:
            self.due = True
            return
        titles: dict[str, str] = {}
        for relation in relations:
            row = self._library.row(relation.article)
            titles[relation.article] = (
                (other_printing(row) if relation.is_copy else shown_title(row)) if row else ""
            )
        desk.put_relations(relations, titles)
        focus = self._it.nav.focuses.get(article)
        if focus is not None and layout.sidebar.chosen is None and layout.pane is Pane.SIDEBAR:
            layout.sidebar.choose(focus.item)

    # following

    def _relations(self) -> tuple[Relation, ...]:
        side = self._it.desk.side
        return tuple((side.relations if side else None) or ())

    def _reason(self, item: SidebarItem) -> Reason | None:
        """The reason that the item is, if it is one."""
        found = (one for one in self._relations() if one.article == item.key)
        relation = next(found, None) if item.sort is SidebarItemKind.REASON else None
        return relation.reasons[item.reason] if relation else None

    def light(self, item: SidebarItem) -> None:
        """Light the words that the chosen reason is about, or none, and bring the first into sight."""
        reason = self._reason(item)
        here = reason.here if reason else ()
        if self._it.desk.highlight(here) and here:
            self._it.layout.view.show_span(here[0])

    def follow(self, item: SidebarItem) -> None:
        """Go to a related article, or to the very words that relate it: they stay lit there."""
        reason = self._reason(item)
        there = reason.there[0] if reason and reason.there else None
        places = tuple(
            Place(one.article, there if one.article == item.key else None) for one in self._relations()
        )
        target = next(place for place in places if place.article == item.key)
        if self._it.nav.follow(target, WalkSet(places, "related")) and reason is not None:
            self._it.desk.highlight(reason.there)
            self._it.status.tell(reason.words)

    def first(self) -> SidebarItem | None:
        """The first related article at the side."""
        items = self._it.layout.sidebar.items()
        return next((item for item in items if item.sort is SidebarItemKind.ARTICLE), None)
