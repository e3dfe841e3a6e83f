"""What the index keeps of a file: its articles, analysed. Imports the analysis: only updates import this."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b

from tui.library.core.fault_isolation import isolated, not_analysed
from tui.library.core.text_cleaning import shown_path
from tui.library.formats.dates import date_in_name
from tui.library.formats.file_pieces import FilePiece
from tui.library.formats.file_types import ending_of
from tui.library.formats.registry import read_piece
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
    index that has the same content: then there is nothing to analyse. The record may be of a piece of a file.
    """

    found: FoundFile
    content: bytes | None
    articles: tuple[AnalysedArticle, ...] = ()
    problems: tuple[Problem, ...] = ()
    same_as: int | None = None

    @property
    def part(self) -> int:
        """Which piece of the file it is of."""
        return self.found.piece.number if self.found.piece else 0

    @property
    def is_last(self) -> bool:
        """Whether it is of the last piece of the file."""
        return self.found.piece is None or self.found.piece.last


def content_of(found: FoundFile) -> tuple[bytes, bytes] | Problem:
    """The bytes of the file, and a hash of them and of what its name tells: its format and a date.

    Of a piece the hash knows how much stands before it, too: problems count by that.
    """
    piece = found.piece
    try:
        raw = contents(found.path) if piece is None else piece.raw
    except OSError as error:
        return read_problem(found.path, error)
    if piece is not None and piece.broken:
        return piece.problems[0]
    read_by = f"{ending_of(found.path)} {date_in_name(found.path.name) or ''}"
    if piece is not None and not piece.is_whole:
        read_by = f"{piece.kind} {piece.before} {read_by}"
    return raw, blake2b(raw, digest_size=16, key=read_by.encode()[:64]).digest()


def analyse(found: FoundFile, raw: bytes, content: bytes) -> FileRecord:
    """Read the articles of a file and find what is in them; one that cannot be analysed is a Problem."""
    piece = FilePiece(raw) if found.piece is None else found.piece
    reading = read_piece(shown_path(found.path), piece, ending_of(found.path))
    each = [annotated(article, analysed_of) for article in reading.articles]
    analysed = tuple(one for one in each if isinstance(one, AnalysedArticle))
    problems = tuple(one for one in each if isinstance(one, Problem))
    return FileRecord(without_bytes(found), content, analysed, (*problems, *reading.problems))


def without_bytes(found: FoundFile) -> FoundFile:
    """The file, or the piece of it, without what was read: that is not needed any more."""
    return found if found.piece is None else replace(found, piece=found.piece._replace(raw=b""))


def record_of(found: FoundFile) -> FileRecord:
    """Read and analyse one file. Whatever is wrong with it is a Problem."""
    read = isolated(lambda: content_of(found), shown_path(found.path))
    if isinstance(read, Problem):
        return FileRecord(without_bytes(found), None, problems=(read,))
    return analyse(found, *read)


def lost(found: FoundFile, reason: str) -> FileRecord:
    """The record of a file whose analysis has ended its process; it is not tried again until it changes."""
    read = isolated(lambda: content_of(found), shown_path(found.path))
    content = None if isinstance(read, Problem) else read[1]
    return FileRecord(without_bytes(found), content, problems=(not_analysed(shown_path(found.path), reason),))


def analysed_of(cutting: Cutting) -> AnalysedArticle:
    """What the index keeps of a cutting."""
    return AnalysedArticle(cutting, tuple(named_rows(cutting)), features_of(cutting))
