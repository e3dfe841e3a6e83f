"""Which mentions of persons are one person."""

from __future__ import annotations

from functools import cache
from typing import Literal

from tui.extract.names.candidate import Candidate
from tui.extract.names.cluster import Cluster
from tui.extract.names.lexicon import FEMALE, GIVEN, MALE, lexicon, plain, sections, word_set
from tui.extract.names.words import PARTICLES, Page
from tui.model.annotation import EntityKind

SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])


@cache
def short_forms() -> dict[str, frozenset[int]]:
    """Given name -> the groups of short forms that it stands in."""
    groups: dict[str, frozenset[int]] = {}
    for number, group in enumerate(sections("synonyms.txt")["short"]):
        for name in group.split():
            groups[name] = groups.get(name, frozenset()) | {number}
    return groups


@cache
def titles(section: str) -> frozenset[str]:
    """A section of the titles."""
    return word_set("titles.txt", section)


def gender_of(name: str) -> Literal["m", "f", ""]:
    """Whether title or given name are a man's ("m") or a woman's ("f"); "" when they are neither's alone."""
    for word in plain(name).replace(".", " ").split():
        if word in titles("male-title") or word in titles("female-title"):
            return "m" if word in titles("male-title") else "f"
        if word in titles("honorific"):
            continue
        given = lexicon().of(word) & GIVEN
        return "m" if given == MALE else "f" if given == FEMALE else ""
    return ""


def merge_people(page: Page, people: list[Candidate]) -> list[Cluster]:
    """The persons of an article; `people` in order of the text."""
    clusters: list[Cluster] = []
    for candidate in sorted(people, key=lambda c: -c.size):
        words = words_of(page, candidate)
        if len(words) > 1 and not is_surname(words):
            same = next((c for c in clusters if same_person(words, c.words)), None)
            join(clusters, same, candidate, words)
    placed = {id(member) for cluster in clusters for member in cluster.members}
    for candidate in people:
        if id(candidate) not in placed:
            words = words_of(page, candidate)
            join(clusters, owner_of(page, candidate, words, clusters), candidate, words)
    return clusters


def join(clusters: list[Cluster], same: Cluster | None, candidate: Candidate, words: tuple[str, ...]) -> None:
    """Put the candidate with the person that it names, or make a new one."""
    if same is None:
        same = Cluster(EntityKind.PERSON, words)
        clusters.append(same)
    same.members.append(candidate)


def words_of(page: Page, candidate: Candidate) -> tuple[str, ...]:
    """The words of a name as compared; "Jr" at the end left out."""
    words = tuple(page.small[candidate.first : candidate.end])
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    return words


def is_surname(words: tuple[str, ...]) -> bool:
    """Whether all words but the last are particles: van der Meer."""
    return all(word in PARTICLES for word in words[:-1])


def same_person(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether two names of at least two words can be one person's: same surname, given names that agree."""
    if shorter == longer:
        return True
    if surname(shorter) != surname(longer):
        return shorter == longer[: len(shorter)] and len(longer) == len(shorter) + 1
    one, other = shorter[0].rstrip("."), longer[0].rstrip(".")
    if one == other:
        return len(shorter) != len(longer) or len(shorter) == 2
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    groups = short_forms()
    if groups.get(one, frozenset()) & groups.get(other, frozenset()):
        return True
    return len(shorter) < len(longer) and one in longer[1:-1]


def surname(words: tuple[str, ...]) -> str:
    """The last word of a name, which a hyphen or an apostrophe may hold together."""
    return words[-1]


def owner_of(
    page: Page, candidate: Candidate, words: tuple[str, ...], clusters: list[Cluster]
) -> Cluster | None:
    """Whom a lone surname or given name means: of several, the one that title and nearness choose."""
    title = page.before(candidate.first).rstrip(".")
    titled = title in titles("honorific")
    fitting = [c for c in clusters if c.words[-len(words) :] == words]
    if not fitting and len(words) == 1 and (not titled or title in titles("first-name-title")):
        fitting = [c for c in clusters if given_fits(words[0], c.words)]
        fitting = fitting or [c for c in clusters if words[0] in c.words[1:-1] and words[0] not in PARTICLES]
    if len(fitting) > 1 and titled:
        gender = gender_of(title)
        fitting = [c for c in fitting if gender_of(c.words[0]) in (gender, "") or not gender] or fitting
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    return nearest(candidate, fitting)


def given_fits(name: str, words: tuple[str, ...]) -> bool:
    """Whether a lone given name is the first name of the person."""
    groups = short_forms()
    return len(words) > 1 and (
        name == words[0] or bool(groups.get(name, frozenset()) & groups.get(words[0], frozenset()))
    )


def nearest(candidate: Candidate, clusters: list[Cluster]) -> Cluster:
    """The person named last before the candidate, else the one named first after it."""
    before = [(m.first, k) for k, c in enumerate(clusters) for m in c.members if m.first < candidate.first]
    if before:
        return clusters[max(before)[1]]
    return clusters[min((m.first, k) for k, c in enumerate(clusters) for m in c.members)[1]]
