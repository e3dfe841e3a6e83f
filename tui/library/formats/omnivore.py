"""What Omnivore exported: a zip file with a list of articles and the page of each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats import json_field_names
from tui.library.formats.archive import Archive
from tui.library.formats.article_builder import Facts, Reading, article, lines_of
from tui.library.formats.decode import Undecodable, decode
from tui.library.formats.fragment import page_fragment
from tui.library.formats.publication_guess import publication_in
from tui.library.formats.safe_xml import RefusedError
from tui.model.article import Article, ParagraphKind
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource

_LIST = re.compile(r"(?:[^/]+/)?metadata_[\w-]{1,60}\.json$")
_PAGE = re.compile(r"(?:[^/]+/)?content/[^/]+\.html?$")


def read_zip(path: str, raw: bytes) -> Reading:
    """The articles of such a file; any other archive is told to be one."""
    try:
        archive = Archive(raw)
        names = archive.names()
        if not any(map(_LIST.match, names)):
            words = "This is an archive of many files."
            return Reading(problems=(Problem(path, words, "Unpack it into the folder."),))
        stated = dict(_stated(archive, names))
        pages = [name for name in names if _PAGE.match(name)]
        read = [
            _article(path, archive.read(name), stated.get(PurePosixPath(name).stem, {})) for name in pages
        ]
    except RefusedError as refused:
        return Reading(problems=(Problem(path, str(refused)),))
    found = tuple(filter(None, read))
    whole = max(len(stated), len(pages))
    missing = whole - len(found)
    words = f"{missing:,} of {whole:,} articles in the export have no text."
    problems = (Problem(path, words, read=bool(found)),) if missing or not found else ()
    return Reading(found, problems, (FactSource(Fact.FORMAT, "an export of Omnivore"),))


def _stated(archive: Archive, names: list[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What the lists say of each article, by the name of its page."""
    for name in filter(_LIST.match, names):
        try:
            listed = json.loads(archive.read(name))
        except (ValueError, RecursionError):
            continue
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, dict) and isinstance(one.get("slug"), str):
                yield one["slug"], one


def _article(path: str, raw: bytes, stated: Mapping[str, Any]) -> Article | None:
    source = decode(raw)
    if isinstance(source, Undecodable):
        return None
    body = page_fragment(clean(source.text))
    if not body.paragraphs:
        return None
    facts, _, _ = json_field_names.facts_in({**stated, "source": None}, {})
    heading = Facts(headline=clean_line(body.heading or "") or None).told_by("the first heading")
    kinds = {n: ParagraphKind.CAPTION for n, (_, caption) in enumerate(body.paragraphs) if caption}
    facts = facts.over(heading).over(publication_in(body.text))
    return article(path, body.text, facts, lines_of(body.text), kinds)
