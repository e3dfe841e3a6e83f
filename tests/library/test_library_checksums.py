"""Values in an index that are no longer what was written: answers are right all the same, and it is told."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tui.app_paths import cache_home
from tui.library.core.roots import name_of
from tui.library.index import postings
from tui.library.index.checksums import is_sound
from tui.library.index.postings import Posted
from tui.library.service.folder_library import FolderLibrary, open_library
from tui.model.listing import Order
from tui.model.problem import Problem

Opener = Callable[..., FolderLibrary]


def index_of(folder: Path) -> Path:
    return cache_home() / f"{name_of([folder])}.db"


def told(library: FolderLibrary) -> list[Any]:
    """What is told of names and of what belongs together."""
    lee = library.who("lee")
    rows = library.rows(Order.NEWEST, 0, 9)
    return [
        lee,
        library.who("holt"),
        library.said_by("Ann Lee"),
        library.person("Mary Holt"),
        [[one.article for one in library.related(row.article)] for row in rows],
        [library.cutting(row.article) for row in rows],
    ]


@pytest.fixture
def twins(folder: Path) -> Path:
    """Articles that belong together, too."""
    words = (folder / "quay.md").read_text(encoding="utf-8").replace("agreed", "debated again at length")
    (folder / "second.md").write_text(words.replace("2015-03-14", "2015-03-16"), encoding="utf-8")
    return folder


def tampered(folder: Path, statement: str) -> None:
    """Change values as a failing disk does: SQLite finds nothing amiss in the pages."""
    with closing(sqlite3.connect(index_of(folder), isolation_level=None)) as connection:
        assert connection.execute(statement).rowcount
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


TAMPERING = {
    "who somebody is": "UPDATE named SET known = known + 1",
    "how much is said": "UPDATE named SET quotations = 0",
    "of which article": "UPDATE named SET article = article + 1000",
    "a name": "UPDATE called SET name = 'Ann Lea' WHERE name = 'Ann Lee'",
    "a kind": "UPDATE called SET kind = 3 WHERE name = 'Mary Holt'",
    "that somebody is known": "UPDATE called SET variants = NULL WHERE name = 'Mary Holt'",
    "stems": "UPDATE related_signature SET codes = zeroblob(length(codes))",
    "a length": "UPDATE related_signature SET length = 1e300",
    "a posting": "UPDATE related_posting SET article = article + 1000",
    "a word": "UPDATE related_term SET number = number + 100000",
    "an id": "UPDATE article SET id = '0' || substr(id, 2)",
}


@pytest.mark.parametrize("what", TAMPERING)
def test_another_value_is_found_and_the_index_made_anew(what: str, twins: Path, opened: Opener) -> None:
    library = opened(twins)
    sound = told(library)
    assert all(sound[:4])
    assert any(sound[4])
    library.close()
    tampered(twins, TAMPERING[what])
    again = opened(twins)
    assert told(again) == sound
    assert again.coverage().complete
    assert is_sound(again._index)


def test_an_index_that_was_searched_meanwhile_is_sound(twins: Path, opened: Opener) -> None:
    library = opened(twins)
    library.set_starred(library.rows(Order.NEWEST, 0, 1)[0].article, True)
    library.rows(Order.UNREAD, 0, 9)
    (twins / "more.md").write_text("Ann Lee was there.\n\n“It rains,” said Ann Lee.\n")
    list(library.update())
    assert is_sound(library._index)
    identity = library._index.state()[0]
    library.close()
    again = opened(twins)
    told(again)
    assert again._index.state()[0] == identity


def read_all(connection: sqlite3.Connection) -> None:
    postings.score(connection, {7: 1.0})
    postings.carriers(connection, [99], 9)


@pytest.mark.parametrize("table", ["related_postings", "related_fingerprints"])
def test_each_byte_of_a_bundle_counts_when_it_is_read(table: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in postings.SCHEMA:
            connection.execute(statement)
        postings.add_many(connection, [Posted(3, {7: 0.5}, [99]), Posted(4, {7: 0.25}, [99])])
        assert {*postings.score(connection, {7: 1.0})} == {3, 4}
        assert postings.carriers(connection, [99], 9) == {99: [3, 4]}
        (bundle,) = connection.execute(f"SELECT bundle FROM {table}").fetchone()
        for at in range(len(bundle)):
            changed = bundle[:at] + bytes([bundle[at] ^ 1]) + bundle[at + 1 :]
            connection.execute(f"UPDATE {table} SET bundle = ?", (changed,))
            with pytest.raises(sqlite3.DatabaseError, match="malformed"):
                read_all(connection)


def test_while_somebody_reads_it_is_told_and_an_update_is_due(twins: Path) -> None:
    with closing(open_library([twins], spared=1)) as library:
        list(library.update())
        sound = told(library)
    tampered(twins, TAMPERING["a kind"])
    with closing(open_library([twins], spared=1)) as library:
        list(library.update())
        assert not library.who("holt")
        assert "damaged" in library.troubles()[0].words
        assert not library.coverage().complete
        assert True in list(library.due())
        list(library.update())
        assert told(library) == sound
        assert not library.troubles()


def damages(library: FolderLibrary) -> list[Problem]:
    return [problem for problem in library.problems() if "damaged" in problem.words]


@pytest.mark.parametrize("damage", ["UPDATE cutting SET packed = x'00ff'", "DELETE FROM cutting"])
def test_a_damaged_article_is_told_and_read_again(damage: str, twins: Path, opened: Opener) -> None:
    (twins / "copy.md").write_bytes((twins / "quay.md").read_bytes())
    library = opened(twins)
    row = next(row for row in library.rows(Order.NEWEST, 0, 9) if row.title == "Harbour plan agreed")
    sound = library.cutting(row.article)
    key = library._index.ask("SELECT key FROM article WHERE id = ?", (row.article,))[0][0]
    library.close()
    tampered(twins, f"{damage} {'WHERE article = ' + str(key)}")
    again = opened(twins)
    assert again.cutting(row.article) is None
    (problem,) = damages(again)
    assert "read again" in problem.remedy
    assert not again.coverage().complete
    assert True in list(again.due())
    list(again.update())
    assert again.cutting(row.article) == sound
    assert not damages(again)
    assert again.coverage().complete
