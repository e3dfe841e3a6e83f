"""The tutor's strip: which step, what to do in the reader's own keys, and how many are done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from tui.keymap import Key, first_key
from tui.present.glyphs import Glyphs
from tui.present.styles import (
    ACCENT,
    ACCENT_BOLD,
    HEADLINE,
    META,
    MUTED,
    TEXT,
    Ink,
    Line,
    Run,
    fitted,
    spread,
)
from tui.present.text_width import wrap

HIGH = 5
"""Rows of the strip: a line, the head, and three of words."""


class Step(NamedTuple):
    """One step: its name, and what to do. `{action}` in the words stands for the key of that action."""

    name: str
    words: str


STEPS = (
    Step(
        "open another article",
        "{list} goes to the list, {down} and {up} move in it, {open} opens what is chosen.",
    ),
    Step(
        "go from quotation to quotation",
        "{next_quotation} goes to the next, {previous_quotation} to the one before. "
        "The initials in the margin are the speaker’s.",
    ),
    Step(
        "ask who said it, and why",
        "{evidence} shows the words that give the quotation to its speaker, and how sure that is. "
        "{close} lets it go.",
    ),
    Step(
        "find what you half remember",
        "{search} opens the search. Type osbrone door, misspelt as it is; {open} goes to the very sentence.",
    ),
    Step(
        "follow a thread, and come back",
        "{related} goes to the related articles, and {open} follows the one you choose. "
        "{back} brings you back.",
    ),
    Step(
        "read the dossier of a speaker",
        "{dossier} on a quotation tells all that its speaker said, and who speaks of them. "
        "{close} closes it.",
    ),
    Step(
        "keep an article",
        "{star} gives the article a star; the star stays when the file is renamed.",
    ),
)
END = Step(
    "that was all",
    "{help} shows every key and does what you choose there; {quit} leaves. "
    "cuttings FOLDER opens your own articles.",
)


def lesson(done: int, keys: Sequence[Key], width: int, glyphs: Glyphs) -> tuple[Line, ...]:
    """The strip when so many steps are done."""
    step = STEPS[done] if done < len(STEPS) else END
    marks: Line = ((glyphs.end * done, ACCENT), (glyphs.dot * (len(STEPS) - done), MUTED), (" ", TEXT))
    head = f"STEP {done + 1} OF {len(STEPS)}" if done < len(STEPS) else "DONE"
    left: Line = ((f" {head}", ACCENT_BOLD), (f"  {step.name}", HEADLINE))
    if done and width > len(head) + len(step.name) + len(STEPS) + 24:
        marks = ((f"done: {STEPS[done - 1].name}  ", META), *marks) if done < len(STEPS) else marks
    plain, inks = _spoken(step.words, keys)
    rows: list[Line] = []
    for start, end in wrap(plain, 0, len(plain), max(8, width - 2), max(8, width - 2)):
        rows.append(((" ", TEXT), *_runs(plain, inks, start, end)))
    line: Line = ((glyphs.panel * width, ACCENT),)
    return tuple(fitted(row, width) for row in (line, spread(left, marks, width), *rows[: HIGH - 2]))


def _spoken(words: str, keys: Sequence[Key]) -> tuple[str, list[Ink]]:
    """The words with keys in the place of actions, and the ink of each letter."""
    plain, inks = "", []
    for part in re.split(r"(\{\w+\})", words):
        action = part[1:-1] if part.startswith("{") else ""
        shown = (first_key(keys, action) or f"({action})") if action else part
        plain += shown
        inks += [HEADLINE if action else TEXT] * len(shown)
    return plain, inks


def _runs(plain: str, inks: Sequence[Ink], start: int, end: int) -> list[Run]:
    """A stretch of the words as runs of one ink each."""
    groups = groupby(range(start, end), key=lambda at: inks[at])
    return [("".join(plain[at] for at in group), ink) for ink, group in groups]
