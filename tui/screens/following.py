"""Following: keys that open a page over the article, and what is chosen on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tui.model.trail import PageKind
from tui.present.grid import Pane
from tui.present.sidebar_view import SidebarItemKind
from tui.screens.leafing import Leafing

if TYPE_CHECKING:
    from tui.present.page_rows import Target
    from tui.screens.leaf import LeafPage
    from tui.widgets.page_column import PageColumn


ANYWHERE = frozenset(
    """back forward search exact help palette theme suspend find copy cite dossier history verify""".split()
)
"""What keys do on a leaf as everywhere else."""
DOSSIER_KEY = "ctrl+d"


class Following(Leafing):
    """A desk on which names, words and ways are followed."""

    def do_dossier(self) -> None:
        """The dossier of the name that is chosen in this pane."""
        name = self.name_meant()
        if name is None:
            self.notice = "no name here: stand on a quotation, or choose a name at the side"
        else:
            self.open_dossier(name)

    def open_dossier(self, name: str) -> None:
        """Everything the library holds on that name."""
        self.open_leaf(PageKind.DOSSIER, name)

    def panel_key(self, event: events.Key) -> None:
        """In quick search letters are typed: a key of its own leads to the dossier of who speaks."""
        hits = self.search.results if self.search is not None and self.panel is self.search else ()
        if event.key != DOSSIER_KEY or not hits or self.search is None:
            super().panel_key(event)
            return
        speaker = hits[min(self.search.chosen, len(hits) - 1)].said.quotation.speaker
        if speaker:
            self.close_panel()
            self.open_dossier(speaker)

    def do_same_words(self) -> None:
        """The same words in other articles: of the chosen related one, the current quotation, or any."""
        chosen, number = self.sidebar.chosen, self.lit.current
        if (
            self.pane is Pane.SIDEBAR
            and chosen is not None
            and chosen.sort in (SidebarItemKind.ARTICLE, SidebarItemKind.REASON)
        ):
            self.open_leaf(PageKind.SAME_WORDS, f"article {chosen.key}")
        else:
            self.open_leaf(PageKind.SAME_WORDS, "" if number is None else f"quotation {number}")

    def do_history(self) -> None:
        """Where one has been."""
        self.open_leaf(PageKind.HISTORY)

    def name_meant(self) -> str | None:
        """The name that a key means: the chosen one at the side, else who speaks."""
        if self.page is not None:
            from tui.present.page_rows import NameTarget  # there is a page, so it is imported

            target = self.page.target()
            return target.name if isinstance(target, NameTarget) else None
        if self.pane is Pane.SIDEBAR and self.lit.entity:
            return self.lit.entity
        number = self.lit.current
        speaker = self.cutting.spoken[number].speaker if self.cutting and number is not None else None
        return speaker or self.lit.entity

    # what keys and rows do on a leaf

    def leaf_act(self, action: str) -> bool:
        """Do the action if a leaf lies over the page; False if the key is for the whole program."""
        if self.page is None:
            return False
        if self.page.act(action):
            return True
        target = self.page.target()
        if action == "open" and target is not None:
            self._follow_target(target, self.page)
            return True
        if action in ("close", "quit"):
            if self.page.found:
                self.look_for("")
            else:
                self.close_leaf()
            return True
        if action in ANYWHERE:
            return False
        self.notice = "not on this page: esc goes back to the article"
        return True

    def on_page_column_chosen(self, event: PageColumn.Chosen) -> None:
        event.stop()
        if event.opened and self.page is not None:
            self._follow_target(event.target, self.page)
        self.draw_frame()

    def _follow_target(self, target: Target, page: LeafPage) -> None:
        from tui.present.page_rows import NameTarget, SectionTarget

        if isinstance(target, SectionTarget):
            page.unfold(target.section)
        elif isinstance(target, NameTarget):
            self.open_dossier(target.name)
        else:
            if self.library.position(target.article, self.order) is None:
                self.notice = "that article is no longer in the library"
                return
            self.among, self.among_what = page.among()
            of = page.leaf.of
            self.set_out()
            self.go(target)
            if target.span is None and self.cutting is not None and self.cutting.mentions_of(of):
                self.choose_entity(of)
                self.view.show_span(self.cutting.mentions_of(of)[0].span)
