"""A surname that two people of the article bear: who speaks under it alone is a guess."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tui.extract.names.person_coref import title_words
from tui.model.annotation import EntityKind, Mention, Quotation
from tui.model.article import Article

Named = dict[str, list[tuple[int, str]]]
"""Surname -> where its bearers are named in full, in order, and who they are."""

MOST = 60
"""So many places are looked back at, so that a list of namesakes costs no more."""


def doubted(
    article: Article, quotations: Iterable[Quotation], mentions: Sequence[Mention]
) -> list[Quotation]:
    """The quotations, those of a surname alone as sure as one of its bearers named so far can be."""
    named = _named_in_full(article.text, mentions)
    starts = [paragraph.span.start for paragraph in article.paragraphs]
    return [_doubted(article.text, starts, one, named) if named else one for one in quotations]


def _named_in_full(text: str, mentions: Sequence[Mention]) -> Named:
    found: Named = defaultdict(list)
    for mention in mentions:
        words = mention.span.of(text).split()
        if mention.kind is EntityKind.PERSON and len(words) > 1:
            found[words[-1].lower()].append((mention.span.start, mention.entity))
    return {surname: places for surname, places in found.items() if len({who for _, who in places}) > 1}


def _doubted(text: str, starts: Sequence[int], said: Quotation, named: Named) -> Quotation:
    """Less sure where a bare surname names the speaker, and its bearers were named in other paragraphs."""
    shown = said.speaker_span
    places = named.get(shown.of(text).lower(), []) if shown else []
    if shown is None or not places or _is_titled(text, shown.start):
        return said
    last = bisect_left(places, (shown.start, ""))
    before = places[max(0, last - MOST) : last]
    bearers = {who for _, who in before}
    if len(bearers) < 2 or bisect_right(starts, before[-1][0]) == bisect_right(starts, shown.start):
        return said
    return said._replace(confidence=min(said.confidence, 1 / len(bearers)))


def _is_titled(text: str, at: int) -> bool:
    words = text[max(0, at - 20) : at].split()
    return bool(words) and words[-1].rstrip(".").lower() in title_words("honorific")
