"""What the articles of an edited file pass on to those that take their places: marks and corrections.

All of it is copied, nothing is moved: when the edit is undone, the article of before has its own again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
Heir = tuple[ArticleId, Cutting]
"""The article that is gone, and the one that takes its place."""


def pass_on(index: Index, batch: Batch, marks: MarksStore) -> None:
    """Give what is the reader's own to the new versions, before the index forgets the old ones.

    Not within a change of the index: whoever changes the corrections waits for the index, too.
    """
    file = file_beside(marks.path)
    own = {mark.article: mark for mark in marks.all()}
    of_articles = {
        entry.correction.article for entry in load_corrections(file).entries if entry.correction is not None
    }
    heirs = [*_heirs(index, batch, {*own, *of_articles})]
    _pass_marks(marks, [own[old]._replace(article=new.article.id) for old, new in heirs if old in own])
    _pass_corrections(file, [heir for heir in heirs if heir[0] in of_articles])


def successors(gone: Sequence[Article], new: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """Which of the gone (by number) goes on in which of the new: each at most once, the most alike first."""
    few = len(gone) * len(new) <= MOST_PAIRS
    words_of_new = [_words(article) for article in new]
    likely = []
    for old, article in enumerate(gone):
        words = _words(article)
        for at, other in enumerate(new):
            one_headline = article.headline is not None and article.headline == other.headline
            if few or one_headline:
                share = _shared(words, words_of_new[at])
                if share >= (ALIKE_UNDER_ONE_HEADLINE if one_headline else ALIKE):
                    likely.append((-share, old, at))
    done_old: set[int] = set()
    done_new: set[int] = set()
    for _, old, at in sorted(likely):
        if old not in done_old and at not in done_new:
            done_old.add(old)
            done_new.add(at)
            yield old, at


def _words(article: Article) -> Counter[str]:
    return Counter(_WORD.findall(article.text.casefold()))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)


def _heirs(index: Index, batch: Batch, own: set[ArticleId | None]) -> Iterator[Heir]:
    """Each article that has something to pass on, with the new version of it."""
    changed = _changed(index, batch) if own else {}
    now = {file: _now(index, record) for file, record in changed.items()}
    staying = {article for cuttings in now.values() for article in cuttings}
    for file, cuttings in now.items():
        held = _held(index, file)
        if own.isdisjoint(held.keys() - staying):
            continue
        gone = [*_opened(index, [k for a, k in held.items() if a not in staying and _only_in(index, k, now)])]
        new = [cutting for article, cutting in cuttings.items() if article not in held]
        pairs = successors([one.article for one in gone], [one.article for one in new])
        yield from ((gone[old].article.id, new[at]) for old, at in pairs if gone[old].article.id in own)


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


def _held(index: Index, file: int) -> dict[ArticleId, int]:
    """The articles that the index knows in the file, and their keys."""
    asked = "SELECT a.id, a.key FROM holding h JOIN article a ON a.key = h.article WHERE h.file = ?"
    return {ArticleId(name): key for name, key in index.ask(asked, (file,))}


def _only_in(index: Index, article: int, files: Mapping[int, object]) -> bool:
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
            if entry.correction is None or entry.correction.article != old:
                continue
            followed = entry.correction._replace(article=new.article.id)
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
