"""The folders and files that a library is made of, and how what lies in them is named."""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from tui.library.core.text_cleaning import clean_line, shown_path


class Roots(NamedTuple):
    """The paths of a library. A file is known by the number of its root and its path below that."""

    paths: tuple[Path, ...]

    @property
    def title(self) -> str:
        """What the masthead calls the library: its folder, and how many more there are."""
        paths = self.paths
        name = clean_line(paths[0].resolve().name or str(paths[0].resolve())) if paths else "nothing"
        return f"{name} and {len(paths) - 1} more" if len(paths) > 1 else name

    def file(self, root: int, below: bytes) -> Path:
        """The file that lies there."""
        return self.paths[root] / os.fsdecode(below) if below else self.paths[root]

    def shown(self, root: int, below: bytes) -> str:
        """Its path as it may be shown."""
        return shown_path(self.file(root, below))

    def place(self, file: Path) -> tuple[int, bytes] | None:
        """Under which root the file lies, and where; None if it is outside of all."""
        for root, own in enumerate(self.paths):
            if own == file or own in file.parents:
                return root, below(own, file)
        return None

    def within(self, path: str) -> str:
        """The shown path as seen from the library's folder; from above it where there are several."""
        for own in self.paths:
            base = shown_path(own)
            if path.startswith(base.rstrip(os.sep) + os.sep):
                rest = path[len(base) :].lstrip(os.sep)
                return rest if len(self.paths) == 1 else f"{shown_path(Path(own.name))}{os.sep}{rest}"
        return path


def name_of(paths: Sequence[Path]) -> str:
    """The name that a library is kept under: its first folder's, and a hash of all its folders."""
    resolved = [path.resolve() for path in paths]
    digest = blake2b("\0".join(map(str, resolved)).encode("utf-8", "surrogateescape"), digest_size=8)
    plain = (
        "".join(c if c.isascii() and c.isalnum() else "-" for c in resolved[0].name[:40]) if resolved else ""
    )
    return f"{plain or 'library'}-{digest.hexdigest()}"


def below(root: Path, path: Path) -> bytes:
    """The part of the path below the library's own path, as the bytes that the system knows it by."""
    if path == root:
        return b""
    folder = "" if root == Path() else str(root)  # pathlib leaves the dot out of ./a.txt
    return os.fsencode(str(path)[len(folder) :].lstrip(os.sep))
