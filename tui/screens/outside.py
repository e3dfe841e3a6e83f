"""Commands outside the program that a key may start: always a list of words, never a shell line."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from urllib.parse import urlsplit

SHELLS = frozenset({"sh", "bash", "dash", "zsh", "ksh", "fish", "env", "eval"})


def editor(path: str, environment: Mapping[str, str]) -> list[str]:
    """The reader's editor ($VISUAL, else $EDITOR, else vi) on that file."""
    words = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "vi")
    return [*(words or ["vi"]), path]


def browser(url: str, environment: Mapping[str, str], opener: str) -> list[str]:
    """The reader's browser ($BROWSER, else `opener`) on that address.

    Raises ValueError, with a sentence to show, for an address that is not http or https, and for a
    browser that is a shell line: an address must never be spliced into one.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if (
        parts.scheme not in ("http", "https")
        or not parts.netloc
        or not url.isascii()
        or not url.isprintable()
    ):
        raise ValueError("the address of this article is not a web address")
    given = environment.get("BROWSER", "").split(":")[0]
    words = shlex.split(given) or [opener]
    if words[0].rsplit("/", 1)[-1] in SHELLS or any("%s" in word and word != "%s" for word in words):
        raise ValueError("$BROWSER is a shell line: it is not started")
    return [word for word in words if word != "%s"] + [url]
