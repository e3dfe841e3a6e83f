"""Sharing: the words that a reason is about, lit here while one looks at it, there once it is followed."""

from __future__ import annotations

from tui.model.relation import Reason, Relation
from tui.model.trail import Place
from tui.present.sidebar_view import SidebarItem, SidebarItemKind
from tui.screens.following import Following


class Sharing(Following):
    """A desk on which related articles are followed."""

    def _related(self) -> tuple[Relation, ...]:
        return tuple((self.side.relations if self.side else None) or ())

    def _reason(self, item: SidebarItem) -> Reason | None:
        """The reason that the item is, if it is one."""
        found = (one for one in self._related() if one.article == item.key)
        relation = next(found, None) if item.sort is SidebarItemKind.REASON else None
        return relation.reasons[item.reason] if relation else None

    def light_shared(self, item: SidebarItem) -> None:
        """Light the words that the chosen reason is about, or none, and bring the first into sight."""
        reason = self._reason(item)
        shared = tuple(sorted(reason.here)) if reason else ()
        if shared != self.lit.shared:
            self.lit = self.lit._replace(shared=shared)
            if reason and reason.here:
                self.view.show_span(reason.here[0])
            self.light()

    def follow_reason(self, item: SidebarItem) -> None:
        """Go to a related article, or to the very words that relate it: they stay lit there."""
        reason = self._reason(item)
        there = reason.there[0] if reason and reason.there else None
        places = [Place(one.article, there if one.article == item.key else None) for one in self._related()]
        self.among, self.among_what = tuple(places), "related"
        self.set_out()
        self.go(next(place for place in places if place.article == item.key))
        if reason is not None:
            self.lit = self.lit._replace(shared=tuple(sorted(reason.there)))
            self.notice = reason.words
            self.light()

    def let_shared_go(self) -> None:
        """Light nothing shared any more."""
        self.lit = self.lit._replace(shared=())
        self.light()
