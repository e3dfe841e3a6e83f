"""The picker of a speaker: a popup that one can type on."""

from __future__ import annotations

from textual import events
from textual.message import Message

from tui.present.glyphs import Glyphs
from tui.present.speaker_badges import SpeakerBadges
from tui.present.speaker_picker_view import MOST, SpeakerCandidate, SpeakerChoice, speaker_picker_lines
from tui.present.text_entry import TextEntry
from tui.theme import StyleResolver
from tui.widgets.static_lines import Popup
from tui.widgets.virtual_lines import position_after


class SpeakerPicker(Popup):
    """Offers candidates; says whom the reader chose, and for how much."""

    class Decided(Message):
        """The reader chose: None lets the picker go; `as_found` takes a correction back."""

        def __init__(
            self, candidate: SpeakerCandidate | None, *, all_of_theirs: bool = False, as_found: bool = False
        ) -> None:
            super().__init__()
            self.candidate = candidate
            self.all_of_theirs = all_of_theirs
            self.as_found = as_found

    class Typed(Message):
        """What is typed has changed: names that it may begin are wanted."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self.choice = SpeakerChoice(())
        self._speakers = SpeakerBadges((), ())
        self._at = (0, 0, 1)
        self._high = 0

    def open(
        self, choice: SpeakerChoice, speakers: SpeakerBadges, at: tuple[int, int, int], high: int
    ) -> None:
        """Show the choice at that row and column of the screen, so many columns wide, `high` rows at most."""
        self._speakers, self._at, self._high = speakers, at, high
        self._put(choice)

    def _put(self, choice: SpeakerChoice) -> None:
        self.choice = choice
        row, column, width = self._at
        lines = speaker_picker_lines(choice, self._speakers, width, self.glyphs, self._high)
        self.put(lines, row=row, column=column, width=width)

    def type(self, event: events.Key) -> bool:
        """A digit chooses, a letter narrows; whether it was either."""
        typed = self.choice.field.text
        if event.character and event.character.isdigit() and not typed:
            if event.character == "0":
                self.post_message(self.Decided(None, as_found=True))
            elif int(event.character) <= len(self.choice.offered):
                self._put(self.choice._replace(chosen=int(event.character) - 1))
                self.act("open")
            return True
        field = self.choice.field.key(event.key, event.character)
        if field is None:
            return False
        self._typed(field)
        return True

    def paste(self, words: str) -> None:
        """Put pasted words into the field."""
        self._typed(self.choice.field.paste(words))

    def _typed(self, field: TextEntry) -> None:
        self._put(self.choice._replace(field=field, chosen=0))
        self.post_message(self.Typed(field.text))

    def offer(self, elsewhere: tuple[SpeakerCandidate, ...]) -> None:
        """Offer these, too; who has been gone to stays chosen."""
        offered = self.choice.offered
        chosen = offered[min(self.choice.chosen, len(offered) - 1)] if self.choice.chosen else None
        choice = self.choice._replace(elsewhere=elsewhere)
        at = choice.offered.index(chosen) if chosen in choice.offered else 0
        self._put(choice._replace(chosen=at))

    def act(self, action: str) -> bool:
        """Choose, widen, decide or leave; whether the action was one of these."""
        offered = self.choice.offered[:MOST]
        if action == "open":
            candidate = offered[min(self.choice.chosen, len(offered) - 1)]
            self.post_message(self.Decided(candidate, all_of_theirs=self.choice.all_of_theirs))
        elif action == "close":
            self.post_message(self.Decided(None))
        elif action == "next":
            self._put(self.choice._replace(all_of_theirs=not self.choice.all_of_theirs))
        else:
            number = position_after(action, self.choice.chosen, 5, len(offered) - 1)
            if number is None:
                return False
            self._put(self.choice._replace(chosen=number))
        return True
