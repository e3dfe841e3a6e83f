"""Articles straight from files or bytes, with no index in between, and the corrections laid over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from tui.app_paths import data_home
from tui.extract.corrected import CorrectionSet
from tui.library.formats.registry import read_bytes
from tui.library.ingest import annotation, read_file
from tui.library.user.corrections_file import FILE_NAME
from tui.library.user.corrections_toml import load_corrections
from tui.model.article import Article
from tui.model.cutting import Cutting
from tui.model.problem import Problem

Given = TypeVar("Given")


def articles(paths: Sequence[Path]) -> Iterator[Article | Problem]:
    """Every article under the paths, and every Problem, in the order in which files are met."""
    return read_file.articles(paths)


def articles_in(name: str, raw: bytes) -> Iterator[Article | Problem]:
    """The articles in bytes that come from no file: their beginning tells the format."""
    found = read_bytes(name, raw, "")
    yield from (problem._replace(aside=False) for problem in found.problems)
    yield from found.articles


def annotated(article: Article, then: Callable[[Cutting], Given]) -> Given | Problem:
    """What becomes of an article with what was found in it; a Problem where any step fails."""
    return annotation.annotated(article, then)


def corrections() -> tuple[CorrectionSet, Sequence[Problem]]:
    """What the reader put right by hand, and what is wrong with the file of it."""
    written = load_corrections(data_home() / FILE_NAME)
    return written.corrections, written.problems
