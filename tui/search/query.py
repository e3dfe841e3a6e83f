"""The language of the search line: free words, and filters among them.

mayor deal                words in any order, spelt about so
"knee jerk reaction"      exactly these words, one after the other
-deal  -"metro mayor"     without
@henig  @"simon henig"    said by
in:echo  in:"daily echo"  in a publication whose name has these words
after:2015 before:2020-06-30   published from the first of these days on, before the second
is:unread is:starred is:direct is:partial
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tui.search.normalisation import folded_words, search_words
from tui.search.parameters import LONGEST_LINE

FLAGS = ("unread", "starred", "direct", "partial")
"""What may stand behind `is:`."""

_PIECE = re.compile(r"""(-(?=\S)|@|[A-Za-z]+:)?(?:"([^"]*)"|([^\s"]+))?""")
"""A sign or nothing, then words in quotation marks or up to a blank. An unclosed mark is passed over."""
_STRAIGHT = str.maketrans("“”„‟＂", '"' * 5)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_NEEDS = {
    "@": "@ needs a name, as in @henig.",
    "in:": "in: needs a publication, as in in:echo.",
    "after:": "after: needs a date, as in after:2015 or after:2015-06-30.",
    "before:": "before: needs a date, as in before:2015 or before:2015-06-30.",
    "is:": f"is: needs one of {', '.join(FLAGS)}.",
}


_ALSO = {"who:": "@", "since:": "after:", "until:": "before:", "kind:": "is:"}
"""Other words for the filters, as the search panel shows them."""


SIGNS = (*_NEEDS, *_ALSO)
"""What may stand before a value."""


@dataclass(frozen=True, slots=True)
class Query:
    """A search line as it was understood.

    `words` are the free words, `typing` whether the line ends in one that may still be unfinished. `after` is
    the first day that may be, `before` the first that may not. `trouble` is one sentence on a filter that
    could not be understood, or "".
    """

    words: str = ""
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    speaker: str = ""
    publication: str = ""
    after: date | None = None
    before: date | None = None
    flags: frozenset[str] = frozenset()
    typing: bool = True
    trouble: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for: no word, no filter, at most signs that are not looked for."""
        filters = self.after, self.before, self.flags, self.publication, self.speaker
        return not any(filters) and not any(map(search_words, (self.words, *self.phrases, *self.without)))


def parse(line: str) -> Query:
    """Understand a search line. Never raises: what cannot be understood is told in `trouble`."""
    query = Query()
    for _, sign, quoted, bare in pieces(line):
        query = _with(query, sign, quoted, bare)
    if query.after and query.before and query.after >= query.before:
        return _troubled(query, f"No day is both after:{query.after} and before:{query.before}.")
    return query


def pieces(line: str) -> Iterator[tuple[str, str, str | None, str | None]]:
    """The pieces of a line: each as it was typed, its sign or "", its words in quotation marks or without."""
    for match in _PIECE.finditer(line[:LONGEST_LINE].translate(_STRAIGHT)):
        yield match[0], match[1] or "", match[2], match[3]


def _with(query: Query, sign: str, quoted: str | None, bare: str | None) -> Query:
    """The query with one more piece of the line."""
    value = bare if quoted is None else quoted
    sign = _ALSO.get(sign.lower(), sign)
    if sign == "-":
        return replace(query, without=(*query.without, value or ""), typing=False)
    if sign.lower() in _NEEDS:
        return _filtered(query, sign.lower(), value or "")
    if sign and value and not value.startswith("//"):
        known = ", ".join(key for key in _NEEDS if key != "@")
        query = _troubled(query, f'There is no filter "{sign}"; there are {known}, @name and -word.')
    if quoted is not None:
        return replace(query, phrases=(*query.phrases, quoted), typing=False)
    if sign or bare:
        return replace(query, words=f"{query.words} {sign}{bare or ''}".strip(), typing=True)
    return query


def _filtered(query: Query, sign: str, value: str) -> Query:
    """The query with a filter that takes a value."""
    query = replace(query, typing=False)
    if not folded_words(value):
        return _troubled(query, _NEEDS[sign])
    if sign == "@":
        return replace(query, speaker=f"{query.speaker} {value}".strip())
    if sign == "in:":
        return replace(query, publication=f"{query.publication} {value}".strip())
    if sign == "is:":
        flag = value.lower()
        return replace(query, flags=query.flags | {flag}) if flag in FLAGS else _troubled(query, _NEEDS[sign])
    day = _day(value)
    if day is None:
        return _troubled(query, f'"{sign}{value}" is not a date: write 2015, 2015-06 or 2015-06-30.')
    if sign == "after:":
        return replace(query, after=max(day, query.after or day))
    return replace(query, before=min(day, query.before or day))


def _day(value: str) -> date | None:
    """The first day of a year, a month or a day written 2015, 2015-06 or 2015-06-30."""
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def _troubled(query: Query, trouble: str) -> Query:
    """The query with a trouble, unless it has one: the first is told."""
    return query if query.trouble else replace(query, trouble=trouble)
