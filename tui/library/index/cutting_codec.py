"""Cuttings as they are kept in the index: short JSON, deflated. Read without the analysis being imported.

Spans are kept as how far each starts behind the one before and how long it is, entities by their number, and
all is deflated behind a piece of what cuttings have in common (`common_of`): together half the size.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from tui.model.annotation import Entity, EntityKind, Mention, Quotation, QuotationKind, Role
from tui.model.article import Article, ArticleId, Paragraph, ParagraphKind
from tui.model.cutting import Cutting
from tui.model.provenance import Fact, FactSource
from tui.model.rule import Rule
from tui.model.span import Span

_LEVEL = 6
"""Of zlib: the highest saves a hundredth more."""
_WINDOW = 1 << 15
"""Bytes that zlib looks back: of what cuttings have in common, more would be of no use."""

_TEXT_AT = len('["0123456789abcdef",')
"""Where the text begins behind the article's id."""
_NOT_SAID = (2, 3, 7, 8, 10)
"""Where paragraphs, mentions and provenance stand among what is packed."""
_SCANNED = json.JSONDecoder()

_QUOTATION_KINDS = {kind.value: kind for kind in QuotationKind}
_RULES = {rule.value: rule for rule in Rule}
_ENTITY_KINDS = {kind.value: kind for kind in EntityKind}
_PARAGRAPH_KINDS = {kind.value: kind for kind in ParagraphKind}
_FACTS = {fact.value: fact for fact in Fact}

Name = int | list[str | None]
"""Who is meant: the number of an entity of the cutting; kind and name of one that is not among them."""


def pack(cutting: Cutting, common: bytes = b"") -> bytes:
    """The whole cutting but for its path, which may change. To be unpacked with the same `common`."""
    deflater = _deflater(common).copy()
    return deflater.compress(_plain(cutting)) + deflater.flush()


@lru_cache(maxsize=2)
def _deflater(common: bytes) -> zlib._Compress:
    """What deflates behind that: to be copied, for it takes a while to be made."""
    return zlib.compressobj(_LEVEL, zdict=common) if common else zlib.compressobj(_LEVEL)


def unpack(packed: bytes, path: str, common: bytes = b"") -> Cutting:
    """The cutting as it was packed, at `path` now. Raises one of DAMAGE if what was packed is not whole."""
    return _cutting(json.loads(_inflated(packed, common)), path)


def unpack_said(packed: bytes, common: bytes = b"") -> Cutting:
    """The same with text, quotations and entities alone, for two thirds of the work."""
    fields = json.loads(_inflated(packed, common))
    for others in _NOT_SAID:
        fields[others] = []
    return _cutting(fields, "")


def _inflated(packed: bytes, common: bytes) -> bytes:
    inflater = zlib.decompressobj(zdict=common) if common else zlib.decompressobj()
    plain = inflater.decompress(packed)
    if not inflater.eof:
        raise zlib.error("cut short")
    return plain


DAMAGE = (zlib.error, ValueError, KeyError, TypeError, IndexError)
"""What `unpack` raises for what it cannot read: the bytes carry a checksum."""


def common_of(cuttings: Iterable[Cutting]) -> bytes:
    """What these cuttings look like, as much as is of use, to pack others behind it."""
    return b"".join(map(_plain, cuttings))[-_WINDOW:]


def _plain(cutting: Cutting) -> bytes:
    article = cutting.article
    numbers: dict[tuple[EntityKind | None, str | None], int]
    numbers = {(e.kind, e.name): number for number, e in reversed([*enumerate(cutting.entities)])}

    def name(kind: EntityKind | None, called: str | None) -> Name:
        return numbers.get((kind, called), [kind, called])

    return _short(
        [
            article.id,
            article.text,
            _gaps([paragraph.span for paragraph in article.paragraphs]),
            [paragraph.kind for paragraph in article.paragraphs],
            [article.headline, article.standfirst, article.byline, article.publication, article.url],
            article.published and article.published.isoformat(),
            [_entity_fields(entity) for entity in cutting.entities],
            _gaps([mention.span for mention in cutting.mentions]),
            [name(mention.kind, mention.entity) for mention in cutting.mentions],
            [_quotation_fields(quotation, name) for quotation in cutting.quotations],
            _provenance_fields(article.provenance),
        ]
    ).encode("utf-8")


def _cutting(fields: list[Any], path: str) -> Cutting:
    own_id, text, places, kinds, facts, published, entities, mentioned, names, quotations, origin = fields
    headline, standfirst, byline, publication, url = facts
    article = Article(
        id=ArticleId(own_id),
        path=path,
        text=text,
        paragraphs=tuple(
            Paragraph(span, _PARAGRAPH_KINDS[kind]) for span, kind in zip(_spans(places), kinds, strict=True)
        ),
        headline=headline,
        standfirst=standfirst,
        byline=byline,
        publication=publication,
        published=date.fromisoformat(published) if published else None,
        url=url,
        provenance=_provenance(origin),
    )
    found = tuple(map(_entity, entities))

    def named(name: Name) -> Any:
        if isinstance(name, int):
            return found[name].kind, found[name].name
        return name[0] and _ENTITY_KINDS[name[0]], name[1]

    mentions = zip(_spans(mentioned), map(named, names), strict=True)
    return Cutting(
        article,
        tuple(_quotation(quotation, named) for quotation in quotations),
        tuple(Mention(span, *named) for span, named in mentions),
        found,
    )


