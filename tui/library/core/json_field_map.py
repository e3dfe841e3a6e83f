"""Which fields of JSON files give which fact, as it was asked: on the command line, else in config.toml."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress

from tui.app_paths import config_file
from tui.config import FACTS, fact_named, load_config

VARIABLE = "CUTTINGS_MAP"
"""The environment variable that carries `--map` to the processes that read files."""


class UnknownFactError(ValueError):
    """A map names a fact that there is not; the words are one sentence."""


def parse_field_map(words: str) -> dict[str, str]:
    """`headline=title,text=body` as fact -> field. Raises UnknownFactError."""
    found: dict[str, str] = {}
    for pair in filter(None, (piece.strip() for piece in words.split(","))):
        fact, sign, field = (part.strip() for part in pair.partition("="))
        if not sign or not field:
            raise UnknownFactError(f"{pair!r} names no field: write fact=field")
        known = fact_named(fact)
        if known is None:
            raise UnknownFactError(f"there is no fact {fact!r}; there are {', '.join(FACTS)}")
        found[known] = field
    return found


def chosen_field_map() -> Mapping[str, str]:
    """Fact -> field, where one was asked for."""
    asked = os.environ.get(VARIABLE)
    if asked is not None:
        with suppress(UnknownFactError):  # commands refuse such a map before anything is read
            return parse_field_map(asked)
    return load_config(config_file())[0].map
