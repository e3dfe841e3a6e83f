"""The reader's own was kept by ids of headline and text; now publication, day and address count, too."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

import pytest

from tests.library.conftest import MarksOf, Opener, TrailsOf
from tests.support.answers import named, speakers
from tui.app_paths import data_home
from tui.library.core.roots import name_of
from tui.library.service.user_data_service import UserDataService
from tui.library.user.marks_json import from_json
from tui.model.article import ArticleId
from tui.model.listing import Order
from tui.model.mark import Mark
from tui.model.span import Span
from tui.model.trail import PageKind, PageState, Place, Trail, Visit

OLD_SCHEMA = """
CREATE TABLE identity (name TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO identity VALUES ('00112233445566778899aabbccddeeff');
CREATE TABLE mark (
  article TEXT PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL, tags TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE TABLE place (
  library TEXT PRIMARY KEY, article TEXT NOT NULL, span_start INTEGER, span_end INTEGER, offset INTEGER
) WITHOUT ROWID;
CREATE TABLE look (library TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;
"""
"""The file of marks as it was written then."""
HEADLINE = "Harbour plan agreed"
TEXT = (
    "Ann Lee, leader of Harbour Council, said: “We will build the new quay before the winter comes.”\n\n"
    "John Cole, the chairman of the Dockers Union, said: “Nobody has asked the men who work there.”\n"
)
PAPERS = {"Harbour Gazette": "2015-03-14", "Quayside Mail": "2015-03-15", "The Tide": "2015-03-14"}


@pytest.fixture
def former(folder: Path, opened: Opener) -> ArticleId:
    """The id that quay.md had, as it was made then."""
    cutting = opened(folder).cutting(named(opened(folder), HEADLINE))
    assert cutting is not None
    text = cutting.article.text
    return ArticleId(blake2b(f"{HEADLINE}\0{text}".encode(), digest_size=8).hexdigest())


@pytest.fixture
def three_papers(folder: Path) -> Path:
    """The text of quay.md in two more papers."""
    for paper, day in PAPERS.items():
        words = f"---\ntitle: {HEADLINE}\nsource: {paper}\npublished: {day}\n---\n\n{TEXT}"
        (folder / f"{paper}.md").write_text(words, encoding="utf-8")
    return folder


def old_marks(*marks: tuple[str, int, int, str, str]) -> None:
    """The reader's file as the program wrote it before: id, read, starred, tags, note."""
    data_home().mkdir(parents=True, exist_ok=True)
    for file in data_home().glob("marks.db*"):
        file.unlink()
    with closing(sqlite3.connect(data_home() / "marks.db")) as connection, connection:
        connection.executescript(OLD_SCHEMA)
        for revision, (article, read, starred, tags, note) in enumerate(marks, start=1):
            row = (article, read, starred, revision, tags, note)
            connection.execute("INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?)", row)


def test_all_that_was_marked_before_is_there(folder: Path, opened: Opener, former: ArticleId) -> None:
    old_marks(("f" * 16, 1, 1, "", "elsewhere"), (former, 1, 1, "quay", "Ring her."))
    library = opened(folder)
    quay = named(library, HEADLINE)
    assert quay != former
    assert library.mark(quay) == Mark(quay, True, True, ("quay",), "Ring her.")
    row = library.row(quay)
    assert row is not None
    assert (row.read, row.starred, row.tags, row.note) == (True, True, ("quay",), "Ring her.")


def test_it_is_there_in_an_index_that_was_made_without_it(
    folder: Path, opened: Opener, former: ArticleId
) -> None:
    opened(folder).close()
    old_marks((former, 0, 1, "", ""))
    library = opened(folder, update=False)
    assert library.mark(named(library, HEADLINE)).starred


def test_each_paper_that_had_the_one_id_has_what_was_marked_under_it(
    three_papers: Path, opened: Opener, former: ArticleId
) -> None:
    old_marks((former, 0, 1, "", "Which paper?"))
    library = opened(three_papers)
    rows = [row for row in library.rows(Order.NEWEST, 0, 9) if row.title == HEADLINE]
    assert [(row.starred, row.note) for row in rows] == [(True, "Which paper?")] * len(PAPERS)


def test_what_is_taken_back_stays_taken_back(folder: Path, opened: Opener, former: ArticleId) -> None:
    old_marks((former, 1, 1, "quay", "Ring her."))
    library = opened(folder)
    quay = named(library, HEADLINE)
    library.set_starred(quay, False)
    library.set_tags(quay, ())
    library.set_note(quay, "She rang.")
    library.forget()
    list(library.update())
    library.close()
    again = opened(folder)
    assert again.mark(quay) == Mark(quay, read=True, note="She rang.")


def test_nothing_that_was_marked_before_is_taken_away(
    folder: Path, opened: Opener, former: ArticleId, marks_of: MarksOf
) -> None:
    old_marks((former, 1, 1, "quay", "Ring her."))
    opened(folder)
    assert marks_of(data_home() / "marks.db").mark(former) == Mark(former, True, True, ("quay",), "Ring her.")


def test_what_is_added_under_a_former_id_comes_on_top(
    folder: Path, opened: Opener, former: ArticleId
) -> None:
    library = opened(folder)
    quay = named(library, HEADLINE)
    library.set_note(quay, "Mine.")
    document = {"cuttings": "marks", "version": 1, "articles": {former: {"starred": True, "note": "Theirs."}}}
    own = UserDataService()
    own.take_in(from_json(json.dumps(document)), replace=False)
    own.close()
    list(library.update())
    assert library.mark(quay) == Mark(quay, starred=True, note="Mine.\nTheirs.")
    row = library.row(quay)
    assert row is not None
    assert row.starred


def test_a_damaged_file_of_before_is_saved_as_far_as_it_can_be_read(
    marks_of: MarksOf, former: ArticleId
) -> None:
    old_marks(*((f"{number:016x}", 1, 0, "", "x" * 200) for number in range(400)), (former, 0, 1, "", ""))
    file = data_home() / "marks.db"
    with closing(sqlite3.connect(file)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(file.read_bytes())
    content[-size:] = b"\xff" * size
    file.write_bytes(content)
    with closing(sqlite3.connect(file)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT sum(length(note)) FROM mark").fetchone()
    marks = marks_of(file)
    assert marks.problem is not None
    assert len(marks.all()) > 200


def test_corrections_of_before_are_obeyed_and_stay_as_they_are_written(
    three_papers: Path, opened: Opener, former: ArticleId
) -> None:
    data_home().mkdir(parents=True, exist_ok=True)
    file = data_home() / "corrections.toml"
    written = (
        f'[[quotation]]\narticle = "{former}"\nwords = "Nobody has asked"\nspeaker = "Rosa Pike"\n\n'
        f'[[name]]\narticle = "{former}"\nwritten = "Ann Lee"\nname = "Anne Lee"\n'
    )
    file.write_text(written, encoding="utf-8")
    library = opened(three_papers)
    rows = [row for row in library.rows(Order.NEWEST, 0, 9) if row.title == HEADLINE]
    assert len(rows) == len(PAPERS)
    for row in rows:
        cutting = library.cutting(row.article)
        assert cutting is not None
        assert [said.speaker for said in cutting.spoken] == ["Anne Lee", "Rosa Pike"]
    assert file.read_text(encoding="utf-8") == written


def test_a_correction_of_before_can_be_changed_and_taken_back(
    folder: Path, opened: Opener, former: ArticleId
) -> None:
    data_home().mkdir(parents=True, exist_ok=True)
    entry = f'[[quotation]]\narticle = "{former}"\nwords = "Nobody has asked"\nspeaker = "Rosa Pike"\n'
    (data_home() / "corrections.toml").write_text(entry, encoding="utf-8")
    library = opened(folder)
    quay = named(library, HEADLINE)
    library.correct(quay, 1, "Tom Roe", None)
    assert speakers(library, HEADLINE) == ["Ann Lee", "Tom Roe"]
    assert library.uncorrect(quay, 1)
    assert speakers(library, HEADLINE) == ["Ann Lee", "John Cole"]


def test_a_correction_of_before_follows_the_article_when_it_is_edited(
    folder: Path, opened: Opener, former: ArticleId
) -> None:
    data_home().mkdir(parents=True, exist_ok=True)
    entry = f'[[quotation]]\narticle = "{former}"\nwords = "Nobody has asked"\nspeaker = "Rosa Pike"\n'
    (data_home() / "corrections.toml").write_text(entry, encoding="utf-8")
    library = opened(folder)
    quay = folder / "quay.md"
    quay.write_text(quay.read_text(encoding="utf-8").replace("new quay", "long quay"), encoding="utf-8")
    list(library.update())
    assert speakers(library, HEADLINE) == ["Ann Lee", "Rosa Pike"]


def test_the_way_of_before_leads_to_the_articles_as_they_are_called_now(
    folder: Path, opened: Opener, former: ArticleId, marks_of: MarksOf, trails_of: TrailsOf
) -> None:
    kept, page = name_of([folder]), PageState(PageKind.DOSSIER, "Ann Lee")
    gone = Place(ArticleId("0" * 16))
    marks_of(data_home() / "marks.db").set_place(kept, Place(former, Span(3, 9), 7))
    trails = trails_of(data_home() / "trail.db")
    trails.set_trail(kept, Trail((gone, Place(former)), Place(former, leaf=page), (Place(former),)))
    trails.visited(kept, Visit(Place(former, Span(0, 3)), datetime(2015, 4, 1), HEADLINE, "Ann"), None)
    library = opened(folder)
    quay = named(library, HEADLINE)
    assert library.last_place() == Place(quay, Span(3, 9), 7)
    assert library.last_trail() == Trail((gone, Place(quay)), Place(quay, leaf=page), (Place(quay),))
    assert [visit.place for visit in library.visits()] == [Place(quay, Span(0, 3))]
