"""The one message by which widgets ask to go somewhere."""

from __future__ import annotations

from textual.message import Message

from tui.model.trail import Place


class Jump(Message):
    """Go to that place. `among` is the set of places it was chosen from, for walking on through it;
    `what` says what sort of set it is.
    """

    def __init__(self, place: Place, among: tuple[Place, ...] = (), what: str = "found") -> None:
        super().__init__()
        self.what = what
        self.place = place
        self.among = among
