"""The one key table. Footer, help, palette and README are made from it, and config.toml rebinds by action."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple


class KeyGroup(StrEnum):
    """Under which head the help lists a key."""

    MOVE = "Move"
    GO = "Go"
    QUOTATIONS = "Quotations"
    FIND = "Find"
    KEEP = "Keep"
    LOOK = "Look"


class Key(NamedTuple):
    """One action: its name in config.toml, the keys that do it, and what it does in a few words."""

    action: str
    keys: tuple[str, ...]
    words: str
    group: KeyGroup


def _key(action: str, keys: str, words: str, group: KeyGroup) -> Key:
    return Key(action, tuple(keys.split()), words, group)


KEYS: tuple[Key, ...] = (
    _key("down", "j down", "line down", KeyGroup.MOVE),
    _key("up", "k up", "line up", KeyGroup.MOVE),
    _key("page_down", "space pagedown", "page down", KeyGroup.MOVE),
    _key("page_up", "b pageup", "page up", KeyGroup.MOVE),
    _key("half_down", "ctrl+d", "half a page down", KeyGroup.MOVE),
    _key("half_up", "ctrl+u", "half a page up", KeyGroup.MOVE),
    _key("first", "g home", "to the beginning", KeyGroup.MOVE),
    _key("last", "G end", "to the end", KeyGroup.MOVE),
    _key("next_pane", "tab", "next pane", KeyGroup.MOVE),
    _key("previous_pane", "shift+tab", "previous pane", KeyGroup.MOVE),
    _key("list", "1", "the list", KeyGroup.MOVE),
    _key("article", "2", "the article", KeyGroup.MOVE),
    _key("sidebar", "3", "people and related", KeyGroup.MOVE),
    _key("open", "enter", "open", KeyGroup.GO),
    _key("back", "H alt+left ctrl+o backspace", "back", KeyGroup.GO),
    _key("forward", "L alt+right", "forward", KeyGroup.GO),
    _key("next_article", "J", "next article of the set", KeyGroup.GO),
    _key("previous_article", "K", "the article before", KeyGroup.GO),
    _key("related", "r", "related articles", KeyGroup.GO),
    _key("dossier", "d", "dossier of the name", KeyGroup.GO),
    _key("same_words", "w", "the same words elsewhere", KeyGroup.GO),
    _key("history", "h", "where you have been", KeyGroup.GO),
    _key("browse", "o", "source in the browser", KeyGroup.GO),
    _key("edit", "E", "file in the editor", KeyGroup.GO),
    _key("problems", "P", "files with problems", KeyGroup.GO),
    _key("look_again", "R", "look at the folder again", KeyGroup.GO),
    _key("close", "escape", "close, let go", KeyGroup.GO),
    _key("suspend", "ctrl+z", "to the shell; fg returns", KeyGroup.GO),
    _key("quit", "q", "close the page, or quit", KeyGroup.GO),
    _key("next_quotation", "]", "next quotation", KeyGroup.QUOTATIONS),
    _key("previous_quotation", "[", "previous quotation", KeyGroup.QUOTATIONS),
    _key("next_mention", "}", "next mention of the name", KeyGroup.QUOTATIONS),
    _key("previous_mention", "{", "previous mention", KeyGroup.QUOTATIONS),
    _key("next_unsure", "!", "next unsure speaker", KeyGroup.QUOTATIONS),
    _key("evidence", "e", "why this speaker", KeyGroup.QUOTATIONS),
    _key("correct", "c", "correct the speaker", KeyGroup.QUOTATIONS),
    _key("undo", "ctrl+r", "undo the last correction", KeyGroup.QUOTATIONS),
    _key("search", "s", "who said what", KeyGroup.QUOTATIONS),
    _key("copy", "y", "copy it with its source", KeyGroup.QUOTATIONS),
    _key("verify", "v", "where else is it said", KeyGroup.QUOTATIONS),
    _key("cite", "Y", "copy it in another form", KeyGroup.QUOTATIONS),
    _key("find", "/", "find, or filter the list", KeyGroup.FIND),
    _key("next_found", "n", "next match", KeyGroup.FIND),
    _key("previous_found", "N", "previous match", KeyGroup.FIND),
    _key("exact", "ctrl+t", "fuzzy or exact", KeyGroup.FIND),
    _key("palette", "ctrl+p", "every command", KeyGroup.FIND),
    _key("star", "*", "star", KeyGroup.KEEP),
    _key("unread", "u", "unread", KeyGroup.KEEP),
    _key("note", "a", "a note on the article", KeyGroup.KEEP),
    _key("tags", "#", "tags", KeyGroup.KEEP),
    _key("theme", "t", "theme", KeyGroup.LOOK),
    _key("marks", "m", "marks: names on and off", KeyGroup.LOOK),
    _key("order", "f", "order of the list", KeyGroup.LOOK),
    _key("group", "F", "group the list", KeyGroup.LOOK),
    _key("alone", "z", "the article alone", KeyGroup.LOOK),
    _key("narrower", "<", "narrower", KeyGroup.LOOK),
    _key("wider", ">", "wider", KeyGroup.LOOK),
    _key("help", "? f1", "this page", KeyGroup.LOOK),
)

NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "escape": "esc",
    "f1": "F1",
}
"""How keys are written; all others as they are."""

TEXTUAL = {
    "]": "right_square_bracket",
    "[": "left_square_bracket",
    "}": "right_curly_bracket",
    "{": "left_curly_bracket",
    "!": "exclamation_mark",
    "/": "slash",
    "*": "asterisk",
    "#": "number_sign",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "?": "question_mark",
    "ctrl+space": "ctrl+@",
}

SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


def key_label(key: str) -> str:
    """The key as the reader sees it: `alt+←`, `PgDn`, `]`."""
    *held, last = key.split("+") if len(key) > 1 else [key]
    return "+".join([*held, NAMES.get(last, last)])


def with_overrides(keys: Sequence[Key], changes: Mapping[str, Sequence[str]]) -> tuple[Key, ...]:
    """The table with the reader's own keys; a key taken for one action is taken from all others."""
    taken = {key for wanted in changes.values() for key in wanted}
    return tuple(
        entry._replace(
            keys=tuple(changes[entry.action])
            if entry.action in changes
            else tuple(key for key in entry.keys if key not in taken),
        )
        for entry in keys
    )


def bindings(keys: Sequence[Key]) -> dict[str, str]:
    """Key as Textual names it -> action."""
    return {TEXTUAL.get(key) or _named(key): entry.action for entry in keys for key in entry.keys}


def _named(key: str) -> str:
    """Textual's name of a key: a sign goes by its name in Unicode, a few by a shorter one."""
    *held, last = key.rsplit("+", 1) if len(key) > 1 and not key.endswith("++") else [key]
    if len(last) > 1 or last.isalnum():
        return key
    from unicodedata import name  # only for keys that the reader has chosen

    words = name(last, last).lower().replace("-", "_").replace(" ", "_")
    return "+".join([*held, SHORTER.get(words, words)])


def first_key(keys: Sequence[Key], action: str) -> str:
    """The key to show for an action, or "" when the reader has unbound it."""
    return next((key_label(entry.keys[0]) for entry in keys if entry.action == action and entry.keys), "")
