"""The program's own files are for the reader alone, and what killed writers have left is cleared away."""

import fcntl
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.app_paths import cache_home, data_home
from tui.library.core import fault_log
from tui.library.core.atomic_write import staged_file
from tui.library.core.private_folder import make_file, make_private
from tui.library.service.folder_library import FolderLibrary
from tui.model.listing import Order

Opener = Callable[..., FolderLibrary]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def open_to_all() -> Iterator[None]:
    """A system where new files are for everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_to_all")
def test_what_is_made_is_for_the_reader_alone(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    library.set_starred(library.rows(Order.NEWEST, 0, 1)[0].article, True)
    fault_log.keep(ValueError("x"))
    for home in (cache_home(), data_home()):
        assert mode(home) == 0o700
        assert {path.name: mode(path) for path in home.iterdir()} == {p.name: 0o600 for p in home.iterdir()}


def test_what_older_versions_have_made_is_closed_to_others(folder: Path, opened: Opener) -> None:
    opened(folder).close()
    for home in (cache_home(), data_home()):
        home.chmod(0o755)
        for path in home.iterdir():
            path.chmod(0o644)
    (cache_home() / "fault.txt").write_text("x")
    opened(folder)
    for home in (cache_home(), data_home()):
        assert mode(home) == 0o700
        assert {mode(path) for path in home.iterdir()} == {0o600}


def test_a_file_that_is_there_keeps_the_locks_on_it(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    make_file(path)
    assert mode(path) == 0o600
    ask = "import fcntl, sys; fcntl.lockf(open(sys.argv[1], 'r+b'), fcntl.LOCK_EX | fcntl.LOCK_NB)"
    with path.open("r+b") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)  # as SQLite locks
        make_file(path)
        assert subprocess.run([sys.executable, "-c", ask, path], stderr=subprocess.DEVNULL).returncode
    assert not subprocess.run([sys.executable, "-c", ask, path]).returncode


LEFT = (
    "corrections.toml.ab12_x9z",
    "looks.json.abcdefgh",
    "marks-before-3.json.a1b2c3d4",
    "press.saidzz99zz99",
)
NOT_LEFT = (
    "corrections.toml",
    "corrections.toml.mine",
    "marks.db.damaged-12ab34cd",
    "press-1.said",
    "notes.abcdefgh",
)


def test_what_killed_writers_have_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    own = tmp_path / "own"
    make_private(own)
    for name in (*LEFT, *NOT_LEFT):
        (own / name).write_text(name)
    make_private(own)
    assert {path.name for path in own.iterdir()} == {*NOT_LEFT}


def test_what_is_being_written_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    file = own / "corrections.toml"
    with staged_file(file, b"new") as put:
        make_private(own)
        put()
    assert file.read_bytes() == b"new"
    assert [path.name for path in own.iterdir()] == ["corrections.toml"]
    with staged_file(file, b"newer"):
        pass
    assert file.read_bytes() == b"new"
    assert [path.name for path in own.iterdir()] == ["corrections.toml"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    shared = tmp_path / "shared.json"
    shared.write_text("{}")
    shared.chmod(0o644)
    own = tmp_path / "own"
    own.mkdir()
    (own / "looks.json").symlink_to(shared)
    make_private(own)
    assert mode(shared) == 0o644
