"""Which format a file has, by the end of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from tui.library.core.fault_isolation import isolated
from tui.library.formats.article_builder import Facts, Reading, facts_of, with_facts
from tui.library.formats.dates import date_in_name
from tui.library.formats.decode import Undecodable, decode
from tui.library.formats.file_types import CERTAIN, FORMATS, UNREAD, WORDS, ending_told_by
from tui.library.formats.markdown import read_markdown
from tui.library.formats.text import read_text
from tui.model.article import Article
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


def _read(path: str, raw: bytes, ending: str) -> Reading:
    kind = _kind(raw, ending)
    reading = READERS[kind](path, raw)
    found = reading.found
    if not any(finding.fact is Fact.FORMAT for finding in found):
        found = (FactSource(Fact.FORMAT, WORDS[kind]), *found)
    fitting = [one for one in reading.articles if len(one.text) <= LONGEST]
    articles = [one._replace(provenance=(*found, *one.provenance)) for one in fitting]
    if len(articles) == 1:
        articles[0] = _dated_by_name(articles[0])
    too_long = tuple(_too_long(one) for one in reading.articles if len(one.text) > LONGEST)
    return Reading(tuple(articles), (*too_long, *reading.problems), found)


def _kind(raw: bytes, ending: str) -> str:
    """The format by the ending; by the first bytes where it tells none, or text and they say otherwise."""
    kind = FORMATS.get(ending)
    if kind is not None and kind not in ("text", "document"):
        return kind
    told = ending_told_by(raw)
    if kind is None or not ending or told in CERTAIN:
        return FORMATS.get(told, "text") if told or kind is None else kind
    return kind


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
