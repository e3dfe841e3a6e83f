"""The words of a text, cut once and shared by everything that reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"""
    \ ?(
      [A-Za-z]++(?=[\ ,\n])                               # most words: nothing else begins here
    | \n
    | (?:[A-Za-z]\.){2,}                                  # U.S.  p.m.
    | (?:Mr|Mrs|Ms|Mx|Dr|Rev|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Maj|Sgt|Cllr|Hon|St|Jr|Sr|Co|Corp|Inc
      |Ltd|Bros)\.(?=[\s,])
    | [A-Z]\.(?=\s?[A-Z])                                 # the J. of J. K. Rowling
    | [@\#]\w+
    | [^\W_]+(?:[-–’'&.][^\W_]+|(?<=\d)[,:]\d+)*          # words, with what joins them inside
    | … | \.\.\. | --+
    | [^\w\s] | _
    )
    """,
    re.VERBOSE,
)
"""A token as the only group. The blank before it is taken along, so that nothing is tried at it."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one item a token; a newline is a token. `words[i] == text[starts[i]:ends[i]]`.

    A possessive stays with its word ("Durham’s"); a quotation mark is a token of its own unless it is
    an apostrophe inside a word. Linear in the length of the text.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]


def tokenise(text: str) -> Tokens:
    """Cut `text` into tokens; blanks other than the newline are between tokens."""
    words: list[str] = TOKEN.findall(text)
    starts: list[int] = []
    ends: list[int] = []
    index, end = text.index, 0
    for word in words:  # only blanks stand between: it begins where it is next found
        start = index(word, end)
        end = start + len(word)
        starts.append(start)
        ends.append(end)
    return Tokens(text, words, starts, ends)
