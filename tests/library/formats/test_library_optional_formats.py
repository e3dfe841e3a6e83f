"""Formats that need a package more: named with the command that brings it, and read where it is there."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from tui.library.formats import optional_formats
from tui.library.formats.fetch_page import NotFetchedError, fetched
from tui.library.formats.registry import read_bytes

RTF = (
    rb"{\rtf1\ansi\ansicpg1252 Ferry to sail all winter\par\par "
    rb"The ferry will sail in every month of the year, \'93all\'94 say.\par}"
)
BLANK = b"<!doctype html><html><body><p>Too short.</p></body></html>"


@pytest.mark.parametrize(
    ("ending", "raw", "module", "extra"),
    [
        (".pdf", b"%PDF-1.4", "pypdf", "pdf"),
        (".rtf", RTF, "striprtf.striprtf", "rtf"),
    ],
)
def test_without_the_package_the_command_that_brings_it_is_named(
    ending: str, raw: bytes, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (problem,) = read_bytes(f"a{ending}", raw, ending).problems
    assert problem.remedy == f"To read it: pip install 'cuttings[{extra}]'"
    assert not problem.read
    assert not problem.aside


def test_a_page_without_an_article_names_the_extra_that_may_find_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(optional_formats, "has_pages", lambda: False)
    (problem,) = read_bytes("a.html", BLANK, ".html").problems
    assert "pip install 'cuttings[pages]'" in problem.remedy


def test_what_the_package_gives_is_read_like_any_text(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "The ferry will sail in every month of the year, \x1b[31mall\x93 say."
    body = f"Ferry to sail all winter\n\nBy Ann Lee\n\n{body}"
    module = ModuleType("striprtf.striprtf")
    module.rtf_to_text = lambda *_, **__: body  # type: ignore[attr-defined]  # it stands for the package
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", module)
    (article,) = read_bytes("a.rtf", RTF, ".rtf").articles
    assert (article.headline, article.byline) == ("Ferry to sail all winter", "Ann Lee")
    assert "\x1b" not in article.text
    assert article.provenance[0].origin == "RTF"


def test_whatever_a_damaged_file_brings_up_in_a_package_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError

    module = ModuleType("pypdf")
    module.PdfReader = broken  # type: ignore[attr-defined]  # it stands for the package
    monkeypatch.setitem(sys.modules, "pypdf", module)
    (problem,) = read_bytes("a.pdf", b"%PDF-1.4", ".pdf").problems
    assert problem.words == "The PDF cannot be read: RecursionError."


@pytest.mark.parametrize(
    "address", ["ftp://x.example/a", "file:///etc/passwd", "javascript:alert(1)", "http:///a"]
)
def test_only_http_and_https_are_ever_fetched(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(NotFetchedError, match="only http"):
        fetched(address)


@pytest.mark.parametrize(
    "address", ["http://[x", "https://[::1", "http://x.example:port/", "http://x.example:99999"]
)
def test_what_is_no_address_is_refused_in_a_sentence(address: str) -> None:
    with pytest.raises(NotFetchedError, match="is no address: "):
        fetched(address)


def test_without_the_package_no_page_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.library.formats.fetch_page.has_pages", lambda: False)
    with pytest.raises(NotFetchedError, match="pip install"):
        fetched("https://x.example/a")


def test_a_page_is_asked_for_once_and_read_like_a_saved_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    pages = {"https://x.example/1": "<title>Ferry to sail</title><p>The ferry will sail in every month.</p>"}
    module = ModuleType("trafilatura")

    def fetch(address: str) -> str | None:
        asked.append(address)
        return pages.get(address)

    module.fetch_url = fetch  # type: ignore[attr-defined]  # it stands for the package
    monkeypatch.setitem(sys.modules, "trafilatura", module)
    (article,) = fetched("https://x.example/1").articles
    assert (article.headline, article.url) == ("Ferry to sail", "https://x.example/1")
    (problem,) = fetched("https://x.example/2").problems
    assert "could not be fetched" in problem.words
    assert asked == ["https://x.example/1", "https://x.example/2"]


def test_a_broken_package_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert not optional_formats.has_pages()


def test_a_real_rtf_file_is_read_where_the_package_is_there() -> None:
    pytest.importorskip("striprtf")
    (article,) = read_bytes("a.rtf", RTF, ".rtf").articles
    assert article.headline == "Ferry to sail all winter"
    assert "“all” say" in article.text
