"""What the reader chose while reading, theme and measure, kept for the next time.

A choice holds as long as config.toml says what it said when the choice was made: whoever edits the file
afterwards means what they write.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from tui.config import NARROWEST, WIDEST, Config

FILE_NAME = "looks.json"
LOOKS = ("theme", "measure")
"""The settings that can be chosen while reading."""


def with_preferences(settings: Config, path: Path) -> Config:
    """The configuration with what was chosen over it; a file that cannot be understood says nothing."""
    kept = _kept(path)
    chosen = {name: kept[name]["chosen"] for name in LOOKS if _holds(kept.get(name), name, settings)}
    return replace(settings, **chosen) if chosen else settings


def keep_preference(path: Path, name: str, value: str | int, settings: Config) -> None:
    """Remember durably that `value` was chosen over what `settings`, as configured, say.

    Raises OSError when it cannot be written.
    """
    import json

    from tui.library.core.atomic_write import replace_file
    from tui.library.core.locks import folder_lock

    with folder_lock(path):
        kept = _kept(path)
        over = getattr(settings, name)
        if value == over:
            kept.pop(name, None)
        else:
            kept[name] = {"chosen": value, "over": over}
        if kept or path.exists():
            replace_file(path, json.dumps(kept, indent=1).encode())


def _kept(path: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        raw = path.read_bytes()
        import json  # not before there is something to read: most starts are without

        kept = json.loads(raw)
        if isinstance(kept, dict):
            return kept
    return {}


def _holds(kept: Any, name: str, settings: Config) -> bool:
    """Whether something usable was chosen over what the configuration still says."""
    if not isinstance(kept, dict) or kept.get("over") != getattr(settings, name):
        return False
    chosen = kept.get("chosen")
    if name == "measure":
        return type(chosen) is int and NARROWEST <= chosen <= WIDEST
    return isinstance(chosen, str) and bool(chosen)
