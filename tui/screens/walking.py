"""Walking: back and forward along the trail, on through the set one came from, and remembering the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from tui.model.article import ArticleId
from tui.model.listing import ArticleRow
from tui.model.relation import Relation
from tui.model.trail import PageKind, Place, Trail
from tui.present.grid import Pane
from tui.present.sidebar_view import SidebarItem
from tui.screens.correcting import Correcting

if TYPE_CHECKING:
    pass

SNIPPET = 120
"""Letters of the words landed on that the history keeps."""


class Stood(NamedTuple):
    """What had the keys when an article was left: the pane, and what was chosen at the side."""

    pane: Pane
    item: SidebarItem | None
    entity: str | None
    mention: int


class Walking(Correcting):
    """A desk from which one goes back, forward, and on."""

    _stood: dict[ArticleId, Stood] | None = None
    _set_out = False
    _recalled = False

    # going

    def go(self, place: Place, *, trail: Trail | None = None) -> None:
        super().go(place, trail=trail)
        self._set_out = False
        if self._recalled:
            left = self.trail.back[-1] if trail is None and self.trail.back else None
            self.call_later(self._remember, place if trail is None else None, left)

    def set_out(self) -> None:
        """Give the keys to the article, remembering what had them: something is about to be followed."""
        self._note()
        self._set_out = True
        self.turn_to(Pane.ARTICLE)

    def turn_to(self, pane: Pane) -> None:
        away = pane is not Pane.LIST and not self._set_out
        if away:
            self.look_at_chosen()
        super().turn_to(pane)
        if away:
            self.be_here()

    def be_here(self) -> None:
        """Stand in the article on the desk: one only looked at from the list is a step from now on."""
        here = self.trail.here
        if self.cutting is not None and (here is None or here.article != self.cutting.article.id):
            self.go(Place(self.cutting.article.id))

    def look_at_chosen(self) -> None:
        """Lay the article that was just chosen in the list on the desk, if that is still to come."""
        raise NotImplementedError

    def leave(self) -> None:
        super().leave()
        if not self._set_out:
            self._note()

    def _note(self) -> None:
        if self.cutting is not None:
            self._stood = self._stood or {}
            mention = self.side.mention if self.side else 0
            chosen = self.sidebar.chosen
            self._stood[self.cutting.article.id] = Stood(self.pane, chosen, self.lit.entity, mention)

    def do_back(self) -> None:
        self.leave()
        self._along(self.trail.backward() if self.trail.back else None, "this is where you began")

    def do_forward(self) -> None:
        self.leave()
        self._along(self.trail.onward() if self.trail.forward else None, "there is nothing ahead")

    def _along(self, trail: Trail | None, otherwise: str) -> None:
        if trail is None or trail.here is None:
            self.notice = otherwise
            return
        stood = (self._stood or {}).get(trail.here.article)
        self.go(trail.here, trail=trail)
        if stood is not None:
            self._stand_again(stood)

    def _stand_again(self, stood: Stood) -> None:
        """The keys where they were, the same name lit, the same row chosen."""
        if stood.entity is not None and self.side is not None:
            self.choose_entity(stood.entity)
            self.side = self.side._replace(mention=stood.mention)
            self.sidebar.put(self.side)
        self.turn_to(stood.pane)
        self.sidebar.choose(stood.item)

    def _put_relations(self, article: ArticleId, relations: Sequence[Relation]) -> None:
        """Related articles come a moment later: one that was chosen when the article was left is so again."""
        super()._put_relations(article, relations)
        stood = (self._stood or {}).get(article)
        if stood is not None and self.sidebar.chosen is None and self.pane is Pane.SIDEBAR:
            self.sidebar.choose(stood.item)

    def choose_entity(self, name: str | None) -> None:
        """Light every mention of that name: a step above knows how."""
        raise NotImplementedError

    def do_next_article(self) -> None:
        self._walk(1)

    def do_previous_article(self) -> None:
        self._walk(-1)

    def _walk(self, by: int) -> None:
        """The next article of the set one came from; without one, of the list."""
        here = self.trail.here
        for number, place in enumerate(self.among):
            if here is not None and (place.article, place.span) == (here.article, here.span):
                if 0 <= number + by < len(self.among):
                    self.go(self.among[number + by])
                    self.notice = f"{number + by + 1} of {len(self.among)} {self.among_what}"
                else:
                    self.notice = f"the end of what is {self.among_what}"
                return
        row = self._beside(by)
        if row is None:
            self.notice = "the end of the list"
            return
        self.among = ()
        self.go(Place(row.article))

    def _beside(self, by: int) -> ArticleRow | None:
        """The entry after the chosen one, or before it; the chosen one itself where one is not on it."""
        chosen = self.list.row(self.list.chosen) if self.list.total else None
        if chosen is not None and chosen.article != self.open_article():
            return chosen
        number = self.list.chosen + by
        return self.list.row(number) if 0 <= number < self.list.total else None

    # from run to run

    def recall(self) -> None:
        """Join the way of the last run to this one; from now on every step is remembered."""
        self.run_worker(self._read_trail, thread=True, group="trail")

    def _read_trail(self) -> None:
        kept = self.library.last_trail()
        there = {place.article for place in (*kept.back, *kept.forward)}
        gone = {article for article in there if self.library.row(article) is None}
        back = tuple(place for place in kept.back if place.article not in gone)
        forward = tuple(place for place in kept.forward if place.article not in gone)
        seen = self.library.visits()
        newest = seen[0].place.article if seen else None
        self.hand_back(self._join, Trail(back, kept.here, forward), newest)

    def _join(self, kept: Trail, newest: ArticleId | None) -> None:
        first = self.trail.back[0] if self.trail.back else self.trail.here
        if kept.here is not None and first is not None and kept.here.article == first.article:
            ahead = (kept.here, *kept.forward) if kept.here.leaf else kept.forward
            forward = self.trail.forward if self.trail.back else ahead
            self.trail = Trail((*kept.back, *self.trail.back), self.trail.here, forward)
        self._recalled = True
        if first is not None and first.article != newest:
            self._remember(first, None)

    def _remember(self, place: Place | None, left: Place | None) -> None:
        """Keep a step, and the way as it is now; looking at the history is no step of the history."""
        left = None if left is not None and _is_history(left) else left
        visit = None
        if place is not None and self.cutting is not None and not _is_history(place):
            article = self.cutting.article
            words = place.span.of(article.text)[:SNIPPET] if place.span else ""
            title = " ".join(article.title.split())[:SNIPPET]
            from tui.model.trail import Visit  # not before the first paint

            visit = Visit(place, datetime.now(), title, " ".join(words.split()))
        self.library.visited(visit, left)
        self.library.set_last_trail(self.trail)

    def on_unmount(self) -> None:
        if self._recalled:
            self.library.set_last_trail(self.trail)


def _is_history(place: Place) -> bool:
    return place.leaf is not None and place.leaf.kind is PageKind.HISTORY
