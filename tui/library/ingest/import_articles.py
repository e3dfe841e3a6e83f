"""New cuttings for a library folder: Markdown files under safe names. Nothing there is ever overwritten."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tui.library.formats.markdown import read_markdown
from tui.library.formats.markdown_writer import markdown
from tui.model.article import Article
from tui.model.printed_words import UNSEEN

LONGEST_NAME = 200
"""Bytes of a file's name, its ending and number with it: 255 is the limit of most disks."""
MOST_ALIKE = 1_000
"""Files of one name that are told apart by a number."""
_ENDING = ".md"
_ROOM = len(f" {MOST_ALIKE}{_ENDING}")
_UNSAFE = re.compile(r"[^\w\s.,&()'’‘“”+=@£€%-]|[_\s]")
_LONGEST_TITLE = 90
"""Letters of the headline in a name."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock\$|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever their ending."""


class NoRoomError(Exception):
    """The folder holds too many files of one name."""


class Added(NamedTuple):
    """The file that an article is in now; `new` tells that it was not there before."""

    path: Path
    new: bool


def add(article: Article, folder: Path, *, original: str = "") -> Added:
    """Put an article into the folder, unless it is there. Raises OSError or NoRoomError.

    The folder is opened once and files are made in it by name, exclusively: no link is followed and
    nothing that exists is opened for writing. A file that could not be written in full is taken away.
    """
    content = markdown(article, original=original).encode("utf-8")
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for name in names(article):
            if _made(descriptor, name, content):
                return Added(folder / name, new=True)
            if _same(descriptor, name, content):
                return Added(folder / name, new=False)
    finally:
        os.close(descriptor)
    raise NoRoomError


def names(article: Article) -> Iterator[str]:
    """The names that the file may have, the plain one first."""
    day = f"{article.published.isoformat()} " if article.published else ""
    title = article.title[: _LONGEST_TITLE + 1]
    stem = safe_stem(day + (title.rpartition(" ")[0] or title if len(title) > _LONGEST_TITLE else title))
    for number in count(1):
        if number > MOST_ALIKE:
            return
        yield f"{stem}{f' {number}' if number > 1 else ''}{_ENDING}"


def safe_stem(words: str) -> str:
    """The words as a name that every system takes: letters, figures, a few signs; never hidden, no path."""
    plain = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", words.replace(UNSEEN, ""))).split())
    cut = plain.encode("utf-8")[: LONGEST_NAME - _ROOM].decode("utf-8", "ignore").strip(" .-")
    if not cut:
        return "cutting"
    return f"cutting {cut}" if _RESERVED.fullmatch(cut) else cut


def _made(folder: int, name: str, content: bytes) -> bool:
    """Make the file; False if something of that name is there, be it a link that leads nowhere."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        descriptor = os.open(name, flags, 0o644, dir_fd=folder)
    except FileExistsError:
        return False
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
    except OSError:
        os.unlink(name, dir_fd=folder)
        raise
    return True


def _same(folder: int, name: str, content: bytes) -> bool:
    """Whether the file of that name holds the same article, wherever that one came from."""
    try:
        descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    except OSError:
        return False
    try:
        there = os.fstat(descriptor)
        if not stat.S_ISREG(there.st_mode) or there.st_size > 2 * len(content) + LONGEST_NAME:
            return False
        held = os.read(descriptor, there.st_size)
    finally:
        os.close(descriptor)
    return held == content or _ids(held) == _ids(content)


def _ids(content: bytes) -> list[str]:
    articles = read_markdown("", content.decode("utf-8", "replace")).articles
    return [article.id for article in articles]
