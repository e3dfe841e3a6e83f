"""The speaker of a quotation by its own sentence: which side rules is decided here."""

from __future__ import annotations

import re
from typing import Final

from tui.extract.attribution.attribution import NO_CUE, REACH, Attribution, opens_sentence
from tui.extract.attribution.attribution_after import attribution_after, attribution_at_end
from tui.extract.attribution.attribution_before import attribution_before, in_opening_clause
from tui.extract.words.tagged_tokens import NounPhrase, PhraseKind, TaggedTokens
from tui.model.rule import Basis, Rule
from tui.model.span import Span

LABEL: Final = re.compile(
    r"(?:MR\. |MRS\. |MS\. |SEN\. |GOV\. )?([A-Z][A-Z’'\-]+(?: [A-Z][A-Z’'\-]+){0,2})(?: \([^)]{1,40}\))?: "
)


def attribution_in_sentence(
    prose: TaggedTokens, quoted: int, sentence: tuple[int, int], span: Span
) -> Attribution | None:
    """The speaker that the sentence round the word `quoted` gives; `span` is what is quoted."""
    lo, hi = max(sentence[0], quoted - REACH), min(sentence[1], quoted + REACH)
    labelled = transcript_label(prose, quoted, span)
    if labelled is not None:
        return labelled
    if opens_sentence(prose, quoted, lo):
        return attribution_after(prose, quoted, lo, hi) or attribution_at_end(prose, quoted, hi)
    left = attribution_before(prose, quoted, lo)
    if left is not None and left.rule.reports and not left.rule.yields:
        opening = left.cue != NO_CUE and in_opening_clause(prose, lo, left.cue, quoted + 1)
        yields = left.rule in (Rule.LEFT, Rule.BEFORE) and not opening
        right = attribution_after(prose, quoted, lo, hi) if yields else None
        if right is not None and right.rule == Rule.AFTER and not passes_on(prose, left, right):
            return right
        return left
    right = attribution_after(prose, quoted, lo, hi)
    if right is not None and (left is None or left.cue == NO_CUE or left.rule.yields):
        return right
    end = attribution_at_end(prose, quoted, hi)
    if end is not None and (left is None or left.cue == NO_CUE or left.rule.basis is Basis.CLAUSE):
        return end
    return left or right


def passes_on(prose: TaggedTokens, left: Attribution, right: Attribution) -> bool:
    """Whether the right only passes on who said it: Ann Lee wrote it was “bad”, the Echo reported."""
    if NO_CUE in (left.cue, right.cue):
        return False
    return prose.cues[right.cue] == "report" and prose.cues[left.cue] in ("say", "write", "tell")


def transcript_label(prose: TaggedTokens, quoted: int, span: Span) -> Attribution | None:
    """The speaker's name in capitals at the head of the quotation: “WALLACE: Let’s start …”."""
    match = LABEL.match(prose.text, span.start, span.end)
    if match is None or len(match.group(1)) < 3:
        return None
    speaker = NounPhrase(quoted, quoted + 1, quoted, PhraseKind.NAME, False, match.start(1), match.end(1))
    return Attribution(speaker, Rule.TRANSCRIPT)
