"""The folder library: what the index follows and leaves alone."""

import hashlib
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tui.app_paths import cache_home, shipped
from tui.library.core.json_field_map import VARIABLE
from tui.library.core.roots import name_of
from tui.library.index import article_lists
from tui.library.ingest import invalidation
from tui.library.service.folder_library import FolderLibrary
from tui.model.listing import Order
from tui.model.source import SourceLocation

Opener = Callable[..., FolderLibrary]
ROOT = Path(__file__).parents[3]


def index_of(*paths: Path) -> Path:
    return cache_home() / f"{name_of(paths)}.db"


def names(library: FolderLibrary) -> list[str]:
    return sorted(Path(row.path).name for row in library.rows(Order.NEWEST, 0, 99))


def test_the_seeds_are_a_library(opened: Opener) -> None:
    library = opened(shipped("seeds"))
    assert (library.counts().articles, library.counts().quotations) == (4, 14)
    assert library.search("preequisite").hits[0].said.quotation.speaker == "Simon Henig"


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("paths", [lambda folder: [folder], files_of], ids=["folder", "files"])
def test_a_shown_path_leads_to_its_file(
    folder: Path, opened: Opener, paths: Callable[[Path], list[Path]]
) -> None:
    library = opened(*paths(folder))
    row = library.rows(Order.NEWEST, 0, 1)[0]
    assert library.source_at(row.path) == SourceLocation(str(folder / "quay.md"))
    assert library.source(row.article) == SourceLocation(str(folder / "quay.md"))


@pytest.mark.parametrize("paths", [lambda folder: [folder], files_of], ids=["folder", "files"])
def test_looking_says_when_an_update_is_due(
    folder: Path, opened: Opener, paths: Callable[[Path], list[Path]]
) -> None:
    library = opened(*paths(folder))
    assert not any(library.due())
    (folder / "quay.md").write_text("Other words: “We shall see,” said Ann Lee.", encoding="utf-8")
    for _ in range(100):
        if any(library.due()):
            break
        time.sleep(0.05)
    else:
        raise AssertionError("the change was not seen")
    assert [total for _, total in library.update()][-1] == 1


def test_an_index_is_readable_at_once_when_it_is_opened_again(folder: Path, opened: Opener) -> None:
    before = opened(folder).rows(Order.NEWEST, 0, 9)
    assert opened(folder, update=False).rows(Order.NEWEST, 0, 9) == before


@pytest.mark.parametrize("path", [".", "press", "press/", "../{}/press", "press/quay.md"])
def test_a_path_may_be_given_in_any_way(
    path: str, folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder if path == "." else folder.parent)
    library = opened(Path(path.format(folder.parent.name)))
    for row in library.rows(Order.NEWEST, 0, 9):
        assert Path(row.path).exists()
        assert library.source(row.article) == SourceLocation(row.path)
    assert list(library.update()) == [(0, 0)]
    library.close()
    assert opened(Path(path.format(folder.parent.name)).resolve(), update=False).counts().articles > 0


