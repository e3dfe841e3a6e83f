"""The index of one library: a SQLite file in the cache directory that can be thrown away at any time.

One connection reads and another writes, so that the reader never waits for an update (SQLite's
write-ahead log lets both go on at once). Where no file can be kept there, the index lives in a temporary
file; one that is damaged, or made by another program, is quietly begun anew.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from tui.library.core.cancellation import Cancellation
from tui.library.core.private_folder import make_file, make_private
from tui.library.core.sqlite_connection import made_ready
from tui.library.core.sqlite_errors import DAMAGING, is_damage
from tui.library.core.text_cleaning import clean_line
from tui.library.index.analysis_version import made_by
from tui.library.index.schema import COUNTS, INDEXES, KNOWN, TABLES
from tui.model.coverage import Coverage
from tui.model.problem import Problem

_BUSY_SECONDS = 10.0
_PAGE_BYTES = 16384
"""Holds eight articles, deflated; in a quarter of that each would leave much of its page empty."""
_CACHED_KIB = 1_000
"""Pages of the index held in memory by each connection: the system holds them as well."""

Values = Sequence[Any] | Mapping[str, Any]
"""What a statement's placeholders stand for: in their order, or by name."""


class Index:
    """An open index. `problem` says, in one sentence, what keeps it from being kept, if anything does.

    It is `fixed` where it lies on media that cannot be written: it is read as it is and never changed. An
    update leaves so many cores `spared`, and tells the `coverage` as far as it knows. One that is wanted
    `afresh` is thrown away by the next update. `damage` tells that one was thrown away as it was damaged,
    until an update has made it again; where single articles are damaged, files are `to_be_read_again`.
    """

    def __init__(self, file: Path) -> None:
        self.problem: Problem | None = None
        self.fixed = False
        self.spared = 0
        self.busy: Problem | None = None
        self.damage: Problem | None = None
        self.to_be_read_again = False
        self.coverage = Coverage(None)
        self.writing = False
        self.afresh = False
        self.cancellation = Cancellation()
        self._lock = RLock()
        self._write_lock = RLock()
        self._aside_lock = RLock()
        self._writer: sqlite3.Connection | None = None
        self._aside: sqlite3.Connection | None = None
        self._temporary: str | None = None
        self._identity: tuple[int, int] | None = None
        self._closed = False
        self._common = b""
        self.file = file
        self._reader = self._opened()

    def ask(self, statement: str, values: Values = ()) -> list[Any]:
        """All rows of a question. From any thread."""
        with self._lock:
            try:
                return self._reader.execute(statement, values).fetchall()
            except DAMAGING as error:
                if not is_damage(error):
                    raise
        self.start_again()
        return []

    @contextmanager
    def aside(self) -> Iterator[sqlite3.Connection]:
        """A connection for questions that take long, so that quick ones need not wait for them."""
        with self._aside_lock:
            if self._aside is None:
                self._aside = self._another()
            try:
                yield self._aside
            except DAMAGING as error:
                if not is_damage(error):
                    raise
                self.begin_repair()

    @contextmanager
    def another(self) -> Iterator[sqlite3.Connection]:
        """A connection of one's own for as long as it is needed: nobody waits for it."""
        with closing(self._another()) as connection:
            yield connection

    def ask_aside(self, statement: str, values: Values = ()) -> list[Any]:
        """The same for a question that takes long."""
        with self.aside() as connection:
            return connection.execute(statement, values).fetchall()
        return []

    def state(self) -> tuple[str, int]:
        """Which index this is, and a number that grows whenever its articles change."""
        kept = dict(self.ask("SELECT name, value FROM fact WHERE name IN ('identity', 'revision')"))
        return str(kept.get("identity", "")), int(kept.get("revision", 0))

    def changes(self) -> int:
        """A number that is another one whenever another connection, of any program, has changed anything."""
        rows = self.ask("PRAGMA data_version")
        return int(rows[0][0]) if rows else 0

    @property
    def lock(self) -> Path:
        """The file that is locked by who brings the index up to date."""
        return lock_of(self.file)

    @contextmanager
    def changing(self, *, wait: bool = True) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is kept or, when the program is killed or an error leaves it, nothing.

        Without `wait` it raises sqlite3.OperationalError while another program writes.
        """
        with self._write_lock:
            if self.fixed:
                raise sqlite3.OperationalError("the index cannot be changed")
            if self._writer is None:
                self._writer = self._another()
            self._writer.execute(f"PRAGMA busy_timeout = {int(1000 * _BUSY_SECONDS * wait)}")
            self._writer.execute("BEGIN IMMEDIATE")
            self.writing = True
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # SQLite may have done it: what led here counts
                    self._writer.execute("ROLLBACK")
                raise
            finally:
                self.writing = False

    def unsound(self) -> str:
        """What is wrong with the file, read from end to end; "" if nothing is."""
        try:
            with self.another() as connection:
                (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        except DAMAGING as error:
            found = error
        return "" if found == "ok" else clean_line(str(found))

    def fact(self, name: str, default: Any = None) -> Any:
        """One of the facts kept beside the tables."""
        rows = self.ask("SELECT value FROM fact WHERE name = ?", (name,))
        return rows[0][0] if rows else default

    def common(self) -> bytes:
        """What cuttings of this index are packed behind; nothing as long as it has few."""
        if not self._common:
            self._common = bytes(self.fact("common", b""))
        return self._common

    def close(self) -> None:
        """Let go of every file, for good: a job that goes on meets an error. Safe to call twice."""
        with self._write_lock, self._aside_lock, self._lock:
            self._closed = True
            self._let_go()
            if self._temporary is not None:
                _remove(Path(self._temporary))
                self.lock.unlink(missing_ok=True)

    def start_again(self) -> None:
        """Throw the index away and begin an empty one, which the next update fills. A lock stays."""
        with self._write_lock, self._aside_lock, self._lock:
            self._refuse_when_closed()
            self._let_go()
            self._common = b""
            _remove(self.file)
            self._reader = self._opened()
            self.afresh = False

    def begin_repair(self) -> None:
        """Throw the index away, as it is damaged, and tell it. One that cannot be changed stays as it is."""
        words = "The index is damaged: names and what is related cannot be told from it."
        if self.fixed:
            self.damage = Problem(str(self.file), words, "It lies where nothing can be written.", read=True)
            return
        self.damage = Problem(str(self.file), words, "It is made anew from the files.", read=True)
        self.coverage = Coverage(None)
        self.start_again()

    def follow(self) -> None:
        """Open what lies there now, where the file was thrown away, or made anew by another program."""
        if not self.file.exists():
            self.start_again()
        elif _identity_of(self.file) != self._identity:
            with self._write_lock, self._aside_lock, self._lock:
                self._refuse_when_closed()
                self._let_go()
                self._common = b""
                self._reader = self._opened()

    def _let_go(self) -> None:
        for connection in (self._writer, self._aside, self._reader):
            if connection is not None:
                connection.close()
        self._writer = self._aside = None

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise sqlite3.ProgrammingError("the index is closed")

    def _another(self) -> sqlite3.Connection:
        self._refuse_when_closed()
        return _as_it_lies(self.file) if self.fixed else _connected(str(self.file))

    def _opened(self) -> sqlite3.Connection:
        try:
            make_private(self.file.parent)
            connection = _current(self.file)
            self._identity = _identity_of(self.file)
            return connection
        except (OSError, *DAMAGING) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            return self._unchanged(clean_line(reason)) or self._elsewhere(clean_line(reason))

    def _unchanged(self, reason: str) -> sqlite3.Connection | None:
        """The index as it lies, if it is there and whole: its folder cannot be written."""
        log = self.file.with_name(f"{self.file.name}-wal")
        with suppress(OSError, *DAMAGING):
            if self.file.exists() and not (log.exists() and log.stat().st_size):
                with made_ready(_as_it_lies(self.file)) as connection:
                    if _made_by(connection) == _made_now(connection):
                        self.fixed = True
                        words = f"The index cannot be changed: {reason}."
                        remedy = "What is shown is as it was when the index was last brought up to date."
                        self.problem = Problem(str(self.file), words, remedy, read=True)
                        return connection
                connection.close()
        return None

    def _elsewhere(self, reason: str) -> sqlite3.Connection:
        words = f"The index cannot be kept: {reason}."
        self.problem = Problem(str(self.file), words, "It is made anew each time.", read=True)
        import tempfile

        handle, self._temporary = tempfile.mkstemp(prefix="cuttings-", suffix=".db")
        os.close(handle)
        self.file = Path(self._temporary)
        return _current(self.file)


def _current(file: Path) -> sqlite3.Connection:
    """A connection to an index that this program made, begun anew if need be."""
    connection = _sound(file)
    if connection is not None:
        return connection
    from tui.library.core.locks import folder_lock, sole_writer, writer_in_words

    with folder_lock(file):
        connection = _sound(file)  # another program may have begun it meanwhile
        if connection is not None:
            return connection
        if _is_of_another(file):
            lock = lock_of(file)
            with sole_writer(lock) as alone:
                if not alone:
                    words = f"a program of another version is bringing it up to date {writer_in_words(lock)}"
                    raise sqlite3.OperationalError(words.rstrip())
        return _begun(file)


def _begun(file: Path) -> sqlite3.Connection:
    from tui.library.index import list_fts, relation_tables  # needed to make an index, not to read one

    _remove(file)
    with made_ready(_connected(str(file))) as connection:
        connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
        connection.execute("PRAGMA journal_mode = WAL")  # stays with the file: who opens it changes nothing
        connection.executescript(f"BEGIN IMMEDIATE; {TABLES} {KNOWN} {INDEXES} {COUNTS}")
        relation_tables.create(connection)
        list_fts.create(connection)
        facts = [("made by", _made_now(connection)), ("identity", os.urandom(16).hex()), ("revision", 0)]
        connection.executemany("INSERT INTO fact VALUES (?, ?)", facts)
        connection.execute("COMMIT")
        return connection


def is_current(file: Path) -> bool:
    """Whether the index is there and was made by this very program."""
    connection = _sound(file) if file.exists() else None
    if connection is not None:
        connection.close()
    return connection is not None


def _sound(file: Path) -> sqlite3.Connection | None:
    """A connection to the index if it is whole and this program's. Raises what keeps it from being opened."""
    try:
        with made_ready(_connected(str(file))) as connection:
            if _made_by(connection) == _made_now(connection):
                return connection
        connection.close()
    except DAMAGING as error:
        if isinstance(error, sqlite3.OperationalError) and not is_damage(error):
            raise
    return None


