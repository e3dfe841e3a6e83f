"""Newsletters: single messages (.eml) and boxes of them (.mbox)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from functools import partial

from tui.library.core.fault_isolation import isolated
from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats.article_builder import Facts, Reading, article, facts_of, with_facts
from tui.library.formats.decode import Undecodable, decode
from tui.library.formats.export_dates import likely, unread_date
from tui.library.formats.export_reading import export_in, reading_of
from tui.library.formats.heading_parser import with_heading
from tui.library.formats.mail_wrappings import bare_subject, is_forward, unwrapped
from tui.library.formats.margin_lines import flowed_paragraphs, paragraphs_of
from tui.library.formats.press_pages import read_page
from tui.library.formats.publication_guess import publication_in
from tui.model.article import Article
from tui.model.problem import Problem
from tui.model.provenance import Fact

MOST_MESSAGES = 10_000
"""Of one box."""
_FROM_LINE = re.compile(rb"^From [^\n]*\n", re.MULTILINE)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_SAVED = re.compile(r"<?saved by\b", re.IGNORECASE)
_LINE_OF_SIGNS = re.compile(r"[-=_*~#\s]{3,}$")
_DEEPEST = 5
"""Messages inside one another."""
_FEWEST_WORDS = 30
"""Of a message around another one that is more than a note."""
_STUB = 0.3
"""A plain text with fewer of the words of the page beside it only points to that."""
_UNLIKELY = "The message gives a date on which no paper can have come out: it is undated."
_ENCODED = re.compile(r"(=\?[^?\s]{1,40}\?[bq]\?[^?\s]{0,25}\?=)(?=\s+=\?)", re.IGNORECASE)
"""A word that a program encoded by itself: it was not parted for its length, so a blank follows it."""


def read_message(path: str, raw: bytes) -> Reading:
    """One article: the subject is its headline, the sender its byline; or those of an export that was mailed.

    What was forwarded as a message of its own is an article, too.
    """
    try:
        reading = _reading(path, message_from_bytes(raw), _DEEPEST)
    except RecursionError:
        return Reading(problems=(Problem(path, "The parts of the message are nested too deeply."),))
    if not reading.articles and not reading.problems:
        return Reading(problems=(Problem(path, "There is no text in the message."),))
    return reading


def read_box(path: str, raw: bytes, before: int = 0) -> Reading:
    """An article for each message of a box, or of a piece of one that has so many before it."""
    starts = [match.end() for match in _FROM_LINE.finditer(raw) if _after_blank(raw, match.start())]
    if not starts:
        return Reading(problems=(Problem(path, "This is not a box of messages."),))
    ends = [raw.rfind(b"From ", 0, start) for start in starts[1:]] + [len(raw)]
    pieces = list(zip(starts, ends, strict=True))[:MOST_MESSAGES]
    each = [
        isolated(partial(read_message, path, _QUOTED_FROM.sub(rb"\1", raw[start:end])), path, f"Message {n}")
        for n, (start, end) in enumerate(pieces, before + 1)
    ]
    readings = [one for one in each if isinstance(one, Reading)]
    faults = [one for one in each if isinstance(one, Problem)]
    problems = [problem for reading in readings for problem in reading.problems]
    if len(starts) > MOST_MESSAGES:
        problems.append(Problem(path, f"Only the first {MOST_MESSAGES:,} messages are read.", read=True))
    found = tuple(one for reading in readings for one in reading.articles)
    return Reading(found, (*faults, *(problem._replace(read=bool(found)) for problem in problems)))


def _reading(path: str, message: Message, depth: int) -> Reading:
    """The article of a message, and those of the messages inside it."""
    parts, inner = _parts(message)
    own = _of_parts(path, message, parts)
    if not inner or not depth:
        return own
    readings = [_reading(path, one, depth - 1) for one in inner[:MOST_MESSAGES]]
    mere_note = sum(len(one.text.split()) for one in own.articles) < _FEWEST_WORDS
    if not mere_note or not any(one.articles for one in readings):
        readings.insert(0, own)
    found = tuple(one for reading in readings for one in reading.articles)
    problems = tuple(one for reading in readings for one in reading.problems)
    formats = readings[0].found if len(readings) == 1 else ()
    return Reading(found, problems, formats)


def _parts(message: Message) -> tuple[dict[str, Message], list[Message]]:
    """The first text of each kind that is the message's own, and the messages inside it."""
    found: dict[str, Message] = {}
    inner: list[Message] = []
    waiting = [message]
    while waiting:
        part = waiting.pop()
        try:
            held = part.get_payload()
        except ValueError:  # a NUL in the name of its encoding: the bytes are read later
            held = ""
        if part.get_content_type() == "message/rfc822" and isinstance(held, list):
            inner += [one for one in held if isinstance(one, Message)]
        elif isinstance(held, list):
            waiting += [one for one in reversed(held) if isinstance(one, Message)]
        elif _is_body(part):
            found.setdefault(part.get_content_type(), part)
    return found, inner


