"""The rules that name a speaker: in plain words, and how often each is right."""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import NamedTuple, Self


class Precision(NamedTuple):
    """How often a rule names the right speaker.

    `confidence` is what a quotation is given: found on development text of newspapers, rounded to a twentieth
    where there were fewer than fifty cases; one half where there were fewer than ten. `right` of `cases` is
    the measurement: quotations in PolNeAR's training and development parts (910 articles of the American
    press) that have a speaker there and are given to one by the rule. `python -m bench quotations`
    counts again.
    """

    confidence: float
    right: int
    cases: int


class Basis(Enum):
    """What a rule goes by: one question with one answer, which several steps of attribution ask."""

    GOVERNED = auto()
    """A reporting word right beside the quotation, which is its object."""
    REPORTED = auto()
    """A reporting word further off, or what stands for one: a label, a dash, the same words elsewhere."""
    CONTINUED = auto()
    """Somebody who was found to speak just before goes on."""
    CLAUSE = auto()
    """Nothing is known to report: whose clause the words stand in."""
    INFERRED = auto()
    """Nothing in the sentence tells: the speaker is inferred from what stands round about."""
    NO_SPEAKER = auto()
    """Nobody was found by a rule."""


class Weight(Enum):
    """How far a rule is believed against other signs."""

    HOLDS = auto()
    """What it finds before the words stands against all but “…, X said”; its speaker may go on."""
    YIELDS = auto()
    """Any reporting word after the words goes before it; nobody goes on whom it named for a fragment."""


