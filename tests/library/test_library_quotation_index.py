from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library import filling, searching
from tui.library.folder import FolderLibrary
from tui.library.quotation_index import file_of, load, made, write

ROWS = [
    (7, 70, "direct", "We will build the new quay before the winter", "Ann Lee", "Ann Lee\nMs Lee"),
    (5, 50, "partial", "the heart of the street", "Mary Holt", None),
]


def test_it_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "a.said", made(("f" * 32, 3), ROWS))
    kept = load(tmp_path / "a.said")
    assert kept is not None
    assert kept.state == ("f" * 32, 3)
    assert (list(kept.keys), list(kept.articles), list(kept.partial)) == ([7, 5], [70, 50], [0, 1])
    assert kept.engine.look("hart street", 5).rows[0][0] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.said"]


@pytest.mark.parametrize("cut", [0, 10, 60, 100, -1])
def test_a_file_that_is_not_whole_is_none(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "a.said"
    write(path, made(("f" * 32, 3), ROWS))
    path.write_bytes(path.read_bytes()[:cut])
    assert load(path) is None


def test_a_speaker_is_found_by_the_names_that_other_articles_use() -> None:
    kept = made(("f" * 32, 3), ROWS)
    assert kept.engine.look("@ms", 5).rows[0][0] == 0


def test_what_is_not_there_or_not_ours_is_none(tmp_path: Path) -> None:
    assert load(tmp_path / "a.said") is None
    (tmp_path / "a.said").write_bytes(b"something else entirely" * 20)
    assert load(tmp_path / "a.said") is None


def test_a_large_library_is_searched_through_the_file_beside_its_index(
    folder: Path, opened: Callable[..., FolderLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (filling, searching):
        monkeypatch.setattr(module, "SMALL", 1)
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
