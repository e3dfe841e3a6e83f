"""What the elements of a web page say of their words: that they name the author, or the day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from tui.library.core.text_cleaning import clean_line

LONGEST_MARK = 200
"""Characters of an author or a day; what is longer is neither."""
_BYLINE = re.compile(r"(?:^|[\s_-])(?:by-?lines?|authors?|author-?name)(?:$|[\s_-])", re.IGNORECASE)
_NO_BYLINE = re.compile(
    r"about|bio|box|avatar|image|photo|social|share|follow|twitter|related|comment|more|list", re.IGNORECASE
)
_DAY = re.compile(
    r"(?:^|[\s_-])(?:date(?:line|time|stamp)?|published|publishing|publication|pub|posted|timestamp|time|datum|fecha"
    r"|post(?:ed)?-?(?:on|date|time)|\w{0,12}date|publishdate|created|entry-meta|postmeta|post-meta|meta-info)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NO_DAY = re.compile(r"update|modif|expir|event|comment|related|calendar|picker|birth", re.IGNORECASE)


class MarkKind(Enum):
    """What is marked, and how surely: by an attribute made for it, or by the name of a style."""

    AUTHOR = "author"
    BYLINE = "byline"
    PUBLISHED = "published"
    TIME = "time"
    DAY = "day"


@dataclass(slots=True)
class PageMark:
    """An element that names an author or a day; `row` is the number of the row in which it begins.

    `value` is the same for machines: the attribute `datetime`, `content` or `title`.
    """

    kind: MarkKind
    row: int
    value: str = ""
    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str) -> None:
        """More of its words; nothing more of one that is too long to be what it is marked as."""
        self.length += len(words)
        if self.length <= LONGEST_MARK:
            self.pieces.append(words)

    @property
    def words(self) -> str:
        """Its words on one line; empty if they are too many."""
        return clean_line("".join(self.pieces)) if self.length <= LONGEST_MARK else ""


def mark_kind(tag: str, values: Mapping[str, str]) -> MarkKind | None:
    """What an element with these attributes marks, if anything."""
    properties = f"{values.get('itemprop', '')} {values.get('property', '')}".lower().split()
    if "author" in properties or "author" in values.get("rel", "").lower().split():
        return MarkKind.AUTHOR
    if {"datepublished", "schema:datepublished", "schema:datecreated"}.intersection(properties):
        return MarkKind.PUBLISHED
    name = f"{values.get('class', '')} {values.get('id', '')}"
    if tag == "time":
        return None if _NO_DAY.search(name) or "datemodified" in properties else MarkKind.TIME
    if len(name) < 3 or tag in ("body", "html", "article", "main", "section"):
        return None
    if _BYLINE.search(name) and not _NO_BYLINE.search(name):
        return MarkKind.BYLINE
    return MarkKind.DAY if _DAY.search(name) and not _NO_DAY.search(name) else None


def mark_value(values: Mapping[str, str]) -> str:
    """What the attributes of such an element say for machines."""
    return next(
        (values[name] for name in ("datetime", "content", "title", "data-date-time") if values.get(name)), ""
    )
