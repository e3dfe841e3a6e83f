"""`cuttings who`: the people and bodies of a library, or all that it knows of one of them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.commands import completeness, json_output
from tui.commands.dossier_blocks import dossier_blocks, role_source
from tui.commands.guard import UsageError, say
from tui.commands.library_session import library_cuttings, opened_library
from tui.commands.name_lookup import NameEntry, name_entries
from tui.commands.source_paths import STDIN
from tui.commands.terminal_output import ASIDE, NAME, Block, OutputLine, TextPiece, print_blocks, print_table
from tui.extract.linking.name_query import is_surname
from tui.model.annotation import EntityKind
from tui.model.known_entity import KnownEntity
from tui.present.coverage_text import with_missing
from tui.present.known_entity_text import PERHAPS_OTHERS, inferred_words
from tui.present.plain_words import count_of

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
    with library_cuttings(paths, raw=options.raw) as read:
        found, coverage = name_entries(read.each), read.coverage
    if options.json:
        sys.stdout.writelines(completeness.json_lines(map(json_output.of_entry, found), coverage))
        return completeness.exit_code(coverage, found=bool(found))
    if found:
        print_table(HEAD, [_row(entry) for entry in found])
    completeness.tell(coverage)
    return completeness.exit_code(coverage, found=bool(found))


def _row(entry: NameEntry) -> tuple[str, ...]:
    role = next(iter(entry.roles), "")
    return entry.name, str(entry.quotations), str(entry.articles), entry.kind, role


def _known(name: str, paths: Sequence[str], options: argparse.Namespace) -> int:
    if STDIN in paths:
        raise UsageError("a name is looked up in a library: give a file or folder, not -")
    with opened_library(paths, raw=options.raw) as library:
        found, coverage = library.who(name), library.coverage()
        if options.json:
            forms = (json_output.of_dossier(library.dossier(one)) for one in found)
            sys.stdout.writelines(completeness.json_lines(forms, coverage))
        elif len(found) == 1:
            print_blocks([_block(found[0]), *dossier_blocks(library.dossier(found[0]))])
        else:
            print_blocks([*_bearers(name, found), *(_block(known) for known in found)])
    if not found:
        say(with_missing(f"nobody called {name!r} is named", coverage))
    if not options.json:
        completeness.tell(coverage)
    return completeness.exit_code(coverage, found=bool(found))


def _bearers(asked: str, found: Sequence[KnownEntity]) -> Iterator[Block]:
    """How many people of one surname there are, where no more than a surname is asked for."""
    people = [one.name for one in found if one.kind is EntityKind.PERSON and not is_surname(one.name)]
    if len(people) > 1 and is_surname(asked):
        yield [OutputLine([TextPiece(f"{len(people)} people are called {asked}: {', '.join(people)}")])]


def _block(known: KnownEntity) -> Block:
    """Name and kind, the other names, how often, the roles with their articles, and who may be the same."""
    often = (count_of(known.quotations, "quotation"), count_of(known.mentions, "mention"))
    lines = [OutputLine([TextPiece(known.name, NAME), TextPiece(f", {known.kind}", ASIDE)])]
    if known.aliases:
        lines.append(OutputLine([TextPiece(f"also: {', '.join(known.aliases)}")], indent=2))
    lines.append(
        OutputLine([TextPiece(f"{', '.join(often)} in {count_of(known.articles, 'article')}")], indent=2)
    )
    if known.inferred:
        lines.append(OutputLine([TextPiece(inferred_words(known), ASIDE)], indent=2))
    if known.kind is EntityKind.UNNAMED and known.articles > 1:
        lines.append(OutputLine([TextPiece(PERHAPS_OTHERS, ASIDE)], indent=2))
    for role in known.roles:
        lines += [
            OutputLine([TextPiece(role.words)], indent=2),
            OutputLine([TextPiece(role_source(role), ASIDE)], indent=4),
        ]
    if known.alike:
        lines.append(OutputLine([TextPiece(f"perhaps the same as: {', '.join(known.alike)}")], indent=2))
    return lines
