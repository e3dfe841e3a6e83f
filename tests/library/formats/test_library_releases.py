"""Press releases, dates that cannot be read, and files that hold no more than the head of a text."""

from __future__ import annotations

from datetime import date

import pytest

from tui.library.formats.article_builder import Facts, Reading
from tui.library.formats.registry import read_bytes
from tui.library.formats.text import read_plain
from tui.model.article import ParagraphKind

BODY = """
The council will shut the old swing bridge for eleven weeks from Monday, it said in a notice.

Boats are to wait at the lock above the mill until the new bearings have been fitted and tried.
"""


def read(head: str, ending: str = ".txt") -> Reading:
    return read_bytes(f"a{ending}", f"{head}\n{BODY}".encode(), ending)


def doubts(reading: Reading) -> list[str]:
    return [problem.words for problem in reading.problems if problem.read]


@pytest.mark.parametrize(
    "kind",
    [
        "PRESS RELEASE",
        "News Release",
        "FOR IMMEDIATE RELEASE",
        "MEDIA STATEMENT",
        "EMBARGOED UNTIL 00:01 ON FRIDAY 5 MARCH",
        "Press release: for immediate use",
        "*** MEDIA ALERT ***",
        "PRESS RELEASE | 4 March 2021",
        "PRESS NOTICE\n\nFOR IMMEDIATE RELEASE",
        "FOR IMMEDIATE RELEASE\n\n4 March 2021",
    ],
)
def test_what_only_tells_the_kind_of_a_text_is_no_headline_and_stays_to_be_seen(kind: str) -> None:
    (article,) = read(f"{kind}\n\nSwing bridge to shut").articles
    assert article.headline == "Swing bridge to shut"
    first = article.paragraphs[0]
    assert first.kind in (ParagraphKind.CAPTION, ParagraphKind.BYLINE)
    assert first.span.of(article.text) == kind.split("\n")[0]
    assert (str(article.published) == "2021-03-04") == ("2021" in kind)


@pytest.mark.parametrize(
    "headline",
    [
        "Press release was a hoax",
        "Statement of the year",
        "Embargo on arms is lifted. Ships sail",
        "Release me",
    ],
)
def test_a_headline_about_releases_is_one(headline: str) -> None:
    (article,) = read(headline).articles
    assert article.headline in (headline, None)
    assert article.paragraphs[0].kind is not ParagraphKind.CAPTION


def test_a_release_in_markdown_has_the_heading_below_it() -> None:
    (article,) = read("# PRESS RELEASE\n\n## Swing bridge to shut", ".md").articles
    assert article.headline == "Swing bridge to shut"
    assert article.text.startswith("PRESS RELEASE\n\n")


@pytest.mark.parametrize("line", ["Date: the ides of March", "Published: soon", "Dated: 31 February 2020"])
def test_a_date_that_cannot_be_read_is_told(line: str) -> None:
    reading = read(f"Swing bridge to shut\n{line}")
    (article,) = reading.articles
    assert article.published is None
    (told,) = doubts(reading)
    assert told == f"The head of the text gives a date that cannot be read: “{line.partition(': ')[2]}”."
    assert line in article.text
    assert article.headline == "Swing bridge to shut"


@pytest.mark.parametrize(
    "line",
    ["Date: 4 March 2021", "March 4, 2021 Thursday", "Published: 2021-03-04-22-14-10", "Dated 4 Mar 2021"],
)
def test_a_date_that_can_be_read_is_one(line: str) -> None:
    assert str(read(f"Swing bridge to shut\n{line}").articles[0].published) == "2021-03-04"


def test_a_second_line_with_the_date_is_none_of_the_text() -> None:
    (article,) = read("Swing bridge to shut\n4 March 2021\nMarch 4, 2021 Thursday").articles
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    assert kinds[:3] == [ParagraphKind.HEADLINE, ParagraphKind.BYLINE, ParagraphKind.BYLINE]
    assert str(article.published) == "2021-03-04"


def test_a_message_and_a_feed_and_a_page_tell_a_date_that_cannot_be_read() -> None:
    mail = f"Subject: Swing bridge\nDate: the ides of March\n\n{BODY}".encode()
    assert "The head of the message gives a date that cannot be read: “the ides of March”." in doubts(
        read_bytes("a.eml", mail, ".eml")
    )
    assert not doubts(read_bytes("a.eml", f"Subject: Swing bridge\n\n{BODY}".encode(), ".eml"))
    entry = f"<item><title>Bridge</title><pubDate>soon</pubDate><description>{BODY}</description></item>"
    feed = f"<rss><channel><title>Echo</title>{entry * 2}</channel></rss>".encode()
    assert doubts(read_bytes("a.xml", feed, ".xml")) == [
        "The entry of the feed gives a date that cannot be read: “soon”."
    ]
    data = '{"@type": "NewsArticle", "headline": "Bridge", "datePublished": "after Easter"}'
    prose = "".join(f"<p>{row}</p>" for row in BODY.split("\n") if row)
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body><article>{prose}'
    assert "The page gives a date that cannot be read: “after Easter”." in doubts(
        read_bytes("a.html", page.encode(), ".html")
    )


def test_a_date_that_is_stated_leaves_no_doubt_about_another_one_below_it() -> None:
    text = f"Swing bridge to shut\n3/4/2021\n{BODY}"
    stated = Facts(published=date(2021, 4, 3)).told_by("the head")
    assert doubts(read_plain("a.txt", text, stated)) == []
    assert len(doubts(read_plain("a.txt", text))) == 1


def test_a_file_of_head_lines_is_told_to_be_one_and_not_to_be_empty() -> None:
    (told,) = doubts(read_bytes("a.txt", b"By Ann Lee\n4 March 2021", ".txt"))
    assert "only what stands above one" in told
    only = read_bytes("a.md", b"---\ntitle: Swing bridge\n---\n", ".md").problems
    assert "only what stands above one" in only[0].words
    table = read_bytes("a.jsonl", b" []\n", ".jsonl").problems[0].words
    assert "empty" not in table
    assert read_bytes("a.txt", b"", ".txt").problems[0].words == "The file is empty."
