"""Speakers as words -> speakers as entities: names, pronouns and roles are resolved to whom they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.extract.attribution.adjacent_attribution import VERDICTS
from tui.extract.attribution.attributor import SpanReading
from tui.extract.entities.descriptions import (
    PAST,
    described_body,
    described_person,
    gender_of_noun,
    has_name,
)
from tui.extract.entities.entity_positions import EntityPositions
from tui.extract.entities.pronoun_resolution import clash, only_person, pronoun_antecedent
from tui.extract.syntax.noun_phrases import phrase_at
from tui.extract.syntax.subjects import main_subject
from tui.extract.words.lexicon import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    NAME,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    VERB,
    WORD,
    lexicon,
    singular,
)
from tui.extract.words.tagged_tokens import NounPhrase, PhraseKind, TaggedTokens
from tui.model.annotation import EntityKind
from tui.model.span import Span

GENDERS: Final = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
ARTICLE: Final = re.compile(r"\A(?:a|an|the|one(?!\s+of\b)|another|his|her|their|its)\s+", re.IGNORECASE)
DEFINITE: Final = re.compile(r"(?:the|that|this)\b", re.IGNORECASE)
SPOKESPEOPLE: Final = frozenset("spokesman spokeswoman spokesperson source spokesmen insider".split())
KIN: Final = frozenset(
    "friend brother sister mother father wife husband son daughter partner widow widower uncle aunt cousin"
    " neighbour colleague victim fan".split()
)
"""Somebody "of X Ann Lee" who is somebody else than Ann Lee."""
OF_OFFICE: Final = frozenset({PREPOSITION, WORD, NAME, DETERMINER, CONJUNCTION})
LONGEST_OFFICE: Final = 12
NEWCOMERS: Final = frozenset("his her their a an another one".split())
"""What stands before a noun for somebody not met before."""
PARENTS: Final = frozenset("father mother mum dad grandmother grandfather".split())
FITS_TAIL: Final = frozenset(PhraseKind) - {PhraseKind.PRONOUN}
TAIL_LINKS: Final = frozenset("for of at from with in".split())
HEAD: Final = 3
"""In so many paragraphs after the first an unnamed person is named."""
BACK: Final = 3
"""So many paragraphs back a fuller form of "the spokesman" is looked for."""
SHORT: Final = 5


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the entity's name ("" if a pronoun leaves it open) and kind, and the words that say so."""

    name: str
    kind: EntityKind
    span: Span


def resolve_speakers(positions: EntityPositions, readings: Sequence[SpanReading]) -> list[Speaker | None]:
    """The speaker of every reading; phrases are resolved in the order of the text, each one once."""
    phrases = {
        found.speaker.start: found.speaker
        for reading in readings
        if (found := reading.attribution) is not None
    }
    resolver = SpeakerResolver(positions)
    known = {start: resolver.speaker(phrases[start]) for start in sorted(phrases)}
    return [known[reading.attribution.speaker.start] if reading.attribution else None for reading in readings]


