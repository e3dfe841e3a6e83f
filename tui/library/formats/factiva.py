"""Text exports of Factiva: both usual layouts, split into their articles.

One gives each field a code of two or three capitals ("HD", "WC", "PD", "SN", "LP", "TD", "AN"); the other is
laid out by order alone: headline, byline, number of words, date, source, code, language, rights, text. Both
end every article with its number ("Document GAZ0000020150314eb3e0001"). Written from what they look like.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts
from tui.library.formats.dates import Dated, read_date
from tui.library.formats.unwrap_lines import paragraphs

_NUMBER = re.compile(r"^(?:AN[ \t]*\n?[ \t]*)?Document [A-Za-z0-9]{10,40}[ \t]*$", re.MULTILINE)
_WORDS = re.compile(r"\d[\d,.]* words$", re.IGNORECASE)
_HEAD = "SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|CLM|RF|CT"
_TAIL = "ART|CO|IN|NS|RE|IPC|IPD|PUB|AN"
_CODE = re.compile(rf"(?P<code>{_HEAD}|LP|TD)(?:[ \t]+(?P<value>.*))?$")
_LATE_CODE = re.compile(rf"(?P<code>{_HEAD}|LP|TD|{_TAIL})(?:(?:[ \t]{{2,}}|\t)(?P<value>.*))?$")
"""In the text only a code that stands apart counts: prose may begin with capitals, too."""
_RIGHTS = re.compile(r"(?:\(c\)|©|copyright\b)", re.IGNORECASE)
_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_SHORT_CODE = re.compile(r"[A-Z0-9]{2,8}$")
_TIME = re.compile(r"\d{1,2}:\d\d")
_SECTION_WORDS = 3


def is_export(text: str) -> bool:
    """Whether a text is such an export."""
    if "Document " not in text or not _NUMBER.search(text):
        return False
    coded = re.search(r"^HD(?:[ \t]|$)", text, re.MULTILINE) and re.search(
        r"^(?:LP|TD)(?:[ \t]|$)", text, re.MULTILINE
    )
    return bool(coded or re.search(r"^\d[\d,.]* words$", text, re.MULTILINE))


def pieces(text: str) -> Sequence[str]:
    """The export taken apart: an article a piece, in order."""
    return _NUMBER.split(text)


def article_in(piece: str) -> tuple[Facts, Dated | None, str] | None:
    """Facts, date and text of the article in a piece of the export; None where there is none."""
    rows = piece.strip("\n").split("\n")
    coded = any(re.match(r"HD(?:[ \t]|$)", row) for row in rows)
    facts, dated, body = _coded(rows) if coded else _laid_out(rows)
    written = "\n\n".join(paragraphs(body))
    return (facts, dated, written + "\n") if written else None


def _coded(rows: Sequence[str]) -> tuple[Facts, Dated | None, list[str]]:
    fields = _fields(rows)
    dated = read_date(_one_line(fields, "PD"))
    facts = Facts(
        headline=_one_line(fields, "HD") or None,
        byline=_BY.sub("", _one_line(fields, "BY"), count=1) or None,
        publication=_one_line(fields, "SN") or None,
        published=dated.day if dated else None,
    )
    return facts.told_by("the export"), dated, [*fields.get("LP", ()), "", *fields.get("TD", ())]


def _fields(rows: Sequence[str]) -> Mapping[str, list[str]]:
    """The rows of each field, by its code."""
    found: dict[str, list[str]] = {}
    values: list[str] = []
    form = _CODE
    for row in rows:
        match = form.match(row)
        if match and match["code"] not in found:
            values = found.setdefault(match["code"], [])
            values.append(match["value"] or "")
            form = _LATE_CODE if match["code"] in ("LP", "TD") else form
        else:
            values.append(row)
    return found


def _laid_out(rows: Sequence[str]) -> tuple[Facts, Dated | None, list[str]]:
    """The layout without codes, from its line that counts the words."""
    counted = next((n for n, row in enumerate(rows) if _WORDS.match(row.strip())), None)
    if counted is None:
        return Facts(), None, []
    above = [words for row in rows[:counted] if (words := clean_line(row))]
    byline = above.pop() if above and _BY.match(above[-1]) else ""
    if len(above) > 1 and len(above[0].split()) <= _SECTION_WORDS < len(above[1].split()):
        above = above[1:]  # the section of the paper stands above the headline
    end = _head_end(rows, counted)
    head = [words for row in rows[counted + 1 : end] if (words := clean_line(row))]
    at, dated = next(((n, day) for n, row in enumerate(head) if (day := read_date(row))), (-1, None))
    after = [row for row in head[at + 1 :] if not _TIME.match(row) and not _SHORT_CODE.match(row)]
    facts = Facts(
        headline=" ".join(above) or None,
        byline=_BY.sub("", byline, count=1) or None,
        publication=after[0] if after and not _RIGHTS.match(after[0]) else None,
        published=dated.day if dated else None,
    )
    return facts.told_by("the lines above the text"), dated, list(rows[end:])


def _head_end(rows: Sequence[str], counted: int) -> int:
    """The head ends with the line of rights and what of it goes on below; without one, at a blank row."""
    rights = next(
        (n for n in range(counted, min(counted + 16, len(rows))) if _RIGHTS.match(rows[n].strip())), counted
    )
    return next((n for n in range(rights, len(rows)) if not rows[n].strip()), rights + 1)


def _one_line(fields: Mapping[str, list[str]], code: str) -> str:
    return clean_line(" ".join(fields.get(code, ())))
