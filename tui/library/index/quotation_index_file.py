"""The engine of quick search over an index, kept as a file beside it and used where it lies.

The file: a head (what this is, the state of the index it was made from, how many rows, how many of them are
out of order), for every row the key of its article, the number of its quotation there, its age and its kind,
and then the engine's own bytes.
"""

from __future__ import annotations

import mmap
import os
import struct
from array import array
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from tui.library.core.private_folder import locked_temporary
from tui.search.engine import Engine
from tui.search.segment import SearchRow

_HEAD = struct.Struct("=8s32sQQQ")
"""Magic, identity of the index, its revision, number of rows, how many of the first came later."""
_MAGIC = b"cutsaid2"
_ALIGNED = 8
_NUMBER = 4


class IndexedQuotation(NamedTuple):
    """A quotation as quick search reads it: whose article's, which of it, and all that it is found by.

    `age` orders articles as the list does: the newest is the smallest.
    """

    article: int
    number: int
    age: int
    partial: bool
    words: str
    names: str
    roles: str


class QuotationIndex(NamedTuple):
    """The engine, and for each of its rows the key of its article, the quotation's number there and its kind.

    `state` is the identity and the revision of the index that it was made from. The newest articles come
    first, but for the first `later` rows: they were put before the others when these were there.
    """

    state: tuple[str, int]
    articles: Sequence[int]
    numbers: Sequence[int]
    ages: Sequence[int]
    partial: Sequence[int]
    engine: Engine
    later: int = 0

    def brought_up(
        self, state: tuple[str, int], changed: Collection[int], rows: Sequence[IndexedQuotation]
    ) -> QuotationIndex:
        """With these rows in place of all that it has of the articles that have changed."""
        gone = [row for row, article in enumerate(self.articles) if article in changed]
        engine = self.engine.without(gone)
        if not rows:
            return self._replace(state=state, engine=engine)
        return QuotationIndex(
            state,
            array("I", [row.article for row in rows]) + array("I", self.articles),
            array("I", [row.number for row in rows]) + array("I", self.numbers),
            array("i", [row.age for row in rows]) + array("i", self.ages),
            bytes(row.partial for row in rows) + bytes(self.partial),
            engine.with_rows([(row.words, row.names, row.roles) for row in rows]),
            self.later + len(rows),
        )


def build_index(state: tuple[str, int], rows: Iterable[IndexedQuotation]) -> QuotationIndex:
    """Made from all the rows, those of the newest article first."""
    articles, numbers, ages, partial = array("I"), array("I"), array("i"), bytearray()

    def noted() -> Iterable[SearchRow]:
        for row in rows:
            articles.append(row.article)
            numbers.append(row.number)
            ages.append(row.age)
            partial.append(row.partial)
            yield row.words, row.names, row.roles

    engine = Engine.of(noted())
    return QuotationIndex(state, articles, numbers, ages, bytes(partial), engine)


def write_index(path: Path, kept: QuotationIndex) -> None:
    """Put it in place of the file as a whole: a program that reads the old one goes on with it."""
    identity, revision = kept.state
    head = _HEAD.pack(_MAGIC, identity.encode(), revision, len(kept.articles), kept.later)
    partial = bytes(kept.partial)
    padding = bytes(-(_NUMBER + 1) * len(partial) % _ALIGNED)
    handle, name = locked_temporary(path.parent, path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([head, bytes(array("I", kept.articles)), bytes(array("I", kept.numbers))])
            file.write(bytes(array("i", kept.ages)))
            file.writelines([partial, padding, kept.engine.dump()])
            file.flush()
            name.replace(path)
    except BaseException:
        with suppress(OSError):
            name.unlink()
        raise


def state_of(path: Path) -> tuple[str, int] | None:
    """The state of the index that the file was made from; None if it is not there or not ours."""
    try:
        with path.open("rb") as file:
            magic, identity, revision, *_ = _HEAD.unpack(file.read(_HEAD.size))
    except (OSError, struct.error):
        return None
    return (identity.decode("ascii", "replace"), revision) if magic == _MAGIC else None


def load_index(path: Path) -> QuotationIndex | None:
    """The file as it lies on the disk; None if it is not there, not whole or not ours."""
    try:
        with path.open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        magic, identity, revision, size, later = _HEAD.unpack_from(view)
        if magic != _MAGIC:
            return None
        articles, rest = _numbers(view[_HEAD.size :], size, "I")
        numbers, rest = _numbers(rest, size, "I")
        ages, rest = _numbers(rest, size, "i")
        engine = Engine.load(rest[size + -(_NUMBER * size + size) % _ALIGNED :])
        if len(engine) != size:
            return None
        return QuotationIndex(
            (identity.decode(), revision), articles, numbers, ages, rest[:size], engine, later
        )
    except (OSError, ValueError, TypeError, struct.error):
        return None


def _numbers(view: memoryview, size: int, code: Literal["I", "i"]) -> tuple[memoryview[int], memoryview]:
    end = _NUMBER * size
    return view[:end].cast(code), view[end:]
