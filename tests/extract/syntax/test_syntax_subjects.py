"""Sentences -> subjects of their verbs."""

from __future__ import annotations

import pytest

from tui.extract.quotes.quoted_spans import find_quoted_spans
from tui.extract.syntax.subjects import main_subject, subject
from tui.extract.words.sentences import split_sentences
from tui.extract.words.tagged_tokens import TaggedTokens, reporter_tokens
from tui.extract.words.tagging import tag_words
from tui.extract.words.tokens import tokenise
from tui.model.article import Paragraph
from tui.model.span import Span


def read(text: str) -> TaggedTokens:
    paragraphs = [Paragraph(Span(0, len(text)))]
    prose = reporter_tokens(tokenise(text), paragraphs, find_quoted_spans(text, paragraphs))
    tag_words(prose)
    split_sentences(prose)
    return prose


@pytest.mark.parametrize(
    ("sentence", "verb", "who"),
    [
        ("Simon Henig said: “No.”", "said", "Simon Henig"),
        ("Simon Henig, the chairman of the Northern Authority, said: “No.”", "said", "Simon Henig"),
        ("In a statement on Friday, Ms Keane said: “No.”", "said", "Ms Keane"),
        ("Ann Lee, speaking at a meeting in Columbus, Ohio, said it was “bad”.", "said", "Ann Lee"),
        ("The man who pulled them out says it was “luck”.", "says", "The man"),
        ("Tom Sayle stood up and said: “No.”", "said", "Tom Sayle"),
        ("Cllr Hollis (Lab) added: “No.”", "added", "Cllr Hollis"),
        ("The mayor thinks the film should be released but said “not yet”.", "said", "The mayor"),
        ("The court heard that the driver, who said he was “tired”, fell asleep.", "said", "the driver"),
        ("The notice states: “No dogs.”", "states", "The notice"),
    ],
)
def test_the_subject_of_a_reporting_verb_is_found(sentence: str, verb: str, who: str) -> None:
    prose = read(sentence)
    at = prose.words.index(verb)
    assert prose.cues[at], "the verb reports"
    found = subject(prose, at, 0)
    assert found is not None
    assert prose.text[prose.starts[found.lo] : found.end] == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("While ministers waited, the union walked out.", "the union"),
        ("On Monday the board met in private.", "the board"),
        ("WEXCOMBE (PA) – The trawler sank within minutes, and the skipper swam.", "the skipper"),
    ],
)
def test_the_main_subject_stands_outside_opening_clauses(sentence: str, who: str) -> None:
    prose = read(sentence)
    found = main_subject(prose, *prose.sentences[-1])
    assert found is not None
    assert found.end == sentence.index(who) + len(who)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The claims were false.", "claims"),
        ("His latest remark shocked them.", "remark"),
        ("The alleged fraud went on.", "alleged"),
        ("It was a written statement.", "written"),
        ("There were calls for a vote.", "calls"),
    ],
)
def test_a_noun_or_adjective_is_not_taken_for_a_reporting_verb(sentence: str, word: str) -> None:
    prose = read(sentence)
    assert not prose.cues[prose.words.index(word)]


@pytest.mark.parametrize(
    "sentence", ["Critics claim it is “late”.", "She claims it is “late”.", "Some said it is “late”."]
)
def test_the_same_word_is_a_verb_after_its_subject(sentence: str) -> None:
    prose = read(sentence)
    assert any(prose.cues)


def test_a_sentence_goes_on_after_a_quoted_question_when_its_attribution_follows() -> None:
    assert len(read("“Where was he?” asked Fergus Tolland. The room fell silent.").sentences) == 2
    assert len(read("“It is late.” The room fell silent.").sentences) == 2
