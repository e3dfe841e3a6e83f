"""Cuttings and libraries made by hand: drawing and screens are tested apart from extraction and disk."""

from __future__ import annotations

import re

from tui.model.annotation import Entity, EntityKind, Mention, Quotation, QuotationKind, Role
from tui.model.article import Article, ArticleId, Paragraph, ParagraphKind
from tui.model.cutting import Cutting
from tui.model.rule import Rule
from tui.model.span import Span

COUNCIL = """Council leaders want a bridge over the Wear, and soon.

Ann Lee, leader of Wearside Council, said: “We have waited for twenty years, and we shall not wait for twenty.

“The money is there. The plans are there.”

Wearside Echo: Ann Lee at the river

Mr Pike called it a “vanity project” on Monday."""


def article(text: str, *, name: str = "a", headline: str | None = None) -> Article:
    """An article of that text, its paragraphs all prose but captions that begin with an outlet's name."""
    paragraphs = tuple(
        Paragraph(
            Span(*match.span()),
            ParagraphKind.CAPTION if match.group().startswith("Wearside Echo:") else ParagraphKind.PROSE,
        )
        for match in re.finditer(r"[^\n]+", text)
    )
    return Article(ArticleId(name.ljust(16, "0")), f"{name}.txt", text, paragraphs, headline)


def span(text: str, words: str) -> Span:
    """Where the words first stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def council(name: str = "a") -> Cutting:
    """One utterance over two paragraphs, one fragment, three names, a caption."""
    text = COUNCIL
    said = Quotation(
        (
            span(text, "We have waited for twenty years, and we shall not wait for twenty."),
            span(text, "The money is there. The plans are there."),
        ),
        QuotationKind.DIRECT,
        "Ann Lee",
        EntityKind.PERSON,
        span(text, "Ann Lee"),
        span(text, "said"),
        Rule.COLON,
        0.97,
    )
    called = Quotation(
        (span(text, "vanity project"),),
        QuotationKind.PARTIAL,
        "Pike",
        EntityKind.PERSON,
        span(text, "Pike"),
        span(text, "called"),
        Rule.LEFT,
        0.6,
    )
    mentions = (
        Mention(span(text, "Ann Lee"), EntityKind.PERSON, "Ann Lee"),
        Mention(span(text, "Wearside Council"), EntityKind.ORGANISATION, "Wearside Council"),
        Mention(span(text, "Pike"), EntityKind.PERSON, "Pike"),
    )
    entities = (
        Entity("Ann Lee", EntityKind.PERSON, (), (Role("leader of Wearside Council", Span(0, 1)),)),
        Entity("Wearside Council", EntityKind.ORGANISATION),
        Entity("Pike", EntityKind.PERSON),
    )
    return Cutting(article(text, name=name), (said, called), mentions, entities)
