"""The gold set: what a person has marked in an article, read from a TOML file beside its text.

tests/gold/README.md says how such a file is written. Whatever in it does not stand in the text is an
`AnnotationError` that names the file and the words.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tui.model.annotation import EntityKind, QuotationKind
from tui.model.span import Span

NAMED = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)
"""The kinds whose mentions are counted as names."""

MARKS = {"“": "”", '"': '"', "‘": "‘", "'": "\n"}
"""Each mark that opens, and what cannot stand before it has closed."""
CLOSED = re.compile(r"\W{0,2}[”’\"']|[^\w\n]{0,3}(?:\n|$)")
"""What follows the words of a quotation: points and a mark, or the end of the paragraph."""
KEYS = {"said", "optional", "either", *EntityKind}
KEYS_OF_WORDS = {"by", "or", "optional", *QuotationKind}


class AnnotationError(ValueError):
    """A gold file says something that its article does not."""


class GoldSpeaker(NamedTuple):
    """Somebody who speaks: the canonical name, and every form in which the text refers to them."""

    name: str
    kind: EntityKind
    forms: tuple[str, ...]


class GoldQuotation(NamedTuple):
    """Words between two marks inside one paragraph.

    `speakers`: any of them is right; if there are none, nobody can be named. What is `optional` is neither
    rewarded nor punished.
    """

    span: Span
    kind: QuotationKind
    speakers: tuple[GoldSpeaker, ...] = ()
    optional: bool = False


class GoldMention(NamedTuple):
    """A name where it stands. `kinds`: any of them is right, the first is the entity's own."""

    span: Span
    entity: str
    kinds: tuple[EntityKind, ...]
    optional: bool = False


class GoldArticle(NamedTuple):
    """An article with all that should be found in it."""

    name: str
    text: str
    quotations: tuple[GoldQuotation, ...]
    mentions: tuple[GoldMention, ...]

    def line(self, at: int) -> int:
        """The line of its file on which an offset stands, from 1."""
        return self.text.count("\n", 0, at) + 1


def read_gold(folder: Path, texts: Path | None = None) -> tuple[GoldArticle, ...]:
    """Every article of a folder, by name. The texts lie beside the annotations or in `texts`."""
    return tuple(
        gold_article(path.stem, ((texts or folder) / f"{path.stem}.txt").read_text("utf-8"), _table(path))
        for path in sorted(folder.glob("*.toml"))
    )


def gold_article(name: str, text: str, table: dict[str, Any]) -> GoldArticle:
    """The annotation of one article, its words turned into offsets."""
    try:
        _only(table, KEYS, "the file")
        cast = {
            canonical: GoldSpeaker(canonical, kind, (canonical, *(form.partition("#")[0] for form in forms)))
            for kind in EntityKind
            for canonical, forms in table.get(kind, {}).items()
        }
        for speaker in cast.values():
            _check_forms(text, speaker)
        quotations = tuple(_quotations(text, table, cast))
        _check_marks(text, quotations)
        return GoldArticle(name, text, quotations, _mentions(text, table))
    except AnnotationError as error:
        raise AnnotationError(f"{name}: {error}") from None


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise AnnotationError(f"{path.name}: {error}") from None


def _only(table: dict[str, Any], keys: set[str], where: str) -> None:
    unknown = sorted(set(table) - keys)
    if unknown:
        raise AnnotationError(f"{where} has {unknown[0]!r}, which means nothing")


def _check_forms(text: str, speaker: GoldSpeaker) -> None:
    if speaker.kind in NAMED:
        return
    if not any(form in text for form in speaker.forms):
        raise AnnotationError(f"nothing in the text refers to {speaker.name!r}")
    for form in speaker.forms[1:]:
        if form not in text:
            raise AnnotationError(f"{form!r} does not stand in the text")


def _quotations(text: str, table: dict[str, Any], cast: dict[str, GoldSpeaker]) -> Iterator[GoldQuotation]:
    after = 0
    for row in table.get("said", ()):
        _only(row, KEYS_OF_WORDS, f"{row}")
        kinds = [kind for kind in QuotationKind if kind in row]
        if len(kinds) != 1:
            raise AnnotationError(f"{row} is not one of direct, partial and scare")
        span = _between_marks(text, row[kinds[0]], after)
        after = span.start + 1
        names = [*([row["by"]] if "by" in row else []), *row.get("or", ())]
        strangers = [name for name in names if name not in cast]
        if strangers:
            raise AnnotationError(f"{strangers[0]!r} speaks, and stands in no table")
        if names and kinds[0] is QuotationKind.SCARE:
            raise AnnotationError(f"{row[kinds[0]]!r} is a term, and yet somebody says it")
        yield GoldQuotation(
            span, kinds[0], tuple(cast[name] for name in names), bool(row.get("optional", False))
        )