def _is_of_another(file: Path) -> bool:
    """Whether this is the sound index of another program, which may be at work on it."""
    try:
        with closing(_connected(str(file))) as connection:
            return _made_by(connection) is not None
    except DAMAGING:
        return False


def lock_of(file: Path) -> Path:
    """What is locked by who brings that index up to date. It is never removed: another one may hold it."""
    return file.with_name(f"{file.name}.lock")


def _identity_of(file: Path) -> tuple[int, int] | None:
    """Which file has that name now; None if none has."""
    with suppress(OSError):
        status = file.stat()
        return status.st_dev, status.st_ino
    return None


def _made_by(connection: sqlite3.Connection) -> str | None:
    try:
        row = connection.execute("SELECT value FROM fact WHERE name = 'made by'").fetchone()
    except sqlite3.OperationalError as error:
        if is_damage(error):  # no such table
            return None
        raise
    return str(row[0]) if row else None


def _made_now(connection: sqlite3.Connection) -> str:
    """What an index says of itself that this program has just made: its maker and how many tables it has."""
    (parts,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return f"{made_by()}.{parts}"


def _connected(path: str) -> sqlite3.Connection:
    make_file(Path(path))
    connected = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    with made_ready(connected) as connection:
        connection.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose a batch, never the index
        connection.execute(f"PRAGMA cache_size = -{_CACHED_KIB}")
        connection.execute("PRAGMA temp_store = MEMORY")
        return connection


def _as_it_lies(file: Path) -> sqlite3.Connection:
    """A connection that writes nothing, not even beside the file."""
    return sqlite3.connect(
        f"{file.absolute().as_uri()}?mode=ro&immutable=1",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )


def _remove(file: Path) -> None:
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm", f"{file.stem}.said"):
        with suppress(OSError):  # what cannot be removed is not used either
            file.with_name(name).unlink()
