"""An article as Markdown with front matter: what `cuttings add` writes, and what the reader reads back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.library.formats.paragraph_kinds import paragraph_kind
from tui.model.article import Article, ParagraphKind
from tui.model.printed_words import as_read

_STATED = (ParagraphKind.HEADLINE, ParagraphKind.STANDFIRST, ParagraphKind.BYLINE)
"""Paragraphs whose words are facts: they go above the text."""
_MARKUP = re.compile(r"[\\`*_\[\]<>|~]|!(?=\[)")
_OPENS_BLOCK = re.compile(r"(?P<number>\d{1,3})(?P<dot>[.)])(?=[ \t]|$)|(?P<sign>[#+>.-])")
_LONGEST_CAPTION = 400
GUESSED = "guessed"
"""The field that names the facts which the source did not state."""


def markdown(article: Article, *, original: str = "") -> str:
    """The file. Facts that were guessed are named as such, so that nobody takes them for stated ones.

    `original` is the name of the file that the article comes from.
    """
    text = "\n\n".join(_paragraphs(article))
    return f"---\n{''.join(_fields(article, original))}---\n\n{text}\n"


def _fields(article: Article, original: str) -> Iterator[str]:
    stated = {
        "title": article.headline,
        "publication": article.publication,
        "author": article.byline,
        "published": article.published and article.published.isoformat(),
        "url": article.url,
        "standfirst": article.standfirst,
        "original": original or None,
    }
    for name, value in stated.items():
        if value:
            yield f"{name}: {value if name == 'published' else _quoted(value)}\n"
    guessed = [finding.fact.value for finding in article.provenance if finding.guessed]
    if guessed:
        yield f"{GUESSED}: [{', '.join(guessed)}]\n"


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _paragraphs(article: Article) -> Iterator[str]:
    for paragraph in article.paragraphs:
        words = as_read(paragraph.span.of(article.text))
        if paragraph.kind in _STATED:
            continue
        if paragraph.kind is ParagraphKind.CAPTION and _needs_mark(words):
            yield f"![{_escaped(words)}]()"
        else:
            yield _escaped(words)


def _needs_mark(words: str) -> bool:
    """Whether the words alone do not show that they are a caption."""
    fits = len(words) <= _LONGEST_CAPTION // 2 and not any(sign in words for sign in "[]")
    return fits and paragraph_kind(words) is not ParagraphKind.CAPTION


def _escaped(words: str) -> str:
    """One paragraph on one line, with nothing in it that Markdown reads as more than a letter."""
    line = _MARKUP.sub(lambda match: f"\\{match.group()}", " ".join(words.split()))
    opening = _OPENS_BLOCK.match(line)
    if not opening:
        return line
    at = opening.start("sign") if opening["sign"] else opening.start("dot")
    return f"{line[:at]}\\{line[at:]}"
