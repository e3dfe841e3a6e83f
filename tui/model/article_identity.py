"""What makes an article that one and no other: what one publication printed on one day.

Its text, headline, publication, day and address. Who has none of the last three is another article than who
has one: which of several papers it is from, nobody knows.
"""

from __future__ import annotations

import re
from datetime import date
from hashlib import blake2b

from tui.model.article import Article, ArticleId

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://(?:www\.)?", re.IGNORECASE)
_TRACKING = re.compile(r"(?:utm_\w*|fbclid|gclid|mc_cid|mc_eid|igshid|cmpid|ocid)(?:=|$)", re.IGNORECASE)
"""Parameters that tell who has followed a link, not where it leads."""


def article_id(
    text: str, headline: str | None, publication: str | None, published: date | None, address: str | None
) -> ArticleId:
    """The name that an article keeps wherever its file lies: 64 bits of BLAKE2b of all that identifies it.

    The publication counts without capitals, the address without what differs from one link to the other.
    """
    printed = " ".join((publication or "").casefold().split())
    day = published.isoformat() if published else ""
    return _digest(headline or "", text, printed, day, _place(address or ""))


def former_id(article: Article) -> ArticleId:
    """The name that it had before publication, day and address counted: what is kept may still use it."""
    return _digest(article.headline or "", article.text)


def wording(text: str) -> int:
    """A number for the very text, whoever printed it: as SQLite keeps numbers, with a sign."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)


def agreement(one: Article, other: Article) -> int:
    """How many of headline, publication, day and address both have alike, less those that they part in."""
    pairs = (
        (one.headline, other.headline),
        (one.publication, other.publication),
        (one.published, other.published),
        (one.url, other.url),
    )
    return sum(1 if a == b else -1 for a, b in pairs if a and b)


def _digest(*parts: str) -> ArticleId:
    return ArticleId(blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest())


def _place(address: str) -> str:
    """The address without scheme, mark of a place in the page, and parameters of trackers."""
    page, _, asked = _SCHEME.sub("", address.partition("#")[0], count=1).partition("?")
    host, slash, path = page.partition("/")
    told = [one for one in asked.split("&") if one and not _TRACKING.match(one)]
    return f"{host.casefold()}{slash}{path}".rstrip("/") + ("?" + "&".join(told) if told else "")
