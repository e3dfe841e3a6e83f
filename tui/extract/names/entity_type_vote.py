"""One kind for each name of an article: every mention of it has a vote."""

from __future__ import annotations

from collections import defaultdict

from tui.extract.names.candidates import Candidate, key_of
from tui.extract.names.capital_words import NameDocument
from tui.extract.names.crf_model import KINDS
from tui.extract.names.document_evidence import DocumentEvidence, Sign, sign_words
from tui.extract.names.name_lexicon import (
    BODY_HEAD,
    BRITAIN,
    COUNTRY,
    GIVEN,
    PLACE,
    PLACE_STRONG,
    name_lexicon,
)
from tui.model.annotation import EntityKind

PERSON, BODY, AREA = range(3)
LONGEST_NAME = 3
KEEPS_OWN = 80
"""A mention keeps its own kind when it is surer of it than of the common one by five natural units."""
KNOWN_PLACE, KNOWN_BODY, IS_COUNTRY, IS_BRITISH, IS_COMPANY = 100, 70, 60, 40, 50
IS_TITLED, IS_FORENAMED, IS_SURNAME, IS_BRACKETED = 100, 60, 60, 100


def vote_on_kinds(document: NameDocument, evidence: DocumentEvidence, found: list[Candidate]) -> None:
    """Set the kind of each candidate to what its mentions, the lexicon and the evidence say together."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    surnames: dict[str, int] = defaultdict(int)
    for candidate in found:
        groups[key_of(document, candidate)].append(candidate)
        if candidate.kind is EntityKind.PERSON and candidate.size > 1:
            surnames[document.small[candidate.end - 1]] += 3 if candidate.ruled else 1
    for key, group in groups.items():
        totals = [sum(column) for column in zip(*(c.scores for c in group), strict=True)]
        for kind, score in enumerate(bonus(document, evidence, key, group, surnames)):
            totals[kind] += score
        best = totals.index(max(totals))
        if best == AREA and any(acts_as_person(document, evidence, c) for c in group):
            best = PERSON
        for candidate in group:
            own = KINDS.index(candidate.kind)
            if candidate.scores[own] - candidate.scores[best] < KEEPS_OWN:
                candidate.kind = KINDS[best]


def acts_as_person(document: NameDocument, evidence: DocumentEvidence, candidate: Candidate) -> bool:
    """Whether two or three words that look like a place speak, or have an age: “We won,” said Al Ross."""
    first, end = candidate.first, candidate.end
    if not 1 < candidate.size <= LONGEST_NAME or first in document.phrases:
        return False
    before, after = document.before(first), document.after(end)
    if not all(i in document.words for i in range(first, end)) or document.flags(end - 1) & PLACE_STRONG:
        return False
    given, speech = document.flags(first) & GIVEN, sign_words().speech
    aged = after == "," and document.after(end + 1).isdigit() and document.after(end + 2) == ","
    role = before == "," and document.before(first - 1) in sign_words().role and after in ",.¶"
    known = evidence.of(document.small[end - 1]) & Sign.TITLED
    inverted = before in speech and after in ",.¶"
    return aged or inverted or bool(given and (after in speech or role or known))


def bonus(
    document: NameDocument,
    evidence: DocumentEvidence,
    key: str,
    group: list[Candidate],
    surnames: dict[str, int],
) -> list[int]:
    """What lexicon and evidence add for a name, by kind."""
    out, count, one = [0, 0, 0], len(group), group[0]
    known = document.phrases.get(one.first)
    if known and known[0] == one.end and known[1]:
        out[AREA if known[1] is EntityKind.PLACE else BODY] += count * (
            KNOWN_PLACE if known[1] is EntityKind.PLACE else KNOWN_BODY
        )
    flags = name_lexicon().of(key)
    if one.size > 1:
        if (
            any(evidence.of(document.small[i]) & Sign.COMPANY for i in range(one.first, one.end))
            and not flags & PLACE
        ):
            out[BODY] += IS_COMPANY
        return out
    seen = evidence.of(document.small[one.first])
    out[AREA] += count * (
        IS_COUNTRY if flags & COUNTRY else IS_BRITISH if flags & BRITAIN and not flags & BODY_HEAD else 0
    )
    out[PERSON] += IS_TITLED if seen & Sign.TITLED else 0
    out[PERSON] += IS_FORENAMED if seen & Sign.FORENAMED else 0
    out[PERSON] += IS_SURNAME * min(3, surnames.get(key, 0))
    out[BODY] += IS_BRACKETED if seen & Sign.BRACKETED else 0
    out[BODY] += IS_COMPANY if seen & Sign.COMPANY and not flags & PLACE else 0
    return out
