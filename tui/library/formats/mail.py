"""Newsletters: single messages (.eml) and boxes of them (.mbox)."""

from __future__ import annotations

import re
from datetime import date
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from functools import partial

from tui.library.core.fault_isolation import isolated
from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats.article_builder import Facts, Reading, article, facts_of, lines_of, with_facts
from tui.library.formats.decode import Undecodable, decode
from tui.library.formats.html import read_html
from tui.library.formats.publication_guess import publication_in
from tui.model.article import Article
from tui.model.problem import Problem

MOST_MESSAGES = 10_000
"""Of one box."""
_FROM_LINE = re.compile(rb"^From [^\n]*\n", re.MULTILINE)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_SAVED = re.compile(r"<?saved by\b", re.IGNORECASE)
_LINE_OF_SIGNS = re.compile(r"[-=_*~#\s]{3,}$")


def read_message(path: str, raw: bytes) -> Reading:
    """One article: the subject is its headline, the sender its byline."""
    try:
        message = message_from_bytes(raw)
        found = _article(path, message)
    except RecursionError:
        return Reading(problems=(Problem(path, "The parts of the message are nested too deeply."),))
    if found is None:
        return Reading(problems=(Problem(path, "There is no text in the message."),))
    return Reading((found,))


def read_box(path: str, raw: bytes) -> Reading:
    """An article for each message of a box."""
    starts = [match.end() for match in _FROM_LINE.finditer(raw) if _after_blank(raw, match.start())]
    if not starts:
        return Reading(problems=(Problem(path, "This is not a box of messages."),))
    ends = [raw.rfind(b"From ", 0, start) for start in starts[1:]] + [len(raw)]
    pieces = list(zip(starts, ends, strict=True))[:MOST_MESSAGES]
    each = [
        isolated(partial(read_message, path, _QUOTED_FROM.sub(rb"\1", raw[start:end])), path, f"Message {n}")
        for n, (start, end) in enumerate(pieces, 1)
    ]
    readings = [one for one in each if isinstance(one, Reading)]
    faults = [one for one in each if isinstance(one, Problem)]
    problems = [problem for reading in readings for problem in reading.problems]
    if len(starts) > MOST_MESSAGES:
        problems.append(Problem(path, f"Only the first {MOST_MESSAGES:,} messages are read.", read=True))
    found = tuple(one for reading in readings for one in reading.articles)
    return Reading(found, (*faults, *(problem._replace(read=bool(found)) for problem in problems)))


def _article(path: str, message: Message) -> Article | None:
    """The message as an article, from its plain text or else from its page."""
    facts = Facts(
        headline=_header(message, "subject") or None,
        byline=clean_line(parseaddr(_header(message, "from"))[0]) or None,
        published=_day(message),
    ).told_by("the head of the message")
    bodies = {part.get_content_type(): part for part in reversed(list(message.walk())) if _is_body(part)}
    if "text/plain" in bodies:
        text = clean(_text(bodies["text/plain"]))
        lines = [line for line in lines_of(text) if not _LINE_OF_SIGNS.match(line.words)]
        if lines:
            return article(path, text, facts.over(publication_in(text)), lines, {})
    if "text/html" in bodies:
        page = read_html(path, _text(bodies["text/html"]).encode("utf-8", "replace"))
        for found in page.articles:
            if _SAVED.match(str(message.get("from", ""))):
                return with_facts(found, facts_of(found).over(_of_saved_page(message, facts)))
            return with_facts(found, facts.over(facts_of(found)).over(publication_in(found.text)))
    return None


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
    value = str(message.get(name, ""))
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
