"""The parts of the main screen, put together; what the first paint has no use for comes at its first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.keymap import bindings
from tui.model.trail import PageKind
from tui.reader.context import ReaderContext
from tui.reader.desk import Desk
from tui.reader.features.article import ArticleController
from tui.reader.features.article_list import ArticleListController
from tui.reader.features.empty_state import EmptyState
from tui.reader.features.related import RelatedController
from tui.reader.jobs import Jobs
from tui.reader.layout import Layout
from tui.reader.modes import ModeStack
from tui.reader.navigator import Navigator
from tui.reader.redraw import Redraw
from tui.reader.shown_list import ShownList
from tui.reader.status import StatusBars

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.screen import Screen

    from tui.keymap import Key
    from tui.library.ports.library import Library
    from tui.present.glyphs import Glyphs
    from tui.reader.features.citation import CitationController
    from tui.reader.features.correction import CorrectionController
    from tui.reader.features.evidence import EvidenceController
    from tui.reader.features.external import ExternalPrograms
    from tui.reader.features.find_in_pane import FindInPane
    from tui.reader.features.history import HistoryController
    from tui.reader.features.index_sync import IndexSync
    from tui.reader.features.key_help import KeyHelp
    from tui.reader.features.list_filter import ListFilter
    from tui.reader.features.marks import MarksController
    from tui.reader.features.pages import PageController
    from tui.reader.features.search import SearchController
    from tui.reader.features.theme import ThemeController
    from tui.reader.features.tutor import TutorObserver
    from tui.reader.features.verify import VerifyController
    from tui.reader.navigator import Moved
    from tui.reader.problems import ProblemsScreen
    from tui.theme import StyleResolver


class Start(NamedTuple):
    """How the reader begins: what was configured, and what is to be said at once."""

    watching: bool = True
    first_run: bool = False
    narrower: int = 0
    notice: str = ""
    subtitle: str = ""
    tutor: bool = False


class Reader:
    """Puts the parts together."""

    def __init__(
        self,
        screen: Screen[None],
        library: Library,
        looks: tuple[StyleResolver, Glyphs],
        keys: tuple[Key, ...],
        start: Start,
    ) -> None:
        self.screen, self.library, self.start = screen, library, start
        self.redraw = Redraw(screen.call_later)
        self.jobs = Jobs(screen, self._fault)
        self.layout = layout = Layout(screen, *looks)
        layout.narrower = start.narrower
        changed = self.redraw.changed
        self.desk = Desk(layout.view, layout.sidebar, self._alike, self.jobs.after, changed)
        self.modes = ModeStack(layout, changed)
        self.status = StatusBars(layout, self.desk, self.modes, keys, changed)
        self.nav = Navigator()
        bound = bindings(keys)
        self.context = ReaderContext(
            keys,
            bound,
            looks[1],
            layout,
            self.desk,
            self.nav,
            self.modes,
            self.status,
            self.jobs,
            changed,
        )
        self.list = ShownList(library, layout.list, self.desk, self.jobs, changed)
        self.articles = ArticleListController(self.context, self.list, library)
        self.empty = EmptyState(self.context, library, self.list)
        self.article = ArticleController(self.context, library, library, self.empty.lines)
        self.related = RelatedController(self.context, library)
        self.problems: ProblemsScreen | None = None
        """The page of problems, while it is open."""
        self._connect()

    # from first to last

    def begin(self, columns: int, rows: int) -> None:
        """Open where the reader left, or at the beginning."""
        self.list.refill()
        self.layout.resize(columns, rows)
        last = self.library.last_place()
        if last is not None and self.library.row(last.article) is not None:
            self.nav.begin(last)
        elif last is not None or not self.empty.first_run:
            self.empty.start_reading()
        if self.desk.cutting is None:
            self.empty.show()
            self.article.lay()
        if self.start.tutor:
            self.tutor.begin()
        self.redraw.draw()

    def settle(self) -> None:
        """Build what the reader will want next, and look after the index."""
        _ = self.search, self.key_help
        self.history.recall()
        self.sync.start()

    def end(self) -> None:
        """Keep where the reader is, for the next run."""
        self.library.leave()
        self.nav.leave()
        self.list.keep_arrangement()
        here, quotation = self.nav.trail.here, self.desk.quotation
        if here is not None:
            self.library.set_last_place(here._replace(span=quotation.span if quotation else None))
        self.history.keep()

    def wear(self, palette: StyleResolver | None, words: str = "") -> None:
        """Draw everything in that theme (None: as it is) and say so."""
        if palette is not None:
            self.layout.repaint(palette)
        self.status.tell(words)

    def _connect(self) -> None:
        start, status = self.start, self.status
        self.empty.first_run, self.empty.watching = start.first_run, start.watching
        status.name, status.subtitle, status.notice = self.library.name, start.subtitle, start.notice
        status.articles, status.list = self.library, self.list.status
        status.nothing_open = self.empty.key_hints
        self.nav.reading = self.article
        self.nav.listeners += [self.empty.moved, self._page_moved, self.articles.moved]
        self.layout.measured = self.article.lay
        self.article.opened.append(self.related.opened)
        self.redraw.drawers += [self.article.draw, self.list.draw, self.modes.draw, status.draw]

    def _alike(self, name: str) -> Sequence[str]:
        known = self.library.person(name)
        return known.alike if known else ()

    def _page_moved(self, moved: Moved) -> None:
        if moved.place.leaf is not None or self.modes.page is not None:
            self.pages.moved(moved)

    def _indexed(self, enough: bool) -> None:
        """A batch is in the index."""
        if self.empty.batch(enough):
            self.article.lay()

    def _index_done(self, still_here: bool) -> None:
        """The index is up to date; of an article that is gone nothing is related any more."""
        self.related.due = still_here
        self.related.renew()
        if self.problems is not None:
            self.problems.renew()

    def open_dossier(self, name: str) -> None:
        """Everything the library holds on that name."""
        self.pages.open(PageKind.DOSSIER, name)

    def stand_here(self) -> None:
        """Stand in the article that lies open, though it was only looked at from the list."""
        self.articles.settle()
        self.nav.commit()

    def back(self) -> None:
        """Back to the list of results, if one came from there; else a step back."""
        returned = self.nav.back_to_results() if self.modes.page is None else None
        if returned is not None:
            panel, number = returned
            (self.search if panel == "search" else self.verify).show_again(number)
        elif not self.nav.back():
            self.status.tell("this is where you began")

    def _fault(self, error: Exception) -> None:
        from tui.reader.fault import crash_message

        self.status.tell(crash_message(error))

    def _copy(self, text: str) -> None:
        self.screen.app.copy_to_clipboard(text)

    def _find_on_page(self, words: str) -> None:
        self.find.look_for(words)

    def _join(self, written: str, name: str, then: Callable[[], None]) -> None:
        self.correction.join(written, name, then)

    # features that are built when they are first wanted

    @cached_property
    def list_filter(self) -> ListFilter:
        """The filter line of the list."""
        from tui.reader.features.list_filter import ListFilter

        return ListFilter(self.context, self.list, self.articles.read_chosen)

    @cached_property
    def find(self) -> FindInPane:
        """Words in the pane with the keys."""
        from tui.reader.features.find_in_pane import FindInPane

        return FindInPane(self.context)

    @cached_property
    def search(self) -> SearchController:
        """Quick search."""
        from tui.reader.features.search import SearchController

        return SearchController(self.context, self.library, self.open_dossier, self.back)

    @cached_property
    def pages(self) -> PageController:
        """Pages over the article."""
        from tui.reader.features.pages import PageController, PageMoves

        moves = PageMoves(self._find_on_page, self.stand_here, self._join)
        return PageController(self.context, self.library, moves)

    @cached_property
    def evidence(self) -> EvidenceController:
        """Why this speaker."""
        from tui.reader.features.evidence import EvidenceController

        made = EvidenceController(self.context)
        self.redraw.drawers.append(made.draw)
        return made

    @cached_property
    def correction(self) -> CorrectionController:
        """Speakers and names put right."""
        from tui.reader.features.correction import CorrectionController

        return CorrectionController(self.context, self.library, self.article.lay_again)

    @cached_property
    def citation(self) -> CitationController:
        """Quotations copied."""
        from tui.reader.features.citation import CitationController

        return CitationController(self.context, self.library, self._copy)

    @cached_property
    def verify(self) -> VerifyController:
        """Whether words are said anywhere."""
        from tui.reader.features.verify import VerifyController

        return VerifyController(self.context, self.library)

    @cached_property
    def marks(self) -> MarksController:
        """Stars, tags and notes."""
        from tui.reader.features.marks import MarksController

        return MarksController(self.context, self.library, self.list, self.article.lay)

    @cached_property
    def theme(self) -> ThemeController:
        """Other themes."""
        from tui.reader.features.theme import ThemeController

        return ThemeController(self.context, self.screen.post_message)

    @cached_property
    def key_help(self) -> KeyHelp:
        """Every key."""
        from tui.reader.features.key_help import KeyHelp

        return KeyHelp(self.context)

    @cached_property
    def external(self) -> ExternalPrograms:
        """Browser and editor."""
        from tui.reader.features.external import ExternalPrograms

        return ExternalPrograms(self.context, self.library, self.screen.app)

    @cached_property
    def history(self) -> HistoryController:
        """The way, from run to run."""
        from tui.reader.features.history import HistoryController

        made = HistoryController(self.context, self.library)
        self.nav.listeners.append(made.moved)
        return made

    @cached_property
    def sync(self) -> IndexSync:
        """The index kept up to date."""
        from tui.reader.features.index_sync import IndexSync, SyncListeners

        told = SyncListeners(self._indexed, self._index_done, self.related.renew)
        made = IndexSync(self.context, self.library, self.list, told)
        made.watching = self.start.watching
        self.status.work = made.notice
        return made

    @cached_property
    def tutor(self) -> TutorObserver:
        """The tutor at the foot."""
        from tui.reader.features.tutor import TutorObserver

        made = TutorObserver(self.context, self.library)
        self.redraw.drawers.append(made.draw)
        return made
