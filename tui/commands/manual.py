"""The words of `cuttings --help`, and the names of the commands. Constants only: nothing is quicker."""

from __future__ import annotations

COMMANDS = {
    "annotate": "the quotations, speakers and names of articles, as data",
    "find": "find a half-remembered quotation",
    "verify": "whether a quotation is in the library, word for word",
    "quotes": "list who said what, in exactly which words",
    "who": "list the people and bodies of a library, or tell all about one",
    "related": "which articles belong with this one, and why",
    "index": "bring the index of a library up to date",
    "check": "prove that every article can be read and its index is sound",
    "config": "where everything lies, what is in force, and what is wrong with config.toml",
}

_LISTED = "\n".join(f"  {name:<10}{words}" for name, words in COMMANDS.items())

MANUAL = f"""\
cuttings: a reading room for press cuttings in a terminal

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
  -h, --help      show this and leave
  -V, --version   show the version and leave

A folder that is called like a command is ./find. In the reader ? shows every key and q leaves.
Exit codes: 0 found or done, 1 nothing found, 2 usage or configuration, 130 interrupted.
"""
