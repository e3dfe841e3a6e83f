"""Walking: back and forward along the trail, on through the set one came from."""

from __future__ import annotations

from tui.model.trail import Place, Trail
from tui.screens.correcting import Correcting


class Walking(Correcting):
    """A desk from which one goes back, forward, and on."""

    def do_back(self) -> None:
        self.leave()
        self._along(self.trail.backward() if self.trail.back else None, "this is where you began")

    def do_forward(self) -> None:
        self.leave()
        self._along(self.trail.onward() if self.trail.forward else None, "there is nothing ahead")

    def _along(self, trail: Trail | None, otherwise: str) -> None:
        if trail is None or trail.here is None:
            self.notice = otherwise
        else:
            self.go(trail.here, trail=trail)

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
        row = self.list.row(self.list.chosen + by) if 0 <= self.list.chosen + by < self.list.total else None
        if row is None:
            self.notice = "the end of the list"
            return
        self.among = ()
        self.go(Place(row.article))
