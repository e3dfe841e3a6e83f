"""Which files are looked for in a folder: the ends of their names, each with its format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

FORMATS: Mapping[str, str] = {
    **dict.fromkeys(("", ".txt", ".text"), "text"),
    **dict.fromkeys((".md", ".markdown", ".mdown"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".eml", ".mht", ".mhtml"), "message"),
    ".mbox": "box",
    **dict.fromkeys((".jsonl", ".ndjson"), "json lines"),
    ".json": "json",
    **dict.fromkeys((".rss", ".atom", ".rdf", ".xml", ".opml", ".enex", ".nitf", ".newsml"), "xml"),
    **dict.fromkeys((".csv", ".tsv"), "table"),
    ".ris": "ris",
    ".bib": "bibtex",
    **dict.fromkeys((".vtt", ".srt"), "subtitles"),
    ".docx": "docx",
    ".odt": "odt",
    ".doc": "document",
    ".epub": "epub",
    ".pdf": "pdf",
    ".rtf": "rtf",
    ".gz": "gzip",
    ".warc": "warc",
    ".zip": "zip",
}
"""Ending, with its dot and in small letters (or ""), -> format."""

WORDS: Mapping[str, str] = {
    "text": "plain text",
    "markdown": "Markdown",
    "html": "a web page",
    "message": "a message",
    "box": "a box of messages",
    "json lines": "JSON, an article a line",
    "json": "JSON",
    "xml": "XML",
    "table": "a table",
    "ris": "references in RIS",
    "bibtex": "references in BibTeX",
    "subtitles": "subtitles",
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "document": "a document",
    "epub": "an EPUB book",
    "pdf": "PDF",
    "rtf": "RTF",
    "gzip": "a packed file",
    "warc": "an archive of the web",
    "zip": "a zip file",
}
"""What each format is called on a screen."""

PACKAGES: Mapping[str, tuple[str, ...]] = {
    "pdf": ("pypdf",),
    "rtf": ("striprtf",),
    **dict.fromkeys(("html", "message", "box", "xml", "warc"), ("trafilatura",)),
    **dict.fromkeys(("document", "gzip"), ("pypdf", "striprtf", "trafilatura")),
}
"""Format -> the packages, not ours, that may have a part in reading it where they are installed."""

UNREAD: Mapping[str, str] = {
    **dict.fromkeys((".doc", ".pages", ".wpd", ".wps"), "Save it as .docx or as plain text."),
    **dict.fromkeys((".mobi", ".azw", ".azw3"), "Convert it to EPUB."),
    ".webarchive": "Save the page as HTML.",
    **dict.fromkeys((".bz2", ".xz", ".7z", ".rar", ".tar", ".tgz"), "Unpack it into the folder."),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "Save the table as .csv."),
}
"""Endings of files that hold articles in a form that is not read -> what can be done."""

_ENDING = re.compile(r"\.[a-z0-9_+~-]{1,10}", re.IGNORECASE)
_ONLY_FIGURES = re.compile(r"\.\d+")
_SIGNS = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"---\n", ".md"),
    (b"---\r\n", ".md"),
    (b"From ", ".mbox"),
    (b"\x1f\x8b", ".gz"),
    (b"WARC/", ".warc"),
    (b"WEBVTT", ".vtt"),
    (b"TY  - ", ".ris"),
    (b"<?xml", ".xml"),
    (b"<opml", ".xml"),
    (b"<nitf", ".xml"),
)
_ENTRY_OF_BIBTEX = re.compile(
    rb"@(?:article|misc|online|newspaper|book|incollection|inproceedings)\s*\{", re.IGNORECASE
)
_HTML = re.compile(
    rb"(?:<!--.{0,2000}?-->\s*)*<(?:!doctype (?:html|netscape)|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FEED = re.compile(rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_BEGINNING = 8192
_MARK = b"\xef\xbb\xbf"


def ending_of(path: PurePath) -> str:
    """The ending that tells the format, in small letters; what stands behind a mere full stop is none."""
    suffix = path.suffix
    told = _ENDING.fullmatch(suffix) and not _ONLY_FIGURES.fullmatch(suffix)
    return suffix.lower() if told else ""


CERTAIN = frozenset(
    {".pdf", ".rtf", ".html", ".rss", ".xml", ".docx", ".odt", ".epub", ".gz", ".warc", ".zip"}
)
"""Endings that the first bytes of a file tell so surely that they count more than one of plain text."""


def _of_zip(raw: bytes) -> str:
    """What kind of zip file this is, by the names in it."""
    start = raw[:_BEGINNING]
    if b"application/epub+zip" in start[:200]:
        return ".epub"
    if b"application/vnd.oasis.opendocument.text" in start[:200]:
        return ".odt"
    return ".zip" if b"metadata_" in start or b"content/" in start else ".docx"


def ending_told_by(raw: bytes) -> str:
    """The ending that bytes without a name would have, from how they begin; "" is plain text."""
    start = raw[:_BEGINNING].removeprefix(_MARK).lstrip()
    if _FEED.match(start):
        return ".rss"
    if _HTML.match(start):
        return ".html"
    for sign, ending in _SIGNS:
        if start.startswith(sign):
            return ending
    if start.startswith(b"PK\x03\x04"):
        return _of_zip(raw)
    if _ENTRY_OF_BIBTEX.match(start):
        return ".bib"
    return ".json" if start.startswith((b'{"', b"[{", b"[\n", b"{\n")) else ""


def kind_of(raw: bytes, ending: str) -> str:
    """The format by the ending; by the first bytes where it tells none, or text and they say otherwise."""
    kind = FORMATS.get(ending)
    if kind is not None and kind not in ("text", "document"):
        return kind
    told = ending_told_by(raw)
    if kind is None or not ending or told in CERTAIN:
        return FORMATS.get(told, "text") if told or kind is None else kind
    return kind
