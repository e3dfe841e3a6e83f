from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library.index import pending_search
from tui.library.index.pending_search import file_of
from tui.library.index.quotation_index_file import (
    IndexedQuotation,
    build_index,
    load_index,
    state_of,
    write_index,
)
from tui.library.service.folder_library import FolderLibrary

ROWS = [
    IndexedQuotation(7, 0, -3, False, "We will build the new quay before the winter", "Ann Lee Ms Lee", ""),
    IndexedQuotation(5, 1, 0, True, "the heart of the street", "Mary Holt", ""),
]


def test_it_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    write_index(tmp_path / "a.said", build_index(("f" * 32, 3), ROWS))
    kept = load_index(tmp_path / "a.said")
    assert kept is not None
    assert kept.state == ("f" * 32, 3)
    assert state_of(tmp_path / "a.said") == kept.state
    assert (list(kept.articles), list(kept.numbers), list(kept.partial)) == ([7, 5], [0, 1], [0, 1])
    assert list(kept.ages) == [-3, 0]
    assert kept.engine.look("hart street", 5).rows[0][0] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.said"]


@pytest.mark.parametrize("cut", [0, 10, 60, 100, -1])
def test_a_file_that_is_not_whole_is_none(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "a.said"
    write_index(path, build_index(("f" * 32, 3), ROWS))
    path.write_bytes(path.read_bytes()[:cut])
    assert load_index(path) is None


def test_what_has_changed_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    kept = build_index(("f" * 32, 3), ROWS)
    now = kept.brought_up(
        ("f" * 32, 4), {5, 6}, [IndexedQuotation(6, 0, -9, False, "a tram to the quay", "Rosa Pike", "")]
    )
    write_index(tmp_path / "a.said", now)
    again = load_index(tmp_path / "a.said")
    assert again is not None
    for one in (now, again):
        assert (one.state[1], one.later, list(one.articles)) == (4, 1, [6, 7, 5])
        assert [row for row, _ in one.engine.look("quay", 5).rows] == [0, 1]
        assert one.engine.look("heart", 5).rows == ()
    gone = now.brought_up(("f" * 32, 5), {7}, [])
    assert [row for row, _ in gone.engine.look("quay", 5).rows] == [0]


def test_what_is_not_there_or_not_ours_is_none(tmp_path: Path) -> None:
    assert load_index(tmp_path / "a.said") is None
    (tmp_path / "a.said").write_bytes(b"something else entirely" * 20)
    assert load_index(tmp_path / "a.said") is None


def test_a_large_library_is_searched_through_the_file_beside_its_index(
    folder: Path, opened: Callable[..., FolderLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pending_search, "SMALL", 1)
    library = opened(folder)
    kept = file_of(library._index.file)
    assert kept.exists()
    assert library.search("hart of the stret").hits[0].said.quotation.speaker == "Mary Holt"
    (folder / "undated.txt").unlink()
    list(library.update())
    assert library.search("heart market", exact=True).matching == 0
    kept.unlink()
    library.close()
    assert opened(folder).search("tram").matching == 1
