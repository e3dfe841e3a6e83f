"""Whatever happens to the files that the program keeps, it reads on and saves what cannot be made again."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest

from tui.__main__ import main
from tui.app_paths import cache_home, data_home
from tui.library.core.roots import name_of
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.library.user.history_db import HistoryDb
from tui.library.user.marks_store import MarksStore
from tui.model.article import ArticleId
from tui.model.listing import Order
from tui.model.span import Span
from tui.model.trail import Place, Trail, Visit

Damage = Callable[[random.Random, Path], None]
Kept = tuple[list[Any], dict[Path, bytes]]
"""What a sound library answers, and the files that the program keeps of it."""
SEEDS = range(3)


def answers(library: FolderLibrary) -> list[Any]:
    """What a reader is shown of a library."""
    rows = library.rows(Order.NEWEST, 0, 9)
    cuttings = [library.cutting(row.article) for row in rows]
    names = sorted({one.name for cutting in cuttings if cutting for one in cutting.entities})
    related = [[(one.article, one.reasons) for one in library.related(row.article)] for row in rows]
    hits = [[hit.said for hit in library.search(query).hits] for query in ("", "@lee", "market heart")]
    return [rows, cuttings, library.counts(), [library.said_by(name) for name in names], related, hits]


def printed(folder: Path) -> str:
    """A hash of every file below the folder: its name, content and times."""
    digest = blake2b()
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        digest.update(f"{path} {status.st_mode} {status.st_mtime_ns} {status.st_ctime_ns}".encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def some_bytes(draw: random.Random, path: Path) -> None:
    content = bytearray(path.read_bytes())
    printed = [at for at, byte in enumerate(content) if byte]
    for at in draw.sample(printed, draw.choice((1, 30))):
        content[at] = draw.randrange(256)
    path.write_bytes(content)


def a_page_of_noise(draw: random.Random, path: Path) -> None:
    _over(draw, path, draw.randbytes(4096))


def a_page_of_nothing(draw: random.Random, path: Path) -> None:
    _over(draw, path, bytes(4096))


def _over(draw: random.Random, path: Path, page: bytes) -> None:
    content = bytearray(path.read_bytes())
    at = draw.randrange(len(content) // 4096) * 4096
    content[at : at + 4096] = page
    path.write_bytes(content)


def torn_off(draw: random.Random, path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: draw.randrange(len(content))])


def all_nothing(_draw: random.Random, path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def another_file(draw: random.Random, path: Path) -> None:
    path.write_bytes(
        draw.choice((b"", b"This is a letter.\n" * 999, b"SQLite format 3\0", draw.randbytes(9999)))
    )


def of_the_future(_draw: random.Random, path: Path) -> None:
    _told(path, "CREATE TABLE later (what)")
    with suppress(sqlite3.OperationalError):  # only an index has facts
        _told(path, "UPDATE fact SET value = '9.9.9' WHERE name = 'made by'")


def a_table_gone(draw: random.Random, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
    _told(path, f"DROP TABLE {draw.choice(sorted(tables))}")


def a_journal_of_noise(draw: random.Random, path: Path) -> None:
    path.with_name(f"{path.name}-wal").write_bytes(draw.randbytes(40_000))
    path.with_name(f"{path.name}-shm").write_bytes(draw.randbytes(32_768))


def a_folder_in_its_place(_draw: random.Random, path: Path) -> None:
    path.unlink()
    path.mkdir()


def _told(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


EVERY_SORT: tuple[Damage, ...] = (
    some_bytes,
    a_page_of_noise,
    a_page_of_nothing,
    torn_off,
    all_nothing,
    another_file,
    of_the_future,
    a_table_gone,
    a_journal_of_noise,
    a_folder_in_its_place,
)


@pytest.fixture
def kept(folder: Path) -> Kept:
    """A library with marks, closed: what it answers, and the files that the program keeps of it."""
    library = open_library([folder])
    list(library.update())
    first, second, _ = library.rows(Order.NEWEST, 0, 3)
    library.set_starred(first.article, True)
    library.set_note(second.article, "Ask her.")
    library.set_last_place(Place(first.article, Span(2, 9), 12))
    sound = answers(library)
    library.close()
    homes = (cache_home(), data_home())
    return sound, {path: path.read_bytes() for home in homes for path in home.rglob("*") if path.is_file()}


def again(files: Mapping[Path, bytes], *homes: Path) -> None:
    """The files as they were before the damage, and no others beside them."""
    for home in homes or (cache_home(), data_home()):
        for path in sorted(home.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@pytest.mark.parametrize("damage", EVERY_SORT, ids=lambda damage: damage.__name__)
def test_a_damaged_index_is_made_anew_or_told_and_nothing_else_is_touched(
    damage: Damage, folder: Path, kept: Kept, capsys: pytest.CaptureFixture[str]
) -> None:
    sound, files = kept
    before = printed(folder)
    index = cache_home() / f"{name_of([folder])}.db"
    for seed in SEEDS:
        again(files)
        damage(random.Random(seed), index)
        with closing(open_library([folder])) as library:
            for _ in range(2):
                answers(library)
                list(library.update())
            found, told = answers(library), bool(library.problems())
        if found != sound and not told:
            assert main(["check", str(folder)]) == 1, seed
            assert main(["index", "--rebuild", str(folder)]) == 0
            assert "--rebuild" in capsys.readouterr().err
        assert printed(folder) == before
        with closing(MarksStore(data_home() / "marks.db")) as marks:
            assert [(mark.starred, mark.note) for mark in marks.since(0)] == [(True, ""), (False, "Ask her.")]


ARTICLES = [ArticleId(f"{number:016x}") for number in range(40)]


@pytest.mark.parametrize("damage", [*EVERY_SORT[:6], a_journal_of_noise], ids=lambda damage: damage.__name__)
def test_of_damaged_marks_all_that_can_be_read_is_kept_and_the_file_is_put_aside(
    damage: Damage, tmp_path: Path
) -> None:
    path = tmp_path / "marks.db"
    with closing(MarksStore(path)) as marks:
        for number, article in enumerate(ARTICLES):
            marks.set_starred(article, True)
            marks.set_note(article, f"Note {number}, " * number * 4)
        marks.set_place("press", Place(ARTICLES[0], Span(3, 9), 12))
        noted = marks.all()
    written = path.read_bytes()
    for seed in SEEDS:
        again({path: written}, tmp_path)
        damage(random.Random(seed), path)
        damaged = path.read_bytes()
        with closing(MarksStore(path)) as marks:
            found, _ = (
                marks.all(),
                (marks.place("press"), marks.revision(), marks.of(ARTICLES), marks.look("press")),
            )
            marks.set_starred(ARTICLES[0], False)
            told = marks.problem
        put_aside = [one.read_bytes() for one in tmp_path.glob("marks.db.damaged-????????")]
        assert put_aside == ([damaged] if told else []), seed
        assert told or len(damaged) == 0 or len(found) == len(noted), seed
        with closing(MarksStore(path)) as marks:
            assert not marks.mark(ARTICLES[0]).starred
            assert marks.problem is None


def test_of_marks_with_one_damaged_page_the_others_are_there(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    with closing(MarksStore(path)) as marks:
        for article in ARTICLES * 2:
            marks.set_note(article, "A note of some length. " * 20)
    whole = path.read_bytes()
    pages = [at for at in range(0, len(whole), 4096) if whole[at : at + 4096].count(b"of some length") > 3]
    content = bytearray(whole)
    content[pages[1] : pages[1] + 4096] = bytes(4096)
    path.write_bytes(content)
    with closing(MarksStore(path)) as marks:
        found = marks.all()
        assert 20 < len(found) < 40
        assert marks.problem is not None
        assert "what could be read" in marks.problem.remedy


@pytest.mark.parametrize("damage", EVERY_SORT, ids=lambda damage: damage.__name__)
def test_a_damaged_history_is_begun_anew(damage: Damage, tmp_path: Path) -> None:
    path = tmp_path / "trail.db"
    visit = Visit(Place(ARTICLES[0]), datetime(2024, 5, 1, 12, 0), "A headline", "some words")
    with closing(HistoryDb(path)) as trails:
        for _ in range(30):
            trails.visited("press", visit, None)
        trails.keep("form", "plain")
    written = path.read_bytes()
    for seed in SEEDS:
        again({path: written}, tmp_path)
        damage(random.Random(seed), path)
        with closing(HistoryDb(path)) as trails:
            for _ in range(2):
                trails.visits("press"), trails.trail("press"), trails.kept("form")
                trails.visited("press", visit, visit.place)
                trails.set_trail("press", Trail((), visit.place, ()))
            assert trails.visits("press")[0].title == "A headline"
            assert trails.trail("press").here == visit.place
