"""What was found in a text as it reads, with its places in the text as it is."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model.annotation import Entity, Quotation
from tui.model.article import Article
from tui.model.cutting import Cutting
from tui.model.printed_words import ReadableText
from tui.model.span import Span


def moved(found: Cutting, article: Article, read: ReadableText) -> Cutting:
    """The cutting of the article, all of whose spans were those of the readable text."""
    return Cutting(
        article,
        tuple(_quotation(quotation, read) for quotation in found.quotations),
        tuple(mention._replace(span=read.original(mention.span)) for mention in found.mentions),
        tuple(_entity(entity, read) for entity in found.entities),
    )


def _quotation(quotation: Quotation, read: ReadableText) -> Quotation:
    return quotation._replace(
        segments=_all(quotation.segments, read),
        nested=_all(quotation.nested, read),
        speaker_span=read.original(quotation.speaker_span) if quotation.speaker_span else None,
        cue=read.original(quotation.cue) if quotation.cue else None,
    )


def _entity(entity: Entity, read: ReadableText) -> Entity:
    return entity._replace(roles=tuple(role._replace(span=read.original(role.span)) for role in entity.roles))


def _all(spans: Iterable[Span], read: ReadableText) -> tuple[Span, ...]:
    return tuple(map(read.original, spans))
