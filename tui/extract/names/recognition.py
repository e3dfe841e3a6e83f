"""Tokens -> the names of an article, and who is the same: the stages in the order they are passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from tui.extract.names.body_rules import apply_body_rules
from tui.extract.names.candidates import Candidate
from tui.extract.names.capital_run_rules import apply_run_rules
from tui.extract.names.capital_runs import find_phrases, find_runs
from tui.extract.names.capital_words import NameDocument, read_document
from tui.extract.names.coref_clusters import MentionCluster, forms_of, fullest, span_of
from tui.extract.names.credit_rules import without_credits
from tui.extract.names.crf_model import KINDS, best_path, name_scores, run_scores
from tui.extract.names.document_evidence import DocumentEvidence, gather_evidence
from tui.extract.names.document_rules import apply_document_rules
from tui.extract.names.entity_type_vote import vote_on_kinds
from tui.extract.names.name_lexicon import name_lexicon
from tui.extract.names.organisation_coref import merge_organisations
from tui.extract.names.person_coref import merge_people
from tui.extract.names.person_rules import apply_person_rules
from tui.extract.names.propagate_names import propagate_names
from tui.extract.names.split_candidates import take_particles, with_month_surnames
from tui.extract.names.team_rules import name_teams
from tui.extract.words.tokens import Tokens
from tui.model.annotation import Entity, EntityKind, Mention
from tui.model.article import Paragraph

REIGNS = frozenset("king queen prince princess pope emperor empress".split())
MOST_MENTIONS = 20
"""Among so many mentions of a person a title is looked for."""


@dataclass(frozen=True, slots=True)
class FoundNames:
    """Mentions in order, none overlapping; entities by first mention, names unique, no roles."""

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()


def find_names(tokens: Tokens, paragraphs: Sequence[Paragraph]) -> FoundNames:
    """The persons, organisations and places named in a text. Never raises, whatever the text."""
    document = read_document(tokens, paragraphs, name_lexicon())
    find_phrases(document, name_lexicon())
    find_runs(document)
    if not document.runs:
        return FoundNames()
    evidence = gather_evidence(document)
    found = apply_document_rules(document, evidence, from_model(document, evidence))
    found = apart(found)
    vote_on_kinds(document, evidence, found)
    name_teams(document, found)
    found = without_credits(document, paragraphs, found)
    found = propagate_names(document, evidence, with_month_surnames(document, found))
    for candidate in found:
        if candidate.kind is EntityKind.PERSON:
            take_particles(document, candidate)
    return with_entities(document, apart(found))


def from_model(document: NameDocument, evidence: DocumentEvidence) -> list[list[Candidate]]:
    """The candidates of every run: the model's, put right by the rules on a run."""
    out: list[list[Candidate]] = []
    for first, end in document.runs:
        scores = run_scores(document, evidence, first, end)
        found = [Candidate(a, b, KINDS[k]) for a, b, k in labelled_spans(best_path(scores), first)]
        found = apply_run_rules(document, evidence, first, end, found)
        found = apply_body_rules(document, first, end, apply_person_rules(document, first, end, found))
        for candidate in found:
            model = name_scores(scores, candidate.first - first, candidate.end - first)
            candidate.scores = [a + b for a, b in zip(candidate.scores, model, strict=True)]
        out.append(found)
    return out


def apart(found: list[Candidate]) -> list[Candidate]:
    """The candidates in order, those left out that reach into the one before."""
    out: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: c.first):
        if not out or candidate.first >= out[-1].end:
            out.append(candidate)
    return out


def labelled_spans(path: list[int], first: int) -> list[tuple[int, int, int]]:
    """The names in a path of labels: (first token, end, number of the kind)."""
    out: list[tuple[int, int, int]] = []
    for at, label in enumerate(path, first):
        if label % 2:
            out.append((at, at + 1, label // 2))
        elif label:
            begin, _, kind = out.pop()
            out.append((begin, at + 1, kind))
    return out


def with_entities(document: NameDocument, found: list[Candidate]) -> FoundNames:
    """Mentions and entities of the candidates."""
    people = [c for c in found if c.kind is EntityKind.PERSON]
    others = [c for c in found if c.kind is not EntityKind.PERSON]
    clusters = [*merge_people(document, people), *merge_organisations(document, others)]
    clusters.sort(key=lambda cluster: min(member.first for member in cluster.members))
    mentions: list[Mention] = []
    entities: list[Entity] = []
    taken: set[str] = set()
    surnames = Counter(c.words[-1] for c in clusters if c.kind is EntityKind.PERSON)
    for cluster in clusters:
        spans = [span_of(document, member) for member in cluster.members]
        forms = forms_of(document, spans)
        if cluster.title and surnames[cluster.words[-1]] > 1:
            forms = {f"{cluster.title} {form}": often for form, often in forms.items()}
        elif title := reigning(document, cluster):
            forms = {f"{title} {form}": often for form, often in forms.items()}
        entity = entity_of(forms, cluster.kind, taken)
        taken.add(entity.name)
        entities.append(entity)
        mentions.extend(Mention(span, cluster.kind, entity.name) for span in spans)
    return FoundNames(tuple(sorted(mentions, key=lambda mention: mention.span)), tuple(entities))


def reigning(document: NameDocument, cluster: MentionCluster) -> str:
    """The title of somebody who has no other name than a given one: King Edmund, Pope Lucius; else ""."""
    if cluster.kind is not EntityKind.PERSON or len(cluster.words) > 1:
        return ""
    for member in cluster.members[:MOST_MENTIONS]:
        word = document.words.get(member.first - 1)
        if word is not None and word.small in REIGNS and not word.possessive:
            return word.text.capitalize()
    return ""


def entity_of(forms: dict[str, int], kind: EntityKind, taken: set[str]) -> Entity:
    """The entity under the fullest name that the article gives; a namesake gets its kind or a number."""
    best = fullest(forms)
    name = best if best not in taken else apart_from(taken, best, kind)
    return Entity(name, kind, tuple(sorted(form for form in forms if form != name)))


def apart_from(taken: set[str], best: str, kind: EntityKind) -> str:
    """A name that is not taken, of one that is."""
    numbered = (f"{best} ({number})" for number in range(2, len(taken) + 3))
    return next(choice for choice in chain((f"{best} ({kind.value})",), numbered) if choice not in taken)
