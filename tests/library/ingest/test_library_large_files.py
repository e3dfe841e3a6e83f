"""Files of many articles are taken in piece by piece: soon readable, gone on with after a kill."""

import gc
import json
import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tui.library.formats import file_pieces
from tui.library.ingest import analysis, index_writer, pipeline, read_file, worker_pool
from tui.library.ingest.analysis import AnalysedArticle, FileRecord
from tui.library.ingest.scan import FoundFile
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.model.article import Article
from tui.model.listing import Order

Opener = Callable[..., FolderLibrary]
COUNT = 60
PERSONS = "Ada Brook,Ben Crane,Cora Dale,Dan Ellis,Eva Frost".split(",")


def line(number: int, more: str = "") -> str:
    text = (
        f"The lock keeper of weir {number} has asked for help.{more}\n\n"
        f"“The gate of weir {number} has not moved since May,” said {PERSONS[number % 5]}, who lives there."
    )
    return json.dumps({"title": f"Weir {number} is stuck", "text": text})


def written(file: Path, rows: Sequence[str]) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few articles are a large file, and each piece is kept as it comes."""
    monkeypatch.setattr(file_pieces, "WHOLE", 1_500)
    monkeypatch.setattr(read_file, "WHOLE", 1_500)
    monkeypatch.setattr(file_pieces, "PIECE", 700)
    monkeypatch.setattr(file_pieces, "_STEP", 500)
    monkeypatch.setattr(pipeline, "BATCH_SECONDS", 0)
    monkeypatch.setattr(pipeline, "LONGEST_BATCH", 0)


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """A file of many articles."""
    file = tmp_path / "box" / "weirs.jsonl"
    written(file, [line(number) for number in range(COUNT)])
    return file


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[FoundFile]:
    """Each piece that was analysed."""
    seen: list[FoundFile] = []

    def record_of(found: FoundFile) -> FileRecord:
        seen.append(found)
        return analysis.record_of(found)

    monkeypatch.setattr(worker_pool, "record_of", record_of)
    return seen


def titles(library: FolderLibrary) -> list[str]:
    return sorted(row.title for row in library.every(Order.NEWEST))


def killed_after(folder: Path, articles: int) -> None:
    """Update in a process that is killed when so many are in the index."""
    child = os.fork()
    if not child:
        library = open_library([folder])
        for _ in library.update():
            if library.counts().articles >= articles:
                os.kill(os.getpid(), signal.SIGKILL)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def test_articles_are_readable_while_their_file_is_read(box: Path, opened: Opener) -> None:
    library = opened(box.parent, update=False)
    seen = []
    for done, total in library.update():
        assert total == 1
        assert done in (0, 1)
        seen.append((library.counts().articles, library.coverage().unread))
    assert len({articles for articles, _ in seen}) > COUNT // 5
    assert all(unread == 1 for articles, unread in seen if articles < COUNT)
    assert seen[-1][0] == COUNT
    assert library.coverage().complete


def test_a_kill_loses_a_piece_and_the_rest_is_gone_on_with(
    box: Path, opened: Opener, analysed: list[FoundFile]
) -> None:
    killed_after(box.parent, COUNT // 2)
    library = opened(box.parent, update=False)
    kept = library.counts().articles
    assert COUNT // 2 <= kept < COUNT
    list(library.update())
    assert titles(library) == sorted(f"Weir {number} is stuck" for number in range(COUNT))
    assert sum(len(read_file.read_file(found).articles) for found in analysed) == COUNT - kept
    assert library.coverage().complete
    del analysed[:]
    list(library.update())
    assert not analysed


def test_what_is_added_at_the_end_is_read_and_the_rest_is_not(
    box: Path, opened: Opener, analysed: list[FoundFile]
) -> None:
    library = opened(box.parent)
    pieces = len(analysed)
    del analysed[:]
    written(box, [line(number) for number in range(COUNT + 4)])
    list(library.update())
    assert library.counts().articles == COUNT + 4
    assert len(analysed) < pieces // 3


def test_an_edited_article_keeps_its_marks(box: Path, opened: Opener) -> None:
    library = opened(box.parent)
    row = next(row for row in library.every(Order.NEWEST) if row.title == "Weir 33 is stuck")
    library.set_starred(row.article, True)
    written(box, [line(number, " Nobody came." * (number == 33)) for number in range(COUNT)])
    list(library.update())
    starred = [row.title for row in library.every(Order.NEWEST) if library.mark(row.article).starred]
    assert starred == ["Weir 33 is stuck"]
    assert library.counts().articles == COUNT


def test_a_file_that_has_become_smaller_holds_no_more_than_that(box: Path, opened: Opener) -> None:
    library = opened(box.parent)
    for left in (COUNT // 2, 2, 0):
        written(box, [line(number) for number in range(left)])
        list(library.update())
        assert titles(library) == sorted(f"Weir {number} is stuck" for number in range(left))
    written(box, [line(number) for number in range(COUNT)])
    list(library.update())
    box.unlink()
    list(library.update())
    assert library.counts().articles == 0
    assert not library.problems()


def test_few_articles_are_held_at_once_however_many_there_are(
    box: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive: list[int] = []
    keep = index_writer.keep_file

    def counting(connection, place, record, marked):  # type: ignore[no-untyped-def]  # passes on what it is given
        alive.append(sum(isinstance(one, Article | AnalysedArticle) for one in gc.get_objects()))
        keep(connection, place, record, marked)

    monkeypatch.setattr(index_writer, "keep_file", counting)
    before = sum(isinstance(one, Article | AnalysedArticle) for one in gc.get_objects())
    opened(box.parent)
    assert len(alive) > COUNT // 5
    assert max(alive) - before < COUNT // 4


def test_a_file_that_breaks_off_is_told_and_tried_again(
    box: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = file_pieces._runs

    def failing(*given):  # type: ignore[no-untyped-def]  # a disk that fails in the middle
        for number, run in enumerate(runs(*given)):
            if number == 5:
                raise OSError(5, "Input/output error")
            yield run

    monkeypatch.setattr(file_pieces, "_runs", failing)
    library = opened(box.parent)
    assert 0 < library.counts().articles < COUNT
    (problem,) = library.problems()
    assert problem.words == "It cannot be read: input/output error."
    monkeypatch.setattr(file_pieces, "_runs", runs)
    list(library.update())
    assert library.counts().articles == COUNT
    assert not library.problems()


def test_without_an_index_a_large_file_is_read_piece_by_piece_too(box: Path) -> None:
    found = [*read_file.articles([box])]
    assert [one.headline for one in found if isinstance(one, Article)] == [
        f"Weir {number} is stuck" for number in range(COUNT)
    ]
