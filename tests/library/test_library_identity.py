"""One article is what one publication printed on one day: copies are many articles, the same again is one."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from tests.library.conftest import Opener
from tui.library.ingest.read_file import articles
from tui.library.service.folder_library import FolderLibrary
from tui.model.article import Article
from tui.model.listing import Order

TEXT = (
    "The lock keeper's cottage at Sallow Bridge is to be sold, the canal trust said on Friday.\n\n"
    "“Nobody has slept there since the flood of 1968,” said Wynn Tarrant, the clerk of the trust.\n"
)
PRINTED = (
    ("The Sallow Courier", "1994-06-03", "https://courier.example/lock"),
    ("Fen Advertiser", "1994-06-04", "https://fen.example/1994/lock"),
    ("The Sallow Courier", "1994-06-10", "https://courier.example/again"),
    ("Canal World", "1994-06-03", ""),
    ("", "1994-06-03", ""),
    ("Canal World", "", ""),
    ("", "", ""),
)
"""Publication, day and address of each printing; "" where the file does not say."""


def written(folder: Path, name: str, publication: str, day: str, address: str) -> Path:
    """A file of the story as that paper printed it."""
    fields = {"title": "Cottage for sale", "publication": publication, "published": day, "source": address}
    head = "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n\n{TEXT}", encoding="utf-8")
    return path


def ids(library: FolderLibrary) -> set[str]:
    return {row.article for row in library.every(Order.NEWEST)}


@pytest.mark.parametrize("order", [*permutations(range(len(PRINTED)))][::500])
def test_each_printing_is_an_article_in_whatever_order_they_come(
    order: tuple[int, ...], tmp_path: Path, opened: Opener
) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    library = opened(folder)
    for place, number in enumerate(order):
        written(folder, f"{place}.md", *PRINTED[number])
        if place % 3 == 2:
            list(library.update())
    list(library.update())
    read = {one.id for one in articles([folder]) if isinstance(one, Article)}
    assert ids(library) == read
    assert (library.counts().articles, len(read)) == (len(PRINTED), len(PRINTED))
    assert library.counts().quotations == len(PRINTED)
    assert {row.publication or "" for row in library.every(Order.NEWEST)} == {paper for paper, *_ in PRINTED}


def test_ids_do_not_hang_on_names_and_neighbours(tmp_path: Path, opened: Opener) -> None:
    for number, printed in enumerate(PRINTED):
        written(tmp_path / "one", f"{number}.md", *printed)
        written(tmp_path / "two", f"deep/copy {len(PRINTED) - number}.md", *printed)
    assert ids(opened(tmp_path / "one")) == ids(opened(tmp_path / "two"))


def test_a_paper_goes_and_the_others_stay(tmp_path: Path, opened: Opener) -> None:
    folder = tmp_path / "press"
    files = [written(folder, f"{number}.md", *printed) for number, printed in enumerate(PRINTED)]
    library = opened(folder)
    for left, file in enumerate(files, start=1):
        library.set_note(library.articles_in(str(file))[0], file.name)
        file.unlink()
        list(library.update())
        assert library.counts().articles == len(PRINTED) - left
        assert not [row.note for row in library.every(Order.NEWEST) if row.note]


def test_the_same_file_again_is_the_same_article(tmp_path: Path, opened: Opener) -> None:
    folder = tmp_path / "press"
    for name in ("a.md", "b.md", "below/c.md"):
        written(folder, name, *PRINTED[0])
    written(folder, "d.md", *PRINTED[1])
    library = opened(folder)
    assert library.counts().articles == 2
    assert {*map(len, (library.articles_in(str(folder / name)) for name in ("a.md", "b.md", "d.md")))} == {1}


def test_each_paper_is_found_verified_and_related(tmp_path: Path, opened: Opener) -> None:
    folder = tmp_path / "press"
    for number, printed in enumerate(PRINTED[:4]):
        written(folder, f"{number}.md", *printed)
    library = opened(folder)
    for paper in ("courier", "fen", "canal"):
        hits = library.search(f"slept since the flood in:{paper}").hits
        assert hits
        assert paper in (hits[0].said.publication or "").casefold()
    verdict = library.verify("Nobody has slept there since the flood of 1968")
    assert len(verdict.occurrences) == 4
    fen = library.articles_in(str(folder / "1.md"))[0]
    related = library.related(fen)
    assert {one.article for one in related} == ids(library) - {fen}
    assert all(one.is_copy for one in related)
