"""Addresses and editors never reach a shell."""

import os
from pathlib import Path

import pytest

from tui.reader.external_programs import browser, editor, start_browser


def test_an_editor_with_arguments_is_split_and_the_file_is_one_argument() -> None:
    assert editor("/a b;c.txt", {"EDITOR": "code --wait"}) == ["code", "--wait", "/a b;c.txt"]
    assert editor("x", {}) == ["vi", "--", "./x"]


def test_an_address_is_one_argument() -> None:
    url = "https://example.org/a?b=1;rm+-rf"
    assert browser(url, {}, "xdg-open") == ["xdg-open", url]
    assert browser(url, {"BROWSER": "firefox %s"}, "xdg-open") == ["firefox", url]


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "--help",
        "https://",
        "https://exa\x1b]0;mple.org/",
        "https://ex ample.org/\n",
    ],
)
def test_only_web_addresses_are_opened(url: str) -> None:
    with pytest.raises(ValueError, match="not a web address"):
        browser(url, {}, "xdg-open")


@pytest.mark.parametrize("line", ["sh -c 'x %s'", "/bin/bash -c x", "env x", "x --url=%s"])
def test_a_browser_that_is_a_shell_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="shell line"):
        browser("https://example.org/", {"BROWSER": line}, "xdg-open")


def test_a_host_in_other_letters_is_opened_and_shown_as_the_network_knows_it() -> None:
    command = browser("https://bücher.example:8443/über?q=ö#ä", {}, "xdg-open")
    assert command == ["xdg-open", "https://xn--bcher-kva.example:8443/%C3%BCber?q=%C3%B6#%C3%A4"]


@pytest.mark.parametrize("url", ["https://bbc.co.uk@evil.example/", "https://bbc.co.uk:x%40@evil.example/a"])
def test_an_address_that_pretends_to_be_another_is_told_with_its_true_host(url: str) -> None:
    with pytest.raises(ValueError, match=r"it leads to evil\.example"):
        browser(url, {}, "xdg-open")


ADDRESS = "https://archive.example.org/7"


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("true", f"opened {ADDRESS}"),
        ("false", f"the browser could not be opened (false ended with 1): {ADDRESS}"),
        ("/nowhere/firefox", f"/nowhere/firefox could not be started (No such file or directory): {ADDRESS}"),
    ],
)
def test_what_became_of_the_browser_is_told_with_the_address(program: str, told: str) -> None:
    assert start_browser([program, ADDRESS], lambda: False) == told


@pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning")
def test_a_browser_that_goes_on_running_is_not_waited_for_when_one_leaves(tmp_path: Path) -> None:
    waiting = tmp_path / "browser"
    waiting.write_text("#!/bin/sh\nread nothing < $HOME/never\n", encoding="utf-8")
    waiting.chmod(0o755)
    looks: list[int] = []

    def leaving() -> bool:
        looks.append(1)
        return len(looks) > 2

    os.mkfifo(tmp_path / "never")
    os.environ["HOME"], before = str(tmp_path), os.environ["HOME"]
    try:
        assert start_browser([str(waiting), ADDRESS], leaving) == f"opened {ADDRESS}"
    finally:
        os.environ["HOME"] = before
        (tmp_path / "never").write_text("go on", encoding="utf-8")  # it ends with the test
