"""Cuttings made by hand: a text, and the names to be found in it."""

from collections.abc import Callable, Iterable

import pytest

from tui.model.annotation import Entity, EntityKind, Mention, Quotation, QuotationKind
from tui.model.article import Article, ArticleId, Paragraph
from tui.model.cutting import Cutting
from tui.model.span import Span

Press = Callable[..., Cutting]


def spans_of(text: str, words: str) -> list[Span]:
    """Every place where `words` stand in `text`."""
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


def quoted(text: str) -> tuple[Quotation, ...]:
    """A direct quotation for each pair of double quotation marks."""
    marks = [at for at, letter in enumerate(text) if letter in "“”"]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return tuple(Quotation((Span(start + 1, end),), QuotationKind.DIRECT) for start, end in pairs)


def mentions_of(text: str, kind: EntityKind, forms: tuple[str, ...]) -> list[Mention]:
    """Where an entity is named by its name or an alias, the alias not inside the name."""
    found: list[Span] = []
    for form in forms:
        found += [span for span in spans_of(text, form) if not any(span.overlaps(other) for other in found)]
    return [Mention(span, kind, forms[0]) for span in found]


def cutting_of(
    text: str,
    people: Iterable[str] = (),
    bodies: Iterable[str] = (),
    places: Iterable[str] = (),
    publication: str | None = None,
) -> Cutting:
    """A cutting of `text`. A name may be given as "Full Name|alias|alias"."""
    mentions: list[Mention] = []
    entities = []
    kinds = (EntityKind.PERSON, people), (EntityKind.ORGANISATION, bodies), (EntityKind.PLACE, places)
    for kind, names in kinds:
        for spelt in names:
            name, *aliases = spelt.split("|")
            entities.append(Entity(name, kind, tuple(aliases)))
            mentions += mentions_of(text, kind, (name, *aliases))
    lines = [span for line in text.split("\n") if line.strip() for span in spans_of(text, line)[:1]]
    article = Article(
        ArticleId("0" * 16), "a.txt", text, tuple(map(Paragraph, lines)), publication=publication
    )
    return Cutting(article, quoted(text), tuple(sorted(mentions, key=lambda m: m.span)), tuple(entities))


@pytest.fixture
def press() -> Press:
    return cutting_of
