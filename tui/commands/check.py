"""`cuttings check`: proves that every file can be read and that the index holds what the files say."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from tui.commands import completeness
from tui.commands.guard import report
from tui.commands.index import aside, summary
from tui.commands.json_map_option import use_map
from tui.commands.library_session import opened_library
from tui.commands.source_paths import chosen_paths
from tui.extract.corrected import CorrectionSet, corrected
from tui.library.ports.articles import Articles
from tui.library.ports.sync import Problems
from tui.library.service import direct_reading
from tui.model.article import Article, ArticleId
from tui.model.cutting import Cutting
from tui.model.listing import ArticleRow
from tui.model.problem import Problem
from tui.model.span import Span

_REMEDY = "`cuttings index --rebuild` makes it again."


def run(options: argparse.Namespace) -> int:
    """Read and annotate every article afresh and compare; 1 when anything is amiss."""
    use_map(options.map)
    with opened_library(options.paths, thorough=True) as library:
        problems = [*_problems(library, options.paths, library.name), *_damage(library, library.name)]
        for problem in problems:
            report(problem)
        counts, told, coverage = library.counts(), library.problems(), library.coverage()
    amiss = len(problems) + sum(not (problem.read or problem.aside) for problem in told)
    others = aside(told)
    sys.stdout.write(f"{summary(counts)}, {amiss or 'nothing'} amiss{f', {others}' * bool(others)}\n")
    completeness.tell(coverage)
    return completeness.exit_code(coverage, found=not amiss)


def _problems(library: Articles, paths: list[str], name: str) -> Iterator[Problem]:
    """What is amiss. Of an article in several files the index holds what one of them says."""
    corrections, _ = direct_reading.corrections()
    sound: set[ArticleId] = set()
    amiss: dict[ArticleId, list[Problem]] = {}
    for item in direct_reading.articles(chosen_paths(paths).paths):
        if isinstance(item, Article) and item.id not in sound:
            doubts = [
                *_doubts(item, library.cutting(item.id), corrections),
                *_misprints(item, library.row(item.id)),
            ]
            if doubts:
                amiss.setdefault(item.id, doubts)
            else:
                sound.add(item.id)
                amiss.pop(item.id, None)
    yield from chain.from_iterable(amiss.values())
    if library.counts().articles != len(sound) + len(amiss):
        yield Problem(name, "The index lists other articles than there are.", _REMEDY)


def _damage(library: Problems, name: str) -> Iterator[Problem]:
    """What is wrong with the index as a whole."""
    if damage := library.unsound():
        yield Problem(name, f"The index is damaged: {damage}.", _REMEDY)


def _doubts(article: Article, indexed: Cutting | None, corrections: CorrectionSet) -> Iterator[Problem]:
    """What is wrong with one article's entry in the index."""
    fresh = direct_reading.annotated(article, lambda found: corrected(found, corrections))
    if isinstance(fresh, Problem):
        yield fresh
        return
    if indexed is None:
        yield Problem(article.path, "The article is not in the index.", _REMEDY)
        return
    if replace(indexed, article=indexed.article._replace(path=article.path)) != fresh:
        yield Problem(article.path, "The index holds something else than the file says.", _REMEDY)
    if not all(0 <= span.start < span.end <= len(article.text) for span in _spans(fresh)):
        yield Problem(article.path, "Something was found outside the text: please report this article.")


def _misprints(article: Article, row: ArticleRow | None) -> Iterator[Problem]:
    """What the list says of the article that the article does not."""
    printed = (
        article.title,
        article.headline is not None,
        article.publication,
        article.published,
        article.minutes,
        article.guessed,
    )
    if row is None:
        return
    listed = (row.title, row.titled, row.publication, row.published, row.minutes, row.guessed)
    if listed != printed:
        yield Problem(article.path, "The list says something else than the file.", _REMEDY)


def _spans(cutting: Cutting) -> Iterator[Span]:
    for quotation in cutting.quotations:
        yield from quotation.segments
        yield from quotation.nested
        yield from filter(None, (quotation.speaker_span, quotation.cue))
    yield from (mention.span for mention in cutting.mentions)
    yield from (role.span for entity in cutting.entities for role in entity.roles)
