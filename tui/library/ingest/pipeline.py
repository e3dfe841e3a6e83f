"""Filling an index with what a walk met, batch by batch: a kill at any moment loses at most one batch."""

from __future__ import annotations

import sqlite3
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial

from tui.extract.corrected import CorrectionSet, corrected
from tui.library.core import fault_log
from tui.library.core.fault_isolation import isolated, unexpected
from tui.library.core.sqlite_errors import is_of_the_disk
from tui.library.core.text_cleaning import shown_path
from tui.library.index import pending_search
from tui.library.index.database import Index
from tui.library.ingest import apply_corrections, identity_resolution, index_writer
from tui.library.ingest.analysis import (
    AnalysedArticle,
    FileRecord,
    analysed_of,
    content_of,
    record_of,
    without_bytes,
)
from tui.library.ingest.bulk_relations import PendingRelations
from tui.library.ingest.carry_over import Batch, Succession
from tui.library.ingest.read_file import pieces_of
from tui.library.ingest.scan import FoundFile
from tui.library.ingest.walk import PendingFile, WalkResult
from tui.library.ingest.worker_pool import WorkerPool
from tui.library.query import search_engine_cache
from tui.library.user.corrections_file import file_beside, text_of
from tui.library.user.corrections_toml import load_corrections
from tui.library.user.marks_store import MarksStore
from tui.model.article_identity import former_id
from tui.model.problem import Problem

BATCH_SECONDS, LONGEST_BATCH, LONGER = 0.25, 1.0, 1.25
"""How long files are gathered for the first transaction, for the longest one, and for each beside the one
before: what comes can soon be read, and pages that many articles share are not written for each of them."""
_HELD_KIB, _LOGGED_PAGES = 64_000, 4_000
"""What a process of its own may hold in memory, and how much it logs before that is put in place."""
GROWN = 3
"""So many times more quotations, and the engine of quick search is kept unless the end is near."""


def run_pipeline(
    index: Index, met: WalkResult, marks: MarksStore, *, helpers: int
) -> Iterator[tuple[int, int]]:
    """Read and keep the files that wait, forget what is gone; then tell who is who and what is related."""
    done, total = 0, len(met.waiting)
    kept = max(pending_search.SMALL, index.fact("quotations", 0))
    corrections = file_beside(marks.path)
    is_new = not index.ask("SELECT 1 FROM file LIMIT 1")
    unrelated, succession = PendingRelations(index), Succession(index, marks)
    if helpers:
        _make_room(index)
    with closing(WorkerPool(helpers)) as analysts:
        for read in _gathered(_records(index, analysts, met.waiting)):
            batch = read if is_new else _passed_on(succession, read)
            marks.inherit(
                (former_id(one.article), one.article.id) for _, record in batch for one in record.articles
            )
            with index.changing() as connection:
                known = load_corrections(corrections).corrections
                _learn(connection, batch)
                articles: list[AnalysedArticle] = []
                for waiting, record in batch:
                    right = _put_right(_still_so(connection, record), known)
                    articles += _kept(connection, waiting, right, marks).articles
            unrelated.gather(articles)
            done += sum(record.is_last for _, record in batch)
            yield done, total
            is_far = GROWN * (total - done) > done
            if is_far and index.fact("quotations", 0) > GROWN * kept:
                search_engine_cache.keep(index, finished=False)
                kept = index.fact("quotations", 0)
    _passed_to_others(succession, met.gone)
    with index.changing() as connection:
        for file in met.gone:
            index_writer.forget_file(connection, file)
        index_writer.keep_walk_problems(connection, met.problems)
    if text_of(corrections) != index.fact("corrections", ""):  # some have followed an edited article
        apply_corrections.apply_corrections(index, corrections)
    for _ in identity_resolution.resolve_identities(index):
        yield done, total
    search_engine_cache.keep(index, finished=True)
    for _ in unrelated.enter():
        yield done, total


def _learn(connection: sqlite3.Connection, batch: Batch) -> None:
    """Keep what cuttings have in common; where that fails they are packed without it."""
    try:
        index_writer.learn(connection, [one.cutting for _, record in batch for one in record.articles])
    except Exception as fault:
        if is_of_the_disk(fault):
            raise
        fault_log.keep(fault, "what cuttings have in common")


def _make_room(index: Index) -> None:
    """Let pages that are changed again and again be written seldom."""
    with index.changing() as connection:
        connection.execute(f"PRAGMA cache_size = -{_HELD_KIB}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOGGED_PAGES}")


def _still_so(connection: sqlite3.Connection, record: FileRecord) -> FileRecord:
    """The record, analysed after all if the file that it was the same as has become another meanwhile."""
    if record.same_as is None:
        return record
    is_so = "SELECT 1 FROM file WHERE key = ? AND content = ?"
    if connection.execute(is_so, (record.same_as, record.content)).fetchone():
        return record
    return record_of(record.found)


