"""Further mentions of names that the article has already given: surnames, initials, names passed over."""

from __future__ import annotations

from collections.abc import Iterator

from tui.extract.names.candidates import Candidate
from tui.extract.names.capital_words import PARTICLES, Case, NameDocument
from tui.extract.names.document_evidence import DocumentEvidence
from tui.extract.names.name_lexicon import COMMON, DEMONYM, NO_NAME, TITLE
from tui.model.annotation import EntityKind

DETERMINERS = frozenset("the a an our their his her its every each local".split())
Names = dict[tuple[str, ...], EntityKind]


def propagate_names(
    document: NameDocument, evidence: DocumentEvidence, found: list[Candidate]
) -> list[Candidate]:
    """The candidates and, where nothing was found, the further mentions of the same names."""
    names = known_names(document, evidence, found)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_first.setdefault(name[0], []).append(name)
    taken = {i for c in found for i in range(c.first, c.end)}
    out = list(found)
    for at, word in document.words.items():
        for name in by_first.get(word.small, ()) if at not in taken else ():
            end = at + len(name)
            if name_stands_at(document, at, name, taken) and (
                len(name) > 1 or stands_alone(document, evidence, at, names[name], taken)
            ):
                out.append(Candidate(at, end, names[name]))
                taken.update(range(at, end))
                break
    return sorted(out, key=lambda c: c.first)


def known_names(document: NameDocument, evidence: DocumentEvidence, found: list[Candidate]) -> Names:
    """Each name found, the surname of each person, the initials of each long-named body."""
    names: Names = {}
    for candidate in found:
        names.setdefault(tuple(document.small[candidate.first : candidate.end]), candidate.kind)
        for part in short_forms(document, evidence, candidate):
            names.setdefault(part, candidate.kind)
    return names


def short_forms(
    document: NameDocument, evidence: DocumentEvidence, candidate: Candidate
) -> Iterator[tuple[str, ...]]:
    """Shorter names under which it may come again."""
    first, end, small = candidate.first, candidate.end, document.small
    if candidate.kind is EntityKind.PERSON and candidate.size > 1:
        last = end - 1
        common = document.flags(last) & (COMMON | NO_NAME) and small[last] in evidence.lowered
        if len(small[last]) > 2 and not common:
            yield (small[last],)
        begin = last
        while begin - 1 > first and small[begin - 1] in PARTICLES:
            begin -= 1
        if begin < last:
            yield tuple(small[begin:end])
    if candidate.kind is EntityKind.ORGANISATION and candidate.size > 2:
        initials = "".join(small[i][0] for i in range(first, end) if i in document.words)
        if len(initials) > 2:
            yield (initials,)


def name_stands_at(document: NameDocument, at: int, name: tuple[str, ...], taken: set[int]) -> bool:
    """Whether the name stands at `at`, on free tokens."""
    end = at + len(name)
    return tuple(document.small[at:end]) == name and not any(i in taken for i in range(at, end))


def stands_alone(
    document: NameDocument, evidence: DocumentEvidence, at: int, kind: EntityKind, taken: set[int]
) -> bool:
    """Whether a single word is that name here, and neither a plain word nor part of something longer."""
    word = document.words[at]
    capitals = word.text.isupper() and len(word.text) > 1
    if kind is EntityKind.ORGANISATION and not capitals and len(word.small) <= 4 and word.opens:
        return False
    if kind is EntityKind.PERSON and word.flags & TITLE and not word.flags & NO_NAME:
        bare = document.before(at) not in DETERMINERS and (word.possessive or at + 1 not in document.words)
        return bare and word.small not in evidence.lowered
    if word.flags & (NO_NAME | DEMONYM | TITLE):
        return capitals and word.case is Case.MIXED and not word.flags & NO_NAME
    if (
        word.flags & COMMON
        and not capitals
        and (kind is not EntityKind.PERSON or word.small in evidence.lowered)
    ):
        return False
    return not (
        part_of_more(document, at - 1, taken)
        or (not word.possessive and part_of_more(document, at + 1, taken))
    )


def part_of_more(document: NameDocument, at: int, taken: set[int]) -> bool:
    """Whether the neighbour at `at` is a capital that belongs to no name yet and is no title or opener."""
    word = document.words.get(at)
    return (
        word is not None
        and at not in taken
        and not word.opens
        and not word.flags & (TITLE | DEMONYM | NO_NAME)
    )
