"""Whatever goes wrong with one file: it is a Problem, the others are read, and no process is left behind."""

from __future__ import annotations

import os
import pickle
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.library.ingest.test_library_worker_pool import PAGE, files
from tests.support import failing_rtf
from tui.app_paths import cache_home
from tui.library.core import fault_log
from tui.library.core.fault_isolation import isolated
from tui.library.core.locks import sole_writer
from tui.library.formats.registry import read_bytes
from tui.library.index.database import Index
from tui.library.ingest import worker_pool
from tui.library.ingest.analysis import FileRecord, record_of
from tui.library.ingest.scan import FoundFile
from tui.library.ingest.worker_pool import CHUNK, WorkerPool
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.model.problem import Problem

ROOT = Path(__file__).parents[3]
MANY = 24
"""Files that are left to a process of its own."""
LONGEST = 60
"""Seconds after which a process counts as one that hangs."""
REPORT = "This is a mistake in the program: please report it."


@pytest.fixture
def clips(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for articles, where RTF is read by a package with which anything may go wrong."""
    packages = failing_rtf.install(tmp_path / "packages")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(packages), str(ROOT)]))
    monkeypatch.syspath_prepend(str(packages))
    for name in [name for name in sys.modules if name.partition(".")[0] == "striprtf"]:
        monkeypatch.delitem(sys.modules, name)
    folder = tmp_path / "clips"
    folder.mkdir()
    return folder


def letters(folder: Path, count: int) -> None:
    for number in range(count):
        words = f"Ann Lee of the harbour said: “This is letter {number}, and it is sent.”\n"
        (folder / f"{number}.txt").write_text(words, encoding="utf-8")


def of_this_test(tmp_path: Path) -> list[str]:
    """Processes of ours that know the folders of this test."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            mine = os.fsencode(tmp_path) in (process / "environ").read_bytes()
            ours = b"tui.library" in (process / "cmdline").read_bytes()
            running = "Z" not in (process / "stat").read_text().rpartition(")")[2].split()[0]
            found += [process.name] * (mine and ours and running)
    return found


def indexed(folder: Path) -> FolderLibrary:
    library = open_library([folder])
    list(library.update())
    return library


@pytest.mark.parametrize("count", [3, MANY])
@pytest.mark.parametrize(
    ("what", "named"),
    [
        ("fault", "ValueError: a rule has ␛[31mfailed"),
        ("memory", "MemoryError"),
        ("deep", "RecursionError: "),
    ],
)
def test_what_nobody_expected_is_a_problem_of_its_file(
    what: str, named: str, count: int, clips: Path, tmp_path: Path
) -> None:
    letters(clips, count)
    failing_rtf.written(clips / "odd.rtf", what)
    with closing(indexed(clips)) as library:
        assert library.counts().articles == count
        assert library.troubles() == []
        (problem,) = library.problems()
        assert problem.path == str(clips / "odd.rtf")
        assert problem.words.startswith(f"It could not be analysed: {named}")
        assert problem.remedy == f"{REPORT} Details are in {cache_home() / 'fault.txt'}."
        assert list(library.update()) == [(0, 0)]  # it is not tried again
    assert "in __contains__" in kept()
    assert of_this_test(tmp_path) == []


@pytest.mark.parametrize(
    ("what", "named", "count"),
    [
        ("killed", "its process was ended by the signal SIGKILL", MANY),
        ("exit", "its process ended by itself with 3", 3),
        ("slow", "it takes longer than 60 seconds", 3),
    ],
)
def test_a_file_that_ends_its_process_is_a_problem_and_the_others_are_read(
    what: str, named: str, count: int, clips: Path, tmp_path: Path
) -> None:
    letters(clips, count)
    failing_rtf.written(clips / "odd.rtf", what)
    failing_rtf.written(clips / "even.rtf", what)
    with closing(indexed(clips)) as library:
        assert library.counts().articles == count
        assert library.troubles() == []
        assert {Path(one.path).name for one in library.problems()} == {"odd.rtf", "even.rtf"}
        assert all(named in one.words and one.remedy == REPORT for one in library.problems())
        assert list(library.update()) == [(0, 0)]
        with sole_writer(library._index.lock) as alone:
            assert alone
    assert of_this_test(tmp_path) == []


def test_what_a_package_prints_does_not_get_between_the_records(clips: Path) -> None:
    letters(clips, MANY)
    failing_rtf.written(clips / "odd.rtf", "noise")
    with closing(indexed(clips)) as library:
        assert (library.counts().articles, library.problems()) == (MANY + 1, [])


def test_an_interrupt_is_no_fault_of_a_file() -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        isolated(interrupted, "a.txt")


# helpers


def helping(**streams: Any) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", worker_pool.__name__]
    return subprocess.Popen(words, stdin=subprocess.PIPE, cwd=ROOT, start_new_session=True, **streams)


def asked(process: subprocess.Popen[bytes], found: list[FoundFile]) -> None:
    assert process.stdin is not None
    with suppress(BrokenPipeError):
        pickle.dump(found, process.stdin)
        process.stdin.flush()


def test_a_helper_ends_with_its_input_though_nobody_reads_its_answers(tmp_path: Path) -> None:
    with helping(stdout=subprocess.PIPE, pipesize=PAGE) as process:
        for _ in range(4):
            asked(process, files(tmp_path, 2 * CHUNK))  # many times what the pipe holds
        assert process.stdout is not None
        assert pickle.load(process.stdout) == worker_pool.GREETING
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(LONGEST) == 0


def test_a_helper_ends_when_its_answers_go_nowhere(tmp_path: Path) -> None:
    with helping(stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        asked(process, files(tmp_path, 1))
        assert process.wait(LONGEST) == 1  # its input is still open


def test_a_helper_ends_when_what_is_asked_is_cut_short(tmp_path: Path) -> None:
    with helping(stdout=subprocess.DEVNULL) as process:
        assert process.stdin is not None
        process.stdin.write(pickle.dumps(files(tmp_path, 2))[:-9] + b"!")
        process.stdin.close()
        assert process.wait(LONGEST) == 0


def test_helpers_that_are_killed_are_replaced_and_stopped_ones_are_let_go(tmp_path: Path) -> None:
    found = files(tmp_path, 3 * CHUNK)
    with closing(WorkerPool(1)) as helpers:
        records = []
        for number, record in enumerate(helpers.records(found)):
            records.append(record)
            if number in (0, CHUNK):
                helpers._analysts[0]._process.send_signal(signal.SIGKILL)
        last = helpers._analysts[0]._process
        last.send_signal(signal.SIGSTOP)
    assert [record.found for record in records] == found
    assert all(record.articles and not record.problems for record in records)
    assert last.returncode == -signal.SIGKILL


def test_where_no_process_can_be_had_any_more_the_files_are_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = files(tmp_path, 2 * CHUNK)
    with closing(WorkerPool(1)) as helpers:
        records = helpers.records(found)
        first = next(records)

        def none(*_: object, **__: object) -> None:
            raise BlockingIOError(11, "Resource temporarily unavailable")

        monkeypatch.setattr(subprocess, "Popen", none)
        helpers._analysts[0]._process.kill()
        assert [first.found, *(record.found for record in records)] == found


def test_a_record_that_cannot_be_handed_over_is_a_problem_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd, plain = files(tmp_path, 2)

    def made(found: FoundFile) -> FileRecord:
        return FileRecord(found, b"", (lambda: None,) if found is odd else ())  # type: ignore[arg-type]  # a fault

    monkeypatch.setattr(worker_pool, "record_of", made)
    one, other = pickle.loads(worker_pool._answer([odd, plain]))
    assert (one.found, one.articles, len(one.problems)) == (odd, (), 1)
    assert (other.found, other.problems) == (plain, ())


def test_helpers_end_with_the_process_that_asked_them_however_it_ends(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from tui.library.ingest.scan import scan\nfrom tui.library.ingest.worker_pool import WorkerPool\n"
        "next(WorkerPool(2).records(scan([Path(sys.argv[1])])))\nos.kill(os.getpid(), signal.SIGKILL)\n"
    )
    letters(tmp_path, 40 * CHUNK)
    read, write = os.pipe()  # the helpers hold its end as long as they live
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT,
        stderr=write,
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path)},
    ) as process:
        os.close(write)
        assert process.wait(LONGEST) == -signal.SIGKILL
    os.close(read)
    ended = partial(of_this_test, tmp_path)
    waited(lambda: ended() == [])


