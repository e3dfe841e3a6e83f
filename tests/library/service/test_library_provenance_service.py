"""What the formats tell of where each fact was found, and that a guess is called one."""

from __future__ import annotations

import pytest

from tui.library.formats.article_builder import Facts
from tui.library.formats.registry import read_bytes
from tui.library.index.cutting_codec import pack, unpack
from tui.model.article import Article
from tui.model.cutting import Cutting
from tui.model.provenance import Fact, FactSource

BODY = "The council has agreed a plan for the harbour after a long debate, its leader said.\n"


def read(raw: str | bytes, ending: str) -> Article:
    source = raw.encode() if isinstance(raw, str) else raw
    (article,) = read_bytes("a", source, ending).articles
    return article


def told(raw: str | bytes, ending: str) -> list[str]:
    """Each finding in one line: "headline: the first line?" with a question mark where it was guessed."""
    findings = read(raw, ending).provenance
    return [f"{one.fact.value}: {one.origin}{'?' * one.guessed}" for one in findings]


def test_what_a_plain_text_does_not_state_is_guessed_from_its_first_lines() -> None:
    words = f"Harbour plan agreed\n\nBy Ann Lee\n14 March 2015\n\n{BODY}Harbour Post: The quay\n"
    assert told(words, ".txt") == [
        "format: plain text",
        "headline: the first line?",
        "author: the lines above the text?",
        "publication: the text?",
        "date: the lines above the text?",
    ]


def test_front_matter_comes_before_the_first_heading() -> None:
    assert told(f"---\ndate: 2015-03-14\n---\n# Harbour plan\n\n{BODY}", ".md") == [
        "format: Markdown",
        "headline: the first heading",
        "date: the front matter",
    ]


def test_a_date_that_could_be_another_day_counts_as_guessed() -> None:
    assert told(f"---\ndate: 3/4/2015\n---\n{BODY}", ".md")[-1] == "date: the front matter?"


def test_a_page_states_facts_in_its_data_its_head_and_its_text() -> None:
    page = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ann Lee"}}</script>'
        '<meta property="og:site_name" content="Harbour Post"><title>Harbour plan | Post</title>'
        f'<article><time datetime="2015-03-14">then</time><p>{BODY}</p></article>'
    )
    assert told(page, ".html") == [
        "format: a web page",
        "headline: the title of the page?",
        "author: the page's data",
        "publication: the head of the page",
        "date: the first date on the page?",
    ]


@pytest.mark.parametrize(
    ("encoding", "finding"),
    [
        ("cp1252", "encoding: Windows-1252?"),
        ("utf-16", "encoding: UTF-16-LE"),
        ("utf-16-le", "encoding: UTF-16-LE?"),
    ],
)
def test_an_encoding_is_told_where_it_is_not_utf_8(encoding: str, finding: str) -> None:
    assert finding in told(f"“We will build,” said Zoë Lee. {BODY}".encode(encoding), ".txt")
    assert not any("encoding" in one for one in told("“We will build,” said Zoë Lee.", ".txt"))


def test_a_mixture_of_encodings_is_called_one() -> None:
    raw = f"“We will,” said Zoë. {BODY}".encode() + "“No,” said Zoë.".encode("cp1252")
    assert "encoding: UTF-8 mixed with Windows-1252?" in told(raw, ".txt")


def test_the_encoding_that_a_page_declares_is_not_guessed() -> None:
    page = '<meta charset="iso-8859-5"><p>Совет согласовал план старой гавани в понедельник.</p>'
    assert "encoding: ISO-8859-5" in told(page.encode("iso-8859-5"), ".html")


def test_facts_above_hide_those_below_and_their_findings_with_them() -> None:
    above = Facts(headline="A", url="u").told_by("above")
    both = above.over(Facts(headline="B", publication="P").told_by("below", guessed=True))
    assert both == Facts(
        headline="A",
        publication="P",
        url="u",
        found=(
            FactSource(Fact.HEADLINE, "above"),
            FactSource(Fact.PUBLICATION, "below", guessed=True),
            FactSource(Fact.ADDRESS, "above"),
        ),
    )


def test_findings_are_kept_with_the_cutting() -> None:
    article = read(f"Harbour plan agreed\n\n{BODY}", ".txt")
    assert article.provenance
    assert unpack(pack(Cutting(article)), "a").article == article
