"""The address that a link through a search engine or a tracker leads to, and the name of its host."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

_REDIRECTS = re.compile(
    r"(?:www\.|news\.)?(?:google\.[a-z.]{2,6}/url|bing\.com/news/apiclick\.aspx|facebook\.com/l\.php"
    r"|l\.facebook\.com/l\.php)$",
    re.IGNORECASE,
)
_NAMES = ("url", "q", "u")
_LONGEST = 4000


def true_address(address: str) -> str:
    """Where the link leads in the end, if it says so itself; else the address."""
    try:
        parts = urlsplit(address[:_LONGEST])
        if not _REDIRECTS.fullmatch(f"{parts.hostname or ''}{parts.path}"):
            return address
        values = parse_qs(parts.query, max_num_fields=50)
    except ValueError:
        return address
    told = (one for name in _NAMES for one in values.get(name, ()))
    return next((one for one in told if one.startswith(("http://", "https://")) and " " not in one), address)


def host_of(address: str | None) -> str | None:
    """The name of the host, without "www."."""
    try:
        host = urlsplit((address or "")[:_LONGEST]).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
