"""The people and bodies of an article, where its prose names them, and who may be meant by he, she or it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from tui.extract.syntax.subjects import main_subject
from tui.extract.words.lexicon import NAME, POSSESSIVE, PREPOSITION, QUOTED
from tui.extract.words.tagged_tokens import NounPhrase, PhraseKind, TaggedTokens
from tui.model.annotation import Entity, EntityKind, Mention

LOOK_BACK: Final = 6
"""A pronoun looks so many paragraphs back."""
CANDIDATES: Final = 60
"""At most so many mentions are weighed for one pronoun: keeps one endless paragraph linear."""
PARAGRAPH_COST: Final = 1.6
SENTENCE_COST: Final = 1.0
OLD_SENTENCE_COST: Final = 0.4
SUBJECT_BONUS: Final = 1.6
LAST_SPEAKER_BONUS: Final = 2.2
UNNAMED_SPEAKER_BONUS: Final = 1.4


@dataclass(frozen=True, slots=True)
class LocatedMention:
    """A mention in the reporter's words: the word it begins and ends with."""

    mention: Mention
    lo: int
    hi: int


@dataclass(slots=True)
class EntityPositions:
    """Everybody whom the names of the article stand for.

    `gender_of` gives "m", "f" or "" for a name or a title.
    """

    prose: TaggedTokens
    mentions: Sequence[Mention]
    entities: dict[str, Entity]
    gender_of: Callable[[str], str]
    standing: list[LocatedMention] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    subjects: dict[int, int] = field(default_factory=dict)

    def mention_at(self, start: int, end: int) -> Mention | None:
        """The longest mention that overlaps `start`..`end`."""
        last = bisect_left(self.mentions, end, key=lambda mention: mention.span.start)
        best: Mention | None = None
        for mention in reversed(self.mentions[max(0, last - 8) : last]):
            length = mention.span.end - mention.span.start
            if mention.span.end > start and (best is None or length > best.span.end - best.span.start):
                best = mention
        return best

    def gender(self, name: str) -> str:
        """The gender of an entity of the article: "m", "f" or ""."""
        return self.genders.get(name, "")

    def is_subject(self, standing: LocatedMention) -> bool:
        """Whether the mention is the subject of its sentence; worked out only when a pronoun asks."""
        sentence = self.prose.sentence_of[standing.lo]
        if sentence not in self.subjects:
            found = main_subject(self.prose, *self.prose.sentences[sentence])
            self.subjects[sentence] = subject_word(self.prose, found) if found is not None else -1
        return standing.lo <= self.subjects[sentence] < standing.hi

    def at(self, lo: int) -> list[LocatedMention]:
        """The mention that begins with the word `lo`, if there is one."""
        first = bisect_left(self.standing, lo, key=lambda standing: standing.lo)
        return [standing for standing in self.standing[first : first + 1] if standing.lo == lo]

    def after(self, at: int) -> list[LocatedMention]:
        """The next mentions after the word `at`."""
        first = bisect_left(self.standing, at, key=lambda standing: standing.lo)
        return self.standing[first : first + CANDIDATES]

    def before(self, at: int) -> list[LocatedMention]:
        """The mentions of people before the word `at`, nearest last, as far back as a pronoun may look."""
        last = bisect_left(self.standing, at, key=lambda standing: standing.lo)
        first_paragraph = self.prose.paragraph_of[at] - LOOK_BACK
        return [
            standing
            for standing in self.standing[max(0, last - CANDIDATES) : last]
            if self.prose.paragraph_of[standing.lo] >= first_paragraph
        ]


def locate_entities(
    prose: TaggedTokens,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    gender_of: Callable[[str], str],
) -> EntityPositions:
    """Find where the mentions stand in the reporter's words, and everybody's gender from titles and names."""
    cast = EntityPositions(prose, mentions, {entity.name: entity for entity in entities}, gender_of)
    for mention in mentions:
        lo = bisect_right(prose.starts, mention.span.start) - 1
        if lo < 0 or prose.tags[lo] == QUOTED or prose.ends[lo] <= mention.span.start:
            continue
        hi = bisect_left(prose.starts, mention.span.end, lo)
        cast.standing.append(LocatedMention(mention, lo, hi))
        if lo > 0 and mention.kind is EntityKind.PERSON and mention.entity not in cast.genders:
            gender = gender_of(prose.words[lo - 1])
            if gender and len(prose.words[lo - 1]) <= 5:
                cast.genders[mention.entity] = gender
    for entity in entities:
        if entity.kind is EntityKind.PERSON:
            cast.genders.setdefault(entity.name, gender_of(entity.name))
    return cast


