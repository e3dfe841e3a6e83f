"""The speaker of every quoted span of an article, in order.

It is that of its own sentence, else of its paragraph, of the sentence before, of the paragraph it continues,
or of the one that introduces it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.extract.attribution.adjacent_attribution import (
    lost_opening,
    owner_of_part,
    paragraph_before,
    signed_below,
    verdict_in,
)
from tui.extract.attribution.attribution import NO_CUE, Attribution, attribution_to, opens_sentence
from tui.extract.attribution.attribution_after import according_to
from tui.extract.attribution.introduced_quotes import name_before_colon
from tui.extract.attribution.quotation_kind import kind_of
from tui.extract.attribution.sentence_attribution import attribution_in_sentence
from tui.extract.attribution.turn_taking import (
    Turn,
    alternating_speaker,
    continuation_rule,
    speaker_turned_to,
)
from tui.extract.quotes.quoted_spans import QuotedSpan
from tui.extract.syntax.noun_phrases import phrase_at
from tui.extract.syntax.subjects import main_subject, subject
from tui.extract.words.lexicon import QUOTED, lexicon
from tui.extract.words.tagged_tokens import NounPhrase, TaggedTokens
from tui.model.annotation import QuotationKind
from tui.model.rule import Rule

LATER_TURNS: Final = 2
"""For so many paragraphs the last speaker may be guessed to go on."""
LOOK_AHEAD: Final = 8


@dataclass(frozen=True, slots=True)
class SpanReading:
    """What is known of one quoted span: its kind before the scare judgement, and who says it, if anybody."""

    kind: QuotationKind
    attribution: Attribution | None


def attribute_spans(prose: TaggedTokens, spans: Sequence[QuotedSpan]) -> list[SpanReading]:
    """A reading for every quoted span, in order."""
    attributor = Attributor(prose, spans)
    for paragraph in range(len(prose.paragraphs)):
        attributor.attribute_paragraph(paragraph)
    return [
        SpanReading(attributor.kinds.get(number, QuotationKind.PARTIAL), attributor.attributions.get(number))
        for number in range(len(spans))
    ]


class Attributor:
    """Goes through the paragraphs and remembers who spoke last."""

    def __init__(self, prose: TaggedTokens, spans: Sequence[QuotedSpan]) -> None:
        self.prose = prose
        self.spans = spans
        self.attributions: dict[int, Attribution] = {}
        self.kinds: dict[int, QuotationKind] = {}
        self.last_turn = Turn()
        self.turn_before = Turn()

    def attribute_paragraph(self, paragraph: int) -> None:
        """Attribute the spans of one paragraph."""
        prose = self.prose
        here: NounPhrase | None = None
        waiting: list[int] = []
        lo, hi = prose.paragraphs[paragraph]
        quotations = [at for at in range(lo, hi) if prose.tags[at] == QUOTED]
        for order, at in enumerate(quotations):
            number = prose.span_number[at]
            kind = self.kinds[number] = kind_of(prose, at, self.spans[number])
            found = self.own(at, here, quotations[order - 1] if order else -1)
            if found is None and self.stands_free(at):
                more = order + 1 < len(quotations)
                found = self.alone(at, here, more)
                if found is None and more and here is None:
                    waiting.append(number)
                    continue
            found = found or self.left_over(at, here)
            if found is None:
                continue
            self.attributions[number] = found
            for earlier in waiting:
                self.attributions[earlier] = Attribution(found.speaker, Rule.SAME_PARAGRAPH)
            waiting.clear()
            if kind is QuotationKind.DIRECT or not found.rule.yields:
                here = found.speaker
        for number in waiting:
            speaker = here or self.last_turn.speaker
            if speaker is not None:
                self.attributions[number] = Attribution(
                    speaker, continuation_rule(self.prose, self.last_turn, paragraph)
                )
        self.remember_turn(paragraph, quotations)

    def own(self, at: int, here: NounPhrase | None, previous: int) -> Attribution | None:
        """The evidence of the quotation's own sentence; a later piece without a cue stays with the first."""
        prose = self.prose
        lo, hi = prose.sentences[prose.sentence_of[at]]
        found = attribution_in_sentence(prose, at, (lo, hi), self.spans[prose.span_number[at]].span)
        later_piece = previous >= lo and not opens_sentence(prose, at, lo)
        own = found is not None and (found.cue != NO_CUE or found.rule.reports)
        if here is not None and later_piece and not own:
            return Attribution(here, Rule.SAME_PARAGRAPH)
        return found

    def stands_free(self, at: int) -> bool:
        """Whether the quotation opens its sentence, so that it may be a whole utterance."""
        return opens_sentence(self.prose, at, self.prose.sentences[self.prose.sentence_of[at]][0])

    def alone(self, at: int, here: NounPhrase | None, more: bool) -> Attribution | None:
        """The speaker of a quotation that is a sentence by itself; None also when a later one may tell."""
        prose, last = self.prose, self.last_turn
        paragraph = prose.paragraph_of[at]
        if here is not None:
            turned = speaker_turned_to(prose, at)
            return (
                Attribution(turned, Rule.SENTENCE_BEFORE)
                if turned
                else Attribution(here, Rule.SAME_PARAGRAPH)
            )
        beside = self.by_neighbours(at, paragraph)
        if beside is not None:
            return beside
        before = paragraph_before(prose, paragraph)
        if before is not None and prose.words[prose.paragraphs[before][1] - 1] in (":", ","):
            end = prose.paragraphs[before][1]
            sentence = prose.sentence_of[end - 1]
            speaker = self.sentence_speaker(sentence) or name_before_colon(
                prose, end, prose.sentences[sentence][0]
            )
            if speaker is not None:
                return Attribution(speaker, Rule.INTRODUCED)
        follows_open = last.open and paragraph - last.paragraph <= 1
        if not self.spans[prose.span_number[at]].closed and not follows_open:
            speaker = self.speaker_ahead(paragraph)
            if speaker is not None:
                return Attribution(speaker, Rule.CARRIED_BACK)
        if more and not follows_open:
            return None
        return self.from_before(paragraph, before)

    def by_neighbours(self, at: int, paragraph: int) -> Attribution | None:
        """The speaker by the sentence before, the sentence after, or a signature on the line below."""
        prose = self.prose
        lo, hi = prose.paragraphs[paragraph]
        sentence = prose.sentence_of[at]
        if sentence > prose.sentence_of[lo]:
            speaker = self.sentence_speaker(sentence - 1)
            if speaker is not None:
                return Attribution(speaker, Rule.SENTENCE_BEFORE)
        verdict = verdict_in(prose, sentence + 1) if prose.sentence_of[hi - 1] > sentence else None
        if verdict is not None:
            return verdict
        signed = signed_below(prose, paragraph) if at == hi - 1 else None
        return Attribution(signed, Rule.SIGN_OFF) if signed is not None else None

    def from_before(self, paragraph: int, before: int | None) -> Attribution | None:
        """The speaker who goes on from the paragraphs before, or whom the next one names."""
        last, prose = self.last_turn, self.prose
        if before is not None:
            if last.speaker is not None and last.paragraph >= before:
                return alternating_speaker(prose, self.turn_before, last, paragraph) or Attribution(
                    last.speaker, continuation_rule(prose, last, paragraph)
                )
            speaker = lost_opening(prose, before) or self.sentence_speaker(
                prose.sentence_of[prose.paragraphs[before][1] - 1]
            )
            if speaker is not None:
                return Attribution(speaker, Rule.SENTENCE_BEFORE)
        if last.speaker is not None and paragraph - last.paragraph <= LATER_TURNS + 1:
            return Attribution(last.speaker, continuation_rule(prose, last, paragraph))
        return self.named_below(paragraph)

    def left_over(self, at: int, here: NounPhrase | None) -> Attribution | None:
        """Weak grounds: the paragraph's speaker, the sentence before, the last speaker."""
        prose = self.prose
        sentence, paragraph = prose.sentence_of[at], prose.paragraph_of[at]
        if here is not None:
            return Attribution(here, Rule.SAME_PARAGRAPH)
        if sentence > prose.sentence_of[prose.paragraphs[paragraph][0]]:
            speaker = self.sentence_speaker(sentence - 1)
            if speaker is not None:
                return Attribution(speaker, Rule.SENTENCE_BEFORE)
        if self.last_turn.speaker is not None and paragraph - self.last_turn.paragraph <= LATER_TURNS:
            return Attribution(self.last_turn.speaker, Rule.GUESS)
        return None

    def remember_turn(self, paragraph: int, quotations: Sequence[int]) -> None:
        """Remember who spoke last in the paragraph, direct speech before fragments."""
        numbers = [self.prose.span_number[at] for at in quotations]
        known = [number for number in numbers if number in self.attributions]
        direct = [number for number in known if self.kinds[number] is QuotationKind.DIRECT]
        if not direct and (not known or known[-1] != numbers[-1]):
            return
        last = (direct or known)[-1]
        self.turn_before = self.last_turn
        self.last_turn = Turn(self.attributions[last].speaker, paragraph, not self.spans[last].closed)

    def speaker_ahead(self, paragraph: int) -> NounPhrase | None:
        """The speaker of a quotation that runs on, when its attribution stands in a later paragraph."""
        prose = self.prose
        for number in range(paragraph + 1, min(len(prose.paragraphs), paragraph + LOOK_AHEAD)):
            lo, hi = prose.paragraphs[number]
            if lo == hi:
                continue
            if prose.tags[lo] != QUOTED:
                return None
            quoted_span = self.spans[prose.span_number[lo]]
            found = attribution_in_sentence(
                prose, lo, prose.sentences[prose.sentence_of[lo]], quoted_span.span
            )
            if found is not None and found.rule in (Rule.AFTER, Rule.ACCORDING_TO, Rule.SIGN_OFF):
                return found.speaker
            if quoted_span.closed:
                return None
        return None

    def named_below(self, paragraph: int) -> Attribution | None:
        """Who is named after an article that opens with its quotation: Those are the words of X."""
        prose = self.prose
        for number in range(paragraph + 1, min(len(prose.paragraphs), paragraph + 4)):
            lo, hi = prose.paragraphs[number]
            if lo == hi:
                continue
            verdict = verdict_in(prose, prose.sentence_of[lo])
            if verdict is not None:
                return verdict
            return attribution_to(self.sentence_speaker(prose.sentence_of[lo]), Rule.NAMED_BELOW)
        return None

    def sentence_speaker(self, sentence: int) -> NounPhrase | None:
        """Who speaks, or at least is the subject, in a sentence that stands before a quotation."""
        prose = self.prose
        lo, hi = prose.sentences[sentence]
        hi = min(hi, lo + 300)
        for at in range(hi - 1, lo - 1, -1):
            if prose.tags[at] == QUOTED and prose.span_number[at] in self.attributions:
                return self.attributions[prose.span_number[at]].speaker
        weak = lexicon().weak
        verbs = [
            at
            for at in range(lo, hi)
            if prose.cues[at] and prose.cues[at] not in weak and not prose.is_participle(at)
        ]
        for verb in reversed(verbs) if prose.words[hi - 1] == ":" else verbs:
            found = subject(prose, verb, lo)
            if found is None and prose.words[verb - 1] == ",":
                found = phrase_at(prose, verb + 1, hi)
            if found is not None and found.speaks:
                return found
        source = according_to(prose, lo, hi, hi)
        if source is not None:
            return source.speaker
        found = main_subject(prose, lo, hi)
        if found is None or not found.speaks:
            return None
        return owner_of_part(prose, found) or found
