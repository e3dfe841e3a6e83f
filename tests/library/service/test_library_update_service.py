"""Keeping up with a folder that changes all the time, and telling what stands in the way."""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from tui.library.core.locks import sole_writer
from tui.library.ingest import poll_changes, update_process
from tui.library.ingest import update as updating
from tui.library.service import update_service
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.model.listing import Order
from tui.model.source import SourceLocation

Opener = Callable[..., FolderLibrary]


def stir(folder: Path, draw: random.Random) -> None:
    """Write, lengthen, cut short, rename or remove one of a few files."""
    path = folder / f"{draw.randrange(8)}.txt"
    what = draw.randrange(5)
    if what == 0 and path.exists():
        path.unlink()
    elif what == 1 and path.exists():
        path.rename(folder / f"{draw.randrange(8)}.txt")
    elif what == 2 and path.exists():
        path.write_text(path.read_text(encoding="utf-8")[: draw.randrange(40, 90)], encoding="utf-8")
    else:
        with path.open("a", encoding="utf-8") as file:
            file.write(f"Ann Lee, leader of the council, said: “This is line {draw.random()}.”\n")


def settled(library: FolderLibrary) -> None:
    """Update until nothing is due."""
    for _ in range(20):
        list(library.update())
        if not any(library.due()):
            return


def test_a_folder_that_changes_while_it_is_read_is_in_the_end_as_it_is_on_the_disk(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poll_changes, "EVERY", 0.0)
    monkeypatch.setattr(poll_changes, "SHARE", 1e9)
    library, over, draw = opened(folder), Event(), random.Random(3)

    def disturb() -> None:
        while not over.wait(0.001):
            stir(folder, draw)

    thread = Thread(target=disturb)
    thread.start()
    for _ in range(8):
        while not any(library.due()):
            pass
        list(library.update())
    over.set()
    thread.join()
    settled(library)
    on_disk = {path.read_text(encoding="utf-8") for path in folder.rglob("*.txt")}
    rows = [row for row in library.rows(Order.NEWEST, 0, 99) if row.path.endswith(".txt")]
    held = [library.cutting(row.article) for row in rows]
    assert len(on_disk) > 1
    assert {cutting.article.text for cutting in held if cutting} == on_disk - {""}


def test_a_file_renamed_whose_old_name_is_taken_by_another_loses_nothing(
    folder: Path, opened: Opener
) -> None:
    library = opened(folder)
    (folder / "quay.md").rename(folder / "kept.md")
    (folder / "quay.md").write_text("Ann Lee said: “This is quite another piece.”\n", encoding="utf-8")
    list(library.update())
    titles = {Path(row.path).name: row.title for row in library.rows(Order.NEWEST, 0, 9)}
    assert titles["kept.md"] == "Harbour plan agreed"
    assert "another piece" in titles["quay.md"]


def test_a_partly_broken_file_that_is_renamed_keeps_its_problem(folder: Path, opened: Opener) -> None:
    lines = '{"title": "Bees", "text": "A swarm hung from the church clock."}\n{"title": \n'
    (folder / "a.jsonl").write_text(lines, encoding="utf-8")
    library = opened(folder)
    (before,) = library.problems()
    (folder / "a.jsonl").rename(folder / "b.jsonl")
    list(library.update())
    assert library.problems() == [before._replace(path=str(folder / "b.jsonl"))]


def test_an_index_that_is_thrown_away_while_it_is_open_is_made_again(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    for file in library._index.file.parent.iterdir():
        file.unlink()
    library._index.file.parent.rmdir()
    assert library.rows(Order.NEWEST, 0, 1)
    list(library.update())
    assert library.counts().articles == 3
    assert list(library.troubles()) == []


def test_an_update_that_another_program_is_at_is_tried_again(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update_service, "AGAIN_AFTER", 0.0)
    one, two = opened(folder), opened(folder)
    assert not any(two.due())
    with sole_writer(one._index.lock):
        list(two.update())
        assert "Another program" in two.troubles()[0].words
        assert any(two.due())
    list(two.update())
    assert list(two.troubles()) == []


def test_an_update_that_takes_the_place_of_another_waits_for_it_and_takes_it_for_no_other_program(
    folder: Path, opened: Opener
) -> None:
    library, begun, left = opened(folder, update=False), Event(), Event()
    told: list[list[tuple[int, int]]] = []

    def first() -> None:
        steps = library.update()
        next(steps)
        begun.set()
        left.wait()
        steps.close()  # type: ignore[attr-defined] # it is a generator

    one, two = Thread(target=first), Thread(target=lambda: told.append(list(library.update())))
    one.start()
    begun.wait()
    two.start()
    two.join(0.2)
    waited = not told
    left.set()
    one.join()
    two.join()
    assert waited
    assert told[0][-1] == (3, 3)
    assert list(library.troubles()) == []


def test_names_that_cannot_be_shown_as_they_are_still_lead_to_the_file(folder: Path, opened: Opener) -> None:
    odd = folder / "a\x1b]0;x\x07.txt"
    odd.write_text("Ann Lee said: “We shall see about it.”", encoding="utf-8")
    library = opened(folder)
    row = next(row for row in library.rows(Order.NEWEST, 0, 9) if "]0;x" in row.path)
    assert "\x1b" not in row.path
    assert library.source_at(row.path) == SourceLocation(str(odd))
    assert list(library.articles_in(row.path)) == [row.article]


def test_a_path_is_named_as_one_sees_it_from_the_library(
    folder: Path, tmp_path: Path, opened: Opener
) -> None:
    library = opened(folder)
    assert library.within(str(folder / "old" / "tram.md")) == "old/tram.md"
    assert library.within("/elsewhere/a.txt") == "/elsewhere/a.txt"
    more = tmp_path / "more"
    more.mkdir()
    assert opened(folder, more).within(str(folder / "quay.md")) == "press/quay.md"


def test_leaving_ends_an_update_in_another_process_without_waiting_for_what_it_tells(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updating, "FEW", 2)
    library = opened(folder, update=False)
    steps = library.update()
    assert next(steps) == (0, 3)
    library.leave()
    list(steps)
    assert (3, 3) not in list(library.update())
    assert list(library.troubles()) == []


@pytest.mark.parametrize(("cores", "spared", "helpers"), [(4, 0, 4), (4, 1, 3), (1, 1, 1), (None, 1, 1)])
def test_a_core_is_left_to_whoever_types_while_files_are_analysed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, cores: int | None, spared: int, helpers: int
) -> None:
    asked: list[object] = []

    def update(*given: object) -> Iterator[tuple[int, int]]:
        asked.append(given[3])
        yield 1, 1

    monkeypatch.setattr(updating, "FEW", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    monkeypatch.setattr(update_process, "update", update)
    with closing(open_library([folder], spared=spared)) as library:
        assert list(library.update()) == [(1, 1)]
    assert asked == [helpers]
