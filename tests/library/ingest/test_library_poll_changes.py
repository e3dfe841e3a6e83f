"""Looking whether anything has changed: every change is found, and looking costs next to nothing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library.ingest.poll_changes import EVERY, SHARE, FolderPoller


class Clock:
    """A clock that moves when it is told to; looking is work that takes as long as the test says."""

    def __init__(self) -> None:
        self.now = 0.0
        self.worked = 0.0
        self.step = 0.0

    def time(self) -> float:
        return self.now

    def work(self) -> float:
        self.worked += self.step
        return self.worked


def looked(watch: FolderPoller, since_ns: int = 1 << 62) -> bool | None:
    """Whether anything has changed; None if nothing was looked at."""
    steps = list(watch.look(since_ns))
    return steps[-1] if steps else None


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(folder: Path, clock: Clock) -> FolderPoller:
    watch = FolderPoller([folder], clock.time, clock.work)
    assert looked(watch) is False
    clock.now += EVERY
    return watch


def changed_size(folder: Path) -> None:
    (folder / "quay.md").write_text("Other words.", encoding="utf-8")


def changed_time(folder: Path) -> None:
    os.utime(folder / "quay.md", ns=(1, 1))


def replaced(folder: Path) -> None:
    """By a file of the same size and time, as some programs do that save."""
    old = folder / "quay.md"
    status = old.stat()
    (folder / ".new").write_bytes(old.read_bytes())
    (folder / ".new").rename(old)
    os.utime(old, ns=(status.st_atime_ns, status.st_mtime_ns))


def added(folder: Path) -> None:
    (folder / "old" / "new.txt").write_text("New.", encoding="utf-8")


def removed(folder: Path) -> None:
    (folder / "old" / "tram.md").unlink()


def renamed(folder: Path) -> None:
    (folder / "old").rename(folder / "older")


def away(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


@pytest.mark.parametrize("change", [changed_size, changed_time, replaced, added, removed, renamed, away])
def test_every_change_is_found_and_told_once(
    change: Callable[[Path], None], watch: FolderPoller, clock: Clock, folder: Path
) -> None:
    assert looked(watch) is False
    change(folder)
    clock.now += EVERY
    assert looked(watch) is True
    clock.now += EVERY
    assert looked(watch) is False


def test_hidden_files_and_links_in_a_circle_are_passed_over(
    watch: FolderPoller, clock: Clock, folder: Path
) -> None:
    (folder / "old" / "round").symlink_to(folder)
    clock.now += EVERY
    assert looked(watch) is False
    (folder / ".draft.txt").write_text("Not yet.", encoding="utf-8")
    clock.now += EVERY
    assert looked(watch) is False


def test_the_first_look_goes_by_what_is_newer_than_the_update(folder: Path) -> None:
    newest = max(path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")])
    assert looked(FolderPoller([folder]), newest - 1) is True
    assert looked(FolderPoller([folder]), newest) is False


def test_files_are_gone_through_no_oftener_than_their_share_of_time_allows(
    watch: FolderPoller, clock: Clock, folder: Path
) -> None:
    clock.step = 0.4
    assert looked(watch) is False
    clock.step = 0.0
    changed_time(folder)
    seconds = 0.0
    while not looked(watch):
        clock.now += 1
        seconds += 1
    assert seconds * SHARE >= 0.4
    assert seconds * SHARE < 4


def test_a_new_file_is_found_soon_even_when_going_through_all_files_takes_long(
    watch: FolderPoller, clock: Clock, folder: Path
) -> None:
    clock.step = 5.0
    looked(watch)
    clock.step = 0.0
    clock.now += EVERY
    assert looked(watch) is False
    added(folder)
    clock.now += EVERY
    assert looked(watch) is True


def test_nothing_is_looked_at_before_it_is_due(watch: FolderPoller, clock: Clock) -> None:
    looked(watch)
    clock.now += EVERY / 2
    assert looked(watch) is None


def test_one_may_leave_in_the_middle(watch: FolderPoller, clock: Clock, folder: Path) -> None:
    next(iter(watch.look(0)))
    added(folder)
    clock.now += EVERY
    assert looked(watch) is True
