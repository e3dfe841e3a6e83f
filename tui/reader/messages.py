"""What the reader asks of the app, whose the themes are."""

from __future__ import annotations

from textual.message import Message


class ThemesWanted(Message):
    """The reader wants to see which themes there are."""


class ThemeTried(Message):
    """The reader looks at that theme, and keeps it if `keep`; None is the one that was worn before."""

    def __init__(self, name: str | None, *, keep: bool = False) -> None:
        super().__init__()
        self.name = name
        self.keep = keep
