"""Completions and the manual page say all that the parser takes, and the shells and troff accept them."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.commands.conftest import Tell
from tui.commands.command_syntax import READER, every_syntax
from tui.commands.help_text import COMMANDS

FLAGS = {flag for one in every_syntax() for option in one.options for flag in option.flags}
SHELLS = ("bash", "zsh", "fish")


def test_the_grammars_are_read_with_values_and_choices() -> None:
    by_name = {one.name: one for one in every_syntax()}
    assert list(by_name) == list(COMMANDS)
    assert [option.flags for option in by_name["find"].options if option.value] == [("--limit",)]
    assert [operand.value for operand in by_name["find"].operands] == ["QUERY", "PATH…"]
    assert by_name["completions"].choices == SHELLS
    assert by_name["config"].choices == ("check",)


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_completed(tell: Tell, shell: str) -> None:
    done = tell("completions", shell)
    assert done.returncode == 0
    for command in COMMANDS:
        assert command in done.stdout
    for flag in FLAGS | {flag for option in READER for flag in option.flags}:
        short = f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"
        assert (short if shell == "fish" else flag) in done.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_can_read_it(tell: Tell, shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not here")
    script = tell("completions", shell).stdout
    checked = subprocess.run([shell, "-n"], input=script, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not here")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("cuttings ann", "annotate"),
        ("cuttings find --ex", "--exact"),
        ("cuttings completions z", "zsh"),
        ("cuttings config ch", "check"),
        ("cuttings --pl", "--plain"),
        ("cuttings who --ex", ""),
    ],
)
def test_bash_completes_what_has_begun(tell: Tell, line: str, offered: str) -> None:
    script = tell("completions", "bash").stdout
    words = line.split()
    script += (
        f'COMP_WORDS=({" ".join(words)}); COMP_CWORD={len(words) - 1}; _cuttings; echo "${{COMPREPLY[@]}}"'
    )
    done = subprocess.run(["bash"], input=script, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == offered


def test_a_shell_that_there_is_no_completion_for_is_refused(tell: Tell) -> None:
    done = tell("completions", "tcsh")
    assert done.returncode == 2
    assert "tcsh" in done.stderr


def test_the_manual_page_holds_every_option_and_key_and_no_letter_that_troff_cannot_read(tell: Tell) -> None:
    page = tell("man").stdout
    assert page.isascii()
    for flag in FLAGS:
        assert flag.replace("-", "\\-") in page
    assert "who said what" in page
    assert not [line for line in page.splitlines() if line.startswith("'")]


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not here")
def test_troff_sets_the_page_without_a_complaint(tell: Tell) -> None:
    page = tell("man").stdout
    words = ["groff", "-man", "-Tutf8", "-ww"]
    done = subprocess.run(words, input=page, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "←" in done.stdout
