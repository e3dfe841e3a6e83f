from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tui.library.ports.library import Library
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.library.user.history_db import HistoryDb
from tui.library.user.marks_store import MarksStore

PIECES = {
    "quay.md": (
        "---\ntitle: Harbour plan agreed\nsource: Harbour Gazette\npublished: 2015-03-14\n---\n\n"
        "Ann Lee, leader of Harbour Council, said: “We will build the new quay before the winter comes.”\n\n"
        "John Cole, the chairman of the Dockers Union, said: “Nobody has asked the men who work there.”\n"
    ),
    "old/tram.md": (
        "---\ntitle: No money for the tram\nsource: Evening Mail\npublished: 2014-01-02\n---\n\n"
        "Ann Lee, leader of Harbour Council, said: “There is no money for a tram in this town.”\n"
    ),
    "undated.txt": (
        "Residents of Harbour Street want the market back, and they have told Harbour Council so.\n\n"
        "Mary Holt, a baker in Harbour Street, said: “The market was the heart of the street.”\n"
    ),
}


@pytest.fixture(autouse=True)
def own_directories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the directories of whoever runs it."""
    for variable in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "own" / variable))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three small articles, one of them in a folder below."""
    press = tmp_path / "press"
    for name, words in PIECES.items():
        (press / name).parent.mkdir(parents=True, exist_ok=True)
        (press / name).write_text(words, encoding="utf-8")
    return press


Opener = Callable[..., FolderLibrary]
MarksOf = Callable[[Path], MarksStore]
TrailsOf = Callable[[Path], HistoryDb]


@pytest.fixture
def marks_of() -> Iterator[MarksOf]:
    """Opens files of marks, and closes them after the test."""
    with ExitStack() as opened:
        yield lambda path: opened.enter_context(closing(MarksStore(path)))


@pytest.fixture
def trails_of() -> Iterator[TrailsOf]:
    """Opens files of trails, and closes them after the test."""
    with ExitStack() as opened:
        yield lambda path: opened.enter_context(closing(HistoryDb(path)))


@pytest.fixture
def opened() -> Iterator[Opener]:
    """Opens libraries, brought up to date, and closes them after the test."""
    libraries: list[FolderLibrary] = []

    def open_one(*paths: Path, update: bool = True) -> FolderLibrary:
        library = open_library(paths)
        libraries.append(library)
        if update:
            for _ in library.update():
                pass
        return library

    yield open_one
    for library in libraries:
        library.close()


def folder_library(folder: Path) -> Library:
    return open_library([folder])


def folder_library_of_files(folder: Path) -> Library:
    return open_library(sorted(path for path in folder.rglob("*") if path.is_file()))


@pytest.fixture(params=[folder_library, folder_library_of_files])
def library(request: pytest.FixtureRequest, folder: Path) -> Iterator[Library]:
    make: Callable[[Path], Library] = request.param
    library = make(folder)
    for _ in library.update():
        pass
    yield library
    library.close()
    library.close()
