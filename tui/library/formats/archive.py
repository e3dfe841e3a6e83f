"""Zip files from strangers (docx, EPUB): only ever looked into, never unpacked, and bounded in every way."""

from __future__ import annotations

import io
import re
import zlib
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from tui.library.formats.safe_xml import RefusedError

LARGEST_TOTAL = 50_000_000
"""Bytes of all its entries, unpacked."""
STEEPEST = 100
"""Times that an entry may grow when it is unpacked."""
MOST_ENTRIES = 2_000
_ENTRY = b"PK\x01\x02"
"""What each entry of the list of contents begins with."""
_SMALL = 100_000
"""Bytes of an entry that may grow as it likes: blank pages shrink well."""
_UNSAFE_NAME = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\0|\n")


class Archive:
    """The entries of a zip file by name. Raises RefusedError for whatever is wrong with it."""

    def __init__(self, raw: bytes) -> None:
        if raw.count(_ENTRY) > 2 * MOST_ENTRIES:  # before anything is kept of each of them
            raise RefusedError(f"It has too many entries; the limit is {MOST_ENTRIES:,}.")
        try:
            self._zip = ZipFile(io.BytesIO(raw))
            entries = self._zip.infolist()
        except (BadZipFile, LargeZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
            raise RefusedError("It is no sound zip file.") from error
        if len(entries) > MOST_ENTRIES:
            raise RefusedError(f"It has {len(entries):,} entries; the limit is {MOST_ENTRIES:,}.")
        total = sum(entry.file_size for entry in entries)
        if total > LARGEST_TOTAL:
            raise RefusedError(f"Unpacked it is too large: the limit is {LARGEST_TOTAL // 10**6} MB.")
        for entry in entries:
            _check(entry)
        self._left = LARGEST_TOTAL

    def names(self) -> list[str]:
        """Every entry, as the file lists them."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """What an entry holds; what it says of its own size is not believed."""
        try:
            with self._zip.open(name) as entry:
                held = entry.read(self._left + 1)
        except KeyError as error:
            raise RefusedError("A part of it is missing.") from error
        except (
            BadZipFile,
            zlib.error,
            ValueError,
            NotImplementedError,
            RuntimeError,
            EOFError,
            OSError,
        ) as error:
            raise RefusedError("A part of it is damaged or locked.") from error
        self._left -= len(held)
        if self._left < 0:
            raise RefusedError(f"Unpacked it is too large: the limit is {LARGEST_TOTAL // 10**6} MB.")
        return held


def _check(entry: ZipInfo) -> None:
    if _UNSAFE_NAME.search(entry.filename):
        raise RefusedError("One of its entries has a name that leads out of it.")
    if entry.file_size > _SMALL and entry.file_size > STEEPEST * max(1, entry.compress_size):
        raise RefusedError(f"An entry grows more than {STEEPEST} times when it is unpacked.")
