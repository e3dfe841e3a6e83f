"""What a person sees: colour and a measure on a terminal, plain lines anywhere else."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.commands.terminal_output import (
    ASIDE,
    FOUND,
    NAME,
    OutputLine,
    TextPiece,
    lit_pieces,
    print_blocks,
    print_table,
)
from tui.model.span import Span

Start = Callable[..., "subprocess.Popen[bytes]"]
COLOUR = re.compile(rb"\x1b\[[0-9;]*3[0-9]m")
ESCAPE = re.compile(rb"\x1b\[[0-9;]*m")


def _on_a_terminal(start: Start, *words: str, **also: str) -> bytes:
    """What the command writes to a terminal of 60 columns."""
    ours, theirs = pty.openpty()
    chunks = []
    with start(words, stdout=theirs, also={"TERM": "xterm-256color", "COLUMNS": "60", **also}) as program:
        os.close(theirs)
        while chunk := _read(ours):
            chunks.append(chunk)
    os.close(ours)
    assert program.returncode == 0
    return b"".join(chunks)


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    words = "“The [bold]council[/bold] :smile: will [link=x]not[/link] bow to pressure from London, ” " * 3
    path.write_text(f"Simon Henig said: {words}.\n", encoding="utf-8")
    return path


def test_a_terminal_gets_emphasis_and_lines_that_fit(start: Start, article: Path) -> None:
    shown = _on_a_terminal(start, "annotate", str(article))
    assert b"\x1b[1m" in shown
    assert max(len(row.decode()) for row in ESCAPE.sub(b"", shown).split(b"\r\n")) <= 60


def test_no_colour_is_wanted_where_no_color_is_set(start: Start, article: Path) -> None:
    assert not COLOUR.search(_on_a_terminal(start, "annotate", str(article), NO_COLOR="1"))


def test_brackets_and_colons_of_an_article_are_no_markup(start: Start, article: Path) -> None:
    shown = b" ".join(ESCAPE.sub(b"", _on_a_terminal(start, "annotate", str(article))).split())
    assert b"The [bold]council[/bold] :smile: will [link=x]not[/link] bow" in shown


def test_elsewhere_a_line_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    long = "word " * 50
    print_blocks(
        [
            [OutputLine([TextPiece("Henig", NAME), TextPiece(long)])],
            [OutputLine([TextPiece("[b]", ASIDE)], indent=2)],
        ]
    )
    assert capsys.readouterr().out == f"Henig{long}\n\n  [b]\n"


def test_elsewhere_a_table_is_split_by_tabs(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("name", "role"), [("Simon\tHenig", "leader\nof a council"), ("Ed Balls", "")])
    assert capsys.readouterr().out == "Simon Henig\tleader of a council\nEd Balls\t\n"


def test_found_words_are_lit_and_none_is_lost() -> None:
    pieces = lit_pieces("my door is open", [Span(3, 7), Span(11, 15)])
    assert [piece.words for piece in pieces if piece.style == FOUND] == ["door", "open"]
    assert "".join(piece.words for piece in pieces) == "my door is open"
