"""`--map`: which fields of JSON files give which fact, for this run and the processes that it starts."""

from __future__ import annotations

import os

from tui.commands.guard import UsageError
from tui.library.core.json_field_map import VARIABLE, UnknownFactError, parse_field_map


def use_map(words: str | None) -> None:
    """Read JSON files by this map instead of the one in config.toml; None changes nothing."""
    if words is None:
        return
    try:
        parse_field_map(words)
    except UnknownFactError as error:
        raise UsageError(f"--map: {error}") from None
    os.environ[VARIABLE] = words
