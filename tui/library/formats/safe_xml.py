"""XML from strangers: no document type of its own, no entity, nothing fetched, bounded in size and depth.

A document type that only names an outer definition (as old feeds have) is passed over: it is never loaded.
One with definitions inside is refused, for that is where bombs of entities are made.
"""

from __future__ import annotations

import re
from html.entities import html5
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

LARGEST = 10_000_000
"""Bytes."""
DEEPEST = 200
"""Elements inside one another."""

_CDATA = b"<![CDATA["
_AMPERSAND = re.compile(
    rb"&(?!(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30};)?"
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")


class RefusedError(Exception):
    """The XML is not read; the words are one sentence on why."""


class MalformedXmlError(RefusedError):
    """It is not read because it breaks the rules of XML, as programs that write feeds often do."""


def parse(source: bytes) -> Element:
    """The root element, names as {namespace}name. Raises RefusedError, and nothing else."""
    if len(source) > LARGEST:
        raise RefusedError(f"Its XML is too large: the limit is {LARGEST // 10**6} MB.")
    gathering = _Gathering()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = gathering.start
    parser.EndElementHandler = gathering.end
    parser.CharacterDataHandler = gathering.builder.data
    parser.StartDoctypeDeclHandler = _doctype
    parser.EntityDeclHandler = _entity
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(source, True)
        return gathering.builder.close()
    except expat.ExpatError as error:
        reason = expat.errors.messages.get(error.code, "it is damaged")
        raise MalformedXmlError(f"It is not sound XML: {reason} (line {error.lineno}).") from None
    except (ValueError, LookupError, AssertionError):
        raise MalformedXmlError("It is not sound XML.") from None


def parse_mended(source: bytes) -> tuple[Element, bool]:
    """The root element, and whether signs had to be mended to get it: a bare `&`, what HTML alone names."""
    try:
        return parse(source), False
    except MalformedXmlError:
        mended = _mended(source)
        if mended == source:
            raise
        return parse(mended), True


def _mended(source: bytes) -> bytes:
    """Outside of CDATA: `&` where it opens nothing, names of HTML as characters, no control characters."""
    pieces = []
    at = 0
    while at < len(source):
        begin = source.find(_CDATA, at)
        begin = len(source) if begin < 0 else begin
        pieces.append(_AMPERSAND.sub(_escaped, source[at:begin]))
        end = source.find(b"]]>", begin)
        at = len(source) if end < 0 else end
        pieces.append(source[begin:at])
    return b"".join(pieces).translate(None, _CONTROLS)


def _escaped(match: re.Match[bytes]) -> bytes:
    name = match[1].decode("ascii") if match[1] else ""
    character = html5.get(name)
    if character:
        return b"".join(b"&#%d;" % ord(one) for one in character)
    return b"&amp;" + match[0][1:]


class _Gathering:
    """The tree as it grows, and how deep it is."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self._depth = 0

    def start(self, name: str, values: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise RefusedError("Its XML is nested too deeply.")
        self.builder.start(_full(name), {_full(key): value for key, value in values.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        self.builder.end(_full(name))


def _doctype(*stated: object) -> None:
    """Name, outer addresses, and whether definitions stand inside."""
    if stated[-1]:
        _entity()


def _entity(*_: object) -> None:
    raise RefusedError("It defines entities of its own, which is not safe to read.")


def _full(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def local(element: Element) -> str:
    """The name of an element without its namespace, in small letters."""
    return element.tag.rpartition("}")[2].lower()


def all_text(element: Element) -> str:
    """All character data in and under an element."""
    return "".join(element.itertext())
