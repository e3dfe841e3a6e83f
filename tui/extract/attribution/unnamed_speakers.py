"""Speakers whom the names of an article do not hold: groups, the unnamed, and names met only as speakers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from tui.extract.attribution.speaker_resolution import Speaker
from tui.extract.words.tagged_tokens import TaggedTokens
from tui.model.annotation import Entity, EntityKind, Mention
from tui.model.span import Span

BEHIND_NAME: Final = re.compile(r"(?:[’']s?)?\s*")
WITHOUT_NAME: Final = frozenset({EntityKind.GROUP, EntityKind.UNNAMED})


def with_unnamed_speakers(
    prose: TaggedTokens, mentions: Sequence[Mention], entities: Sequence[Entity], speakers: Sequence[Speaker]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The mentions and entities with those that speakers add; mentions never overlap."""
    known = {entity.name: entity for entity in entities}
    starts = [mention.span.start for mention in mentions]
    added: dict[int, Mention] = {}
    for speaker in speakers:
        if speaker.name in known and known[speaker.name].kind not in WITHOUT_NAME:
            continue
        known.setdefault(speaker.name, Entity(speaker.name, speaker.kind))
        span = free_part(prose.text, speaker.span, mentions, starts)
        if span is not None:
            added[span.start] = Mention(span, known[speaker.name].kind, speaker.name)
    everything = sorted((*mentions, *added.values()), key=lambda mention: mention.span)
    first = {mention.entity: mention.span.start for mention in reversed(everything)}
    ordered = sorted(known.values(), key=lambda entity: first.get(entity.name, len(prose.text)))
    return tuple(everything), tuple(ordered)


def free_part(text: str, span: Span, mentions: Sequence[Mention], starts: Sequence[int]) -> Span | None:
    """The part of a speaker's words behind every name inside them, or None if nothing is left."""
    last = bisect_left(starts, span.end)
    if last and mentions[last - 1].span.end > span.start:
        behind = BEHIND_NAME.match(text, mentions[last - 1].span.end)
        start = behind.end() if behind else span.end
        return Span(start, span.end) if start < span.end else None
    return span
