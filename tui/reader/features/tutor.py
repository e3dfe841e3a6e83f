"""A tutor at the foot of the reader, who sees when a step is done and goes on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.model.trail import PageKind, Place
from tui.present.grid import Pane
from tui.present.tutorial_view import HIGH, TUTORIAL_STEPS, tutorial_lines
from tui.widgets.static_lines import FooterPanel

if TYPE_CHECKING:
    from tui.library.ports.articles import Articles
    from tui.reader.context import ReaderContext
    from tui.reader.redraw import Part


class TutorialSnapshot(NamedTuple):
    """What the tutor compares: where the reader is and what is lit."""

    here: Place | None
    current: int | None
    evidence: bool
    walk: str
    ahead: bool
    pane: Pane
    starred: bool


class TutorObserver:
    """Watches a reader who learns."""

    def __init__(self, context: ReaderContext, articles: Articles) -> None:
        self._it, self._articles = context, articles
        self.done = 0
        """How many steps are done."""
        self._before = self._see()
        self._followed = False
        self._strip = context.layout.make(FooterPanel)

    def begin(self) -> None:
        """Take the foot of the screen, and watch."""
        layout = self._it.layout
        layout.reserved = HIGH
        layout.arranged.append(self._teach)
        layout.focus(Pane.ARTICLE)

    def draw(self, _parts: Part) -> None:
        """See whether the step is done."""
        if self.done < len(TUTORIAL_STEPS):
            now = self._see()
            if self._is_done(self._before, now):
                self.done += 1
                self._before, self._followed = now, False
                self._teach()

    def _teach(self) -> None:
        columns = self._it.layout.grid.columns
        self._strip.put(tutorial_lines(self.done, self._it.keys, columns, self._it.glyphs))

    def _see(self) -> TutorialSnapshot:
        nav, lit = self._it.nav, self._it.desk.lit
        here = nav.trail.here
        row = self._articles.row(here.article) if here else None
        return TutorialSnapshot(
            here,
            lit.current,
            lit.evidence,
            nav.walk.name if nav.walk.places else "",
            bool(nav.trail.forward),
            self._it.layout.pane,
            row is not None and row.starred,
        )

    def _is_done(self, before: TutorialSnapshot, now: TutorialSnapshot) -> bool:
        """Whether the step has been done, from how things stood when it began to how they stand."""
        moved = now.here is not None and (before.here is None or now.here.article != before.here.article)
        if self.done == 4:
            self._followed = self._followed or (now.walk == "related" and moved)
        return (
            moved and now.pane is Pane.ARTICLE,
            now.current is not None and now.current != before.current,
            now.evidence,
            now.walk == "found" and now.here != before.here,
            self._followed and now.ahead,
            now.here is not None and now.here.leaf is not None and now.here.leaf.kind is PageKind.DOSSIER,
            now.starred,
        )[self.done]
