"""What a cutting says was said, one value a quotation, as lists show it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tui.model.annotation import Quotation, QuotationKind
from tui.model.cutting import Cutting
from tui.model.listing import QuotationRow
from tui.model.printed_words import as_read

_SENTENCE_STARTS = re.compile(r"(?<=[a-z0-9)”’\"'][.!?])[”’\"')]*\s+(?=[A-Z“‘\"'])")
_SENTENCE_ENDS = re.compile(r"[.!?](?=[”’\"')]*(?:\s+[A-Z“‘\"']|\s*$))")
_MARKS = "“”\"‘’'«»"


def said_in(cutting: Cutting) -> Iterator[QuotationRow]:
    """The spoken quotations of a cutting, in order."""
    article = cutting.article
    starts = [paragraph.span.start for paragraph in article.paragraphs]
    for number, quotation in enumerate(cutting.spoken):
        speaker = cutting.entity(quotation.speaker)
        before, after = _round(cutting, quotation, starts)
        yield QuotationRow(
            article=article.id,
            path=article.path,
            title=article.title,
            publication=article.publication,
            published=article.published,
            number=number,
            quotation=quotation,
            words=quotation.words(article.text),
            before=before,
            after=after,
            role=speaker.roles[0].words if speaker and speaker.roles else "",
            guessed=article.guessed,
        )


def _round(cutting: Cutting, quotation: Quotation, starts: Sequence[int]) -> tuple[str, str]:
    """The reporter's words of the same sentence before and after a partial quotation, marks left out.

    `starts` is where each paragraph begins.
    """
    whole = quotation.span
    at = bisect_right(starts, whole.start) - 1
    if quotation.kind is not QuotationKind.PARTIAL or at < 0:
        return "", ""
    paragraph = cutting.article.paragraphs[at].span
    if not paragraph.contains(whole):
        return "", ""
    text = cutting.article.text
    before = as_read(text[paragraph.start : whole.start])
    started = [match.end() for match in _SENTENCE_STARTS.finditer(before)]
    before = before[started[-1] if started else 0 :]
    after = as_read(text[whole.end : paragraph.end])
    ended = _SENTENCE_ENDS.search(after)
    after = after[: ended.end()] if ended else after
    return _without(before, -1).lstrip(), _without(after, 0).rstrip()


def _without(words: str, at: int) -> str:
    """The words without the quotation mark that stands at that end."""
    if words and words[at] in _MARKS:
        return words[1:] if at == 0 else words[:-1]
    return words
