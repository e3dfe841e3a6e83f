"""The words of `cuttings --help`, and the names of the commands. Constants only: nothing is quicker."""

from __future__ import annotations

COMMANDS = {
    "annotate": "the quotations, speakers and names of articles, as data",
    "list": "the articles of a library, with the marks that you have made",
    "find": "find a half-remembered quotation",
    "verify": "whether a quotation is in the library, word for word",
    "quotes": "list who said what, in exactly which words",
    "who": "list the people and bodies of a library, or tell all about one",
    "related": "which articles belong with this one, and why",
    "index": "bring the index of a library up to date",
    "add": "copy new cuttings into the library folder, as Markdown",
    "marks": "write out what you starred, tagged and noted, or take it in",
    "check": "prove that every article can be read and its index is sound",
    "config": "where everything lies, what is in force, and what is wrong with config.toml",
    "tutor": "seven steps through the reader, on the sample articles",
    "doctor": "what this terminal can do, and whether everything is in its place",
    "completions": "complete commands and options in bash, zsh or fish",
    "man": "the manual page, for man(1)",
}
OPTIONS = {
    "--plain": "read line by line, without colour or cursor: for screen readers",
    "-h, --help": "show this and leave",
    "-V, --version": "show the version and leave",
}
"""The options of the reader itself."""
EXIT_CODES = {
    "0": "found or done",
    "1": "nothing found",
    "2": "usage or configuration",
    "3": "incomplete: not all files are in the index",
    "130": "interrupted",
}
SUMMARY = "a reading room for press cuttings in a terminal"

_LISTED = "\n".join(f"  {name:<13}{words}" for name, words in COMMANDS.items())
_OPTIONS = "\n".join(f"  {flags:<15}{words}" for flags, words in OPTIONS.items())
_CODES = ", ".join(f"{code} {words}" for code, words in EXIT_CODES.items())

MANUAL = f"""\
cuttings: {SUMMARY}

  cuttings ~/clips                    read the articles of a folder
  cuttings                            read the library of config.toml, else four sample articles
  cuttings find "osbrone door open"   find a half-remembered quotation, typos and all
  cuttings quotes --speaker Henig     everything that somebody said
  cuttings annotate --json FILE       an article's quotations and names as data

usage: cuttings [PATH…]
       cuttings COMMAND [--help] …

commands:
{_LISTED}

options:
{_OPTIONS}

A folder that is called like a command is ./find. In the reader ? shows every key and q leaves.
Exit codes: {_CODES}.
"""
