"""The index kept up to date behind the reader's back: what is indexed is readable at once."""

from __future__ import annotations

from textual.worker import get_current_worker

from tui.model.trail import Place
from tui.screens.dressing import Dressing

ENOUGH = 20
"""Files indexed before the first article is laid on the desk: of fewer another may yet come before it."""


class Tending(Dressing):
    """A desk whose library is brought up to date while one reads; progress stands in the masthead."""

    work = ""

    def tend(self) -> None:
        """Start bringing the index up to date, off the path of the keys."""
        self.run_worker(self._tend, thread=True, exclusive=True, group="index")

    def _tend(self) -> None:
        worker = get_current_worker()
        for done, to_do in self.library.update():
            if worker.is_cancelled:
                return
            self.app.call_from_thread(self._tended, done, to_do)

    def _tended(self, done: int, to_do: int) -> None:
        """A batch is in the index: the list grows, the article on the desk stays as it is."""
        self.work = f"indexing {done:,} of {to_do:,}" if done < to_do else ""
        self.relist()
        if self.cutting is None and done >= min(to_do, ENOUGH):
            first = self.library.rows(self.order, 0, 1)
            if first:
                self.go(Place(first[0].article))
        self.draw_frame()

    def notice_of_work(self) -> str:
        return self.work
