"""What the plain reader says: whole lines, one fact after the other, no sign that has to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.commands.quotation_blocks import NOBODY
from tui.model.article import Article, ParagraphKind
from tui.model.cutting import Cutting
from tui.model.known_entity import KnownEntity
from tui.model.listing import ArticleRow, LibraryCounts, QuotationHit, QuotationRow
from tui.model.printed_words import as_read
from tui.model.relation import Relation
from tui.model.said import said_in
from tui.model.trail import Visit
from tui.present.article_language import foreign_words
from tui.present.guess_marks import PrintedFacts, shown_day, shown_publication, shown_title
from tui.present.plain_words import LIKELY, NO_SOURCE, SURE, count_of, long_date

SPOKEN = {
    ParagraphKind.CAPTION: "Caption: ",
    ParagraphKind.BYLINE: "By: ",
    ParagraphKind.STANDFIRST: "",
    ParagraphKind.POINTER: "",
    ParagraphKind.PROSE: "",
}
"""What is said before a paragraph of each kind; a headline has been said already."""


def greeting(name: str, counts: LibraryCounts) -> str:
    """Which library is open and how much there is in it."""
    much = (
        count_of(counts.articles, "article"),
        count_of(counts.quotations, "quotation"),
        count_of(counts.people, "person", "people"),
    )
    return f"{name}: {', '.join(much)}. Type help to hear what can be typed."


def row(number: int, one: ArticleRow) -> str:
    """One article of the list."""
    facts = [
        shown_publication(one) or NO_SOURCE,
        shown_day(one, long_date),
        count_of(one.minutes, "minute"),
    ]
    facts.append(count_of(one.quotations, "quotation"))
    facts += [word for word, so in (("starred", one.starred), ("read", one.read)) if so]
    return f"{number}. {_title(one)}. {', '.join(facts)}."


def _title(it: PrintedFacts) -> str:
    """The title without the full stop that the sentence has."""
    return shown_title(it).rstrip(".")


def article(cutting: Cutting) -> Iterator[str]:
    """Headline, facts, and the paragraphs, each on a line of its own."""
    it = cutting.article
    if it.headline:
        yield shown_title(it)
    yield _facts(it, len(cutting.spoken))
    if foreign := foreign_words(it.text):
        yield f"{foreign}."
    for paragraph in it.paragraphs:
        if paragraph.kind in SPOKEN:
            yield SPOKEN[paragraph.kind] + as_read(paragraph.span.of(it.text))
    yield "End of the article."


def _facts(it: Article, quotations: int) -> str:
    source = shown_publication(it) or "Source not given"
    length = (count_of(it.minutes, "minute"), count_of(quotations, "quotation"))
    return f"{', '.join((source, shown_day(it, long_date), *length))}."


def quotations(cutting: Cutting) -> Iterator[str]:
    """Who said what, in the order of the article."""
    for number, said in enumerate(said_in(cutting), start=1):
        yield f"{number}. {speaker(said)}: “{said.words}”"


def speaker(said: QuotationRow) -> str:
    """Name, role, and whether the name is doubtful."""
    if said.quotation.speaker is None:
        return NOBODY.capitalize()
    role = f", {said.role}" if said.role else ""
    doubt = "" if said.quotation.confidence >= LIKELY else ", a guess"
    return f"{said.quotation.speaker}{role}{doubt}"


def why(cutting: Cutting, number: int) -> Iterator[str]:
    """Why that quotation (counted from 0) is given to its speaker."""
    quotation = cutting.spoken[number]
    if quotation.speaker is None:
        yield "Nobody is named as the speaker: no name is better than a wrong one."
        return
    sure = quotation.confidence
    word = "sure" if sure >= SURE else "likely" if sure >= LIKELY else "a guess"
    yield f"{quotation.speaker}: {word}. {quotation.rule.words.capitalize()}."
    text = cutting.article.text
    for name, span in (("The speaker is named by", quotation.speaker_span), ("The cue is", quotation.cue)):
        if span is not None:
            yield f"{name} “{as_read(span.of(text))}”."


def names(cutting: Cutting) -> Iterator[str]:
    """Who and what is named, those who speak first."""
    said = {entity.name: 0 for entity in cutting.entities}
    for quotation in cutting.spoken:
        if quotation.speaker in said:
            said[quotation.speaker] += 1
    for entity in sorted(cutting.entities, key=lambda one: -said[one.name]):
        often = count_of(len(cutting.mentions_of(entity.name)), "mention")
        speaks = f"{count_of(said[entity.name], 'quotation')}, " if said[entity.name] else ""
        role = f", {entity.roles[0].words}" if entity.roles else ""
        yield f"{entity.name}, {entity.kind}{role}: {speaks}{often}."


def known(one: KnownEntity) -> Iterator[str]:
    """What the library knows of somebody."""
    often = f"{count_of(one.quotations, 'quotation')}, {count_of(one.mentions, 'mention')}"
    yield f"{one.name}, {one.kind}: {often} in {count_of(one.articles, 'article')}."
    if one.aliases:
        yield f"Also called {', '.join(one.aliases)}."
    for role in one.roles:
        yield f"Called {role.words}, in {_title(role)}, {shown_day(role, long_date)}."
    if one.alike:
        yield f"Perhaps the same as {', '.join(one.alike)}."


def said(number: int, one: QuotationRow) -> str:
    """Something said, with where."""
    return f"{number}. {speaker(one)}: “{one.words}” In {_title(one)}, {shown_day(one, long_date)}."


def hits(found: Iterable[QuotationHit]) -> Iterator[str]:
    """What a search found, best first."""
    for number, hit in enumerate(found, start=1):
        more = f" And in {count_of(len(hit.also), 'more article')}." if hit.also else ""
        yield f"{said(number, hit.said)}{more}"


def relations(pairs: Sequence[tuple[Relation, Article]]) -> Iterator[str]:
    """Related articles, each with its reasons."""
    for number, (relation, other) in enumerate(pairs, start=1):
        reasons = "; ".join(reason.words for reason in relation.reasons)
        yield f"{number}. {_title(other)}. Because of: {reasons}."


def visit(number: int, one: Visit) -> str:
    """A place where the reader has been."""
    landed = f", at “{one.words}”" if one.words else ""
    return f"{number}. {one.title.rstrip('.')}{landed}. {long_date(one.at.date())}, {one.at:%H:%M}."
