"""Exports of ProQuest, as text: rules of underlines part the documents, labels give the facts and the text.

Pages and mails of it come here as text, too. Labels stand at the beginning of a row under a blank one; what
looks like one within the text stays there. Written from what such files look like.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts
from tui.library.formats.export_dates import date_within, whole_date
from tui.library.formats.paragraph_kinds import ENDS_SENTENCE
from tui.library.formats.press_export import UNREAD_DATE, ExportArticle, PressExport, read_parts
from tui.library.formats.unwrap_lines import paragraphs

NAME = "a ProQuest export"
RULE = re.compile(r"^[ \t]*[_=-]{20,}[ \t]*$", re.MULTILINE)
COUNTER = re.compile(r"^[ \t]*Document \d{1,6} of \d{1,6}[ \t]*$", re.MULTILINE)
_TAIL = (
    "subject|location|people|company / organization|company|organization|classification|title"
    "|alternate title|publication title|publication subject|pages|number of pages|publication year"
    "|publication date|year|section|publisher|place of publication|country of publication"
    "|source type|language of publication|language|document type|document feature"
    "|proquest document id|document url|copyright|last updated|database|issn|eissn|source"
    "|volume|issue|first page|supplement|dateline|column|edition|identifier / keyword"
    "|identifiers / keywords|accession number|credit|business indexing term|industry code"
    "|publication history|online publication date|references|coden|doi|correspondence author"
    "|abstract|links|author|publication info|subtitle|notes"
)
_LABEL = re.compile(rf"[ \t]*(?P<label>{_TAIL})[ \t]*:(?:[ \t]+(?P<value>.*)|[ \t]*)$", re.IGNORECASE)
_FULL_TEXT = re.compile(r"[ \t]*(?:Full text|FULL TEXT|Full Text)[ \t]*:[ \t]*(?P<value>.*)$")
SIGN = re.compile(
    r"^[ \t]*(?:Full text|Publication title|ProQuest document ID|Publication info|Document URL)[ \t]*:",
    re.MULTILINE | re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:CAPTION|Caption|Photo caption|Illustration)[ \t]*:[ \t]*(?P<words>\S.*)$")
_CREDIT = re.compile(r"(?:CREDIT|Credit)[ \t]*:[ \t]*(?P<words>.*)$")
_NOTHING = re.compile(r"(?:none|not) available\.?$", re.IGNORECASE)
_PLACE = re.compile(r"\s*;.*$|\s*\[[^\]]{0,60}\].*$")
_ADDRESS = re.compile(r"https?://\S+")
_ONE_NAME = re.compile(r"[^\s,;][^,;]{0,60}, [^,;]{1,60}$")
_WHOLE = 0.8
"""Of the rows end with a sentence where each is a paragraph."""
_WIDEST = 100
_FEWEST_SIGNS, _MANY_SIGNS = 2, 3
_LAST = frozenset(("database", "last updated", "copyright", "document url", "proquest document id"))
"""Labels below which a footer may stand."""


def is_export(text: str) -> bool:
    """Whether a text is such an export: documents with the labels of ProQuest."""
    signs = {match[0].strip().lower() for match in SIGN.finditer(text)}
    named = "roQuest" in text or bool(COUNTER.search(text))
    return len(signs) >= (_FEWEST_SIGNS if named else _MANY_SIGNS)


def taken_apart(text: str, before: int = 0) -> PressExport:
    """Every document that has a text; of one that has only its abstract, that, with a doubt.

    `before` of the export stand above the text.
    """
    pieces = [piece for piece in _pieces(text) if SIGN.search(piece)]
    parts = read_parts(pieces, _article, before=before)
    numbers = {int(re.findall(r"\d+", match[0])[0]) for match in COUNTER.finditer(text)}
    missing = max(numbers) - min(numbers) + 1 - len(numbers) if numbers else 0
    return PressExport(NAME, *parts[:2], missing, parts.faults)


def _pieces(text: str) -> list[str]:
    """The documents, by their counters, by the rules between them, or by the label that each has once."""
    counted = COUNTER.split(text)
    if len(counted) > 1:
        return [RULE.split(piece)[0] for piece in counted[1:]]
    ruled: list[str] = []
    for piece in RULE.split(text):
        if ruled and not SIGN.search(ruled[-1]):
            ruled[-1] = f"{ruled[-1]}\n{piece}"  # a rule under a heading
        elif FULL_TEXT_ROW.search(piece) or SIGN.search(piece) or not ruled:
            ruled.append(piece)
        else:
            ruled[-1] = f"{ruled[-1]}\n{piece}"
    return [one for piece in ruled for one in _by_number(piece)]


FULL_TEXT_ROW = re.compile(r"^[ \t]*Full text[ \t]*:", re.MULTILINE | re.IGNORECASE)
LAST_LABEL = re.compile(r"^[ \t]*Database[ \t]*:.*$", re.MULTILINE)


def _by_number(piece: str) -> list[str]:
    """Documents that nothing parts but the last label of each."""
    if len(FULL_TEXT_ROW.findall(piece)) < _FEWEST_SIGNS:
        return [piece]
    return LAST_LABEL.split(piece)


def _article(piece: str) -> ExportArticle | None:
    rows = piece.split("\n")
    opening = next((n for n, row in enumerate(rows) if _FULL_TEXT.match(row)), None)
    start = len(rows) if opening is None else opening + 1
    end = _end(rows, start)
    labels = _labels((*rows[: start if opening is None else opening], *rows[end:]))
    first = _FULL_TEXT.match(rows[opening]) if opening is not None else None
    body = [*((first["value"],) if first else ()), *rows[start:end]]
    rows_told = [row for row in body if not _CREDIT.match(row.strip())]
    captions = [match["words"].strip() for row in rows_told if (match := _CAPTION.match(row.strip()))]
    prose = _prose([row for row in rows_told if not _CAPTION.match(row.strip())])
    doubt = ""
    if not prose or _NOTHING.match(prose[0]):
        abstract = labels.get("abstract", "")
        if not abstract or _NOTHING.match(abstract):
            return None
        prose, doubt = [abstract], "Only the abstract of the article is in the export."
    facts, dated, unread = _facts(labels, _title_row(rows[: start - 1]))
    text = "\n\n".join((*prose, *map(clean_line, captions))) + "\n"
    return ExportArticle(facts, text, dated, doubt or unread, frozenset(map(clean_line, captions)))


def _prose(rows: Sequence[str]) -> list[str]:
    """The paragraphs: each is a row, unless a mail has broken the rows at its margin."""
    shown = [words for row in rows if (words := clean_line(row))]
    ended = sum(bool(ENDS_SENTENCE.search(words)) for words in shown)
    if ended >= _WHOLE * len(shown) or max(map(len, shown)) > _WIDEST:
        return shown
    return paragraphs(rows)


def _facts(labels: Mapping[str, str], title: str | None) -> tuple[Facts, None, str]:
    stated = labels.get("publication date", "")
    info = labels.get("publication info", "")
    dated = whole_date(stated) or date_within(info) or date_within(stated)
    paper = labels.get("publication title") or info
    address = _ADDRESS.search(labels.get("document url", ""))
    credit = labels.get("author", "")
    facts = Facts(
        headline=labels.get("title") or title,
        byline=_in_order(credit) or None,
        publication=_PLACE.sub("", paper).strip(" .") or None,
        published=dated.day if dated else None,
        url=address[0] if address else None,
    ).told_by("the export")
    unread = UNREAD_DATE if (stated or info) and not dated else ""
    return facts, None, unread


def _title_row(rows: Sequence[str]) -> str | None:
    """The row that opens a document, above its first label."""
    for row in rows:
        words = clean_line(row)
        if _LABEL.match(row):
            return None
        if words and not _ADDRESS.match(words) and not words.startswith(("Report Information", "Table of")):
            return words
    return None


def _in_order(authors: str) -> str:
    """Names as they are spoken: "Lee, Ann; Ash, Ben" is Ann Lee, Ben Ash."""
    names = [clean_line(one) for one in authors.split(";")]
    told = [" ".join(reversed(name.split(", ", 1))) if _ONE_NAME.match(name) else name for name in names]
    return ", ".join(name for name in told if name)


def _end(rows: Sequence[str], start: int) -> int:
    """Where the labels below the text begin: from there on there are only labels and what carries them on."""
    end = len(rows)
    above: str | None = None  # the row below the one that is looked at
    for number in range(len(rows) - 1, start - 1, -1):
        row = rows[number].strip()
        label = _LABEL.match(row)
        if label and _is_prose(label["value"] or ""):
            break
        if label:
            if end == len(rows) and above and label["label"].lower() not in _LAST:
                break
            end = number
        elif row and not _ADDRESS.match(row) and not _within_label(rows, number, start):
            if end < len(rows):
                break
            above = row
    return end


def _is_prose(value: str) -> bool:
    """Whether what stands behind a label goes on as a sentence does: then it is none."""
    return value[:1].islower() and bool(ENDS_SENTENCE.search(value))


def _within_label(rows: Sequence[str], number: int, start: int) -> bool:
    """Whether a row carries the value of a label on that stands right above it, without a blank row."""
    for at in range(number - 1, max(start, number - 12) - 1, -1):
        if not rows[at].strip():
            return False
        if _LABEL.match(rows[at]):
            return at == start or not rows[at - 1].strip()
    return False


def _labels(rows: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    label = ""
    for row in rows:
        match = _LABEL.match(row)
        if match:
            label = match["label"].lower()
            found.setdefault(label, clean_line(match["value"] or ""))
        elif row.strip() and label and (not found[label] or label in ("abstract", "document url")):
            found[label] = f"{found[label]} {clean_line(row)}".strip()
        elif not row.strip() and label and found[label] and label != "abstract":
            label = ""
    return found
