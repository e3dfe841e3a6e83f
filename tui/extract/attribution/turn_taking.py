"""Whose turn it is when a paragraph is speech and nothing else: the last speaker's, or somebody else's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tui.extract.attribution.attribution import Attribution
from tui.extract.syntax.subjects import main_subject
from tui.extract.words.lexicon import QUOTED
from tui.extract.words.tagged_tokens import NounPhrase, PhraseKind, TaggedTokens
from tui.model.rule import Rule

SHORT_TURN: Final = 6
SHORT: Final = 8
"""A closed quotation of so many words may be the other side of a dialogue."""
ALTERNATING: Final = ([True, False, True], [False, True, False])
"""Question, answer, question; or answer, question, answer."""


@dataclass(slots=True)
class Turn:
    """The last speaker of direct speech: the paragraph, and whether the quotation was left open."""

    speaker: NounPhrase | None = None
    paragraph: int = -9
    open: bool = False


def continuation_rule(prose: TaggedTokens, last: Turn, paragraph: int) -> Rule:
    """The rule by which the last speaker goes on: unsure where the paragraphs may be a dialogue."""
    quoted = last_quoted(prose, paragraph)
    if last.open or quoted < 0:
        return Rule.CARRIED_ON
    short = len(prose.text[prose.starts[quoted] : prose.ends[quoted]].split()) <= SHORT
    dialogue = short or asks(prose, paragraph) or asks(prose, last.paragraph)
    return Rule.KEEPS_FLOOR if dialogue else Rule.CARRIED_ON


def alternating_speaker(prose: TaggedTokens, before: Turn, last: Turn, paragraph: int) -> Attribution | None:
    """The last speaker but one, if question and answer alternate paragraph by paragraph."""
    if last.open or before.speaker is None or last.paragraph - before.paragraph != 1:
        return None
    asked = [asks(prose, number) for number in (before.paragraph, last.paragraph, paragraph)]
    return Attribution(before.speaker, Rule.IN_TURN) if asked in ALTERNATING else None


def speaker_turned_to(prose: TaggedTokens, at: int) -> NounPhrase | None:
    """Who is turned to in a short sentence without speech: "Sharon snorts. ‘Tell my sofa.’"."""
    lo, hi = prose.sentences[prose.sentence_of[at] - 1]
    if hi - lo > SHORT_TURN or QUOTED in prose.tags[lo:hi]:
        return None
    found = main_subject(prose, lo, hi)
    return found if found is not None and found.kind is PhraseKind.NAME else None


def asks(prose: TaggedTokens, paragraph: int) -> bool:
    """Whether the last quotation of a paragraph is a question."""
    quoted = last_quoted(prose, paragraph)
    return quoted >= 0 and prose.words[quoted] == "?"


def last_quoted(prose: TaggedTokens, paragraph: int) -> int:
    """The word that stands for the last quotation of a paragraph, or -1."""
    lo, hi = prose.paragraphs[paragraph]
    return next((at for at in range(hi - 1, lo - 1, -1) if prose.tags[at] == QUOTED), -1)