def waited(so: Callable[[], bool]) -> None:
    """Wait until it is so; that it never is, the time of the run tells."""
    while not so():
        os.sched_yield()


# what is done with the records


def broken(path: str, only: str) -> Callable[..., Any]:
    """The function of that module, which fails where an argument has these words in it."""
    module, _, name = path.rpartition(".")
    real = getattr(sys.modules[module], name)

    def fails(*words: Any, **named: Any) -> Any:
        if only in repr(words):
            raise AssertionError("a rule has failed")
        return real(*words, **named)

    return fails


@pytest.mark.parametrize(
    "step",
    [
        "tui.library.ingest.annotation.annotate",
        "tui.library.ingest.analysis.features_of",
        "tui.library.ingest.pipeline.corrected",
        "tui.library.ingest.index_writer.pack",
        "tui.library.ingest.carry_over._words",
    ],
)
def test_a_step_that_fails_with_one_file_leaves_the_others_alone(
    step: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(indexed(folder)) as library:
        tram = next(row for row in library.rows("newest first", 0, 9) if "tram" in row.path)  # type: ignore[arg-type]  # as the port has it
        library.set_note(tram.article, "Mine.")
        for file in ("quay.md", "old/tram.md"):
            words = (folder / file).read_text(encoding="utf-8").replace("said:", "said on Monday:")
            (folder / file).write_text(words, encoding="utf-8")
        monkeypatch.setattr(step, broken(step, "no money for a tram"))
        list(library.update())
        assert library.troubles() == []
        (problem,) = library.problems()
        assert problem.path.endswith("tram.md")
        assert "could not be analysed: AssertionError: a rule has failed" in problem.words
        assert library.search("We will build the new quay").hits[0].said.words
        assert library.mark(tram.article).note == "Mine."


def test_an_update_that_fails_as_a_whole_is_told_and_what_was_read_can_be_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_index: Index) -> Iterator[None]:
        raise AssertionError("names cannot be joined")

    monkeypatch.setattr("tui.library.ingest.identity_resolution.resolve_identities", fails)
    with closing(indexed(folder)) as library:
        (trouble,) = library.troubles()
        assert trouble.words.endswith("AssertionError: names cannot be joined.")
        assert trouble.remedy.startswith(REPORT)
        assert library.counts().articles == 3
    assert "names cannot be joined" in kept()


