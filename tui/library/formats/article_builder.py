"""An article made of a text and of the facts that were printed with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tui.library.formats.dates import possible
from tui.library.formats.inserted_lines import inserted_as_captions
from tui.library.formats.paragraph_kinds import paragraph_kind
from tui.model.article import Article, ArticleId, Paragraph, ParagraphKind
from tui.model.article_identity import article_id
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource
from tui.model.span import Span


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article beside its text; None where the source does not say.

    `found` tells where each of them comes from.
    """

    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    publication: str | None = None
    published: date | None = None
    url: str | None = None
    found: tuple[FactSource, ...] = ()

    def told_by(self, origin: str, *, guessed: bool = False, doubtful: Fact | None = None) -> Facts:
        """The same facts, all of them from there; one that is doubtful counts as guessed."""
        known = [fact for fact, name in _NAMES.items() if getattr(self, name)]
        found = tuple(FactSource(fact, origin, guessed or fact is doubtful) for fact in known)
        return replace(self, found=found)

    def possible(self) -> Facts:
        """The same facts without a day on which no newspaper can have been printed."""
        if self.published is None or possible(self.published):
            return self
        found = tuple(finding for finding in self.found if finding.fact is not Fact.DATE)
        return replace(self, published=None, found=found)

    def over(self, below: Facts) -> Facts:
        """These facts, and from `below` those that are not known here."""
        missing = {fact: name for fact, name in _NAMES.items() if not getattr(self, name)}
        found = tuple(finding for finding in below.found if finding.fact in missing)
        values = {name: getattr(below, name) for name in missing.values()}
        return replace(self, **values, found=tuple(sorted((*self.found, *found), key=_place)))


_NAMES: Mapping[Fact, str] = {
    Fact.HEADLINE: "headline",
    Fact.STANDFIRST: "standfirst",
    Fact.AUTHOR: "byline",
    Fact.PUBLICATION: "publication",
    Fact.DATE: "published",
    Fact.ADDRESS: "url",
}


_PLACES = {fact: place for place, fact in enumerate(Fact)}


def _place(finding: FactSource) -> int:
    return _PLACES[finding.fact]


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one file gave: its articles in order, and what was wrong or doubtful.

    `found` is what was found of the file as a whole: its format and its encoding.
    """

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    found: tuple[FactSource, ...] = ()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that is not blank: where its words are, and whether a blank line follows."""

    span: Span
    words: str
    gap: bool


def lines_of(text: str) -> tuple[TextLine, ...]:
    """The lines of a text that are not blank, without their outer blanks."""
    found: list[TextLine] = []
    start = 0
    for row in text.split("\n"):
        words = row.strip()
        if words:
            begin = start + row.index(words)
            found.append(TextLine(Span(begin, begin + len(words)), words, gap=False))
        elif found and not found[-1].gap:
            found[-1] = TextLine(found[-1].span, found[-1].words, gap=True)
        start += len(row) + 1
    return tuple(found)


def article(
    path: str, text: str, facts: Facts, lines: Sequence[TextLine], known: Mapping[int, ParagraphKind]
) -> Article:
    """The article; `known` gives the kinds of lines that stand for a fact, by their number."""
    facts = facts.possible()
    paragraphs = tuple(
        Paragraph(line.span, known.get(number) or paragraph_kind(line.words))
        for number, line in enumerate(lines)
    )
    paragraphs = inserted_as_captions(text, paragraphs)
    return Article(
        id=_id(text, facts),
        path=path,
        text=text,
        paragraphs=paragraphs,
        headline=facts.headline,
        standfirst=facts.standfirst,
        byline=facts.byline,
        publication=facts.publication,
        published=facts.published,
        url=facts.url,
        provenance=facts.found,
    )


def facts_of(article: Article) -> Facts:
    """What is known of an article that was read already."""
    return Facts(
        article.headline,
        article.standfirst,
        article.byline,
        article.publication,
        article.published,
        article.url,
        article.provenance,
    )


def with_facts(article: Article, facts: Facts) -> Article:
    """The same text with other facts."""
    facts = facts.possible()
    values = {name: getattr(facts, name) for name in _NAMES.values()}
    return article._replace(id=_id(article.text, facts), provenance=facts.found, **values)


def _id(text: str, facts: Facts) -> ArticleId:
    return article_id(text, facts.headline, facts.publication, facts.published, facts.url)
