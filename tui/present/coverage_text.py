"""What is missing where answers rest on a part of the files, in words."""

from __future__ import annotations

from tui.model.coverage import Coverage


def missing(coverage: Coverage) -> str:
    """What is not done yet, a part of a sentence; "" if nothing is missing."""
    if coverage.complete:
        return ""
    if coverage.unread is None:
        return "not all files are read yet"
    if coverage.unread:
        return (
            "1 file is not read yet"
            if coverage.unread == 1
            else f"{coverage.unread:,} files are not read yet"
        )
    return "names and articles are not linked yet"


def with_missing(sentence: str, coverage: Coverage) -> str:
    """A sentence (its full stop may be left out) that says nothing is there, and on what that rests."""
    if coverage.complete:
        return sentence
    stop = "." * sentence.endswith(".")
    return f"{sentence.removesuffix('.')} so far: {missing(coverage)}{stop}"


def told(coverage: Coverage) -> str:
    """The same as a sentence, with the program that is at it; "" if nothing is missing."""
    words = missing(coverage)
    if not words:
        return ""
    other = f" Another program is bringing the index up to date {coverage.holder}".rstrip() + "."
    return f"{words[0].upper()}{words[1:]}.{other if coverage.holder else ''}"