def subject_word(prose: TaggedTokens, subject: NounPhrase) -> int:
    """The head of a subject, or the first word of the name beside it: Her deputy, Neil Prosser, left."""
    name = subject.hi + 1
    beside = name < len(prose.words) and prose.words[subject.hi] == "," and prose.tags[name] == NAME
    return name if beside and subject.kind is PhraseKind.PEOPLE else subject.head


def pronoun_antecedent(
    cast: EntityPositions, at: int, gender: str, floor: tuple[int, str, EntityKind] | None
) -> str | None:
    """The person whom a pronoun at the word `at` stands for; `floor`: where somebody last spoke, and who.

    Near subjects of the right gender win; the last speaker keeps the floor.
    """
    prose = cast.prose
    best, best_weight = None, -1e9
    for standing in cast.before(at):
        name = standing.mention.entity
        if standing.mention.kind is not EntityKind.PERSON or clash(cast.gender(name), gender):
            continue
        weight = antecedent_weight(cast, standing, at, gender)
        if weight >= best_weight:
            best, best_weight = name, weight
    if floor is not None:
        spoke_at, name, kind = floor
        person = kind is EntityKind.PERSON
        if (person and not clash(cast.gender(name), gender)) or kind is EntityKind.UNNAMED:
            bonus = LAST_SPEAKER_BONUS if person else UNNAMED_SPEAKER_BONUS
            if bonus - distance(prose, spoke_at, at, 0.9) > best_weight:
                best = name
    return best


def only_person(cast: EntityPositions, at: int) -> str | None:
    """The one person, or else the one subject, named in the paragraph of the word `at` and the one before."""
    paragraph = cast.prose.paragraph_of[at] - 1
    near = [
        standing
        for standing in cast.before(at)
        if standing.mention.kind is EntityKind.PERSON and cast.prose.paragraph_of[standing.lo] >= paragraph
    ]
    people = {standing.mention.entity for standing in near}
    if len(people) > 1:
        people = {standing.mention.entity for standing in near if cast.is_subject(standing)}
    return people.pop() if len(people) == 1 else None


def antecedent_weight(cast: EntityPositions, standing: LocatedMention, at: int, gender: str) -> float:
    """How well a mention answers to a pronoun at the word `at`."""
    prose = cast.prose
    subject = cast.is_subject(standing)
    weight = -distance(prose, standing.lo, at, SENTENCE_COST)
    if prose.paragraph_of[standing.lo] != prose.paragraph_of[at]:
        weight -= OLD_SENTENCE_COST * sentences_after(prose, standing.lo)
    elif prose.sentence_of[standing.lo] == prose.sentence_of[at] and not subject:
        weight -= 0.8
    if subject:
        weight += SUBJECT_BONUS
    if standing.hi < len(prose.tags) and prose.tags[standing.hi] == POSSESSIVE:
        weight -= 0.6
    if standing.lo > 0 and prose.tags[standing.lo - 1] == PREPOSITION:
        weight -= 0.5
    if gender and cast.gender(standing.mention.entity) == gender:
        weight += 0.4
    return weight


def distance(prose: TaggedTokens, earlier: int, at: int, sentence_cost: float) -> float:
    """How far a word lies back: paragraphs, or sentences of the same paragraph."""
    paragraphs = prose.paragraph_of[at] - prose.paragraph_of[earlier]
    if paragraphs:
        return PARAGRAPH_COST * paragraphs
    return sentence_cost * max(0, prose.sentence_of[at] - prose.sentence_of[earlier])


def sentences_after(prose: TaggedTokens, at: int) -> int:
    """How many sentences of its paragraph follow that of the word `at`."""
    last = prose.paragraphs[prose.paragraph_of[at]][1] - 1
    return prose.sentence_of[last] - prose.sentence_of[at]


def clash(known: str, wanted: str) -> bool:
    """Whether two genders are both known and differ."""
    return bool(known and wanted and known != wanted)
