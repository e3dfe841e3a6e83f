"""Sets of row numbers as big whole numbers: bit n is set when row n belongs.

One AND, OR or XOR of Python's whole numbers treats all rows at once, so that 100,000 rows cost microseconds.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from tui.search.parameters import CACHED_BYTES

_BIT = tuple(1 << place for place in range(8))
_DIGITS = bytes.maketrans(b"\0\1", b"01")

Key = tuple[int, int]


def bitmap(rows: Iterable[int], size: int) -> int:
    """The set of `rows`, all below `size`."""
    marks = bytearray((size + 7) >> 3)
    for row in rows:
        marks[row >> 3] |= _BIT[row & 7]
    return int.from_bytes(marks, "little")


def dense_bitmap(rows: Iterable[int], size: int) -> int:
    """The same, faster for many rows: noughts and ones are written out, then read as a number."""
    flags = bytearray(size)
    for row in rows:
        flags[row] = 1
    return int(flags[::-1].translate(_DIGITS) or b"0", 2)


def everything(size: int) -> int:
    """The set of all rows below `size`."""
    return (1 << size) - 1


def members(rows: int) -> list[int]:
    """The rows of the set, lowest first."""
    pieces = (rows.bit_length() + 63) >> 6
    found: list[int] = []
    for place, piece in enumerate(struct.unpack(f"<{pieces}Q", rows.to_bytes(pieces << 3, "little"))):
        rest = piece
        while rest:
            lowest = rest & -rest
            found.append((place << 6) + lowest.bit_length() - 1)
            rest ^= lowest
    return found


def first_members(rows: int, count: int) -> list[int]:
    """The `count` lowest rows of the set, without unpacking the rest."""
    found: list[int] = []
    base, step = 0, 4096
    while rows and len(found) < count:
        found.extend(base + row for row in members(rows & everything(step)))
        rows >>= step
        base += step
        step *= 2
    return found[:count]


class BitmapCache:
    """Bitmaps kept compressed under pairs of numbers, unpacked when asked for; not many stay unpacked.

    `ends[n]` is where the nth packed bitmap ends in `packed`; both may lie in a mapped file.
    """

    __slots__ = ("_limit", "_places", "_unpacked", "ends", "keys", "packed")

    def __init__(self, keys: memoryview[int], ends: memoryview[int], packed: bytes | memoryview, width: int):
        self.keys, self.ends, self.packed = keys, ends, packed
        pairs = zip(keys[::2], keys[1::2], strict=True)
        self._places = dict(zip(pairs, pairwise([0, *ends]), strict=True))
        self._unpacked: dict[Key, int] = {}
        self._limit = max(16, CACHED_BYTES // (width // 8 + 1))

    @classmethod
    def of(cls, bitmaps: Mapping[Key, int], width: int) -> BitmapCache:
        """A cache of these bitmaps, each of at most `width` bits."""
        keys, ends, packed = array("I"), array("I"), bytearray()
        for key, rows in sorted(bitmaps.items()):
            packed += zlib.compress(rows.to_bytes((rows.bit_length() + 7) >> 3, "little"), 6)
            keys.extend(key)
            ends.append(len(packed))
        return cls(memoryview(keys), memoryview(ends), bytes(packed), width)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._places)

    def get(self, key: Key) -> int | None:
        """The bitmap under that key."""
        rows = self._unpacked.get(key)
        if rows is None and key in self._places:
            start, end = self._places[key]
            rows = int.from_bytes(zlib.decompress(self.packed[start:end]), "little")
            if len(self._unpacked) >= self._limit:
                self._unpacked.clear()
            self._unpacked[key] = rows
        return rows
