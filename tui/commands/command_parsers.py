"""The grammar of each command. Declares what may be typed; the command itself is imported only to run it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NoReturn, cast

from tui.commands.guard import UsageError
from tui.commands.help_text import COMMANDS

_RAW = "without your corrections and marks: every article is read anew, which takes its time"
Declare = Callable[[argparse.ArgumentParser], None]


class CommandParser(argparse.ArgumentParser):
    """An argument parser whose refusals are values, worded like every other one."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} ({self.prog} --help)")


def run(command: str, words: Sequence[str]) -> int:
    """Parse the words that follow the command, carry it out, and return its exit code."""
    grammar = parser_of(command)
    parse = grammar.parse_args if "--" in words else grammar.parse_intermixed_args  # the latter loses it
    try:
        options = parse(words)
    except SystemExit as shown:  # argparse leaves like this after --help
        return cast(int, shown.code)
    carry_out: Callable[[argparse.Namespace], int] = import_module(f"tui.commands.{command}").run
    return carry_out(options)


def parser_of(command: str) -> CommandParser:
    """What may follow the name of that command."""
    example, declare = _GRAMMARS[command]
    grammar = CommandParser(
        prog=f"cuttings {command}",
        description=COMMANDS[command],
        epilog=f"example: {example}",
        allow_abbrev=False,
    )
    declare(grammar)
    return grammar


def _add(grammar: argparse.ArgumentParser) -> None:
    words = "file or folder, - for standard input, or the http(s) address of a page (needs cuttings[pages])"
    grammar.add_argument("sources", nargs="+", metavar="FILE", help=words)
    words = "the folder that they go to; without it, the library of config.toml"
    grammar.add_argument("--to", metavar="LIBRARY", help=words)
    _map(grammar)
    _json(grammar)


def _annotate(grammar: argparse.ArgumentParser) -> None:
    grammar.add_argument("paths", nargs="+", metavar="PATH", help="file or folder, - for standard input")
    _map(grammar)
    _raw(grammar, "as it is found, without your corrections")
    _json(grammar)


def _find(grammar: argparse.ArgumentParser) -> None:
    grammar.add_argument(
        "query", metavar="QUERY", help="words of the quotation or its speaker, as remembered"
    )
    _library(grammar, "; - for standard input")
    grammar.add_argument("--limit", type=_positive, default=10, metavar="K", help="how many at most (10)")
    grammar.add_argument("--exact", action="store_true", help="only what holds the words as typed")
    _raw(grammar, _RAW)
    form = grammar.add_mutually_exclusive_group()
    form.add_argument("--lines", action="store_true", help="a hit a line, fields split by tabs")
    _json(form)


def _verify(grammar: argparse.ArgumentParser) -> None:
    words = "the words of the quotation; - for standard input, one quotation a line"
    grammar.add_argument("words", metavar="WORDS", help=words)
    _library(grammar)
    grammar.add_argument("--speaker", metavar="NAME", help="who is supposed to have said them")
    words = "WORDS is the path of an article: verify every quotation in it, with its speaker"
    grammar.add_argument("--draft", action="store_true", help=words)
    _raw(grammar, _RAW)
    _json(grammar)


def _quotes(grammar: argparse.ArgumentParser) -> None:
    _library(grammar, "; - for standard input")
    grammar.add_argument("--speaker", metavar="NAME", help="only what this person or body said")
    _raw(grammar, _RAW)
    form = grammar.add_mutually_exclusive_group()
    _json(form)
    form.add_argument("--csv", action="store_true", help="a table for a spreadsheet")
    form.add_argument("--markdown", action="store_true", help="block quotations with their sources")
    form.add_argument("--bibtex", action="store_true", help="entries for programs that keep references")


def _who(grammar: argparse.ArgumentParser) -> None:
    words = "all that is known of whoever goes by this name; without one, everybody"
    grammar.add_argument("name", nargs="?", metavar="NAME", help=words)
    _library(grammar, "; - for standard input")
    _raw(grammar, _RAW)
    _json(grammar)


def _related(grammar: argparse.ArgumentParser) -> None:
    grammar.add_argument("file", metavar="FILE", help="the article")
    _library(grammar)
    _json(grammar)


