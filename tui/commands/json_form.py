"""The values of the house as JSON objects: the one place where the keys of `--json` are written down.

All offsets are code points into "text", half-open.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from tui.model.annotation import Entity, Mention, Quotation
from tui.model.cutting import Cutting
from tui.model.span import Span

JsonObject = dict[str, Any]


def line(value: JsonObject) -> str:
    """One line of JSON, with letters as they are wherever the output can carry them."""
    carries_all = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    return json.dumps(value, ensure_ascii=not carries_all) + "\n"


def of_cutting(cutting: Cutting) -> JsonObject:
    """An article with all that was found in it."""
    article = cutting.article
    return {
        "path": article.path,
        "id": article.id,
        "text": article.text,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "byline": article.byline,
        "publication": article.publication,
        "published": article.published and article.published.isoformat(),
        "quotations": [of_quotation(quotation) for quotation in cutting.quotations],
        "mentions": [_of_mention(mention) for mention in cutting.mentions],
        "entities": [_of_entity(entity) for entity in cutting.entities],
    }


def of_quotation(quotation: Quotation) -> JsonObject:
    """One utterance; its segments leave out the quotation marks."""
    return {
        "segments": spans(quotation.segments),
        "kind": quotation.kind,
        "speaker": quotation.speaker,
        "speaker_kind": quotation.speaker_kind,
        "speaker_span": _span(quotation.speaker_span),
        "cue_span": _span(quotation.cue),
        "rule": quotation.rule,
        "confidence": round(quotation.confidence, 3),
        "nested": spans(quotation.nested),
    }


def spans(all_of_them: Iterable[Span]) -> list[list[int]]:
    """Each span as [start, end]."""
    return [[span.start, span.end] for span in all_of_them]


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _of_mention(mention: Mention) -> JsonObject:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "kind": mention.kind,
        "entity": mention.entity,
    }


def _of_entity(entity: Entity) -> JsonObject:
    return {
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "roles": [{"role": role.words, "span": _span(role.span)} for role in entity.roles],
    }
