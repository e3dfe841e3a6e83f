"""What is said of an article in a language that is not read."""

from __future__ import annotations

from tui.model.language import ENGLISH, language_name, language_of


def foreign_words(text: str) -> str:
    """That a text is not in English, and what follows from it; "" where it is."""
    code = language_of(text)
    return "" if code == ENGLISH else f"In {language_name(code)}: nobody is named as a speaker"
