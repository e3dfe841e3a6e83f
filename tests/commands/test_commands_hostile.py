"""Every command on a library that wants to take over the terminal; and what no command ever does."""

from __future__ import annotations

import ast
import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support import hostile
from tui.commands.command_parsers import parser_of
from tui.commands.help_text import COMMANDS
from tui.library.service.folder_library import open_library

Tell = Callable[..., "subprocess.CompletedProcess[str]"]
ROOT = Path(__file__).parents[2]
AFTER: dict[str, list[list[str]]] = {
    "find": [["build the"], ["@smith"], ["\x1b]0;x\x07 \u202e 'quo\"te [/b] ; DROP TABLE article --"]],
    "verify": [
        ["We will build the bridge soon \x1b[31m\u202e"],
        ["x", "--speaker", "Ev\x1be"],
        ["--draft", "FILE"],
    ],
    "who": [[], ["smith"], ["\x1b[31m\u202e"]],
    "quotes": [[], ["--csv"], ["--markdown"], ["--speaker", "smith"]],
    "related": [["FILE"]],
    "index": [[], ["--report"], ["--rebuild"]],
    "list": [[], ["--starred"]],
}
"""What follows the name of a command, before the folder; nothing for one that is not here."""
ALONE: dict[str, list[list[str]]] = {
    "marks": [["export"]],
    "config": [[], ["check"]],
    "doctor": [[]],
    "completions": [["bash"]],
    "man": [[]],
}
"""The commands that take no folder."""


@pytest.fixture
def clips(tell: Tell, tmp_path: Path) -> Path:
    """The hostile library, with marks and corrections, and a hostile config.toml."""
    folder = hostile.owned(tmp_path)
    config = tmp_path / "home" / "cuttings" / "config.toml"
    config.write_text('"la\\u001b[31mbrary" = "x"\ntheme = "\\u001b]0;x\\u0007\\u202e"\n', encoding="utf-8")
    return folder


def lines(command: str, folder: Path) -> list[list[str]]:
    """Every way to give the command."""
    if command in ALONE:
        return ALONE[command]
    found: list[list[str]] = []
    for words in AFTER.get(command, [[]]):
        given = [str(folder / "one.txt") if word == "FILE" else word for word in words]
        found.append([*given, str(folder)])
        takes_json = "--json" in parser_of(command).format_help()
        found += [[*found[-1], "--json"]] * (takes_json and not {"--csv", "--markdown"} & set(words))
    return found


@pytest.mark.parametrize("command", sorted(COMMANDS.keys() - {"add", "tutor"}))
def test_no_command_writes_what_a_terminal_would_obey(command: str, tell: Tell, clips: Path) -> None:
    before = hostile.printed(clips)
    for words in lines(command, clips):
        done = tell(command, *words)
        assert "Traceback" not in done.stderr
        for written in (done.stdout, done.stderr):
            assert hostile.WRITTEN.search(written) is None, words
        if "--json" in words:
            assert [json.loads(row) for row in done.stdout.splitlines()] or done.returncode == 1
    assert hostile.printed(clips) == before


def test_cuttings_that_are_added_are_written_clean_under_a_clean_name(
    tell: Tell, clips: Path, tmp_path: Path
) -> None:
    to = tmp_path / "to"
    to.mkdir()
    done = tell("add", str(clips), "--to", str(to))
    assert "Traceback" not in done.stderr
    assert hostile.WRITTEN.search(done.stdout + done.stderr) is None
    names = [path.name for path in to.iterdir()]
    assert len(names) > 4
    assert hostile.HARMFUL.search("".join(names)) is None


def test_reading_line_by_line_says_nothing_harmful(clips: Path) -> None:
    from tui.commands.plain_commands import PLAIN_COMMANDS, PlainSession, answer, first_words

    library = open_library([clips])
    list(library.update())
    said = [*first_words(library)]
    reading: PlainSession = PlainSession(library)
    for line in [
        "1",
        *PLAIN_COMMANDS,
        "who smith",
        "said smith",
        "find build",
        "why 1",
        "cite 1",
        "x\x1b[31m\u202e",
        "list \x9b",
    ]:
        after, words = answer(reading, line)
        reading = after or reading
        said += words
    library.close()
    assert hostile.WRITTEN.search("\n".join(said)) is None


# values and statements


def test_no_value_from_outside_becomes_part_of_a_statement(
    tell: Tell, clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statements: list[str] = []

    class Heard(sqlite3.Connection):
        """A connection that keeps the statements as they are given, before values are bound."""

        def execute(self, statement: str, *words: Any) -> sqlite3.Cursor:
            statements.append(statement)
            return super().execute(statement, *words)

        def executemany(self, statement: str, *words: Any) -> sqlite3.Cursor:
            statements.append(statement)
            return super().executemany(statement, *words)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **k, factory=Heard))
    for command in ("index", "list", "find", "who", "quotes", "related", "check"):
        for words in lines(command, clips):
            tell(command, *words)
    assert len(statements) > 500
    told = "\n".join(statements)
    assert not re.search("PWNED|smith|build|DROP TABLE article|tunnel|Harbour|example", told, re.IGNORECASE)


OURS = re.compile(
    r"_?[A-Z][A-Z_]+(\[\w+\]|\.format\(article='article'\))?|int\(.*\)|_head_column\(order, by\)"
    r"|', '\.join\(.*'\?'.*\)|', '\.join\(columns\)"
)
"""What may stand in braces in a statement: our constants, numbers, and a question mark for each value."""
NAMED = set(
    """marks places column columns table key sense which picked sorted_by end name least conditions
    statement""".split()
)
"""Names in statements that are made from such constants where they stand, as their functions show."""


def test_statements_are_put_together_from_our_own_words_alone() -> None:
    doubtful = []
    for path in (ROOT / "tui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            if node.func.attr in ("execute", "executemany", "executescript", "ask", "ask_aside"):
                said = [part for part in ast.walk(node.args[0]) if isinstance(part, ast.FormattedValue)]
                told = [ast.unparse(part.value) for part in said]
                wrong = [words for words in told if words not in NAMED and not OURS.fullmatch(words)]
                doubtful += [f"{path.name}:{node.lineno} {words}" for words in wrong]
                doubtful += [f"{path.name}:{node.lineno}"] * isinstance(node.args[0], ast.BinOp)
    assert doubtful == []


# the network


def test_nothing_is_asked_of_the_network(environment: dict[str, str], clips: Path) -> None:
    program = (
        "import sys\n"
        "def heard(event, words):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo', 'socket.bind', 'socket.sendto'):\n"
        "        raise SystemExit(f'{event} {words}')\n"
        "    if event == 'subprocess.Popen' and words[0] != sys.executable: raise SystemExit(event)\n"
        "sys.addaudithook(heard)\n"
        "from tui.__main__ import main\n"
        "for command in (['index', '--rebuild'], ['check'], ['find', 'build'], ['who'], ['list']):\n"
        "    assert main([*command, sys.argv[1]]) in (0, 1), command\n"
        "assert main(['--plain', sys.argv[1]]) == 0\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(clips)],
        cwd=ROOT,
        env=environment,
        input="1\nwho\nrelated\nproblems\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "socket" in done.stderr) == (0, False), done.stderr