def _check(grammar: argparse.ArgumentParser) -> None:
    _library(grammar)
    _map(grammar)


def _index(grammar: argparse.ArgumentParser) -> None:
    _library(grammar)
    grammar.add_argument(
        "--rebuild", action="store_true", help="throw the old index away first; your marks stay"
    )
    _map(grammar)
    words = "of each article, which facts were found where, and which were guessed"
    grammar.add_argument("--report", action="store_true", help=words)
    _json(grammar)


def _list(grammar: argparse.ArgumentParser) -> None:
    from tui.model.listing import Order

    _library(grammar)
    words = f"one of: {', '.join(Order)}"
    grammar.add_argument("--order", choices=list(Order), default=Order.NEWEST, metavar="ORDER", help=words)
    grammar.add_argument("--unread", action="store_true", help="only what has not been read yet")
    grammar.add_argument("--starred", action="store_true", help="only what is starred")
    _json(grammar)


def _config(grammar: argparse.ArgumentParser) -> None:
    words = "only what is wrong, each with its file and line; exit code 2 if anything is"
    grammar.add_argument("check", nargs="?", choices=["check"], help=words)
    _json(grammar)


def _completions(grammar: argparse.ArgumentParser) -> None:
    grammar.add_argument("shell", choices=["bash", "zsh", "fish"], metavar="SHELL", help="bash, zsh or fish")


def _nothing(_grammar: argparse.ArgumentParser) -> None:
    """Nothing follows."""


def _marks(grammar: argparse.ArgumentParser) -> None:
    grammar.add_argument("act", choices=("export", "import"), help="write them out, or take them in")
    words = "JSON; without one, or -, standard output or input"
    grammar.add_argument("file", nargs="?", default="-", metavar="FILE", help=words)
    way = grammar.add_mutually_exclusive_group()
    merge = "add to what is here, and lose nothing: what either side has is kept (this is the default)"
    way.add_argument("--merge", action="store_true", help=merge)
    replace = "put it in the place of what is here, which is kept in a file"
    way.add_argument("--replace", action="store_true", help=replace)


def _library(grammar: argparse.ArgumentParser, also: str = "") -> None:
    words = f"file or folder; without one, the library of config.toml, else the sample{also}"
    grammar.add_argument("paths", nargs="*", metavar="PATH", help=words)


def _raw(grammar: argparse.ArgumentParser, words: str) -> None:
    grammar.add_argument("--raw", action="store_true", help=words)


def _map(grammar: argparse.ArgumentParser) -> None:
    words = (
        "for this run, which fields of JSON files give which fact: headline=title,text=body,published=date"
    )
    grammar.add_argument("--map", metavar="FACT=FIELD,…", help=words)


def _json(grammar: argparse.ArgumentParser | argparse._MutuallyExclusiveGroup) -> None:
    grammar.add_argument("--json", action="store_true", help="one JSON object a line")


def _positive(word: str) -> int:
    if not word.isdecimal() or not int(word):
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from 1")
    return int(word)


_GRAMMARS: dict[str, tuple[str, Declare]] = {
    "add": ("cuttings add ~/Downloads/export.docx --to ~/clips", _add),
    "annotate": ("cuttings annotate --json article.txt", _annotate),
    "list": ("cuttings list --unread ~/clips", _list),
    "find": ('cuttings find "osbrone door open" ~/clips', _find),
    "verify": ('cuttings verify "my door is open" --speaker Balls ~/clips', _verify),
    "quotes": ("cuttings quotes --speaker Henig --csv ~/clips", _quotes),
    "who": ("cuttings who Henig ~/clips", _who),
    "related": ("cuttings related ~/clips/letter.txt ~/clips", _related),
    "index": ("cuttings index ~/clips", _index),
    "marks": ("cuttings marks export marks.json", _marks),
    "check": ("cuttings check ~/clips", _check),
    "config": ("cuttings config check", _config),
    "tutor": ("cuttings tutor", _nothing),
    "doctor": ("cuttings doctor", _json),
    "completions": ("cuttings completions bash", _completions),
    "man": ("cuttings man | man -l -", _nothing),
}
