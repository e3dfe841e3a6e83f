"""`cuttings man`: the manual page, made from the grammars and the table of keys."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import groupby

from tui import __version__
from tui.commands.command_syntax import READER, Option, Syntax, every_syntax
from tui.commands.help_text import EXIT_CODES, SUMMARY
from tui.keymap import KEYS, key_label

ENVIRONMENT = {
    "NO_COLOR": "if set to anything, no colour is used",
    "ACCESSIBLE": "if set to 1, articles are read line by line, as with --plain",
    "ESCDELAY": "milliseconds after which an escape that nothing follows is taken for the key (25)",
    "VISUAL, EDITOR": "the editor that E opens a file in",
    "BROWSER": "the browser that o opens a source in",
    "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME": "where configuration, marks and indexes lie",
}
FILES = {
    "~/.config/cuttings/config.toml": "settings and keys; cuttings config check tells what is wrong with it",
    "~/.config/cuttings/themes/*.toml": "themes of your own",
    "~/.local/share/cuttings/": "what you have read, starred and put right: it cannot be made again",
    "~/.cache/cuttings/": "the indexes, which can be thrown away",
}
ESCAPED = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"}
"""What troff would take for something else -> how it is written (groff_char(7))."""


def run(_options: argparse.Namespace) -> int:
    """Write the page in the language of man(1)."""
    sys.stdout.writelines(f"{line}\n" for line in _page())
    return 0


def _page() -> Iterator[str]:
    yield f'.TH CUTTINGS 1 "" "cuttings {__version__}" "User Commands"'
    yield from (".SH NAME", f"cuttings \\- {_plain(SUMMARY)}")
    yield from (".SH SYNOPSIS", ".B cuttings", "[\\fIOPTION\\fR] [\\fIPATH\\fR ...]", ".br", ".B cuttings")
    yield from ("\\fICOMMAND\\fR [\\fIOPTION\\fR ...]", ".SH DESCRIPTION")
    yield _plain(
        "Opens the articles of a folder in a reader: the list, the article with its quotations marked, and "
        "who is in it. Without a path it opens the library that config.toml names, else four sample "
        "articles. Files are only ever read."
    )
    yield ".SH OPTIONS"
    for option in READER:
        yield from _item(_form(option), option.words)
    yield ".SH COMMANDS"
    for command in every_syntax():
        yield from _command(command)
    yield ".SH KEYS"
    for group, keys in groupby(KEYS, key=lambda key: key.group):
        yield f".SS {_plain(group.value)}"
        for key in keys:
            yield from _item("\\fB" + _plain(" ".join(map(key_label, key.keys))) + "\\fR", key.words)
    for head, table in (("ENVIRONMENT", ENVIRONMENT), ("FILES", FILES), ("EXIT STATUS", EXIT_CODES)):
        yield f".SH {head}"
        for name, words in table.items():
            yield from _item(f"\\fB{_plain(str(name))}\\fR", words)


def _command(command: Syntax) -> Iterator[str]:
    operands = "".join(f" \\fI{_plain(operand.value)}\\fR" for operand in command.operands)
    yield f".SS cuttings {command.name}{operands}"
    yield _plain(command.words[0].upper() + command.words[1:] + ".")
    for operand in command.operands:
        yield from _item(f"\\fI{_plain(operand.value)}\\fR", operand.words)
    for option in command.options:
        yield from _item(_form(option), option.words)
    yield from (".PP", f"Example: {_plain(command.example)}")


def _form(option: Option) -> str:
    flags = ", ".join(f"\\fB{_plain(flag)}\\fR" for flag in option.flags)
    return f"{flags} \\fI{_plain(option.value)}\\fR" if option.value else flags


def _item(term: str, words: str) -> Iterator[str]:
    yield from (".TP", term, _plain(words))


def _plain(words: str) -> str:
    """Words that troff prints as they stand, hyphens that can be copied included."""
    escaped = "".join(
        ESCAPED.get(sign) or (sign if sign.isascii() else f"\\[u{ord(sign):04X}]") for sign in words
    )
    return f"\\&{escaped}" if escaped.startswith(".") else escaped
