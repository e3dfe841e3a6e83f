"""Keys of one's own: what cannot be, clashes or does not exist is told, and the defaults stand."""

from __future__ import annotations

import pytest
from textual.events import Key

from tui.input_driver import EscapeAwareParser
from tui.keymap import KEYS, bindings, with_overrides
from tui.keymap_validation import MOVES, is_sendable, problem_with_key, suggested_key, validate_keymap

SIGNS = [chr(code) for code in range(33, 127)]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def heard(raw: str) -> str:
    """What Textual calls the key that sends these letters."""
    keys = EscapeAwareParser()
    (event,) = [*keys.feed(raw), *keys.expire()]
    assert isinstance(event, Key)
    return event.key


def named(key: str) -> str:
    """What Textual calls a key that config.toml calls `key`."""
    (name,) = bindings([KEYS[0]._replace(keys=(key,))])
    return name


def test_every_letter_and_sign_can_be_a_key() -> None:
    assert [sign for sign in SIGNS if not is_sendable(sign)] == []
    assert [named(sign) for sign in SIGNS] == [heard(sign) for sign in SIGNS]


def test_a_key_with_ctrl_is_one_that_a_terminal_sends_or_is_refused() -> None:
    for sign in [*LETTERS, "[", "\\", "]", "^", "_"]:
        key = f"ctrl+{sign}"
        arrives = heard(chr(ord(sign.upper()) & 31)) == named(key) and sign not in "cq"
        assert (key, is_sendable(key)) == (key, arrives)


def test_a_letter_with_alt_is_one_that_a_terminal_sends_or_is_refused() -> None:
    keys = [(f"alt+{letter}", f"\x1b{letter}") for letter in LETTERS]
    assert [is_sendable(key) for key, _ in keys] == [heard(sent) == key for key, sent in keys]


@pytest.mark.parametrize(("held", "number"), [("shift", 2), ("alt", 3), ("ctrl", 5), ("ctrl+shift", 6)])
def test_arrows_go_with_what_is_held(held: str, number: int) -> None:
    arrows = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
    assert set(arrows) < set(MOVES)
    for arrow, letter in arrows.items():
        assert is_sendable(f"{held}+{arrow}")
        assert heard(f"\x1b[1;{number}{letter}") == f"{held}+{arrow}"


@pytest.mark.parametrize("key", ["f1", "space", "ctrl+space", "pagedown", "shift+tab", "é", "ß"])
def test_names_of_keys_and_letters_of_any_language_are_keys(key: str) -> None:
    assert problem_with_key("star", key) is None


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("ctrl+i", "from tab"),
        ("ctrl+m", "from enter"),
        ("ctrl+[", "from escape"),
        ("ctrl+c", "always leaves"),
        ("ctrl+1", "do not send"),
        ("super+x", "do not send"),
        ("", "no key"),
        ("frobnicate", "no key"),
    ],
)
def test_a_key_that_no_terminal_sends_is_refused_in_words(key: str, words: str) -> None:
    misfit = problem_with_key("star", key)
    assert misfit is not None
    assert words in misfit.words


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("<C-x>", "ctrl+x"),
        ("Ctrl-X", "ctrl+x"),
        ("C-x", "ctrl+x"),
        ("^x", ""),
        ("Esc", "escape"),
        ("PgDn", "pagedown"),
        ("return", "enter"),
        (" ", "space"),
        ("shift+a", "A"),
        ("M-x", "alt+x"),
        ("F2", "f2"),
        ("alt+←", "alt+left"),
        ("j", ""),
        ("-", ""),
    ],
)
def test_other_ways_of_writing_a_key_are_understood_as_a_suggestion(written: str, meant: str) -> None:
    assert suggested_key(written) == meant


def test_good_changes_are_made_and_nothing_is_said() -> None:
    mine = {"star": ("+", "ctrl+g"), "unread": (), "down": ("j",)}
    assert validate_keymap(KEYS, mine) == (mine, ())


def test_an_action_that_there_is_none_of_is_named_with_the_nearest_one() -> None:
    changes, (misfit,) = validate_keymap(KEYS, {"serach": ("x",), "star": ("+",)})
    assert changes == {"star": ("+",)}
    assert (misfit.action, misfit.hint) == ("serach", "Did you mean “search”?")
    assert validate_keymap(KEYS, {"frobnicate": ()}).misfits[0].hint == ""


def test_of_two_that_want_one_key_the_first_has_it_and_the_other_keeps_its_own() -> None:
    changes, (misfit,) = validate_keymap(KEYS, {"star": ("x",), "unread": ("x",)})
    assert changes == {"star": ("x",)}
    assert misfit.action == "unread"
    assert "given to star" in misfit.words


def test_a_key_that_cannot_be_is_left_out_and_the_others_of_the_action_stand() -> None:
    changes, misfits = validate_keymap(KEYS, {"star": ("ctrl+m", "+"), "unread": ("ctrl+i",)})
    assert changes == {"star": ("+",)}
    assert [misfit.action for misfit in misfits] == ["star", "unread"]


def test_the_only_key_of_another_action_is_not_taken_unless_that_one_has_another() -> None:
    changes, (misfit,) = validate_keymap(KEYS, {"star": ("q", "+")})
    assert changes == {"star": ("+",)}
    assert "only key of quit" in misfit.words
    both = {"star": ("q",), "quit": ("Q",)}
    assert validate_keymap(KEYS, both) == (both, ())
    swapped = {"star": ("u",), "unread": ("*",)}
    assert validate_keymap(KEYS, swapped) == (swapped, ())


def test_whatever_is_asked_no_action_is_left_without_a_key() -> None:
    greedy = {"star": tuple(key for entry in KEYS for key in entry.keys)}
    changes, misfits = validate_keymap(KEYS, greedy)
    assert misfits
    assert all(entry.keys for entry in with_overrides(KEYS, changes))
