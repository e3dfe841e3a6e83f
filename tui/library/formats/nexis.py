"""Exports of Nexis (LexisNexis), as text: both usual layouts, split into their articles.

The older one counts its documents ("1 of 25 DOCUMENTS"): publication, date, headline, labels in capitals, the
text, more labels. The newer one ends each with "End of Document", and may open with a cover page: headline,
publication, date, labels, "Body", the text, "Load-Date". Labels are known in several languages; one that is
not, or that stands between paragraphs, stays in the text. Written from what such files look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts
from tui.library.formats.export_dates import date_within, names_a_time, whole_date
from tui.library.formats.press_export import UNREAD_DATE, ExportArticle, PressExport, read_parts
from tui.library.formats.unwrap_lines import paragraphs

NAME = "a Nexis export"
COUNTER = re.compile(
    r"^[ \t]*(?:(?:Document[ \t]+)?\d{1,5} (?:of|von|sur|de|van|di) \d{1,5}[ \t]+(?:DO[CK]UMENT[A-Z]{0,3})"
    r"|Document \d{1,5} of \d{1,5})[ \t]*$",
    re.MULTILINE,
)
END = re.compile(
    r"^[ \t]*(?:End of Document|Ende des Dokuments?|Fin du document|Fin del documento|Fine del documento"
    r"|Einde van (?:het )?document)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ABOVE: Mapping[str, str] = {
    name: label
    for label, names in {
        "byline": "byline autor auteur autore verfasser",
        "section": "section rubrik ressort rubrique sección sezione rubriek",
        "length": "length länge longueur longitud lunghezza lengte",
        "dateline": "dateline",
        "highlight": "highlight",
        "headline": "headline überschrift titel titre titular kop",
        "series": "series serie",
        "column": "column",
    }.items()
    for name in names.split()
}
"""Labels that stand above the text, in several languages."""
_SURE: Mapping[str, str] = {
    name: label
    for label, names in {
        "load-date": "load-date update date-chargement fecha-carga data-caricamento laaddatum",
        "language": "language sprache langue idioma lingua taal",
        "graphic": "graphic graphik grafik graphique gráfico",
        "publication-type": "publication-type pub-type publikationstyp",
        "journal-code": "journal-code zeitungs-code",
        "document-type": "document-type",
        "correction-date": "correction-date",
        "acc-no": "acc-no",
        "classification": "classification",
        "copyright": "copyright",
    }.items()
    for name in names.split()
}
"""Labels that stand below it and that no paper prints."""
_UNSURE = frozenset(
    "type subject organization company industry person city state country geographic ticker url name".split()
)
"""Labels below it that may open a paragraph, too: they count only with terms of an index behind them."""
_ALL = "|".join(sorted((*_ABOVE, *_SURE, *_UNSURE), key=len, reverse=True))
_LABEL = re.compile(rf"[ \t]*(?P<label>{_ALL})[ \t]*:[ \t]*(?P<value>.*)$", re.IGNORECASE)
_INDEX_TERMS = re.compile(r"\(\d{1,3} ?%\)|^https?://|^www\.|^[^a-z]*$")
_CLASSIFIED = re.compile(r"[ \t]*(?:Classification|Klassifikation)[ \t]*$")
_SIGN = re.compile(r"^[ \t]*(?:Body[ \t]*$|(?:Length|Länge|Longueur|Load-Date|LENGTH)[ \t]*:)", re.MULTILINE)
_PICTURES = re.compile(r"[ \t]*(?:Graphic|GRAPHIC|Grafik|Graphique)[ \t]*$")
_MOST_CAPTION_WORDS = 120
_MOST_RIGHTS = 4
"""Rows that say whose the text is."""
_BODY = re.compile(
    r"[ \t]*(?:Body|BODY|Textkörper|Texte|Corps|Cuerpo|Corpo|Hoofdtekst)[ \t]*(?::[ \t]*(?P<value>.*))?$"
)
_RIGHTS = re.compile(r"(?:copyright|urheberrecht|derechos)\b|©|\(c\)", re.IGNORECASE)
_NO_FACT = re.compile(
    r"(?:all rights reserved|alle rechte vorbehalten|tous droits|page \d+ (?:of|von|sur) \d+$"
    r"|link to [\w ]{3,30}$|(?:distributed|provided|delivered|supplied) by )",
    re.IGNORECASE,
)
_EDITION = re.compile(r".*\bedition\b.*$|(?:first|second|third|final|late|early|national)\W*$", re.IGNORECASE)
_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_COVER = re.compile(
    r"^[ \t]*(?:Job Number:|Date and Time:|Client/Matter:|Do[ck]umente?s?[ \t]*\(\d+\))", re.MULTILINE
)
_COVER_ROW = re.compile(
    r"[ \t]*(?:Job Number:|Date and Time:|User Name:|Client/Matter:|Search (?:Terms|Type):|Narrowed by:"
    r"|Content Type|Do[ck]umente?s?[ \t]*\(\d+\)|\d{1,5}\. \S|About LexisNexis|\|)"
)
_LISTED = re.compile(r"[ \t]*\d{1,5}\.[ \t]+(?P<title>\S.*)$")
_LISTED_COUNT = re.compile(r"^[ \t]*Do[ck]umente?s?[ \t]*\((?P<count>\d{1,5})\)", re.MULTILINE)
_BEGINNING = 4000
_FEWEST_WORDS = 40
"""Of what stands behind the last end of a document and is more than a footer."""


@dataclass(frozen=True, slots=True)
class _Document:
    """One article: the rows above its first label, what the labels say, the rows of its text, captions."""

    above: tuple[str, ...]
    labels: Mapping[str, str]
    body: list[str]
    captions: list[str]
    counted: bool


def is_export(text: str) -> bool:
    """Whether a text is such an export: articles in a row, each with the labels of one."""
    if END.search(text):
        return bool(_SIGN.search(text))
    counted = COUNTER.search(text[:_BEGINNING])
    return bool(counted) and any(
        (label := _LABEL.match(row)) and label["label"].lower() not in _UNSURE for row in text.split("\n")
    )


def taken_apart(text: str, before: int = 0) -> PressExport:
    """Every article of the export in order, and how many documents gave none.

    `before` of its documents stand above the text.
    """
    counted = bool(COUNTER.search(text)) and not END.search(text)
    pieces = COUNTER.split(text)[1:] if counted else END.split(text)
    parts = read_parts(pieces, partial(_article_in, counted=counted), footer=_FEWEST_WORDS, before=before)
    missing = _missing(text, counted, len(parts.articles) + parts.lost + len(parts.faults))
    return PressExport(NAME, *parts[:2], missing, parts.faults)


def _article_in(piece: str, *, counted: bool) -> ExportArticle | None:
    """The article of a piece: one without a label is read if it is too long for a footer."""
    document = _document(_rows_below_cover(piece), counted)
    return _article(document) if document.labels or len(piece.split()) >= _FEWEST_WORDS else None


def _missing(text: str, counted: bool, found: int) -> int:
    """How many documents the export counts that are not in it."""
    if counted:
        numbers = {int(re.findall(r"\d+", match[0])[0]) for match in COUNTER.finditer(text)}
        return max(numbers) - min(numbers) + 1 - len(numbers)
    return max(0, listed(text) - found)


def listed(text: str) -> int:
    """How many documents the cover page of an export names; 0 where it has none."""
    named = _LISTED_COUNT.search(text[:_BEGINNING])
    return int(named["count"]) if named else 0


def _rows_below_cover(piece: str) -> list[str]:
    """The rows of a document, without the cover page that may stand before the first."""
    rows = piece.split("\n")
    if not _COVER.search(piece[:_BEGINNING]):
        return rows
    titles = [clean_line(match["title"]) for row in rows if (match := _LISTED.match(row))]
    titles += _above_client(rows)  # in a document the numbers are not part of the text
    first = next((n for n, row in enumerate(rows) if _BODY.match(row) or _is_label(row, _ABOVE)), len(rows))
    if titles:
        for number in range(first - 1, -1, -1):
            words = clean_line(rows[number])
            if words and titles[0].startswith(words) and not _LISTED.match(rows[number]):
                return rows[number:]
    last = max((n for n in range(first) if _COVER_ROW.match(rows[n])), default=-1)
    start = next((n for n in range(last + 1, first) if not rows[n].strip()), last + 1)
    return rows[start:]


def _above_client(rows: Sequence[str]) -> list[str]:
    """The title of the first document in a list: the row above what it was searched for."""
    at = next((n for n, row in enumerate(rows) if row.strip().startswith("Client/Matter:")), 0)
    return [words for row in rows[:at] if (words := clean_line(row))][-1:]


def _is_label(row: str, names: Mapping[str, str]) -> bool:
    match = _LABEL.match(row)
    return bool(match and match["label"].lower() in names)


def _document(rows: Sequence[str], counted: bool) -> _Document:
    """One article taken apart, by the rows that are labels."""
    first = next((n for n, row in enumerate(rows) if _BODY.match(row) or _stands_above(row)), None)
    if first is None:
        first = _below_heading(rows)
    start = _start(rows, first)
    end, pictures = _end(rows, start)
    above = [words for row in rows[:first] if (words := clean_line(row)) and not _NO_FACT.match(words)]
    opening = _BODY.match(rows[start - 1]) if 0 < start <= len(rows) else None
    body = ([opening["value"] or ""] if opening else []) + list(rows[start : pictures or end])
    labels = _labels((*rows[first:start], *rows[end:]))
    captions = paragraphs(rows[pictures + 1 : end]) if pictures else []
    if labels.get("graphic"):
        captions.append(labels["graphic"])
    return _Document(tuple(dict.fromkeys(above)), labels, body, captions, counted)


def _below_heading(rows: Sequence[str]) -> int:
    """Where the text of a document without labels begins: under its date or its rights, else at the top."""
    shown = [n for n, row in enumerate(rows) if row.strip()][:8]
    return next((n + 1 for n in reversed(shown) if _RIGHTS.match(rows[n].strip()) or whole_date(rows[n])), 0)


def _start(rows: Sequence[str], first: int) -> int:
    """Where the text begins: under "Body", else under the last label of those that stand above it."""
    for number in range(first, len(rows)):
        if _BODY.match(rows[number]):
            return number + 1
    number = first
    while number < len(rows) and (not rows[number].strip() or _stands_above(rows[number])):
        labelled = _stands_above(rows[number])
        number += 1
        while labelled and number < len(rows) and rows[number].strip() and not _LABEL.match(rows[number]):
            number += 1  # the value goes on until a blank row
    return number


def _stands_above(row: str) -> bool:
    return _is_label(row, _ABOVE) or _is_label(row, _SURE)


def _end(rows: Sequence[str], start: int) -> tuple[int, int | None]:
    """Where the text ends, and the row "Graphic" from which on there are only captions, if there is one.

    The labels below the text are those from which on there is nothing but labels: one that stands between
    paragraphs is a line of the text, such as the ratings of a team.
    """
    upwards = range(len(rows) - 1, start - 1, -1)
    loaded = next((n for n in upwards if _canonical(rows[n]) == "load-date"), None)
    end = len(rows) if loaded is None else loaded
    blocks = list(_blocks(rows, start, end))
    while blocks and _is_tail(rows, *blocks[-1]):
        end = blocks.pop()[0]
    for begin, behind in reversed(blocks):
        if _PICTURES.match(rows[begin]) and (loaded is not None or begin > start):
            words = sum(len(row.split()) for row in rows[begin + 1 : end])
            return (end, begin) if words <= _MOST_CAPTION_WORDS and behind <= end else (end, None)
    return end, None


def _blocks(rows: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """First row and end of each run of rows without a blank one."""
    begin = None
    for number in range(start, end):
        if rows[number].strip():
            begin = number if begin is None else begin
        elif begin is not None:
            yield begin, number
            begin = None
    if begin is not None:
        yield begin, end


def _is_tail(rows: Sequence[str], begin: int, end: int) -> bool:
    """Whether a block is of the labels below the text: by all of its rows, but those that carry one on."""
    row = rows[begin].strip()
    if _CLASSIFIED.match(row) or _RIGHTS.match(row) or _NO_FACT.match(row):
        return end - begin <= _MOST_RIGHTS
    label = _LABEL.match(row)
    if not label:
        return False
    name = label["label"].lower()
    if name in _UNSURE:
        return bool(_INDEX_TERMS.search(clean_line(" ".join((label["value"], *rows[begin + 1 : end])))))
    return name in _SURE


def _canonical(row: str) -> str:
    match = _LABEL.match(row)
    name = match["label"].lower() if match else ""
    return _ABOVE.get(name) or _SURE.get(name) or name


def _labels(rows: Sequence[str]) -> dict[str, str]:
    """The value of each label, its further rows with it."""
    found: dict[str, str] = {}
    label = ""
    for row in rows:
        match = _LABEL.match(row)
        if match:
            label = _canonical(row)
            found.setdefault(label, clean_line(match["value"]))
        elif not row.strip():
            label = ""
        elif label:
            found[label] = f"{found[label]} {clean_line(row)}".strip()
    return found


def _article(document: _Document) -> ExportArticle | None:
    body = paragraphs(document.body)
    if not body:
        return None
    rows = [row for row in document.above if not _RIGHTS.match(row)]
    at = _date_row(document.above, rows)
    dated = whole_date(rows[at]) if at is not None else None
    before, after = (rows[:at], rows[at + 1 :]) if at is not None else (rows, [])
    after = [row for row in after if not _EDITION.match(row)]
    older = bool(after) and (document.counted or len(before) == 1)
    if older or (document.counted and at is None):  # the headline stands under the date
        headline, paper = after or before[1:], before[:1]
    else:
        headline, paper = before[:-1], before[-1:]
    labels = document.labels
    stated = Facts(
        headline=labels.get("headline"),
        standfirst=labels.get("highlight"),
        byline=_without_by(labels.get("byline", "")) or None,
    ).told_by("the export")
    laid_out = Facts(
        headline=" ".join(headline) or None,
        publication=_publication(paper[0]) if paper else None,
        published=dated.day if dated else None,
    ).told_by("the lines above the text")
    loaded = date_within(labels.get("load-date", "")) if at is None else None
    late = Facts(published=loaded.day if loaded else None).told_by("the day that it was loaded", guessed=True)
    doubt = UNREAD_DATE if at is not None and dated is None else ""
    text = "\n\n".join((*body, *document.captions)) + "\n"
    facts = stated.over(laid_out).over(late)
    return ExportArticle(facts, text, dated or loaded, doubt, frozenset(document.captions))


def _date_row(above: Sequence[str], rows: Sequence[str]) -> int | None:
    """The row that says when: a headline may be a date itself, so the first row only if no other is."""
    days = [n for n, row in enumerate(rows) if whole_date(row)]
    later = [n for n in days if n > 0]
    if later:
        return later[0]
    told = [n for n, row in enumerate(rows) if n > 0 and names_a_time(row)]
    if told:
        return told[-1]
    if days:
        return days[0]
    rights = next((n for n, row in enumerate(above) if _RIGHTS.match(row)), 0)
    over_rights = above[rights - 1] if rights > 2 else ""  # headline and paper come first
    if re.search(r"\d", over_rights) and over_rights in rows:
        return list(rows).index(over_rights)
    return None


def _without_by(words: str) -> str:
    """A byline without the word at its beginning; one inside is part of it."""
    match = _BY.match(words)
    return words[match.end() :] if match else words


def _publication(row: str) -> str:
    """The title of the paper, without the edition that may follow it."""
    title, dash, edition = row.partition(" - ")
    return title if dash and _EDITION.match(edition) else row
