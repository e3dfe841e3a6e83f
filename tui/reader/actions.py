"""Which function does what a key stands for: one for each action of the key table, and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.keymap import Key

Act = Callable[[], None]


class ActionTable:
    """The actions of all features together. Raises ValueError if they are not those of the key table."""

    def __init__(self, keys: Iterable[Key], features: Iterable[Mapping[str, Act]]) -> None:
        self._acts: dict[str, Act] = {}
        for actions in features:
            twice = sorted(self._acts.keys() & actions.keys())
            if twice:
                raise ValueError(f"done by two features: {', '.join(twice)}")
            self._acts.update(actions)
        named = {key.action for key in keys}
        missing, unknown = sorted(named - self._acts.keys()), sorted(self._acts.keys() - named)
        if missing:
            raise ValueError(f"in the key table, but done by nothing: {', '.join(missing)}")
        if unknown:
            raise ValueError(f"done, but not in the key table: {', '.join(unknown)}")

    def do(self, action: str) -> None:
        """Do that."""
        self._acts[action]()
