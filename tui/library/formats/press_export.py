"""What a press database exports: many articles in one file, taken apart by the splitter of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from tui.library.core.fault_isolation import isolated
from tui.library.formats.article_builder import Facts
from tui.library.formats.dates import Dated
from tui.model.problem import Problem

UNREAD_DATE = "The date that the export gives cannot be read: the article is undated."


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
    parts: Iterable[str],
    article_in: Callable[[str], ExportArticle | None],
    *,
    footer: int = 0,
    before: int = 0,
) -> _Parts:
    """Each part by itself. The last one may be a footer: with fewer words than that it is not lost.

    So many parts of the export stand `before` these.
    """
    found: list[ExportArticle] = []
    faults: list[Problem] = []
    bare: list[str] = []
    last = ""
    for number, part in enumerate(parts, before + 1):
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


def missing_words(whole: int, missing: int) -> str:
    """That an export names documents that are not in it, as a sentence."""
    return f"The export counts {whole:,} documents; {missing:,} are not in it."
