"""The file that corrections are kept in, as a file: where it lies, and how it is changed without a loss."""

from __future__ import annotations

import os
from contextlib import suppress
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


def write(path: Path, content: bytes) -> None:
    """Put this in place of the file: a kill at any moment leaves the old one or the new one whole."""
    from tempfile import mkstemp

    target = path.resolve()  # a link to a file that lies under version control stays one
    handle, name = mkstemp(dir=target.parent, prefix=f"{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            Path(name).chmod(target.stat().st_mode & 0o777)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    folder = os.open(target.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
