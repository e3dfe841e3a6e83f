"""`cuttings add`: new cuttings for the library folder, as Markdown; nothing there is overwritten."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from tui import config
from tui.app_paths import config_file
from tui.commands import json_output
from tui.commands.article_source import standard_input
from tui.commands.guard import UsageError, report, say
from tui.commands.json_map_option import use_map
from tui.commands.source_paths import STDIN, existing_path
from tui.library.core.text_cleaning import clean_name
from tui.library.ingest.import_articles import Added, NoRoomError, add
from tui.library.ingest.read_file import read_file
from tui.library.ingest.scan import scan
from tui.library.ports.articles import Articles
from tui.library.service.folder_library import open_library
from tui.model.article import Article
from tui.model.problem import Problem
from tui.present.plain_words import count_of

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


class _Offered(NamedTuple):
    """An article that is to be added, and the name of the file that it is in ("" for none).

    `lying` is that file where it lies in the library already.
    """

    article: Article
    original: str
    lying: Path | None = None


def run(options: argparse.Namespace) -> int:
    """Add every article of the sources; 1 when there is none."""
    use_map(options.map)
    library = _library(options.to)
    offered = [_from(word, library) for word in options.sources]
    with closing(open_library([library])) as known:
        told = [_told(one, library, known, as_json=options.json) for source in offered for one in source]
    new = sum(added.new for added in told)
    if told and not options.json:
        there = f", {len(told) - new:,} there already" if len(told) > new else ""
        say(f"{count_of(new, 'cutting')} added to {clean_name(str(library))}{there}")
    return 0 if told else 1


def _library(named: str | None) -> Path:
    """The folder that new cuttings are for: the one that is named, else the library of config.toml."""
    if named is not None:
        folder = existing_path(named)
    else:
        configuration, problems = config.load_config(config_file())
        for problem in problems:
            report(problem)
        if configuration.library is None:
            raise UsageError('say where to: --to FOLDER, or library = "…" in config.toml')
        folder = configuration.library
    if not folder.is_dir():
        raise UsageError(f"{str(folder)!r} is no folder")
    return folder


def _from(word: str, library: Path) -> Iterator[_Offered]:
    """The articles of a file, a folder, standard input or an address; what is wrong is told on stderr."""
    if word == STDIN:
        found: Iterator[Article | Problem] = standard_input()
        return (_Offered(one, "") for one in _articles(found))
    if _ADDRESS.match(word):
        return (_Offered(one, "") for one in _articles(_page(word)))
    return _of_files(existing_path(word), library)


def _page(address: str) -> Iterator[Article | Problem]:
    """The page at the address; one that is not fetched is refused at once, before anything is added."""
    from tui.library.formats import fetch_page

    try:
        fetch_page.check(address)
    except fetch_page.NotFetchedError as error:
        raise UsageError(str(error)) from None
    return _fetched(address)


def _fetched(address: str) -> Iterator[Article | Problem]:
    from tui.library.formats.fetch_page import fetched

    reading = fetched(address)
    yield from reading.problems
    yield from reading.articles


def _of_files(path: Path, library: Path) -> Iterator[_Offered]:
    home = library.resolve()
    is_asked_for = path.resolve().is_relative_to(home)  # not only met in a folder around the library
    for found in scan([path]):
        if isinstance(found, Problem):
            yield from (_Offered(one, "") for one in _articles([found]))
            continue
        lies_there = found.path.resolve().is_relative_to(home)
        if lies_there and not is_asked_for:
            continue
        reading = read_file(found)
        name, lying = ("", found.path) if lies_there else (clean_name(found.path.name), None)
        problems = [one._replace(aside=one.aside and found.path != path) for one in reading.problems]
        for one in _articles([*problems, *reading.articles]):
            yield _Offered(one, name, lying)


def _articles(found: Iterator[Article | Problem] | Sequence[Article | Problem]) -> Iterator[Article]:
    for one in found:
        if not isinstance(one, Problem):
            yield one
        elif not one.aside:
            report(one)


def _told(offered: _Offered, library: Path, known: Articles, *, as_json: bool) -> Added:
    """Add one article and say what its file is called."""
    try:
        added = _there(offered, known) or add(offered.article, library, original=offered.original)
    except NoRoomError:
        raise UsageError(f"too many cuttings are called like {offered.article.title!r}") from None
    if as_json:
        sys.stdout.write(json_output.json_line(json_output.of_added(added, offered.original)))
    else:
        words = "added" if added.new else "there already"
        source = f" (from {offered.original})" if offered.original else ""
        sys.stdout.write(f"{words}: {clean_name(added.path.name)}{source}\n")
    return added


def _there(offered: _Offered, known: Articles) -> Added | None:
    """The file of the library that holds this very article, as far as its index knows."""
    source = None if offered.lying else known.source(offered.article.id)
    path = Path(source.target) if source is not None and source.is_file else offered.lying
    return Added(path, new=False) if path is not None and path.exists() else None
