"""Addresses and editors never reach a shell."""

import pytest

from tui.screens.outside import browser, editor


def test_an_editor_with_arguments_is_split_and_the_file_is_one_argument() -> None:
    assert editor("/a b;c.txt", {"EDITOR": "code --wait"}) == ["code", "--wait", "/a b;c.txt"]
    assert editor("x", {}) == ["vi", "x"]


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
