"""Lists of links, as reading services and browsers export them: there is no article in one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from tui.model.problem import Problem

LIST_OF_LINKS = "This is a list of links, not an article."
REMEDY = "Open a link and save its page; or add it by its address."
_NO_SIGNS = re.compile(r"[^a-z0-9]")
_ADDRESSES = frozenset({"url", "link", "givenurl", "resolvedurl", "href", "originalurl"})
_URL = re.compile(r"\s*(?:https?://)\S+\s*$", re.IGNORECASE)
_SAMPLE = 50


def link_list(path: str, records: Iterable[Any]) -> Problem | None:
    """The problem that a file is such a list; None if its objects are not all of that shape."""
    sample = [one for _, one in zip(range(_SAMPLE), records, strict=False)]
    told = [one for one in sample if isinstance(one, Mapping) and _address(one)]
    return Problem(path, LIST_OF_LINKS, REMEDY) if told and 2 * len(told) > len(sample) else None


def _address(record: Mapping[str, Any]) -> bool:
    return any(
        isinstance(value, str) and _NO_SIGNS.sub("", str(name).lower()) in _ADDRESSES and _URL.match(value)
        for name, value in record.items()
    )
