"""What other programs are given: a file's name is never taken for an option or a command of theirs."""

from __future__ import annotations

from collections.abc import Sequence

ENDS_OPTIONS = frozenset(
    {
        *("vi", "vim", "vim.basic", "vim.gtk3", "vim.nox", "vim.tiny", "nvim", "view", "gvim", "nvi", "vis"),
        *("nano", "rnano", "micro", "ed", "mg", "zile", "emacs", "emacsclient", "kak", "hx"),
        *("gedit", "gnome-text-editor", "kate", "kwrite", "mousepad", "less", "more"),
    }
)
"""Programs for which two dashes end the options: what follows are files."""


def on_file(command: Sequence[str], path: str) -> list[str]:
    """The command with that file as its last argument.

    A name may begin with any letter: `-c` is an option to most programs, and vim runs what follows a `+`.
    """
    program = command[0].rpartition("/")[2]
    dashes = ["--"] if program in ENDS_OPTIONS and "--" not in command else []
    return [*command, *dashes, file_argument(path)]


def file_argument(path: str) -> str:
    """The path so that no program takes it for anything but one."""
    return path if path.startswith("/") else f"./{path}"
