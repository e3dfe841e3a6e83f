"""What programs that keep references write (RIS, BibTeX, CSL-JSON): facts, at most with abstracts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts, Reading, article, lines_of
from tui.library.formats.author_names import spoken_order
from tui.library.formats.export_dates import likely, whole_date
from tui.library.formats.fragment import fragment
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource

_REMEDY = "Add the articles themselves: their pages, or an export with their full text."
_ONLY_ABSTRACTS = "Its texts are what the references give as abstracts; they may not be the whole articles."
_URL = re.compile(r"https?://\S+$", re.IGNORECASE)
_DATE = re.compile(r"(?P<year>\d{4})[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?:/.*)?$")

_RIS_FIELD = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}- ?(?P<value>.*)$")
_RIS: Mapping[str, tuple[str, ...]] = {
    "title": ("TI", "T1", "CT", "ST"),
    "author": ("AU", "A1", "A2"),
    "paper": ("JF", "T2", "JO", "JA", "BT", "PB"),
    "date": ("DA", "Y1", "PY", "Y2"),
    "url": ("UR", "L2", "LK"),
    "text": ("FT", "AB", "N2"),
}
_ENTRY = re.compile(r"@[ \t]*(?P<kind>[A-Za-z]{3,30})[ \t]*\{")
_BIBTEX: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "author": ("author", "editor"),
    "paper": ("journaltitle", "journal", "newspaper", "booktitle", "publisher", "howpublished"),
    "date": ("date",),
    "url": ("url", "link"),
    "text": ("fulltext", "abstract"),
}
_ACCENT = re.compile(r"\{?\\([\"'`^~=.cvu])[ ]?\{?([A-Za-z])\}?\}?")
_COMBINING = dict(
    zip("\"'`^~=.cvu", "\u0308\u0301\u0300\u0302\u0303\u0304\u0307\u0327\u030c\u0306", strict=True)
)
_COMMAND = re.compile(r"\\([&%$#_{}])")


class Reference(NamedTuple):
    """One reference: what it says of an article, and its abstract or text."""

    title: str = ""
    author: tuple[str, ...] = ()
    paper: str = ""
    date: str = ""
    url: str = ""
    text: str = ""


def read_ris(path: str, source: str) -> Reading:
    """The references of a file in RIS that have a text."""
    return _reading(path, _of_ris(source), "references in RIS")


def read_bibtex(path: str, source: str) -> Reading:
    """The references of a file in BibTeX that have a text."""
    return _reading(path, _of_bibtex(source), "references in BibTeX")


def is_csl(record: Any) -> bool:
    """Whether an object is a reference in CSL-JSON."""
    return isinstance(record, dict) and "type" in record and isinstance(record.get("issued"), dict)


def read_csl(path: str, records: Iterable[Any]) -> Reading:
    """The references of a file in CSL-JSON that have a text."""
    return _reading(path, [_of_csl(one) for one in records if is_csl(one)], "references in CSL-JSON")


def _reading(path: str, references: list[Reference], name: str) -> Reading:
    told = [one for one in references if one.text.strip()]
    if not told:
        words = f"This is a list of references ({name.rpartition(' ')[2]}): it gives no text of an article."
        return Reading(problems=(Problem(path, words, _REMEDY),))
    problems = [Problem(path, _ONLY_ABSTRACTS, read=True)]
    if len(told) < len(references):
        words = f"{len(references) - len(told):,} of {len(references):,} references have no text."
        problems.insert(0, Problem(path, words, _REMEDY, read=True))
    found = []
    for one in told:
        text = fragment(one.text).text
        if text:
            found.append(article(path, text, _facts(one), lines_of(text), {}))
    return Reading(tuple(found), tuple(problems), (FactSource(Fact.FORMAT, name),))


def _facts(one: Reference) -> Facts:
    match = _DATE.match(one.date.strip())
    dated = whole_date("-".join(match.groups()) if match else one.date)
    return Facts(
        headline=clean_line(one.title) or None,
        byline=", ".join(map(spoken_order, one.author)) or None,
        publication=clean_line(one.paper) or None,
        published=dated.day if dated and likely(dated.day) else None,
        url=one.url if _URL.match(one.url) else None,
    ).told_by("the reference")


def _of_ris(source: str) -> list[Reference]:
    found: list[Reference] = []
    fields: dict[str, list[str]] = {}
    last: list[str] = []
    for row in source.split("\n"):
        match = _RIS_FIELD.match(row.lstrip("\ufeff\u200b"))
        if not match:
            if last and row.strip():
                last[-1] = f"{last[-1]}\n{row.strip()}"
            continue
        if match["tag"] in ("TY", "ER") and fields:
            found.append(_of_fields(fields, _RIS))
            fields, last = {}, []
        if match["tag"] not in ("TY", "ER"):
            last = fields.setdefault(match["tag"], [])
            last.append(match["value"].strip())
    if fields:
        found.append(_of_fields(fields, _RIS))
    return found


def _of_fields(fields: Mapping[str, list[str]], names: Mapping[str, tuple[str, ...]]) -> Reference:
    values = {
        meaning: next((fields[tag] for tag in tags if any(fields.get(tag, ()))), [])
        for meaning, tags in names.items()
    }
    return Reference(
        title=" ".join(values["title"]),
        author=tuple(clean_line(name) for name in values["author"] if name.strip()),
        paper=next(iter(values["paper"]), ""),
        date=next((day for day in values["date"] if _DATE.match(day)), next(iter(values["date"]), "")),
        url=clean_line(next(iter(values["url"]), "")),
        text="\n".join(values["text"]),
    )


def _of_bibtex(source: str) -> list[Reference]:
    found: list[Reference] = []
    at = 0
    while True:
        opening = _ENTRY.search(source, at)
        if not opening:
            return found
        end = _closing(source, opening.end())
        if opening["kind"].lower() not in ("comment", "string", "preamble"):
            found.append(_of_entry(source[opening.end() : end]))
        at = end + 1


def _closing(source: str, at: int) -> int:
    """Where the brace that was opened before is closed; the end of the source if nowhere."""
    depth = 1
    for match in re.finditer(r"\\.|[{}]", source[at:], re.DOTALL):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return at + match.start()
    return len(source)


def _of_entry(entry: str) -> Reference:
    fields: dict[str, list[str]] = {}
    depth = 0
    quoted = False
    start = 0
    pieces: list[str] = []
    for match in re.finditer(r'\\.|[{}",]', entry, re.DOTALL):
        sign = match[0]
        depth += {"{": 1, "}": -1}.get(sign, 0)
        quoted ^= sign == '"' and depth == 0
        if sign == "," and depth == 0 and not quoted:
            pieces.append(entry[start : match.start()])
            start = match.end()
    pieces.append(entry[start:])
    for piece in pieces[1:]:
        name, _, value = piece.partition("=")
        words = value.strip()
        if name.strip():
            fields.setdefault(name.strip().lower(), []).append(words[1:-1] if words[:1] in ('{"') else words)
    plain = {name: [_plain(value) for value in values] for name, values in fields.items()}
    authors = [one for value in plain.get("author", ()) for one in re.split(r"\s+and\s+", value)]
    day = [part for name in ("year", "month", "day") for part in plain.get(name, [])[:1]]
    if "date" not in plain and len(day) == 3:
        plain["date"] = [f"{day[2]} {day[1]} {day[0]}"]
    return _of_fields({**plain, "author": authors}, _BIBTEX)


def _plain(value: str) -> str:
    words = _ACCENT.sub(lambda match: match[2] + _COMBINING[match[1]], value)
    return _COMMAND.sub(r"\1", words).replace("{", "").replace("}", "").replace("~", " ")


def _of_csl(record: Mapping[str, Any]) -> Reference:
    def words(name: str) -> str:
        value = record.get(name)
        return clean_line(value) if isinstance(value, str) else ""

    authors = record.get("author")
    text = record.get("abstract")
    return Reference(
        title=words("title"),
        author=tuple(filter(None, map(_csl_name, authors if isinstance(authors, list) else ()))),
        paper=words("container-title") or words("publisher"),
        date=_csl_date(record.get("issued")),
        url=words("URL"),
        text=text if isinstance(text, str) else "",
    )


def _csl_name(value: Any) -> str:
    if not isinstance(value, dict):
        return ""
    parts = [value.get(name) for name in ("given", "non-dropping-particle", "family", "literal")]
    return clean_line(" ".join(part for part in parts if isinstance(part, str)))


def _csl_date(value: Any) -> str:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and len(first) == 3:
        return "-".join(str(one)[:4].zfill(2) for one in first)
    return ""
