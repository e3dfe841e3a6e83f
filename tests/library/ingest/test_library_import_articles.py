"""Cuttings that are added to a library folder: read back as they were, under safe names, over nothing."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.library.core.text_cleaning import clean_line
from tui.library.formats.article_builder import Facts, article, lines_of
from tui.library.formats.markdown import read_markdown
from tui.library.formats.markdown_writer import markdown
from tui.library.formats.registry import read_bytes
from tui.library.ingest import import_articles
from tui.library.ingest.import_articles import LONGEST_NAME, NoRoomError, add, names, safe_stem
from tui.model.article import Article, ParagraphKind
from tui.model.printed_words import as_read
from tui.model.provenance import Fact

TEXT = "The council has agreed a plan for the quay.\n\n“We will build,” said Ann Lee.\n"


def made(text: str = TEXT, **facts: object) -> Article:
    return article("a.txt", text, Facts(**facts), lines_of(text), {})  # type: ignore[arg-type]  # as given


def again(one: Article) -> Article:
    (read,) = read_markdown("a.md", markdown(one)).articles
    return read


def paragraphs(one: Article) -> list[str]:
    """The paragraphs below the heading as they read: what nobody sees in them is not written down."""
    kinds = (ParagraphKind.HEADLINE, ParagraphKind.STANDFIRST, ParagraphKind.BYLINE)
    read = (as_read(p.span.of(one.text)) for p in one.paragraphs if p.kind not in kinds)
    return [joined for words in read if (joined := " ".join(words.split()))]


def facts(one: Article) -> list[object]:
    return [one.headline, one.publication, one.published, one.byline, one.url, one.standfirst]


def test_a_cutting_is_read_back_with_the_same_facts_and_paragraphs() -> None:
    one = made(
        headline='He said "no": it’s \\over #1',
        publication="Harwick Gazette",
        byline="Ann Lee, John Cole",
        published=date(2015, 3, 14),
        url="https://x.example/a?b=c#d",
        standfirst="null",
    )
    assert facts(again(one)) == facts(one)
    assert paragraphs(again(one)) == paragraphs(one)
    assert again(again(one)).id == again(one).id


def test_guesses_stay_guesses() -> None:
    source = f"Harbour plan agreed\n\nBy Ann Lee\n14 March 2015\n\n{TEXT}Harbour Post: The quay\n"
    (one,) = read_bytes("a.txt", source.encode(), ".txt").articles
    read = again(one)
    assert facts(read) == facts(one)
    assert paragraphs(read) == paragraphs(one)
    guessed = {finding.fact for finding in read.provenance if finding.guessed}
    assert guessed == {Fact.HEADLINE, Fact.AUTHOR, Fact.DATE, Fact.PUBLICATION}


def test_captions_stay_captions() -> None:
    caption = "<figure><figcaption>The quay at *dusk*, seen today.</figcaption></figure>"
    page = f"<article><p>{TEXT}</p>{caption}</article>"
    (one,) = read_bytes("a.html", page.encode(), ".html").articles
    assert [p.kind for p in again(one).paragraphs] == [p.kind for p in one.paragraphs]
    assert paragraphs(again(one)) == paragraphs(one)


SIGNS = st.text(st.sampled_from("a B 1.)#>-*_`[]()!\\|~+<:\"'“—\n http://x"), min_size=1)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


@given(SIGNS | WORDS, SIGNS | WORDS)
@example("0\u00ad", "1")
@example("\u00ad", "1")
@example("1. One\n- two\n> three\n![a](b)\n---\n***\n# x #\n+ y\n[l](u)\n[[w]]\n[^1]\n\\", "x")
def test_every_paragraph_comes_back_whatever_signs_it_holds(text: str, title: str) -> None:
    headline = clean_line(title).replace("[[", "").replace("]]", "") or None
    text = "".join(f"{clean_line(row)}\n\n" for row in text.split("\n"))
    one = made(text, headline=headline, publication="Post")
    if paragraphs(one):
        assert paragraphs(again(one)) == paragraphs(one)
        assert again(one).headline == one.headline


def test_a_file_is_made_once_and_never_overwritten(tmp_path: Path) -> None:
    first = add(made(headline="Quay", published=date(2015, 3, 14)), tmp_path, original="a.docx")
    assert first == (tmp_path / "2015-03-14 Quay.md", True)
    before = first.path.read_bytes()
    assert b'original: "a.docx"' in before
    same = add(made(headline="Quay", published=date(2015, 3, 14)), tmp_path, original="copy of a.docx")
    assert same == (first.path, False)
    other = add(made("Another text.\n", headline="Quay", published=date(2015, 3, 14)), tmp_path)
    assert other == (tmp_path / "2015-03-14 Quay 2.md", True)
    assert first.path.read_bytes() == before


@pytest.mark.parametrize("link", ["outside.md", "nowhere.md", "."])
def test_no_link_is_followed(link: str, tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (tmp_path / "outside.md").write_text("mine")
    (library / "Quay.md").symlink_to(tmp_path / link)
    assert add(made(headline="Quay"), library).path.name == "Quay 2.md"
    assert (tmp_path / "outside.md").read_text() == "mine"
    assert not (tmp_path / "nowhere.md").exists()


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_what_is_no_file_is_passed_by(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "Quay.md")
    assert add(made(headline="Quay"), tmp_path).path.name == "Quay 2.md"


def test_a_file_that_could_not_be_written_in_full_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        add(made(headline="Quay"), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_names_end_somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_articles, "MOST_ALIKE", 2)
    for number in range(2):
        add(made(f"Text {number}.\n", headline="Quay"), tmp_path)
    with pytest.raises(NoRoomError):
        add(made("Text 3.\n", headline="Quay"), tmp_path)


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("../../x", "x.md"),
        ("a/b\\c:d*e?f|g<h>i", "a b c d e f g h i.md"),
        (".hidden", "hidden.md"),
        ("-rf", "rf.md"),
        ("CON", "cutting CON.md"),
        ("nul.txt", "cutting nul.txt.md"),
        ("lpt1", "cutting lpt1.md"),
        ("...", "cutting.md"),
        ("a\u200bb $(x) `y`; z", "ab (x) y z.md"),
        ("Trailing. ", "Trailing.md"),
        ("‘No money’ – for £5", "‘No money’ for £5.md"),
    ],
)
def test_names_are_safe_everywhere(headline: str, name: str) -> None:
    assert next(names(made(headline=headline))) == name


@given(WORDS | st.text(min_size=300))
def test_no_name_leads_out_of_the_folder_or_is_too_long(headline: str) -> None:
    one = made(headline=clean_line(headline) or None, published=date(2015, 3, 14))
    for name, _ in zip(names(one), range(12), strict=False):
        assert len(name.encode("utf-8")) <= LONGEST_NAME
        assert "/" not in name
        assert "\0" not in name
        assert not name.startswith((".", "-"))
    assert len(safe_stem(headline).encode("utf-8")) <= LONGEST_NAME