def _of_parts(path: str, message: Message, parts: Mapping[str, Message]) -> Reading:
    """The message as an article, from its plain text or else from its page, or the export that it carries."""
    text = clean(_text(parts["text/plain"])) if "text/plain" in parts else ""
    page = Reading()
    if "text/html" in parts:
        page = read_page(path, _text(parts["text/html"]).encode("utf-8", "replace"))
        if any(one.fact is Fact.FORMAT for one in page.found):
            return page
    export = export_in(text)
    if export:
        return reading_of(path, export)
    subject = _header(message, "subject")
    day = _day(message)
    facts = Facts(
        headline=bare_subject(subject) or None,
        byline=clean_line(parseaddr(_header(message, "from"))[0]) or None,
        published=day if day and likely(day) else None,
    ).told_by("the head of the message")
    doubts = _date_doubts(path, message, day)
    plain = unwrapped(text, facts.headline, forwarded=is_forward(subject))
    shown = page.articles[0] if page.articles else None
    if shown and len(plain.text.split()) < max(1, _STUB * len(shown.text.split())):
        return Reading((_of_page(message, shown, facts),), (*doubts, *page.problems))
    found = flowed_paragraphs(plain.text) if _is_flowed(parts) else paragraphs_of(plain.text)
    lines = [line for line in found if not _LINE_OF_SIGNS.match(line.words)]
    if not lines:
        return Reading()
    told, heading = with_heading(plain.facts.over(facts), lines)
    told = told.over(publication_in(plain.text))
    return Reading((article(path, plain.text, told, lines, heading.kinds),), doubts)


def _date_doubts(path: str, message: Message, day: date | None) -> tuple[Problem, ...]:
    """What is doubtful about the day in the head of the message."""
    if day is None:
        return unread_date(path, "head of the message", _header(message, "date"))
    return () if likely(day) else (Problem(path, _UNLIKELY, read=True),)


def _is_flowed(parts: Mapping[str, Message]) -> bool:
    """Whether the plain text says that its lines are to be joined where they end in a blank."""
    return "text/plain" in parts and str(parts["text/plain"].get_param("format", "")).lower() == "flowed"


def _of_page(message: Message, shown: Article, facts: Facts) -> Article:
    if _SAVED.match(str(message.get("from", ""))):
        return with_facts(shown, facts_of(shown).over(_of_saved_page(message, facts)))
    return with_facts(shown, facts.over(facts_of(shown)).over(publication_in(shown.text)))


def _of_saved_page(message: Message, facts: Facts) -> Facts:
    """A browser keeps a page as a message: its subject is the title, and its date is not the article's."""
    address = _header(message, "snapshot-content-location")
    url = address if address.startswith(("http://", "https://")) else None
    return Facts(headline=facts.headline, url=url).told_by("the head of the message")


def _after_blank(raw: bytes, at: int) -> bool:
    return at == 0 or raw[max(0, at - 4) : at].endswith((b"\n\n", b"\n\r\n"))


def _is_body(part: Message) -> bool:
    return part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment"


def _text(part: Message) -> str:
    raw = bytes(part.get_payload(decode=True) or b"")
    charset = part.get_content_charset() or ""
    try:
        return raw.decode(charset)
    except (LookupError, ValueError):
        found = decode(raw)
        return "" if isinstance(found, Undecodable) else found.text


def _header(message: Message, name: str) -> str:
    """A header on one line, its encoded words decoded and then cleaned."""
    pieces = []
    value = _ENCODED.sub(r"\1 =?utf-8?q?_?=", str(message.get(name, "")))
    try:
        decoded = decode_header(value)
    except HeaderParseError:
        return clean_line(value)
    for words, charset in decoded:
        if isinstance(words, bytes):
            try:
                words = words.decode(charset or "utf-8", "replace")
            except (LookupError, ValueError):
                words = words.decode("cp1252", "replace")
        pieces.append(words)
    return clean_line("".join(pieces))


def _day(message: Message) -> date | None:
    try:
        return parsedate_to_datetime(str(message.get("date", ""))).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
