"""Articles straight from files, in path order, without an index."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.commands.sources import STDIN, existing
from tui.model.article import Article, ArticleId, Paragraph
from tui.model.problem import Problem
from tui.model.span import Span


def articles(words: Sequence[str]) -> Iterator[Article | Problem]:
    """Every article that the paths name; folders are walked, - is standard input."""
    sources = [word if word == STDIN else existing(word) for word in words]
    for source in sources:
        if isinstance(source, str):
            yield _article("-", sys.stdin.buffer.read())
        else:
            for path in _files(source):
                yield _read(path)


def _files(path: Path) -> Sequence[Path]:
    return sorted(path.rglob("*.txt")) if path.is_dir() else [path]


def _read(path: Path) -> Article | Problem:
    try:
        return _article(str(path), path.read_bytes())
    except OSError as error:
        return Problem(str(path), error.strerror or str(error))


def _article(path: str, raw: bytes) -> Article:
    text = raw.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Article(ArticleId(name), path, text, tuple(_paragraphs(text)))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            begin = start + line.index(words)
            yield Paragraph(Span(begin, begin + len(words)))
        start += len(line) + 1
