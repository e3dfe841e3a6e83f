"""The people and bodies of an article, and where its prose names them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from tui.extract.syntax.subjects import main_subject, subject
from tui.extract.words.lexicon import AUXILIARY, NAME, QUOTED, VERB, lexicon
from tui.extract.words.tagged_tokens import NounPhrase, PhraseKind, TaggedTokens
from tui.model.annotation import Entity, EntityKind, Mention

LOOK_BACK: Final = 6
"""A pronoun looks so many paragraphs back."""
JOINERS: Final = frozenset("while whilst but".split())
LONGEST: Final = 150
"""So many words of a sentence are searched for verbs of saying."""
CANDIDATES: Final = 60
"""At most so many mentions are weighed for one pronoun: keeps one endless paragraph linear."""


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
    located: list[LocatedMention] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    subjects: dict[int, tuple[int, tuple[int, ...]]] = field(default_factory=dict)
    ages: dict[str, str] | None = None

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

    def is_subject(self, located: LocatedMention) -> bool:
        """Whether the mention is the subject of its sentence, or of a clause in it that reports."""
        main, _ = self.subjects_of(self.prose.sentence_of[located.lo])
        return located.lo <= main < located.hi or self.reports(located) or self.joins(located)

    def joins(self, located: LocatedMention) -> bool:
        """Whether the mention is the subject of a clause joined to another: … whilst Ann Lee had her say."""
        prose, after = self.prose, located.hi
        if located.lo == 0 or after >= len(prose.tags) or prose.tags[after] not in (VERB, AUXILIARY):
            return False
        return (
            prose.lows[located.lo - 1] in JOINERS
            and prose.sentence_of[after] == prose.sentence_of[located.lo]
        )

    def reports(self, located: LocatedMention) -> bool:
        """Whether the mention is the subject of a reporting verb of its sentence."""
        return any(
            located.lo <= at < located.hi for at in self.subjects_of(self.prose.sentence_of[located.lo])[1]
        )

    def reporting(self, sentence: int, head: int) -> bool:
        """Whether that word heads the subject of a reporting verb of the sentence."""
        return head in self.subjects_of(sentence)[1]

    def subjects_of(self, sentence: int) -> tuple[int, tuple[int, ...]]:
        """The words that head the main subject and those of reporting verbs; found when a pronoun asks."""
        if sentence not in self.subjects:
            lo, hi = self.prose.sentences[sentence]
            main = main_subject(self.prose, lo, hi)
            others = (subject(self.prose, verb, lo) for verb in reporting_verbs(self.prose, lo, hi))
            self.subjects[sentence] = (
                subject_word(self.prose, main) if main is not None else -1,
                tuple(subject_word(self.prose, found) for found in others if found is not None),
            )
        return self.subjects[sentence]

    def at(self, lo: int) -> list[LocatedMention]:
        """The mention that begins with the word `lo`, if there is one."""
        first = bisect_left(self.located, lo, key=lambda located: located.lo)
        return [located for located in self.located[first : first + 1] if located.lo == lo]

    def ending(self, hi: int) -> list[LocatedMention]:
        """The mention that ends before the word `hi`, if there is one."""
        last = bisect_left(self.located, hi, key=lambda located: located.lo)
        return [located for located in self.located[max(0, last - 1) : last] if located.hi == hi]

    def after(self, at: int) -> list[LocatedMention]:
        """The next mentions after the word `at`."""
        first = bisect_left(self.located, at, key=lambda located: located.lo)
        return self.located[first : first + CANDIDATES]

    def before(self, at: int) -> list[LocatedMention]:
        """The mentions of people before the word `at`, nearest last, as far back as a pronoun may look."""
        last = bisect_left(self.located, at, key=lambda located: located.lo)
        first_paragraph = self.prose.paragraph_of[at] - LOOK_BACK
        return [
            located
            for located in self.located[max(0, last - CANDIDATES) : last]
            if self.prose.paragraph_of[located.lo] >= first_paragraph
        ]


def locate_entities(
    prose: TaggedTokens,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    gender_of: Callable[[str], str],
) -> EntityPositions:
    """Find where the mentions stand in the reporter's words, and everybody's gender from titles and names."""
    positions = EntityPositions(prose, mentions, {entity.name: entity for entity in entities}, gender_of)
    for mention in mentions:
        lo = bisect_right(prose.starts, mention.span.start) - 1
        if lo < 0 or prose.tags[lo] == QUOTED or prose.ends[lo] <= mention.span.start:
            continue
        hi = bisect_left(prose.starts, mention.span.end, lo)
        positions.located.append(LocatedMention(mention, lo, hi))
        if lo > 0 and mention.kind is EntityKind.PERSON and mention.entity not in positions.genders:
            gender = gender_of(prose.words[lo - 1])
            if gender and len(prose.words[lo - 1]) <= 5:
                positions.genders[mention.entity] = gender
    for entity in entities:
        if entity.kind is EntityKind.PERSON:
            positions.genders.setdefault(entity.name, gender_of(entity.name))
    return positions


def reporting_verbs(prose: TaggedTokens, lo: int, hi: int) -> list[int]:
    """The verbs of saying there, as far as one sentence is looked at."""
    lists = lexicon()
    weak = lists.weak | lists.mental
    return [
        at
        for at in range(lo, min(hi, lo + LONGEST))
        if prose.cues[at]
        and prose.cues[at] not in weak
        and not prose.is_participle(at)
        and not prose.is_base(at)
    ]


def subject_word(prose: TaggedTokens, subject: NounPhrase) -> int:
    """The head of a subject, or the first word of the name beside it: Her deputy, Neil Prosser, left."""
    name = subject.hi + 1
    beside = name < len(prose.words) and prose.words[subject.hi] == "," and prose.tags[name] == NAME
    return name if beside and subject.kind is PhraseKind.PEOPLE else subject.head
