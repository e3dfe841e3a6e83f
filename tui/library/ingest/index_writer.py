"""Writing into an index: what it keeps of a file, and what it forgets when the file is gone."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from tui.library.core.text_cleaning import clean_name, shown_path
from tui.library.index import list_fts, name_rows, pending_search, relation_tables
from tui.library.index.cutting_codec import (
    DAMAGE,
    common_in,
    common_of,
    pack,
    pack_guessed,
    pack_provenance,
    unpack,
)
from tui.library.index.schema import LAST_OF_ALL
from tui.library.ingest.analysis import AnalysedArticle, FileRecord
from tui.model.article import ArticleId
from tui.model.article_identity import former_id, wording
from tui.model.cutting import Cutting
from tui.model.mark import Mark
from tui.model.problem import Problem

_NEVER = 10_000_000
"""Above the number of every day."""
_PART = "SELECT key FROM file WHERE root = ? AND path = ? AND part = ?"
_CHANGED = "UPDATE fact SET value = value + 1 WHERE name = 'revision'"
_ENOUGH = 10
"""Cuttings that show what others will look like."""
_NO_LETTERS = re.compile(r"^\W+")


Marked = Callable[[ArticleId], Mark]
"""What the reader has marked an article with: asked when the article comes (back) into the index."""


def keep_file(
    connection: sqlite3.Connection, place: tuple[int, bytes], record: FileRecord, marked: Marked
) -> None:
    """Put a file and its articles into the index, in place of what was known of it.

    `place` is the library's path, by its number, and what stands below it. Of a large file a piece is put
    there; with the last one it is known as read, and what it had behind that is forgotten.
    """
    found, (root, below) = record.found, place
    known = connection.execute(_PART, (root, below, record.part)).fetchone()
    whole = record.is_last and not (record.part and record.content is None)
    values = (found.size if whole or record.part else -1, found.mtime_ns, record.content)
    if known is None:
        file = _insert(
            connection,
            "file",
            ("root", "path", "part", "size", "mtime_ns", "content"),
            (root, below, record.part, *values),
        )
    else:
        file = known[0]
        connection.execute(
            "UPDATE file SET size = ?, mtime_ns = ?, content = ? WHERE key = ?", (*values, file)
        )
    if whole:
        _finish_file(connection, place, record)
    if record.same_as == file:
        return
    connection.execute(_CHANGED)
    held_before = _held(connection, file)
    connection.execute("DELETE FROM holding WHERE file = ?", (file,))
    connection.execute("DELETE FROM problem WHERE file = ?", (file,))
    if record.same_as is not None:
        held = _held(connection, record.same_as)
        problems = _problems_there(connection, record.same_as, shown_path(record.found.path))
    else:
        name = _name(below, record)
        once = {analysed.article.id: analysed for analysed in reversed(record.articles)}
        held = [_article(connection, file, name, analysed, marked) for analysed in reversed(once.values())]
        problems = record.problems
    connection.executemany("INSERT OR IGNORE INTO holding VALUES (?, ?)", [(file, key) for key in held])
    _keep_problems(connection, file, problems)
    _forget_unheld(connection, held_before)


def _finish_file(connection: sqlite3.Connection, place: tuple[int, bytes], record: FileRecord) -> None:
    """Let a file of which all pieces are there be known as it was found."""
    found, values = record.found, (*place, record.part)
    beyond = connection.execute("SELECT key FROM file WHERE root = ? AND path = ? AND part > ?", values)
    for (file,) in beyond.fetchall():
        _forget_part(connection, file)
    connection.execute(
        "UPDATE file SET size = ?, mtime_ns = ? WHERE root = ? AND path = ? AND part = 0",
        (found.size, found.mtime_ns, *place),
    )


def forget_file(connection: sqlite3.Connection, file: int) -> None:
    """Take a file out of the index with all its pieces, and the articles that no other file holds."""
    of_file = "SELECT p.key FROM file f JOIN file p ON p.root = f.root AND p.path = f.path WHERE f.key = ?"
    for (part,) in connection.execute(of_file, (file,)).fetchall():
        _forget_part(connection, part)


def _forget_part(connection: sqlite3.Connection, file: int) -> None:
    connection.execute(_CHANGED)
    held = _held(connection, file)
    connection.execute("DELETE FROM holding WHERE file = ?", (file,))
    connection.execute("DELETE FROM problem WHERE file = ?", (file,))
    connection.execute("DELETE FROM file WHERE key = ?", (file,))
    _forget_unheld(connection, held)


def keep_anew(connection: sqlite3.Connection, key: int, analysed: AnalysedArticle) -> None:
    """Put what was found in an article in place of what the index says was found.

    Its words are the same, only names and speakers are others.
    """
    connection.execute(_CHANGED)
    list_fts.remove(connection, key)
    name_rows.forget(connection, key)
    _keep_names(connection, key, analysed)
    packed = pack(analysed.cutting, common_in(connection))
    connection.execute("UPDATE cutting SET packed = ? WHERE article = ?", (packed, key))
    pending_search.note(connection, key)
    relation_tables.remove(connection, key, analysed.article.text)
    relation_tables.add(connection, {key: analysed.signature})


def learn(connection: sqlite3.Connection, cuttings: Sequence[Cutting]) -> None:
    """Keep what these cuttings have in common, once: those that are kept from now on are packed behind it."""
    if len(cuttings) >= _ENOUGH and not common_in(connection):
        connection.execute("INSERT OR REPLACE INTO fact VALUES ('common', ?)", (common_of(cuttings),))


def keep_walk_problems(connection: sqlite3.Connection, problems: Iterable[Problem]) -> None:
    """What the last walk met that is no readable file, in place of what the one before met."""
    connection.execute("DELETE FROM problem WHERE file IS NULL")
    _keep_problems(connection, None, problems)


def _keep_problems(connection: sqlite3.Connection, file: int | None, problems: Iterable[Problem]) -> None:
    connection.executemany(
        "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?)",
        [(file, *problem) for problem in problems],
    )


def _problems_there(connection: sqlite3.Connection, file: int, path: str) -> Sequence[Problem]:
    """The problems of a file, told of another one that has the same content."""
    asked = "SELECT words, remedy, read, aside FROM problem WHERE file = ? ORDER BY rowid"
    return [
        Problem(path, words, remedy, *map(bool, kind))
        for words, remedy, *kind in connection.execute(asked, (file,))
    ]


def _held(connection: sqlite3.Connection, file: int) -> list[int]:
    rows = connection.execute("SELECT article FROM holding WHERE file = ?", (file,))
    return [key for (key,) in rows]


def _article(
    connection: sqlite3.Connection, file: int, name: str, analysed: AnalysedArticle, marked: Marked
) -> int:
    """The key of the article in the index, which has it already or has it now."""
    article = analysed.article
    known = connection.execute("SELECT key, file FROM article WHERE id = ?", (article.id,)).fetchone()
    if known and known[1] != file:
        return int(known[0])
    if known:  # its own file is read anew: what was found in it, and its lesser facts, may be others
        _forget_article(connection, known[0])
    mark = marked(article.id)
    day = article.published.toordinal() if article.published else 0
    facts = {
        "key": known[0] if known else None,
        "id": article.id,
        "former": former_id(article),
        "wording": wording(article.text),
        "file": file,
        "title": article.title,
        "titled": article.headline is not None,
        "publication": article.publication,
        "published": article.published and article.published.isoformat(),
        "guessed": pack_guessed(article.guessed),
        "minutes": article.minutes,
        "quotations": len(analysed.cutting.spoken),
        "read": mark.read,
        "starred": mark.starred,
        "age": -day,
        "late": day or _NEVER,
        "heading": _NO_LETTERS.sub("", article.title).casefold()[:80],
        "outlet": article.publication.casefold() if article.publication else LAST_OF_ALL,
        "fewness": -len(analysed.cutting.spoken),
        "name": name,
        "provenance": _provenance(connection, pack_provenance(article.provenance)),
    }
    key = _insert(connection, "article", tuple(facts), tuple(facts.values()))
    _keep_parts(connection, key, analysed)
    return key


def _provenance(connection: sqlite3.Connection, findings: str) -> int:
    """The key of these findings in the index, which has them already or has them now."""
    asked = "SELECT key FROM provenance WHERE findings = ?"
    known = connection.execute(asked, (findings,)).fetchone()
    return int(known[0]) if known else _insert(connection, "provenance", ("findings",), (findings,))


def _keep_parts(connection: sqlite3.Connection, key: int, analysed: AnalysedArticle) -> None:
    packed = pack(analysed.cutting, common_in(connection))
    connection.execute("INSERT INTO cutting VALUES (?, ?)", (key, packed))
    _keep_names(connection, key, analysed)
    pending_search.note(connection, key)


def _keep_names(connection: sqlite3.Connection, key: int, analysed: AnalysedArticle) -> None:
    article = analysed.article
    name_rows.keep(connection, key, analysed.named)
    names = ((name, quotations > 0) for name, _, _, quotations, *_ in analysed.named)
    list_fts.add(connection, key, article.title, article.publication, names)


def _forget_unheld(connection: sqlite3.Connection, articles: Sequence[int]) -> None:
    """Take out those of the articles that no file holds any more; the others lie in another file now."""
    for article in articles:
        holder = connection.execute("SELECT min(file) FROM holding WHERE article = ?", (article,)).fetchone()[
            0
        ]
        if holder is None:
            _forget_article(connection, article)
        else:
            connection.execute("UPDATE article SET file = ? WHERE key = ?", (holder, article))


def _forget_article(connection: sqlite3.Connection, article: int) -> None:
    list_fts.remove(connection, article)
    name_rows.forget(connection, article)
    relation_tables.remove(connection, article, _text(connection, article))
    pending_search.note(connection, article)
    for statement in (
        "DELETE FROM cutting WHERE article = ?",
        "DELETE FROM article WHERE key = ?",
    ):
        connection.execute(statement, (article,))


def _text(connection: sqlite3.Connection, article: int) -> str:
    """The text of an article; nothing where the index is damaged."""
    found = connection.execute("SELECT packed FROM cutting WHERE article = ?", (article,)).fetchone()
    try:
        return unpack(found[0], "", common_in(connection)).article.text if found else ""
    except DAMAGE:
        return ""


def _insert(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], values: Sequence[object]
) -> int:
    """Add a row; the names come from this module, the values go as parameters."""
    marks = ", ".join("?" * len(values))
    cursor = connection.execute(
        f"INSERT OR FAIL INTO {table} ({', '.join(columns)}) VALUES ({marks})", values
    )
    return int(cursor.lastrowid or 0)


def _name(below: bytes, record: FileRecord) -> str:
    return clean_name(os.fsdecode(below) or record.found.path.name)
