"""Who wrote the article or took its picture is nobody in it: bylines and credits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tui.extract.names.candidates import Candidate
from tui.extract.names.capital_words import BREAK, NameDocument
from tui.model.annotation import EntityKind
from tui.model.article import Paragraph, ParagraphKind

CREDITED = frozenset(
    "picture pictures photo photos photograph photographs photographer photography pic pics image images"
    " credit credits graphic graphics illustration illustrations".split()
)
WORK = CREDITED | frozenset("words report story reporting interview".split())
AGENCIES = frozenset("pa getty reuters afp ap rex alamy shutterstock epa swns bpm zuma cpg".split())
OPENS_CREDIT = frozenset([BREAK, ".", "(", "[", "|", "/", "–", "-", "”", '"'])


def without_credits(
    document: NameDocument, paragraphs: Sequence[Paragraph], found: list[Candidate]
) -> list[Candidate]:
    """The candidates but for people in bylines and credits."""
    bylines = [one.span for one in paragraphs if one.kind is ParagraphKind.BYLINE]
    starts = [span.start for span in bylines]

    def in_byline(candidate: Candidate) -> bool:
        at = document.tokens.starts[candidate.first]
        number = bisect_right(starts, at) - 1
        return number >= 0 and at < bylines[number].end

    return [
        one
        for one in found
        if one.kind is not EntityKind.PERSON or not (in_byline(one) or is_credited(document, one))
    ]


def is_credited(document: NameDocument, candidate: Candidate) -> bool:
    """Whether a credit names the person: Picture: Jo Hill; Pictures by Jo Hill; (Jo Hill/PA)."""
    first, end, small = candidate.first, candidate.end, document.small
    before, word = document.before(first), document.before(first - 1)
    if document.after(end) == "/" and document.after(end + 1) in AGENCIES:
        return True
    if first < 2 or document.tokens.words[first - 2].islower():
        opens = first > 2 and small[first - 3] in CREDITED
        return before == ":" and word in CREDITED and opens
    begins = first == 2 or small[first - 3] in OPENS_CREDIT or small[first - 3] in CREDITED
    return begins and ((before in (":", "|") and word in CREDITED) or (before == "by" and word in WORK))
