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
    StyledLine,
    StyledRun,
    TextStyle,
    fit_line,
    justify,
)
from tui.present.text_width import wrap

HIGH = 5
"""Rows of the strip: a line, the head, and three of words."""


class TutorialStep(NamedTuple):
    """One step: its name, and what to do. `{action}` in the words stands for the key of that action."""

    name: str
    words: str


TUTORIAL_STEPS = (
    TutorialStep(
        "open another article",
        "{list} goes to the list, {down} and {up} move in it, {open} opens what is chosen.",
    ),
    TutorialStep(
        "go from quotation to quotation",
        "{next_quotation} goes to the next, {previous_quotation} to the one before. "
        "The initials in the margin are the speaker’s.",
    ),
    TutorialStep(
        "ask who said it, and why",
        "{evidence} shows the words that give the quotation to its speaker, and how sure that is. "
        "{close} lets it go.",
    ),
    TutorialStep(
        "find what you half remember",
        "{search} opens the search. Type osbrone door, misspelt as it is; {open} goes to the very sentence.",
    ),
    TutorialStep(
        "follow a thread, and come back",
        "{related} goes to the related articles, and {open} follows the one you choose. "
        "{back} brings you back.",
    ),
    TutorialStep(
        "read the dossier of a speaker",
        "{dossier} on a quotation tells all that its speaker said, and who speaks of them. "
        "{close} closes it.",
    ),
    TutorialStep(
        "keep an article",
        "{star} gives the article a star; the star stays when the file is renamed.",
    ),
)
END = TutorialStep(
    "that was all",
    "{help} shows every key and does what you choose there; {quit} leaves. "
    "cuttings FOLDER opens your own articles.",
)


def tutorial_lines(done: int, keys: Sequence[Key], width: int, glyphs: Glyphs) -> tuple[StyledLine, ...]:
    """The strip when so many steps are done."""
    step = TUTORIAL_STEPS[done] if done < len(TUTORIAL_STEPS) else END
    marks: StyledLine = (
        (glyphs.end * done, ACCENT),
        (glyphs.dot * (len(TUTORIAL_STEPS) - done), MUTED),
        (" ", TEXT),
    )
    head = f"STEP {done + 1} OF {len(TUTORIAL_STEPS)}" if done < len(TUTORIAL_STEPS) else "DONE"
    left: StyledLine = ((f" {head}", ACCENT_BOLD), (f"  {step.name}", HEADLINE))
    if done and width > len(head) + len(step.name) + len(TUTORIAL_STEPS) + 24:
        marks = (
            ((f"done: {TUTORIAL_STEPS[done - 1].name}  ", META), *marks)
            if done < len(TUTORIAL_STEPS)
            else marks
        )
    plain, inks = _spoken(step.words, keys)
    rows: list[StyledLine] = []
    for start, end in wrap(plain, 0, len(plain), max(8, width - 2), max(8, width - 2)):
        rows.append(((" ", TEXT), *_runs(plain, inks, start, end)))
    line: StyledLine = ((glyphs.panel * width, ACCENT),)
    return tuple(fit_line(row, width) for row in (line, justify(left, marks, width), *rows[: HIGH - 2]))


def _spoken(words: str, keys: Sequence[Key]) -> tuple[str, list[TextStyle]]:
    """The words with keys in the place of actions, and the ink of each letter."""
    plain, inks = "", []
    for part in re.split(r"(\{\w+\})", words):
        action = part[1:-1] if part.startswith("{") else ""
        shown = (first_key(keys, action) or f"({action})") if action else part
        plain += shown
        inks += [HEADLINE if action else TEXT] * len(shown)
    return plain, inks


def _runs(plain: str, inks: Sequence[TextStyle], start: int, end: int) -> list[StyledRun]:
    """A stretch of the words as runs of one ink each."""
    groups = groupby(range(start, end), key=lambda at: inks[at])
    return [("".join(plain[at] for at in group), ink) for ink, group in groups]
