"""The folder library: damage, disks, kills and other programs that it survives."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.app_paths import cache_home, data_home
from tui.library.core.locks import sole_writer
from tui.library.core.roots import name_of
from tui.library.index import database as index_module
from tui.library.ingest import update as updating
from tui.library.service.folder_library import FolderLibrary
from tui.model.listing import Order

Opener = Callable[..., FolderLibrary]
ROOT = Path(__file__).parents[2]


def index_of(*paths: Path) -> Path:
    return cache_home() / f"{name_of(paths)}.db"


def names(library: FolderLibrary) -> list[str]:
    return sorted(Path(row.path).name for row in library.rows(Order.NEWEST, 0, 99))


@pytest.mark.parametrize("damage", range(12))
def test_a_damaged_index_is_made_anew_and_marks_are_kept(damage: int, folder: Path, opened: Opener) -> None:
    library = opened(folder)
    library.set_starred(library.rows(Order.NEWEST, 0, 1)[0].article, True)
    library.close()
    path = index_of(folder)
    content = bytearray(path.read_bytes())
    draw = random.Random(damage)
    if damage == 0:
        content = bytearray(b"this is no index")
    elif damage == 1:
        del content[len(content) // 2 :]
    elif damage == 2:
        content = bytearray()
    else:
        start = draw.randrange(100, len(content) - 4096)
        content[start : start + 4096] = draw.randbytes(4096)
    path.write_bytes(content)
    again = opened(folder)
    for row in again.rows(Order.NEWEST, 0, 9):
        again.cutting(row.article)
        again.related(row.article)
    again.search("harbour")
    list(again.update())
    again.close()
    path.unlink()
    assert opened(folder).rows(Order.NEWEST, 0, 1)[0].starred


@pytest.mark.parametrize(
    "statement", ["DROP TABLE named", "UPDATE fact SET value = 'older' WHERE name = 'made by'"]
)
def test_an_index_of_another_kind_is_quietly_made_anew(statement: str, folder: Path, opened: Opener) -> None:
    opened(folder).close()
    with sqlite3.connect(index_of(folder)) as connection:
        connection.execute(statement)
    connection.close()
    library = opened(folder)
    assert library.counts().articles == 3
    assert library.search("market").matching == 1
    assert list(library.problems()) == []


def test_where_no_index_can_be_kept_reading_goes_on_with_one_sentence(
    folder: Path, tmp_path: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    library = opened(folder)
    assert library.counts().articles == 3
    (problem,) = library.problems()
    assert "cannot be kept" in problem.words
    temporary = library._index.file
    library.close()
    assert not temporary.exists()


def test_an_index_that_cannot_be_written_is_read_as_it_is(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = opened(folder)
    article = before.rows(Order.NEWEST, 0, 1)[0].article
    before.set_starred(article, True)
    cutting = before.cutting(article)
    before.close()

    def refused(_: str) -> sqlite3.Connection:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(index_module, "_connected", refused)
    (folder / "new.txt").write_text("Ann Lee said: “It is new.”", encoding="utf-8")
    held = set(index_of(folder).parent.iterdir())
    library = opened(folder)
    (problem,) = library.problems()
    assert problem.words == "The index cannot be changed: attempt to write a readonly database."
    assert library.counts().articles == 3
    assert library.cutting(article) == cutting
    assert library.search("market").matching == 1
    assert library.related(article)
    library.set_read(article, True)
    assert list(library.update()) == []
    assert set(index_of(folder).parent.iterdir()) == held


def test_an_index_that_another_is_writing_is_not_read_without_what_is_still_in_its_log(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(folder).close()
    index, connected = index_of(folder), index_module._connected

    def refused(path: str) -> sqlite3.Connection:
        if path == str(index):
            raise sqlite3.OperationalError("attempt to write a readonly database")
        return connected(path)

    monkeypatch.setattr(index_module, "_connected", refused)
    index.with_name(f"{index.name}-wal").write_bytes(b"not yet in the index")
    library = opened(folder)
    assert "cannot be kept" in next(iter(library.problems())).words


def test_a_library_that_is_away_for_now_stays_in_the_index(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    folder.rename(folder.with_name("elsewhere"))
    list(library.update())
    assert library.counts().articles == 3
    assert [problem.path for problem in library.problems()] == [str(folder)]
    folder.with_name("elsewhere").rename(folder)
    assert list(library.update()) == [(0, 0)]
    assert list(library.problems()) == []


def test_a_disk_that_becomes_full_is_a_problem_and_what_was_there_can_be_read(
    folder: Path, opened: Opener
) -> None:
    library = opened(folder)
    with library._index.changing() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
    for number in range(8):
        much = " ".join(f"The town has {number * count**3} things to say." for count in range(2000))
        words = f"Ann Lee said: “Letter {number}.”\n{much}"
        (folder / f"{number}.txt").write_text(words, encoding="utf-8")
    list(library.update())
    assert library.counts().articles >= 3
    assert any("could not be brought up to date" in problem.words for problem in library.problems())
    assert library.search("market").matching == 1
    connection.execute("PRAGMA max_page_count = 1000000")
    list(library.update())
    assert library.counts().articles == 11


def test_an_update_that_is_left_by_closing_the_library_ends_quietly(folder: Path, opened: Opener) -> None:
    library = opened(folder, update=False)
    steps = library.update()
    next(iter(steps))
    library.close()
    assert list(steps) == []


def test_two_programs_do_not_bring_the_same_index_up_to_date_at_once(folder: Path, opened: Opener) -> None:
    one, two = opened(folder, update=False), opened(folder, update=False)
    with sole_writer(one._index.lock) as alone:
        assert alone
        assert list(two.update()) == []
        (busy,) = two.problems()
        assert busy.words.startswith("Another program is bringing the index up to date (process ")
        assert f"(process {os.getpid()}, since " in busy.words
        one._index.lock.write_bytes(b"nonsense")
        assert list(two.update()) == []
        assert [problem.words for problem in two.problems()] == [
            "Another program is bringing the index up to date."
        ]
    list(two.update())
    assert one.counts().articles == 3
    assert list(two.problems()) == []


def test_a_large_update_runs_in_a_process_of_its_own(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updating, "FEW", 2)
    library = opened(folder, update=False)
    steps = list(library.update())
    assert steps[0] == (0, 3)
    assert steps[-1] == (3, 3)
    assert library.counts().articles == 3
    assert library.related(library.rows(Order.NEWEST, 0, 1)[0].article)
    monkeypatch.setattr(updating, "LARGE", 2)
    assert list(library.update()) == [(0, 0)]


def test_leaving_an_update_ends_its_process_and_what_was_done_is_kept(
    tmp_path: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(200):
        words = f"Ann Lee, leader of Harbour Council, said: “This is the letter number {number} to the town.”"
        (folder / f"{number}.txt").write_text(words, encoding="utf-8")
    library = opened(folder, update=False)
    steps = library.update()
    assert next(steps) == (0, 200)
    next(steps)
    steps.close()  # type: ignore[attr-defined]  # a generator
    done = library.counts().articles
    assert 0 < done <= 200
    assert list(library.update())[-1][1] == 200 - done
    assert library.counts().articles == 200


def test_a_kill_at_any_moment_leaves_a_sound_index(folder: Path, opened: Opener) -> None:
    for number in range(40):
        for path in sorted(folder.glob("*.*")):
            words = path.read_text(encoding="utf-8")
            copy = folder / str(number) / path.name
            copy.parent.mkdir(exist_ok=True)
            copy.write_text(f"{words}\n\nThis is copy number {number}.\n", encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from tui.library.ingest import update\n"
        "from tui.library.service.folder_library import open_library\n"
        "update.FEW = 999; list(open_library([Path(sys.argv[1])]).update())"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    draw = random.Random(7)
    for _ in range(4):
        process = subprocess.Popen([sys.executable, "-c", program, str(folder)], env=environment)
        time.sleep(draw.uniform(0.3, 0.7))
        process.send_signal(signal.SIGKILL)
        process.wait()
        library = opened(folder, update=False)
        ask = library._index.ask
        assert ask("PRAGMA integrity_check") == [("ok",)]
        assert [(library.counts().articles,)] == ask("SELECT count(*) FROM article")
        assert ask("SELECT count(*) FROM article") == ask("SELECT count(DISTINCT article) FROM holding")
        library.close()
    assert opened(folder).counts().articles == 83


def test_opening_and_reading_imports_neither_the_analysis_nor_rapidfuzz(folder: Path, opened: Opener) -> None:
    opened(folder)
    program = (
        "import sys; from pathlib import Path; from tui.library.service.folder_library import open_library\n"
        "from tui.model.listing import Order\n"
        "library = open_library([Path(sys.argv[1])])\n"
        "rows = library.rows(Order.NEWEST, 0, 9); library.cutting(rows[0].article); list(library.update())\n"
        "heavy = ('tui.extract', 'tui.related', 'tui.search', 'rapidfuzz', 'textual')\n"
        "print(len(rows), [name for name in sys.modules if name.startswith(heavy)])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.strip() == "3 []"


def test_nothing_is_kept_outside_the_programs_own_directories(folder: Path, opened: Opener) -> None:
    opened(folder)
    assert all(path.name.startswith("marks.db") for path in data_home().iterdir())
    assert all(path.name.startswith("press-") for path in cache_home().iterdir())


def test_programs_that_begin_an_index_at_once_keep_one_of_them(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tui.library.index.database import Index\n"
        "sys.stdin.readline()\n"
        "print(Index(Path(sys.argv[1])).state()[0])"
    )
    begin = [sys.executable, "-c", program, str(index_of(folder))]
    many = [
        subprocess.Popen(begin, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for _ in range(5)
    ]
    for one in many:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    assert len({one.communicate()[0] for one in many}) == 1
