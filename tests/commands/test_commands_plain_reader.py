"""Reading line by line: what is typed is answered in whole lines, with nothing that has to be seen."""

from __future__ import annotations

import os
import pty
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.commands.conftest import Run, Start
from tui.app_paths import shipped
from tui.commands.plain_commands import PLAIN_COMMANDS, PlainSession, answer, first_words
from tui.library.service.folder_library import open_library
from tui.model.listing import Order
from tui.model.trail import Place, Visit


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(tmp_path / variable))
    return tmp_path


@pytest.fixture
def reading(home: Path) -> Iterator[PlainSession]:
    library = open_library([shipped("seeds")], name="Seeds")
    list(library.update())
    yield PlainSession(library)
    library.close()


def told(reading: PlainSession, *lines: str) -> tuple[PlainSession, str]:
    """The state after these lines, and what the last of them was answered."""
    words: list[str] = []
    for line in lines:
        after, said = answer(reading, line)
        assert after is not None
        reading, words = after, list(said)
    return reading, "\n".join(words)


def test_the_list_is_numbered_and_a_number_reads(reading: PlainSession) -> None:
    reading, words = told(reading, "list")
    assert [line.split(".")[0] for line in words.splitlines()] == ["1", "2", "3", "4"]
    reading, words = told(reading, "4")
    assert words.startswith("Daily Echo?, undated, 3 minutes, 5 quotations.\nSHADOW Chancellor")
    assert "Caption: Cllr Roy Perry" in words
    assert words.endswith("End of the article.")
    assert "3 minutes, 5 quotations, read." in told(reading, "list")[1]


def test_the_open_article_tells_who_said_what_why_and_how_to_cite_it(reading: PlainSession) -> None:
    reading, words = told(reading, "read 1", "quotes")
    assert "3. Simon Henig, chairman of the North East Combined Authority: “We have received" in words
    reading, words = told(reading, "why 3")
    assert words.startswith("Simon Henig: sure.")
    assert "The cue is “said”." in words
    assert "Simon Henig" in told(reading, "cite 3")[1]
    assert "George Osborne, person: 2 mentions." in told(reading, "who")[1]


def test_numbers_stand_for_what_was_found_last_and_next_goes_on_there(reading: PlainSession) -> None:
    reading, words = told(reading, "find osbrone door open")
    assert words.startswith("1. Royston Smith")
    reading, words = told(reading, "read 1")
    assert words.startswith("Daily Echo")
    reading, words = told(reading, "related")
    assert "17 words the same" in words
    reading, words = told(reading, "1")
    assert "talks to argue for a major transfer" in words
    reading, words = told(reading, "next")
    assert "trailblazer" in words
    assert "talks to argue" in told(reading, "previous")[1]


def test_somebody_is_told_of_across_the_library(reading: PlainSession) -> None:
    assert "Simon Henig, person: 2 quotations" in told(reading, "who henig")[1]
    assert told(reading, "said henig")[1].startswith("1. Simon Henig")
    assert told(reading, "said nobody at all")[1] == "Nobody called nobody at all is quoted."


def test_a_star_is_given_and_taken(reading: PlainSession) -> None:
    reading, words = told(reading, "read 2", "star")
    assert words == "Starred."
    assert "starred" in told(reading, "list")[1]
    assert told(reading, "star")[1] == "The star is taken away."


def test_where_the_reader_has_been_is_told_with_numbers(reading: PlainSession) -> None:
    assert "not been anywhere" in told(reading, "history")[1]
    article = reading.library.rows(Order.NEWEST, 3, 1)[0]
    visit = Visit(Place(article.article), datetime(2020, 5, 1, 12, 30), article.title, "second-class deal")
    reading.library.visited(visit, None)
    reading, words = told(reading, "history")
    assert words.startswith("1. SHADOW")
    assert words.endswith("at “second-class deal”. 1 May 2020, 12:30.")
    assert told(reading, "1")[1].startswith("Daily Echo")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", ""),
        ("frobnicate", "not a word"),
        ("read", "Which one?"),
        ("99", "no number 99"),
        ("0", "no number 0"),
        ("why 1", "No article is open"),
        ("related", "No article is open"),
        ("star", "No article is open"),
        ("find", "What?"),
        ("said", "Whose words?"),
        ("list sideways", "The list can be"),
        ("problems", "Every file was read"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(line: str, words: str, reading: PlainSession) -> None:
    assert words in told(reading, line)[1]


def test_a_quotation_that_there_is_none_of_is_asked_for_again(reading: PlainSession) -> None:
    assert "Which quotation?" in told(reading, "1", "why 9")[1]


def test_help_names_every_word_and_the_beginning_of_one_will_do(reading: PlainSession) -> None:
    words = told(reading, "help")[1]
    assert all(any(line.startswith(name) for line in words.splitlines()) for name in PLAIN_COMMANDS)
    assert told(reading, "li")[1] == told(reading, "list")[1]
    for line in ("q", "quit", "exit"):
        assert answer(reading, line) == (None, [])


def test_the_greeting_tells_how_much_there_is(reading: PlainSession) -> None:
    assert list(first_words(reading.library)) == [
        "Seeds: 4 articles, 14 quotations, 11 people. Type help to hear what can be typed."
    ]


def test_the_greeting_counts_the_files_that_could_not_be_read_and_no_pictures(
    home: Path,
) -> None:
    folder = home / "clips"
    folder.mkdir()
    (folder / "a.txt").write_text("“It is open,” said Joan Mallory.\n", encoding="utf-8")
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 4)
    (folder / "quay.jpg").write_bytes(b"\xff\xd8\xff\xe0 picture")
    with closing(open_library([folder])) as library:
        list(library.update())
        assert [*first_words(library)][1:] == ["1 file could not be read. Type problems to hear why."]


def test_a_pipe_is_answered_without_prompt_or_escapes(run: Run) -> None:
    done = run("--plain", "seeds", given="list\n1\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert not re.search("[\x00-\x09\x0b-\x1f]|^> ", done.stdout, re.MULTILINE)
    assert done.stdout.count("End of the article.") == 1


def test_a_variable_asks_for_it_as_well(run: Run) -> None:
    done = run("seeds", given="quit\n", also={"ACCESSIBLE": "1"})
    assert (done.returncode, done.stderr) == (0, "")
    assert "Type help" in done.stdout


def test_a_person_at_a_terminal_is_prompted_and_no_cursor_is_moved(start: Start) -> None:
    ours, theirs = pty.openpty()
    with start(["--plain", "seeds"], stdin=theirs, stdout=theirs, also={"TERM": "xterm"}) as program:
        os.close(theirs)
        said = b""
        while b"> " not in said:
            said += os.read(ours, 4096)
        os.write(ours, b"quit\n")
        program.wait(30)
    os.close(ours)
    assert b"\x1b" not in said
    assert program.returncode == 0
