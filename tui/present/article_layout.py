"""An article laid out: typeset for one width, its annotations sorted so that a row finds its own at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tui.model.cutting import Cutting
from tui.model.mark import Mark
from tui.model.span import Span
from tui.present.glyphs import FULL, Glyphs
from tui.present.grid import Grid
from tui.present.speaker_badges import SpeakerBadges
from tui.present.text_width import display_width
from tui.present.typesetting import OPENING, TypesetArticle, TypesetRow, typeset

CLOSING = "”\"’'»“‘"
SpeechRange = tuple[int, int, int]
"""(start, end, number of the spoken quotation), marks included."""


class ArticleLayout(NamedTuple):
    """Everything that drawing a row needs and that no key changes."""

    cutting: Cutting
    setting: TypesetArticle
    grid: Grid
    speakers: SpeakerBadges
    glyphs: Glyphs
    speech: tuple[SpeechRange, ...]
    speech_starts: tuple[int, ...]
    mention_starts: tuple[int, ...]
    text: str
    """What the rows are drawn from: the article's text, its lines joined."""

    @property
    def rows(self) -> int:
        """How many rows the article has."""
        return len(self.setting.rows)

    def rows_of(self, span: Span) -> tuple[int, int]:
        """First row and one past the last that show the span."""
        last = self.setting.row_of(max(span.start, span.end - 1))
        return self.setting.row_of(span.start), last + 1

    def offset_of(self, row: int) -> int:
        """The first code point shown at or after that row."""
        if not self.setting.starts:
            return 0
        return self.setting.starts[min(max(0, row), self.rows - 1)]

    def offset_at(self, row: int, column: int) -> int | None:
        """The code point drawn at that column of the pane, or None beside the text."""
        at = self.setting.rows[row]
        if at.words or at.start == at.end:
            return None
        left = self.grid.text - (1 if at.hang else 0)
        text, offset = self.text, at.start
        while offset < at.end and left + display_width(text[offset]) <= column:
            left += display_width(text[offset])
            offset += 1
        return offset if left <= column and offset < at.end else None

    def nearest_offset(self, row: int, column: int) -> int:
        """The code point drawn at that column, or the end of the row that is nearest to it."""
        at = self.setting.rows[row]
        inside = self.offset_at(row, column)
        if inside is not None:
            return inside
        return at.end if column > self.grid.text else at.start

    def spoken_on(self, row: TypesetRow) -> list[SpeechRange]:
        """The stretches of speech on the row."""
        first = max(0, bisect_right(self.speech_starts, row.start) - 1)
        out: list[SpeechRange] = []
        for number in range(first, len(self.speech)):
            stretch = self.speech[number]
            if stretch[0] >= row.end:
                break
            if stretch[1] > row.start:
                out.append(stretch)
        return out


def span_with_marks(text: str, span: Span) -> tuple[int, int]:
    """The segment with the quotation marks beside it."""
    start, end = span
    if start and text[start - 1] in OPENING:
        start -= 1
    if text[end : end + 1] and text[end] in CLOSING:
        end += 1
    return start, end


def speaker_badges_of(cutting: Cutting) -> SpeakerBadges:
    """Initials and colours for the article: those who speak first choose first."""
    speaking = dict.fromkeys(quotation.speaker for quotation in cutting.spoken if quotation.speaker)
    return SpeakerBadges(cutting.entities, list(speaking))


def lay_out_article(
    cutting: Cutting, grid: Grid, speakers: SpeakerBadges, glyphs: Glyphs = FULL, mark: Mark | None = None
) -> ArticleLayout:
    """Set the article for that grid, under what it is marked with, and make it ready to draw."""
    setting = typeset(cutting, grid.measure, wide=grid.wide, glyphs=glyphs, mark=mark)
    text = cutting.article.text
    stretches: Sequence[SpeechRange] = sorted(
        (*span_with_marks(text, segment), number)
        for number, quotation in enumerate(cutting.spoken)
        for segment in quotation.segments
    )
    return ArticleLayout(
        cutting,
        setting,
        grid,
        speakers,
        glyphs,
        tuple(stretches),
        tuple(stretch[0] for stretch in stretches),
        tuple(mention.span.start for mention in cutting.mentions),
        cutting.article.joined,
    )
