"""The values of the house as JSON objects: the one place where the keys of `--json` are written down.

All offsets are code points into "text", half-open.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tui.commands.name_lookup import NameEntry
from tui.library.core.text_cleaning import clean_name, escaped
from tui.model.annotation import Entity, Mention, Quotation
from tui.model.article import Article
from tui.model.cutting import Cutting
from tui.model.dossier import Dossier
from tui.model.known_entity import KnownEntity
from tui.model.language import language_of
from tui.model.listing import ArticleProvenance, Printing, QuotationHit, QuotationRow
from tui.model.problem import Problem
from tui.model.provenance import Fact
from tui.model.relation import Relation
from tui.model.span import Span
from tui.model.verdict import Occurrence, Verdict
from tui.present.guess_marks import GuessedFacts

if TYPE_CHECKING:
    from tui.library.ingest.import_articles import Added

JsonObject = dict[str, Any]


def json_line(value: JsonObject) -> str:
    """One line of JSON, with letters as they are wherever the output can carry them."""
    carries_all = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    return escaped(json.dumps(value, ensure_ascii=not carries_all)) + "\n"


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
        "guessed": guessed(article),
        "language": language_of(article.text),
        "quotations": [of_quotation(quotation) for quotation in cutting.quotations],
        "mentions": [_of_mention(mention) for mention in cutting.mentions],
        "entities": [_of_entity(entity) for entity in cutting.entities],
    }


def guessed(it: GuessedFacts) -> list[str]:
    """The facts that the source of an article does not state, by the names of the report ("headline")."""
    return [fact.value for fact in Fact if fact in it.guessed]


def of_ingested(one: ArticleProvenance) -> JsonObject:
    """What is known of an article, and of each fact where it was found and whether it was guessed."""
    return {
        "id": one.article,
        "path": one.path,
        "headline": one.title if one.titled else None,
        "publication": one.publication,
        "published": one.published and one.published.isoformat(),
        "guessed": guessed(one),
        "provenance": {
            finding.fact.value: {"from": finding.origin, "guessed": finding.guessed}
            for finding in one.provenance
        },
    }


def of_problem(problem: Problem) -> JsonObject:
    """What is wrong with a file; "read": it is in the library all the same; "aside": nothing is amiss."""
    return {
        "path": problem.path,
        "problem": problem.words,
        "remedy": problem.remedy,
        "read": problem.read,
        "aside": problem.aside,
    }


def of_added(added: Added, original: str) -> JsonObject:
    """The file that an article is in now, and the one that it came from."""
    return {"path": clean_name(str(added.path)), "new": added.new, "original": original or None}


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


def of_said(said: QuotationRow) -> JsonObject:
    """A quotation in a list; "segments" point into the article's text, "title" may be its opening words."""
    return {
        "quotation": said.words,
        "speaker": said.quotation.speaker,
        "speaker_kind": said.quotation.speaker_kind,
        "role": said.role or None,
        "kind": said.quotation.kind,
        "article": said.article,
        "path": said.path,
        "title": said.title,
        "publication": said.publication,
        "published": said.published and said.published.isoformat(),
        "guessed": guessed(said),
        "segments": spans(said.quotation.segments),
        "confidence": round(said.quotation.confidence, 3),
    }


def of_hit(rank: int, hit: QuotationHit, headline: str | None) -> JsonObject:
    """What a search found; "highlights" point into "quotation", "also" has other articles that say it.

    What "repeats" is in a hit before it: a print that is given once more, with its own place.
    """
    return {
        "rank": rank,
        "score": round(hit.score, 4),
        "quotation": hit.said.words,
        "speaker": hit.said.quotation.speaker,
        "path": hit.said.path,
        "headline": headline,
        "published": hit.said.published and hit.said.published.isoformat(),
        "guessed": guessed(hit.said),
        "segments": spans(hit.said.quotation.segments),
        "highlights": spans(hit.highlights),
        "also": [_of_printing(one) for one in hit.also],
        "repeats": hit.repeats,
    }


def _of_printing(one: Printing) -> JsonObject:
    return {
        "article": one.article,
        "path": one.path,
        "publication": one.publication,
        "published": one.published and one.published.isoformat(),
        "guessed": guessed(one),
    }


def of_verdict(verdict: Verdict) -> JsonObject:
    """What became of a quotation; "places" are best first, "unread" articles were not looked through.

    "notes" are to be looked at even where it is "honest".
    """
    return {
        "words": verdict.words,
        "speaker": verdict.speaker,
        "grade": verdict.grade,
        "honest": verdict.honest,
        "notes": [str(caution) for caution in verdict.cautions],
        "unread": verdict.unread,
        "places": [_of_standing(standing) for standing in verdict.occurrences],
    }


def _of_standing(standing: Occurrence) -> JsonObject:
    """Where words stand and how they differ there; "words" are the whole quotation, or the paragraph."""
    where, found = standing.where, standing.comparison
    said = isinstance(where, QuotationRow)
    segments = where.quotation.segments if isinstance(where, QuotationRow) else filter(None, [where.span])
    return {
        "words": where.words,
        "in": "quotation" if said else "text",
        "speaker": standing.speaker,
        "theirs": standing.theirs,
        "grade": found.grade,
        "before": found.before,
        "after": found.after,
        "differences": [
            {"change": one.change, "asked": one.asked, "printed": one.printed, "marked": one.marked}
            for one in found.differences
        ],
        "path": where.path,
        "title": where.title,
        "publication": where.publication,
        "published": where.published and where.published.isoformat(),
        "guessed": guessed(where),
        "segments": spans(segments),
    }


def of_entry(entry: NameEntry) -> JsonObject:
    """An entity across the library."""
    return {
        "name": entry.name,
        "kind": entry.kind,
        "quotations": entry.quotations,
        "articles": entry.articles,
        "roles": list(entry.roles),
        "aliases": list(entry.aliases),
    }


def of_known(known: KnownEntity) -> JsonObject:
    """All that a library knows of somebody; each role with the article that gives it."""
    return {
        "name": known.name,
        "kind": known.kind,
        "quotations": known.quotations,
        "mentions": known.mentions,
        "articles": known.articles,
        "roles": [
            {
                "role": role.words,
                "article": role.article,
                "title": role.title,
                "publication": role.publication,
                "published": role.published and role.published.isoformat(),
                "guessed": guessed(role),
            }
            for role in known.roles
        ],
        "aliases": list(known.aliases),
        "alike": list(known.alike),
    }


def of_dossier(dossier: Dossier) -> JsonObject:
    """The same with everything they said, who speaks of them, whom they are named beside, and where."""
    return {
        **of_known(dossier.known),
        "said": [of_said(said) for said in dossier.said],
        "spoken_of": [of_said(said) for said in dossier.spoken_of],
        "beside": [{"name": one.name, "kind": one.kind, "articles": one.articles} for one in dossier.beside],
        "named_in": [
            {
                "article": one.article,
                "title": one.title,
                "publication": one.publication,
                "published": one.published and one.published.isoformat(),
                "guessed": guessed(one),
                "mentions": one.mentions,
                "quotations": one.quotations,
            }
            for one in dossier.named_in
        ],
    }


def of_relation(rank: int, relation: Relation, other: Article) -> JsonObject:
    """A related article and why it is; "also" are further articles with its very text."""
    return {
        "rank": rank,
        "score": round(relation.score, 4),
        "path": other.path,
        "headline": other.headline,
        "guessed": guessed(other),
        "copied": round(relation.copied, 4),
        "also": list(relation.also),
        "reasons": [{"kind": reason.kind, "words": reason.words} for reason in relation.reasons],
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
