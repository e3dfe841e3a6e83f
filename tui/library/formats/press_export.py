"""What a press database exports: many articles in one file, taken apart by the splitter of its kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from tui.library.core.fault_isolation import isolated
from tui.library.formats.article_builder import Facts, Reading, article, lines_of
from tui.library.formats.dates import Dated, date_doubts
from tui.library.formats.publication_guess import publication_in
from tui.model.article import ParagraphKind
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource

UNREAD_DATE = "The date that the export gives cannot be read: the article is undated."
_MAY_BE_ONE = re.compile(
    r"Do[ck]ument|DO[CK]UMENT|ProQuest|Full text:|End of|Ende des|Fin d|Einde|^HD\b", re.MULTILINE
)
_SIGN_OF_ONE = re.compile(
    r"^[ \t]*(?:End of Document|(?:Document )?\d{1,5} (?:of|von|sur|de|van|di) \d{1,5}(?: DO[CK]UMENT\w*)?"
    r"|LOAD-DATE:.*|ProQuest document ID:.*|Document [A-Z]{4,8}0{2,}[0-9a-zA-Z]{8,30})[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_LONGEST_SIGN = 80


class ExportArticle(NamedTuple):
    """One article of an export: its facts, its text, and what is doubtful in one sentence, or ""."""

    facts: Facts
    text: str
    dated: Dated | None = None
    doubt: str = ""
    captions: frozenset[str] = frozenset()
    """Paragraphs of the text that stand under a picture."""


class PressExport(NamedTuple):
    """An export taken apart. `lost` documents gave no text; `missing` are counted in it and are not there."""

    name: str
    articles: tuple[ExportArticle, ...]
    lost: int = 0
    missing: int = 0
    faults: tuple[Problem, ...] = ()
    """Parts that nobody expected to fail; the others are read."""


class _Parts(NamedTuple):
    """The articles in the parts of an export, how many held none, and which failed."""

    articles: tuple[ExportArticle, ...]
    lost: int
    faults: tuple[Problem, ...]


def read_parts(
    parts: Iterable[str], article_in: Callable[[str], ExportArticle | None], *, footer: int = 0
) -> _Parts:
    """Each part by itself. The last one may be a footer: with fewer words than that it is not lost."""
    found: list[ExportArticle] = []
    faults: list[Problem] = []
    bare: list[str] = []
    last = ""
    for number, part in enumerate(parts, 1):
        read = isolated(partial(article_in, part), "", f"Part {number} of the export")
        last = part
        if isinstance(read, Problem):
            faults.append(read)
        elif read is not None:
            found.append(read)
        elif part.strip():
            bare.append(part)
    ends_with_footer = bool(bare) and bare[-1] is last and len(last.split()) < footer
    return _Parts(tuple(found), len(bare) - ends_with_footer, tuple(faults))


def export_in(text: str) -> PressExport | None:
    """The export that a cleaned text is, if it is one; its own splitter says so."""
    if not _MAY_BE_ONE.search(text):
        return None
    from tui.library.formats import factiva, nexis, proquest

    kinds: tuple[tuple[Callable[[str], bool], Callable[[str], PressExport]], ...] = (
        (proquest.is_export, proquest.taken_apart),
        (nexis.is_export, nexis.taken_apart),
        (factiva.is_export, factiva.taken_apart),
    )
    exports = (taken_apart(text) for is_export, taken_apart in kinds if is_export(text))
    return next((export for export in exports if export.articles or export.faults), None)


def reading_of(path: str, export: PressExport) -> Reading:
    """The articles of the export, and what of it was not read or is in doubt."""
    found = []
    doubts: Counter[str] = Counter()
    for one in export.articles:
        lines = lines_of(one.text)
        kinds = {n: ParagraphKind.CAPTION for n, line in enumerate(lines) if line.words in one.captions}
        found.append(article(path, one.text, one.facts.over(publication_in(one.text)), lines, kinds))
        doubts.update([one.doubt] if one.doubt else [])
        doubts.update(problem.words for problem in date_doubts(path, one.dated))
    faults = (fault._replace(path=path) for fault in export.faults)
    problems = (*faults, *_lost(path, export), *_told(path, doubts))
    return Reading(tuple(found), problems, (FactSource(Fact.FORMAT, export.name),))


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
        words = f"The export counts {whole + export.missing:,} documents; {export.missing:,} are not in it."
        yield Problem(path, words, read=True)


def _told(path: str, doubts: Counter[str]) -> Iterator[Problem]:
    """Each doubt once, with how many articles it is about."""
    for words, times in doubts.items():
        yield Problem(path, words, f"So are {times - 1:,} more." if times > 1 else "", read=True)
