"""Which field of a JSON object is which fact: what people and programs usually call them, or as is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts
from tui.library.formats.author_names import spoken_order
from tui.library.formats.dates import Dated, doubtful, read_date
from tui.library.formats.fragment import fragment

USUAL: Mapping[str, tuple[str, ...]] = {
    fact: tuple(names.split())
    for fact, names in {
        "headline": "headline title heading webtitle articletitle titel schlagzeile titre titulo",
        "text": "text body content articlebody fulltext bodytext maintext articletext story contenthtml"
        " contenttext bodyhtml bodyxhtml html article paragraphs volltext texte texto",
        "standfirst": "standfirst subtitle subheadline deck dek trailtext description abstract summary",
        "byline": "byline author authors creator writer reporter authorname publishedby autor auteur",
        "publication": "publication publisher outlet newspaper source sourcename site sitename journal paper"
        " publicationtitle publicationname newspapername outletname medium zeitung quelle",
        "published": "published date datepublished publicationdate publisheddate publishedat datepublish"
        " pubdate publishdate webpublicationdate issued datetime timestamp displaydate"
        " firstpublishdate datum fecha",
        "url": "url link weburl permalink sourceurl canonicalurl articleurl",
    }.items()
}
"""Each fact with the names of fields that give it, the likeliest first; in small letters without signs."""
_WITHIN = ("fields", "_source", "article", "doc", "data", "attributes")
"""Objects inside an object that hold its fields."""
_NO_SIGNS = re.compile(r"[^a-z0-9]")
_URL = re.compile(r"https?://\S+$", re.IGNORECASE)
_LATEST_SECONDS = 10**11
"""A larger number counts milliseconds: seconds would be the year 5138."""


def facts_in(record: Mapping[str, Any], asked: Mapping[str, str]) -> tuple[Facts, Dated | None, str]:
    """Facts, date and text of one object; the text is "" where no field gives one."""
    fields = dict(_flat(_of_publisher(record)))
    names = {fact: _field(fact, fields, asked) for fact in USUAL}
    values = {fact: fields.get(name or "") for fact, name in names.items()}
    dated = _dated(values["published"])
    stated = {
        "headline": _words(values["headline"]) or None,
        "standfirst": _words(values["standfirst"]) or None,
        "byline": ", ".join(map(spoken_order, _names(values["byline"]))) or None,
        "publication": next((one for one in _names(values["publication"]) if not _URL.match(one)), None),
        "published": dated.day if dated else None,
        "url": next((one for one in _names(values["url"]) if _URL.match(one)), None),
    }
    facts = Facts()
    for fact, value in stated.items():
        origin = f"the field “{clean_line(names[fact] or '')[:40]}”"
        one = Facts(**{fact: value})  # type: ignore[arg-type]  # each fact has the type of its value
        facts = facts.over(one.told_by(origin, doubtful=doubtful(dated)))
    return facts, dated, _text(values["text"])


def date_words(record: Mapping[str, Any], asked: Mapping[str, str]) -> str:
    """What an object gives as its date, as it stands there."""
    fields = dict(_flat(_of_publisher(record)))
    value = _inner(fields.get(_field("published", fields, asked) or ""))
    return clean_line(str(value)[:200]) if isinstance(value, str | int | float) else ""


def _of_publisher(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """An object as Arc XP keeps an article, its elements as one text; any other as it is."""
    elements = record.get("content_elements")
    if not isinstance(elements, list):
        return record
    credited = record.get("credits")
    authors = credited.get("by") if isinstance(credited, dict) else None
    return {
        **{
            name: value
            for name, value in record.items()
            if name not in ("content_elements", "headlines", "credits")
        },
        "headline": _basic(record.get("headlines")),
        "standfirst": _basic(record.get("subheadlines")) or _basic(record.get("description")),
        "byline": authors,
        "text": [words for one in elements for words in _element(one)],
    }


def _basic(value: Any) -> Any:
    return value.get("basic") if isinstance(value, dict) else None


def _element(value: Any, depth: int = 3) -> Iterator[str]:
    """The words of an element of a text: a paragraph, or those of a list or a quotation."""
    if not isinstance(value, dict):
        return
    if isinstance(value.get("content"), str):
        yield value["content"]
    for name in ("items", "content_elements"):
        inner = value.get(name)
        if depth and isinstance(inner, list):
            for one in inner:
                yield from _element(one, depth - 1)


def _field(fact: str, fields: Mapping[str, Any], asked: Mapping[str, str]) -> str | None:
    """The name of the field that gives a fact; a usual one counts only where it holds something."""
    if fact in asked:
        return asked[fact]
    plain: dict[str, str] = {}
    for name, value in fields.items():  # the outer ones first
        if value and _is_likely(name):
            plain.setdefault(_NO_SIGNS.sub("", name.rpartition(".")[2].lower()), name)
    candidates = (plain[name] for name in USUAL[fact] if name in plain)
    return next((name for name in candidates if name not in asked.values()), None)


def _is_likely(name: str) -> bool:
    """Whether a field is one of the object itself, or of what merely wraps it."""
    outer = name.rpartition(".")[0]
    return all(part.lower() in _WITHIN for part in outer.split(".")) if outer else True


def _flat(record: Mapping[str, Any], above: str = "", depth: int = 3) -> Iterator[tuple[str, Any]]:
    """Every field by its name, the outer ones first; one inside an object is called outer.inner."""
    for name, value in record.items():
        yield f"{above}{name}", value
    for name, value in record.items():
        if isinstance(value, dict) and depth > 1:
            yield from _flat(value, f"{above}{name}.", depth - 1)


def _inner(value: Any) -> Any:
    """What an object says whose only use is to carry one value."""
    if isinstance(value, dict):
        return next(
            (value[key] for key in ("rendered", "name", "value", "$date", "#text") if key in value), None
        )
    return value


def _names(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    words = (_inner(item) for item in items)
    return [name for one in words if isinstance(one, str) and (name := _words(one))]


def _words(value: Any) -> str:
    words = _inner(value)
    return " ".join(line for line, _ in fragment(words).paragraphs) if isinstance(words, str) else ""


def _text(value: Any) -> str:
    items = value if isinstance(value, list) else [value]
    pieces = (_inner(item) for item in items)
    return "\n".join(text for one in pieces if isinstance(one, str) and (text := fragment(one).text))


def _dated(value: Any) -> Dated | None:
    value = _inner(value)
    if isinstance(value, str):
        read = read_date(clean_line(value))
        if read or not value.strip().isdecimal():
            return read
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    seconds = value / 1000 if abs(value) > _LATEST_SECONDS else value
    try:
        return Dated(datetime.fromtimestamp(seconds, UTC).date())
    except (ValueError, OverflowError, OSError):
        return None
