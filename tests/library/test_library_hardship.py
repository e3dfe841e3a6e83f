"""Files of any time, kills, a full disk and missing rights: nothing is read twice and nothing is lost."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tui.library.service.folder_library import FolderLibrary, open_library
from tui.model.article import ArticleId
from tui.model.problem import Problem

Opener = Callable[..., FolderLibrary]
ROOT = Path(__file__).parents[2]
TIMES = {"the beginning": 0, "before it": -86_400, "2100": 4_102_444_800, "the first second": 1}


@pytest.mark.parametrize("seconds", TIMES.values(), ids=TIMES.keys())
def test_a_file_of_any_time_is_read_once(seconds: int, folder: Path, opened: Opener) -> None:
    os.utime(folder / "quay.md", (seconds, seconds))
    library = opened(folder)
    assert library.counts().articles == 3
    for _ in range(2):
        assert list(library.update()) == [(0, 0)]


def test_a_clock_that_was_put_back_hides_no_change(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    for seconds in (4_102_444_800, 1_000_000_000, 0):
        words = f"Ann Lee said: “We have the answer number {seconds}.”\n"
        (folder / "quay.md").write_text(words, encoding="utf-8")
        os.utime(folder / "quay.md", (seconds, seconds))
        list(library.update())
        assert library.search(f"answer number {seconds}").hits[0].said.words.endswith(f"{seconds}.")
        assert list(library.update()) == [(0, 0)]


def test_another_file_of_the_same_size_is_noticed_by_its_time(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    old = (folder / "undated.txt").read_text(encoding="utf-8")
    other = folder.parent / "other.txt"
    other.write_text(old.replace("baker", "miner"), encoding="utf-8")
    os.utime(other, (1, 1))
    other.rename(folder / "undated.txt")
    list(library.update())
    (found,) = library.who("Mary Holt")
    assert [role.words for role in found.roles] == ["miner in Harbour Street"]


KILLED = """
import os, random, signal, sys, time
from pathlib import Path
from tui.library.core.atomic_write import replace_file
from tui.library.user.marks_store import MarksStore
path, seed = Path(sys.argv[1]), int(sys.argv[2])
draw = random.Random(seed)
for round in range(12):
    tell, told = os.pipe()
    child = os.fork()
    if child == 0:
        marks = MarksStore(path / "marks.db")
        for number in range(10**6):
            marks.set_note("%016x" % (round * 1000 + number % 1000), f"note {number} " * 40)
            replace_file(path / "corrections.toml", (f"# {number}\\n" * 200).encode())
            os.write(told, b"%d\\n" % number)
    os.read(tell, 2)
    time.sleep(draw.uniform(0, 0.03))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(told)
    kept = b""
    while more := os.read(tell, 65536): kept += more
    marks = MarksStore(path / "marks.db")
    assert marks.problem is None
    lines = [b"0", *kept.split()]
    for number in {int(line) for line in lines[-1000:]}:
        note = marks.mark("%016x" % (round * 1000 + number % 1000)).note
        kept_as = int(note.split()[1])
        assert note == f"note {kept_as} " * 40 and kept_as >= number, (number, note[:9])
    whole = (path / "corrections.toml").read_text().splitlines()
    assert len(whole) == 200 and len(set(whole)) == 1, len(whole)
    marks.close()
print("whole")
"""


def test_notes_and_corrections_are_whole_after_a_kill_at_any_moment(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), "7"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "whole\n", done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on the size of files stands for a full disk")
def test_a_disk_that_takes_no_more_is_told_and_what_was_kept_stays(folder: Path) -> None:
    with closing(open_library([folder])) as library:
        library.set_note(ArticleId("e" * 16), "Before.")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for size in (0, 4_096, 20_000, 60_000, 150_000, 400_000):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
        try:
            with closing(open_library([folder])) as library:
                list(library.update())
                library.set_note(ArticleId("f" * 16), f"With {size}.")
                told = [*library.troubles()]
                noted = library.mark(ArticleId("f" * 16)).note
        except (OSError, sqlite3.OperationalError):  # not even a temporary file can be had
            told, noted = [Problem(str(folder), "Nothing can be written.")], f"With {size}."
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert noted == f"With {size}."
        with closing(open_library([folder])) as library:
            list(library.update())
            assert library.unsound() == ""
            assert library.counts().articles == 3
            assert library.mark(ArticleId("e" * 16)).note == "Before."
            assert told or library.mark(ArticleId("f" * 16)).note == f"With {size}."


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="root reads everything but for setpriv")
def test_what_may_not_be_read_is_named_the_rest_is_read_and_a_right_given_later_is_noticed(
    folder: Path,
) -> None:
    (folder / "quay.md").chmod(0)
    (folder / "old").chmod(0)
    plain = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"] if os.geteuid() == 0 else []

    def told(command: str) -> subprocess.CompletedProcess[str]:
        words = [*plain, sys.executable, "-m", "tui", command, str(folder)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    done = told("index")
    assert done.stdout.startswith("1 article"), done.stderr
    assert done.stderr.count("permission denied") == 2
    assert {"quay.md", "old"} <= {line.split(": ")[1].rsplit("/", 1)[-1] for line in done.stderr.splitlines()}
    (folder / "old").chmod(0o700)
    (folder / "quay.md").chmod(0o600)
    assert told("index").stdout.startswith("3 articles")
