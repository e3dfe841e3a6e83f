"""Quotation marks -> pairs of them. One pass over a stretch of text, whatever the style of the marks."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

DOUBLE: Final = re.compile(r"[“”\"«»„‟＂'`](?:(?<!['`])|(?<=')'|(?<=`)`)")
SINGLE: Final = re.compile(r"[‘’‚‛'`](?:(?<!['`])|(?<=')(?<!'')(?!')|(?<=`)(?<!``)(?!`))")
"""Both begin with a set of characters, which is looked for fast: two of ' or ` are double, one is single."""
SINGLE_OPENER: Final = re.compile(r"[‘‚‛'`]")
LEFT: Final = frozenset("“«„‟") | {"``"}
RIGHT: Final = frozenset("”»")
BEFORE_OPENER: Final = frozenset("([{—–-/:…‘“'\"―>")
NOT_AFTER_OPENER: Final = frozenset(",;:)!?")
END_MARKS: Final = frozenset(".…") | {""}
SENTENCE_END: Final = frozenset(".!?…")
ENDS_UTTERANCE: Final = frozenset(",.!?…")
NESTED_REACH: Final = 6
"""Among so many marks after an opener inside an utterance both closers are found, or it is none."""
DROPPED: Final = re.compile(
    r"[‘’'](?:\d\ds?|em|til|tis|twas|cause|n[’']|bout|round|ere|ello|cos)(?!\w)", re.IGNORECASE
)
"""Apostrophes that stand for dropped letters: the ’90s, get ’em."""


class MarkPair(NamedTuple):
    """Two marks and what is between them: `open` <= `start` <= `end` <= `close`, the marks outside.

    `closed` is False when the text ends (or a new sentence opens a mark) before a closing one.
    """

    open: int
    start: int
    end: int
    close: int
    closed: bool


class QuoteMark(NamedTuple):
    """One mark and what it may do where it stands."""

    start: int
    end: int
    opens: bool
    closes: bool


def double_marks(text: str, lo: int, hi: int) -> list[QuoteMark]:
    """The double marks of `text[lo:hi]` with what their neighbours allow."""
    marks = []
    for match in DOUBLE.finditer(text, lo, hi):
        start, end = match.span()
        before = text[start - 1] if start > lo else " "
        after = text[end] if end < hi else " "
        opens = (
            not after.isspace()
            and (before.isspace() or before in BEFORE_OPENER)
            and after not in NOT_AFTER_OPENER
        )
        marks.append(QuoteMark(start, end, opens, not before.isspace()))
    return marks


def is_opener(text: str, mark: QuoteMark, hi: int, inside: bool) -> bool:
    """Whether a double mark opens here: its neighbours decide first, then its shape, then the state."""
    shape = text[mark.start : mark.end]
    if shape in LEFT:
        if inside and mark.closes and not mark.opens:
            return False
        return mark.opens or not mark.closes or (mark.end < hi and not text[mark.end].isspace())
    if shape in RIGHT:  # « ainsi ». has a blank before it as well, »so« has a word behind it
        return mark.opens and not mark.closes and text[mark.end : mark.end + 1] not in END_MARKS
    if not inside and not mark.opens:
        return not mark.closes and mark.end < hi
    return mark.opens and (not inside or not mark.closes)


def pair_doubles(text: str, lo: int, hi: int, running: bool = False) -> list[MarkPair]:
    """Pair the double marks of one paragraph. `running`: a quotation runs in from the paragraph before."""
    marks = double_marks(text, lo, hi)
    pairs: list[MarkPair] = []
    opened: QuoteMark | None = None
    nested = False
    for number, mark in enumerate(marks):
        if is_opener(text, mark, hi, opened is not None):
            if opened is not None and is_nested(text, opened, mark):
                nested = True
                continue
            if opened is not None:
                pairs.append(cut_short(text, opened, mark))
            opened, nested = mark, False
        elif opened is not None and nested and closer_follows(text, marks, number, hi):
            nested = False  # this one closes the quotation inside
        elif opened is not None:
            pairs.append(MarkPair(opened.start, opened.end, mark.start, mark.end, True))
            opened = None
        elif number == 0 and running and mark.closes:
            pairs.append(MarkPair(lo, lo, mark.start, mark.end, True))
    if opened is not None:
        pairs.append(MarkPair(opened.start, opened.end, hi, hi, False))
    return [pair for pair in pairs if pair.end > pair.start]


def last_word_end(text: str, lo: int, at: int) -> int:
    """Where the last word before `at` ends, not before `lo`."""
    while at > lo and text[at - 1].isspace():
        at -= 1
    return at


def is_nested(text: str, opened: QuoteMark, mark: QuoteMark) -> bool:
    """Whether an opener inside a quotation opens another; after a full stop the first one has ended."""
    if text[mark.start] in "\"'":
        return False
    end = last_word_end(text, opened.end, mark.start)
    return end == opened.end or text[end - 1] not in SENTENCE_END


