"""Web archives (WARC): each page that was answered is read as a saved page, with its address."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from tui.library.formats.article_builder import Facts, Reading, facts_of, with_facts
from tui.library.formats.press_pages import read_page
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource

MOST_PAGES = 10_000
_LARGEST_PAGE = 5_000_000
_LARGEST_HEAD = 20_000
_VERSION = re.compile(rb"WARC/\d\.\d\r?\n")
_END = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"^([A-Za-z-]{1,60})[ \t]*:[ \t]*([^\r\n]*)\r?$", re.MULTILINE)
_OK = re.compile(rb"HTTP/\d(?:\.\d)? 200\b")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")


class _Record(NamedTuple):
    kind: str
    address: str
    block: bytes


def read_warc(path: str, raw: bytes) -> Reading:
    """The articles of the pages in the archive; what is no page is passed over."""
    pages = [page for record in _records(raw) if (page := _page(record))]
    found = []
    bare = 0
    problems: list[Problem] = []
    for address, source in pages[:MOST_PAGES]:
        reading = read_page(path, source)
        bare += not reading.articles
        here = Facts(url=address or None).told_by("the archive")
        found += [with_facts(one, facts_of(one).over(here)) for one in reading.articles]
        problems += [problem for problem in reading.problems if problem.read]
    if not pages:
        problems.append(Problem(path, "There is no page in this archive of the web."))
    elif bare:
        words = f"{bare:,} of {len(pages):,} pages in the archive hold no article."
        problems.insert(0, Problem(path, words, read=bool(found)))
    return Reading(tuple(found), tuple(problems), (FactSource(Fact.FORMAT, "an archive of the web"),))


def _records(raw: bytes) -> Iterator[_Record]:
    at = 0
    while True:
        opening = _VERSION.search(raw, at)
        if not opening:
            return
        end = _END.search(raw, opening.end(), opening.end() + _LARGEST_HEAD)
        if not end:
            return
        fields = {name.lower(): value for name, value in _FIELD.findall(raw[opening.end() : end.start() + 2])}
        length = fields.get(b"content-length", b"")
        size = int(length) if length.isdigit() and len(length) < 12 else 0
        address = fields.get(b"warc-target-uri", b"").decode("utf-8", "replace").strip("<> ")
        kind = fields.get(b"warc-type", b"").decode("ascii", "replace").lower()
        yield _Record(kind, address, raw[end.end() : end.end() + size])
        at = end.end() + size


def _page(record: _Record) -> tuple[str, bytes] | None:
    """Address and source of a page of the web; None for whatever else was kept."""
    if record.kind not in ("response", "resource"):
        return None
    address = record.address if record.address.startswith(("http://", "https://")) else ""
    if record.kind == "resource":
        return (address, record.block) if b"<html" in record.block[:2000].lower() else None
    head = _END.search(record.block, 0, _LARGEST_HEAD)
    if not head or not _OK.match(record.block):
        return None
    fields = {name.lower(): value.lower() for name, value in _FIELD.findall(record.block[: head.start() + 2])}
    if b"html" not in fields.get(b"content-type", b""):
        return None
    body = record.block[head.end() :]
    if b"chunked" in fields.get(b"transfer-encoding", b""):
        body = _joined(body)
    if b"gzip" in fields.get(b"content-encoding", b""):
        try:
            body = zlib.decompressobj(47).decompress(body, _LARGEST_PAGE)
        except zlib.error:
            return None
    return address, body


def _joined(body: bytes) -> bytes:
    """A body that was sent in chunks; one that was joined before stays as it is."""
    pieces: list[bytes] = []
    at = 0
    while True:
        match = _CHUNK.match(body, at)
        if not match:
            return b"".join(pieces) or body
        size = int(match[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[match.end() : match.end() + size])
        at = match.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else 0
