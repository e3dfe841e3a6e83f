"""Exports of press archives, split into their articles. All samples are made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.work import growth
from tui.library.formats.registry import read_bytes
from tui.model.article import Article, ParagraphKind

SAMPLES = Path(__file__).with_name("exports")
FERRY = "The ferry to the island will sail in every month of the year, the council has agreed"


def read(name: str) -> tuple[Article, ...]:
    reading = read_bytes(name, (SAMPLES / name).read_bytes(), ".txt")
    assert reading.problems == ()
    return reading.articles


def paragraphs(article: Article) -> list[str]:
    return [paragraph.span.of(article.text) for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    ("name", "headlines"),
    [
        (
            "nexis_counted.txt",
            ["Ferry to sail all winter as council finds the money", "No boat, no bus, no hope"],
        ),
        ("nexis_pages.txt", ["Ferry to sail all winter", "The quay is falling into the sea"]),
        (
            "factiva_coded.txt",
            ["Ferry to sail all winter as council finds the money", "Ports need money, says union"],
        ),
        (
            "factiva_laid_out.txt",
            ["Ferry to sail all winter as council finds the money", "Ports need money, says union"],
        ),
    ],
)
def test_every_layout_gives_its_articles_with_all_their_facts(name: str, headlines: list[str]) -> None:
    first, second = read(name)
    assert [first.headline, second.headline] == headlines
    assert first.byline == "Ann Lee"
    assert (first.publication or "").startswith("The Harwick Gazette")
    assert second.publication == "Evening Echo"
    assert (first.published, second.published) == (date(2015, 3, 14), date(2014, 1, 2))
    assert first.text.startswith(FERRY)
    assert second.byline is None


def test_nothing_of_the_labels_is_left_in_the_text_and_broken_lines_are_joined() -> None:
    first, second = read("nexis_counted.txt")
    assert paragraphs(first) == [
        f"{FERRY} after a debate that went on until after midnight on Thursday.",
        '"We promised the islanders a boat," said Joan Mallory, the leader of Harwick Council. "Now they will'
        ' have one."',
        "Type of ship: the council has not yet said which.",
        "The ferry at the quay",
    ]
    assert first.paragraphs[-1].kind is ParagraphKind.CAPTION
    assert paragraphs(second) == [
        "Nobody has asked the people who live there, and nobody has asked those who would like to."
    ]
    assert first.standfirst == ("The islanders will have a boat in every month, and the fare stays as it is")


def test_capitals_that_open_a_sentence_are_no_code() -> None:
    first, _ = read("factiva_coded.txt")
    assert paragraphs(first)[1].startswith("IN a debate")
    assert paragraphs(first)[2].startswith("CO harwcl : a company that the paper writes of")
    assert len(paragraphs(first)) == 3


def test_findings_tell_which_export_it_is() -> None:
    assert read("nexis_pages.txt")[0].provenance[0].origin == "a Nexis export"
    assert read("factiva_coded.txt")[0].provenance[0].origin == "a Factiva export"


@pytest.mark.parametrize(
    "words",
    [
        "Document 3 of 4 was lost, he said.\n\nThe council spoke of DOCUMENTS.",
        "End of Document\n\nThe council has agreed.",
        "The paper is called\n\nDocument HARGAZ0020150314eb3e0001a\n\nand it says little.",
    ],
)
def test_a_text_that_only_speaks_of_documents_is_one_article(words: str) -> None:
    (article,) = read_bytes("a.txt", words.encode(), ".txt").articles
    assert article.text == words


@pytest.mark.parametrize(
    "piece",
    ["1 of 2 DOCUMENTS\n", "End of Document\nBody\n", "LENGTH: 3 words\n", "3 words\n", "HD x\nLP\n", "AN\n"],
)
def test_the_work_grows_no_faster_than_the_file(piece: str) -> None:
    opening = (
        "1 of 2 DOCUMENTS\nLENGTH: 3 words\n\nDocument GAZ0000020150314\n3 words\nEnd of Document\nBody\n"
    )

    def read_so_many(pieces: int) -> None:
        read_bytes("a", (opening + piece * pieces).encode(), ".txt")

    assert growth(read_so_many, 200, times=4) < 5


LINES = st.sampled_from(
    """1 of 2 DOCUMENTS|End of Document|Body|BODY:|LENGTH: 3 words|3 words|HD x|LP||By A|AN|words here
    |Document GAZ0000020150314|14 March 2015|The Gazette|(c) 2015|Load-Date: x""".split("|")
)


@given(st.lists(LINES).map("\n".join))
def test_no_export_raises_and_no_article_is_empty(text: str) -> None:
    for article in read_bytes("a", text.encode(), ".txt").articles:
        assert article.text.strip()
