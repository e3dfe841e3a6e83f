"""The verdict on some words: typed, pasted, or those of the current quotation; and the places it rests on."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.timer import Timer

from tui.model.verdict import Verdict
from tui.present.glyphs import Glyphs
from tui.present.search_result_view import AnyHit
from tui.present.styles import StyledLine
from tui.present.text_entry import TextEntry, cleaned
from tui.present.verdict_view import VerdictContent, as_search_hit, no_occurrence_lines, verdict_head_lines
from tui.theme import StyleResolver
from tui.widgets.jump_message import Jump
from tui.widgets.results_panel import ResultsPanel

REST = 0.2
"""Seconds that the keys rest before words that are typed are judged."""


class VerdictPanel(ResultsPanel):
    """Asks for a verdict on the words in its field, and shows it."""

    class Asked(Message):
        """A verdict on these words is wanted."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self.judged = VerdictContent(TextEntry(), None, elsewhere=False)
        self.words = ""
        """What is judged: all of a quotation of which the field shows the beginning."""
        self._resting: Timer | None = None

    def open(self, words: str, *, elsewhere: bool = False) -> None:
        """Show the panel with these words, or none."""
        self.display = True
        field = TextEntry().paste(words)
        self.judged = VerdictContent(field.moved(0) if elsewhere else field, None, elsewhere)
        self.words = words
        self.choose(0)
        if words.strip():
            self.post_message(self.Asked(words))

    def answer(self, words: str, verdict: Verdict) -> None:
        """The verdict; too late for any words but the last."""
        if words == self.words:
            self.judged = self.judged._replace(verdict=verdict)
            self.choose(0)

    def type(self, event: events.Key) -> bool:
        field = self.judged.field.key(event.key, event.character)
        if field is not None:
            self._edit(field)
        return field is not None

    def paste(self, words: str) -> None:
        new = not self.judged.field.text
        self._edit(self.judged.field.paste(words))
        if new:
            self.words = " ".join(cleaned(words).split())

    def _edit(self, field: TextEntry) -> None:
        if field.text == self.judged.field.text:
            self.judged = self.judged._replace(field=field)
            self.changed()
            return
        self.judged = VerdictContent(field, None, elsewhere=False)
        self.words = field.text
        self.choose(0)
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._rested)

    def _rested(self) -> None:
        if self.words.strip():
            self.post_message(self.Asked(self.words))

    @property
    def found(self) -> tuple[AnyHit, ...]:
        return tuple(as_search_hit(standing) for standing in self.judged.occurrences)

    def head_lines(self) -> tuple[StyledLine, ...]:
        return verdict_head_lines(self.judged, self.chosen, self.size.width or 1, self.glyphs, air=self.tall)

    def nothing_lines(self) -> list[StyledLine]:
        return no_occurrence_lines()

    def follow(self) -> None:
        places = self.places()
        if places:
            self.post_message(Jump(places[self.chosen], places, "places"))
