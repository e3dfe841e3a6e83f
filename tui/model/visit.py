"""Where the reader has been, as the history shows it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from tui.model.trail import Place


class Visit(NamedTuple):
    """A place, when the reader came there (local time), its article's title, the words landed on or "".

    Title and words are kept with it, so that the history can be shown without opening any article.
    """

    place: Place
    at: datetime
    title: str
    words: str = ""
