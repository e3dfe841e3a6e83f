"""Who speaks, as the words of one sentence show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tui.extract.words.lexicon import ADVERB, CONJUNCTION, QUOTED
from tui.extract.words.tagged_tokens import NounPhrase, TaggedTokens
from tui.model.rule import Rule
from tui.model.span import Span

NO_CUE: Final = -1
REACH: Final = 150
"""No word further off than so many is looked at for one quotation; keeps endless sentences linear."""
OPENERS: Final = frozenset({QUOTED, CONJUNCTION, ADVERB})


@dataclass(frozen=True, slots=True)
class Attribution:
    """The phrase that names the speaker, the rule that found it, the reporting word or NO_CUE."""

    speaker: NounPhrase
    rule: Rule
    cue: int = NO_CUE

    def cue_span(self, prose: TaggedTokens) -> Span | None:
        """Where the reporting word stands."""
        return None if self.cue == NO_CUE else Span(prose.starts[self.cue], prose.ends[self.cue])


def attribution_to(speaker: NounPhrase | None, rule: Rule, cue: int = NO_CUE) -> Attribution | None:
    """An attribution, if the phrase is there and can speak."""
    return Attribution(speaker, rule, cue) if speaker is not None and speaker.speaks else None


def opens_sentence(prose: TaggedTokens, quoted: int, lo: int) -> bool:
    """Whether nothing but points, conjunctions and other quotations stands before a quotation."""
    return all(
        prose.tags[at] in OPENERS or not prose.words[at][0].isalnum()
        for at in range(max(lo, quoted - REACH), quoted)
    )
