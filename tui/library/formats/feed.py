"""Feeds kept as files: RSS (all its kinds) and Atom. Each entry is an article; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.utils import parsedate_to_datetime
from functools import partial
from xml.etree.ElementTree import Element, tostring

from tui.library.core.fault_isolation import isolated
from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts, Reading, article, lines_of
from tui.library.formats.dates import Dated, read_date
from tui.library.formats.export_dates import likely, unread_date
from tui.library.formats.fragment import Fragment, fragment, page_fragment
from tui.library.formats.publication_guess import is_paper, publication_in
from tui.library.formats.safe_xml import all_text, local
from tui.library.formats.true_address import host_of, true_address
from tui.model.article import Article, ParagraphKind
from tui.model.problem import Problem
from tui.model.provenance import Fact, FactSource

MOST_ENTRIES = 10_000
"""Of one feed."""
_TEXT = ("encoded", "content", "description", "summary", "body")
"""Elements of an entry that hold its text, the fullest first."""
_ALERT = re.compile(r"(?:Google Alert|Talkwalker Alert|Alerte? Google|Google-Alert)\b", re.IGNORECASE)
_DATE = ("published", "pubdate", "date", "issued", "updated", "modified")
FEEDS = ("rss", "feed", "rdf")


def read_entries(path: str, root: Element) -> Reading:
    """The entries that have a text, in the order of the feed."""
    entries = [element for element in root.iter() if local(element) in ("item", "entry")]
    if not entries:
        return Reading(problems=(Problem(path, "There is no entry in this feed."),))
    publication = _title(root if local(root) == "feed" else next(_named(root, "channel"), root))
    each = [
        isolated(partial(_article, path, entry, publication), path, f"Entry {number}")
        for number, entry in enumerate(entries[:MOST_ENTRIES], 1)
    ]
    found = [one for one in each if isinstance(one, Article)]
    problems = [one for one in each if isinstance(one, Problem)]
    empty = len(each) - len(found) - len(problems)
    if empty:
        words = f"{empty:,} of {len(entries):,} entries have no text."
        problems.append(Problem(path, words, "The feed gives only their titles.", read=bool(found)))
    problems += _unread_dates(path, entries)
    if len(entries) > MOST_ENTRIES:
        problems.append(Problem(path, f"Only the first {MOST_ENTRIES:,} entries are read."))
    return Reading(tuple(found), tuple(problems), (FactSource(Fact.FORMAT, "a feed"),))


def _article(path: str, entry: Element, publication: str | None) -> Article | None:
    body = max((_body(entry, name) for name in _TEXT), key=lambda one: len(one.text))
    if not body.text:
        return None
    dated = next(
        (day for name in _DATE for one in _named(entry, name) if (day := _dated(all_text(one)))), None
    )
    address = _address(entry)
    facts = Facts(
        headline=_title(entry),
        byline=", ".join(dict.fromkeys(_authors(entry))) or None,
        publication=_source(entry),
        published=dated.day if dated else None,
        url=address,
    ).told_by("the entry of the feed")
    whole = _of_feed(publication, facts.headline, address)
    paper = facts.publication or whole.publication
    if facts.headline and paper:  # as gatherers of news write it behind each title
        facts = replace(facts, headline=facts.headline.removesuffix(f" - {paper}"))
    captions = {n: ParagraphKind.CAPTION for n, (_, caption) in enumerate(body.paragraphs) if caption}
    text = body.text
    facts = facts.over(whole).over(publication_in(text))
    return article(path, text, facts, lines_of(text), captions)


def _unread_dates(path: str, entries: Sequence[Element]) -> tuple[Problem, ...]:
    """The doubt about the first of the dates that cannot be read: those of a feed are written alike."""
    for entry in entries[:MOST_ENTRIES]:
        stated = [all_text(one) for name in _DATE for one in _named(entry, name)]
        if stated and not any(map(_dated, stated)):
            return unread_date(path, "entry of the feed", clean_line(stated[0]))
    return ()


def _of_feed(title: str | None, headline: str | None, address: str | None) -> Facts:
    """The paper by the title of the feed; that of an alert is what was searched, and tells no paper."""
    if title and _ALERT.match(title):
        _, dash, behind = (headline or "").rpartition(" - ")
        if dash and is_paper(behind):
            return Facts(publication=behind).told_by("the title of the entry", guessed=True)
        return Facts(publication=host_of(address)).told_by("the address of the article", guessed=True)
    return Facts(publication=title).told_by("the title of the feed")


def _body(entry: Element, name: str) -> Fragment:
    """The longest text that an element of that name gives."""
    return max(
        (_written(one) for one in _named(entry, name)), key=lambda one: len(one.text), default=Fragment(())
    )


def _written(element: Element) -> Fragment:
    """The text of an element: escaped HTML, HTML as elements, or plain."""
    if len(element):
        return page_fragment(
            tostring(element, encoding="unicode", method="html")
            .replace("<html:", "<")
            .replace("</html:", "</")
        )
    return fragment(all_text(element))


def _title(element: Element) -> str | None:
    words = " ".join(line for one in _named(element, "title") for line, _ in _written(one).paragraphs)
    return clean_line(words) or None


def _source(entry: Element) -> str | None:
    """The paper that a feed of many papers names."""
    for one in _named(entry, "source"):
        return (clean_line(all_text(one)) if not len(one) else _title(one)) or None
    return None


def _authors(entry: Element) -> Iterator[str]:
    for name in ("creator", "author"):
        for one in _named(entry, name):
            inside = next(_named(one, "name"), one)
            words = clean_line(all_text(inside))
            if "@" in words:  # "ann@example.org (Ann Lee)", as RSS has it
                words = words.partition("(")[2].rstrip(") ")
            if words:
                yield words


def _address(entry: Element) -> str | None:
    links = [one for one in _named(entry, "link") if one.get("rel", "alternate") == "alternate"]
    candidates = [one.get("href") or all_text(one) for one in links]
    candidates += [all_text(one) for one in _named(entry, "guid") if one.get("isPermaLink") != "false"]
    found = (clean_line(one) for one in candidates)
    address = next(
        (one for one in found if one.lower().startswith(("http://", "https://")) and " " not in one), None
    )
    return true_address(address) if address else None


def _dated(words: str) -> Dated | None:
    read = read_date(clean_line(words))
    if read is None:
        try:
            read = Dated(parsedate_to_datetime(words.strip()).date())
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    return read if likely(read.day) else None


def _named(element: Element, name: str) -> Iterator[Element]:
    """The children of that name, whatever their namespace; Media RSS has elements of the same names."""
    return (
        one for one in element if local(one) == name and "/mrss/" not in one.tag and "itunes" not in one.tag
    )
