"""The language of the list's filter line: that of the search line, and what the reader's marks add to it.

harbour  "quay wall"  -tram    in headlines, publications, names, tags, notes; two letters begin a word
@henig  in:echo  after:2015  before:2020-06    as in the search line
unread  starred                as they are, or as is:unread; also is:tagged and is:noted
#budget  tag:budget            a tag, or tags that begin so
note:word                      a word of the note
"""

from __future__ import annotations

from dataclasses import dataclass

from tui.model.listing import Filter
from tui.model.mark import tags_in
from tui.search.normalisation import folded_words
from tui.search.query import SIGNS, Query, parse, pieces

FLAGS = ("unread", "starred", "tagged", "noted")
"""What may stand behind `is:`."""
BARE = ("unread", "starred")
"""Flags that need no `is:`. In quotation marks they are words."""
_TAG, _NOTE, _IS = "tag:", "note:", ("is:", "kind:")
_NEEDS = {
    _TAG: "tag: needs a tag, as in #budget or tag:budget.",
    _NOTE: "note: needs a word of a note, as in note:ask.",
    _IS[0]: f"is: needs one of {', '.join(FLAGS)}.",
}
_KNOWN = ", ".join([*(sign for sign in SIGNS if sign not in ("@", "kind:")), _TAG, _NOTE])


@dataclass(frozen=True, slots=True)
class FilterLine:
    """A filter line as it was understood; `trouble` is one sentence on what could not be, or ""."""

    only: Filter
    trouble: str = ""


def filter_of(line: str) -> FilterLine:
    """Understand a filter line. Never raises: what cannot be understood is told and passed over."""
    flags: set[str] = set()
    tags: list[str] = []
    notes: list[str] = []
    rest: list[str] = []
    trouble = ""
    for typed, sign, quoted, bare in pieces(line):
        sign = sign.lower()
        value = (bare if quoted is None else quoted) or ""
        if sign == _TAG or (not sign and bare and bare.startswith("#")):
            found = tags_in(value)
            tags += found
            trouble = trouble or ("" if found else _NEEDS[_TAG])
        elif sign == _NOTE:
            notes.append(value)
            trouble = trouble or ("" if folded_words(value) else _NEEDS[_NOTE])
        elif sign in _IS or (not sign and bare in BARE):
            flags |= {value.lower()} & set(FLAGS)
            trouble = trouble or ("" if value.lower() in FLAGS else _wrong_flag(value))
        elif _is_unknown(sign, value):
            trouble = trouble or f'There is no filter "{sign}"; there are {_KNOWN}, #tag, @name and -word.'
        else:
            rest.append(typed)
    query = parse(" ".join(rest))
    kept_notes = tuple(words for words in notes if folded_words(words))
    only = _filter(query)._replace(flags=frozenset(flags), tags=tuple(tags), notes=kept_notes)
    return FilterLine(only, trouble or query.trouble)


def _is_unknown(sign: str, value: str) -> bool:
    return sign not in ("", "-", *SIGNS) and bool(value) and not value.startswith("//")


def _wrong_flag(value: str) -> str:
    if value.lower() in ("direct", "partial"):
        return f"is:{value.lower()} is for quotations: the search has it, not the list."
    return _NEEDS[_IS[0]]


def _filter(query: Query) -> Filter:
    return Filter(
        words=tuple(word for word in query.words.split() if _tells(folded_words(word))),
        phrases=query.phrases,
        without=query.without,
        speaker=query.speaker,
        publication=query.publication,
        after=query.after,
        before=query.before,
    )


def _tells(folded: list[str]) -> bool:
    """Whether a word narrows anything: one letter begins a word of nearly every article."""
    return any(len(word) > 1 or not word.isascii() for word in folded)
