"""XML from strangers: no document type of its own, no entity, nothing fetched, bounded in size and depth.

A document type that only names an outer definition (as old feeds have) is passed over: it is never loaded.
One with definitions inside is refused, for that is where bombs of entities are made.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

LARGEST = 10_000_000
"""Bytes."""
DEEPEST = 200
"""Elements inside one another."""


class RefusedError(Exception):
    """The XML is not read; the words are one sentence on why."""


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
        raise RefusedError(f"It is not sound XML: {reason} (line {error.lineno}).") from None
    except (ValueError, LookupError, AssertionError):
        raise RefusedError("It is not sound XML.") from None


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
