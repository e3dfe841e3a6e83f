"""From a text that may be the export of a press database to its articles: which splitter takes it apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from tui.library.core.fault_isolation import isolated
from tui.library.core.text_cleaning import clean
from tui.library.formats import factiva, nexis, proquest
from tui.library.formats.article_builder import Reading, article, lines_of
from tui.library.formats.dates import date_doubts
from tui.library.formats.press_export import ExportArticle, PressExport, missing_words
from tui.library.formats.publication_guess import publication_in
from tui.model.article import Article, ParagraphKind
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource

_MAY_BE_ONE = re.compile(
    r"Do[ck]ument|DO[CK]UMENT|ProQuest|Full text:|End of|Ende des|Fin d|Einde|^HD\b", re.MULTILINE
)
_SIGN_OF_ONE = re.compile(
    r"^[ \t]*(?:End of Document|(?:Document )?\d{1,5} (?:of|von|sur|de|van|di) \d{1,5}(?: DO[CK]UMENT\w*)?"
    r"|LOAD-DATE:.*|ProQuest document ID:.*|Document [A-Z]{4,8}0{2,}[0-9a-zA-Z]{8,30})[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_LONGEST_SIGN = 80


def export_in(text: str) -> PressExport | None:
    """The export that a cleaned text is, if it is one; its own splitter says so."""
    if not _MAY_BE_ONE.search(text):
        return None
    kinds: tuple[tuple[Callable[[str], bool], Callable[[str], PressExport]], ...] = (
        (proquest.is_export, proquest.taken_apart),
        (nexis.is_export, nexis.taken_apart),
        (factiva.is_export, factiva.taken_apart),
    )
    exports = (taken_apart(text) for is_export, taken_apart in kinds if is_export(text))
    return next((export for export in exports if export.articles or export.faults), None)


def reading_of(path: str, export: PressExport, before: int = 0) -> Reading:
    """The articles of the export, and what of it was not read or is in doubt; `before` are counted first."""
    each = [
        isolated(partial(_article, path, one), path, f"Part {number} of the export")
        for number, one in enumerate(export.articles, before + 1)
    ]
    doubts = Counter(one.doubt for one in export.articles if one.doubt)
    doubts.update(problem.words for one in export.articles for problem in date_doubts(path, one.dated))
    faults = (
        *(fault._replace(path=path) for fault in export.faults),
        *(one for one in each if isinstance(one, Problem)),
    )
    found = tuple(one for one in each if isinstance(one, Article))
    problems = (*faults, *_lost(path, export), *_told(path, doubts))
    return Reading(found, problems, (FactSource(Fact.FORMAT, export.name),))


def read_documents(
    taken_apart: Callable[[str, int], PressExport], path: str, text: str, before: int
) -> Reading:
    """Some documents of an export whose kind is known; what is missing in the whole is not told here."""
    return reading_of(path, taken_apart(clean(text), before)._replace(missing=0), before)


def _article(path: str, one: ExportArticle) -> Article:
    lines = lines_of(one.text)
    kinds = {n: ParagraphKind.CAPTION for n, line in enumerate(lines) if line.words in one.captions}
    return article(path, one.text, one.facts.over(publication_in(one.text)), lines, kinds)


def doubts_of_one(path: str, text: str) -> tuple[Problem, ...]:
    """The doubt about a text that is read as one article and looks like the export of several."""
    signs = Counter(
        re.sub(r"\d+|:.*", "", match[0]).strip().casefold()[:_LONGEST_SIGN]
        for match in _SIGN_OF_ONE.finditer(text)
    )
    most = max(signs.values(), default=0)
    if most < 2:  # one may be of one article
        return ()
    words = f"It looks like an export of {most:,} articles, of an unknown kind: it was read as one article."
    return (Problem(path, words, "Export it as text or as HTML, in English.", read=True),)


def _lost(path: str, export: PressExport) -> Iterator[Problem]:
    whole = len(export.articles) + export.lost
    if export.lost:
        yield Problem(path, f"{export.lost:,} of {whole:,} documents in the export have no text.", read=True)
    if export.missing:
        yield Problem(path, missing_words(whole + export.missing, export.missing), read=True)


def _told(path: str, doubts: Counter[str]) -> Iterator[Problem]:
    """Each doubt once, with how many articles it is about."""
    for words, times in doubts.items():
        yield Problem(path, words, f"So are {times - 1:,} more." if times > 1 else "", read=True)
