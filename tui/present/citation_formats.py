"""The forms in which a quotation can be copied."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from tui.model.annotation import Quotation
from tui.model.cutting import Cutting
from tui.present import citation_styles, reference_exports


class CitationFormat(StrEnum):
    """How a quotation is copied, as the list of forms names it."""

    ATTRIBUTED = "with its source"
    QUOTATION = "the words alone"
    MARKDOWN = "Markdown"
    APA = "APA"
    HARVARD = "Harvard"
    BIBTEX = "BibTeX"
    CSL = "CSL-JSON"


_MADE: dict[CitationFormat, Callable[[citation_styles.CitedSource], str]] = {
    CitationFormat.ATTRIBUTED: citation_styles.attributed,
    CitationFormat.QUOTATION: citation_styles.alone,
    CitationFormat.MARKDOWN: citation_styles.markdown,
    CitationFormat.APA: citation_styles.apa,
    CitationFormat.HARVARD: citation_styles.harvard,
    CitationFormat.BIBTEX: reference_exports.bibtex,
    CitationFormat.CSL: reference_exports.csl_json,
}


def format_citation(cutting: Cutting, quotation: Quotation, form: CitationFormat) -> str:
    """The quotation in that form."""
    return _MADE[form](citation_styles.cited_source(cutting, quotation))


def format_short_citation(cutting: Cutting, quotation: Quotation, form: CitationFormat, letters: int) -> str:
    """The same with only the first words of the quotation: a sample of the form."""
    of = citation_styles.cited_source(cutting, quotation)
    return _MADE[form](of._replace(words=citation_styles.shorten(of.words, letters)))


def citation_format_named(name: str | None) -> CitationFormat:
    """The form of that name; the one with its source where nothing is remembered."""
    return next((form for form in CitationFormat if form.value == name), CitationFormat.ATTRIBUTED)
