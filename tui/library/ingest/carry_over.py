"""What articles of edited and renamed files pass on to those that take their places: marks, corrections.

All of it is copied, nothing is moved: when the edit is undone, the article of before has its own again.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from tui.extract.corrected import SpeakerCorrection, place_of
from tui.library.core.atomic_write import replace_file
from tui.library.core.locks import folder_lock
from tui.library.core.sqlite_errors import DAMAGING
from tui.library.index.cutting_codec import DAMAGE, unpack
from tui.library.index.database import Index
from tui.library.ingest.analysis import FileRecord
from tui.library.ingest.walk import PendingFile
from tui.library.user.corrections_file import file_beside
from tui.library.user.corrections_toml import Correction, CorrectionsDocument, load_corrections
from tui.library.user.marks_json import merge_marks
from tui.library.user.marks_store import MarksStore
from tui.library.user.user_data import correction_key
from tui.model.article import Article, ArticleId
from tui.model.article_identity import agreement, former_id, wording
from tui.model.cutting import Cutting
from tui.model.mark import Mark

ALIKE = 0.6
"""Share of the words that two versions of one story have in common at least, …"""
ALIKE_UNDER_ONE_HEADLINE = 0.3
"""… and two that have one headline: “Letters” stands above many stories."""
MOST_PAIRS = 20_000
"""Pairs of one file that are compared by their words; of more, only those with one headline are."""
_WORD = re.compile(r"\w+")

Batch = Sequence[tuple[PendingFile, FileRecord]]
Heir = tuple[Article, Cutting]
"""The article that is gone, and the one that takes its place."""


class Succession:
    """Gives what is the reader's own to new versions in the course of one update.

    What goes on in its own file has it at once; what is left of a file when it has gone, or holds something
    else, goes on in what has come elsewhere: a file can be renamed and edited in one step. Not within a
    change of the index: whoever changes the corrections waits for the index, too.
    """

    def __init__(self, index: Index, marks: MarksStore) -> None:
        self._index, self._marks = index, marks
        self._left: dict[ArticleId, Article] = {}
        self._come: dict[ArticleId, None] = {}

    def pass_on(self, batch: Batch) -> None:
        """Pass on within the files of a batch, before the index forgets what they held."""
        own = _Own(self._marks)
        come = {one.article.id: None for _, record in batch for one in record.articles}
        heirs = []
        for gone, new in _changed_articles(self._index, batch, own):
            pairs = [*successors(gone, [one.article for one in new])]
            heirs += [(gone[old], new[at]) for old, at in pairs]
            continued = {old for old, _ in pairs}
            self._left |= {one.id: one for number, one in enumerate(gone) if number not in continued}
        for _, heir in heirs:
            come.pop(heir.article.id, None)
        self._come |= {article: None for article in come if not _key(self._index, article)}
        own.give(heirs)

    def finish(self, gone: Sequence[int]) -> None:
        """Pass on from files that are gone, and from what was left over, before the index forgets them."""
        own = _Own(self._marks)
        left = {name: one for name, one in self._left.items() if _key(self._index, name) is None}
        parts = [part for file in gone for part in _parts(self._index, file)] if self._come else []
        for file in parts:
            keys = [
                key for key in _held(self._index, file, own).values() if _only_in(self._index, key, parts)
            ]
            left |= {cutting.article.id: cutting.article for cutting in _opened(self._index, keys)}
        if left and self._come:
            new = [*_opened(self._index, _likely(self._index, self._come, left.values()))]
            pairs = successors([*left.values()], [one.article for one in new], elsewhere=True)
            own.give([([*left.values()][old], new[at]) for old, at in pairs])


class _Own:
    """What the reader has written about articles, as it is now."""

    def __init__(self, marks: MarksStore) -> None:
        self._store, self._file = marks, file_beside(marks.path)
        self._marks = {mark.article: mark for mark in marks.all()}
        written = load_corrections(self._file).entries
        self._corrected = {entry.correction.article for entry in written if entry.correction is not None}

    def is_of(self, article: ArticleId, former: ArticleId) -> bool:
        """Whether there is anything about the article."""
        return article in self._marks or not self._corrected.isdisjoint((article, former))

    def give(self, heirs: Sequence[Heir]) -> None:
        """Write it about the heirs, too."""
        marked = [(self._marks[old.id], new) for old, new in heirs if old.id in self._marks]
        _pass_marks(self._store, [mark._replace(article=new.article.id) for mark, new in marked])
        corrected = [(old, new) for old, new in heirs if self.is_of(old.id, former_id(old))]
        _pass_corrections(self._file, corrected)


def successors(
    gone: Sequence[Article], new: Sequence[Article], *, elsewhere: bool = False
) -> Iterator[tuple[int, int]]:
    """Which of the gone (by number) goes on in which of the new: each at most once, the most alike first.

    Of those that are as much alike, the ones that agree in their facts. What lies `elsewhere` than in the
    file of the gone one needs more than a headline in common, and is not another paper's of another day.
    """
    few = len(gone) * len(new) <= MOST_PAIRS
    words_of_new = [_words(article) for article in new]
    likely = []
    for old, article in enumerate(gone):
        words = _words(article)
        for at, other in enumerate(new):
            one_headline = article.headline is not None and article.headline == other.headline
            if elsewhere and _printed_apart(article, other):
                continue
            if few or one_headline or article.text == other.text:
                share = _shared(words, words_of_new[at])
                if share >= (ALIKE_UNDER_ONE_HEADLINE if one_headline and not elsewhere else ALIKE):
                    likely.append((-share, -agreement(article, other), old, at))
    done_old: set[int] = set()
    done_new: set[int] = set()
    for _, _, old, at in sorted(likely):
        if old not in done_old and at not in done_new:
            done_old.add(old)
            done_new.add(at)
            yield old, at


def _printed_apart(one: Article, other: Article) -> bool:
    """Whether two papers printed them on two days: copies of one text, and no versions of one article."""
    papers, days = (one.publication, other.publication), (one.published, other.published)
    return all((*papers, *days)) and papers[0] != papers[1] and days[0] != days[1]


def _words(article: Article) -> Counter[str]:
    return Counter(_WORD.findall(article.text.casefold()))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)


def _changed_articles(index: Index, batch: Batch, own: _Own) -> Iterator[tuple[list[Article], list[Cutting]]]:
    """By changed file: articles that are nowhere any more and have something to pass on, and the new ones."""
    changed = _changed(index, batch)
    now = {file: _now(index, record) for file, record in changed.items()}
    staying = {article for cuttings in now.values() for article in cuttings}
    for file, cuttings in now.items():
        held, of_reader = _held(index, file), _held(index, file, own)
        keys = [k for a, k in of_reader.items() if a not in staying and _only_in(index, k, now)]
        if keys:
            gone = [cutting.article for cutting in _opened(index, keys)]
            yield gone, [cutting for article, cutting in cuttings.items() if article not in held]


def _likely(index: Index, come: Iterable[ArticleId], left: Collection[Article]) -> list[int]:
    """The keys of what has come; where that is much, of those with a text or a headline that is left over."""
    names = list(come)
    asked = "SELECT a.key, a.wording, a.title FROM json_each(?) CROSS JOIN article a ON a.id = value"
    found = index.ask(asked, (json.dumps(names),))
    if len(names) * len(left) <= MOST_PAIRS:
        return [key for key, *_ in found]
    wordings, titles = {wording(one.text) for one in left}, {one.title for one in left}
    return [key for key, number, title in found if number in wordings or title in titles]


def _changed(index: Index, batch: Batch) -> dict[int, FileRecord]:
    """The files of the batch that the index knows with another content, by their keys."""
    changed = {}
    for waiting, record in batch:
        where = (waiting.root, waiting.below, record.part)
        for (key,) in index.ask("SELECT key FROM file WHERE root = ? AND path = ? AND part = ?", where):
            if record.same_as != key:
                changed[key] = record
    return changed


def _now(index: Index, record: FileRecord) -> dict[ArticleId, Cutting]:
    """What is in the file by now; for one with the content of another file, what is in that."""
    if record.same_as is None:
        return {one.article.id: one.cutting for one in record.articles}
    keys = [*_held(index, record.same_as).values()]
    return {cutting.article.id: cutting for cutting in _opened(index, keys)}


def _held(index: Index, file: int, own: _Own | None = None) -> dict[ArticleId, int]:
    """The articles that the index knows in the file, and their keys; of those that have something `own`."""
    asked = "SELECT a.id, a.key, a.former FROM holding h JOIN article a ON a.key = h.article WHERE h.file = ?"
    found = index.ask(asked, (file,))
    return {name: key for name, key, former in found if own is None or own.is_of(name, former)}


def _parts(index: Index, file: int) -> list[int]:
    """The keys of all pieces of a file."""
    asked = "SELECT p.key FROM file f JOIN file p ON p.root = f.root AND p.path = f.path WHERE f.key = ?"
    return [key for (key,) in index.ask(asked, (file,))]


def _key(index: Index, article: ArticleId) -> int | None:
    """The key of an article that the index knows."""
    found = index.ask("SELECT key FROM article WHERE id = ?", (article,))
    return int(found[0][0]) if found else None


def _only_in(index: Index, article: int, files: Collection[int]) -> bool:
    """Whether no file but these holds the article."""
    holders = index.ask("SELECT file FROM holding WHERE article = ?", (article,))
    return all(file in files for (file,) in holders)


def _opened(index: Index, keys: Iterable[int]) -> Iterator[Cutting]:
    """The articles of these keys that can be read."""
    for key in keys:
        for (packed,) in index.ask("SELECT packed FROM cutting WHERE article = ?", (key,)):
            with suppress(*DAMAGE):
                yield unpack(packed, "", index.common())


def _pass_marks(marks: MarksStore, given: Sequence[Mark]) -> None:
    """Mark with these, too; nothing that is marked already is lost."""
    if not given:
        return
    try:
        marks.change_all(lambda here, places: (merge_marks(here, given), places))
    except DAMAGING:  # one by one the marks are kept in memory, at the least
        here = marks.of([mark.article for mark in given])
        for mark in merge_marks(here, given):
            marks.set_read(mark.article, mark.read)
            marks.set_starred(mark.article, mark.starred)
            marks.set_tags(mark.article, mark.tags)
            marks.set_note(mark.article, mark.note)


def _pass_corrections(file: Path, heirs: Sequence[Heir]) -> None:
    """Write those that still fit for the new articles, too; where nothing can be written they stay."""
    if not heirs:
        return
    with suppress(OSError), folder_lock(file):
        before = load_corrections(file)
        after = _with_followers(before, heirs) if before.sound else before
        if after != before:
            replace_file(file, after.text.encode())


def _with_followers(written: CorrectionsDocument, heirs: Sequence[Heir]) -> CorrectionsDocument:
    known = {correction_key(entry.correction) for entry in written.entries if entry.correction is not None}
    after = written
    for old, new in heirs:
        named: set[str] = set()
        for entry in written.entries:
            correction = entry.correction
            if correction is None or correction.article not in (old.id, former_id(old)):
                continue
            if correction.article == former_id(new.article):  # it is obeyed there already
                continue
            followed = correction._replace(article=new.article.id)
            if not _fits(followed, new, named) or correction_key(followed) in known:
                continue
            named.add(followed.speaker if isinstance(followed, SpeakerCorrection) else followed.name)
            table, fields = entry.fields
            after = after.with_entry(table, {**fields, "article": new.article.id})
    return after


def _fits(correction: Correction, cutting: Cutting, named: set[str]) -> bool:
    """Whether the quotation, or the name, is still in the article; `named` are those made in it before."""
    if isinstance(correction, SpeakerCorrection):
        return place_of(cutting, correction) is not None
    written = correction.written
    return written in named or written in cutting.article.text or cutting.entity(written) is not None
