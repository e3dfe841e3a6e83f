"""What the reader has marked an article with: theirs, and not to be found again once it is lost."""

from __future__ import annotations

from typing import NamedTuple

from tui.model.article import ArticleId


class Mark(NamedTuple):
    """Read, starred, tagged and noted. `tags` are sorted, each once; `note` may run over several lines."""

    article: ArticleId
    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""


LONGEST_TAG = 40
"""Letters of a tag; the rest is cut."""
_BETWEEN = str.maketrans(dict.fromkeys(',;#"“”„‟＂\n\t', " "))


def tags_in(words: str) -> tuple[str, ...]:
    """The tags that are written there between blanks or commas, # or not: in small letters, sorted."""
    written = words.translate(_BETWEEN).split()
    return tuple(sorted({tag.casefold()[:LONGEST_TAG] for tag in written}))
