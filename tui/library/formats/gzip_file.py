"""Files packed with gzip: what is inside is read by its own name, unpacked in memory and bounded."""

from __future__ import annotations

import zlib
from pathlib import PurePath

from tui.library.formats.article_builder import Reading
from tui.library.formats.file_types import ending_of, ending_told_by
from tui.library.formats.safe_xml import RefusedError
from tui.model.problem import Problem

LARGEST = 50_000_000
"""Bytes, unpacked."""
_GZIP = 31
"""How zlib is told that the head is gzip's."""
_STEP = 4096
"""Bytes that are unpacked at a time."""
_TAR = slice(257, 262)


def read_gzip(path: str, raw: bytes) -> Reading:
    """The articles of the file inside; an archive of many files is told to be one."""
    from tui.library.formats.registry import read_bytes

    try:
        held = unpacked(raw)
    except RefusedError as refused:
        return Reading(problems=(Problem(path, str(refused)),))
    ending = ending_of(PurePath(PurePath(path).stem)) or ending_told_by(held)
    if ending == ".gz" or held[_TAR] == b"ustar" or ending in (".tar", ".tgz"):
        words = "This is an archive of many files." if ending != ".gz" else "The file is packed twice."
        return Reading(problems=(Problem(path, words, "Unpack it into the folder."),))
    return read_bytes(path, held, ending)


def unpacked(raw: bytes) -> bytes:
    """What all parts of the file hold. Raises RefusedError for a damaged one and one that grows too large.

    It goes on a step at a time, so that no more than a step is copied where one part ends and another begins.
    """
    pieces: list[bytes] = []
    left = LARGEST
    at = 0
    part = zlib.decompressobj(_GZIP)
    fresh = True
    while at < len(raw):
        try:
            piece = part.decompress(raw[at : at + _STEP], left + 1)
        except zlib.error:
            if pieces and fresh:
                return b"".join(pieces)  # what follows the last part is padding
            raise RefusedError("It is no sound gzip file.") from None
        left -= len(piece)
        if left < 0:
            raise RefusedError(f"Unpacked it is too large: the limit is {LARGEST // 10**6} MB.")
        pieces.append(piece)
        at = min(at + _STEP, len(raw)) - len(part.unused_data)
        fresh = part.eof
        part = zlib.decompressobj(_GZIP) if part.eof else part
    if not fresh:
        raise RefusedError("The gzip file breaks off.")
    return b"".join(pieces)