# parts of files

MESSAGE = (
    "From x Mon Jan  5 10:00:00 2015\nSubject: {0}\nDate: 5 Jan 2015 10:00:00 +0000\n\nThe {0} ferry.\n\n"
)
ENTRY = "<item><title>{0}</title><description>The {0} ferry sails on Monday.</description></item>"
EXPORT = (
    "{0} news\n\nThe Tide\n\nJanuary 5, 2015\n\nLength: 9 words\n\nBody\n\n"
    "The {0} ferry.\n\nEnd of Document\n"
)
PARTS = {
    "box": (".mbox", "{}", MESSAGE, "mail.article", "Message 2"),
    "feed": (".rss", "<rss><channel>{}</channel></rss>", ENTRY, "feed.article", "Entry 2"),
    "lines": (".jsonl", "{}", '{{"text": "The {0} ferry."}}\n', "json_records.article", "Line 2"),
    "export": (".txt", "{}", EXPORT, "export_reading.article", "Part 2 of the export"),
}


@pytest.mark.parametrize(("ending", "whole", "part", "step", "named"), PARTS.values(), ids=PARTS.keys())
def test_a_part_that_fails_leaves_the_others_of_its_file_alone(
    ending: str, whole: str, part: str, step: str, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = whole.format("".join(part.format(name) for name in ("red", "blue", "green"))).encode()
    assert len(read_bytes("a", raw, ending).articles) == 3
    step = f"tui.library.formats.{step}"
    monkeypatch.setattr(step, broken(step, "blue"))
    reading = read_bytes("a", raw, ending)
    assert [article.text.split()[1] for article in reading.articles] == ["red", "green"]
    (problem,) = reading.problems
    assert problem.words == f"{named} could not be analysed: AssertionError: a rule has failed."
    assert not problem.read


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        (1, "1"),
        (2014.5, "2014.5"),
        (True, None),
        (None, None),
        (["a"], None),
        (b"\xff", None),
        (RecursionError(), None),
        ("Ferry to sail", "Ferry to sail"),
    ],
)
def test_the_title_of_a_pdf_may_be_of_any_kind(
    title: object, headline: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stated:
        @property
        def title(self) -> object:
            if isinstance(title, Exception):
                raise title
            return title

    reading = _read_pdf(["The ferry sails in every month of the year."], Stated(), monkeypatch)
    assert [article.headline for article in reading.articles] == [headline]
    assert reading.problems == ()


def test_a_page_of_a_pdf_that_is_damaged_is_named_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = ["The ferry sails in every month.", KeyError("/Resources"), "The harbour is deep enough for it."]
    reading = _read_pdf(pages, None, monkeypatch)
    (article,) = reading.articles
    assert "ferry sails" in article.text
    assert "deep enough" in article.text
    assert [problem.words for problem in reading.problems] == ["Page 2 is damaged and cannot be read."]
    reading = _read_pdf([KeyError("/Resources")] * 20, None, monkeypatch)
    (problem,) = reading.problems
    assert problem.words.startswith("Pages 1, 2, 3, ")
    assert problem.words.endswith("12, … are damaged and cannot be read.")


def _read_pdf(pages: list[Any], metadata: object, monkeypatch: pytest.MonkeyPatch) -> Any:
    class Page:
        def __init__(self, words: Any) -> None:
            self.words = words

        def extract_text(self) -> str:
            if isinstance(self.words, Exception):
                raise self.words
            return str(self.words)

    module = ModuleType("pypdf")
    document = SimpleNamespace(is_encrypted=False, pages=[Page(words) for words in pages], metadata=metadata)
    module.PdfReader = lambda _: document  # type: ignore[attr-defined]  # it stands for the package
    monkeypatch.setitem(sys.modules, "pypdf", module)
    return read_bytes("a.pdf", b"%PDF-1.4", ".pdf")


ODD_VALUES = ["7", "1e400", "true", "null", "[]", '["a", 2, null]', '{"name": 3}', "[[[]]]", '""', "-0"]


@pytest.mark.parametrize("value", ODD_VALUES)
@pytest.mark.parametrize("field", ["headline", "standfirst", "byline", "publication", "published", "url"])
def test_a_fact_of_another_kind_than_it_should_be_loses_no_article(field: str, value: str) -> None:
    text = "The ferry sails in every month of the year, and the harbour is deep enough for it."
    linked = f'{{"@type": "NewsArticle", "{field}": {value}, "author": {value}, "datePublished": {value}}}'
    page = f'<script type="application/ld+json">{linked}</script><p>{text}</p>'
    front = f"---\n{field}: {value}\ntitle: {value}\n---\n\n{text}\n"
    for raw, ending in (
        (f'{{"text": "{text}", "{field}": {value}, "title": {value}}}', ".json"),
        (page, ".html"),
        (front, ".md"),
    ):
        reading = read_bytes("a", raw.encode(), ending)
        (article,) = reading.articles
        assert article.text.strip() == text
        assert all(isinstance(one, str | None) for one in (article.headline, article.byline, article.url))
        assert not any("could not be analysed" in problem.words for problem in reading.problems)


# the file of faults


def kept() -> str:
    return fault_log.fault_file().read_text(encoding="utf-8")


def failed(words: str) -> Exception:
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


def test_faults_are_appended_for_the_reader_alone_and_the_oldest_go() -> None:
    file = fault_log.fault_file()
    file.parent.mkdir(parents=True)
    file.write_text("of an older program\n\n", encoding="utf-8")
    file.chmod(0o644)
    assert fault_log.keep(failed("the first \x1b]52;c;x\x07"), "a\n.txt") == file
    fault_log.keep(failed("the second"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert kept().index("of an older") < kept().index("the first ␛]52") < kept().index("the second")
    assert " a .txt\n" in kept()
    assert "Traceback" in kept()
    for _ in range(2 * fault_log.LARGEST // 6_000):
        fault_log.keep(failed("one of many " * 500))
    assert "the first" not in kept()
    assert "one of many" in kept()
    assert file.stat().st_size <= fault_log.LARGEST
    fault_log.keep(failed("the last " + "x" * 2 * fault_log.LARGEST))
    assert "the last" in kept()
    assert file.stat().st_size <= fault_log.LARGEST
    assert kept().startswith("20")  # with the first line of a fault


def test_where_no_fault_can_be_kept_nothing_else_goes_wrong(tmp_path: Path) -> None:
    file = fault_log.fault_file()
    file.parent.mkdir(parents=True)
    file.symlink_to(tmp_path / "somebody's file")
    assert fault_log.keep(failed("a rule has failed")) is None
    assert not (tmp_path / "somebody's file").exists()
    given = isolated(lambda: int("x"), "a.txt", "Line 4")
    assert isinstance(given, Problem)
    assert given.words.startswith("Line 4 could not be analysed: ValueError: invalid literal")
    assert given.remedy == REPORT


def test_a_fault_whose_own_words_fail_is_named_by_its_kind() -> None:
    class OddError(Exception):
        def __str__(self) -> str:
            raise ValueError

    assert fault_log.named(OddError()) == "OddError"
    assert fault_log.named(failed("x" * 999)).endswith("x…")


def test_a_file_that_cannot_be_looked_into_for_lack_of_memory_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = files(tmp_path, 1)

    def none(_: Path) -> bytes:
        raise MemoryError

    monkeypatch.setattr("tui.library.ingest.analysis.contents", none)
    assert record_of(found).problems[0].words == "It could not be analysed: MemoryError."
