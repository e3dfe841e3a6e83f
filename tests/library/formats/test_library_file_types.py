"""What a file is, by its name and by how it begins; what is no article is counted and not amiss."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path, PurePath

import pytest

from tui.library.formats.file_pieces import LARGEST
from tui.library.formats.file_types import FORMATS, UNREAD, WORDS, ending_of, ending_told_by
from tui.library.formats.registry import LONGEST, READERS, read_bytes
from tui.library.ingest import read_file
from tui.library.ingest.analysis import content_of
from tui.library.ingest.scan import FoundFile
from tui.model.problem import Problem

ROOT = Path(__file__).parents[3]
FERRY = "The ferry to the island will sail in every month of the year, the council has agreed."


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.TXT", ".txt"),
        ("No. 10 statement", ""),
        ("Minutes 14.3.2015", ""),
        ("a", ""),
        ("a.tar.gz", ".gz"),
        ("a.\x1b[31m", ""),
        ("quay.averylongending", ""),
    ],
)
def test_what_stands_behind_a_mere_full_stop_is_no_ending(name: str, ending: str) -> None:
    assert ending_of(PurePath(name)) == ending


@pytest.mark.parametrize(
    ("raw", "ending"),
    [
        (b"---\ntitle: x\n---\n", ".md"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", ".html"),
        (b"<!-- saved --> <html lang=en>", ".html"),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', ".rss"),
        (b'<feed xmlns="a">', ".rss"),
        (b"%PDF-1.7", ".pdf"),
        (b"{\\rtf1", ".rtf"),
        (b'[{"text": "a"}]', ".json"),
        (b'{"text": "a"}\n{"text": "b"}', ".json"),
        (b"PK\x03\x04....word/", ".docx"),
        (b"From ann Sat Mar 14\nSubject: x\n\nx", ".mbox"),
        (b"The html of it: <html>", ""),
        (b"{Picture: the quay}", ""),
        (b"", ""),
    ],
)
def test_a_file_without_an_ending_is_known_by_how_it_begins(raw: bytes, ending: str) -> None:
    assert ending_told_by(raw) == ending


def test_every_format_has_a_word_and_a_reader() -> None:
    assert set(FORMATS.values()) == WORDS.keys() == READERS.keys()
    assert all(WORDS.values())


def test_a_picture_is_put_aside_and_an_old_document_is_named_with_what_to_do(tmp_path: Path) -> None:
    for name in ("quay.jpg", "letter.doc"):
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")
    letter, picture = (one for one in read_file.articles([tmp_path]) if isinstance(one, Problem))
    assert (picture.aside, picture.remedy) == (True, "")
    assert (letter.aside, letter.remedy) == (False, UNREAD[".doc"])


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2015-03-14 quay.txt", "2015-03-14"),
        ("quay_20150314.txt", "2015-03-14"),
        ("2015.03.14.txt", "2015-03-14"),
        ("quay 2015-13-14.txt", None),
        ("001_547504f9f6a04eb1.txt", None),
        ("920150314.txt", None),
        ("1015-03-14.txt", None),
    ],
)
def test_a_date_in_the_name_is_a_guess_where_the_article_has_none(
    name: str, day: str | None, tmp_path: Path
) -> None:
    (article,) = read_bytes(name, FERRY.encode(), ".txt").articles
    assert (article.published and article.published.isoformat()) == day
    assert [f.origin for f in article.provenance if f.guessed] == ["the name of the file"] * bool(day)
    (stated,) = read_bytes(name, f"---\ndate: 2001-01-01\n---\n{FERRY}".encode(), ".md").articles
    assert str(stated.published) == "2001-01-01"


def test_a_file_whose_name_gains_a_date_is_read_anew(tmp_path: Path) -> None:
    contents = set()
    for name in ("quay.txt", "2015-03-14 quay.txt", "2015-03-14 other.txt"):
        (tmp_path / name).write_text(FERRY)
        read = content_of(FoundFile(tmp_path / name, 1, 1))
        assert not isinstance(read, Problem)
        contents.add(read[1])
    assert len(contents) == 2


@pytest.mark.parametrize(
    "raw", [b"\0" * 1000, b"\0abc" * 300, bytes(range(256)), b"", b"\xef\xbb\xbf", b"\xff\xfe"]
)
def test_binary_and_empty_files_are_named_whatever_they_are_called(raw: bytes) -> None:
    for ending in FORMATS:
        found = read_bytes("a", raw, ending)
        assert found.articles == ()
        assert found.problems[0].words.endswith(".")


def test_an_article_in_two_files_is_one_story_by_one_id() -> None:
    one, other = (read_bytes(name, FERRY.encode(), ".txt").articles[0] for name in ("a.txt", "b.txt"))
    assert one.id == other.id
    assert one.path != other.path


def test_lone_surrogates_and_wrong_bytes_can_be_stored(tmp_path: Path) -> None:
    raw = f'{{"text": "{FERRY} \\ud800", "title": "\\udcff x"}}'.encode()
    (article,) = read_bytes("a.json", raw, ".json").articles
    f"{article.text}{article.headline}".encode()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the memory of a process is read there")
def test_the_limit_is_told_and_a_line_of_a_hundred_megabytes_is_never_held(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        for _ in range(100):
            file.write(b"word " * 200_000)
    program = (
        "import sys; from pathlib import Path; from tui.library.ingest import read_file as reading\n"
        "print([one.words for one in reading.articles([Path(sys.argv[1])])])\n"
        "status = Path('/proc/self/status').read_text().split()\n"  # getrusage tells of the parent too
        "print(status[status.index('VmHWM:') + 1])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(huge)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    words, kilobytes = told.stdout.splitlines()
    assert f"the limit is {LARGEST // 10**6} MB" in words
    assert int(kilobytes) < 300_000


def test_an_article_that_would_fill_the_memory_is_named_with_the_limit() -> None:
    long = "word " * (LONGEST // 5 + 1)
    (problem,) = read_bytes("a.txt", long.encode(), ".txt").problems
    assert "the limit is 1,000,000" in problem.words
    reading = read_bytes("a.jsonl", f'{{"text": "{long}"}}\n{{"text": "{FERRY}"}}\n'.encode(), ".jsonl")
    assert (len(reading.articles), len(reading.problems)) == (1, 1)
