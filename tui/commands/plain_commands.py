"""What can be typed in the plain reader: a state and a line -> the next state and what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from tui.commands import plain_text as words
from tui.library.core.text_cleaning import clean_line
from tui.library.ports.library import Library
from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.listing import Order
from tui.present.citation_styles import attributed, cited_source
from tui.present.coverage_text import with_missing
from tui.present.plain_words import count_of

PAGE = 20
"""Articles told at a time."""


class PlainSession(NamedTuple):
    """The library, which article is open, and what numbers stand for.

    `listed` are the articles of the last answer that had numbers; None is the list of the library, of
    which the first `told` have been told.
    """

    library: Library
    here: ArticleId | None = None
    listed: tuple[ArticleId, ...] | None = None
    order: Order = Order.NEWEST
    told: int = 0

    @property
    def cutting(self) -> Cutting | None:
        """The open article."""
        return self.library.cutting(self.here) if self.here else None

    def at(self, number: int) -> ArticleId | None:
        """The article that a number (from 1) stands for."""
        if number < 1:
            return None
        if self.listed is not None:
            return self.listed[number - 1] if number <= len(self.listed) else None
        rows = self.library.rows(self.order, number - 1, 1)
        return rows[0].article if rows else None


Answer = tuple[PlainSession | None, Sequence[str]]
Act = Callable[[PlainSession, str], Answer]
NOT_OPEN = "No article is open. Type list, then a number."


def first_words(library: Library) -> Iterator[str]:
    """What is said at the beginning."""
    yield words.greeting(library.name, library.counts())
    if unread := library.not_read():
        yield f"{count_of(unread, 'file', 'files')} could not be read. Type problems to hear why."


def answer(reading: PlainSession, line: str) -> Answer:
    """Do what was typed: a word of the table or its beginning, then what it is about. None is the end."""
    asked, _, about = clean_line(line).partition(" ")
    if not asked:
        return reading, []
    if asked.isdecimal():
        return _read(reading, asked)
    asked = ALSO.get(asked.lower(), asked)
    name = next((name for name in PLAIN_COMMANDS if name.startswith(asked.lower())), None)
    if name is None:
        return reading, [f"{asked} is not a word that is understood. Type help to hear which are."]
    return PLAIN_COMMANDS[name].act(reading, about.strip())


def _none(reading: PlainSession, sentence: str) -> str:
    """That nothing is there, and on how much of the files that rests."""
    return with_missing(sentence, reading.library.coverage())


def _list(reading: PlainSession, about: str) -> Answer:
    order = next((one for one in Order if about and about.lower() in one.value), None)
    if about and order is None:
        return reading, [f"The list can be: {', '.join(Order)}."]
    return _more(reading._replace(listed=None, told=0, order=order or reading.order), "")


def _more(reading: PlainSession, _about: str) -> Answer:
    rows = reading.library.rows(reading.order, reading.told, PAGE)
    if not rows:
        return reading, ["That was all."]
    lines = [words.row(number, row) for number, row in enumerate(rows, start=reading.told + 1)]
    left = reading.library.counts().articles - reading.told - len(rows)
    lines += [f"{left:,} more. Type more to hear them."] if left > 0 else []
    return reading._replace(listed=None, told=reading.told + len(rows)), lines


def _read(reading: PlainSession, about: str) -> Answer:
    if not about.isdecimal():
        return reading, ["Which one? Type read and a number of the list."]
    article = reading.at(int(about))
    return (
        _open(reading, article) if article else (reading, [f"There is no number {about} in what was listed."])
    )


def _open(reading: PlainSession, article: ArticleId) -> Answer:
    cutting = reading.library.cutting(article)
    if cutting is None:
        return reading, ["That article is no longer there."]
    reading.library.set_read(article, True)
    return reading._replace(here=article), list(words.article(cutting))


def _next(reading: PlainSession, _about: str) -> Answer:
    return _step(reading, 1)


def _previous(reading: PlainSession, _about: str) -> Answer:
    return _step(reading, -1)


def _step(reading: PlainSession, by: int) -> Answer:
    if reading.here is None:
        return _read(reading, "1")
    if reading.listed is not None:
        at = reading.listed.index(reading.here) if reading.here in reading.listed else -1
    else:
        position = reading.library.position(reading.here, reading.order)
        at = -1 if position is None else position
    article = reading.at(at + 1 + by)
    return _open(reading, article) if article else (reading, ["That was the last one."])


def _quotes(reading: PlainSession, _about: str) -> Answer:
    cutting = reading.cutting
    if cutting is None:
        return reading, [NOT_OPEN]
    return reading, list(words.quotations(cutting)) or ["Nobody is quoted here."]


def _quoted(reading: PlainSession, about: str) -> tuple[Cutting, int] | str:
    """The open article and the quotation (from 0) that a number names, or what is wrong with it."""
    cutting = reading.cutting
    if cutting is None:
        return NOT_OPEN
    if not about.isdecimal() or not 1 <= int(about) <= len(cutting.spoken):
        return "Which quotation? Type quotes to hear their numbers."
    return cutting, int(about) - 1


def _why(reading: PlainSession, about: str) -> Answer:
    found = _quoted(reading, about)
    return reading, [found] if isinstance(found, str) else list(words.why(*found))


def _cite(reading: PlainSession, about: str) -> Answer:
    found = _quoted(reading, about)
    if isinstance(found, str):
        return reading, [found]
    cutting, number = found
    return reading, attributed(cited_source(cutting, cutting.spoken[number])).splitlines()


def _who(reading: PlainSession, about: str) -> Answer:
    if about:
        found = reading.library.who(about)
        return reading, [line for one in found for line in words.known(one)] or [
            _none(reading, f"Nobody is called {about}.")
        ]
    cutting = reading.cutting
    if cutting is None:
        return reading, ["Type who and a name, or open an article first."]
    return reading, list(words.names(cutting)) or ["Nobody is named here."]


def _said(reading: PlainSession, about: str) -> Answer:
    if not about:
        return reading, ["Whose words? Type said and a name."]
    names = [known.name for known in reading.library.who(about) if known.quotations]
    found = [one for name in names for one in reading.library.said_by(name)]
    if not found:
        return reading, [_none(reading, f"Nobody called {about} is quoted.")]
    lines = [words.said(number, one) for number, one in enumerate(found, start=1)]
    return reading._replace(listed=tuple(one.article for one in found)), lines


def _find(reading: PlainSession, about: str) -> Answer:
    if not about:
        return reading, ["What? Type find and some words of what was said."]
    hits = reading.library.search(about, PAGE)
    if not hits.hits:
        return reading, [hits.trouble or _none(reading, "Nothing was found.")]
    listed = tuple(hit.said.article for hit in hits.hits)
    return reading._replace(listed=listed), list(words.hits(hits.hits))


def _related(reading: PlainSession, _about: str) -> Answer:
    if reading.here is None:
        return reading, [NOT_OPEN]
    relations = reading.library.related(reading.here)
    found = [(one, cutting.article) for one in relations if (cutting := reading.library.cutting(one.article))]
    if not found:
        return reading, [_none(reading, "No other article is close enough.")]
    return reading._replace(listed=tuple(one.article for one, _ in found)), list(words.relations(found))


def _history(reading: PlainSession, _about: str) -> Answer:
    visits = list(islice(reading.library.visits(), PAGE))
    if not visits:
        return reading, ["The reader has not been anywhere yet."]
    listed = tuple(visit.place.article for visit in visits)
    return reading._replace(listed=listed), [words.visit(n, one) for n, one in enumerate(visits, start=1)]


def _star(reading: PlainSession, _about: str) -> Answer:
    if reading.here is None:
        return reading, [NOT_OPEN]
    row = reading.library.row(reading.here)
    starred = row is None or not row.starred
    reading.library.set_starred(reading.here, starred)
    return reading, ["Starred." if starred else "The star is taken away."]


def _problems(reading: PlainSession, _about: str) -> Answer:
    told = [
        f"{one.path}: {one.words} {one.remedy}".rstrip() for one in islice(reading.library.problems(), 200)
    ]
    return reading, told or ["Every file was read without a doubt."]


def _help(reading: PlainSession, _about: str) -> Answer:
    return reading, [f"{entry.form}: {entry.words}." for entry in PLAIN_COMMANDS.values()]


def _quit(_reading: PlainSession, _about: str) -> Answer:
    return None, []


class PlainCommand(NamedTuple):
    """How a word is typed, what it does in words, and what does it."""

    form: str
    words: str
    act: Act


PLAIN_COMMANDS = {
    "list": PlainCommand("list, or list oldest", "the articles, twenty at a time", _list),
    "more": PlainCommand("more", "the next articles of the list", _more),
    "read": PlainCommand("read 3, or 3 alone", "read the article of that number", _read),
    "next": PlainCommand("next", "the next article of what was listed", _next),
    "previous": PlainCommand("previous", "the article before", _previous),
    "quotes": PlainCommand("quotes", "who said what in the open article", _quotes),
    "why": PlainCommand("why 2", "why the second quotation is given to its speaker", _why),
    "cite": PlainCommand("cite 2", "the second quotation with its source", _cite),
    "who": PlainCommand(
        "who, or who Henig", "who is named in the open article, or all that is known of somebody", _who
    ),
    "said": PlainCommand("said Henig", "everything that somebody said", _said),
    "find": PlainCommand("find door open", "a half-remembered quotation", _find),
    "related": PlainCommand("related", "the articles that belong with the open one, and why", _related),
    "history": PlainCommand("history", "where the reader has been, the latest first", _history),
    "star": PlainCommand("star", "star the open article, or take its star away", _star),
    "problems": PlainCommand("problems", "files that could not be read, and why", _problems),
    "help": PlainCommand("help", "this list; the beginning of a word will do", _help),
    "quit": PlainCommand("quit", "leave", _quit),
}
"""Every word that is understood; of two that begin alike the first is meant."""
ALSO = {
    "q": "quit",
    "h": "help",
    "exit": "quit",
    "?": "help",
    "open": "read",
    "people": "who",
    "search": "find",
}
"""What people type for a word of the table."""
