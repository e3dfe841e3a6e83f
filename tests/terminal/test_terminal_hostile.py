"""No article reaches the terminal with more than its letters, through any pane."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal.screen import Terminal

ESCAPES = "\x1b]0;PWNED\x07\x1b[31mred\x1b[0m\x9b31m\x9d0;PWNED\x9c\x1bP+q\x1b\\ \x00\x08\x0b\x7f"
BIDI = "\u202egnirts\u202c \u2066x\u2069"
MARKUP = "[/b] [red]text[/red] [@click=app.quit]go[/] [sic]"
NAME = "Sir Os\u200bborne\x1b]0;PWNED\x07 Smith"

ARTICLE = f"""Plans for the bridge {MARKUP}

{NAME}, leader of the council {ESCAPES}, said: “We {BIDI} will build {MARKUP} it {ESCAPES}.”

Jane Doe, of Exeter, said: “It is {MARKUP} wrong.”
"""
OWN = re.compile(
    rb"\x1b\[[0-9;?<>=]*[a-zA-Z]|\x1b\[\?[0-9;$]*[a-z]|\x1b\][0-9]+;[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[78=>]|\x1b\(B"
    rb"|\x1b\[[0-9;]* q|\x1b\[22;default\x07|\x1bP[^\x1b]*\x1b\\"
    rb"|\x1b\[\?2026\$p|\x1b\[>[0-9]*q|\x1b_G[^\x1b]*\x1b\\|\x07"
)
"""Every sequence that the program itself may write: moves, colours, modes, title, questions."""


WITHOUT_A_NETWORK = """
import os, sys
def heard(event, words):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto"):
        open(os.environ["HOME"] + "/asked", "a").write(f"{event} {words}")
        raise OSError("no network")
sys.addaudithook(heard)
from tui.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    folder = tmp_path / "clips"
    folder.mkdir()
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "two\x1b]0;PWNED\x07[red].txt").write_text(
        ARTICLE.replace("bridge", "tunnel"), encoding="utf-8"
    )
    return folder


def test_no_escape_sequence_control_or_override_gets_through_and_nothing_is_asked_of_the_network(
    tmp_path: Path, clips: Path
) -> None:
    it = Terminal(["-c", WITHOUT_A_NETWORK, str(clips)], tmp_path, size=(140, 40))
    try:
        it.shows("We ")
        for keys in (
            "]",
            "3jjj",
            "\r",
            "\x1b",
            "s",
            "build",
            "\r",
            "/",
            "wrong",
            "\r",
            "1jj",
            "?",
            "\x1b",
            "y",
            "zz",
        ):
            it.type(keys)
            it.read(0.25)
        it.type("q")
        it.ended()
    finally:
        it.close()
    assert b"PWNED\x07" not in it.sent
    assert b"\x1b]0;PWNED" not in it.sent
    text = it.sent.decode("utf-8")
    assert not set(text) & set("\u202e\u202c\u2066\u2069\x9b\x9d\x9c\x00\x08\x0b\x7f\u200b")
    left = OWN.sub(b"", it.sent)
    assert b"\x1b" not in left
    assert not (tmp_path / "asked").exists()


def test_brackets_show_as_they_are(tmp_path: Path, clips: Path) -> None:
    it = Terminal(["-m", "tui", str(clips)], tmp_path, size=(140, 40))
    try:
        it.shows("[/b] [red]text[/red] [@click=app.quit]go[/] [sic]")
        it.type("q")
        assert it.ended() == 0
    finally:
        it.close()
