"""Cuttings as they are kept in the index: short JSON, deflated. Read without the analysis being imported."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from tui.model.annotation import Entity, EntityKind, Mention, Quotation, QuotationKind, Role
from tui.model.article import Article, ArticleId, Paragraph, ParagraphKind
from tui.model.cutting import Cutting
from tui.model.provenance import Fact, Finding
from tui.model.span import Span

_LEVEL = 1
"""Of zlib: half the size for a third of the time of the usual level."""

_TEXT_AT = len('["0123456789abcdef",')
"""Where the text begins behind the article's id."""
_SCANNED = json.JSONDecoder()

_QUOTATION_KINDS = {kind.value: kind for kind in QuotationKind}
_ENTITY_KINDS = {kind.value: kind for kind in EntityKind}
_PARAGRAPH_KINDS = {kind.value: kind for kind in ParagraphKind}
_FACTS = {fact.value: fact for fact in Fact}


def pack(cutting: Cutting) -> bytes:
    """The whole cutting but for its path, which may change."""
    article = cutting.article
    return zlib.compress(
        _short(
            [
                article.id,
                article.text,
                [(p.span.start, p.span.end, p.kind.value) for p in article.paragraphs],
                [article.headline, article.standfirst, article.byline, article.publication, article.url],
                article.published and article.published.isoformat(),
                [_quotation_fields(quotation) for quotation in cutting.quotations],
                [(m.span.start, m.span.end, m.kind.value, m.entity) for m in cutting.mentions],
                [_entity_fields(entity) for entity in cutting.entities],
                _provenance_fields(article.provenance),
            ]
        ).encode("utf-8"),
        _LEVEL,
    )


def unpack(packed: bytes, path: str) -> Cutting:
    """The cutting as it was packed, at `path` now."""
    name, text, paragraphs, facts, published, quotations, mentions, entities, provenance = json.loads(
        zlib.decompress(packed)
    )
    headline, standfirst, byline, publication, url = facts
    article = Article(
        id=ArticleId(name),
        path=path,
        text=text,
        paragraphs=tuple(Paragraph(Span(a, b), _PARAGRAPH_KINDS[kind]) for a, b, kind in paragraphs),
        headline=headline,
        standfirst=standfirst,
        byline=byline,
        publication=publication,
        published=date.fromisoformat(published) if published else None,
        url=url,
        provenance=_provenance(provenance),
    )
    return Cutting(
        article,
        tuple(map(_quotation, quotations)),
        tuple(Mention(Span(a, b), _ENTITY_KINDS[kind], entity) for a, b, kind, entity in mentions),
        tuple(map(_entity, entities)),
    )


def text_of(packed: bytes) -> str:
    """The article's text alone: a tenth of the work."""
    text, _ = _SCANNED.raw_decode(zlib.decompress(packed).decode("utf-8"), _TEXT_AT)
    return str(text)


def pack_quotation(quotation: Quotation) -> str:
    """One quotation as JSON."""
    return _short(_quotation_fields(quotation))


def unpack_quotation(packed: str) -> Quotation:
    """The quotation as it was packed."""
    return _quotation(json.loads(packed))


def pack_provenance(provenance: Sequence[Finding]) -> str:
    """Findings as JSON: few articles of a library have others than their neighbours."""
    return _short(_provenance_fields(provenance))


def unpack_provenance(packed: str) -> tuple[Finding, ...]:
    """The findings as they were packed."""
    return _provenance(json.loads(packed))


_short: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _provenance_fields(provenance: Sequence[Finding]) -> list[Any]:
    return [(finding.fact.value, finding.origin, int(finding.guessed)) for finding in provenance]


def _provenance(fields: list[Any]) -> tuple[Finding, ...]:
    return tuple(Finding(_FACTS[fact], origin, bool(guessed)) for fact, origin, guessed in fields)


def _quotation_fields(quotation: Quotation) -> list[Any]:
    return [
        quotation.segments,
        quotation.kind.value,
        quotation.speaker,
        quotation.speaker_kind,
        quotation.speaker_span,
        quotation.cue,
        quotation.rule,
        quotation.confidence,
        quotation.nested,
    ]


def _quotation(fields: list[Any]) -> Quotation:
    segments, kind, speaker, speaker_kind, speaker_span, cue, rule, confidence, nested = fields
    return Quotation(
        segments=tuple(Span(a, b) for a, b in segments),
        kind=_QUOTATION_KINDS[kind],
        speaker=speaker,
        speaker_kind=_ENTITY_KINDS[speaker_kind] if speaker_kind else None,
        speaker_span=Span(*speaker_span) if speaker_span else None,
        cue=Span(*cue) if cue else None,
        rule=rule,
        confidence=confidence,
        nested=tuple(Span(a, b) for a, b in nested),
    )


def _entity_fields(entity: Entity) -> list[Any]:
    roles = [(role.words, role.span.start, role.span.end) for role in entity.roles]
    return [entity.name, entity.kind.value, entity.aliases, roles]


def _entity(fields: list[Any]) -> Entity:
    name, kind, aliases, roles = fields
    return Entity(
        name, _ENTITY_KINDS[kind], tuple(aliases), tuple(Role(words, Span(a, b)) for words, a, b in roles)
    )
