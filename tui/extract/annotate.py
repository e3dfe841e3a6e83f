"""Article -> Cutting: the one public function of extraction."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tui.extract.attribution.attributor import SpanReading, attribute_spans
from tui.extract.attribution.interviews import InterviewTurn, interview_turns, spoken_turns
from tui.extract.attribution.quotations import ResolvedSpan, make_quotations
from tui.extract.attribution.repeated_quotes import with_repeated_quotes
from tui.extract.attribution.scare_quotes import is_scare_quote
from tui.extract.attribution.speaker_resolution import Speaker, resolve_speakers
from tui.extract.attribution.unnamed_speakers import with_unnamed_speakers
from tui.extract.entities.entity_positions import EntityPositions, locate_entities
from tui.extract.entities.roles import roles_of, with_roles
from tui.extract.entities.shared_surnames import doubted
from tui.extract.moved_spans import moved
from tui.extract.names import find_names, gender_of
from tui.extract.quotes.quoted_spans import QuotedSpan, find_quoted_spans
from tui.extract.words.lexicon import QUOTED
from tui.extract.words.sentences import split_sentences
from tui.extract.words.tagged_tokens import TaggedTokens, reporter_tokens
from tui.extract.words.tagging import tag_words
from tui.extract.words.tokens import Tokens, tokenise
from tui.model.annotation import Mention, Quotation, QuotationKind
from tui.model.article import Article, ParagraphKind
from tui.model.cutting import Cutting
from tui.model.language import ENGLISH, language_of
from tui.model.printed_words import readable
from tui.model.span import Span

FEWEST_SPOKEN = 3
"""Words in quotation marks that are speech in a language that is not read."""


def annotate(article: Article) -> Cutting:
    """Find the quotations, names and speakers of an article. Never raises, whatever the text.

    They are looked for in the text as it reads; their places are those in the text as it is. In another
    language than English what is quoted is found, and nobody is named.
    """
    find = _annotated if language_of(article.text) == ENGLISH else _quoted_only
    read = readable(article.joined)
    if read.text == article.text:
        return find(article)
    paragraphs = (Span(read.here(one.span.start), read.here(one.span.end)) for one in article.paragraphs)
    placed = tuple(one._replace(span=span) for one, span in zip(article.paragraphs, paragraphs, strict=True))
    found = find(article._replace(text=read.text, paragraphs=placed))
    return moved(found, article, read)


def _annotated(article: Article) -> Cutting:
    tokens = tokenise(article.text)
    names = find_names(tokens, article.paragraphs)
    turns = interview_turns(article, names.mentions, names.entities)
    whole, article = article, _told_alone(article, turns)
    spans = outside_names(find_quoted_spans(article.text, article.paragraphs), names.mentions)
    prose = read_prose(tokens, article, spans)
    positions = locate_entities(prose, names.mentions, names.entities, gender_of)
    roles = roles_of(positions)
    positions.entities = {entity.name: entity for entity in with_roles(names.entities, roles)}
    quotations, speakers = find_quotations(prose, spans, positions)
    mentions, entities = with_unnamed_speakers(
        prose, names.mentions, tuple(positions.entities.values()), speakers
    )
    quotations += spoken_turns(whole, turns, names.mentions, names.entities)
    quotations.sort(key=lambda quotation: quotation.span.start)
    return Cutting(whole, tuple(doubted(whole, quotations, mentions)), mentions, entities)


def _told_alone(article: Article, turns: Sequence[InterviewTurn]) -> Article:
    """The article with the paragraphs of an interview set apart: they are nobody's report."""
    spoken = {number for turn in turns for number in turn.paragraphs}
    paragraphs = (
        one._replace(kind=ParagraphKind.CAPTION) if number in spoken else one
        for number, one in enumerate(article.paragraphs)
    )
    return article._replace(paragraphs=tuple(paragraphs)) if spoken else article


def outside_names(spans: Sequence[QuotedSpan], mentions: Sequence[Mention]) -> list[QuotedSpan]:
    """The spans that are no nickname inside a name: Robert “Bob” Dornan."""
    starts = [mention.span.start for mention in mentions]
    names = ((one, bisect_left(starts, one.outer.start)) for one in spans)
    return [one for one, last in names if not last or mentions[last - 1].span.end <= one.outer.start]


def _quoted_only(article: Article) -> Cutting:
    """What stands in quotation marks; a word or two may be a title or a term as well, and are no speech."""
    spans = find_quoted_spans(article.text, article.paragraphs)
    prose = read_prose(tokenise(article.text), article, spans)
    kinds = [reading.kind for reading in attribute_spans(prose, spans)]
    pieces = []
    for quoted_span, kind in zip(spans, kinds, strict=True):
        term = len(quoted_span.span.of(article.text).split()) < FEWEST_SPOKEN
        pieces.append(ResolvedSpan(quoted_span, QuotationKind.SCARE if term else kind, None, None))
    return Cutting(article, tuple(make_quotations(prose, pieces)))


def read_prose(tokens: Tokens, article: Article, spans: Sequence[QuotedSpan]) -> TaggedTokens:
    """The reporter's words, classed and cut into sentences."""
    prose = reporter_tokens(tokens, article.paragraphs, spans)
    tag_words(prose)
    split_sentences(prose)
    return prose


def find_quotations(
    prose: TaggedTokens, spans: Sequence[QuotedSpan], positions: EntityPositions
) -> tuple[list[Quotation], list[Speaker]]:
    """The quotations, and the speakers of those that somebody said."""
    readings = with_repeated_quotes(prose.text, spans, attribute_spans(prose, spans))
    scares = are_scare_quotes(prose, spans, readings)
    spoken = [
        SpanReading(v.kind, None if scare else v.attribution)
        for v, scare in zip(readings, scares, strict=True)
    ]
    speakers = resolve_speakers(positions, spoken)
    pieces = [
        ResolvedSpan(
            quoted_span, QuotationKind.SCARE if scare else reading.kind, reading.attribution, speaker
        )
        for quoted_span, scare, reading, speaker in zip(spans, scares, spoken, speakers, strict=True)
    ]
    found = make_quotations(prose, pieces)
    named = {quotation.speaker for quotation in found}
    return found, [speaker for speaker in speakers if speaker is not None and speaker.name in named]


def are_scare_quotes(
    prose: TaggedTokens, spans: Sequence[QuotedSpan], readings: Sequence[SpanReading]
) -> list[bool]:
    """For every quoted span, whether it is only a term."""
    places = {prose.span_number[at]: at for at, tag in enumerate(prose.tags) if tag == QUOTED}
    return [is_scare_quote(prose, places[number], number, spans, readings) for number in range(len(spans))]
