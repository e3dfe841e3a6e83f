"""What stands round the panes: where one is, how much there is, and the keys of the pane that has them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.keymap import first_key
from tui.model.listing import Grouping
from tui.present.frame_view import key_line, masthead, narrow_masthead
from tui.present.grid import NARROW, Pane
from tui.present.plain_words import confidence_word, count_of
from tui.present.styles import HEADLINE, META, TEXT, StyledLine, TextStyle, truncate
from tui.present.text_width import printable
from tui.screens.desk import Desk

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


class Framed(Desk):
    """A desk with masthead and key line."""

    def narrowed_to(self) -> str:
        """What the frame says of the list's filter, or ""."""
        return ""

    def frame_lines(self) -> tuple[StyledLine, StyledLine]:
        columns = self.grid.columns
        place = f"{self.list.chosen + 1:,} of {self.list.total:,}" if self.list.total else "no articles"
        narrowed = self.narrowed_to()
        keys = [
            (" ".join(first_key(self.keys, action) for action in actions), words)
            for actions, words in KEY_LINES[self.pane]
        ]
        if columns < NARROW:
            top = narrow_masthead(((narrowed or place, META),), self._current(sure=False), columns)
            return top, key_line(keys, self._told(), columns)
        counts = self.library.counts()
        facts = self.facts(
            count_of(counts.articles, "article"),
            count_of(counts.quotations, "quotation"),
            count_of(counts.people, "person", "people"),
        )
        right = self.notice_of_work() or narrowed or (facts if self.grid.wide else place)
        if self.not_read:
            right = self.facts(right, f"{self.not_read:,} unreadable")
        name = self.library.name + self.subtitle
        return masthead(name, ((right, META),), columns), key_line(keys, self._right(place), columns)

    def _told(self) -> StyledLine:
        find = self.found.get(self.pane)
        words = self.notice or (find.counted if find else "")
        return ((words, HEADLINE if self.notice else META),) if words else ()

    def _right(self, place: str) -> StyledLine:
        """What the key line says at its right end: news first, then what the pane with the keys stands on."""
        told = self._told()
        if told:
            return told
        if self.pane is Pane.LIST:
            return (
                (self.facts(place, self.order.value if self.by is Grouping.NONE else self.by.value), META),
            )
        if self.pane is Pane.SIDEBAR and self.side is not None and self.side.entity:
            named = self.side.named.get(self.side.entity, 0)
            return ((self.facts(self.side.entity, f"{self.side.mention} of {named}"), META),)
        return self._current(sure=self.grid.wide)

    def _current(self, *, sure: bool) -> StyledLine:
        """Initials, name, which quotation of how many, and how sure the name is."""
        number = self.lit.current
        if self.cutting is None or self.side is None or number is None:
            return ()
        quotation = self.cutting.spoken[number]
        after = self.facts("", f"{number + 1} of {len(self.cutting.spoken)}")
        if sure and quotation.speaker:
            after = self.facts(after, confidence_word(quotation.confidence))
        room = max(8, self.grid.columns // 2 - len(after))
        words = f" {truncate(printable(quotation.speaker or 'nobody yet'), room, self.glyphs.cut)}{after}"
        letters = self.side.speakers.initials(quotation.speaker).strip()
        ink = TextStyle(self.side.speakers.role(quotation.speaker), bold=True)
        return ((letters, ink), (words if letters else words.strip(), META if letters else TEXT))
