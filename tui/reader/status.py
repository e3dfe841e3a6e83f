"""What stands round the panes: where one is, how much there is, what has happened, and the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tui.keymap import first_key
from tui.present.frame_view import hairline, key_line, masthead, narrow_masthead
from tui.present.grid import NARROW, Pane
from tui.present.plain_words import confidence_word, count_of
from tui.present.styles import HEADLINE, META, TEXT, StyledLine, TextStyle, ThemeRole, truncate
from tui.present.text_width import printable
from tui.reader.redraw import Changed, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.keymap import Key
    from tui.library.ports.articles import Articles
    from tui.reader.desk import Desk
    from tui.reader.layout import Layout
    from tui.reader.modes import ModeStack, Panel
    from tui.reader.pages.page import OverlayPage

    KeyLine = Sequence[tuple[tuple[str, ...], str]]

KEY_LINES: dict[Pane, KeyLine] = {
    Pane.LIST: (
        (("down", "up"), "move"),
        (("open",), "open"),
        (("star",), "star"),
        (("unread",), "unread"),
        (("find",), "filter"),
        (("order",), "sort"),
        (("group",), "group"),
        (("note",), "note"),
        (("search",), "who said what"),
        (("help",), "all keys"),
    ),
    Pane.ARTICLE: (
        (("down", "up"), "move"),
        (("next_quotation", "previous_quotation"), "quotation"),
        (("open",), "all they said"),
        (("search",), "who said what"),
        (("related",), "related"),
        (("evidence",), "why"),
        (("copy",), "copy"),
        (("help",), "all keys"),
    ),
    Pane.SIDEBAR: (
        (("down", "up"), "move"),
        (("open",), "follow"),
        (("dossier",), "dossier"),
        (("next_mention", "previous_mention"), "mention"),
        (("article",), "article"),
        (("search",), "who said what"),
        (("help",), "all keys"),
    ),
}


class ListStatus(NamedTuple):
    """What the list says of itself: the entry one stands on, what it is narrowed to, how it is arranged."""

    place: str
    narrowed: str
    arranged: str
    unread_files: int


class StatusBars:
    """Owns the notice; masthead and key line as they read now."""

    def __init__(
        self, layout: Layout, desk: Desk, modes: ModeStack, keys: tuple[Key, ...], changed: Changed
    ) -> None:
        self._layout, self._desk, self._modes = layout, desk, modes
        self._keys, self._changed = keys, changed
        self._glyphs = layout.glyphs
        self.notice = ""
        self.answered = False
        """Whether the notice answers a key of the panel: all other news wait until it is closed."""
        self.name = ""
        """What the masthead calls the library."""
        self.subtitle = ""
        self.articles: Articles
        self.list: Callable[[], ListStatus]
        self.work: Callable[[], str] = str
        """What is being done, or has become of the open article; "" if nothing."""
        self.nothing_open: Callable[[], tuple[Sequence[tuple[str, str]], StyledLine]]
        """Keys while no article is open, and what stands at their right."""

    # what has happened

    def tell(self, words: str) -> None:
        """Say that until the next key."""
        self.notice, self.answered = words, False
        self._changed(Part.FRAME)

    def answer(self, words: str) -> None:
        """Say that under the open panel, too."""
        self.tell(words)
        self.answered = True

    def clear(self) -> None:
        """A key was pressed: what was said has been read."""
        self.notice, self.answered = "", False
        self._changed(Part.FRAME)

    def facts(self, *parts: str) -> str:
        """Facts in a row, in the signs of the house."""
        return f" {self._glyphs.dot} ".join(parts)

    # drawing

    def draw(self, _parts: Part) -> None:
        """Masthead and foot as they read now."""
        layout, grid, page = self._layout, self._layout.grid, self._modes.page
        panel = self._modes.panel
        top, bottom = self.masthead(), self.key_line()
        if not grid.tall:
            layout.masthead.put((top,), ThemeRole.SURFACE)
            layout.foot.put((bottom,), ThemeRole.SURFACE)
            return
        covered = panel is not None and panel.covers
        ruled, focus = (grid, layout.pane) if page is None else page.ruled(grid)
        below = grid if page is None else page.ruled_below(grid)
        joint = "" if covered else self._glyphs.joint_down
        foot_joint = self._glyphs.hairline if covered else self._glyphs.joint_up
        over = hairline(ruled, self._glyphs, joint, None if covered else focus)
        under = hairline(below, self._glyphs, foot_joint, None)
        layout.masthead.put((top, over), ThemeRole.BACKGROUND)
        layout.foot.put((under, bottom), ThemeRole.BACKGROUND)

    def key_line(self) -> StyledLine:
        """The keys of what has them, and what is to be said."""
        columns, modes = self._layout.grid.columns, self._modes
        if modes.prompt is not None:
            return modes.prompt.line(columns)
        if modes.panel is not None:
            return key_line(modes.panel.key_hints(), self._beside_panel(modes.panel), columns)
        if modes.page is not None:
            return key_line(self._hints(modes.page.line), self._told() or modes.page.standing, columns)
        if self._desk.cutting is None:
            keys, otherwise = self.nothing_open()
            return key_line(keys, self._told() or otherwise, columns)
        return key_line(self._hints(KEY_LINES[self._layout.pane]), self._told() or self._standing(), columns)

    def masthead(self) -> StyledLine:
        """Where one is, and how much there is."""
        modes = self._modes
        if modes.panel is not None:
            return modes.panel.masthead() or self._page_head()
        if modes.page is not None and modes.prompt is None:
            return self._leaf_head(modes.page)
        return self._page_head()

    def _hints(self, line: KeyLine) -> list[tuple[str, str]]:
        return [(" ".join(first_key(self._keys, one) for one in actions), words) for actions, words in line]

    def _beside_panel(self, panel: Panel) -> StyledLine:
        if panel.right is not None:
            return panel.right()
        return ((self.notice, HEADLINE),) if self.answered and self.notice else ()

    def _told(self) -> StyledLine:
        words = self.notice or self._desk.found(self._layout.pane).counted
        return ((words, HEADLINE if self.notice else META),) if words else ()

    def _standing(self) -> StyledLine:
        """What the pane with the keys stands on."""
        grid, side = self._layout.grid, self._desk.side
        if grid.columns < NARROW:
            return ()
        if self._layout.pane is Pane.LIST:
            listed = self.list()
            return ((self.facts(listed.place, listed.arranged), META),)
        if self._layout.pane is Pane.SIDEBAR and side is not None and side.entity:
            named = side.named.get(side.entity, 0)
            return ((self.facts(side.entity, f"{side.mention} of {named}"), META),)
        return self._current(sure=grid.wide)

    def _page_head(self) -> StyledLine:
        grid, listed = self._layout.grid, self.list()
        if grid.columns < NARROW:
            left: StyledLine = ((listed.narrowed or listed.place, META),)
            return narrow_masthead(left, self._current(sure=False), grid.columns)
        right = self.work() or listed.narrowed or (self._counts() if grid.wide else listed.place)
        if listed.unread_files:
            right = self.facts(right, f"{listed.unread_files:,} unreadable")
        return masthead(self.name + self.subtitle, ((right, META),), grid.columns)

    def _counts(self) -> str:
        counts = self.articles.counts()
        return self.facts(
            count_of(counts.articles, "article"),
            count_of(counts.quotations, "quotation"),
            count_of(counts.people, "person", "people"),
        )

    def _leaf_head(self, page: OverlayPage) -> StyledLine:
        columns = self._layout.grid.columns
        if columns < NARROW:
            fact = page.facts[-1] if page.facts else ""
            return narrow_masthead(((page.title, META),), ((fact, META),), columns)
        title = f"{self.name} {self._glyphs.deeper} {page.title}"
        return masthead(title, ((self.facts(*page.facts), META),), columns)

    def _current(self, *, sure: bool) -> StyledLine:
        """Initials, name, which quotation of how many, and how sure the name is."""
        desk, quotation = self._desk, self._desk.quotation
        if desk.cutting is None or desk.side is None or quotation is None:
            return ()
        after = self.facts("", f"{(desk.lit.current or 0) + 1} of {len(desk.cutting.spoken)}")
        if sure and quotation.speaker:
            after = self.facts(after, confidence_word(quotation.confidence))
        room = max(8, self._layout.grid.columns // 2 - len(after))
        words = f" {truncate(printable(quotation.speaker or 'nobody yet'), room, self._glyphs.cut)}{after}"
        letters = desk.side.speakers.initials(quotation.speaker).strip()
        ink = TextStyle(desk.side.speakers.role(quotation.speaker), bold=True)
        return ((letters, ink), (words if letters else words.strip(), META if letters else TEXT))
