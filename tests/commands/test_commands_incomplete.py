"""An answer that rests on a part of the files says so: on stdout, in JSON, and in the exit code."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.commands.conftest import ROOT, Run, Start, Tell
from tui.app_paths import cache_home
from tui.commands.completeness import INCOMPLETE
from tui.library.core.locks import BusyError, sole_writer
from tui.library.core.roots import name_of
from tui.library.ingest import update, update_process
from tui.library.service.folder_library import open_library
from tui.model.coverage import COMPLETE

HELD, COMING = "We shall dredge the old harbour before the autumn", "We shall close the new bridge on Sunday"
SAYS = "incomplete: 3 files are not read yet. Another program is bringing the index up to date (process "


def letter(folder: Path, name: str, words: str) -> None:
    text = f"Mary Holt, the mayor of Harbour Town, said: “{words}.”\n"
    (folder / name).write_text(text, encoding="utf-8")


def lock_of(folder: Path) -> Path:
    return cache_home() / f"{name_of([folder])}.db.lock"


@contextmanager
def being_indexed(folder: Path) -> Iterator[None]:
    """Another program is at the index: it has read one article, and has three before it."""
    for number in range(3):
        letter(folder, f"new {number}.txt", f"{COMING}, {number}")
    with sole_writer(lock_of(folder)) as alone:
        assert alone
        yield


@pytest.fixture
def clips(tell: Tell, tmp_path: Path) -> Path:
    """A library of one article, which is indexed."""
    folder = tmp_path / "clips"
    folder.mkdir()
    letter(folder, "old.txt", HELD)
    assert tell("index", str(folder)).returncode == 0
    return folder


QUESTIONS = {
    "verify": ("verify", HELD),
    "verify what is to come": ("verify", COMING),
    "find": ("find", "dredge harbour"),
    "find what is to come": ("find", "zzzz", "--exact"),
    "quotes": ("quotes",),
    "quotes of one": ("quotes", "--speaker", "Holt"),
    "quotes of nobody": ("quotes", "--speaker", "Zzz"),
    "quotes as Markdown": ("quotes", "--markdown"),
    "quotes as BibTeX": ("quotes", "--bibtex"),
    "who": ("who",),
    "who of one": ("who", "Holt"),
    "who of nobody": ("who", "Zzz"),
    "related": ("related", "old.txt"),
    "list": ("list",),
    "list of nothing": ("list", "--starred"),
}


def asked(question: tuple[str, ...], folder: Path) -> list[str]:
    return [*(str(folder / word) if word.endswith(".txt") else word for word in question), str(folder)]


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_every_answer_says_what_it_does_not_rest_on(
    question: tuple[str, ...], tell: Tell, clips: Path
) -> None:
    words = asked(question, clips)
    complete = tell(*words)
    assert complete.returncode in (0, 1)
    assert "incomplete" not in complete.stdout
    assert "so far" not in complete.stdout + complete.stderr
    with being_indexed(clips):
        done = tell(*words)
    assert done.returncode == INCOMPLETE
    assert done.stdout.splitlines()[-1].startswith(SAYS)
    assert str(os.getpid()) in done.stdout


@pytest.mark.parametrize(
    "question",
    [words for words in QUESTIONS.values() if not {"--markdown", "--bibtex"} & {*words}],
    ids=" ".join,
)
def test_every_object_says_so_too_and_nothing_found_is_an_object(
    question: tuple[str, ...], tell: Tell, clips: Path
) -> None:
    complete = tell(*asked((*question, "--json"), clips))
    assert "incomplete" not in complete.stdout
    with being_indexed(clips):
        done = tell(*asked((*question, "--json"), clips))
    assert done.returncode == INCOMPLETE
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert objects
    assert all((one["incomplete"], one["unread_files"]) == (True, 3) for one in objects)
    assert len(objects) == max(1, len(complete.stdout.splitlines()))


@pytest.mark.parametrize("question", [("quotes", "--csv"), ("find", "dredge", "--lines")], ids=" ".join)
def test_what_is_for_other_programs_is_left_as_they_know_it(
    question: tuple[str, ...], tell: Tell, clips: Path
) -> None:
    before = tell(*asked(question, clips))
    with being_indexed(clips):
        done = tell(*asked(question, clips))
    assert (done.returncode, done.stdout) == (INCOMPLETE, before.stdout)
    assert f"cuttings: {SAYS}" in done.stderr


def test_words_of_an_unread_article_are_not_said_to_be_nowhere(tell: Tell, clips: Path) -> None:
    with being_indexed(clips):
        done = tell("verify", f"{COMING}, 1", str(clips))
        assert done.stdout.startswith(
            "Not in what is read so far. Nothing printed here comes near these words. "
        )
        assert "Not in this library" not in done.stdout
        draft = clips.parent / "draft.txt"
        draft.write_text(f"Mary Holt said: “{HELD}.”\n\nShe said: “{COMING}, 2.”\n", encoding="utf-8")
        done = tell("verify", "--draft", str(draft), str(clips))
        assert (done.returncode, done.stdout.count("Not in what is read so far.")) == (INCOMPLETE, 1)
        assert done.stdout.splitlines()[-1].startswith(SAYS)
        found = tell("find", "zzzz", "--exact", str(clips))
        assert "nothing said comes near these words so far: 3 files are not read yet" in found.stderr
    assert tell("verify", f"{COMING}, 1", str(clips)).returncode == 0
    assert tell("verify", "No such words were ever said", str(clips)).stdout.startswith(
        "Not in this library. "
    )


def test_without_an_index_nothing_is_missing(tell: Tell, clips: Path) -> None:
    with being_indexed(clips):
        assert tell("annotate", str(clips)).returncode == 0


def test_line_by_line_nothing_is_said_with_what_is_missing(run: Run, clips: Path) -> None:
    with being_indexed(clips):
        done = run("--plain", str(clips), given="find zzzz\nwho zzzz\nsaid zzzz\nquit\n")
    for words in ("Nobody is called zzzz", "Nobody called zzzz is quoted"):
        assert f"{words} so far: 3 files are not read yet." in done.stdout


# index


def test_index_waits_for_another_indexer_and_says_for_whom(start: Start, tell: Tell, clips: Path) -> None:
    with being_indexed(clips):
        waiting = start(["index", str(clips)])
        assert waiting.stderr is not None
        said = waiting.stderr.readline().decode()
        assert f"another program is bringing the index up to date (process {os.getpid()}, since " in said
        assert "waiting for it" in said
        assert waiting.poll() is None
    with waiting:
        written, _ = waiting.communicate()
    assert (waiting.returncode, written.decode()) == (0, "4 articles, 4 quotations, 1 person\n")


def identity(folder: Path) -> str:
    """Which index it is: one that is made anew is another."""
    with closing(sqlite3.connect(str(lock_of(folder)).removesuffix(".lock"))) as connection:
        (found,) = connection.execute("SELECT value FROM fact WHERE name = 'identity'").fetchone()
    return str(found)


def test_an_index_is_not_made_anew_beside_another_indexer(start: Start, tell: Tell, clips: Path) -> None:
    before = identity(clips)
    with being_indexed(clips):
        waiting = start(["index", "--rebuild", str(clips)])
        assert waiting.stderr is not None
        assert "waiting for it" in waiting.stderr.readline().decode()
        assert identity(clips) == before
        assert HELD in tell("list", str(clips)).stdout
    with waiting:
        written, _ = waiting.communicate()
    assert (waiting.returncode, written.decode()) == (0, "4 articles, 4 quotations, 1 person\n")
    assert identity(clips) != before


def test_who_makes_the_index_anew_keeps_the_lock(clips: Path) -> None:
    with closing(open_library([clips])) as library:
        library.forget()
        for _ in library.update():
            with sole_writer(lock_of(clips)) as alone:
                assert not alone
        assert library.counts().articles == 1


class Clock:
    """Time that passes only while one sleeps, and what happens then."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.slept = 0.0, 0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)
        monkeypatch.setattr(time, "sleep", self.sleep)

    def sleep(self, _seconds: float) -> None:
        self.slept += 1
        self.now += update.STALLED * 0.75
        self.happens()

    def happens(self) -> None:
        """Nothing."""


