"""An index is outdated when the analysis is another one, and not when it was copied later."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tui import __version__
from tui.app_paths import PACKAGE
from tui.library.core.locks import sole_writer
from tui.library.index import database
from tui.library.index.analysis_version import PARTS, digest, lines_of_files, lines_of_record
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.model.listing import Order

Opener = Callable[..., FolderLibrary]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The parts that count, copied: a second checkout."""
    package = tmp_path / "elsewhere" / "tui"
    for part in PARTS:
        source = PACKAGE / part
        target = package / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, copy_function=shutil.copyfile, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, target)
    return package


def test_a_copy_made_later_is_the_same_analysis(copied: Path) -> None:
    for file in copied.rglob("*.py"):
        os.utime(file, (1, 1))
    (copied / "extract" / "__pycache__").mkdir(exist_ok=True)
    (copied / "extract" / "__pycache__" / "x.cpython-311.pyc").write_bytes(b"x")
    assert digest(lines_of_files(copied)) == digest(lines_of_files(PACKAGE))


@pytest.mark.parametrize("part", PARTS)
def test_another_rule_or_word_is_another_analysis(copied: Path, part: str) -> None:
    before = digest(lines_of_files(copied))
    root = copied / part
    file = root if root.is_file() else sorted(path for path in root.rglob("*") if path.suffix != ".pyc")[-1]
    file.write_bytes(file.read_bytes() + b"\n")
    assert digest(lines_of_files(copied)) != before


def test_what_is_installed_goes_by_the_digests_of_its_files(tmp_path: Path) -> None:
    def installed(name: str, *more: str) -> str:
        folder = tmp_path / name / f"cuttings-{__version__}.dist-info"
        folder.mkdir(parents=True)
        lines = ["tui/extract/annotate.py,sha256=abc,12", "tui/extract/__pycache__/annotate.pyc,,", *more]
        (folder / "RECORD").write_text("\n".join(lines))
        return digest(lines_of_record(tmp_path / name))

    one = installed("one", "../../bin/cuttings,sha256=1,9")
    assert installed("other", "tui/widgets/view.py,sha256=0,9") == one
    assert installed("third", "tui/related/likeness.py,sha256=f,7") != one


def of_another_version(library: FolderLibrary) -> Path:
    """The index of a library as another version has made it."""
    with library._index.changing() as connection:
        connection.execute("UPDATE fact SET value = 'another' WHERE name = 'made by'")
    library.close()
    return library._index.file


def test_an_index_that_another_version_is_at_work_on_is_left_to_it(folder: Path, opened: Opener) -> None:
    file = of_another_version(opened(folder))
    lock = database.lock_of(file)
    with sole_writer(lock) as alone:
        assert alone
        before = file.stat().st_ino, file.read_bytes(), lock.stat().st_ino
        library = opened(folder)
        assert library.counts().articles == 3
        assert "another version" in library.troubles()[0].words
        assert (file.stat().st_ino, file.read_bytes(), lock.stat().st_ino) == before
        library.close()
    again = opened(folder)
    assert not again.troubles()
    assert again._index.file == file


def test_a_lock_is_never_removed_under_who_holds_it(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    lock = library._index.lock
    held = lock.stat().st_ino
    library.forget()
    library._index.start_again()
    list(library.update())
    of_another_version(library)
    assert opened(folder).counts().articles == 3
    assert lock.stat().st_ino == held


def test_an_index_is_not_forgotten_under_who_is_at_work_on_it(folder: Path, opened: Opener) -> None:
    library, reader = opened(folder), opened(folder)
    with sole_writer(library._index.lock):
        library.forget()
        list(library.update())
        assert reader.counts().articles == library.counts().articles == 3
    identity = library._index.state()[0]
    list(library.update())
    assert library._index.state()[0] != identity
    assert library.counts().articles == 3


def test_a_reader_follows_an_index_that_another_program_has_made_anew(folder: Path, opened: Opener) -> None:
    reader = opened(folder)
    other = open_library([folder])
    other.forget()
    (folder / "new.md").write_text("The mill has closed.\n\n“It is over,” said Ida Moss.\n")
    list(other.update())
    other.close()
    list(reader.update())
    assert len(reader.rows(Order.NEWEST, 0, 9)) == reader.counts().articles == 4
