"""The key table is complete, free of clashes, and can be changed by the reader."""

from tui.keymap import KEYS, bindings, first_key, key_label, with_overrides


def test_no_key_does_two_things() -> None:
    keys = [key for entry in KEYS for key in entry.keys]
    assert len(keys) == len(set(keys))


def test_actions_are_named_once() -> None:
    assert len({key.action for key in KEYS}) == len(KEYS)


def test_a_key_taken_for_another_action_leaves_its_own() -> None:
    mine = with_overrides(KEYS, {"star": ("s", "*")})
    bound = bindings(mine)
    assert bound["s"] == "star"
    assert first_key(mine, "search") == ""
    assert bound["j"] == "down"


def test_keys_are_written_as_readers_know_them() -> None:
    assert [key_label(key) for key in ("alt+left", "pagedown", "]", "ctrl+o", "G")] == [
        "alt+←",
        "PgDn",
        "]",
        "ctrl+o",
        "G",
    ]
