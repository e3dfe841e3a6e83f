"""The names of articles as rows of the index, and who is who among them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library.index import name_rows
from tui.library.index.schema import KINDS
from tui.library.service.folder_library import FolderLibrary
from tui.model.annotation import EntityKind

Opener = Callable[..., FolderLibrary]


def test_the_kinds_of_the_index_are_those_of_the_model() -> None:
    assert set(KINDS) == set(EntityKind)


def test_blocks_of_one_number_are_settled_each_by_itself(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["Mr Cole, the chairman, said: “We will wait.”", "Ann Cole, a clerk, said: “I am new here.”"]
    for number, line in enumerate(lines):
        (folder / f"{number}.md").write_text(f"{line}\n", encoding="utf-8")
    asked = ["Ann Lee", "Cole", "Mary Holt", "Harbour Council", "Dockers Union"]
    apart = [opened(folder).who(name) for name in asked]
    monkeypatch.setattr(name_rows, "_number", lambda block: 1)
    (folder / "more").mkdir()
    together = opened(folder, folder / "more")
    assert together._index.ask("SELECT DISTINCT block FROM called") == [(1,)]
    assert [together.who(name) for name in asked] == apart
    assert any(one.alike for known in apart for one in known)


def test_the_count_of_people_follows_whoever_comes_and_goes(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    before = library.counts().people
    (folder / "late.md").write_text(
        "Mrs Lee, the leader of Harbour Council, said: “It is late.”\n", encoding="utf-8"
    )
    (folder / "new.md").write_text("Zoe Brown, a painter, said: “It is bright.”\n", encoding="utf-8")
    list(library.update())
    known = library._index.ask("SELECT count(*) FROM known WHERE kind = 'person'")[0][0]
    assert library.counts().people == known > before
    for name in ("late.md", "new.md"):
        (folder / name).unlink()
    list(library.update())
    assert library.counts().people == before
    assert library.who("Zoe Brown") == []
