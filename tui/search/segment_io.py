"""Segments as one run of bytes that can be used where it lies, a mapped file for instance.

Layout: a head, a table, and the sections it lists, each on a multiple of eight. The head tells what this is,
in whose byte order, how long all is, and the checksum of the table. The table has the start, the length and
the checksum of every section. The numbers of a list are used in place; only the words are unpacked.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Sequence

from tui.search.bitmaps import BitmapCache
from tui.search.letter_sieve import LetterSieve
from tui.search.postings import Postings
from tui.search.segment import Segment, code_for
from tui.search.vocabulary import Vocabulary

_HEAD = struct.Struct("=8sIIQII")
"""Magic, version, byte order mark, length of all, number of sections, checksum of the table."""
_ENTRY = struct.Struct("=QQI4x")
_MAGIC = b"cuttings"
_VERSION = 3
_ORDER = 0x01020304
_ALIGNED = 8

_SAID = struct.Struct("=Q")
_LONG = 1 << 21
"""Bytes of a section above which it is checked only by a thorough load."""


def dump(segments: Sequence[Segment], gone: int) -> bytes:
    """The segments and the set of rows taken away, as bytes."""
    sections = [gone.to_bytes((gone.bit_length() + 7) >> 3, "little")]
    for segment in segments:
        sections += _sections(segment)
    place = _HEAD.size + _ENTRY.size * len(sections)
    entries, padded = [], []
    for section in sections:
        length = len(section)
        entries.append(_ENTRY.pack(place, length, zlib.crc32(section)))
        padded += [section, bytes(-length % _ALIGNED)]
        place += length + -length % _ALIGNED
    table = b"".join(entries)
    head = _HEAD.pack(_MAGIC, _VERSION, _ORDER, place, len(sections), zlib.crc32(table))
    return b"".join([head, table, *padded])


def _sections(segment: Segment) -> list[bytes]:
    """What `_segment` reads, in that order."""
    vocabulary = segment.vocabulary
    sections = [_SAID.pack(segment.said), "\n".join(vocabulary.words).encode()]
    sections += [segment.starts.tobytes(), segment.text.tobytes(), *_cache_sections(vocabulary.sieve.cache)]
    for postings in (segment.everywhere, segment.named):
        sections += [postings.offsets.tobytes(), postings.rows.tobytes(), *_cache_sections(postings.dense)]
    return sections


def _cache_sections(cache: BitmapCache) -> list[bytes]:
    return [cache.keys.tobytes(), cache.ends.tobytes(), bytes(cache.packed)]


def load(buffer: bytes | memoryview, *, thorough: bool) -> tuple[list[Segment], int]:
    """The segments and the rows taken away, used where they lie in `buffer`.

    Raises ValueError for a buffer that is foreign, cut or damaged. The long lists are checked only when
    `thorough`, because they would have to be read whole.
    """
    try:
        sections = _Sections(memoryview(buffer).cast("B"), thorough)
        gone = int.from_bytes(sections.take(), "little")
        segments = []
        while sections.left():
            segments.append(_segment(sections))
    except (struct.error, IndexError, TypeError, UnicodeDecodeError) as error:
        raise ValueError("the search index is damaged") from error
    return segments, gone


class _Sections:
    """The sections of a buffer, taken one after the other."""

    def __init__(self, buffer: memoryview[int], thorough: bool):
        magic, version, order, length, count, checksum = _HEAD.unpack_from(buffer)
        if (magic, version, order) != (_MAGIC, _VERSION, _ORDER):
            raise ValueError("this is no search index of this version and machine")
        table = buffer[_HEAD.size : _HEAD.size + count * _ENTRY.size]
        if length != len(buffer) or zlib.crc32(table) != checksum:
            raise ValueError("the search index is cut or damaged")
        self._buffer, self._thorough = buffer, thorough
        self._entries = list(_ENTRY.iter_unpack(table))
        self._taken = 0

    def left(self) -> bool:
        """Whether there is another one."""
        return self._taken < len(self._entries)

    def take(self) -> memoryview[int]:
        """The bytes of the next section."""
        start, length, checksum = self._entries[self._taken]
        self._taken += 1
        section = self._buffer[start : start + length]
        if (self._thorough or length < _LONG) and zlib.crc32(section) != checksum:
            raise ValueError("the search index is damaged")
        return section

    def numbers(self) -> memoryview[int]:
        """The next section as numbers."""
        section = self.take()
        return section.cast("I") if len(section) else memoryview(array("I"))

    def cache(self, width: int) -> BitmapCache:
        """The next three sections as a cache."""
        return BitmapCache(self.numbers(), self.numbers(), self.take(), width)


def _segment(sections: _Sections) -> Segment:
    """One segment: the words said in all, the words, the rows, the sieve, and the postings of both fields."""
    (said,) = _SAID.unpack(sections.take())
    words = str(sections.take(), "utf-8").split("\n")
    starts, text = sections.numbers(), sections.take().cast(code_for(len(words)))
    vocabulary = Vocabulary(words, LetterSieve(sections.cache(len(words))))
    size = len(starts) - 1
    everywhere, named = (
        Postings(size, sections.numbers(), sections.numbers(), sections.cache(size)) for _ in range(2)
    )
    sound = starts[-1] == len(text) and all(
        len(postings.offsets) == len(words) + 1 and postings.sound for postings in (everywhere, named)
    )
    if not sound:
        raise ValueError("the search index is damaged")
    return Segment(vocabulary, text, starts, (everywhere, named), said)
