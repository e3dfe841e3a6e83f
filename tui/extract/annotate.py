"""Article -> Cutting: the one public function of extraction."""

from __future__ import annotations

from collections.abc import Sequence

from tui.extract.attribution.attributor import Voice, voices
from tui.extract.attribution.quotations import Piece, utterances
from tui.extract.attribution.repeated_quotes import with_echoes
from tui.extract.attribution.scare_quotes import is_scare
from tui.extract.attribution.speaker_resolution import Speaker, resolve
from tui.extract.attribution.unnamed_speakers import with_speakers
from tui.extract.entities.entity_positions import Cast, make_cast
from tui.extract.entities.roles import roles_of, with_roles
from tui.extract.names import find_names, gender_of
from tui.extract.quotes.quoted_spans import Stretch, find_stretches
from tui.extract.words.lexicon import QUOTED
from tui.extract.words.sentences import split_sentences
from tui.extract.words.tagged_tokens import Prose, lay_out
from tui.extract.words.tagging import tag
from tui.extract.words.tokens import Tokens, tokenise
from tui.model.annotation import Quotation, QuotationKind
from tui.model.article import Article
from tui.model.cutting import Cutting


def annotate(article: Article) -> Cutting:
    """Find the quotations, names and speakers of an article. Never raises, whatever the text."""
    tokens = tokenise(article.text)
    names = find_names(tokens, article.paragraphs)
    stretches = find_stretches(article.text, article.paragraphs)
    prose = read_prose(tokens, article, stretches)
    cast = make_cast(prose, names.mentions, names.entities, gender_of)
    roles = roles_of(cast)
    cast.entities = {entity.name: entity for entity in with_roles(names.entities, roles)}
    quotations, speakers = find_quotations(prose, stretches, cast)
    mentions, entities = with_speakers(prose, names.mentions, tuple(cast.entities.values()), speakers)
    return Cutting(article, tuple(quotations), mentions, entities)


def read_prose(tokens: Tokens, article: Article, stretches: Sequence[Stretch]) -> Prose:
    """The reporter's words, classed and cut into sentences."""
    prose = lay_out(tokens, article.paragraphs, stretches)
    tag(prose)
    split_sentences(prose)
    return prose


def find_quotations(
    prose: Prose, stretches: Sequence[Stretch], cast: Cast
) -> tuple[list[Quotation], list[Speaker]]:
    """The quotations, and the speakers of those that somebody said."""
    heard = with_echoes(prose.text, stretches, voices(prose, stretches))
    scares = judge(prose, stretches, heard)
    spoken = [Voice(v.kind, None if scare else v.evidence) for v, scare in zip(heard, scares, strict=True)]
    speakers = resolve(cast, spoken)
    pieces = [
        Piece(stretch, QuotationKind.SCARE if scare else voice.kind, voice.evidence, speaker)
        for stretch, scare, voice, speaker in zip(stretches, scares, spoken, speakers, strict=True)
    ]
    found = utterances(prose, pieces)
    named = {quotation.speaker for quotation in found}
    return found, [speaker for speaker in speakers if speaker is not None and speaker.name in named]


def judge(prose: Prose, stretches: Sequence[Stretch], heard: Sequence[Voice]) -> list[bool]:
    """For every stretch, whether it is only a term."""
    places = {prose.stretch[at]: at for at, tag_ in enumerate(prose.tags) if tag_ == QUOTED}
    return [is_scare(prose, places[number], number, stretches, heard) for number in range(len(stretches))]
