"""Mentions of one entity, gathered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.extract.names.candidates import Candidate
from tui.extract.names.capital_words import BREAK, NameDocument
from tui.model.annotation import EntityKind
from tui.model.span import Span


@dataclass(slots=True)
class MentionCluster:
    """The candidates that name one entity; `words` is its fullest name, compared word by word."""

    kind: EntityKind
    words: tuple[str, ...]
    members: list[Candidate] = field(default_factory=list)
    suffix: str = ""
    """Of a person: "jr", or the number behind the name."""
    title: str = ""
    """Of a person who is named by no more than a surname: the honorific before it, as it is written."""


def span_of(document: NameDocument, candidate: Candidate) -> Span:
    """Where the name stands in the text: the point of an abbreviation that ends the sentence is left out."""
    starts, ends, words = document.tokens.starts, document.tokens.ends, document.words
    first, last = candidate.first, candidate.end - 1
    start = words[first].start if first in words else starts[first]
    end = words[last].end if last in words else ends[last]
    word = document.tokens.words[last]
    abbreviated = word.endswith(".") and word.count(".") == 1 and len(word) > 2
    return Span(start, end - 1 if abbreviated and ends_sentence(document, candidate.end) else end)


def ends_sentence(document: NameDocument, at: int) -> bool:
    """Whether the point before token `at` may be the sentence's: a line's end or a capital follows."""
    return document.after(at) == BREAK or at in document.words or document.after(at) in "”’\"'"


def forms_of(document: NameDocument, spans: Iterable[Span]) -> dict[str, int]:
    """How the article writes a name there, and how often; blanks inside are single."""
    text, forms = document.tokens.text, dict[str, int]()
    for span in spans:
        form = " ".join(text[span.start : span.end].split())
        forms[form] = forms.get(form, 0) + 1
    return forms


def fullest(forms: dict[str, int]) -> str:
    """The name to call it by: the longest form, one in mixed case before one in capitals."""
    return max(forms, key=lambda form: (not (form.isupper() and len(form) > 6), len(form), forms[form]))
