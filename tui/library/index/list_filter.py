"""Which articles a filter lets through, as a set of their keys in the index.

Every part of a filter is one question that an index answers without opening an article; the answers are
intersected. What the reader has written (tags, notes) is asked of the marks themselves.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.library.index import list_fts
from tui.library.index.database import Index
from tui.library.user.marks_store import MarksStore
from tui.model.article import ArticleId
from tui.model.listing import Filter
from tui.model.mark import Mark

Keys = set[int]
_MATCH = "SELECT rowid AS key FROM listed WHERE listed MATCH ?"


class MatchingKeys(NamedTuple):
    """What fits: the keys `inside` (None: all that there are) but for those `outside`."""

    inside: Keys | None
    outside: Keys

    def has(self) -> Callable[[int], bool]:
        """Tells whether a key fits."""
        if self.inside is None:
            outside = self.outside
            return lambda key: key not in outside
        return (self.inside - self.outside).__contains__


def matching_keys(index: Index, marks: MarksStore, only: Filter) -> MatchingKeys:
    """The articles that fit every part of the filter. Takes its time."""
    asked = _Asked(index, marks)
    inside: Keys | None = None
    for part in (_marked, _tags, _dates, _sources, _words):
        for keys in part(asked, only):
            inside = keys if inside is None else inside & keys
            if not inside:
                return MatchingKeys(inside, set())
    banned = [
        keys for words in only.without for keys in asked.said([words], list_fts.phrase_query, _has_phrase)
    ]
    if "unread" in only.flags:
        banned.append(asked.keys("SELECT key FROM article WHERE read = 1"))
    return MatchingKeys(inside, set().union(*banned))


def keys_of(index: Index, statement: str, values: Sequence[object] = ()) -> list[int]:
    """The column `key` of a question, in its order.

    As one value: rows fetched one by one take longer, and keep the thread that draws from running.
    """
    found = index.ask_aside(f"SELECT json_group_array(key) FROM ({statement})", values)
    return list(json.loads(found[0][0])) if found else []


class _Written(NamedTuple):
    """What the reader wrote about an article, in folded words."""

    article: ArticleId
    words: tuple[str, ...]


class _Asked:
    """The questions that the parts of one filter ask."""

    def __init__(self, index: Index, marks: MarksStore) -> None:
        self.index = index
        self.marks = marks
        self._written: list[_Written] | None = None

    def keys(self, statement: str, *values: object) -> Keys:
        return set(keys_of(self.index, statement, values))

    def of(self, articles: Iterable[ArticleId]) -> Keys:
        """The keys of those articles that are in this index."""
        names = json.dumps(list(articles))
        return self.keys("SELECT key FROM article WHERE id IN (SELECT value FROM json_each(?))", names)

    def match(self, expression: str) -> Keys:
        return self.keys(_MATCH, expression) if expression else set()

    def written(self) -> list[_Written]:
        """All tags and notes."""
        from tui.search.normalisation import folded_words

        if self._written is None:
            marked = {mark.article: mark for mark in (*self.marks.tagged(), *self.marks.noted())}
            self._written = [
                _Written(mark.article, tuple(folded_words(f"{' '.join(mark.tags)} {mark.note}")))
                for mark in marked.values()
            ]
        return self._written

    def said(
        self,
        wanted: Iterable[str],
        expressed: Callable[[str], str],
        has: Callable[[tuple[str, ...], list[str]], bool],
    ) -> Iterator[Keys]:
        """For each of the words the articles that have them, in print or in what the reader wrote.

        What no tag or note has is one question to the index.
        """
        from tui.search.normalisation import folded_words

        printed: list[str] = []
        for words in wanted:
            folded = folded_words(words)
            if not folded:
                continue
            ours = [one.article for one in self.written() if has(one.words, folded)]
            if ours:
                yield self.match(expressed(words)) | self.of(ours)
            else:
                printed.append(expressed(words))
        if printed:
            yield self.match(" AND ".join(printed))


def _begun(said: tuple[str, ...], wanted: list[str]) -> bool:
    return all(any(word.startswith(begun) for word in said) for begun in wanted)


def _has_phrase(said: tuple[str, ...], wanted: list[str]) -> bool:
    return f" {' '.join(wanted)} " in f" {' '.join(said)} "


def _marked(asked: _Asked, only: Filter) -> Iterator[Keys]:
    marked = {"starred": asked.marks.starred, "tagged": asked.marks.tagged, "noted": asked.marks.noted}
    for flag, those in marked.items():
        if flag in only.flags:
            yield asked.of(mark.article for mark in those())


def _tags(asked: _Asked, only: Filter) -> Iterator[Keys]:
    """A tag that is called so, else those that begin so; and words of notes."""
    from tui.search.normalisation import folded_words

    for tag in only.tags:
        tagged = asked.marks.tagged()
        yield asked.of(_named(tagged, tag) or [mark.article for mark in tagged if _any_begun(mark, tag)])
    for words in only.notes:
        wanted, noted = folded_words(words), asked.marks.noted()
        yield asked.of(mark.article for mark in noted if _begun(tuple(folded_words(mark.note)), wanted))


def _named(tagged: list[Mark], tag: str) -> list[ArticleId]:
    return [mark.article for mark in tagged if tag in mark.tags]


def _any_begun(mark: Mark, tag: str) -> bool:
    return any(own.startswith(tag) for own in mark.tags)


def _dates(asked: _Asked, only: Filter) -> Iterator[Keys]:
    """By `age`, minus the day's number, which the list is ordered by."""
    if only.after or only.before:
        youngest = -only.before.toordinal() if only.before else -(1 << 30)
        oldest = -only.after.toordinal() if only.after else -1
        yield asked.keys("SELECT key FROM article WHERE age > ? AND age <= ?", youngest, oldest)


def _sources(asked: _Asked, only: Filter) -> Iterator[Keys]:
    if only.speaker:
        yield asked.match(list_fts.prefix_query(only.speaker, "speakers : "))
    if only.publication:
        yield asked.match(list_fts.prefix_query(only.publication, "publication : "))


def _words(asked: _Asked, only: Filter) -> Iterator[Keys]:
    yield from asked.said(only.words, list_fts.prefix_query, _begun)
    yield from asked.said(only.phrases, list_fts.phrase_query, _has_phrase)