def text_of(packed: bytes, common: bytes = b"") -> str:
    """The article's text alone: a tenth of the work."""
    text, _ = _SCANNED.raw_decode(_inflated(packed, common).decode("utf-8"), _TEXT_AT)
    return str(text)


def common_in(connection: sqlite3.Connection) -> bytes:
    """What the cuttings of an index are packed behind."""
    found = connection.execute("SELECT value FROM fact WHERE name = 'common'").fetchone()
    return bytes(found[0]) if found else b""


_short: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def pack_provenance(provenance: Sequence[FactSource]) -> str:
    """Findings as JSON: few articles of a library have others than their neighbours."""
    return _short(_provenance_fields(provenance))


def unpack_provenance(packed: str) -> tuple[FactSource, ...]:
    """The findings as they were packed."""
    return _provenance(json.loads(packed))


_BITS = {fact: 1 << number for number, fact in enumerate(Fact)}


def pack_guessed(guessed: frozenset[Fact]) -> int:
    """Which facts of an article are guessed, one bit for each."""
    return sum(_BITS[fact] for fact in guessed)


@cache
def unpack_guessed(packed: int) -> frozenset[Fact]:
    """The same as it was packed."""
    return frozenset(fact for fact, bit in _BITS.items() if packed & bit)


_FIELD, _ITEM = "\x1f", "\x1e"
"""Between what is told of a name: no text has these characters once it is clean."""


def pack_about(genders: str, *told: Iterable[str]) -> str:
    """What an article tells of a name: genders, aliases, roles and ways of naming them with a title."""
    return _FIELD.join([genders, *map(_ITEM.join, told)]).rstrip(_FIELD)


def unpack_about(packed: str) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The same as it was packed."""
    genders, *told = packed.split(_FIELD)
    aliases, roles, titled = (*((tuple(one.split(_ITEM)) if one else ()) for one in told), (), (), ())[:3]
    return genders, aliases, roles, titled


def _provenance_fields(provenance: Sequence[FactSource]) -> list[Any]:
    return [(finding.fact, finding.origin, int(finding.guessed)) for finding in provenance]


def _provenance(fields: list[Any]) -> tuple[FactSource, ...]:
    return tuple(FactSource(_FACTS[fact], origin, bool(guessed)) for fact, origin, guessed in fields)


def _gaps(spans: Iterable[Span], before: int = 0) -> list[int]:
    """How far each span starts behind the start of the one before, and how long it is, in turn."""
    numbers = []
    for span in spans:
        numbers += [span.start - before, span.end - span.start]
        before = span.start
    return numbers


def _spans(numbers: Sequence[int], before: int = 0) -> tuple[Span, ...]:
    """The spans that `_gaps` made these numbers from."""
    if not numbers:
        return ()
    spans = []
    for gap, length in zip(numbers[::2], numbers[1::2], strict=True):
        before += gap
        spans.append(Span(before, before + length))
    return tuple(spans)


def _quotation_fields(
    quotation: Quotation, name: Callable[[EntityKind | None, str | None], Name]
) -> list[Any]:
    start = quotation.segments[0].start if quotation.segments else 0
    return [
        _gaps(quotation.segments),
        quotation.kind,
        name(quotation.speaker_kind, quotation.speaker),
        _gaps([quotation.speaker_span], start) if quotation.speaker_span else 0,
        _gaps([quotation.cue], start) if quotation.cue else 0,
        quotation.rule,
        quotation.confidence,
        _gaps(quotation.nested, start),
    ]


def _quotation(fields: list[Any], named: Callable[[Name], Any]) -> Quotation:
    places, kind, name, speaker_place, cue_place, rule, confidence, nested = fields
    segments = _spans(places)
    start = segments[0].start if segments else 0
    speaker_kind, speaker = named(name)
    return Quotation(
        segments=segments,
        kind=_QUOTATION_KINDS[kind],
        speaker=speaker,
        speaker_kind=speaker_kind,
        speaker_span=_spans(speaker_place, start)[0] if speaker_place else None,
        cue=_spans(cue_place, start)[0] if cue_place else None,
        rule=_RULES[rule],
        confidence=confidence,
        nested=_spans(nested, start),
    )


def _entity_fields(entity: Entity) -> list[Any]:
    return [
        entity.name,
        entity.kind,
        entity.aliases,
        [role.words for role in entity.roles],
        _gaps([role.span for role in entity.roles]),
    ]


def _entity(fields: list[Any]) -> Entity:
    name, kind, aliases, roles, places = fields
    return Entity(name, _ENTITY_KINDS[kind], tuple(aliases), tuple(map(Role, roles, _spans(places))))
