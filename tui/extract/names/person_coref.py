"""Which mentions of persons are one person."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from functools import cache
from typing import Literal

from tui.extract.names.candidates import Candidate
from tui.extract.names.capital_words import NUMBERS, PARTICLES, NameDocument
from tui.extract.names.coref_clusters import MentionCluster
from tui.extract.names.name_lexicon import FEMALE, GIVEN, MALE, name_lexicon, plain, sections, word_set
from tui.model.annotation import EntityKind

MOST_NAMESAKES = 60
"""How many people of one surname are compared with a name, so that a list of thousands costs no more."""
SUFFIXES = frozenset(["jr", "jr.", "sr", "sr."])


@cache
def short_forms() -> dict[str, frozenset[int]]:
    """Given name -> the groups of short forms that it stands in."""
    groups: dict[str, frozenset[int]] = {}
    for number, group in enumerate(sections("synonyms.txt")["short"]):
        for name in group.split():
            groups[name] = groups.get(name, frozenset()) | {number}
    return groups


@cache
def title_words(section: str) -> frozenset[str]:
    """A section of the titles."""
    return word_set("titles.txt", section)


def gender_of(name: str) -> Literal["m", "f", ""]:
    """Whether title or given name are a man's ("m") or a woman's ("f"); "" when they are neither's alone."""
    for word in plain(name).replace(".", " ").split():
        if word in title_words("male-title") or word in title_words("female-title"):
            return "m" if word in title_words("male-title") else "f"
        if word in title_words("honorific"):
            continue
        given = name_lexicon().of(word) & GIVEN
        return "m" if given == MALE else "f" if given == FEMALE else ""
    return ""


class PersonClusters:
    """The persons found so far, looked up by the words of their names."""

    def __init__(self) -> None:
        """Nobody yet."""
        self.clusters: list[MentionCluster] = []
        self.by_last: dict[str, list[MentionCluster]] = defaultdict(list)
        self.by_given: dict[str | int, list[MentionCluster]] = defaultdict(list)
        self.by_middle: dict[str, list[MentionCluster]] = defaultdict(list)

    def add(self, words: tuple[str, ...], suffix: str = "") -> MentionCluster:
        """A new person; `suffix`: "jr" or the number behind the name."""
        cluster = MentionCluster(EntityKind.PERSON, words, suffix=suffix)
        self.clusters.append(cluster)
        self.by_last[words[-1]].append(cluster)
        if len(words) > 1:
            for form in (words[0], *short_forms().get(words[0], ())):
                self.by_given[form].append(cluster)
        for word in set(words[1:-1]) - PARTICLES:
            self.by_middle[word].append(cluster)
        return cluster

    def same(self, words: tuple[str, ...], suffix: str = "") -> MentionCluster | None:
        """The person of a name of several words: the surname (or all but the last word) agrees.

        A name with "Jr" behind it is another's than the same without, or with another.
        """
        for last in (words[-1], None):
            alike = self.by_last[last] if last else self.by_given[words[0]]
            for cluster in alike[:MOST_NAMESAKES]:
                if suffix == cluster.suffix and same_person(words, cluster.words):
                    return cluster
        return None

    def named_alone(self, words: tuple[str, ...], given_too: bool) -> list[MentionCluster]:
        """Whom a surname alone may mean; or, with `given_too` and nobody of that surname, a given name."""
        alike = self.by_last[words[-1]][:MOST_NAMESAKES]
        fitting = [c for c in alike if c.words[-len(words) :] == words]
        if fitting or len(words) > 1 or not given_too:
            return fitting
        forms = (words[0], *short_forms().get(words[0], ()))
        given = list({id(c): c for form in forms for c in self.by_given.get(form, ())}.values())
        return (given or self.by_middle.get(words[0], []))[:MOST_NAMESAKES]