class SpeakerResolver:
    """Remembers who spoke last and which role nouns have stood for whom."""

    def __init__(self, positions: EntityPositions) -> None:
        self.positions = positions
        self.prose = positions.prose
        self.last_speaker: tuple[int, str, EntityKind] | None = None
        self.seen: dict[str, tuple[str, EntityKind]] = {}

    def speaker(self, phrase: NounPhrase) -> Speaker:
        """Whom the phrase means: somebody, if only "a source"; a pronoun may leave it open."""
        if phrase.kind is PhraseKind.NAME:
            name, kind = self.named(phrase)
        elif phrase.kind is PhraseKind.PRONOUN:
            name, kind = self.meant(phrase) or ("", EntityKind.UNNAMED)
        else:
            name, kind = self.described(phrase)
            self.seen[self.prose.lows[phrase.head]] = name, kind
        self.last_speaker = phrase.lo, name, kind
        mention = (
            self.positions.mention_at(phrase.start, phrase.end) if phrase.kind is PhraseKind.NAME else None
        )
        start, end = mention.span if mention is not None else (phrase.start, phrase.end)
        return Speaker(name, kind, Span(start, max(end, phrase.reach)))

    def named(self, phrase: NounPhrase) -> tuple[str, EntityKind]:
        """The entity named there; a name that nobody else knows is taken for a person."""
        mention = self.positions.mention_at(phrase.start, phrase.end)
        if mention is None:
            return without_role(self.prose, phrase), EntityKind.PERSON
        return mention.entity, mention.kind

    def meant(self, phrase: NounPhrase) -> tuple[str, EntityKind] | None:
        """Whom a pronoun means, as far as the text tells: nobody is called "she"."""
        low = self.prose.lows[phrase.head]
        if low in GENDERS:
            described = self.described_before(phrase) or self.described_above(phrase)
            if described is not None:
                return described
            name = pronoun_antecedent(self.positions, phrase.lo, GENDERS[low], self.last_speaker)
            return (name, self.kind_of(name)) if name is not None else self.subject_above(phrase)
        if low == "it":
            return self.subject_above(phrase) or self.body_above(phrase) or self.last_body(phrase)
        if low in ("they", "their", "them"):
            found = self.several_above(phrase)
            if found is not None:
                return found
            group = last_group(self.prose, phrase.lo)
            return (group, EntityKind.GROUP) if group else self.last_body(phrase)
        return None

    def sentence_above(self, phrase: NounPhrase) -> NounPhrase | None:
        """The subject of the sentence before, in this paragraph or at the end of the one before."""
        prose = self.prose
        sentence = prose.sentence_of[phrase.lo] - 1
        if sentence < 0:
            return None
        lo, hi = prose.sentences[sentence]
        if prose.paragraph_of[phrase.lo] - prose.paragraph_of[lo] > 1:
            return None
        return main_subject(prose, lo, hi)

    def body_above(self, phrase: NounPhrase) -> tuple[str, EntityKind] | None:
        """The body, and no person, that the sentence before is about: "The firm has issued … It said"."""
        found = self.sentence_above(phrase)
        if found is None:
            return None
        if found.kind is PhraseKind.NAME:
            name, kind = self.named(found)
            if kind is not EntityKind.PERSON:
                return name, kind
            return (name, EntityKind.ORGANISATION) if self.is_body(found) else None
        body = found.kind is PhraseKind.PEOPLE and self.prose.lows[found.head] in lexicon().bodies
        return self.described(found) if body else None

    def is_body(self, phrase: NounPhrase) -> bool:
        """Whether a name taken for a person's is a body's by the words beside it: "the label X", "X have"."""
        prose = self.prose
        first = next(at for at in range(phrase.lo, phrase.hi) if prose.starts[at] >= phrase.start)
        before = prose.lows[first - 1] if first else ""
        after = prose.lows[phrase.hi] if phrase.hi < len(prose.lows) else ""
        return singular(before) in lexicon().bodies or after in ("have", "are", "were")

    def several_above(self, phrase: NounPhrase) -> tuple[str, EntityKind] | None:
        """The people or the body that the sentence before is about: "Residents of X met. They said"."""
        found = self.sentence_above(phrase)
        head = self.prose.lows[found.head] if found is not None else ""
        if found is not None and found.kind is PhraseKind.PEOPLE and singular(head) != head:
            return self.described(found)
        return self.body_above(phrase)

    def last_body(self, phrase: NounPhrase) -> tuple[str, EntityKind] | None:
        """The organisation named last."""
        for located in reversed(self.positions.before(phrase.lo)[-6:]):
            if located.mention.kind is EntityKind.ORGANISATION:
                return located.mention.entity, EntityKind.ORGANISATION
        return None

    def subject_above(self, phrase: NounPhrase) -> tuple[str, EntityKind] | None:
        """Whom a pronoun further on in its own sentence stands for: "The firm … but it said"."""
        found = main_subject(
            self.prose, self.prose.sentences[self.prose.sentence_of[phrase.lo]][0], phrase.lo
        )
        if found is None or found.hi > phrase.lo:
            return None
        if found.kind is PhraseKind.NAME:
            return self.named(found)
        person = found.kind is PhraseKind.PEOPLE and self.prose.lows[found.head] in lexicon().persons
        return self.described(found) if person and self.prose.lows[phrase.head] in GENDERS else None

    def described_above(self, phrase: NounPhrase) -> tuple[str, EntityKind] | None:
        """Somebody without a name who is the subject earlier in the sentence: "The baker wept as he said"."""
        prose = self.prose
        found = main_subject(prose, prose.sentences[prose.sentence_of[phrase.lo]][0], phrase.lo)
        if found is None or found.kind is not PhraseKind.PEOPLE or found.hi > phrase.lo or found.governed:
            return None
        head, pronoun = prose.lows[found.head], prose.lows[phrase.head]
        if clash(gender_of_noun(head), GENDERS[pronoun]):
            return None
        one = head in lexicon().persons or PAST.intersection(prose.lows[found.lo : found.head])
        return self.described(found) if one else None

    def described_before(self, phrase: NounPhrase) -> tuple[str, EntityKind] | None:
        """Somebody unnamed, the subject of the sentence before: "Her predecessor laughs. “…,” he said"."""
        prose = self.prose
        sentence = prose.sentence_of[phrase.lo] - 1
        found = self.sentence_above(phrase)
        if (
            found is None
            or found.kind is not PhraseKind.PEOPLE
            or prose.lows[found.head] not in lexicon().persons
        ):
            return None
        head = prose.lows[found.head]
        if clash(gender_of_noun(head), GENDERS[prose.lows[phrase.head]]):
            return None
        apart = prose.paragraph_of[found.lo] != prose.paragraph_of[phrase.lo]
        reports = self.positions.reporting(sentence, found.head)
        if reports and (prose.lows[found.lo] == "the" or apart):
            return self.described(found)
        if apart:
            return None
        after = found.hi + (found.hi < len(prose.words) and prose.words[found.hi] == ",")
        if prose.lows[found.lo] not in NEWCOMERS or (after < len(prose.tags) and prose.tags[after] == NAME):
            return None
        return self.described(found)

    def kind_of(self, name: str) -> EntityKind:
        """The kind of an entity, or of somebody unnamed who spoke before."""
        entity = self.positions.entities.get(name)
        if entity is not None:
            return entity.kind
        return (
            self.last_speaker[2]
            if self.last_speaker is not None and self.last_speaker[1] == name
            else EntityKind.PERSON
        )

    def described(self, phrase: NounPhrase) -> tuple[str, EntityKind]:
        """Whom a common noun means: somebody met before, or a group or person without a name."""
        head = self.prose.lows[phrase.head]
        plural = singular(head) != head
        words = with_tail(self.prose, phrase)
        short = phrase.hi - phrase.lo <= SHORT and len(words) == phrase.end - phrase.start
        giver = self.giver(phrase)
        if giver is not None:
            return giver
        beside = None if plural else self.named_beside(phrase)
        if beside is not None:
            return beside, EntityKind.PERSON
        if DEFINITE.match(words) and short:
            met = self.met_before(phrase, head, plural)
            if met is not None:
                return met
        name = None if plural else self.named_later(phrase)
        if name is not None:
            return name, EntityKind.PERSON
        group = plural or head in lexicon().groups
        return ARTICLE.sub("", words, count=1), EntityKind.GROUP if group else EntityKind.UNNAMED

    def giver(self, phrase: NounPhrase) -> tuple[str, EntityKind] | None:
        """Whose verdict or answer it is: the verdict from Ann Lee; or whose office stands before a name."""
        prose, at = self.prose, phrase.head + 1
        if at + 1 < len(prose.words) and prose.lows[at] == "from" and prose.lows[phrase.head] in VERDICTS:
            found = phrase_at(prose, at + 1, len(prose.words))
            if found is not None and found.kind is PhraseKind.NAME:
                return self.named(found)
        return self.named_behind(phrase)

    def named_behind(self, phrase: NounPhrase) -> tuple[str, EntityKind] | None:
        """Whose office stands before a name: ambassador to Britain Ann Lee, head of parks Ann Lee."""
        prose, lists = self.prose, lexicon()
        head = prose.lows[phrase.head]
        if head not in lists.persons or head in SPOKESPEOPLE | KIN or phrase.head + 1 >= len(prose.tags):
            return None
        if prose.tags[phrase.head + 1] != PREPOSITION:
            return None
        end = phrase.head + 1
        while end < len(prose.tags) and end - phrase.head < LONGEST_OFFICE and prose.tags[end] in OF_OFFICE:
            end += 1
        if end >= len(prose.tags) or prose.tags[end] not in (VERB, AUXILIARY):
            return None
        for located in self.positions.ending(end):
            before = located.lo - 1
            person = located.mention.kind is EntityKind.PERSON
            if person and before > phrase.head + 1 and fits_office(prose, before):
                return located.mention.entity, EntityKind.PERSON
        return None

    def named_beside(self, phrase: NounPhrase) -> str | None:
        """Who a person is by the name in apposition: "said her son, Liam."."""
        words = self.prose.words
        if phrase.hi + 1 >= len(words) or words[phrase.hi] != ",":
            return None
        for located in self.positions.at(phrase.hi + 1):
            closed = located.hi >= len(words) or words[located.hi] in (",", ".")
            if closed and located.mention.kind is EntityKind.PERSON:
                return located.mention.entity
        return None

    def named_later(self, phrase: NounPhrase) -> str | None:
        """Who an unnamed person of the first paragraph is: "A mum has …", then "Karen Biggs, 44, was …"."""
        prose = self.prose
        opening = next((p for p, (lo, hi) in enumerate(prose.paragraphs) if lo < hi), 0)
        if prose.paragraph_of[phrase.lo] != opening or prose.lows[phrase.lo] not in ("a", "an"):
            return None
        for located in self.positions.after(phrase.lo):
            after = located.hi
            if prose.paragraph_of[located.lo] > opening + HEAD or after + 2 >= len(prose.words):
                return None
            aged = (
                prose.words[after] == ","
                and prose.tags[after + 1] == NUMBER
                and prose.words[after + 2] == ","
            )
            person = located.mention.kind is EntityKind.PERSON
            if person and aged and self.positions.is_subject(located):
                return located.mention.entity
        return None

    def has_own_name(self, phrase: NounPhrase) -> bool:
        """Whether the phrase carries a name of its own, as "the Echo reporter" does."""
        return has_name(self.prose, phrase.lo + 1, phrase.head)

    def met_before(self, phrase: NounPhrase, head: str, plural: bool) -> tuple[str, EntityKind] | None:
        """Who was called so before: "the spokesman", "the leaders", "the 41-year-old", "the council"."""
        words = self.prose.lows[phrase.lo + 1 : phrase.head]
        if self.has_own_name(phrase):
            return None if plural else self.person_described(phrase, head, words)
        if head in self.seen:
            return self.seen[head]
        fuller = fuller_form(self.prose, phrase, head)
        if plural:
            return (fuller, EntityKind.GROUP) if fuller else None
        if head in lexicon().bodies:
            body = described_body(self.positions, head, phrase.lo)
            if body is not None:
                return body, EntityKind.ORGANISATION
        if head not in SPOKESPEOPLE or "party" in words:
            person = self.person_described(phrase, head, words)
            if person is not None:
                return person
        if fuller:
            return fuller, EntityKind.UNNAMED
        if head in lexicon().nationals:
            name = only_person(self.positions, phrase.lo)
            return (name, EntityKind.PERSON) if name is not None else None
        return None

    def last_name(self) -> str:
        """The name of whoever spoke last."""
        return self.last_speaker[1] if self.last_speaker is not None else ""

    def person_described(
        self, phrase: NounPhrase, head: str, words: list[str]
    ) -> tuple[str, EntityKind] | None:
        """The person named before who is described; with a name in the description only by office or past."""
        if head.partition("-")[0] in PARENTS:
            head = head.partition("-")[0]
        named = self.has_own_name(phrase) and PAST.isdisjoint(words)
        name = described_person(self.positions, head, words, phrase.lo, self.last_name(), named)
        return (name, EntityKind.PERSON) if name is not None else None


