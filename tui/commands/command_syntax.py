"""What every command takes, read off its grammar: completions and the manual page are made from this."""

from __future__ import annotations

import argparse
from typing import NamedTuple

from tui.commands.command_parsers import parser_of
from tui.commands.help_text import COMMANDS, OPTIONS


class Option(NamedTuple):
    """One option: how it is written, its value ("" if it takes none), and what it does."""

    flags: tuple[str, ...]
    value: str
    words: str


READER = tuple(Option(tuple(flags.split(", ")), "", words) for flags, words in OPTIONS.items())
"""What the reader itself takes."""


class Syntax(NamedTuple):
    """One command: what it does, its options, the words that may follow, and an example."""

    name: str
    words: str
    options: tuple[Option, ...]
    operands: tuple[Option, ...]
    choices: tuple[str, ...]
    example: str


def syntax(command: str) -> Syntax:
    """The syntax of that command."""
    grammar = parser_of(command)
    actions = grammar._actions  # argparse offers no other way to read a grammar
    options = tuple(_option(action) for action in actions if action.option_strings)
    operands = tuple(_option(action) for action in actions if not action.option_strings)
    choices = tuple(
        str(one) for action in actions if not action.option_strings for one in action.choices or ()
    )
    example = (grammar.epilog or "").removeprefix("example: ")
    return Syntax(command, COMMANDS[command], options, operands, choices, example)


def every_syntax() -> tuple[Syntax, ...]:
    """The syntax of every command, in the order of the help."""
    return tuple(syntax(command) for command in COMMANDS)


def _option(action: argparse.Action) -> Option:
    value = action.metavar if isinstance(action.metavar, str) else ""
    if not value and action.nargs != 0:
        value = action.dest.upper()
    many = "…" if action.nargs in ("*", "+") else ""
    words = "show this and leave" if action.dest == "help" else action.help or ""
    return Option(tuple(action.option_strings), value + many, words)
