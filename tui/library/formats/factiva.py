"""Exports of Factiva, as text (pages and RTF are made text before): both usual layouts, split into articles.

One gives each field a code of two or three capitals ("HD", "WC", "PD", "SN", "LP", "TD", "AN"); the other is
laid out by order alone: headline, byline, number of words, date, source, code, language, rights, text. Both
end every article with its number ("Document GAZ0000020150314eb3e0001"). Written from what they look like.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts
from tui.library.formats.dates import Dated
from tui.library.formats.export_dates import whole_date
from tui.library.formats.press_export import UNREAD_DATE, ExportArticle, PressExport, read_parts
from tui.library.formats.unwrap_lines import paragraphs

_NUMBER = re.compile(r"^(?:AN[ \t]*\n{0,3}[ \t]*)?Do[ck]umento? [A-Za-z0-9]{10,40}[ \t]*$", re.MULTILINE)
_COUNT = r"\d[\d,.  ]{0,10} (?:words|Wörter|mots|palabras|parole|woorden|palavras|ord)$"
_WORDS = re.compile(_COUNT, re.IGNORECASE)
_COUNTED = re.compile(rf"^[ \t]*{_COUNT}", re.MULTILINE)
_HEAD = "SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|CLM|RF|CT"
_TAIL = "ART|CO|IN|NS|RE|IPC|IPD|PUB|AN"
_CELLS = re.compile(rf"^[ \t]*(?P<code>{_HEAD}|LP|TD|{_TAIL})[ \t]*\|(?P<value>.*)$", re.MULTILINE)
"""A row of a table, as a program that reads RTF gives it."""
_CODE = re.compile(rf"(?P<code>{_HEAD}|LP|TD)(?:[ \t]+(?P<value>.*))?$")
_LATE_CODE = re.compile(rf"(?P<code>{_HEAD}|LP|TD|{_TAIL})(?:(?:[ \t]{{2,}}|\t)(?P<value>.*))?$")
"""In the text only a code that stands apart counts: prose may begin with capitals, too."""
_RIGHTS = re.compile(r"(?:\(c\)|©|copyright\b)", re.IGNORECASE)
_BY = re.compile(r"(?:by|von|par|por|di|door|av):?\s+", re.IGNORECASE)
_SHORT_CODE = re.compile(r"[A-Z0-9]{2,8}$")
_TIME = re.compile(r"\d{1,2}:\d\d")
_SECTION_WORDS = 3
_FEWEST_WORDS = 40
"""Of what stands behind the last article and is more than a footer."""
_LONGEST_HEAD = 40
"""Rows, blank ones with them."""


def is_export(text: str) -> bool:
    """Whether a text is such an export."""
    text = _without_cells(text)
    if not _NUMBER.search(text):
        return False
    coded = re.search(r"^[ \t]*HD(?:[ \t]|$)", text, re.MULTILINE) and re.search(
        r"^[ \t]*(?:LP|TD)(?:[ \t]|$)", text, re.MULTILINE
    )
    return bool(coded or _COUNTED.search(text))


def taken_apart(text: str) -> PressExport:
    """Facts, date and text of each article of the export, in order, and how many gave no text."""
    parts = read_parts(_NUMBER.split(_without_cells(text)), _article, footer=_FEWEST_WORDS)
    return PressExport("a Factiva export", *parts[:2], faults=parts.faults)


def _article(piece: str) -> ExportArticle | None:
    rows = [row.lstrip() for row in piece.strip("\n").split("\n")]
    coded = any(re.match(r"HD(?:[ \t]|$)", row) for row in rows)
    facts, dated, body, doubt = _coded(rows) if coded else _laid_out(rows)
    written = "\n\n".join(paragraphs(body))
    return ExportArticle(facts, written + "\n", dated, doubt) if written else None


def _without_cells(text: str) -> str:
    """The rows of tables as rows of text: the code, a tab, the value."""
    if "|" not in text or not _CELLS.search(text):
        return text
    text = _CELLS.sub(lambda match: f"{match['code']}\t{match['value'].strip().rstrip('|').strip()}", text)
    return "\n\n".join(row.rstrip().rstrip("|") for row in text.split("\n"))


def _coded(rows: Sequence[str]) -> tuple[Facts, Dated | None, list[str], str]:
    fields = _fields(rows)
    stated = _one_line(fields, "PD")
    dated = whole_date(stated)
    facts = Facts(
        headline=_one_line(fields, "HD") or None,
        byline=_without_by(_one_line(fields, "BY")) or None,
        publication=_one_line(fields, "SN") or None,
        published=dated.day if dated else None,
    )
    doubt = UNREAD_DATE if stated and not dated else ""
    return facts.told_by("the export"), dated, [*fields.get("LP", ()), "", *fields.get("TD", ())], doubt


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


def _laid_out(rows: Sequence[str]) -> tuple[Facts, Dated | None, list[str], str]:
    """The layout without codes, from its line that counts the words."""
    counted = next((n for n, row in enumerate(rows) if _WORDS.match(row.strip())), None)
    if counted is None:
        return Facts(), None, [], ""
    above = [words for row in rows[:counted] if (words := clean_line(row))]
    byline = above.pop() if above and _BY.match(above[-1]) else ""
    if len(above) > 1 and len(above[0].split()) <= _SECTION_WORDS < len(above[1].split()):
        above = above[1:]  # the section of the paper stands above the headline
    end = _head_end(rows, counted)
    head = [words for row in rows[counted + 1 : end] if (words := clean_line(row))]
    at, dated = next(((n, day) for n, row in enumerate(head) if (day := whole_date(row))), (-1, None))
    after = [row for row in head[at + 1 :] if not _TIME.match(row) and not _SHORT_CODE.match(row)]
    facts = Facts(
        headline=" ".join(above) or None,
        byline=_without_by(byline) or None,
        publication=after[0] if after and not _RIGHTS.match(after[0]) else None,
        published=dated.day if dated else None,
    )
    doubt = "" if dated else UNREAD_DATE
    return facts.told_by("the lines above the text"), dated, list(rows[end:]), doubt


def _without_by(words: str) -> str:
    """A byline without the word at its beginning; one inside is part of it."""
    match = _BY.match(words)
    return words[match.end() :] if match else words


def _head_end(rows: Sequence[str], counted: int) -> int:
    """The head ends with the line of rights and what of it goes on below; without one, at a blank row."""
    head = range(counted, min(counted + _LONGEST_HEAD, len(rows)))
    rights = next((n for n in head if _RIGHTS.match(rows[n].strip())), counted)
    return next((n for n in range(rights, len(rows)) if not rows[n].strip()), rights + 1)


def _one_line(fields: Mapping[str, list[str]], code: str) -> str:
    return clean_line(" ".join(fields.get(code, ())))
