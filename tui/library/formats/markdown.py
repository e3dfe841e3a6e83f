"""Markdown with front matter, as note-taking programs and web clippers save articles."""

from __future__ import annotations

import re

from tui.library.core.text_cleaning import clean, clean_line
from tui.library.formats import front_matter
from tui.library.formats.article_builder import Facts, Reading, article, lines_of
from tui.library.formats.dates import date_doubts
from tui.library.formats.export_dates import unread_date
from tui.library.formats.heading_parser import is_kind
from tui.library.formats.publication_guess import publication_in
from tui.library.formats.text import NO_TEXT, ONLY_HEAD
from tui.model.article import ParagraphKind
from tui.model.problem import Problem

_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>.*?)[ \t]*#*$")
_STARTS_BLOCK = re.compile(r"(?:#{1,6}[ \t]|>|[-*+][ \t]|\d{1,3}[.)][ \t]|\||```|~~~|!\[)")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}$")
_QUOTE_MARK = re.compile(r"^(?:>[ \t]?)+")

_SHORT_ROW = 40
"""In characters: a wrapped row is longer, unless it is the last of its paragraph."""
_BROKEN_OFF = re.compile(r"[A-Z].*[\w)]$")
"""A row that begins like a line of its own and does not end like a sentence."""

_IMAGE = re.compile(r"!\[(?P<alt>[^\[\]\n]{0,400})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,400})\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,400})?\)")
_WIKILINK = re.compile(r"!?\[\[(?:[^\[\]|\n]{0,400}\|)?(?P<words>[^\[\]|\n]{1,400})\]\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,40}\]")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(?P<words>[^\n]{1,1000}?\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])(?P<words>[^\n*_]{1,1000}?)(?<=\S)\1(?![\w*_])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>~|])")
_MARKUP = re.compile(r"[\\*_\[]")
"""Without one of these there is none in a line."""
_PUT_AWAY = {sign: chr(0xFDD0 + number) for number, sign in enumerate("\\`*_{}[]()#+-.!<>~|")}
"""What stands for an escaped sign while markup is taken out: no characters, which no clean text holds."""
_PUT_BACK = str.maketrans({character: sign for sign, character in _PUT_AWAY.items()})


def read_markdown(path: str, source: str) -> Reading:
    """One article: the facts of the front matter, the body as plain paragraphs a blank line apart."""
    fields, body = front_matter.split(clean(source))
    facts, dated = front_matter.facts(fields)
    blocks = _blocks(body)
    title = _HEADING.match(blocks[0]) if blocks else None
    if title:
        words = _plain(title["words"])
        if is_kind(words):
            below = _HEADING.match(blocks[1]) if len(blocks) > 1 else None
            words = _plain(below["words"]) if below else ""
        facts = facts.over(Facts(headline=words or None).told_by("the first heading"))
        blocks = blocks[1:] if _paragraph(blocks[0]) == facts.headline else blocks
    shown = [(words, _IMAGE.fullmatch(block)) for block in blocks if (words := _paragraph(block))]
    if not shown:
        return Reading(problems=(Problem(path, ONLY_HEAD if facts.found else NO_TEXT),))
    text = "\n\n".join(words for words, _ in shown) + "\n"
    facts = facts.over(publication_in(text))
    unread = front_matter.unread_date(fields)
    doubts = (*date_doubts(path, dated), *unread_date(path, "front matter", unread))
    captions = {number: ParagraphKind.CAPTION for number, (_, image) in enumerate(shown) if image}
    return Reading((article(path, text, facts, lines_of(text), captions),), doubts)


def _blocks(body: str) -> list[str]:
    """The source of each paragraph, heading, list item or quoted paragraph as one line."""
    found: list[str] = []
    going_on = False
    above = ""
    for row in body.split("\n"):
        words = _QUOTE_MARK.sub("", row.strip(), count=1).strip()
        if not words or _RULE.match(words) or words.startswith(("```", "~~~")):
            going_on = False
        elif going_on and not _STARTS_BLOCK.match(words) and not _stands_apart(above, words):
            found[-1] += " " + _unbroken(words)
        else:
            found.append(_unbroken(words))
            going_on = not _HEADING.match(words)
        above = words
    return found


def _unbroken(words: str) -> str:
    """A row without the backslash that breaks it; an escaped backslash is none."""
    backslashes = len(words) - len(words.rstrip("\\"))
    return words[:-1] if backslashes % 2 else words


def _stands_apart(above: str, words: str) -> bool:
    """Whether a row is a line of its own under a short one, as an address is under a letter's signature."""
    return len(above) < _SHORT_ROW and bool(_BROKEN_OFF.match(above)) and words[:1].isupper()


def _paragraph(block: str) -> str:
    heading = _HEADING.match(block)
    return _plain(heading["words"] if heading else block)


def _plain(words: str) -> str:
    """The words, clean ones, without their markup, on one line."""
    if not _MARKUP.search(words):
        return " ".join(words.split())
    words = _ESCAPED.sub(lambda match: _PUT_AWAY[match[1]], words)
    words = _IMAGE.sub(r"\g<alt>", words)
    words = _LINK.sub(r"\g<words>", words)
    words = _WIKILINK.sub(r"\g<words>", words)
    words = _FOOTNOTE.sub("", words)
    words = _STRONG.sub(r"\g<words>", words)
    words = _EMPHASIS.sub(r"\g<words>", words)
    return clean_line(words.translate(_PUT_BACK))
