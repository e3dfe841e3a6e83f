"""The grammar of each command. Declares what may be typed; the command itself is imported only to run it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NoReturn, cast

from tui.commands.guard import UsageError
from tui.commands.manual import COMMANDS

Declare = Callable[[argparse.ArgumentParser], None]


class Grammar(argparse.ArgumentParser):
    """An argument parser whose refusals are values, worded like every other one."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} ({self.prog} --help)")


def run(command: str, words: Sequence[str]) -> int:
    """Parse the words that follow the command, carry it out, and return its exit code."""
    grammar = grammar_of(command)
    try:
        options = grammar.parse_intermixed_args(words)
    except SystemExit as shown:  # argparse leaves like this after --help
        return cast(int, shown.code)
    carry_out: Callable[[argparse.Namespace], int] = import_module(f"tui.commands.{command}").run
    return carry_out(options)


def grammar_of(command: str) -> Grammar:
    """What may follow the name of that command."""
    example, declare = _GRAMMARS[command]
    grammar = Grammar(
        prog=f"cuttings {command}",
        description=COMMANDS[command],
        epilog=f"example: {example}",
        allow_abbrev=False,
    )
    declare(grammar)
    return grammar


def _annotate(grammar: argparse.ArgumentParser) -> None:
    grammar.add_argument("paths", nargs="+", metavar="PATH", help="file or folder, - for standard input")
    _json(grammar)


def _json(grammar: argparse.ArgumentParser | argparse._MutuallyExclusiveGroup) -> None:
    grammar.add_argument("--json", action="store_true", help="one JSON object a line")


_GRAMMARS: dict[str, tuple[str, Declare]] = {
    "annotate": ("cuttings annotate --json article.txt", _annotate),
}
