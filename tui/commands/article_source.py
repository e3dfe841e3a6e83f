"""Articles straight from files or standard input, in the order they were named, without an index."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tui.commands.guard import report
from tui.commands.source_paths import STDIN, existing_path
from tui.extract.corrected import corrected
from tui.library.service import direct_reading
from tui.model.article import Article
from tui.model.cutting import Cutting
from tui.model.problem import Problem


def source_articles(words: Sequence[str]) -> Iterator[Article]:
    """Every article that the paths name; what can't be read is told on stderr."""
    sources = [None if word == STDIN else existing_path(word) for word in words]
    for source in sources:
        for item in standard_input() if source is None else direct_reading.articles([source]):
            if isinstance(item, Problem):
                if not item.aside:
                    report(item)
            else:
                yield item


def source_cuttings(words: Sequence[str], *, raw: bool = False) -> Iterator[Cutting]:
    """Those articles with what is in them, corrected; `raw` is as it was found."""
    right = _as_it_is if raw else corrector()
    for article in source_articles(words):
        found = direct_reading.annotated(article, right)
        if isinstance(found, Problem):
            report(found)
        else:
            yield found


def _as_it_is(cutting: Cutting) -> Cutting:
    return cutting


def corrector() -> Callable[[Cutting], Cutting]:
    """What obeys the corrections that were made by hand; what is wrong with them is told on stderr."""
    corrections, problems = direct_reading.corrections()
    for problem in problems:
        report(problem)
    return partial(corrected, corrections=corrections)


def standard_input() -> Iterator[Article | Problem]:
    """What comes has no name: its first bytes tell the format."""
    yield from direct_reading.articles_in(STDIN, sys.stdin.buffer.read())