def test_index_waits_as_long_as_the_other_one_gets_on(
    tell: Tell, clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Busy(Clock):
        def happens(self) -> None:
            if self.slept <= 6:
                with sqlite3.connect(str(lock_of(clips)).removesuffix(".lock")) as other:
                    other.execute("UPDATE fact SET value = value + 1 WHERE name = 'revision'")
                other.close()

    with being_indexed(clips):
        clock = Busy(monkeypatch)
        done = tell("index", str(clips))
    assert clock.slept == 8  # six changes, and then two sleeps that are longer than its patience
    assert (done.returncode, done.stdout.count("1 article, ")) == (INCOMPLETE, 1)
    assert done.stdout.splitlines()[-1].startswith(SAYS)
    assert done.stderr.count("waiting for it") == 1


def test_waiting_can_be_interrupted(start: Start, clips: Path) -> None:
    with being_indexed(clips), start(["index", str(clips)]) as waiting:
        assert waiting.stderr is not None
        assert b"waiting for it" in waiting.stderr.readline()
        waiting.send_signal(signal.SIGINT)
        assert waiting.wait() == 130


def test_a_process_that_another_one_was_quicker_than_has_not_done_it(
    tell: Tell, clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> Iterator[tuple[int, int]]:
        raise BusyError
        yield 0, 0

    monkeypatch.setattr(update_process, "update", busy)
    monkeypatch.setattr(update, "FEW", 0)
    letter(clips, "new.txt", COMING)
    done = tell("list", str(clips))
    assert (done.returncode, done.stdout.splitlines()[-1][:40]) == (
        INCOMPLETE,
        "incomplete: 1 file is not read yet. Anot",
    )


def test_an_index_whose_names_are_not_joined_is_incomplete(
    tell: Tell, clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_index: object) -> Iterator[None]:
        raise AssertionError("names cannot be joined")

    letter(clips, "new.txt", COMING)
    with monkeypatch.context() as within:
        within.setattr("tui.library.ingest.identity_resolution.resolve_identities", fails)
        done = tell("who", str(clips))
    assert done.returncode == INCOMPLETE
    assert done.stdout.endswith("incomplete: Names and articles are not linked yet.\n")
    assert tell("who", str(clips)).returncode == 0


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
from tui.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on the size of files stands for a full disk")
def test_an_index_that_finds_no_more_room_is_incomplete(
    environment: dict[str, str], tmp_path: Path, tell: Tell
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(120):
        words = " ".join(f"quay{number * 7919 + word * 104_729}" for word in range(600))
        (folder / f"{number}.txt").write_text(f"Ann Lee said: “{words}.”\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", FULL, "index", str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == INCOMPLETE, done.stdout + done.stderr
    assert "could not be brought up to date" in done.stderr
    assert done.stdout.splitlines()[-1].startswith("incomplete: ")
    assert tell("index", str(folder)).stdout.startswith("120 articles")


def test_the_coverage_is_known_while_it_is_read(clips: Path) -> None:
    letter(clips, "new.txt", COMING)
    with closing(open_library([clips])) as library:
        assert library.coverage().unread is None  # nobody has looked
        assert not library.coverage().complete
        seen = []
        for done, total in library.update():
            coverage = library.coverage()
            seen.append(coverage.unread)
            assert (coverage.unread, coverage.linked, coverage.holder) == (total - done, False, "")
            assert library.search("zzzz").coverage == coverage
            assert library.verify("zzzz is not there").coverage == coverage
        assert seen[:2] == [1, 0]
        assert library.coverage() == library.search("zzzz").coverage == COMPLETE


def test_an_index_that_cannot_be_written_tells_what_it_lacks(clips: Path) -> None:
    letter(clips, "new.txt", COMING)
    with closing(open_library([clips])) as library:
        library._index.fixed = True
        list(library.update())
        assert library.coverage().unread == 1
