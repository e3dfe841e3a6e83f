"""What the reader keeps of an article: star, read, tags, a note. Each is on the disk at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from tui.model.article import ArticleId
from tui.model.mark import tags_in
from tui.present.article_list_view import tag_words
from tui.present.grid import NARROW, Pane
from tui.present.text_entry import TextEntry
from tui.screens.prompting import Prompt, hinted
from tui.screens.verifying import Verifying

HINT = "enter keeps, esc leaves it"
NOTE_HINT = f"ctrl+j new line, {HINT}"
LONGEST_NOTE = 4000
"""Letters of a note."""


class Keeping(Verifying):
    """A desk on which one writes on the margin."""

    def _entry(self) -> ArticleId | None:
        """The article that marks are for: the chosen entry, else the one on the desk."""
        if self.pane is Pane.LIST:
            row = self.list.row(self.list.chosen) if self.list.total else None
            return row.article if row else None
        return self.open_article()

    def do_star(self) -> None:
        article = self._entry()
        if article is not None:
            starred = not self.library.mark(article).starred
            self.library.set_starred(article, starred)
            self._marked(article, "starred" if starred else "star taken away")

    def do_unread(self) -> None:
        article = self._entry()
        if article is not None:
            read = not self.library.mark(article).read
            self.library.set_read(article, read)
            self._marked(article, "marked as read" if read else "marked as unread")

    def do_note(self) -> None:
        """Write a note on the article, or change it; an empty one is none."""
        article = self._entry()
        if article is None:
            return
        self.prompt = Prompt(
            "note",
            TextEntry.of(self.library.mark(article).note, limit=LONGEST_NOTE, multiline=True),
            partial(self._keep_note, article),
            self.draw_frame,
            hint=lambda: hinted(HINT if self.grid.columns < NARROW else NOTE_HINT),
        )

    def _keep_note(self, article: ArticleId, words: str) -> None:
        note = "\n".join(map(str.rstrip, words.split("\n"))).strip()
        if note != self.library.mark(article).note:
            self.library.set_note(article, note)
            self._marked(article, "note kept" if note else "note taken away")

    def do_tags(self) -> None:
        """Tag the article, with tags in use a tab away."""
        article = self._entry()
        if article is None:
            return
        words = "".join(f"{tag} " for tag in self.library.mark(article).tags)
        prompt = Prompt("#", TextEntry.of(words), partial(self._keep_tags, article), self.draw_frame)
        used = self.library.tags()
        prompt.completed = lambda field: field.paste(field.offered(used))
        prompt.hint = lambda: hinted(_offer(prompt.field, used))
        self.prompt = prompt

    def _keep_tags(self, article: ArticleId, line: str) -> None:
        tags = tags_in(line)
        if tags != self.library.mark(article).tags:
            self.library.set_tags(article, tags)
            self._marked(article, tag_words(tags) or "tags taken away")

    def do_find(self) -> None:
        if self.page is None:
            super().do_find()
        else:  # whichever pane the keys were in, the leaf lies over it
            self.start_find()

    def _marked(self, article: ArticleId, words: str) -> None:
        """Show the entry and the article as they are marked now, and say so."""
        self.notice = words
        number = self.listed.position(article)
        if number is not None:
            self.list.forget(number)
        if article == self.open_article():
            self.set_article()


def _offer(field: TextEntry, used: Sequence[str]) -> str:
    """What the line of tags says at its right."""
    rest = field.offered(used)
    begun = re.split(r"[\s,#]+", field.text[: field.cursor])[-1] if rest else ""
    return f"tab completes {begun}{rest}" if rest else HINT
