from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.work import growth
from tui.library.formats.html import read_html
from tui.model.article import Article

PAGE = """<!doctype html><html><head><meta charset="utf-8">
<title>Harbour plan agreed | Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">
<meta property="og:title" content="Harbour plan agreed \x1b[31m">
<meta property="og:url" content="https://example.org/quay">
<meta property="article:published_time" content="2015-03-14T10:00:00Z">
<meta name="author" content="Jane Smith">
</head><body>
<nav><ul><li><a href="/">Home and all the other sections of this site</a></li></ul></nav>
<div class="page">
<div class="related"><p><a href="/x">Ten other stories that you would like to read today</a></p></div>
<article><h1>Harbour plan agreed</h1>
<div class="text">
<p>The council has agreed a plan for the <b>old</b> harbour after a long debate.</p>
<p>“We will build,” said Ann&nbsp;Lee,<br>the leader of the council, on Monday &#x9b;31m night.</p>
<figure><img src="q.jpg"><figcaption>The quay at dusk, seen from the tower</figcaption></figure>
<script>var x = "<p>not a paragraph at all but a script</p>";</script>
<p>It goes to a vote in the autumn, when the &lt;b&gt;budget&lt;/b&gt; is known.</p>
</div></article>
<aside><p>Sign up for our letter and read it every day of the week.</p></aside></div>
<footer><p>All rights reserved by the people who own this page.</p></footer></body></html>"""


def read(page: str) -> Article:
    (article,) = read_html("a.html", page.encode()).articles
    return article


def test_the_facts_are_those_that_the_page_states_of_itself() -> None:
    article = read(PAGE)
    assert article.headline == "Harbour plan agreed ␛[31m"
    assert (article.publication, article.byline) == ("Harbour Gazette", "Jane Smith")
    assert (article.published, article.url) == (date(2015, 3, 14), "https://example.org/quay")


def test_the_body_is_the_densest_block_and_everything_is_cleaned_after_decoding() -> None:
    article = read(PAGE)
    assert article.text.rstrip("\n").split("\n\n") == [
        "The council has agreed a plan for the old harbour after a long debate.",
        "“We will build,” said Ann Lee, the leader of the council, on Monday \ufffd31m night.".replace(
            "\ufffd", "›"
        ),
        "The quay at dusk, seen from the tower",
        "It goes to a vote in the autumn, when the <b>budget</b> is known.",
    ]
    assert [p.kind.value for p in article.paragraphs] == ["prose", "prose", "caption", "prose"]


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", %s}',
        '[{"@type": "WebPage"}, {"@type": ["Thing", "ReportageNewsArticle"], %s}]',
        '{"@graph": [{"@type": "Organization"}, {"@type": "NewsArticle", %s}]}',
    ],
)
def test_the_pages_data_come_first(data: str) -> None:
    fields = (
        '"headline": "Quay &amp; tram", "datePublished": "2016-01-02", "publisher": {"name": "The Mail"},'
        '"author": [{"name": "John Cole"}, "Ann Lee", {"name": "https://x.example"}],'
        '"description": "In short"'
    )
    script = f'<script type="application/ld+json">{data % fields}</script></head>'
    article = read(PAGE.replace("</head>", script))
    assert (article.headline, article.publication) == ("Quay & tram", "The Mail")
    assert (article.byline, article.standfirst) == ("John Cole, Ann Lee", "In short")
    assert article.published == date(2016, 1, 2)


def test_a_page_that_holds_its_text_only_in_its_data_is_read() -> None:
    words = "The council has agreed a plan for the harbour.\\nIt goes to a vote."
    article = read(
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{words}"}}</script>'
    )
    assert article.text == "The council has agreed a plan for the harbour.\n\nIt goes to a vote.\n"


def test_the_declared_encoding_is_believed_where_it_is_not_utf_8() -> None:
    page = '<meta charset="iso-8859-5"><p>Совет согласовал план старой гавани в понедельник.</p>'
    (article,) = read_html("a.html", page.encode("iso-8859-5")).articles
    assert article.text.startswith("Совет согласовал план")


@pytest.mark.parametrize(
    "page", ["<html></html>", "<p></p>", "<nav><p>Home and all other sections here</p></nav>"]
)
def test_a_page_without_an_article_is_a_problem(page: str) -> None:
    reading = read_html("a.html", page.encode())
    assert reading.articles == ()
    assert not reading.problems[0].read


@pytest.mark.parametrize(
    "piece",
    ["<div>", "<p>a ", "<!--", "<![CDATA[", "<a href='", "&#27;", "</div>", "<script>", '<p title="', "<"],
)
def test_the_work_grows_no_faster_than_the_page(piece: str) -> None:
    def read_so_many(pieces: int) -> None:
        read_html("a.html", ("<p>The council has agreed a plan.</p>" + piece * pieces).encode())

    assert growth(read_so_many, 200, times=4) < 5


@given(st.text(st.sampled_from("<>/pdivscriptmeta=\"' &#;x27[]{}:,!-ab")))
def test_no_page_raises(page: str) -> None:
    read_html("a.html", page.encode())
    read_html("a.html", f'<script type="application/ld+json">{page}</script><p>{page}</p>'.encode())
