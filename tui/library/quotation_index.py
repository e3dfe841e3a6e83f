"""The engine of quick search over an index, kept as a file beside it and used where it lies.

The file: a head (what this is, the state of the index it was made from, how many rows), for every row the
key of its quotation, the key of its article and its kind, and then the engine's own bytes.
"""

from __future__ import annotations

import mmap
import os
import struct
import tempfile
from array import array
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.model.annotation import QuotationKind
from tui.search.engine import Engine

ROWS = """
SELECT s.key, s.article, s.kind, s.words, s.called,
  (SELECT k.variants FROM called c JOIN named n ON n.called = c.key JOIN known k ON k.key = n.known
   WHERE c.name = s.speaker AND n.article = s.article)
FROM said s JOIN article a ON a.key = s.article ORDER BY a.age, a.name, a.key, s.number
"""
"""What an engine is made from, newest first."""

_HEAD = struct.Struct("=8s32sQQ")
"""Magic, identity of the index, its revision, number of rows."""
_MAGIC = b"cutsaid1"
_ALIGNED = 8


@dataclass(frozen=True, slots=True)
class QuotationIndex:
    """The engine, and for each of its rows which quotation it stands for, of which article and kind.

    `state` is the identity and the revision of the index that it was made from.
    """

    state: tuple[str, int]
    keys: Sequence[int]
    articles: Sequence[int]
    partial: Sequence[int]
    engine: Engine


def made(state: tuple[str, int], rows: Sequence[Any]) -> QuotationIndex:
    """Made from what ROWS asks for."""
    return QuotationIndex(
        state,
        array("q", (row[0] for row in rows)),
        array("q", (row[1] for row in rows)),
        bytes(row[2] == QuotationKind.PARTIAL.value for row in rows),
        Engine.of([(row[3], _speaker_line(row[4], row[5])) for row in rows]),
    )


def _speaker_line(called: str, variants: str | None) -> str:
    """All that a speaker may be looked for by: what the article says, and the names in the others."""
    return " ".join([called, *(name for name in (variants or "").splitlines() if name not in called)])


def file_of(index: Path) -> Path:
    """Where it is kept beside that index."""
    return index.with_suffix(".said")


def write(path: Path, kept: QuotationIndex) -> None:
    """Put it in place of the file as a whole: a program that reads the old one goes on with it."""
    identity, revision = kept.state
    head = _HEAD.pack(_MAGIC, identity.encode(), revision, len(kept.keys))
    partial = bytes(kept.partial)
    padding = bytes(-len(partial) % _ALIGNED)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([head, bytes(array("q", kept.keys)), bytes(array("q", kept.articles))])
            file.writelines([partial, padding, kept.engine.dump()])
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def load(path: Path) -> QuotationIndex | None:
    """The file as it lies on the disk; None if it is not there, not whole or not ours."""
    try:
        with path.open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        magic, identity, revision, size = _HEAD.unpack_from(view)
        if magic != _MAGIC:
            return None
        keys, rest = _numbers(view[_HEAD.size :], size)
        articles, rest = _numbers(rest, size)
        engine = Engine.load(rest[size + -size % _ALIGNED :])
        if len(engine) != size:
            return None
        return QuotationIndex((identity.decode(), revision), keys, articles, rest[:size], engine)
    except (OSError, ValueError, TypeError, struct.error):
        return None


def _numbers(view: memoryview, size: int) -> tuple[memoryview[int], memoryview]:
    end = 8 * size
    return view[:end].cast("q"), view[end:]
