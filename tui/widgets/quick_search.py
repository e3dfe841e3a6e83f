"""Quick search: a panel that is already mounted, hangs from the masthead and answers every key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.message import Message

from tui.model.listing import Hits, QuotationHit, Scope, SpeakerHit
from tui.present.glyphs import Glyphs
from tui.present.search_panel_view import SearchHead, Suggestion, no_result_lines, search_head_lines, suggest
from tui.present.search_result_view import AnyHit, place_of, result_lines
from tui.present.styles import StyledLine
from tui.present.text_entry import TextEntry
from tui.search import parse
from tui.theme import StyleResolver
from tui.widgets.jump_message import Jump
from tui.widgets.results_panel import ResultsPanel


class SearchRequest(NamedTuple):
    """What is asked: the line as typed, how it is read, and what is looked through."""

    line: str
    exact: bool
    scope: Scope


Ask = Callable[[SearchRequest], Hits | None]
"""Answers at once, or says by None that the panel will be told."""
EMPTY = Hits((), 0, 0)
ROOMY = 16
"""Rows of the panel from which the filters have a row of their own."""


WAIT = ("open", "down", "up", "next", "page_down", "page_up", "around")
"""What waits for the answer when it is asked for before."""


class QuickSearch(ResultsPanel):
    """The field, what it asks, and the results. A key that comes before its answer waits for it."""

    class Wanted(Message):
        """Something is to be done with the chosen result or the line: "copy" or "verify"."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    class Opened(Message):
        """All that this speaker said is wanted."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, palette: StyleResolver, glyphs: Glyphs) -> None:
        super().__init__(palette, glyphs)
        self.browsing = False
        self.history: Sequence[str] = ()
        """Lines that were asked before, the latest last."""
        self.asked = SearchHead("", TextEntry(), parse(""), False, EMPTY)
        self._recalled = 0
        """How many lines back in the history the line is; 0 for one that is new."""
        self._fresh = False
        """Whether the line is still that of the last time: the first letter typed replaces it."""
        self._ask: Ask = lambda _question: EMPTY
        self._question = SearchRequest("", False, Scope.QUOTATIONS)
        self._nearer: SearchRequest | None = None
        self._nearest = EMPTY
        """What a fuzzy search finds where an exact one finds nothing."""
        self._waiting: list[str] | None = None
        """What keys asked for while there is no answer yet; None while there is."""

    def open(self, title: str, ask: Ask, field: TextEntry) -> None:
        """Show the panel, asking the line that it was left with."""
        self._ask = ask
        scope = Scope.QUOTATIONS if self.browsing else self.asked.scope
        self.asked = self.asked._replace(title=title, filters=not self.browsing, hits=EMPTY)
        self.display = True
        self._fresh = True
        self._recalled = 0
        self._look(field, self.asked.exact, scope)

    def show_again(self, chosen: int) -> None:
        self._fresh = True
        super().show_again(chosen)

    def type(self, event: events.Key) -> bool:
        """An editing key or a letter; whether it was either."""
        field = self.asked.field.key(event.key) or self._begun().key(event.key, event.character)
        if field is None:
            return False
        self._fresh = False
        if field.text != self.asked.field.text:
            self._recalled = 0
            self._look(field)
        else:
            self.asked = self.asked._replace(field=field)
            self.changed()
        return True

    def paste(self, words: str) -> None:
        """Put pasted words into the field."""
        field, self._fresh = self._begun().paste(words), False
        self._look(field)

    def _begun(self) -> TextEntry:
        """The field as new words find it."""
        return self.asked.field.emptied() if self._fresh else self.asked.field

    def _look(self, field: TextEntry, exact: bool | None = None, scope: Scope | None = None) -> None:
        """Ask the line in that way; what is found before shows until the answer is there."""
        exact = self.asked.exact if exact is None else exact
        scope = scope or self.asked.scope
        other = scope is not self.asked.scope or not self.found
        if scope is not self.asked.scope:
            self.asked = self.asked._replace(hits=EMPTY)
        self.asked = self.asked._replace(field=field, query=parse(field.text), exact=exact, scope=scope)
        self._question = question = SearchRequest(field.text, exact, scope)
        self._waiting, self._nearer, self._nearest = [], None, EMPTY
        answer = self._ask(question)
        if answer is not None:
            self.answer(question, answer)
        elif other:
            self.place()
        else:
            self.redraw_head()

    def answer(self, question: SearchRequest, hits: Hits, *, growing: bool = False) -> None:
        """What was found, with more to follow if it is `growing`; too late for any question but the last."""
        if question == self._nearer and not self.found:
            self._nearest = hits
            self.place()
        if question != self._question:
            return
        waiting, self._waiting = self._waiting, None
        before = self.found
        self.asked = self.asked._replace(hits=hits, growing=growing)
        if waiting is not None:
            self._scroll = 0
            self.choose(0)
        elif before and self.found[: len(before)] == before and self.size.height == self.most:
            self.reckon()
            self.redraw_head()
        else:
            self.choose(self.chosen)
        for action in waiting or ():
            self.act(action)
        if question.exact and not hits.unread and not self.found and self._question == question:
            self._nearer = question._replace(exact=False)
            nearest = self._ask(self._nearer)
            if nearest is not None:
                self.answer(self._nearer, nearest)

    # what is listed

    @property
    def results(self) -> tuple[QuotationHit, ...]:
        """The quotations that are listed."""
        return self.asked.hits.hits

    @property
    def found(self) -> tuple[AnyHit, ...]:
        return self.asked.hits.hits or self.asked.hits.others

    def ways(self) -> list[Suggestion]:
        """The ways out when nothing is found, best first."""
        return [] if self.found or self._waiting is not None else suggest(self.asked, self._nearest)

    def ways_out(self) -> int:
        return len(self.ways())

    def head_lines(self) -> tuple[StyledLine, ...]:
        filters, width = self.most >= ROOMY, self.size.width or 1
        return search_head_lines(self.asked, width, self.glyphs, air=self.tall, filters=filters)

    def nothing_lines(self) -> list[StyledLine]:
        if self._waiting is not None:
            return []
        rows = [(way.words, way.key) for way in self.ways()]
        lines = no_result_lines(self.asked, rows, self.chosen, self.size.width, self.glyphs)
        nearest = (self._nearest.hits or self._nearest.others)[:1]
        for one in nearest:
            lines += [(), *result_lines(one, self.size.width, self.glyphs, chosen=False)]
        return lines

    # what the keys do

    def act(self, action: str) -> bool:
        """A movement, following a result, a change of mode, a line of the history; whether it was one."""
        if action in ("exact", "scope"):
            self._change(action)
        elif action in ("copy", "verify"):
            self.post_message(self.Wanted(action))
        elif self._waiting is not None and action in WAIT:
            self._waiting.append(action)
        elif action == "up" and self._recall():
            return True
        else:
            return super().act(action)
        return True

    def _change(self, mode: str) -> None:
        """Fuzzy or exact, which whole texts never are; the next scope."""
        if self.browsing or (mode == "exact" and self.asked.scope is Scope.TEXT):
            return
        if mode == "exact":
            self._look(self.asked.field, not self.asked.exact)
        else:
            scopes = list(Scope)
            after = scopes[(scopes.index(self.asked.scope) + 1) % len(scopes)]
            self._look(self.asked.field, scope=after)

    def _recall(self) -> bool:
        """Up from the first result, on an empty line: what was asked before."""
        empty = not self.asked.field.text or self._recalled
        if self.chosen or not empty or self.browsing or self._recalled >= len(self.history):
            return False
        self._recalled += 1
        line = self.history[-self._recalled]
        self._fresh = False
        self._look(TextEntry.of(line))
        return True

    def follow(self) -> None:
        """Jump to the chosen result, or take the chosen way out."""
        if self.found:
            one = self.found[self.chosen]
            place = place_of(one)
            if isinstance(one, SpeakerHit):
                self.post_message(self.Opened(one.name))
            elif place is not None:
                self.post_message(Jump(place, self.places(), "said" if self.browsing else "found"))
            return
        out = self.ways()
        if out:
            way = out[min(self.chosen, len(out) - 1)]
            self._look(TextEntry.of(way.line), way.exact, way.scope)
