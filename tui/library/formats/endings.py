"""Which files are looked for in a folder: the ends of their names, each with its format."""

from __future__ import annotations

from collections.abc import Mapping

FORMATS: Mapping[str, str] = {
    **dict.fromkeys(("", ".txt", ".text"), "text"),
    **dict.fromkeys((".md", ".markdown", ".mdown"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    ".eml": "message",
    ".mbox": "box",
}
"""Ending, with its dot and in small letters (or ""), -> format."""

WORDS: Mapping[str, str] = {
    "text": "plain text",
    "markdown": "Markdown",
    "html": "a web page",
    "message": "a message",
    "box": "a box of messages",
}
"""What each format is called on a screen."""
