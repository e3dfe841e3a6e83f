"""An article as it was printed, before anything is found in it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple, NewType

from tui.model.printed_words import as_read, joined_within
from tui.model.provenance import Fact, FactSource
from tui.model.span import Span

ArticleId = NewType("ArticleId", str)
"""Sixteen hexadecimal digits made from the text, headline, publication, day and address
(`tui/model/article_identity.py`): what one publication printed on one day has one, wherever its file lies."""


class ParagraphKind(StrEnum):
    """What a paragraph is for. Only PROSE is read for speech; the rest is set apart."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    PROSE = "prose"
    CAPTION = "caption"
    POINTER = "pointer"
    """A line that leads elsewhere: `Read more: …`."""


class Paragraph(NamedTuple):
    """A paragraph as a person sees it, perhaps of several lines; `span` leaves out the outer blanks."""

    span: Span
    kind: ParagraphKind = ParagraphKind.PROSE


class Article(NamedTuple):
    """One article. `text` is immutable and everything found in it is a Span into it.

    For a plain-text file `text` is the decoded, cleaned file with newlines normalised and nothing
    cut. Facts that the source does not give are None: they are never guessed silently. `provenance` says
    where each fact comes from, the format first; a fact without a FactSource is not known.
    """

    id: ArticleId
    path: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    publication: str | None = None
    published: date | None = None
    url: str | None = None
    provenance: tuple[FactSource, ...] = ()

    @property
    def title(self) -> str:
        """The headline, else the opening words of the first prose paragraph (uncut)."""
        if self.headline:
            return self.headline
        prose = (p.span.of(self.text) for p in self.paragraphs if p.kind is ParagraphKind.PROSE)
        opening = next(prose, "") or next((p.span.of(self.text) for p in self.paragraphs), "")
        return as_read(opening)

    @property
    def joined(self) -> str:
        """The text with the lines of each paragraph joined, of the same length: spans hold in it, too."""
        return joined_within(self.text, (paragraph.span for paragraph in self.paragraphs))

    @property
    def guessed(self) -> frozenset[Fact]:
        """The facts that the source does not state: they were told from how it is laid out or worded."""
        return frozenset(found.fact for found in self.provenance if found.guessed)

    @property
    def words(self) -> int:
        """Number of words, split at blanks."""
        return len(self.text.split())

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes at 200 words a minute, at least one."""
        return max(1, -(-self.words // 200))

    def paragraph_number(self, offset: int) -> int:
        """The number of the paragraph at that code point, as a reader counts: from 1, the story's alone.

        The lines of its heading, captions and what leads elsewhere are none of them.
        """
        prose = [p.span.end for p in self.paragraphs if p.kind is ParagraphKind.PROSE]
        return min(1 + sum(end <= offset for end in prose), max(1, len(prose)))

    def paragraph_reference(self, span: Span, sign: str = "¶") -> str:
        """The paragraph or paragraphs that the span lies in: "¶8", "¶8–9"."""
        first = self.paragraph_number(span.start)
        last = self.paragraph_number(max(span.start, span.end - 1))
        to = "–" if sign == "¶" else "-"
        return f"{sign}{first}" if first == last else f"{sign}{first}{to}{last}"
