"""What relatedness takes of an article into a library, small enough to be handed on and to wait in memory."""

from __future__ import annotations

from array import array
from datetime import date
from typing import NamedTuple

from tui.model.cutting import Cutting
from tui.related.fingerprints import fingerprints
from tui.related.name_comparison import NAMED, folded_name
from tui.related.terms import terms
from tui.related.text_words import text_words


class ArticleFeatures(NamedTuple):
    """The stems of an article's terms in order, with blanks between them, and which of them are names (0, 1).

    `names` are the folded names of its persons, bodies and places, each once; `prints` its fingerprints.
    """

    stems: str
    are_names: bytes
    names: tuple[str, ...]
    prints: array[int]
    published: date | None
    publication: str | None


def fingerprints_of(text: str) -> frozenset[int]:
    """The fingerprints of a text."""
    return fingerprints(text_words(text).folded)


def features_of(cutting: Cutting) -> ArticleFeatures:
    """The features of an article whose names are known."""
    article = cutting.article
    found = terms(cutting)
    return ArticleFeatures(
        " ".join([term.stem for term in found]),
        bytes([term.name for term in found]),
        tuple(sorted({folded_name(entity.name) for entity in cutting.entities if entity.kind in NAMED})),
        array("I", fingerprints_of(article.text)),
        article.published,
        article.publication,
    )