def merge_people(document: NameDocument, people: list[Candidate]) -> list[MentionCluster]:
    """The persons of an article: full names first, then the short ones in order of the text."""
    found = PersonClusters()
    alone: list[tuple[Candidate, tuple[str, ...]]] = []
    for candidate in sorted(people, key=lambda c: -c.size):
        words, suffix = compared_words(document, candidate), suffix_of(document, candidate)
        if len(words) > 1 and not is_surname(words):
            join(found.same(words, suffix) or found.add(words, suffix), candidate)
        else:
            alone.append((candidate, words))
    for candidate, words in sorted(alone, key=lambda pair: pair[0].first):
        owner = owner_of(document, candidate, words, found)
        if owner is None:
            owner = found.add(words)
            owner.title = title_before(document, candidate)
        join(owner, candidate)
    return found.clusters


def join(cluster: MentionCluster, candidate: Candidate) -> None:
    """Put the candidate with the person that it names."""
    insort(cluster.members, candidate, key=lambda member: member.first)


def compared_words(document: NameDocument, candidate: Candidate) -> tuple[str, ...]:
    """The words of a name as compared; "Jr" at the end, marks and brackets are left out."""
    small = document.small[candidate.first : candidate.end]
    words = tuple(word for word in small if word[:1].isalnum())
    return without_suffix(words)


def suffix_of(document: NameDocument, candidate: Candidate) -> str:
    """What tells the son from the father: "jr", "iii", or nothing."""
    return suffix_in(tuple(document.small[candidate.first : candidate.end]))


def without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a person's name without "Jr" or the number behind a surname; kings keep theirs."""
    while suffix_in(words):
        words = words[:-1]
    return words


def suffix_in(words: tuple[str, ...]) -> str:
    """The "jr" or the number at the end of a name, or nothing."""
    last = words[-1] if len(words) > 1 else ""
    if last in SUFFIXES or (len(words) > 2 and last.upper() in NUMBERS):
        return last.rstrip(".")
    return ""


def title_before(document: NameDocument, candidate: Candidate) -> str:
    """The honorific right before a name as it is written; "" for none."""
    at = candidate.first - 1
    word = document.words.get(at)
    return word.text.rstrip(".") if word and word.small.rstrip(".") in title_words("honorific") else ""


def is_surname(words: tuple[str, ...]) -> bool:
    """Whether all words but the last are particles: van der Meer."""
    return all(word in PARTICLES for word in words[:-1])


def same_person(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether two names of at least two words can be one person's: same surname, given names that agree."""
    if shorter == longer:
        return True
    if shorter[-1] != longer[-1]:
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


def owner_of(
    document: NameDocument, candidate: Candidate, words: tuple[str, ...], found: PersonClusters
) -> MentionCluster | None:
    """Whom a lone surname or given name means: of several, the one that title and nearness choose."""
    title = document.before(candidate.first).rstrip(".")
    titled = title in title_words("honorific")
    fitting = found.named_alone(words, not titled or title in title_words("first-name-title"))
    gender = gender_of(title) if titled else ""
    if gender:
        fitting = [c for c in fitting if gender_of_cluster(c) in (gender, "")]
    if titled and not gender and len(fitting) > 1:
        fitting = [c for c in fitting if is_titled(document, c, title)] or fitting
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    return nearest(candidate, fitting)


def is_titled(document: NameDocument, cluster: MentionCluster, title: str) -> bool:
    """Whether the person is given that title elsewhere: Dr Stokoe is Dr Neil Stokoe."""
    return any(
        document.before(member.first).rstrip(".") == title for member in cluster.members[:MOST_NAMESAKES]
    )


def gender_of_cluster(cluster: MentionCluster) -> str:
    """Whether given name or title are a man's or a woman's; a surname alone tells nothing."""
    if len(cluster.words) > 1 and not is_surname(cluster.words):
        return gender_of(cluster.words[0])
    return gender_of(cluster.title) if cluster.title else ""


def nearest(candidate: Candidate, clusters: list[MentionCluster]) -> MentionCluster:
    """The person named last before the candidate, else the one named first after it."""
    latest = [(last_before(c, candidate.first), -number) for number, c in enumerate(clusters)]
    at, number = max(latest)
    if at >= 0:
        return clusters[-number]
    return min(clusters, key=lambda c: c.members[0].first)


def last_before(cluster: MentionCluster, at: int) -> int:
    """Where the person is named last before token `at`; -1 for nowhere."""
    number = bisect_left(cluster.members, at, key=lambda member: member.first)
    return cluster.members[number - 1].first if number else -1
