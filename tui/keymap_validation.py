"""The reader's own keys held against the key table: what cannot be is told, and the default stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from tui import config
from tui.config import Config
from tui.keymap import KEYS, NAMES, Key, with_overrides
from tui.model.problem import Problem

Changes = Mapping[str, Sequence[str]]

MOVES = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete")
FUNCTIONS = tuple(f"f{number}" for number in range(1, 13))
PLAIN = (*MOVES, *FUNCTIONS, "tab", "enter", "escape", "space", "backspace", "shift+tab")
"""Names of keys without a letter or sign; those that move may be held with shift, ctrl or alt."""
SAME = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+[": "escape",
    "ctrl+h": "backspace",
    "ctrl+@": "ctrl+space",
    "alt+b": "ctrl+left",
    "alt+f": "ctrl+right",
}
"""What a terminal cannot tell from another key: both send the same bytes."""
ALWAYS = {"ctrl+c": "leaves the program", "ctrl+q": "leaves the program"}
"""Keys that do one thing whatever the table says."""
OTHER_NAMES = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "del": "delete",
    "ins": "insert",
    "spacebar": "space",
    " ": "space",
    "bs": "backspace",
    **{sign: name for name, sign in NAMES.items()},
}
"""What people and this program's own pages call a key -> its name in config.toml."""
HELD = {"c": "ctrl", "control": "ctrl", "^": "ctrl", "m": "alt", "a": "alt", "meta": "alt", "option": "alt"}
HELD_LETTER = re.compile(r"ctrl\+(?:[a-z\\\]^_]|space)|alt\+[a-z]")
HELD_MOVE = re.compile(rf"(?:shift|alt|ctrl|ctrl\+shift)\+(?:{'|'.join(MOVES)})")


class KeyProblem(NamedTuple):
    """Something asked for `action` that cannot be: one sentence, and what may have been meant, or ""."""

    action: str
    words: str
    hint: str = ""


class ValidatedKeymap(NamedTuple):
    """The changes that can be made, and what is wrong with the others."""

    changes: Mapping[str, tuple[str, ...]]
    misfits: tuple[KeyProblem, ...]


def load_validated(path: Path) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration with only those keys that can be, and all that is wrong with it, by file and line."""
    settings, problems = config.load_config(path)
    if not settings.keys:
        return settings, problems
    changes, misfits = validate_keymap(KEYS, settings.keys)
    wrong = (
        config.problem_in(path, ("keys", one.action), one.words, one.hint, "It is left out.")
        for one in misfits
    )
    return replace(settings, keys=changes), (*problems, *wrong)


def validate_keymap(keys: Sequence[Key], changes: Changes) -> ValidatedKeymap:
    """The changes that leave every action with a key of its own; the first of two that clash stands."""
    kept: dict[str, tuple[str, ...]] = {}
    misfits: list[KeyProblem] = []
    owner: dict[str, str] = {}
    actions = [entry.action for entry in keys]
    for action, wanted in changes.items():
        if action not in actions:
            misfits.append(KeyProblem(action, "there is no action of that name", _perhaps(action, actions)))
            continue
        good = []
        for key in dict.fromkeys(wanted):
            wrong = problem_with_key(action, key) or _taken(action, key, owner)
            if wrong:
                misfits.append(wrong)
            else:
                owner[key] = action
                good.append(key)
        if good or not wanted:
            kept[action] = tuple(good)
    return _without_robbery(keys, kept, misfits)


def _without_robbery(
    keys: Sequence[Key], kept: dict[str, tuple[str, ...]], misfits: list[KeyProblem]
) -> ValidatedKeymap:
    """Give back the keys that would leave another action with none."""
    for robbed in _robbed(keys, kept):
        default = next(entry.keys for entry in keys if entry.action == robbed)
        for action, mine in list(kept.items()):
            given_back = [key for key in mine if key in default]
            if not given_back:
                continue
            words = f"“{given_back[0]}” is the only key of {robbed}"
            misfits.append(KeyProblem(action, words, f'Give {robbed} another key as well: {robbed} = "…".'))
            left = tuple(key for key in mine if key not in default)
            kept.pop(action)
            if left:
                kept[action] = left
    return ValidatedKeymap(kept, tuple(misfits))


def _robbed(keys: Sequence[Key], kept: Changes) -> Iterator[str]:
    """Actions left without a key that the reader did not leave without one."""
    while True:
        lost = [e.action for e in with_overrides(keys, kept) if not e.keys and e.action not in kept]
        if not lost:
            return
        yield lost[0]


def _taken(action: str, key: str, owner: Mapping[str, str]) -> KeyProblem | None:
    if key not in owner:
        return None
    return KeyProblem(action, f"“{key}” is already given to {owner[key]}")


def problem_with_key(action: str, key: str) -> KeyProblem | None:
    """What is wrong with that key, whatever it is for; None if a terminal sends it."""
    if key in ALWAYS:
        return KeyProblem(action, f"“{key}” always {ALWAYS[key]}")
    if key in SAME:
        words = f"a terminal cannot tell “{key}” from {SAME[key]}"
        return KeyProblem(action, words, f"Use “{SAME[key]}”, which is the same, or another key.")
    if is_sendable(key):
        return None
    meant = suggested_key(key)
    if meant:
        return KeyProblem(action, f"there is no key “{key}”", f"Did you mean “{meant}”?")
    if "+" in key[:-1]:
        hint = "Small letters go with ctrl or alt, arrows with shift too."
        return KeyProblem(action, f"terminals do not send “{key}”", hint)
    hint = _perhaps(key, PLAIN) or "A key is one letter or sign, or a name: space, f2, ctrl+g."
    return KeyProblem(action, f"there is no key “{key}”", hint)


def is_sendable(key: str) -> bool:
    """Whether terminals have a code for that key, so written."""
    if key in SAME or key in ALWAYS:
        return False
    one = len(key) == 1 and key.isprintable() and key != " "
    return one or key in PLAIN or bool(HELD_LETTER.fullmatch(key) or HELD_MOVE.fullmatch(key))


def suggested_key(key: str) -> str:
    """The key that was meant by another way of writing it (<C-x>, Ctrl-X, shift+a, PgDn), or ""."""
    bare = key[1:-1] if key.startswith("<") and key.endswith(">") and len(key) > 2 else key
    *held, last = re.split(r"[-+](?=.)", bare) if len(bare) > 1 else [bare]
    held = [HELD.get(word.lower(), word.lower()) for word in held]
    last = OTHER_NAMES.get(last, OTHER_NAMES.get(last.lower(), last))
    if held == ["shift"] and len(last) == 1:
        return last.upper()
    if len(last) > 1 or "ctrl" in held:
        last = last.lower()
    written = "+".join([*held, last])
    return written if written != key and is_sendable(written) else ""


def _perhaps(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), 1)
    return f"Did you mean “{near[0]}”?" if near else ""
