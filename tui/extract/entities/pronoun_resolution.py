"""Who is meant by he or she, or by "the Italian"."""

from __future__ import annotations

from typing import Final

from tui.extract.entities.entity_positions import EntityPositions, LocatedMention
from tui.extract.words.lexicon import POSSESSIVE, PREPOSITION
from tui.extract.words.tagged_tokens import TaggedTokens
from tui.model.annotation import EntityKind

ASKED: Final = frozenset("asked told pressed questioned quizzed challenged grilled reminded".split())
"""Whoever is named after these, up to a comma, is not who answers: Asked about Ann Lee, he said."""
OPENING: Final = 40
PARAGRAPH_COST: Final = 1.6
SENTENCE_COST: Final = 1.0
OLD_SENTENCE_COST: Final = 0.4
SUBJECT_BONUS: Final = 1.6
REPORTER_BONUS: Final = 0.6
LAST_SPEAKER_BONUS: Final = 2.2
UNNAMED_SPEAKER_BONUS: Final = 1.4


def pronoun_antecedent(
    positions: EntityPositions, at: int, gender: str, last_speaker: tuple[int, str, EntityKind] | None
) -> str | None:
    """The person whom a pronoun at the word `at` stands for; `last_speaker`: where and who.

    Near subjects of the right gender win; the last speaker is likely to go on.
    """
    prose = positions.prose
    best, best_weight = None, -1e9
    lo = prose.sentences[prose.sentence_of[at]][0]
    comma = next((w for w in range(lo, min(at, lo + OPENING)) if prose.words[w] == ","), lo)
    asked = range(lo, comma if prose.lows[lo] in ASKED else lo)
    for located in positions.before(at):
        name = located.mention.entity
        if located.lo in asked:
            continue
        if located.mention.kind is not EntityKind.PERSON or clash(positions.gender(name), gender):
            continue
        weight = antecedent_weight(positions, located, at, gender)
        if weight >= best_weight:
            best, best_weight = name, weight
    if last_speaker is not None:
        spoke_at, name, kind = last_speaker
        person = kind is EntityKind.PERSON
        if (person and not clash(positions.gender(name), gender)) or kind is EntityKind.UNNAMED:
            bonus = LAST_SPEAKER_BONUS if person else UNNAMED_SPEAKER_BONUS
            if bonus - distance(prose, spoke_at, at, 0.9) > best_weight:
                best = name
    return best


def only_person(positions: EntityPositions, at: int) -> str | None:
    """The one person, or else the one subject, named in the paragraph of the word `at` and the one before."""
    paragraph = positions.prose.paragraph_of[at] - 1
    near = [
        located
        for located in positions.before(at)
        if located.mention.kind is EntityKind.PERSON and positions.prose.paragraph_of[located.lo] >= paragraph
    ]
    people = {located.mention.entity for located in near}
    if len(people) > 1:
        people = {located.mention.entity for located in near if positions.is_subject(located)}
    return people.pop() if len(people) == 1 else None


def antecedent_weight(positions: EntityPositions, located: LocatedMention, at: int, gender: str) -> float:
    """How well a mention answers to a pronoun at the word `at`."""
    prose = positions.prose
    subject = positions.is_subject(located)
    weight = -distance(prose, located.lo, at, SENTENCE_COST)
    if prose.paragraph_of[located.lo] != prose.paragraph_of[at]:
        weight -= OLD_SENTENCE_COST * sentences_after(prose, located.lo)
    elif prose.sentence_of[located.lo] == prose.sentence_of[at] and not subject:
        weight -= 0.8
    if subject:
        weight += SUBJECT_BONUS
        weight += REPORTER_BONUS if positions.reports(located) else 0
    if located.hi < len(prose.tags) and prose.tags[located.hi] == POSSESSIVE:
        weight -= 0.6
    if located.lo > 0 and prose.tags[located.lo - 1] == PREPOSITION:
        weight -= 0.5
    if gender and positions.gender(located.mention.entity) == gender:
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
