import subprocess
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tui.library.ingest import worker_pool
from tui.library.ingest.scan import FoundFile
from tui.library.ingest.worker_pool import CHUNK, WorkerPool, seconds_for

PAGE = 4096


def files(folder: Path, count: int) -> list[FoundFile]:
    found = []
    for number in range(count):
        path = folder / f"{number} {'a long name ' * 20}.txt"
        path.write_text(f"Ann Lee said: “This is letter {number}.” " * 20, encoding="utf-8")
        found.append(FoundFile(path, path.stat().st_size, path.stat().st_mtime_ns))
    return found


def test_helpers_answer_in_order_even_where_pipes_are_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "Popen", partial(subprocess.Popen, pipesize=PAGE))
    monkeypatch.setattr(worker_pool, "AHEAD", 4)  # what is handed over then is more than the pipe holds
    found = files(tmp_path, 2 * CHUNK * (worker_pool.AHEAD + 1))
    with closing(WorkerPool(1)) as helpers:
        records = list(helpers.records(found))
    assert [record.found for record in records] == found
    assert all(record.articles and record.content for record in records)


def test_a_large_file_may_take_longer() -> None:
    small, large = (FoundFile(Path("a.txt"), size, 0) for size in (1_000, 50_000_000))
    assert seconds_for(small) == 60
    assert seconds_for(large) == 560


@pytest.mark.parametrize("error", [EOFError, IndexError])
def test_what_a_helper_leaves_undone_is_done_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    found = files(tmp_path, 3)
    with closing(WorkerPool(1)) as helpers:
        monkeypatch.setattr(
            "tui.library.ingest.worker_pool.pickle.load", lambda _: (_ for _ in ()).throw(error)
        )
        assert [record.found for record in helpers.records(found)] == found