def _between_marks(text: str, words: str, after: int) -> Span:
    """Where the words stand between two marks, at `after` or later; ` … ` leaves out what is in between."""
    first, _, last = (words, "", "") if words in text else words.partition(" … ")
    for start in _places(text, first, after):
        closing = MARKS.get(text[start - 1 : start])
        if closing is None:
            continue
        for end in _ends(text, start + len(first), last):
            closed_before = closing in text[start + len(first) : end - len(last)]
            if CLOSED.match(text, end) and not closed_before:
                return Span(start, end)
    raise AnnotationError(f"{words!r} does not stand between marks after the words before it")


def _places(text: str, words: str, after: int) -> Iterator[int]:
    at = text.find(words, after)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _ends(text: str, at: int, last: str) -> Iterator[int]:
    """Where a quotation may end whose first words end at `at`: there, or after its last words."""
    if not last:
        yield at
        return
    paragraph, _, _ = text[at:].partition("\n")
    for place in _places(paragraph, last, 0):
        yield at + place + len(last)


def _check_marks(text: str, quotations: tuple[GoldQuotation, ...]) -> None:
    """Every double mark that opens is accounted for: a quotation that was overlooked would be a mistake."""
    for match in re.finditer(r"“|(?<![\w.,!?;:])\"(?=\w)", text):
        at = match.end()
        if not any(quotation.span.start <= at < quotation.span.end for quotation in quotations):
            raise AnnotationError(f"{text[at : at + 40]!r} opens with a mark and is not annotated")


class _Form(NamedTuple):
    words: str
    number: int | None
    """Which of the places where the words stand by themselves; None: all."""
    entity: str
    kinds: tuple[EntityKind, ...]
    optional: bool


def _mentions(text: str, table: dict[str, Any]) -> tuple[GoldMention, ...]:
    """Longer forms first: a form counts only where no longer one covers it."""
    forms = sorted(_forms(text, table), key=lambda form: (-len(form.words), form.words))
    taken: list[GoldMention] = []
    places: dict[str, list[Span]] = {}
    for words in dict.fromkeys(form.words for form in forms):
        covered = [mention.span for mention in taken]
        places[words] = [
            span for span in _stands(text, words) if not any(span.overlaps(other) for other in covered)
        ]
        taken += _placed(words, places[words], [form for form in forms if form.words == words])
    return tuple(sorted(taken))


def _forms(text: str, table: dict[str, Any]) -> Iterator[_Form]:
    either = set(table.get("either", ()))
    for kind in NAMED:
        for entity, forms in table.get(kind, {}).items():
            own = [entity] if _stands(text, entity) else []
            if not own and not forms:
                raise AnnotationError(f"{entity!r} does not stand in the text")
            for form in dict.fromkeys([*own, *forms]):
                words, number = _numbered(form)
                both = form in either or words in either
                kinds = (kind, *(k for k in NAMED[1:] if k is not kind)) if both else (kind,)
                yield _Form(words, number, entity, kinds, optional=False)
    for form in table.get("optional", ()):
        yield _Form(*_numbered(form), form, NAMED, optional=True)


def _numbered(form: str) -> tuple[str, int | None]:
    words, _, number = form.partition("#")
    return words, int(number) if number else None


def _stands(text: str, words: str) -> list[Span]:
    """Where the words stand and are no part of a longer word."""
    spans = [Span(at, at + len(words)) for at in _places(text, words, 0)]
    beside = [text[span.start - 1 : span.start] + text[span.end : span.end + 1] for span in spans]
    return [
        span
        for span, letters in zip(spans, beside, strict=True)
        if not any(letter.isalnum() or letter == "_" for letter in letters)
    ]


def _placed(words: str, places: list[Span], forms: Iterable[_Form]) -> Iterator[GoldMention]:
    """The mentions of forms that are the same words: a number is one place, the form without has the rest."""
    forms = list(forms)
    numbered = {form.number: form for form in forms if form.number is not None}
    rest = [form for form in forms if form.number is None]
    if len(rest) > 1 or len(numbered) + len(rest) < len(forms):
        raise AnnotationError(f"{words!r} is given to two: number the places, as in {words + '#1'!r}")
    beyond = [number for number in numbered if number > len(places) or number < 1]
    if beyond or not places:
        raise AnnotationError(f"{words!r} stands by itself {len(places)} times in the text")
    if not rest and len(numbered) < len(places):
        raise AnnotationError(f"{words!r} stands in {len(places)} places and has {len(numbered)} numbers")
    for number, span in enumerate(places, start=1):
        form = numbered.get(number) or rest[0]
        yield GoldMention(span, form.entity, form.kinds, form.optional)


def counted(articles: Iterable[GoldArticle]) -> Counter[str]:
    """How much is annotated, by sort, optional things left out."""
    count: Counter[str] = Counter()
    for article in articles:
        count["articles"] += 1
        count["words"] += len(article.text.split())
        count.update(q.kind.value for q in article.quotations if not q.optional)
        count["names"] += sum(not mention.optional for mention in article.mentions)
    return count
