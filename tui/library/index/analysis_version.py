"""Whether an index was made by this analysis: two installations of the same program say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from tui import __version__
from tui.app_paths import PACKAGE, PROGRAM

VERSION = 10
"""Of the tables. An index of another version, or one made by another analysis, is built anew."""
PARTS = ("extract", "related", "model", "library/formats", "library/index", "library/core/text_cleaning.py")
"""What decides what an index says of a file, below the package."""


@cache
def made_by() -> str:
    """The program and its analysis: an index made by another one is outdated.

    What counts is what the analysis is, not when or where it was installed. A checkout changes without a
    new version number, so its files are read; of what is installed the list of files has their digests.
    """
    is_checkout = (PACKAGE.parent / "pyproject.toml").exists()
    lines = lines_of_files(PACKAGE) if is_checkout else lines_of_record(PACKAGE.parent)
    return f"{__version__}.{VERSION}.{digest(lines)}"


def digest(lines: Iterable[bytes]) -> str:
    """One digest for all of the files, whatever the order in which they are met."""
    return blake2b(b"\n".join(sorted(lines)), digest_size=8).hexdigest()


def lines_of_files(package: Path) -> Iterator[bytes]:
    """A line for each file that counts: its name and the digest of its bytes."""
    for part in PARTS:
        root = package / part
        for file in [root] if root.is_file() else root.rglob("*"):
            if file.suffix != ".pyc" and file.is_file():
                name = file.relative_to(package).as_posix()
                yield f"{name} {blake2b(file.read_bytes(), digest_size=16).hexdigest()}".encode()


def lines_of_record(installed: Path) -> Iterator[bytes]:
    """The same lines as the installer has noted them; none where it notes nothing."""
    starts = tuple(f"{PACKAGE.name}/{part}".encode() for part in PARTS)
    for record in sorted(installed.glob(f"{PROGRAM}-{__version__}.dist-info/RECORD")):
        try:
            lines = record.read_bytes().splitlines()
        except OSError:
            return
        yield from (line for line in lines if line.startswith(starts) and b".pyc," not in line)
