"""A verdict as it is drawn: the words asked about, the grade, and how the chosen place differs from them."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from tui.model.listing import QuotationHit, TextPassage
from tui.model.span import Span
from tui.model.verdict import Comparison, Grade, Occurrence, Verdict
from tui.present.coverage_text import told
from tui.present.glyphs import Glyphs
from tui.present.search_panel_view import EDGE
from tui.present.search_result_view import WORDS_AT, AnyHit
from tui.present.styles import (
    ACCENT,
    ACCENT_BOLD,
    HEADLINE,
    META,
    MUTED,
    RULE,
    SECTION,
    TEXT,
    StyledLine,
    StyledRun,
    justify,
)
from tui.present.text_entry import TextEntry
from tui.present.text_width import display_width, printable, wrap
from tui.present.verdict_diff import diff_rows
from tui.present.verdict_text import grade_words, verdict_explanation

LABEL = 9
"""Columns of the words "given" and "printed" before a collation."""
ROWS = 2
"""Rows of a collation that are shown, each of two lines."""
GRADES = {Grade.VERBATIM: "verbatim", Grade.TRIMMED: "trimmed", Grade.ALTERED: "altered"}


class VerdictContent(NamedTuple):
    """What the panel says: the words in the field, and the verdict (None while it is being found).

    `elsewhere` tells that the words stand in the article on the desk, and only other places are listed.
    """

    field: TextEntry
    verdict: Verdict | None
    elsewhere: bool

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """The places that are listed."""
        return self.verdict.occurrences if self.verdict else ()


def as_search_hit(standing: Occurrence) -> AnyHit:
    """A place as the list of results shows it."""
    where = standing.where
    return where if isinstance(where, TextPassage) else QuotationHit(where, 1.0, (standing.comparison.span,))


def verdict_head_lines(
    judged: VerdictContent, chosen: int, room: int, glyphs: Glyphs, *, air: bool
) -> tuple[StyledLine, ...]:
    """The rows above the places, with `air` between them."""
    inner = room - 2 * EDGE
    blank: list[StyledLine] = [()] if air else []
    title = "WHERE ELSE IS IT SAID?" if judged.elsewhere else "IS IT SAID IN THESE WORDS?"
    lines: list[StyledLine] = [
        *blank,
        justify(((title, SECTION),), ((_counted(judged), META),), inner),
        *blank,
    ]
    lines.append(((f"{glyphs.deeper} ", ACCENT_BOLD), *judged.field.line(inner - 3)))
    lines += [*blank, *_told(judged, inner)]
    if judged.occurrences:
        lines += _collated(judged.occurrences[chosen].comparison, inner)
    lines.append(((glyphs.hairline * inner, RULE),))
    pad: StyledRun = (" " * EDGE, TEXT)
    return (((glyphs.panel * room, ACCENT),), *((pad, *line) for line in lines))


def _counted(judged: VerdictContent) -> str:
    """How many places of each grade."""
    grades = Counter(one.comparison.grade for one in judged.occurrences)
    return ", ".join(f"{number} {GRADES[grade]}" for grade, number in grades.items() if grade in GRADES)


def _told(judged: VerdictContent, inner: int) -> list[StyledLine]:
    """The grade and what it means, in as many rows as it takes."""
    verdict = judged.verdict
    if verdict is None:
        waiting = "looking" if judged.field.text else "type or paste the words of a quotation"
        return [(("  ", TEXT), (waiting, MUTED))]
    name, means = grade_words(verdict), verdict_explanation(verdict)
    if judged.elsewhere and not verdict.occurrences:
        name, means = "Nowhere else", "No other place in this library comes near these words."
        means = f"{means} {told(verdict.coverage)}".rstrip()
    elif judged.elsewhere:
        name = f"{name} elsewhere"
    words = f"{name}. {means}"
    rows = list(wrap(words, 0, len(words), inner - 2, inner - 2))
    return [(("  ", TEXT), *_run(words, Span(*row), len(name) + 1)) for row in rows]


def _run(words: str, row: Span, bold: int) -> StyledLine:
    """A row of some words, the first `bold` letters of which are bold."""
    at = max(row.start, min(row.end, bold))
    return ((words[row.start : at], HEADLINE), (words[at : row.end], TEXT))


def _collated(comparison: Comparison, inner: int) -> list[StyledLine]:
    """What was given over what is printed at the chosen place, unless there is no difference."""
    if len(comparison.differences) < 2:
        return []
    lines: list[StyledLine] = [()]
    for number, row in enumerate(diff_rows(comparison, inner - LABEL - 2)):
        if number == ROWS:
            break
        for label in ("given", "printed"):
            runs: list[StyledRun] = [("  ", TEXT), (label.ljust(LABEL), MUTED)]
            for column in row:
                words = printable(column.asked if label == "given" else column.printed)
                lit = HEADLINE._replace(underline=True) if column.lit and words else TEXT
                runs += [(words, lit), (" " * (column.wide - display_width(words) + 1), TEXT)]
            lines.append(tuple(runs))
    return lines


def no_occurrence_lines() -> list[StyledLine]:
    """Under the head when no place is listed."""
    return [(), ((" " * WORDS_AT, TEXT),)]
