"""The one cleaner at the door: no text from outside reaches a terminal unless it has passed here.

Terminal toolkits pass control characters on as they are, so an article could move the cursor, set the
clipboard or turn the reading order round. Every such character is replaced by exactly one harmless
character: after the newlines are normalised the length never changes, so offsets stay true to the file.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from tui.model.printed_words import UNSEEN, as_read

REPLACED = "\ufffd"

DEEPEST_STACK = 4
"""Combining marks that may follow one another; the Unicode stream-safe format allows more (30), but no
living script needs more than this on a terminal's single row."""

_ASCII_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_WINDOWS = {
    code: character
    for code in (0x80, *range(0x82, 0x8D), 0x8E, *range(0x91, 0x9D), 0x9E, 0x9F)
    if (character := bytes([code]).decode("cp1252"))
}
"""What the C1 controls are in the Windows code page. No text means them as controls: text was taken for
Latin-1 that never was. The four that the code page leaves free, among them OSC and DCS, stay harmful."""
_WINDOWS_MARK = re.compile("[\x91-\x97]")
_UNSEEN_RANGES = (
    "\u061c\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_TURNING_RANGES = "\u202a-\u202e\u2066-\u2069"
_LAST_OF_PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_NOT_CHARACTERS = f"\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}"

_UNSEEN = re.compile(f"[{_UNSEEN_RANGES}]")
_HARMFUL = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{_UNSEEN_RANGES}{_TURNING_RANGES}{_NOT_CHARACTERS}]"
)
# Marks are neither letters nor blanks; a soft hyphen among them has no width and does not end a stack.
_MAY_BE_STACK = re.compile(rf"[^\w\s\x00-\xac\xae-\u02ff]{{{DEEPEST_STACK + 1},}}")


def clean(text: str) -> str:
    r"""The text with its newlines normalised and every harmful character replaced by a harmless one.

    `\r\n` and `\r` become `\n` first; after that the length is kept. Control characters become their
    pictures (U+2400 and on); the feeds of lines and pages, NEL, LS and PS become newlines. C1 controls become
    the marks that they are in Windows-1252; bidi overrides and what is no character U+FFFD; invisible format
    characters and the marks of an overlong stack U+200B. ZWJ, ZWNJ and the soft hyphen stay. Cleaning twice
    changes nothing more.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return _ASCII_CONTROL.sub(_harmless, text)
    if "\x85" in text and _WINDOWS_MARK.search(text):
        text = text.replace("\x85", "…")  # beside other marks of that code page it is one, not NEL
    return _MAY_BE_STACK.sub(_levelled, _HARMFUL.sub(_harmless, text))


def clean_line(text: str) -> str:
    """The text as one line: cleaned, with every run of blanks and newlines as one blank, all of it seen."""
    return " ".join(as_read(" ".join(clean(text).split())).split())


def clean_name(name: str) -> str:
    """The name of a file as it may be shown: cleaned, on one line, its blanks as they are."""
    return clean(name).replace("\n", "\u240a").replace("\t", "\u2409")


def escaped(document: str) -> str:
    """A JSON document with every harmful character written as its code: it says the same as before."""
    return document if document.isascii() and "\x7f" not in document else _HARMFUL.sub(_as_code, document)


def _as_code(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))


def _harmless(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if character in "\x0b\x0c\x85\u2028\u2029":
        return "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code in _WINDOWS:
        return _WINDOWS[code]
    return UNSEEN if _UNSEEN.match(character) else REPLACED


def _levelled(match: re.Match[str]) -> str:
    """Marks cut down to the first four of a stack; what is invisible between two does not part them."""
    level = 0
    kept = []
    for character in match.group():
        category = unicodedata.category(character)
        if category in ("Mn", "Me"):
            level += 1
        elif category != "Cf":
            level = 0
        kept.append(UNSEEN if level > DEEPEST_STACK and category != "Cf" else character)
    return "".join(kept)


def shown_path(path: Path) -> str:
    """The path as it may be shown: cleaned, bytes that are no UTF-8 replaced."""
    return clean_name(str(path))
