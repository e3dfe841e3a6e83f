"""The keys of each pane in its own words, for the page of all keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.keymap import Key
from tui.present.grid import Pane
from tui.present.help_view import HelpSection
from tui.reader.status import KEY_LINES

HEADS = {Pane.LIST: "In the list", Pane.ARTICLE: "In the article", Pane.SIDEBAR: "Among the people"}
EVERYWHERE = ("down", "search", "help")
"""What the key line repeats for every pane, and the table tells once."""


def by_pane(keys: Sequence[Key]) -> tuple[HelpSection, ...]:
    """A section a pane, in the order of the panes."""
    return tuple(HelpSection(pane, head, tuple(_keys(keys, pane))) for pane, head in HEADS.items())


def _keys(keys: Sequence[Key], pane: Pane) -> Iterator[Key]:
    by_action = {key.action: key for key in keys}
    for actions, words in KEY_LINES[pane]:
        if actions[0] not in EVERYWHERE:
            signs = tuple(sign for action in actions for sign in by_action[action].keys[:1])
            yield by_action[actions[0]]._replace(keys=signs, words=words)