def fits_office(prose: TaggedTokens, at: int) -> bool:
    """Whether the word before a name may end what somebody is head of, and says nothing of the person."""
    low = prose.lows[at]
    if prose.tags[at] not in (WORD, NAME) or low.rstrip(".") in lexicon().persons | lexicon().titles:
        return False
    return low not in ("late", "little", "young", "missing") and not low.endswith("ed")


def without_role(prose: TaggedTokens, phrase: NounPhrase) -> str:
    """The words of a name without what somebody is in front of it: "Applicant Denby Stone"."""
    lists = lexicon()
    first = phrase.head
    while first > phrase.lo and prose.tags[first - 1] == NAME and prose.starts[first - 1] >= phrase.start:
        low = prose.lows[first - 1].rstrip(".")
        if low in lists.persons or low in lists.titles or singular(low) in lists.persons:
            break
        first -= 1
    return prose.text[prose.starts[first] : phrase.end]


def with_tail(prose: TaggedTokens, phrase: NounPhrase) -> str:
    """The words of a noun phrase with "for X" or "of the party" after it."""
    at = phrase.head + 1
    if at < len(prose.lows) and prose.lows[at] in TAIL_LINKS:
        tail = phrase_at(prose, at + 1, len(prose.lows))
        place = prose.lows[at] in ("at", "in", "with", "from")
        fits = (PhraseKind.NAME, PhraseKind.PEOPLE) if place else FITS_TAIL
        if tail is not None and (tail.kind in fits or NAME in prose.tags[tail.lo : tail.hi]):
            return prose.text[phrase.start : tail.end]
    return prose.text[phrase.start : phrase.end]


