"""Two articles with the same words: what stands over them, and each one's lines with the passage lit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.model.article import Article
from tui.model.cutting import Cutting
from tui.model.printed_words import as_read
from tui.model.span import Span
from tui.model.text_reuse import ReusedPassage, TextReuse
from tui.present.article_list_view import title_lines
from tui.present.glyphs import Glyphs
from tui.present.grid import MIDDLE, Grid
from tui.present.guess_marks import shown_day, shown_publication, shown_title, title_is_guessed
from tui.present.highlight_layers import HighlightLayer, StylePatch, highlighted_runs
from tui.present.page_rows import Box
from tui.present.plain_words import NO_SOURCE
from tui.present.styles import (
    ACCENT,
    HEADLINE,
    META,
    MUTED,
    RULE,
    SECTION,
    TEXT,
    StyledLine,
    StyledRun,
    join_facts,
    truncate,
)
from tui.present.text_width import printable, wrap
from tui.present.typesetting import PRINTED_ABOVE
from tui.present.word_diff import (
    OTHER,
    SAME,
    DiffPair,
    diff_words,
    difference_words,
    differing_spans,
    word_diff_lines,
)

GUTTER = 4
"""Columns left of a column's text: two of air, the bar, one of air."""
LISTED = 5
"""Articles that carry a quotation that are listed at a time."""


MEASURE = 60


def column_measure(box: Box) -> int:
    """Columns of the text in a column."""
    return max(20, min(MEASURE, box.width - GUTTER - 2))


class ComparedLines(NamedTuple):
    """An article's lines, and the first one that holds the passage."""

    rows: tuple[StyledLine, ...]
    passage: int
    paragraph: int
    """The first line of the paragraph before the passage's."""


def compared_lines(
    cutting: Cutting, whole: Span, others: Sequence[Span], measure: int, glyphs: Glyphs
) -> ComparedLines:
    """The article at that measure: the paragraphs of the passage in full ink beside a bar, the rest muted."""
    text = cutting.article.joined
    layers = [
        HighlightLayer(*whole, StylePatch(ink=SAME)),
        *(HighlightLayer(*other, StylePatch(ink=OTHER)) for other in others),
    ]
    rows: list[StyledLine] = []
    starts: list[int] = []
    passage = 0
    for paragraph in (p for p in cutting.article.paragraphs if p.kind not in PRINTED_ABOVE):
        if rows:
            rows.append(())
        starts.append(len(rows))
        inside = paragraph.span.overlaps(whole)
        bar: StyledRun = (f"  {glyphs.current} ", ACCENT) if inside else (" " * GUTTER, TEXT)
        for start, end in wrap(text, *paragraph.span, measure, measure):
            if start <= whole.start < end:
                passage = len(rows)
            words = highlighted_runs(text, start, end, TEXT if inside else MUTED, layers if inside else [])
            rows.append((bar, *words))
    if rows:
        rows[-1] = (*rows[-1], (f" {glyphs.end}", MUTED))
    before = [start for start in starts if start <= passage][-2:]
    return ComparedLines(tuple(rows), passage, before[0] if before else 0)


LOW = 9
"""Rows of a column below which its head is the title alone."""


def compared_heading(article: Article, whole: Span, box: Box, glyphs: Glyphs) -> tuple[StyledLine, ...]:
    """Title, and where and when it was printed and in which paragraph the passage stands."""
    measure = column_measure(box)
    pad: StyledRun = (" " * GUTTER, TEXT)
    title = title_lines(article.title, measure, 1, glyphs.cut, guess=title_is_guessed(article))
    paragraph = article.paragraph_reference(whole, glyphs.paragraph)
    known = (shown_publication(article) or NO_SOURCE, shown_day(article), paragraph)
    line = join_facts(known, measure, f" {glyphs.dot} ", stays=(known[1], paragraph))
    rows: tuple[StyledLine, ...] = (
        (pad, (title[0] if title else "", HEADLINE)),
        (pad, (printable(line), META)),
        (),
    )
    return rows if box.height >= LOW else rows[:1]


def align_passages(
    left: ComparedLines, right: ComparedLines, most: int
) -> tuple[tuple[StyledLine, ...], tuple[StyledLine, ...], int]:
    """Both with blank rows above, so that the passage is on the same row, and where to begin reading.

    Of what goes before, `most` rows are seen at first.
    """
    row = max(left.passage, right.passage)
    both = [((),) * (row - lines.passage) + lines.rows for lines in (left, right)]
    longest = max(map(len, both))
    one, other = (rows + ((),) * (longest - len(rows)) for rows in both)
    above = max(left.passage - left.paragraph, right.passage - right.paragraph)
    return one, other, max(0, row - min(above, most))


