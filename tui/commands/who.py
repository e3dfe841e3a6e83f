"""`cuttings who`: the people and bodies of a library, or all that it knows of one of them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.commands import json_output
from tui.commands.dossier_blocks import source, told
from tui.commands.guard import UsageError, say
from tui.commands.library_session import cuttings, opened
from tui.commands.name_lookup import Entry, entries
from tui.commands.source_paths import STDIN
from tui.commands.terminal_output import ASIDE, NAME, Block, Line, Piece, counted, show, show_table
from tui.model.known_entity import Known

HEAD = ("name", "quotations", "articles", "kind", "role")


def run(options: argparse.Namespace) -> int:
    """List everybody who is named, the most quoted first; or tell of those who go by the name."""
    if options.name is None or _is_path(options.name):
        return _everybody([*filter(None, [options.name]), *options.paths], options)
    return _known(options.name, options.paths, options)


def _is_path(word: str) -> bool:
    """A word that names a file or folder is a path, even where somebody is called so."""
    return word == STDIN or os.sep in word or Path(word).exists()


def _everybody(paths: Sequence[str], options: argparse.Namespace) -> int:
    found = entries(cuttings(paths, raw=options.raw))
    if options.json:
        sys.stdout.writelines(json_output.line(json_output.of_entry(entry)) for entry in found)
    elif found:
        show_table(HEAD, [_row(entry) for entry in found])
    return 0 if found else 1


def _row(entry: Entry) -> tuple[str, ...]:
    role = next(iter(entry.roles), "")
    return entry.name, str(entry.quotations), str(entry.articles), entry.kind, role


def _known(name: str, paths: Sequence[str], options: argparse.Namespace) -> int:
    if STDIN in paths:
        raise UsageError("a name is looked up in a library: give a file or folder, not -")
    with opened(paths, raw=options.raw) as library:
        found = library.who(name)
        if options.json:
            sys.stdout.writelines(
                json_output.line(json_output.of_dossier(library.dossier(one))) for one in found
            )
        elif len(found) == 1:
            show([_block(found[0]), *told(library.dossier(found[0]))])
        else:
            show(_block(known) for known in found)
    if not found:
        say(f"nobody called {name!r} is named")
    return 0 if found else 1


def _block(known: Known) -> Block:
    """Name and kind, the other names, how often, the roles with their articles, and who may be the same."""
    often = (counted(known.quotations, "quotation"), counted(known.mentions, "mention"))
    lines = [Line([Piece(known.name, NAME), Piece(f", {known.kind}", ASIDE)])]
    if known.aliases:
        lines.append(Line([Piece(f"also: {', '.join(known.aliases)}")], indent=2))
    lines.append(Line([Piece(f"{', '.join(often)} in {counted(known.articles, 'article')}")], indent=2))
    for role in known.roles:
        lines += [Line([Piece(role.words)], indent=2), Line([Piece(source(role), ASIDE)], indent=4)]
    if known.alike:
        lines.append(Line([Piece(f"perhaps the same as: {', '.join(known.alike)}")], indent=2))
    return lines
