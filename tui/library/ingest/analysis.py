"""What the index keeps of a file: its articles, analysed. Imports the analysis: only updates import this."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from tui.library.core.fault_isolation import isolated, not_analysed
from tui.library.core.text_cleaning import shown_path
from tui.library.formats.dates import date_in_name
from tui.library.formats.file_types import ending_of
from tui.library.formats.registry import read_bytes
from tui.library.index.name_rows import NamedRow, named_rows
from tui.library.ingest.annotation import annotated
from tui.library.ingest.read_file import contents
from tui.library.ingest.scan import FoundFile, read_problem
from tui.model.article import Article
from tui.model.cutting import Cutting
from tui.model.problem import Problem
from tui.related.article_features import ArticleFeatures, features_of


@dataclass(frozen=True, slots=True)
class AnalysedArticle:
    """An article as it goes into the index."""

    cutting: Cutting
    named: tuple[NamedRow, ...]
    signature: ArticleFeatures

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.cutting.article


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it goes into the index.

    `content` is a hash of its bytes, None if they could not be read. `same_as` is the key of a file of the
    index that has the same content: then there is nothing to analyse.
    """

    found: FoundFile
    content: bytes | None
    articles: tuple[AnalysedArticle, ...] = ()
    problems: tuple[Problem, ...] = ()
    same_as: int | None = None


def content_of(found: FoundFile) -> tuple[bytes, bytes] | Problem:
    """The bytes of the file, and a hash of them and of what its name tells: its format and a date."""
    try:
        raw = contents(found.path)
    except OSError as error:
        return read_problem(found.path, error)
    read_by = f"{ending_of(found.path)} {date_in_name(found.path.name) or ''}"
    return raw, blake2b(raw, digest_size=16, key=read_by.encode()[:64]).digest()


def analyse(found: FoundFile, raw: bytes, content: bytes) -> FileRecord:
    """Read the articles of a file and find what is in them; one that cannot be analysed is a Problem."""
    reading = read_bytes(shown_path(found.path), raw, ending_of(found.path))
    each = [annotated(article, analysed_of) for article in reading.articles]
    analysed = tuple(one for one in each if isinstance(one, AnalysedArticle))
    problems = tuple(one for one in each if isinstance(one, Problem))
    return FileRecord(found, content, analysed, (*problems, *reading.problems))


def record_of(found: FoundFile) -> FileRecord:
    """Read and analyse one file. Whatever is wrong with it is a Problem."""
    read = isolated(lambda: content_of(found), shown_path(found.path))
    if isinstance(read, Problem):
        return FileRecord(found, None, problems=(read,))
    return analyse(found, *read)


def lost(found: FoundFile, reason: str) -> FileRecord:
    """The record of a file whose analysis has ended its process; it is not tried again until it changes."""
    read = isolated(lambda: content_of(found), shown_path(found.path))
    content = None if isinstance(read, Problem) else read[1]
    return FileRecord(found, content, problems=(not_analysed(shown_path(found.path), reason),))


def analysed_of(cutting: Cutting) -> AnalysedArticle:
    """What the index keeps of a cutting."""
    return AnalysedArticle(cutting, tuple(named_rows(cutting)), features_of(cutting))
