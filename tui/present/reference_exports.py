"""Citations for programs that keep references: BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

from tui.model.provenance import Fact
from tui.present.byline_parser import Reporter
from tui.present.citation_styles import CitedSource

KEY = 8
"""Digits of the article's id in the key of an entry: they keep it apart from every other one."""
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def citation_key(of: CitedSource) -> str:
    """First reporter or publication, year and id, in plain letters: `smith2015-003d88b1`."""
    name = of.by[0].family if of.by else of.article.publication or "cutting"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    letters = "".join(letter for letter in plain.lower() if letter.isalnum()) or "cutting"
    return f"{letters}{of.article.published.year if of.article.published else 'nd'}-{of.article.id[:KEY]}"


def escape_tex(words: str) -> str:
    """Words that TeX prints as they are."""
    return "".join(_TEX.get(letter, letter) for letter in " ".join(words.split()))


def bibtex(of: CitedSource, number: str = "") -> str:
    """An entry whose note is the quotation; bodies and titles stand in braces, so that they stay whole.

    `number` follows the key where an article has several.
    """
    day = of.article.published
    sure = day and Fact.DATE not in of.article.guessed
    said = f"“{of.words}” ({of.speaker}{f', {of.role}' if of.role else ''}, para. {of.paragraph})"
    fields = {
        "author": " and ".join(_tex_name(of, one) for one in of.by),
        "title": f"{{{escape_tex(of.title)}}}",
        "journal": escape_tex(of.publication if of.article.publication else ""),
        "year": of.year if sure else of.day("%-d %B %Y"),
        "month": f"{day:%b}".lower() if sure else "",
        "day": str(day.day) if day and sure else "",
        "url": escape_tex_url(of.article.url or ""),
        "note": escape_tex(said),
    }
    # a month is the name of one, not words: it stands without braces
    rows = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'}"
        for name, value in fields.items()
        if value
    ]
    return f"@article{{{citation_key(of)}{number},\n" + ",\n".join(rows) + "\n}"


def escape_tex_url(url: str) -> str:
    """An address, which programs print as it is: only what would end the field is written otherwise."""
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def _tex_name(of: CitedSource, one: Reporter) -> str:
    if Fact.AUTHOR in of.article.guessed:
        return f"{{{escape_tex(of.reporter(one.name))}}}"
    return (
        f"{escape_tex(one.family)}, {escape_tex(one.given)}" if one.given else f"{{{escape_tex(one.family)}}}"
    )


def csl_json(of: CitedSource) -> str:
    """A list of one item, as Zotero, pandoc and others read it; what is not known has no field."""
    item: dict[str, Any] = {
        "id": citation_key(of),
        "type": "article-newspaper",
        "title": of.title,
        "container-title": of.publication if of.article.publication else None,
        "author": [_csl_name(of, one) for one in of.by],
        "issued": _csl_day(of),
        "URL": of.article.url,
        "note": f"{of.speaker}{f', {of.role}' if of.role else ''}, para. {of.paragraph}: “{of.words}”",
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2)


def _csl_day(of: CitedSource) -> dict[str, Any] | None:
    """The day; one that is guessed as words, for numbers would be taken for certain."""
    day = of.article.published
    if day and Fact.DATE in of.article.guessed:
        return {"literal": of.day("%-d %B %Y")}
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


def _csl_name(of: CitedSource, one: Reporter) -> dict[str, str]:
    if Fact.AUTHOR in of.article.guessed:
        return {"literal": of.reporter(one.name)}
    return {"family": one.family, "given": one.given} if one.given else {"literal": one.family}
