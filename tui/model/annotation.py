"""What is found in an article: quotations, mentions, entities. All offsets point into its text."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tui.model.printed_words import as_read
from tui.model.rule import Rule
from tui.model.span import Span


class QuotationKind(StrEnum):
    """DIRECT: a whole utterance. PARTIAL: a fragment in the reporter's sentence. SCARE: nobody said it."""

    DIRECT = "direct"
    PARTIAL = "partial"
    SCARE = "scare"


class EntityKind(StrEnum):
    """What a name (or an unnamed speaker) stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    """Several people who speak as one: "The leaders"."""
    UNNAMED = "unnamed"
    """One person without a name: "A source", "The spokesman"."""

    @property
    def of_it(self) -> str:
        """One of this kind: "a person", "an organisation"."""
        return f"{'an' if self.value[0] in 'aeiou' else 'a'} {self.value}"


class Quotation(NamedTuple):
    """One utterance: its segments leave out the quotation marks and are ordered.

    `speaker` names an Entity of the same cutting, or is None when nobody can be named honestly.
    `speaker_span` and `cue` are the evidence; a span without a speaker is a pronoun that the text leaves
    open. `rule` names the rule that decided, and `confidence`
    (0..1) is how often that rule was right on development text.
    """

    segments: tuple[Span, ...]
    kind: QuotationKind
    speaker: str | None = None
    speaker_kind: EntityKind | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    rule: Rule = Rule.NONE
    confidence: float = 0.0
    nested: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """From the first word of the first segment to the last word of the last."""
        return Span(self.segments[0].start, self.segments[-1].end)

    @property
    def spoken(self) -> bool:
        """Whether it is speech: a scare quote has no place in lists of quotations."""
        return self.kind is not QuotationKind.SCARE

    def words(self, text: str) -> str:
        """The words said, as they read; where other words stood between, three dots say so."""
        said, end = "", None
        for segment in self.segments:
            between = "" if end is None else text[end : segment.start]
            gap = "" if end is None else " … " if any(c.isalnum() for c in between) else " "
            said += gap + " ".join(as_read(segment.of(text)).split())
            end = segment.end
        return said


class Mention(NamedTuple):
    """A place in the text where an entity is named (or referred to): titles and 's are left out."""

    span: Span
    kind: EntityKind
    entity: str


class Role(NamedTuple):
    """What the article calls an entity ("chairman of the North East Combined Authority"), and where."""

    words: str
    span: Span


class Entity(NamedTuple):
    """Somebody or something named in one article, under the fullest name that the article gives.

    `name` is unique inside its cutting.
    """

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
