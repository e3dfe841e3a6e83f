"""A one-line field to type in: an immutable value with the few edits that people's fingers know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.present.styles import HEADLINE, TEXT, Ink, Line, Role, Run
from tui.present.text_width import columns, drawn

LONGEST = 300
"""Characters a query may have: a pasted page is cut there."""


class Field(NamedTuple):
    """What was typed and where the caret stands (a code point of `words`)."""

    words: str = ""
    caret: int = 0

    def typed(self, letters: str, longest: int = LONGEST) -> Field:
        """The letters put in at the caret: line breaks as blanks, what cannot be printed left out."""
        clean = "".join(c for c in " ".join(letters.split("\n")) if c.isprintable())
        clean = clean[: max(0, longest - len(self.words))]
        words = self.words[: self.caret] + clean + self.words[self.caret :]
        return Field(words, self.caret + len(clean))

    def edited(self, key: str) -> Field | None:
        """The field after an editing key (as Textual names it), or None if the key edits nothing."""
        words, caret = self.words, self.caret
        word = len(words[:caret].rstrip()[: words[:caret].rstrip().rfind(" ") + 1])
        after = {
            "backspace": (words[: max(0, caret - 1)] + words[caret:], max(0, caret - 1)),
            "ctrl+h": (words[: max(0, caret - 1)] + words[caret:], max(0, caret - 1)),
            "delete": (words[:caret] + words[caret + 1 :], caret),
            "left": (words, max(0, caret - 1)),
            "right": (words, min(len(words), caret + 1)),
            "home": (words, 0),
            "ctrl+a": (words, 0),
            "end": (words, len(words)),
            "ctrl+e": (words, len(words)),
            "ctrl+u": (words[caret:], 0),
            "ctrl+k": (words[:caret], caret),
            "ctrl+w": (words[:word] + words[caret:], word),
        }.get(key)
        return Field(*after) if after else None

    def offered(self, known: Sequence[str]) -> str:
        """How the word that ends at the caret goes on in the first of `known` that begins so, or ""."""
        *written, begun = re.split(r"[\s,#]+", self.words[: self.caret].casefold()) or [""]
        longer = (word for word in known if begun and word.startswith(begun) and word != begun)
        return next((word[len(begun) :] for word in longer if word not in written), "")

    def line(self, room: int) -> Line:
        """The field in `room` columns, the caret as a block; a long line shows the part round the caret."""
        start = 0
        while columns(self.words[start : self.caret]) >= max(1, room):
            start += 1
        before, at = drawn(self.words[start : self.caret]), self.words[self.caret : self.caret + 1]
        runs: list[Run] = [(before, HEADLINE), (at or " ", Ink(Role.TEXT, reverse=True))]
        runs.append((drawn(self.words[self.caret + 1 :]), HEADLINE))
        return tuple(run for run in runs if run[0]) or ((" ", TEXT),)
