"""What the reader keeps of an article: star, read, tags, a note. Each is on the disk at once."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from tui.model.mark import tags_in
from tui.present.article_list_view import tag_words
from tui.present.grid import NARROW, Pane
from tui.present.text_entry import TextEntry
from tui.reader.prompt import TextPrompt, hinted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.library.ports.marks import Marks
    from tui.model.article import ArticleId
    from tui.reader.context import ReaderContext
    from tui.reader.shown_list import ShownList

HINT = "enter keeps, esc leaves it"
NOTE_HINT = f"ctrl+j new line, {HINT}"
LONGEST_NOTE = 4000
"""Letters of a note."""


class MarksController:
    """Writes on the margin."""

    def __init__(
        self, context: ReaderContext, marks: Marks, articles: ShownList, lay: Callable[[], None]
    ) -> None:
        self._it, self._marks, self._list, self._lay = context, marks, articles, lay

    def _entry(self) -> ArticleId | None:
        """The article that marks are for: the chosen entry, else the open one."""
        return self._list.chosen_article() if self._it.layout.pane is Pane.LIST else self._it.desk.article

    def star(self) -> None:
        """Star the article, or take the star away."""
        article = self._entry()
        if article is not None:
            starred = not self._marks.mark(article).starred
            self._marks.set_starred(article, starred)
            self._marked(article, "starred" if starred else "star taken away")

    def unread(self) -> None:
        """Mark the article as unread, or as read."""
        article = self._entry()
        if article is not None:
            read = not self._marks.mark(article).read
            self._marks.set_read(article, read)
            self._marked(article, "marked as read" if read else "marked as unread")

    def note(self) -> None:
        """Write a note on the article, or change it; an empty one is none."""
        article = self._entry()
        if article is None:
            return
        entry = TextEntry.of(self._marks.mark(article).note, limit=LONGEST_NOTE, multiline=True)
        prompt = TextPrompt("note", entry, kept=partial(self._keep_note, article))
        prompt.hint = lambda: hinted(HINT if self._it.layout.grid.columns < NARROW else NOTE_HINT)
        self._it.modes.ask(prompt)

    def _keep_note(self, article: ArticleId, words: str) -> None:
        note = "\n".join(map(str.rstrip, words.split("\n"))).strip()
        if note != self._marks.mark(article).note:
            self._marks.set_note(article, note)
            self._marked(article, "note kept" if note else "note taken away")

    def tags(self) -> None:
        """Tag the article, with tags in use a tab away."""
        article = self._entry()
        if article is None:
            return
        words = "".join(f"{tag} " for tag in self._marks.mark(article).tags)
        prompt = TextPrompt("#", TextEntry.of(words), kept=partial(self._keep_tags, article))
        used = self._marks.tags()
        prompt.completed = lambda entry: entry.paste(entry.offered(used))
        prompt.hint = lambda: hinted(_offer(prompt.entry, used))
        self._it.modes.ask(prompt)

    def _keep_tags(self, article: ArticleId, line: str) -> None:
        tags = tags_in(line)
        if tags != self._marks.mark(article).tags:
            self._marks.set_tags(article, tags)
            self._marked(article, tag_words(tags) or "tags taken away")

    def _marked(self, article: ArticleId, words: str) -> None:
        """Show the entry and the article as they are marked now, and say so."""
        self._it.status.tell(words)
        self._list.forget(article)
        if article == self._it.desk.article:
            self._lay()


def _offer(entry: TextEntry, used: Sequence[str]) -> str:
    """What the line of tags says at its right."""
    rest = entry.offered(used)
    begun = re.split(r"[\s,#]+", entry.text[: entry.cursor])[-1] if rest else ""
    return f"tab completes {begun}{rest}" if rest else HINT
