"""What a mail puts around an article: heads of a forward, addresses among the words, rows of a newsletter."""

from __future__ import annotations

import re
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts
from tui.library.formats.export_dates import date_within, likely

_FORWARDED = re.compile(
    r"^[> \t]*(?:-{3,}[ \t]*(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Message transféré"
    r"|Mensaje reenviado|Doorgestuurd bericht)[ \t]*-{3,}|Begin forwarded message:)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD = re.compile(
    r"[> \t*]*(?P<name>From|Date|Sent|Subject|To|Cc|Reply-To|Von|Datum|Gesendet|Betreff|An|De|Objet|Envoyé|À)"
    r"[ \t]*:\*?[ \t]*(?P<value>.*)$",
    re.IGNORECASE,
)
_MEANS = {
    **dict.fromkeys(("from", "von", "de"), "from"),
    **dict.fromkeys(("date", "sent", "datum", "gesendet", "envoyé"), "date"),
    **dict.fromkeys(("subject", "betreff", "objet"), "subject"),
}
_FEWEST_FIELDS = 2
_MOST_ROWS = 20
"""Of the head of a forwarded message."""
_PREFIX = re.compile(r"(?:\s*(?:fwd?|wg|tr|rv|doorst|re|aw)\s*:)+\s*", re.IGNORECASE)
_QUOTE_MARK = re.compile(r"^(?:>[ \t]?)+")

_ADDRESS = re.compile(
    r"[ \t]*(?:<https?://[^<>\s]{1,2000}>|\(https?://[^()\s]{1,2000}\)|\[https?://[^\[\]\s]{1,2000}\])"
)
_ONLY_ADDRESS = re.compile(r"[ \t]*[<(\[]?(?:https?://|www\.)\S{1,2000}[ \t]*$")
_OF_THE_NEWSLETTER = re.compile(
    r"(?:view (?:this|it|the|in)\b.{0,40}\b(?:browser|online|web)\b"
    r"|read (?:this )?(?:in|online)\b.{0,30}(?:browser|web)|unsubscribe\b"
    r"|(?:click here )?to unsubscribe\b|manage (?:your )?(?:preferences|subscription)"
    r"|update (?:your )?(?:preferences|profile)|you(?:’|'| a)re receiving this|you received this"
    r"|this (?:e-?mail|message) was sent|forward (?:this )?to a friend|sent from my \w+"
    r"|was this forwarded to you|trouble (?:viewing|reading)|privacy policy$|add us to your address book)",
    re.IGNORECASE,
)
_LONGEST_ROW = 160
"""Characters of a row of the newsletter; a longer one is an article's."""
_STARS = re.compile(r"^\*{1,2}[ \t]+(?P<words>\S.*?)[ \t]*\**$")


class Unwrapped(NamedTuple):
    """A text without what the mail put around it, and what the head of a forward says of it."""

    text: str
    facts: Facts = Facts()


def bare_subject(subject: str) -> str:
    """A subject without the signs of replies and forwards; nothing else is taken from it."""
    match = _PREFIX.match(subject)
    return subject[match.end() :] or subject if match else subject


def is_forward(subject: str) -> bool:
    """Whether the subject says that the message was sent on."""
    return bool(re.match(r"\s*(?:fwd?|wg|tr|rv|doorst)\s*:", subject, re.IGNORECASE))


def unwrapped(text: str, subject: str | None, *, forwarded: bool) -> Unwrapped:
    """The words of the article in the plain text of a mail."""
    rows = text.split("\n")
    rows, facts = _without_heads(rows, forwarded=forwarded)
    rows = [_bare(row) for row in rows]
    kept = [row for row in rows if not _is_wrapping(row)]
    title = clean_line(subject or "")
    for number, row in enumerate(kept):
        if row.strip():  # the subject once more, as the heading of the text
            kept[number] = "" if title and clean_line(row) == title else row
            break
    return Unwrapped("\n".join(kept), facts)


def _without_heads(rows: list[str], *, forwarded: bool) -> tuple[list[str], Facts]:
    """The rows without the heads of forwarded messages; the innermost says what the article is."""
    facts = Facts()
    kept: list[str] = []
    first = number = 0
    while number < len(rows):
        opened = bool(_FORWARDED.match(rows[number]))
        if opened or (forwarded and _FIELD.match(rows[number])):
            fields, end = _head(rows, number + opened)
            if len(fields) >= _FEWEST_FIELDS:
                facts = _facts(fields)
                kept.append("")
                first = first or len(kept)
                number = end
                continue
        kept.append(rows[number])
        number += 1
    below = kept[first:]
    if first and all(not row.strip() or row.lstrip().startswith(">") for row in below):
        kept[first:] = [_QUOTE_MARK.sub("", row.lstrip()) for row in below]
    return kept, facts


def _head(rows: list[str], start: int) -> tuple[dict[str, str], int]:
    """The fields of a forwarded message's head, and the row behind them."""
    fields: dict[str, str] = {}
    number = start
    while number < min(len(rows), start + _MOST_ROWS):
        match = _FIELD.match(rows[number])
        if match:
            name = match["name"].lower()
            fields.setdefault(_MEANS.get(name, name), clean_line(match["value"]))
        elif bool(fields) != bool(rows[number].strip(" >\t")):
            break  # a blank row behind the fields, or words before any
        number += 1
    return fields, number


def _facts(fields: dict[str, str]) -> Facts:
    sender = parseaddr(fields.get("from", ""))[0] or fields.get("from", "").partition("<")[0]
    day = date_within(fields.get("date", ""))
    if day is None:
        try:
            stated = parsedate_to_datetime(fields.get("date", "")).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            stated = None
    else:
        stated = day.day
    return Facts(
        headline=bare_subject(fields.get("subject", "")) or None,
        byline=clean_line(sender.strip(" \"*'")) or None,
        published=stated if stated and likely(stated) else None,
    ).told_by("the head of the forwarded message")


def _bare(row: str) -> str:
    """A row without addresses in signs and without the stars that stand for a heading."""
    row = _ADDRESS.sub("", row)
    match = _STARS.match(row)
    return match["words"] if match else row


def _is_wrapping(row: str) -> bool:
    words = row.strip()
    if not words:
        return False
    if _ONLY_ADDRESS.match(words):
        return True
    return len(words) <= _LONGEST_ROW and bool(_OF_THE_NEWSLETTER.match(words.lstrip("[(*| ")))
