"""The forms in which a quotation can be copied."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from tui.model.annotation import Quotation
from tui.model.cutting import Cutting
from tui.present import citation_styles, reference_exports


class Form(StrEnum):
    """How a quotation is copied, as the chooser names it."""

    ATTRIBUTED = "with its source"
    QUOTATION = "the words alone"
    MARKDOWN = "Markdown"
    APA = "APA"
    HARVARD = "Harvard"
    BIBTEX = "BibTeX"
    CSL = "CSL-JSON"


_MADE: dict[Form, Callable[[citation_styles.Source], str]] = {
    Form.ATTRIBUTED: citation_styles.attributed,
    Form.QUOTATION: citation_styles.alone,
    Form.MARKDOWN: citation_styles.markdown,
    Form.APA: citation_styles.apa,
    Form.HARVARD: citation_styles.harvard,
    Form.BIBTEX: reference_exports.bibtex,
    Form.CSL: reference_exports.csl,
}


def copied(cutting: Cutting, quotation: Quotation, form: Form) -> str:
    """The quotation in that form."""
    return _MADE[form](citation_styles.source(cutting, quotation))


def shortened(cutting: Cutting, quotation: Quotation, form: Form, letters: int) -> str:
    """The same with only the first words of the quotation: a sample of the form."""
    of = citation_styles.source(cutting, quotation)
    return _MADE[form](of._replace(words=citation_styles.beginning(of.words, letters)))


def form_named(name: str | None) -> Form:
    """The form of that name; the one with its source where nothing is remembered."""
    return next((form for form in Form if form.value == name), Form.ATTRIBUTED)
