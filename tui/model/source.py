"""Where an article lies outside of the library."""

from __future__ import annotations

from typing import NamedTuple


class SourceLocation(NamedTuple):
    """What an article was read from, as another program is given it.

    `target` is a file, by its true name and for the reader's editor, or an address, for the browser. It is
    not for the screen: it may hold any character.
    """

    target: str
    is_file: bool = True
