"""The one message by which widgets ask to go somewhere."""

from __future__ import annotations

from textual.message import Message

from tui.model.trail import Place


class Jump(Message):
    """Go to that place. `among` is the set of places it was chosen from, for walking on through it."""

    def __init__(self, place: Place, among: tuple[Place, ...] = ()) -> None:
        super().__init__()
        self.place = place
        self.among = among
