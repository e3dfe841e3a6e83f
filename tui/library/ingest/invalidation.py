"""Files that did not change and yet are to be read again: for another map of fields, or a package."""

from __future__ import annotations

import json
from importlib.util import find_spec

from tui.library.core.json_field_map import chosen_field_map
from tui.library.formats.file_types import PACKAGES
from tui.library.index.database import Index

_MAP = "map"
_PACKAGES = "packages"
_WANTED = sorted({name for names in PACKAGES.values() for name in names})
_JSON_FILES = "lower(CAST(path AS TEXT)) GLOB '*.json*' OR lower(CAST(path AS TEXT)) GLOB '*.ndjson'"
_WAITING_FOR_A_PACKAGE = "key IN (SELECT file FROM problem WHERE remedy LIKE '%pip install%')"


def invalidate(index: Index) -> None:
    """Have the next walk take such files for changed. The caller is the sole writer."""
    now = {
        _MAP: json.dumps(dict(sorted(chosen_field_map().items()))),
        _PACKAGES: " ".join(name for name in _WANTED if find_spec(name)),
    }
    before = {_MAP: index.fact(_MAP, "{}"), _PACKAGES: index.fact(_PACKAGES, "")}
    if now == before:
        return
    with index.changing() as connection:
        for name, value in now.items():
            connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))
        if now[_MAP] != before[_MAP]:
            connection.execute(f"UPDATE file SET size = -1, content = NULL WHERE {_JSON_FILES}")
        if set(now[_PACKAGES].split()) - set(before[_PACKAGES].split()):
            connection.execute(f"UPDATE file SET size = -1, content = NULL WHERE {_WAITING_FOR_A_PACKAGE}")
