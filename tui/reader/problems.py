"""Over the page one was on: what could not be read or is in doubt, and (tab) what was found and guessed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from tui.keymap import Key, bindings, first_key
from tui.library.ports.library import Library
from tui.model.trail import Place
from tui.present.frame_view import hairline, key_line, masthead, narrow_masthead
from tui.present.glyphs import Glyphs
from tui.present.grid import NARROW, SMALLEST, Grid, Pane, grid
from tui.present.problems_view import group_problems, problem_counts
from tui.present.styles import HEADLINE, META, RULE, TEXT, StyledLine, ThemeRole
from tui.reader.features.key_help import HINTS
from tui.reader.modes import PANEL_KEYS
from tui.reader.open_editor import edit
from tui.theme import StyleResolver
from tui.widgets.problem_list import ProblemList
from tui.widgets.provenance_list import ProvenanceList
from tui.widgets.static_lines import Bar
from tui.widgets.virtual_lines import VirtualLines

if TYPE_CHECKING:
    from tui.widgets.help_page import HelpPage

LEAVE = ("ctrl+c", "ctrl+q")
INTERRUPTED = 130
LOOKING = "looking at the folder again"
MOVES = frozenset("down up page_down page_up half_down half_up first last open".split())
ACTIONS = MOVES | {
    "next_pane",
    "previous_pane",
    "edit",
    "copy",
    "look_again",
    "close",
    "quit",
    "help",
    "suspend",
    "problems",
}
"""What keys do here; the others do nothing."""
KEY_LINE = (
    (("down", "up"), "move"),
    (("open",), "open the article"),
    (("next_pane",), "the other page"),
    (("edit",), "edit"),
    (("copy",), "copy the path"),
    (("look_again",), "look again"),
    (("quit",), "back"),
    (("help",), "all keys"),
)


class ProblemsScreen(Screen[Place | None]):
    """Ends with the place to go to, or None to be back where one was."""

    BINDINGS = []
    AUTO_FOCUS = ""

    def __init__(
        self,
        library: Library,
        palette: StyleResolver,
        glyphs: Glyphs,
        keys: tuple[Key, ...],
        look_again: Callable[[], None],
    ) -> None:
        super().__init__()
        self.library, self.look_again = library, look_again
        self.palette, self.glyphs = palette, glyphs
        words = {action: said for actions, said in KEY_LINE for action in actions[:1] if len(actions) == 1}
        here = (key for key in keys if key.action in ACTIONS)
        self.keys = tuple(key._replace(words=words.get(key.action, key.words)) for key in here)
        self.bound = bindings(self.keys)
        self.notice = ""
        self.grid: Grid = grid(0, 0, Pane.ARTICLE)
        self.masthead, self.foot = Bar(palette, glyphs), Bar(palette, glyphs)
        self.list: ProblemList = ProblemList(palette, glyphs)
        self.found = ProvenanceList(palette, glyphs)
        self.page: ProblemList | ProvenanceList = self.list
        self.manual: HelpPage | None = None
        self._counted = ""

    def compose(self) -> ComposeResult:
        yield self.masthead
        yield self.list
        self.found.display = False
        yield self.found
        yield self.foot

    def on_mount(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Show the problems that there are now."""
        groups = group_problems(self.library.troubles(), self.library.problems())
        paths = (problem.path for group in groups for problem in group.problems)
        self.list.put(groups, [self.library.within(path) for path in paths])
        self._counted = problem_counts(groups, self.glyphs.dot)
        if self.page is self.found:
            self._fill_found()
        if self.notice == LOOKING:
            self.notice = "looked again"
        self.draw_frame()

    def _fill_found(self) -> None:
        total = self.library.counts().articles
        self.found.put(self.library.ingest_totals(), total, self.library.ingest, self.library.within)

    def on_resize(self, event: events.Resize) -> None:
        self.grid = grid(event.size.width, event.size.height, Pane.ARTICLE, alone=True)
        for frame in (self.masthead, self.foot):
            frame.styles.height = 2 if self.grid.tall else 1
        for page in (self.list, self.found):
            page.air = 1 if self.grid.tall else 0
            page.display = page is self.page and not self.grid.small
        self.foot.display = not self.grid.small
        self.draw_frame()

    def draw_frame(self) -> None:
        """Masthead and key line as they read now."""
        columns = self.grid.columns
        if self.grid.small:
            words = f"too small: {SMALLEST[0]} x {SMALLEST[1]} will do"
            self.masthead.put((((words[:columns], TEXT),),), ThemeRole.BACKGROUND)
            return
        here, facts = "problems", self._counted
        if self.page is self.found:
            here, facts = "what was found", f"{self.library.counts().articles:,} articles"
        name = f"{self.library.name} {self.glyphs.deeper} {here}"
        right: StyledLine = ((facts, META),)
        top = masthead(name, right, columns)
        if columns < NARROW:
            top = narrow_masthead(((here, META),), right, columns)
        keys = [
            (" ".join(first_key(self.keys, one) for one in actions), words) for actions, words in KEY_LINE
        ]
        told: StyledLine = ((self.notice, HEADLINE),) if self.notice else ()
        bottom = key_line(HINTS if self.manual is not None else keys, told, columns)
        if self.grid.tall:
            over = hairline(self.grid, self.glyphs, "", None)
            under = ((self.glyphs.hairline * columns, RULE),)
            self.masthead.put((top, over), ThemeRole.BACKGROUND)
            self.foot.put((under, bottom), ThemeRole.BACKGROUND)
        else:
            self.masthead.put((top,), ThemeRole.SURFACE)
            self.foot.put((bottom,), ThemeRole.SURFACE)

    # keys

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.notice = ""
        if event.key in LEAVE:
            self.app.exit(return_code=INTERRUPTED if event.key == "ctrl+c" else 0)
        elif self.manual is not None:
            self._manual_key(self.manual, event)
        elif event.key in self.bound:
            self.act(self.bound[event.key])
        self.draw_frame()

    def act(self, action: str) -> None:
        """Do what a key stands for: the list first, then the screen."""
        if not self.page.act(action):
            getattr(self, f"do_{action}")()
        self.draw_frame()

    def do_quit(self) -> None:
        self._leave(None)

    do_close = do_problems = do_quit

    def _leave(self, place: Place | None) -> None:
        """Once: keys that were pressed before the page was gone may still come."""
        if self.is_current:
            self.dismiss(place)

    def do_next_pane(self) -> None:
        """Turn to the other page."""
        self.page = self.list if self.page is self.found else self.found
        self.list.display, self.found.display = self.page is self.list, self.page is self.found
        if self.page is self.found:
            self._fill_found()

    do_previous_pane = do_next_pane

    @property
    def path(self) -> str | None:
        """The shown path of what is chosen."""
        chosen = self.list.problem if self.page is self.list else self.found.article
        return chosen.path if chosen else None

    def do_look_again(self) -> None:
        self.notice = LOOKING
        self.look_again()

    def do_suspend(self) -> None:
        self.app.action_suspend_process()

    def do_copy(self) -> None:
        if self.path is not None:
            self.app.copy_to_clipboard(self.path)
            self.notice = "copied, by way of the terminal"

    def do_edit(self) -> None:
        source = self.library.source_at(self.path) if self.path is not None else None
        self.notice = edit(self.app, source) if source else "there is no such file any more"

    def on_problem_list_opened(self, event: ProblemList.Opened) -> None:
        event.stop()
        one = self.found.article if self.page is self.found else None
        articles = [one.article] if one else self.library.articles_in(self.path or "")
        if articles:
            self._leave(Place(articles[0]))
            return
        self.notice = "it was not read; E edits it"
        self.draw_frame()

    # help

    def do_help(self) -> None:
        from tui.widgets.help_page import HelpPage

        self.manual = HelpPage(self.palette, self.glyphs, self.keys, ())
        foot = 2 if self.grid.tall else 1
        self.manual.styles.margin = (foot, 0, foot, 0)
        self.mount(self.manual)
        self.manual.open()

    def _manual_key(self, manual: HelpPage, event: events.Key) -> None:
        action = PANEL_KEYS.get(event.key)
        if action is None or not manual.act(action):
            manual.type(event)

    def on_help_page_wanted(self, event: HelpPage.Wanted) -> None:
        event.stop()
        if self.manual is not None:
            self.manual.remove()
            self.manual = None
        if event.action:
            self.act(event.action)
        self.draw_frame()

    def on_virtual_lines_clicked(self, event: VirtualLines.Clicked) -> None:
        event.stop()
        self.draw_frame()