def cut_short(text: str, opened: QuoteMark, mark: QuoteMark) -> MarkPair:
    """A quotation that lost its closing mark before the next one opened, as where paragraphs were glued."""
    return MarkPair(opened.start, opened.end, last_word_end(text, opened.end, mark.start), mark.start, False)


def closer_follows(text: str, marks: list[QuoteMark], number: int, hi: int) -> bool:
    """Whether the next mark closes too."""
    return number + 1 < len(marks) and not is_opener(text, marks[number + 1], hi, True)


def single_marks(text: str, lo: int, hi: int) -> list[QuoteMark]:
    """The single marks of `text[lo:hi]` that may be quotation marks: apostrophes are left out."""
    marks = []
    for match in SINGLE.finditer(text, lo, hi):
        at = match.start()
        before = text[at - 1] if at > lo else " "
        after = text[at + 1] if at + 1 < hi else " "
        shape = match.group()
        opens = (
            shape != "’"
            and (after.isalnum() or after in '…[($£“"—-')
            and not before.isalnum()
            and before not in ".,!?"
            and not DROPPED.match(text, at)
        )
        closes = shape not in "‚‛" and not before.isspace() and not after.isalnum() and at > lo
        if opens or closes:
            marks.append(QuoteMark(at, at + 1, opens, closes and not (shape == "‘" and opens)))
    return marks


def is_strong_closer(text: str, mark: QuoteMark, hi: int) -> bool:
    """A closing single mark that can't be an apostrophe: punctuation stands on one side of it."""
    after = text[mark.end] if mark.end < hi else "."
    return not text[mark.start - 1].isalnum() or after in ".,;:!?)—–"


def may_be_apostrophe(text: str, mark: QuoteMark) -> bool:
    """A mark after an s or a dropped g may be a possessive (Balls’ door) or dialect (goin’ home)."""
    tail = text[max(0, mark.start - 2) : mark.start].lower()
    return tail.endswith("s") or tail == "in"


def begins_speech(text: str, lo: int, at: int) -> bool:
    """Whether a mark at `at` stands where a whole utterance begins: first, after a point, or after said."""
    before = text[max(lo, at - 12) : at].rstrip()
    return not before or before[-1] in ":,.!?" or before.endswith((" said", " says"))


def pair_singles(text: str, lo: int, hi: int, speech: bool = False) -> list[MarkPair]:
    """Pair the single marks there; a doubtful closer waits for a better one before the next opener.

    With `speech` these marks carry the article's speech: a whole utterance closes behind a point.
    """
    if not SINGLE_OPENER.search(text, lo, hi):
        return []
    pairs: list[MarkPair] = []
    opened: QuoteMark | None = None
    doubtful: QuoteMark | None = None
    inside = -1
    marks = single_marks(text, lo, hi)
    for number, mark in enumerate(marks):
        if number <= inside:
            continue
        if mark.opens and not mark.closes:
            inside = nested_closer(text, lo, marks, number, opened) if opened is not None else -1
            if opened is not None and inside < 0:
                pairs.append(end_single(text, opened, doubtful, mark.start))
            opened, doubtful = (mark, None) if inside < 0 else (opened, doubtful)
        elif opened is not None and mark.closes:
            if not is_strong_closer(text, mark, hi) and may_be_apostrophe(text, mark):
                if not (speech and begins_speech(text, lo, opened.start)):
                    doubtful = mark
                continue
            pairs.append(MarkPair(opened.start, opened.end, mark.start, mark.end, True))
            opened = doubtful = None
    if opened is not None:
        pairs.append(end_single(text, opened, doubtful, hi))
    return [pair for pair in pairs if pair.end > pair.start]


def nested_closer(text: str, lo: int, marks: list[QuoteMark], number: int, opened: QuoteMark) -> int:
    """The mark that closes a quotation inside an utterance which closes behind a point later on, or -1."""
    end = last_word_end(text, opened.end, marks[number].start)
    ended = end > opened.end and text[end - 1] in SENTENCE_END
    if ended or not begins_speech(text, lo, opened.start):
        return -1
    closer = -1
    for at in range(number + 1, min(len(marks), number + NESTED_REACH)):
        mark = marks[at]
        if mark.opens and not mark.closes:
            return -1
        if closer >= 0 and text[mark.start - 1] in ENDS_UTTERANCE:
            return closer
        if closer < 0:
            closer = at
    return -1


def end_single(text: str, opened: QuoteMark, doubtful: QuoteMark | None, limit: int) -> MarkPair:
    """A single-quoted span without a sure closer: at the doubtful one, else up to `limit`."""
    if doubtful is not None:
        return MarkPair(opened.start, opened.end, doubtful.start, doubtful.end, True)
    return MarkPair(opened.start, opened.end, last_word_end(text, opened.end, limit), limit, False)
