"""What stands above the body of a plain text: headline, standfirst, byline, date. Only where it is plain."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import NamedTuple

from tui.library.formats.article_builder import Facts, TextLine
from tui.library.formats.dates import Dated
from tui.library.formats.export_dates import whole_date
from tui.library.formats.paragraph_kinds import paragraph_kind
from tui.library.formats.publication_guess import paper_of
from tui.model.article import ParagraphKind

LONGEST_HEADLINE = 120
MOST_HEADLINE_WORDS = 20
BODY_SAMPLE = 12
"""Lines below a headline that are looked at to tell how long a paragraph is."""
FACT_LINES = 4
"""Lines below a headline among which a byline, a paper and a date are looked for."""

_CLOSING = "”’\"'»)]"
_SENTENCE_END = (".", "!", "?", "…")
_NEVER_ENDS_HEADLINE = (".", ":", ";", ",", "-", "–", "—")
_FEWEST_BODY_WORDS = 8
_NAME = r"[A-Z][\w.’'-]*(?:\s+(?:and\s+|&\s+|de\s+|van\s+|von\s+)?[A-Z][\w.’'-]*){1,6}"
_BYLINE = re.compile(
    rf"(?:(?:Exclusive|Report|Words|Story)\s+)?(?:By|BY|by):?\s+(?P<who>{_NAME}(?:,\s+[\w\s&’'-]+)?)$"
)
_DATED = (
    r"(?:(?:first |last )?(?:published|updated|posted)|issued|released|dated?|date of (?:issue|publication))"
)
_DATE_LABEL = re.compile(rf"{_DATED}?(?: on)?:?\s*", re.IGNORECASE)
_STATED_DATE = re.compile(rf"{_DATED}(?: on)?:\s+(?P<words>\S.{{0,79}})$", re.IGNORECASE)
"""A line that says itself that it is the date."""
_RELEASE = r"(?:press|news|media)\s+(?:release|statement|notice|advisory|alert|announcement|communiqu[eé])"
_KIND = re.compile(
    rf"\W*(?:{_RELEASE}|(?:for\s+)?immediate\s+(?:release|use|publication|distribution)|for\s+release"
    r"|(?:strictly\s+)?embargo(?:ed)?(?:\b[^.]{0,80})?|(?:hold\s+)?for\s+release\b[^.]{0,60}"
    r"|not\s+for\s+(?:publication|broadcast|release)\b[^.]{0,80}|official\s+statement|statement)\W*",
    re.IGNORECASE,
)
"""What a text is rather than what it says, above its headline: PRESS RELEASE, EMBARGOED UNTIL …"""
MOST_ABOVE = 4
"""Lines above a headline that may tell the kind of the text, and its day."""
_COMMA = re.compile(r",\s+")
_BETWEEN_KINDS = re.compile(r"\s*[|·•/]\s*|\s+[-–—]+\s+|,\s+|:\s+")
_BETWEEN_FACTS = re.compile(r"\s*[|·•]\s*|\s+[-–—]\s+|,\s+(?=\d)")


class LineFacts(NamedTuple):
    """What a line says that holds nothing else."""

    byline: str | None = None
    dated: Dated | None = None
    paper: str | None = None
    unread: str = ""
    """What the line calls a date, where no day can be read from it."""

    @property
    def plain(self) -> bool:
        """Whether it can be nothing else: the name of a paper may be a headline or a heading."""
        return bool(self.byline or self.dated or self.unread)


@dataclass(frozen=True, slots=True)
class Heading:
    """The facts above the body, and which line (by its number) stands for which."""

    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    dated: Dated | None = None
    paper: str | None = None
    unread: str = ""
    """What is called a date, where none can be read."""
    kinds: Mapping[int, ParagraphKind] = field(default_factory=dict)

    def facts(self) -> Facts:
        """What the heading says, and by which line: none is marked as what it is, so all are guesses."""
        first = Facts(headline=self.headline).told_by("the first line", guessed=True)
        below = Facts(
            standfirst=self.standfirst,
            byline=self.byline,
            publication=self.paper,
            published=self.dated.day if self.dated else None,
        )
        return first.over(below.told_by("the lines above the text", guessed=True))


def read_heading(lines: Sequence[TextLine]) -> Heading:
    """The heading of a text; without one, a Heading of nothing.

    What tells the kind of the text stands above it, and is shown small; a day may stand there, too.
    """
    above = _lines_above(lines)
    if not above:
        return _read_heading(lines)
    told = [_facts(_beside_kind(line.words)) for line in lines[:above]]
    found = _read_heading(lines[above:])
    kinds = {n + above: kind for n, kind in found.kinds.items()}
    for number, facts in enumerate(told):
        only_facts = _facts(lines[number].words).plain and not facts.unread
        kinds[number] = ParagraphKind.BYLINE if only_facts else ParagraphKind.CAPTION
    return replace(
        found,
        byline=found.byline or next((one.byline for one in told if one.byline), None),
        dated=found.dated or next((one.dated for one in told if one.dated), None),
        unread=found.unread or next((one.unread for one in told if one.unread), ""),
        kinds=kinds,
    )


def is_kind(words: str) -> bool:
    """Whether the words only tell what a text is: PRESS RELEASE, For immediate use, Embargoed until 6pm."""
    return not _beside_kind(words)


def _lines_above(lines: Sequence[TextLine]) -> int:
    """How many lines stand above the headline since they tell the kind of the text, or beside its day."""
    kinds = 0
    for number, line in enumerate(lines[:MOST_ABOVE]):
        beside = _beside_kind(line.words)
        if beside and not _facts(beside).plain:
            return number if kinds else 0
        kinds += beside != line.words
    return min(MOST_ABOVE, len(lines)) if kinds else 0


def _beside_kind(words: str) -> str:
    """The words of a line without those that tell the kind of the text."""
    if len(words) > LONGEST_HEADLINE:
        return words
    pieces = [piece for piece in _BETWEEN_KINDS.split(words) if piece.strip()]
    rest = [piece for piece in pieces if not _KIND.fullmatch(piece)]
    return words if len(rest) == len(pieces) else " ".join(rest)


def _read_heading(lines: Sequence[TextLine]) -> Heading:
    if not lines:
        return Heading()
    headline = lines[0].words if is_headline(lines) else None
    first = 1 if headline else 0
    facts = {n: _facts(lines[n].words) for n in range(first, min(first + FACT_LINES, len(lines)))}
    named = [n for n, told in facts.items() if any(told)]
    kinds: dict[int, ParagraphKind] = {0: ParagraphKind.HEADLINE} if headline else {}
    told = [n for n in named if n - named[0] == named.index(n)]  # without a gap from the first
    if not any(facts[n].plain for n in told) or named[0] > first + bool(headline):
        return Heading(headline, kinds=kinds)
    standfirst = None
    if named[0] == first + 1:
        standfirst = lines[first].words
        kinds[first] = ParagraphKind.STANDFIRST
    for number in told:  # what cannot be read stays to be seen
        kinds[number] = ParagraphKind.CAPTION if facts[number].unread else ParagraphKind.BYLINE
    byline = next((facts[n].byline for n in told if facts[n].byline), None)
    dated = next((facts[n].dated for n in told if facts[n].dated), None)
    paper = next((facts[n].paper for n in told if facts[n].paper), None)
    unread = next((facts[n].unread for n in told if facts[n].unread), "")
    return Heading(headline, standfirst, byline, dated, paper, "" if dated else unread, kinds)


def with_heading(stated: Facts, lines: Sequence[TextLine]) -> tuple[Facts, Heading]:
    """What is stated, over what stands above the body; the first line is a headline only if it is the one."""
    heading = read_heading(lines)
    if not stated.headline:
        return stated.over(heading.facts()), heading
    kinds: dict[int, ParagraphKind] = {
        n: k for n, k in heading.kinds.items() if k is not ParagraphKind.HEADLINE
    }
    if lines and lines[0].words == stated.headline:
        kinds[0] = ParagraphKind.HEADLINE
    return stated.over(heading.facts()), replace(heading, headline=stated.headline, kinds=kinds)


def is_headline(lines: Sequence[TextLine]) -> bool:
    """Whether the first line is a title: short, no sentence that ends, above a body of sentences."""
    if len(lines) < 2:
        return False
    first, rest = lines[0], lines[1 : 1 + BODY_SAMPLE]
    if not _title_like(first.words) or (rest[0].words[0].islower() and not _facts(rest[0].words).plain):
        return False
    body = [line.words for line in rest if _is_sentence(line.words)]
    if not body:
        return False
    typical = median(len(words) for words in body)
    return typical > len(first.words) if first.gap else typical > 1.5 * len(first.words)


def _title_like(words: str) -> bool:
    if len(words) > LONGEST_HEADLINE or len(words.split()) > MOST_HEADLINE_WORDS:
        return False
    bare = words.rstrip(_CLOSING)
    if not bare or bare.endswith(_NEVER_ENDS_HEADLINE) or words[0].islower():
        return False
    return not _facts(words).plain and paragraph_kind(words) is not ParagraphKind.POINTER


def _is_sentence(words: str) -> bool:
    return words.rstrip(_CLOSING).endswith(_SENTENCE_END) and len(words.split()) >= _FEWEST_BODY_WORDS


def _facts(words: str) -> LineFacts:
    """Byline, date and paper of a line that holds nothing else."""
    found = LineFacts()
    stated = _STATED_DATE.match(words)
    if stated and not whole_date(stated["words"]):
        return LineFacts(unread=stated["words"])
    for piece in _pieces(words):
        match = _BYLINE.match(piece)
        day = whole_date(_DATE_LABEL.sub("", piece, count=1))
        paper = None if match or day else paper_of(piece)
        if not match and not day and not paper:
            return LineFacts()
        found = LineFacts(match["who"] if match else found.byline, day or found.dated, paper or found.paper)
    return found


def _pieces(words: str) -> list[str]:
    if len(words) > LONGEST_HEADLINE or _DATE_LABEL.sub("", words, count=1) == "":
        return [""]
    if whole_date(_DATE_LABEL.sub("", words, count=1)):
        return [words]
    for comma in _COMMA.finditer(words):  # a date may have commas of its own
        if whole_date(words[comma.end() :]):
            return [*_BETWEEN_FACTS.split(words[: comma.start()]), words[comma.end() :]]
    return _BETWEEN_FACTS.split(words)
