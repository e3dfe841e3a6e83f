"""The facts that stand between two lines of dashes at the top of a Markdown file.

A tolerant reader of the small part of YAML that note-taking programs and web clippers write: scalars,
quoted or not, lists in brackets or in lines, and folded text. What it does not understand it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts
from tui.library.formats.author_names import spoken_order
from tui.library.formats.dates import Dated, doubtful, read_date
from tui.library.formats.markdown_writer import GUESSED

_FENCE = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_ITEM = re.compile(r"\s*-[ \t]+(?P<value>.+)$")
_LISTED = re.compile(r"""\s*("[^"]*"|'[^']*'|[^,]+)""")
_ESCAPED = re.compile(r"\\([\\\"])")
_WIKILINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_URL = re.compile(r"https?://\S+$", re.IGNORECASE)

_HEADLINE = ("title", "headline")
_STANDFIRST = ("standfirst", "subtitle", "description", "deck", "summary")
_BYLINE = ("byline", "author", "authors", "by", "creator")
_PUBLICATION = ("publication", "publisher", "outlet", "newspaper", "source", "site", "website", "site_name")
_PUBLISHED = ("published", "date", "publication_date", "published_at", "date_published", "pubdate", "issued")
_URL_KEYS = ("url", "link", "source", "source_url", "permalink", "canonical")

Fields = Mapping[str, Sequence[str]]


def split(text: str) -> tuple[Fields, str]:
    """The fields above the body (keys in small letters, blanks and hyphens as _) and the body.

    A file without a closed block of front matter is all body.
    """
    opening = _FENCE.match(text)
    closing = _END.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return {}, text
    return fields(text[opening.end() : closing.start()]), text[closing.end() :].lstrip("\n")


def fields(block: str) -> Fields:
    """Every field of the block with its values, in order."""
    found: dict[str, list[str]] = {}
    values: list[str] | None = None
    for row in block.split("\n"):
        field = _FIELD.match(row)
        item = _ITEM.match(row)
        if field:
            values = found.setdefault(re.sub(r"[ -]", "_", field["key"].strip().lower()), [])
            values.extend(_values(field["value"] or ""))
        elif item and values is not None:
            values.extend(_scalar(item["value"]))
        elif row.strip() and row[0].isspace() and values is not None:
            values[-1:] = [f"{values[-1] if values else ''} {row.strip()}".strip()]
    return found


def facts(found: Fields) -> tuple[Facts, Dated | None]:
    """What the fields say about the article; the date with its doubt beside it."""
    dated = next((day for value in _each(found, _PUBLISHED) if (day := read_date(value))), None)
    authors = next((found[key] for key in _BYLINE if found.get(key)), ())
    facts = Facts(
        headline=_first(found, _HEADLINE),
        standfirst=_first(found, _STANDFIRST),
        byline=re.sub(r"^[Bb][Yy]\s+", "", ", ".join(map(spoken_order, authors))) or None,
        publication=next((v for v in _each(found, _PUBLICATION) if not _URL.match(v)), None),
        published=dated.day if dated else None,
        url=next((v for v in _each(found, _URL_KEYS) if _URL.match(v)), None),
    )
    facts = facts.told_by("the front matter", doubtful=doubtful(dated))
    guesses = {word.lower() for word in found.get(GUESSED, ())}
    told = (f._replace(guessed=f.guessed or f.fact.value in guesses) for f in facts.found)
    return replace(facts, found=tuple(told)), dated


def unread_date(found: Fields) -> str:
    """What the fields give as the date, if no day can be read from any of it; else ""."""
    stated = list(_each(found, _PUBLISHED))
    return "" if any(map(read_date, stated)) else next(iter(stated), "")


def _first(found: Fields, keys: Sequence[str]) -> str | None:
    return next(_each(found, keys), None)


def _each(found: Fields, keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        yield from found.get(key, ())


def _values(words: str) -> Iterator[str]:
    words = words.strip()
    if words in ("|", ">", "|-", ">-", "|+", ">+"):
        return
    if words.startswith("[") and words.endswith("]") and not words.startswith("[["):
        for piece in _LISTED.findall(words[1:-1]):
            yield from _scalar(piece)
    else:
        yield from _scalar(words)


def _scalar(words: str) -> Iterator[str]:
    words = words.strip()
    quoted = len(words) > 1 and words[0] == words[-1] and words[0] in "\"'"
    if quoted and words[0] == '"':
        words = _ESCAPED.sub(r"\1", words[1:-1])
    elif quoted:
        words = words[1:-1].replace("''", "'")
    else:
        words = re.sub(r"\s+#\s.*$", "", words)
    words = clean_line(_WIKILINK.sub(r"\1", words))
    if words and (quoted or words.lower() not in ("null", "~")):
        yield words
