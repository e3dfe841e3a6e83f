"""JSON as it stands in web pages, faults and all: what can be read of it is read."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

_TOKEN = re.compile(
    r'"(?P<string>(?:[^"\\]|\\(?:.|\Z)|"(?!\s{0,40}(?:[,:}\]]|$|/[/*]|"[\w@]{1,40}"\s{0,9}:)))*)(?:"|\Z)'
    r"|(?P<sign>[\[\]{},:])|(?P<atom>-?\d[\d.eE+-]*|true|false|null)|/\*.*?(?:\*/|\Z)|(?<!:)//[^\n]*",
    re.DOTALL,
)
"""A string ends at the quotation mark behind which JSON goes on; comments are passed over. Each form
ends at the end of the source at the latest, so that none is begun twice."""
_DEEPEST = 64
_ATOMS = {"true": True, "false": False, "null": None}


def load_json(source: str) -> Any:
    """The value; of a faulty source what can be read of it, and None if that is nothing."""
    source = unescape(source) if '"' not in source else source
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return _mended(source)


def _mended(source: str) -> Any:
    """Objects and lists as far as they go: a comma too many or too few, a comment, an end that is missing."""
    whole: list[Any] = []
    opened: list[dict[str, Any] | list[Any]] = [whole]
    keys: list[str | None] = [None]
    for match in _TOKEN.finditer(source):
        sign, value = match["sign"], None
        if sign in ("}", "]"):
            if len(opened) > 1:
                opened.pop()
                keys.pop()
        elif sign in ("{", "["):
            if len(opened) > _DEEPEST:
                return None
            inner: dict[str, Any] | list[Any] = {} if sign == "{" else []
            keys[-1] = _put(opened[-1], keys[-1], inner)
            opened.append(inner)
            keys.append(None)
        elif match["string"] is not None:
            keys[-1] = _put(opened[-1], keys[-1], _string(match["string"]))
        elif match["atom"]:
            value = _ATOMS.get(match["atom"], match["atom"])
            keys[-1] = _put(opened[-1], keys[-1], value)
        elif sign == ",":
            keys[-1] = None
    return whole[0] if len(whole) == 1 else whole or None


def _put(into: dict[str, Any] | list[Any], key: str | None, value: Any) -> str | None:
    """The value in its place; of an object the first of two strings is the key of the second."""
    if isinstance(into, list):
        into.append(value)
    elif key is not None:
        into.setdefault(key, value)
    elif isinstance(value, str):
        return value
    return None


def _string(inner: str) -> str:
    try:
        return str(json.loads(f'"{inner}"', strict=False))
    except ValueError:
        return inner.replace('\\"', '"').replace("\\/", "/")
