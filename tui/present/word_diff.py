"""Two wordings of one passage, word over word: what is the same, and what each has of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from tui.model.span import Span
from tui.present.highlight_layers import HighlightLayer, StylePatch, highlighted_runs
from tui.present.styles import MUTED, StyledLine, StyledRun, TextStyle, ThemeRole
from tui.present.text_width import display_width, printable

SAME = TextStyle(ThemeRole.HEADLINE, ThemeRole.MATCH)
OTHER = TextStyle(ThemeRole.HEADLINE, ThemeRole.MATCH, bold=True, underline=True)
BESIDE = MUTED._replace(italic=True)
_CHUNK = re.compile(r"\S+")
_SIGNS = re.compile(r"[\W_]+")
NEIGHBOURS = 24
"""Columns that the words before a passage may take."""


class DiffPair(NamedTuple):
    """A word of each article over one another; None where the other has one that this one has not."""

    here: Span | None
    there: Span | None
    same: bool


def diff_words(here: str, span: Span, there: str, other: Span) -> list[DiffPair]:
    """The words of two spans, those that are the same over one another."""
    mine, theirs = _chunks(here, span), _chunks(there, other)
    matcher = SequenceMatcher(
        None, [_folded(here, s) for s in mine], [_folded(there, s) for s in theirs], False
    )
    pairs: list[DiffPair] = []
    for what, a, b, c, d in matcher.get_opcodes():
        both = min(b - a, d - c)
        pairs += [DiffPair(mine[a + n], theirs[c + n], what == "equal") for n in range(both)]
        pairs += [DiffPair(one, None, False) for one in mine[a + both : b]]
        pairs += [DiffPair(None, one, False) for one in theirs[c + both : d]]
    return pairs


def _chunks(text: str, span: Span) -> list[Span]:
    """Words with the marks that cling to them."""
    return [Span(*match.span()) for match in _CHUNK.finditer(text, span.start, span.end)]


def _folded(text: str, span: Span) -> str:
    words = span.of(text)
    return _SIGNS.sub("", words.casefold()) or words


def differing_spans(pairs: list[DiffPair], here: str, there: str) -> tuple[list[Span], list[Span]]:
    """What each article has of its own: words, and the letters in which the same words differ."""
    mine: list[Span] = []
    theirs: list[Span] = []
    for one, other, same in pairs:
        if same and one is not None and other is not None:
            letters = list(_letters(one.of(here), other.of(there)))
            mine += [Span(one.start + a, one.start + b) for a, b, _, _ in letters if a < b]
            theirs += [Span(other.start + c, other.start + d) for _, _, c, d in letters if c < d]
        else:
            mine += [one] if one is not None else []
            theirs += [other] if other is not None else []
    return mine, theirs


def _letters(one: str, other: str) -> Iterator[tuple[int, int, int, int]]:
    """Where the letters of two spellings differ."""
    if one != other:
        for what, a, b, c, d in SequenceMatcher(None, one, other, False).get_opcodes():
            if what != "equal":
                yield a, b, c, d


def difference_words(pairs: list[DiffPair], here: str, there: str) -> str:
    """In how far the two differ, in a few words."""
    words = sum(not pair.same for pair in pairs)
    if words:
        return f"{words} word{'s' * (words != 1)} {'differ' if words != 1 else 'differs'}"
    spelt = [
        (p.here.of(here), p.there.of(there)) for p in pairs if p.here is not None and p.there is not None
    ]
    capitals = sum(a != b and a.casefold() == b.casefold() for a, b in spelt)
    marks = sum(a.casefold() != b.casefold() for a, b in spelt)
    told = [f"capitals in {NUMBERS.get(capitals, capitals)}"] * bool(capitals)
    told += [f"marks in {NUMBERS.get(marks, marks)}"] * bool(marks)
    return f"but for {' and '.join(told)}" if told else "to the letter"


NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def word_diff_lines(pairs: list[DiffPair], here: str, there: str, room: int) -> tuple[StyledLine, ...]:
    """The passage on one line for each article, word over word, with its neighbours; nothing if too long."""
    own = differing_spans(pairs, here, there)
    wide = [
        max(display_width(one.of(here)) if one else 0, display_width(other.of(there)) if other else 0)
        for one, other, _ in pairs
    ]
    passage = sum(wide) + len(wide) - 1
    if passage > room - 4 or any("\n" in pair.here.of(here) for pair in pairs if pair.here):
        return ()
    ends = [(pair.here, pair.there) for pair in pairs]
    texts = ((here, [a for a, _ in ends], own[0]), (there, [b for _, b in ends], own[1]))
    befores = [_before(text, spans, min(NEIGHBOURS, (room - passage) * 2 // 5)) for text, spans, _ in texts]
    left = max(map(display_width, befores))
    lines: list[StyledLine] = []
    for (text, spans, others), before in zip(texts, befores, strict=True):
        runs: list[StyledRun] = [(before.rjust(left), BESIDE)] if left else []
        for number, (span, size) in enumerate(zip(spans, wide, strict=True)):
            runs += _word(text, span, size, others)
            runs.append((" ", SAME)) if number < len(wide) - 1 else None
        after = _after(text, spans, room - left - passage)
        lines.append((*runs, (after, BESIDE)))
    return tuple(lines)


def _word(text: str, span: Span | None, size: int, others: list[Span]) -> list[StyledRun]:
    """A word as wide as what stands over or under it, what is its own in bold and underlined."""
    if span is None:
        return [(" " * size, SAME)]
    layers = [HighlightLayer(*other, StylePatch(ink=OTHER)) for other in others if other.overlaps(span)]
    runs = highlighted_runs(text, *span, SAME, layers)
    fill = size - display_width(span.of(text))
    return [*runs, (" " * fill, SAME)] if fill else runs


def _before(text: str, spans: list[Span | None], room: int) -> str:
    """The words before the passage that fit, of its own paragraph; a mark that clings to it clings here."""
    start = next(span.start for span in spans if span is not None)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    kept = before[len(before.rstrip()) :][:1]
    for word in reversed(before.split()):
        more = f"{word} {kept}" if kept.strip() else f"{word}{kept}"
        if display_width(more) > room:
            break
        kept = more
    return printable(kept)


def _after(text: str, spans: list[Span | None], room: int) -> str:
    """The words after it that fit."""
    end = next(span.end for span in reversed(spans) if span is not None)
    stop = text.find("\n", end)
    after = text[end : stop if stop >= 0 else len(text)]
    kept = after[: len(after) - len(after.lstrip())][:1]
    for word in after.split():
        more = f"{kept} {word}" if kept.strip() else f"{kept}{word}"
        if display_width(more) > room:
            break
        kept = more
    return printable(kept)