def carrier_lines(
    articles: Sequence[tuple[Article, str]], shown: int, room: int, glyphs: Glyphs
) -> Iterator[StyledLine]:
    """The articles that carry the words, the earliest first: day, publication, title and how they differ."""
    first = max(0, min(shown - LISTED // 2, len(articles) - LISTED))
    for number, (article, told) in list(enumerate(articles))[first : first + LISTED]:
        now = number == shown
        sign: StyledRun = (f" {glyphs.deeper} " if now else "   ", ACCENT)
        where = f" {glyphs.dot} ".join((shown_day(article), shown_publication(article) or NO_SOURCE))
        lead = printable(f"{where} {glyphs.dot} ")
        title = truncate(
            printable(" ".join(shown_title(article).split())), room - len(lead) - len(told) - 8, glyphs.cut
        )
        runs: tuple[StyledRun, ...] = (sign, (lead, META), (title, HEADLINE if now else TEXT))
        yield (*runs, (f"  {told}", META))


def left_width(grid: Grid) -> int:
    """Columns of the left article; 0 where one stands over the other."""
    return (grid.columns - 1) // 2 if grid.columns >= MIDDLE else 0


def comparison_boxes(grid: Grid, over: int) -> tuple[Box, Box, Box]:
    """Where what is `over` the two stands, then the two: side by side, or one over the other."""
    first = 2 if grid.tall else 1
    top, rows, left = first + over, grid.body - over, left_width(grid)
    if left:
        right = Box(left + 1, top, grid.columns - left - 1, rows)
        return Box(0, first, grid.columns, over), Box(0, top, left + 1, rows), right
    upper = rows // 2
    below = Box(0, top + upper, grid.columns, rows - upper)
    return Box(0, first, grid.columns, over), Box(0, top, grid.columns, upper), below


def cite_passage(article: Article, span: Span) -> str:
    """The words with their source, to be copied."""
    where = (
        shown_publication(article) or NO_SOURCE,
        shown_day(article),
        article.paragraph_reference(span),
    )
    return f"“{' '.join(as_read(span.of(article.text)).split())}” {', '.join(where)}"


def split_rule(columns: int, at: int, focus: int, glyphs: Glyphs) -> StyledLine:
    """The rule over the two columns, heavy over the one with the keys."""
    heavy, light = (glyphs.focus, ACCENT), (glyphs.hairline, RULE)
    if not at:
        return ((glyphs.hairline * columns, RULE),)
    left, right = (heavy, light) if focus == 0 else (light, heavy)
    return (
        (left[0] * at, left[1]),
        (glyphs.joint_down, RULE),
        (right[0] * (columns - at - 1), right[1]),
    )


def sameness_line(words: int, how: str) -> StyledLine:
    """How much is the same, and in how far it differs."""
    return ((f"{words} WORDS THE SAME", SECTION), ("  ", TEXT), (how, MUTED))


ROWS_FOR_LIST = 20
"""Rows of the screen from which all who carry the words are listed."""


class ComparedArticles(NamedTuple):
    """An article, and who else has its words."""

    here: Cutting
    others: tuple[TextReuse, ...]


def compared_pair(shown: ComparedArticles, at: tuple[int, int]) -> tuple[Cutting, Cutting, ReusedPassage]:
    """The two articles and the passage: the number of the other one, and that of its passage."""
    other = shown.others[at[0]]
    return shown.here, other.cutting, other.passages[at[1]]


def comparison_head(
    shown: ComparedArticles, at: tuple[int, int], grid: Grid, focus: int, glyphs: Glyphs
) -> list[StyledLine]:
    """Every row over the two, the rule under them last."""
    here, there, wording = compared_pair(shown, at)
    one, other = here.article.joined, there.article.joined
    pairs = _pairs(here, there, wording)
    blank: list[StyledLine] = [()] if grid.tall else []
    lines: list[StyledLine] = [*blank]
    if len(shown.others) > 1 and grid.rows >= ROWS_FOR_LIST:
        lines += [*carrier_lines(*_carriers(shown, at), grid.columns - 2, glyphs), *blank]
    word_over_word = word_diff_lines(pairs, one, other, grid.columns - 2)
    words, ink = word_over_word[0][0] if word_over_word else ("", TEXT)
    pad = 1 + len(words) if ink.italic else 1 if word_over_word else GUTTER
    lines.append(((" " * pad, TEXT), *sameness_line(wording.words, difference_words(pairs, one, other))))
    if word_over_word:
        lines += [*blank, *(((" ", TEXT), *line) for line in word_over_word)]
    return [*lines, *blank, split_rule(grid.columns, left_width(grid), focus, glyphs)]


Side = tuple[tuple[StyledLine, ...], tuple[StyledLine, ...]]
"""The head of an article, and its lines."""


def compared_sides(
    here: Cutting, there: Cutting, wording: ReusedPassage, box: Box, glyphs: Glyphs
) -> tuple[Side, Side, int]:
    """Each article's head and lines, the passage on the same row of both, and the first row to be seen."""
    a, b = wording.whole_here, wording.whole_there
    mine, theirs = differing_spans(_pairs(here, there, wording), here.article.joined, there.article.joined)
    ours = compared_lines(here, a, mine, column_measure(box), glyphs)
    others = compared_lines(there, b, theirs, column_measure(box), glyphs)
    one, other, top = align_passages(ours, others, box.height // 4)
    return (
        (compared_heading(here.article, a, box, glyphs), one),
        (compared_heading(there.article, b, box, glyphs), other),
        top,
    )


def _pairs(here: Cutting, there: Cutting, wording: ReusedPassage) -> list[DiffPair]:
    return diff_words(here.article.joined, wording.whole_here, there.article.joined, wording.whole_there)


def _carriers(shown: ComparedArticles, at: tuple[int, int]) -> tuple[list[tuple[Article, str]], int]:
    """All the articles in the order of their days, how each differs, and which one is shown."""
    listed = [(one.cutting.article, _differs(shown.here, one)) for one in shown.others]
    chosen, day = shown.others[at[0]].cutting.article, shown.here.article.published
    before = sum(a.published is not None and (day is None or a.published < day) for a, _ in listed)
    listed.insert(before, (shown.here.article, "the one you came from"))
    return listed, next(n for n, (article, _) in enumerate(listed) if article is chosen)


def _differs(here: Cutting, one: TextReuse) -> str:
    wording = one.passages[0]
    pairs = _pairs(here, one.cutting, wording)
    how = difference_words(pairs, here.article.joined, one.cutting.article.joined)
    return f"{wording.words} words, {how}"