def fuller_form(prose: TaggedTokens, phrase: NounPhrase, head: str) -> str | None:
    """The nearest earlier use of the noun with words that say of whom: "A Durham Council spokesman"."""
    first = prose.paragraphs[max(0, prose.paragraph_of[phrase.lo] - BACK)][0]
    for at in range(phrase.lo - 1, first - 1, -1):
        if prose.lows[at] != head or prose.tags[at] not in (WORD, NAME):
            continue
        lo = at
        while (lo > first and prose.tags[lo - 1] in (NAME, WORD)) or prose.lows[lo - 1] == "of":
            lo -= 1
        if lo < at:
            return prose.text[prose.starts[lo] : prose.ends[at]]
        titled = prose.tags[at] == NAME and prose.lows[at + 1 : at + 2] == ["of"]
        if at + 2 < len(prose.lows) and (titled or prose.lows[at + 1] in ("for", "from")):
            tail = phrase_at(prose, at + 2, len(prose.lows))
            if tail is not None and tail.kind is PhraseKind.NAME:
                return prose.text[prose.starts[at] : tail.end]
    return None


def last_group(prose: TaggedTokens, before: int) -> str | None:
    """The last plural noun for people before a "they"."""
    first = prose.paragraphs[max(0, prose.paragraph_of[before] - 2)][0]
    for at in range(before - 1, max(first, before - 200) - 1, -1):
        low = prose.lows[at]
        if prose.tags[at] != WORD or not low.endswith("s") or singular(low) not in lexicon().persons:
            continue
        lo = at
        while lo > first and prose.tags[lo - 1] in (NAME, WORD, POSSESSIVE) and at - lo < 5:
            lo -= 1
        return prose.text[prose.starts[lo] : prose.ends[at]]
    return None
