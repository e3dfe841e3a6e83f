"""Changing a file without a loss: a small file is put in place as a whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.library.core.private_folder import locked_temporary


def replace_file(path: Path, content: bytes) -> None:
    """Put this in place of the file: a kill at any moment leaves the old one or the new one whole."""
    with staged_file(path, content) as put:
        put()


@contextmanager
def staged_file(path: Path, content: bytes) -> Iterator[Callable[[], None]]:
    """Write this beside the file, all that may lack room; what is given then puts it in its place.

    Raises OSError where it cannot be written: nothing is changed then, nor where it is not put in place.
    """
    target = path.resolve()  # a link to a file that lies under version control stays one
    handle, name = locked_temporary(target.parent, f"{path.name}.")

    def put() -> None:
        name.replace(target)
        folder = os.open(target.parent, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if target.exists():
                name.chmod(target.stat().st_mode & 0o777)
            yield put
    finally:
        with suppress(OSError):
            name.unlink()  # it is there only where it was not put in place