class Rule(StrEnum):
    """Every rule by which a quotation has its speaker, or has none.

    `words` say to a reader what it went by; `basis` and `weight` are what one step of attribution asks of the
    rule that another applied; `direct` and `partial` say how sure it is for each kind of quotation, None
    where no speaker is found. A rule that is not here, or lacks one of these, is none.
    """

    words: str
    basis: Basis
    weight: Weight
    direct: Precision | None
    partial: Precision | None

    def __new__(
        cls,
        value: str,
        words: str,
        basis: Basis,
        weight: Weight,
        direct: Precision | None,
        partial: Precision | None,
    ) -> Self:
        """The rule written `value`."""
        rule = str.__new__(cls, value)
        rule._value_ = value
        rule.words, rule.basis, rule.weight = words, basis, weight
        rule.direct, rule.partial = direct, partial
        return rule

    @property
    def reports(self) -> bool:
        """Whether it has found that these very words are said, not only who may have said them."""
        return self.basis in (Basis.GOVERNED, Basis.REPORTED)

    @property
    def yields(self) -> bool:
        """Whether other signs go before it."""
        return self.weight is Weight.YIELDS

    # A table is read across: the words, what it goes by, then how sure for direct and for partial quotations.
    # fmt: off
    AFTER = ("after", "the words; then a reporting verb and a name, in either order",
        Basis.GOVERNED, Weight.HOLDS, Precision(0.99, 3817, 3875), Precision(0.95, 101, 106))
    BEFORE = ("before", "a name and a reporting verb; then, at once, the words",
        Basis.GOVERNED, Weight.HOLDS, Precision(0.94, 396, 423), Precision(0.88, 210, 236))
    LEFT = ("left", "a reporting verb earlier in the sentence governs the words, and its subject speaks",
        Basis.REPORTED, Weight.HOLDS, Precision(0.93, 132, 143), Precision(0.91, 1458, 1610))
    ACCORDING_TO = ("according-to", "the source after “according to”",
        Basis.GOVERNED, Weight.HOLDS, Precision(0.92, 32, 35), Precision(0.92, 22, 24))
    PASSIVE = ("passive", "a reporting verb in the passive; the speaker after “by”",
        Basis.GOVERNED, Weight.HOLDS, Precision(0.8, 1, 1), Precision(0.65, 4, 6))
    NOUN = ("noun", "a reporting noun, such as “claim” or “statement”, and whose it is",
        Basis.REPORTED, Weight.YIELDS, Precision(0.8, 4, 5), Precision(0.65, 25, 37))
    READ_OUT = ("read-out", "somebody else’s statement or letter, which the sentence quotes",
        Basis.GOVERNED, Weight.HOLDS, Precision(0.5, 0, 0), Precision(0.5, 0, 0))
    AT_END = ("at-end", "the sentence ends with a name and a reporting verb",
        Basis.REPORTED, Weight.HOLDS, Precision(0.95, 25, 25), Precision(0.95, 34, 36))
    SIGN_OFF = ("sign-off", "a name after a dash closes the quotation",
        Basis.REPORTED, Weight.HOLDS, Precision(0.95, 25, 25), Precision(0.9, 1, 1))
    LABEL = ("label", "a name alone; a colon; then the words",
        Basis.REPORTED, Weight.HOLDS, Precision(0.9, 11, 12), Precision(0.85, 0, 0))
    TRANSCRIPT = ("transcript", "a name in capitals and a colon open the words, as in a transcript",
        Basis.REPORTED, Weight.HOLDS, Precision(0.8, 12, 15), Precision(0.8, 0, 0))
    INTERVIEW = ("interview", "Q: and A: mark question and answer, and the article names who answers",
        Basis.INFERRED, Weight.HOLDS, Precision(0.5, 0, 0), Precision(0.5, 0, 0))
    COLON = ("colon", "the subject of the sentence; a colon or comma; then the words",
        Basis.INFERRED, Weight.HOLDS, Precision(0.8, 25, 29), Precision(0.75, 0, 0))
    SUBJECT = ("subject", "nothing reports, so the subject of the clause",
        Basis.CLAUSE, Weight.YIELDS, Precision(0.65, 2, 2), Precision(0.61, 41, 65))
    WEAK = ("weak", "a verb that reports only now and then, and its subject",
        Basis.CLAUSE, Weight.YIELDS, Precision(0.85, 15, 17), Precision(0.79, 27, 33))
    SAME_PARAGRAPH = ("same-paragraph", "the speaker of the quotation before it in the paragraph",
        Basis.CONTINUED, Weight.HOLDS, Precision(0.95, 52, 56), Precision(0.8, 4, 6))
    SENTENCE_BEFORE = ("sentence-before", "the speaker, or the subject, of the sentence before",
        Basis.INFERRED, Weight.HOLDS, Precision(0.74, 39, 52), Precision(0.5, 3, 8))
    INTRODUCED = ("introduced", "the paragraph before ends in a colon and names the speaker",
        Basis.REPORTED, Weight.HOLDS, Precision(0.96, 41, 43), Precision(0.85, 0, 0))
    CARRIED_ON = ("carried-on", "the speaker of the paragraph before goes on",
        Basis.CONTINUED, Weight.HOLDS, Precision(0.9, 61, 67), Precision(0.8, 0, 0))
    KEEPS_FLOOR = ("keeps-floor", "a short line of dialogue: the speaker of the paragraph before may go on",
        Basis.CONTINUED, Weight.HOLDS, Precision(0.5, 3, 5), Precision(0.5, 0, 0))
    IN_TURN = ("in-turn", "question and answer take turns, and this is the turn of the last speaker but one",
        Basis.INFERRED, Weight.HOLDS, Precision(0.5, 0, 1), Precision(0.5, 0, 0))
    CARRIED_BACK = ("carried-back", "the quotation runs on into a paragraph that names the speaker",
        Basis.REPORTED, Weight.HOLDS, Precision(0.95, 0, 0), Precision(0.6, 0, 0))
    NAMED_BELOW = ("named-below", "the speaker is named in the paragraph after",
        Basis.INFERRED, Weight.HOLDS, Precision(0.5, 0, 2), Precision(0.5, 0, 0))
    ECHO = ("echo", "the same words stand in a quotation elsewhere in the article, and its speaker is known",
        Basis.REPORTED, Weight.HOLDS, Precision(0.5, 0, 0), Precision(0.5, 1, 6))
    GUESS = ("guess", "the last person who spoke; no better sign was found",
        Basis.INFERRED, Weight.YIELDS, Precision(0.25, 0, 2), Precision(0.25, 0, 7))
    BY_HAND = ("by-hand", "put right by hand",
        Basis.NO_SPEAKER, Weight.HOLDS, None, None)
    TERM = ("term", "a term in quotation marks: nobody is reported to say it",
        Basis.NO_SPEAKER, Weight.HOLDS, None, None)
    NONE = ("", "no sign of a speaker was found",
        Basis.NO_SPEAKER, Weight.HOLDS, None, None)
    # fmt: on
