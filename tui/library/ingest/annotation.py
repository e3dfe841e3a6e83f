"""What is in one article, with the barrier round it: an article that cannot be analysed is a Problem."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tui.extract.annotate import annotate
from tui.library.core.fault_isolation import isolated
from tui.model.article import Article
from tui.model.cutting import Cutting
from tui.model.problem import Problem

LONGEST_TITLE = 80
"""Letters of a title in a Problem."""
Given = TypeVar("Given")


def annotated(article: Article, then: Callable[[Cutting], Given]) -> Given | Problem:
    """What becomes of an article with what was found in it; a Problem where any step fails."""
    name = f"{article.title}"[:LONGEST_TITLE]
    return isolated(lambda: then(annotate(article)), article.path, f"The article “{name}”")