def test_added_changed_and_removed_files_are_followed(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    (folder / "new.txt").write_text(
        "Ann Lee said: “The new lighthouse is the pride of us all.”", encoding="utf-8"
    )
    (folder / "quay.md").write_text(
        "# Quay plan dropped\n\nAnn Lee said: “It was a mistake.”", encoding="utf-8"
    )
    (folder / "undated.txt").unlink()
    assert list(library.update())[-1] == (2, 2)
    assert names(library) == ["new.txt", "quay.md", "tram.md"]
    assert library.search("lighthouse").matching == 1
    assert library.search("heart market", exact=True).matching == 0
    assert {p.speaker for p in (s.quotation for s in library.said_by("John Cole"))} == set()
    assert (library.counts().articles, library.counts().people) == (3, 1)


def test_facts_that_change_while_the_text_stays_are_followed(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    before = library.rows(Order.NEWEST, 0, 1)[0]
    library.set_starred(before.article, True)
    quay = folder / "quay.md"
    quay.write_text(quay.read_text(encoding="utf-8").replace("2015-03-14", "2016-01-02"), encoding="utf-8")
    list(library.update())
    row = library.rows(Order.NEWEST, 0, 1)[0]
    assert (row.title, str(row.published), row.starred) == (before.title, "2016-01-02", True)
    assert library.position(before.article, Order.NEWEST) is None
    assert library.related(row.article)
    assert library.search("quay").matching > 0
    assert library.counts().articles == 3
    copy = folder / "copy.md"
    copy.write_bytes(quay.read_bytes())
    list(library.update())
    quay.unlink()
    list(library.update())
    assert library.position(row.article, Order.NEWEST) == 0


def test_an_article_that_stands_twice_in_a_file_is_one(folder: Path, opened: Opener) -> None:
    message = (
        "Date: Sat, 14 Mar 2015 10:00:00 +0000\nSubject: Tram\n\n"
        "There is no money for a tram in this town, said Ann Lee.\n\n"
    )
    box = f"From a\n{message}From b\n{message}"
    (folder / "a.mbox").write_text(box, encoding="utf-8")
    library = opened(folder)
    assert library.counts().articles == 4
    (tram,) = (row for row in library.rows(Order.NEWEST, 0, 9) if row.title == "Tram")
    assert str(tram.published) == "2015-03-14"


def test_another_map_of_fields_has_its_files_read_again(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.jsonl").write_text('{"kop": "Tram", "text": "One."}\n', encoding="utf-8")
    library = opened(folder)
    monkeypatch.setenv(VARIABLE, "headline=kop")
    assert list(library.update())[-1] == (1, 1)
    assert "Tram" in [row.title for row in library.rows(Order.NEWEST, 0, 9)]
    assert list(library.update()) == [(0, 0)]


def test_a_file_that_waited_for_a_package_is_read_when_that_is_there(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    monkeypatch.setattr(invalidation, "find_spec", lambda _: None)
    (folder / "a.rtf").write_bytes(b"{\\rtf1 x}")
    library = opened(folder)
    assert library.counts().articles == 3
    module = ModuleType("striprtf.striprtf")
    module.rtf_to_text = lambda *_, **__: "The tram is here."  # type: ignore[attr-defined]  # it stands for the package
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", module)
    monkeypatch.setattr(invalidation, "find_spec", lambda name: name == "striprtf" or None)
    list(library.update())
    assert library.counts().articles == 4
    assert library.problems() == []
    assert list(library.update()) == [(0, 0)]


def test_a_renamed_file_keeps_its_marks_and_is_not_analysed_again(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opened(folder)
    article = library.rows(Order.NEWEST, 0, 1)[0].article
    library.set_starred(article, True)
    (folder / "quay.md").rename(folder / "old" / "moved.md")

    def never(*_: object) -> None:
        raise AssertionError("analysed again")

    monkeypatch.setattr("tui.library.ingest.analysis.analyse", never)
    list(library.update())
    row = library.rows(Order.NEWEST, 0, 1)[0]
    assert (row.article, row.starred, Path(row.path).name) == (article, True, "moved.md")
    assert library.source(article) == SourceLocation(str(folder / "old" / "moved.md"))


def test_marks_outlive_the_index_and_the_removal_of_the_file(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    article = library.rows(Order.NEWEST, 0, 1)[0].article
    library.set_read(article, True)
    words = (folder / "quay.md").read_bytes()
    (folder / "quay.md").unlink()
    list(library.update())
    (folder / "again.md").write_bytes(words)
    list(library.update())
    assert library.rows(Order.NEWEST, 0, 1)[0].read
    library.close()
    index_of(folder).unlink()
    assert opened(folder).rows(Order.NEWEST, 0, 1)[0].read


def test_the_same_cutting_in_two_files_is_one_article(folder: Path, opened: Opener) -> None:
    (folder / "copy.md").write_bytes((folder / "quay.md").read_bytes())
    library = opened(folder)
    assert library.counts().articles == 3
    article = library.rows(Order.NEWEST, 0, 1)[0].article
    (folder / Path(library.rows(Order.NEWEST, 0, 1)[0].path).name).unlink()
    list(library.update())
    assert library.counts().articles == 3
    (left,) = {folder / "copy.md", folder / "quay.md"} & set(folder.iterdir())
    assert library.source(article) == SourceLocation(str(left))


def test_a_mark_set_in_one_library_is_seen_in_another(folder: Path, opened: Opener) -> None:
    one, two = opened(folder), opened(folder / "quay.md")
    article = two.rows(Order.NEWEST, 0, 1)[0].article
    one.set_starred(article, True)
    two.close()
    assert opened(folder / "quay.md").rows(Order.NEWEST, 0, 1)[0].starred


def test_odd_files_are_problems_and_the_rest_is_read(folder: Path, opened: Opener) -> None:
    (folder / "empty.txt").touch()
    (folder / "old.txt").write_bytes("Ann Lee said: “The café is closed.”".encode("cp1252"))
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    library = opened(folder)
    problems = {Path(problem.path).name: problem for problem in library.problems()}
    assert {name: problem.read for name, problem in problems.items()} == {
        "empty.txt": False,
        "old.txt": True,
        "photo.jpg": False,
    }
    assert list(library.update()) == [(0, 0)]
    (folder / "photo.jpg").unlink()
    list(library.update())
    assert "photo.jpg" not in {Path(problem.path).name for problem in library.problems()}


def test_the_readers_folder_is_never_written(folder: Path, opened: Opener) -> None:
    def state() -> dict[str, tuple[int, str]]:
        files = (path for path in folder.rglob("*") if path.is_file())
        return {str(p): (p.stat().st_mtime_ns, hashlib.sha256(p.read_bytes()).hexdigest()) for p in files}

    before = state()
    library = opened(folder)
    library.set_read(library.rows(Order.NEWEST, 0, 1)[0].article, True)
    library.search("harbour")
    assert state() == before


def test_the_last_place_is_remembered_for_each_library(folder: Path, opened: Opener) -> None:
    from tui.model.trail import Place

    library = opened(folder)
    place = Place(library.rows(Order.NEWEST, 0, 1)[0].article, offset=42)
    library.set_last_place(place)
    library.close()
    assert opened(folder).last_place() == place
    assert opened(folder / "quay.md").last_place() is None


def test_all_rows_are_those_of_the_beginning_whatever_an_update_changes(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_lists, "_PAGE", 1)
    library = opened(folder)
    rows = library.every(Order.OLDEST)
    first = next(rows)
    (folder / "undated.txt").unlink()
    (folder / "old" / "ferry.md").write_text(
        "---\ntitle: The first ferry\npublished: 1999-01-02\n---\n\nIt sailed to Hull at nine\n"
    )
    list(library.update())
    assert [row.title for row in (first, *rows)] == ["No money for the tram", "Harbour plan agreed"]


def test_an_article_that_the_index_holds_damaged_is_none_and_told_once(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    row = next(library.every(Order.NEWEST))
    with library._index.changing() as connection:
        which = "article IN (SELECT key FROM article WHERE id = ?)"
        connection.execute(f"UPDATE cutting SET packed = x'00' WHERE {which}", (row.article,))
    assert library.cutting(row.article) is None
    assert library.cutting(row.article) is None
    assert [problem.path for problem in library.problems()] == [row.path]
