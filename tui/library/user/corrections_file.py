"""The file that corrections are kept in, as a file: where it lies and what text it has."""

from __future__ import annotations

from pathlib import Path

FILE_NAME = "corrections.toml"


def file_beside(marks: Path) -> Path:
    """The corrections lie where the reader's marks do."""
    return marks.with_name(FILE_NAME)


def text_of(path: Path) -> str:
    """What the file says, as text; nothing if it is not there or cannot be read as text."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