def _put_right(record: FileRecord, corrections: CorrectionSet) -> FileRecord:
    """A file as it goes into the index, corrected."""
    each = [
        isolated(partial(_corrected, analysed, corrections), shown_path(record.found.path))
        for analysed in record.articles
    ]
    articles = tuple(one for one in each if isinstance(one, AnalysedArticle))
    problems = tuple(one for one in each if isinstance(one, Problem))
    return replace(record, articles=articles, problems=(*problems, *record.problems))


def _corrected(analysed: AnalysedArticle, corrections: CorrectionSet) -> AnalysedArticle:
    right = corrected(analysed.cutting, corrections)
    return analysed if right is analysed.cutting else analysed_of(right)


def _passed_on(succession: Succession, batch: Batch) -> Batch:
    """The batch, after marks and corrections have followed; a file in which that fails has a Problem more."""
    try:
        succession.pass_on(batch)
    except Exception as fault:  # one of the files: which one?
        if is_of_the_disk(fault):
            raise
        return [(waiting, _passed_alone(succession, waiting, record)) for waiting, record in batch]
    return batch


def _passed_alone(succession: Succession, waiting: PendingFile, record: FileRecord) -> FileRecord:
    try:
        succession.pass_on([(waiting, record)])
    except Exception as fault:  # what was marked stays with the article of before
        if is_of_the_disk(fault):
            raise
        return _with_problem(record, fault, "What was marked in it")
    return record


def _passed_to_others(succession: Succession, gone: Sequence[int]) -> None:
    """Let marks and corrections follow from file to file; where that fails they stay where they are."""
    try:
        succession.finish(gone)
    except Exception as fault:
        if is_of_the_disk(fault):
            raise
        fault_log.keep(fault, "what was marked in files that are gone")


def _kept(
    connection: sqlite3.Connection, waiting: PendingFile, record: FileRecord, marks: MarksStore
) -> FileRecord:
    """Put a file into the index; one that the index cannot hold is a Problem. Gives what was put there."""
    place = (waiting.root, waiting.below)
    connection.execute("SAVEPOINT file")
    try:
        index_writer.keep_file(connection, place, record, marks.mark)
    except Exception as fault:  # but for a bad disk: one file must not take the library down
        if is_of_the_disk(fault):
            raise
        connection.execute("ROLLBACK TO file")
        record = _with_problem(replace(record, articles=(), same_as=None), fault)
        index_writer.keep_file(connection, place, record, marks.mark)
    connection.execute("RELEASE file")
    return record


def _with_problem(record: FileRecord, fault: Exception, part: str = "") -> FileRecord:
    problem = unexpected(fault, shown_path(record.found.path), part)
    return replace(record, problems=(problem, *record.problems))


def _records(
    index: Index, analysts: WorkerPool, files: Sequence[PendingFile]
) -> Iterator[tuple[PendingFile, FileRecord]]:
    """The record of each file, or of each of its pieces. What the index has already is not analysed anew."""
    is_new = not index.ask("SELECT 1 FROM file LIMIT 1")
    handed: deque[tuple[PendingFile, FileRecord | None]] = deque()

    def unread() -> Iterator[FoundFile]:
        for waiting in files:
            for found in pieces_of(waiting.found):
                same = None if is_new else _same(index, found)
                handed.append((waiting, same))
                if same is None:
                    yield found

    def known() -> Iterator[tuple[PendingFile, FileRecord]]:
        while handed and (same := handed[0][1]) is not None:
            yield handed.popleft()[0], same

    for record in analysts.records(unread()):
        yield from known()
        yield handed.popleft()[0], record
    yield from known()


def _same(index: Index, found: FoundFile) -> FileRecord | None:
    read = isolated(lambda: content_of(found), shown_path(found.path))
    if isinstance(read, Problem):
        return FileRecord(without_bytes(found), None, problems=(read,))
    _, content = read
    known = index.ask("SELECT key FROM file WHERE content = ? LIMIT 1", (content,))
    return FileRecord(without_bytes(found), content, same_as=known[0][0]) if known else None


def _gathered(
    records: Iterator[tuple[PendingFile, FileRecord]],
) -> Iterator[list[tuple[PendingFile, FileRecord]]]:
    """What came in one go, together."""
    batch: list[tuple[PendingFile, FileRecord]] = []
    started, seconds = time.monotonic(), BATCH_SECONDS
    for one in records:
        batch.append(one)
        if time.monotonic() - started > seconds:
            yield batch
            batch = []
            started, seconds = time.monotonic(), min(LONGEST_BATCH, LONGER * seconds)
    if batch:
        yield batch
