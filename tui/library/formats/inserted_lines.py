"""Lines that a page sets into a story and that are no part of it: captions inside a quotation, pull-quotes.

A page puts pictures and large print between any two paragraphs, also of one quotation. A single line does not
tell what it is; the lines around it do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.model.article import Paragraph, ParagraphKind

LONGEST_CAPTION = 200
MOST_BETWEEN = 2
"""Lines between two paragraphs of one quotation."""
FEWEST_PULLED = 4
MOST_PULLED = 60
"""Words of a pull-quote."""
MOST_SIGNED = 6
"""Words of who said it, behind a pull-quote."""

_OPENS = re.compile(r"[“\"«„‘']\s?\w")
_MARK = re.compile(r"[“”\"«»„]|(?<!\w)[‘']|[’'](?!\w)")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][”’\"')\]]*$")
_PICTURED = re.compile(
    r"\b(?:pictured|photographed|in the picture|right|left|above|below)\b[^.]{0,40}\)", re.IGNORECASE
)
_CREDITED = re.compile(
    r"(?:^|[.|(]\s*)(?:pictures?|photos?|photographs?|images?|credit|pic)\s*(?:by|:|courtesy)", re.IGNORECASE
)
_QUOTED_ALONE = re.compile(
    r"(?P<open>[“\"«‘'])(?P<words>.+?)(?P<close>[”\"»’'])(?P<signed>[^“”\"«»]*)$", re.DOTALL
)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_LEFT_OUT = re.compile(r"…|\.\.\.")


def inserted_as_captions(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, lines that are set into the story as captions."""
    apart = {*_inside_quotations(text, paragraphs), *_pulled(text, paragraphs)}
    return tuple(
        one._replace(kind=ParagraphKind.CAPTION) if number in apart else one
        for number, one in enumerate(paragraphs)
    )


def _inside_quotations(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """Lines between a paragraph that leaves its quotation open and one that opens with a mark again."""
    prose = [n for n, one in enumerate(paragraphs) if one.kind is ParagraphKind.PROSE]
    like = {n for n in prose if _is_like_a_caption(paragraphs[n].span.of(text))}
    if not like:
        return
    # a program that only opens a library loads no analysis
    from tui.extract.quotes.quoted_spans import is_single_style, leaves_open

    singles = is_single_style(text, paragraphs)
    at = 0
    while at < len(prose):
        run = at
        while run < len(prose) and prose[run] in like:
            run += 1
        between = prose[at:run]
        if between and at and run < len(prose) and len(between) <= MOST_BETWEEN:
            goes_on = _OPENS.match(text, paragraphs[prose[run]].span.start)
            if goes_on and leaves_open(text, paragraphs[prose[at - 1]].span, singles=singles):
                yield from between
        yield from (n for n in between if _PICTURED.search(paragraphs[n].span.of(text)))
        at = max(run, at + 1)


def _is_like_a_caption(words: str) -> bool:
    if len(words) > LONGEST_CAPTION or _MARK.search(words):
        return False
    return not _ENDS_SENTENCE.search(words) or bool(_PICTURED.search(words) or _CREDITED.search(words))


def _pulled(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """Paragraphs that only say again, in large print, what is quoted in a longer one."""
    rows = {
        number: _words(one.span.of(text))
        for number, one in enumerate(paragraphs)
        if one.kind is ParagraphKind.PROSE
    }
    pulled = {
        number: pieces
        for number in rows
        if len(rows[number]) <= MOST_PULLED and (pieces := _pieces(paragraphs[number].span.of(text)))
    }
    if not pulled:
        return
    others = {n: f" {' '.join(row)} " for n, row in rows.items() if _MARK.search(paragraphs[n].span.of(text))}
    for number, pieces in pulled.items():
        length = sum(map(len, pieces))
        if any(
            n != number and len(rows[n]) > length and n not in pulled and _holds(others[n], pieces)
            for n in others
        ):
            yield number


def _pieces(words: str) -> list[list[str]]:
    """The words of a paragraph that may be a pull-quote, in its pieces; none if it cannot be one."""
    quoted = _QUOTED_ALONE.match(words)
    if quoted and len(_words(quoted["signed"])) <= MOST_SIGNED:
        words = quoted["words"]
    elif _MARK.search(words) or _ENDS_SENTENCE.search(words):
        return []
    pieces = [_words(piece) for piece in _LEFT_OUT.split(words)]
    pieces = [piece for piece in pieces if piece]
    return pieces if sum(map(len, pieces)) >= FEWEST_PULLED else []


def _holds(row: str, pieces: Sequence[Sequence[str]]) -> bool:
    """Whether the pieces stand there, one after the other."""
    at = 0
    for piece in pieces:
        at = row.find(f" {' '.join(piece)} ", at)
        if at < 0:
            return False
    return True


def _words(words: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(words)]
