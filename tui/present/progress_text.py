"""How far work behind the reader's back is, in words."""

from __future__ import annotations

SURE_AFTER = 3.0
"""Seconds of work after which the time left is told: before, it is a guess."""
FEW, SOON = 16, 1.0
"""Files, and seconds, of which nothing need be said."""
MINUTE, HOUR = 60, 3600
LINKING = "linking names and articles"
"""What is done when all files are read: who is who, what is related."""


def progress_words(done: int, to_do: int, seconds: float, dot: str, articles: int) -> str:
    """What the masthead says after so many seconds: "indexing 3,204 of 100,000 · 6 min left", or "".

    Of few files, which may hold many articles each, it says how many articles there are so far.
    """
    if to_do <= FEW and seconds < SOON:
        return ""
    if done >= to_do:
        return LINKING
    if to_do <= FEW:
        return f"indexing {dot} {article_count(articles)} so far"
    words = f"indexing {done:,} of {to_do:,}"
    if not done or seconds < SURE_AFTER:
        return words
    return f"{words} {dot} {time_left((to_do - done) * seconds / done)}"


def article_count(number: int) -> str:
    """So many articles, in words."""
    return "1 article" if number == 1 else f"{number:,} articles"


def change_words(more: int) -> str:
    """What has become of the library, that has so many articles more than before (or fewer), or ""."""
    number = article_count(abs(more))
    return f"{number} new here" if more > 0 else f"{number} fewer" if more else ""


def time_left(seconds: float) -> str:
    """A time in words, no more exact than one wants to know it."""
    if seconds < MINUTE:
        return "less than a minute left"
    minutes = round(seconds / MINUTE)
    if minutes < HOUR // MINUTE:
        return f"{minutes} min left"
    hours, minutes = divmod(minutes, HOUR // MINUTE)
    return f"{hours} h {minutes} min left" if minutes else f"{hours} h left"
