"""Which format a file has, by the end of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module

from tui.library.core.fault_isolation import isolated
from tui.library.formats import nexis, proquest
from tui.library.formats.article_builder import Facts, Reading, facts_of, with_facts
from tui.library.formats.dates import date_in_name
from tui.library.formats.decode import Undecodable, decode
from tui.library.formats.export_reading import read_documents
from tui.library.formats.file_pieces import FilePiece
from tui.library.formats.file_types import UNREAD, WORDS, kind_of
from tui.library.formats.markdown import read_markdown
from tui.library.formats.text import read_text
from tui.model.article import Article
from tui.model.language import ENGLISH, language_name, language_of
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource

LONGEST = 1_000_000
"""Characters of one article, 150,000 words: what is found in a longer one would fill the memory."""

_OLD_WORD = b"\xd0\xcf\x11\xe0"

Reader = Callable[[str, bytes], Reading]


def read_bytes(path: str, raw: bytes, ending: str) -> Reading:
    """The articles of one file. Without an ending its first bytes tell the format.

    What ends in no known ending is read as it begins, or as plain text. Where a format fails in a way that
    nobody expected the file is a Problem.
    """
    reading = isolated(lambda: _read(path, raw, ending), path)
    return Reading(problems=(reading,)) if isinstance(reading, Problem) else reading


def read_piece(path: str, piece: FilePiece, ending: str) -> Reading:
    """The articles of a piece of a file, or of a whole one."""
    if not piece.kind:
        reading = read_bytes(path, piece.raw, ending) if piece.raw or not piece.problems else Reading()
    else:
        read = isolated(partial(_read_piece, path, piece), path)
        reading = Reading(problems=(read,)) if isinstance(read, Problem) else read
    return replace(reading, problems=(*piece.problems, *reading.problems))


def _read_piece(path: str, piece: FilePiece) -> Reading:
    if not piece.raw.strip():
        return Reading()
    return _bounded(PIECE_READERS[piece.kind](path, piece), WORDS.get(piece.kind, "text"), alone=False)


def _read(path: str, raw: bytes, ending: str) -> Reading:
    kind = kind_of(raw, ending)
    return _bounded(READERS[kind](path, raw), WORDS[kind], alone=True)


def _bounded(reading: Reading, kind: str, *, alone: bool) -> Reading:
    """The reading with what is told of any; of a file's `alone` article the name may give the date."""
    found = reading.found
    if not any(finding.fact is Fact.FORMAT for finding in found):
        found = (FactSource(Fact.FORMAT, kind), *found)
    fitting = [one for one in reading.articles if len(one.text) <= LONGEST]
    articles = [one._replace(provenance=(*found, *one.provenance)) for one in fitting]
    if alone and len(articles) == 1:
        articles[0] = _dated_by_name(articles[0])
    foreign = tuple(_told_language(reading.articles))
    too_long = tuple(_too_long(one) for one in reading.articles if len(one.text) > LONGEST)
    return Reading(tuple(articles), (*too_long, *foreign, *reading.problems), found)


def _told_language(found: Sequence[Article]) -> Iterator[Problem]:
    """That articles are not in English, once for each language of the file."""
    told = dict.fromkeys(code for one in found if (code := language_of(one.text)) != ENGLISH)
    for language in map(language_name, told):
        words = f"The text is in {language}: it is shown and searched, but nobody is named in it."
        if len(found) > 1:
            words = f"Articles are in {language}: they are shown and searched, but nobody is named in them."
        yield Problem(found[0].path, words, read=True)


def _old_document(path: str, raw: bytes) -> Reading:
    """A file of old Word itself: those that are RTF or a page by another name are read as what they are."""
    if raw.startswith(_OLD_WORD) or b"\0" in raw[:512]:
        words = "This is an old Word document, which is not read."
        return Reading(problems=(Problem(path, words, UNREAD[".doc"]),))
    return READERS["text"](path, raw)


def _too_long(article: Article) -> Problem:
    words = f"The article is too long: {len(article.text):,} characters; the limit is {LONGEST:,}."
    return Problem(article.path, words, "Split it into its chapters.")


def _dated_by_name(article: Article) -> Article:
    """The date in the name of its file is that of an article that says none itself."""
    day = None if article.published else date_in_name(article.path)
    if day is None:
        return article
    named = Facts(published=day).told_by("the name of the file", guessed=True)
    return with_facts(article, facts_of(article).over(named))


def _decoded(read: Callable[[str, str], Reading]) -> Reader:
    """A reader of bytes from a reader of text."""

    def reader(path: str, raw: bytes) -> Reading:
        found = decode(raw)
        if isinstance(found, Undecodable):
            return Reading(problems=(Problem(path, found.reason),))
        reading = read(path, found.text)
        doubts = (Problem(path, found.doubt, read=True),) if found.doubt and reading.articles else ()
        return Reading(reading.articles, (*doubts, *reading.problems), (*reading.found, *found.findings))

    return reader


def _bytes(module: str, name: str) -> Reader:
    """A reader of bytes, imported only when a file of its format comes: the rarer formats need much."""

    def reader(path: str, raw: bytes) -> Reading:
        read: Reader = getattr(import_module(f"tui.library.formats.{module}"), name)
        return read(path, raw)

    return reader


def _text(module: str, name: str) -> Reader:
    """The same for a format that is read as text."""

    def read(path: str, source: str) -> Reading:
        reader: Callable[[str, str], Reading] = getattr(import_module(f"tui.library.formats.{module}"), name)
        return reader(path, source)

    return _decoded(read)


READERS: Mapping[str, Reader] = {
    "text": _decoded(read_text),
    "markdown": _decoded(read_markdown),
    "html": _bytes("press_pages", "read_page"),
    "message": _bytes("mail", "read_message"),
    "box": _bytes("mail", "read_box"),
    "json lines": _text("json_records", "read_json_lines"),
    "json": _text("json_records", "read_json"),
    "xml": _bytes("xml_document", "read_xml"),
    "table": _text("table", "read_table"),
    "ris": _text("reference_list", "read_ris"),
    "bibtex": _text("reference_list", "read_bibtex"),
    "subtitles": _text("subtitles", "read_subtitles"),
    "odt": _bytes("odt", "read_odt"),
    "document": _old_document,
    "gzip": _bytes("gzip_file", "read_gzip"),
    "warc": _bytes("warc", "read_warc"),
    "zip": _bytes("omnivore", "read_zip"),
    "docx": _bytes("docx", "read_docx"),
    "epub": _bytes("epub", "read_epub"),
    "pdf": _bytes("optional_formats", "read_pdf"),
    "rtf": _bytes("optional_formats", "read_rtf"),
}

PieceReader = Callable[[str, FilePiece], Reading]


def _piece_of_text(read: Callable[[str, str, int], Reading]) -> PieceReader:
    """A reader of pieces from one of text that is told how much stands before it."""

    def reader(path: str, piece: FilePiece) -> Reading:
        return _decoded(lambda name, text: read(name, text, piece.before))(path, piece.raw)

    return reader


def _lines(path: str, text: str, before: int) -> Reading:
    from tui.library.formats.json_records import read_json_lines

    return read_json_lines(path, text, before)


def _messages(path: str, piece: FilePiece) -> Reading:
    from tui.library.formats.mail import read_box

    return read_box(path, piece.raw, piece.before)


PIECE_READERS: Mapping[str, PieceReader] = {
    "json lines": _piece_of_text(_lines),
    "box": _messages,
    "nexis": _piece_of_text(partial(read_documents, nexis.taken_apart)),
    "proquest": _piece_of_text(partial(read_documents, proquest.taken_apart)),
}
