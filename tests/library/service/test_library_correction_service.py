"""Corrections made in a library: all answers obey at once, they outlive the index, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.answers import named, speakers
from tui.app_paths import cache_home, data_home
from tui.library.core.roots import name_of
from tui.library.index import pending_search
from tui.library.ports.corrections import UnchangeableError
from tui.library.service.folder_library import FolderLibrary
from tui.model.annotation import EntityKind
from tui.model.cutting import Cutting
from tui.model.listing import Order

Opener = Callable[..., FolderLibrary]


def corrections() -> Path:
    return data_home() / "corrections.toml"


def all_of(library: FolderLibrary) -> list[Any]:
    """Everything that a library answers, but for scores, which depend on the order articles came in."""
    rows = library.rows(Order.NEWEST, 0, 99)
    cuttings = [library.cutting(row.article) for row in rows]
    names = {one.name for cutting in cuttings if cutting for one in cutting.entities}
    related = [[(one.article, one.reasons) for one in library.related(row.article)] for row in rows]
    hits = [library.search(query) for query in ("", "@lee", "@pike", "quay")]
    return [
        rows,
        cuttings,
        library.counts(),
        [library.said_by(name) for name in sorted(names)],
        related,
        hits,
    ]


def every(library: FolderLibrary) -> list[Cutting]:
    """All articles, as they are annotated now."""
    cuttings = (library.cutting(row.article) for row in library.rows(Order.NEWEST, 0, 99))
    return [cutting for cutting in cuttings if cutting]


def test_every_answer_obeys_a_correction_at_once(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    assert library.search("@lee quay").matching == 1
    library.correct(named(library, "Harbour plan"), 0, "Rosa Pike", None)
    assert speakers(library, "Harbour plan") == ["Rosa Pike", "John Cole"]
    assert [said.title for said in library.said_by("Rosa Pike")] == ["Harbour plan agreed"]
    assert [said.title for said in library.said_by("Ann Lee")] == ["No money for the tram"]
    assert library.search("@pike").hits[0].said.quotation.speaker == "Rosa Pike"
    assert {hit.said.quotation.speaker for hit in library.search("@lee").hits} == {"Ann Lee"}
    assert (library.counts().articles, library.counts().quotations, library.counts().people) == (3, 4, 4)
    assert library.rows(Order.NEWEST, 0, 1)[0].quotations == 2


def test_a_large_library_is_searched_as_corrected_too(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pending_search, "SMALL", 1)
    library = opened(folder)
    library.correct(named(library, "Harbour plan"), 0, "Rosa Pike", None)
    assert library.search("@pike").matching == 1


def test_after_very_many_corrections_the_search_of_a_large_library_follows_at_the_next_update(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pending_search, "SMALL", 1)
    monkeypatch.setattr(pending_search, "FEW", 0)
    library = opened(folder)
    library.correct(named(library, "Harbour plan"), 0, "Rosa Pike", None)
    assert len(library.said_by("Rosa Pike")) == 1
    assert library.search("quay").hits[0].said.quotation.speaker == "Rosa Pike"
    assert library.search("@pike").matching == 0
    assert list(library.update()) == [(0, 0)]
    assert library.search("@pike").matching == 1


def test_nobody_can_be_said_and_put_right_again(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    article = named(library, "Harbour plan")
    library.correct(article, 0, None, None)
    assert speakers(library, "Harbour plan") == [None, "John Cole"]
    assert library.counts().quotations == 4
    library.correct(article, 0, "Harbour Council", EntityKind.ORGANISATION)
    assert speakers(library, "Harbour plan") == ["Harbour Council", "John Cole"]
    assert corrections().read_text(encoding="utf-8").count("[[quotation]]\narticle") == 1
    assert library.uncorrect(article, 0)
    assert speakers(library, "Harbour plan") == ["Ann Lee", "John Cole"]
    assert not library.uncorrect(article, 0)
    assert not library.uncorrect(article, 9)


def test_all_that_one_says_in_an_article_is_given_to_another(folder: Path, opened: Opener) -> None:
    more = "Ann Lee said: “We want a bus.”\n\nJohn Cole said: “So do we.”\n\nAnn Lee said: “A red one.”\n"
    (folder / "bus.md").write_text(f"# Bus\n\n{more}", encoding="utf-8")
    library = opened(folder)
    library.correct(named(library, "Bus"), 0, "Mary Holt", None, all_of_theirs=True)
    assert speakers(library, "Bus") == ["Mary Holt", "John Cole", "Mary Holt"]
    assert speakers(library, "Harbour plan") == ["Ann Lee", "John Cole"]
    assert "who said “We want a bus.”" in library.undo()
    assert speakers(library, "Bus") == ["Ann Lee", "John Cole", "Ann Lee"]


def test_a_name_is_changed_in_one_article_or_in_all(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    library.rename("Ann Lee", "Ann Lee-Roe", article=named(library, "No money"))
    assert (len(library.said_by("Ann Lee")), len(library.said_by("Ann Lee-Roe"))) == (1, 1)
    library.rename("Ann Lee", "Ann Lee-Roe")
    assert {said.quotation.speaker for said in library.said_by("Ann Lee-Roe")} == {"Ann Lee-Roe"}
    assert library.said_by("Ann Lee") == library.said_by("Ann Lee-Roe")  # the old name is an alias now
    assert library.counts().people == 3
    library.rename("Ann Lee-Roe", "Ann Roe")
    assert len(library.said_by("Ann Roe")) == 2
    library.undo()
    assert len(library.said_by("Ann Lee-Roe")) == 2


def test_undo_restores_all_of_it_exactly(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    as_found = all_of(library)
    library.correct(named(library, "Harbour plan"), 0, "Rosa Pike", None)
    first, text = all_of(library), corrections().read_bytes()
    library.rename("Ann Lee", "John Cole")
    library.rename("Harbour Council", "The Council")
    library.correct(named(library, "Residents"), 0, "", None)
    for _ in range(3):
        assert library.undo().startswith("Taken back: ")
    assert (all_of(library), corrections().read_bytes()) == (first, text)
    library.undo()
    assert all_of(library) == as_found
    assert not corrections().exists()
    assert library.undo() == "There is no correction to take back."


def test_what_is_no_name_is_in_no_article_and_comes_back(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    library.rename("Ann Lee", "Ann Lee-Roe")
    as_found = all_of(library)
    library.rename("Ann Lee-Roe", "")
    assert len(library.said_by("Ann Lee-Roe")) == 0
    assert "Ann Lee-Roe" not in {entity.name for row in every(library) for entity in row.entities}
    assert library.undo() == "Taken back: that “Ann Lee-Roe” is no name."
    assert all_of(library) == as_found


def test_a_name_is_of_another_kind_everywhere_until_it_is_taken_back(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    as_found = all_of(library)
    library.rename("Ann Lee", "Ann Lee", kind=EntityKind.PLACE)
    kinds = {one.kind for row in every(library) for one in row.entities if one.name == "Ann Lee"}
    assert kinds == {EntityKind.PLACE}
    assert library.undo() == "Taken back: that “Ann Lee” is a place."
    assert all_of(library) == as_found


def test_corrections_outlive_the_index_and_a_moved_file(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    library.correct(named(library, "Harbour plan"), 1, "Rosa Pike", None)
    library.rename("Ann Lee", "Ann Roe")
    as_corrected = [speakers(library, title) for title in ("Harbour", "No money", "Residents")]
    library.close()
    (cache_home() / f"{name_of([folder])}.db").unlink()
    (folder / "quay.md").rename(folder / "old" / "moved.md")
    again = opened(folder)
    assert [speakers(again, title) for title in ("Harbour", "No money", "Residents")] == as_corrected
    assert list(again.update()) == [(0, 0)]


def test_an_edited_file_is_followed_at_the_next_update(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    as_found = all_of(library)
    corrections().write_text('[[name]]\nwritten = "Ann Lee"\nname = "Ann Roe"\n', encoding="utf-8")
    assert list(library.update()) == [(0, 0)]
    assert len(library.said_by("Ann Roe")) == 2
    assert "was changed elsewhere" not in library.undo()
    corrections().unlink()
    assert list(library.update()) == [(0, 0)]
    assert all_of(library) == as_found


def test_articles_that_come_later_obey_too(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    library.rename("Ann Lee", "Ann Roe")
    (folder / "bus.md").write_text("# Bus\n\nAnn Lee said: “We want a bus.”\n", encoding="utf-8")
    list(library.update())
    assert speakers(library, "Bus") == ["Ann Roe"]


def test_a_file_that_is_not_understood_is_told_and_left_alone(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    library.rename("Ann Lee", "Ann Roe")
    corrections().write_text("[[name]\n", encoding="utf-8")
    list(library.update())
    assert len(library.said_by("Ann Lee")) == 2
    (problem,) = library.problems()
    assert "line 1" in problem.words
    with pytest.raises(UnchangeableError, match="not valid TOML"):
        library.correct(named(library, "Harbour plan"), 0, "Rosa Pike", None)
    assert corrections().read_text(encoding="utf-8") == "[[name]\n"
    assert "was changed elsewhere" in library.undo()


def test_a_file_in_another_encoding_is_told_and_not_obeyed(folder: Path, opened: Opener) -> None:
    library = opened(folder)
    entry = '[[name]]\nwritten = "Ann Lee"\nname = "Anné Lee"\n'
    corrections().write_bytes(entry.encode("cp1252"))
    list(library.update())
    assert len(library.said_by("Ann Lee")) == 2
    assert [problem.words for problem in library.problems()] == [
        "The file of corrections is not UTF-8 (line 3)."
    ]


def test_what_cannot_be_saved_is_told_and_not_done(
    folder: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    library = opened(folder)
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UnchangeableError, match="No space left"):
        library.rename("Ann Lee", "Ann Roe")
    assert len(library.said_by("Ann Lee")) == 2
    assert not corrections().exists()


def test_two_open_libraries_lose_no_correction_of_each_other(folder: Path, opened: Opener) -> None:
    one, two = opened(folder), opened(folder / "old")
    one.rename("Ann Lee", "Ann Roe")
    two.rename("Harbour Council", "The Council")
    list(one.update())
    cutting = one.cutting(named(one, "No money"))
    assert cutting is not None
    assert {"Ann Roe", "The Council"} <= {entity.name for entity in cutting.entities}


@pytest.mark.parametrize(("written", "name"), [("", "Ann"), ("Ann Lee", " "), ("Ann Lee", "Ann Lee")])
def test_a_name_that_changes_nothing_is_not_kept(
    written: str, name: str, folder: Path, opened: Opener
) -> None:
    opened(folder).rename(written, name)
    assert not corrections().exists()
