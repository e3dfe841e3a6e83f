"""Strange web pages: what stands beside the article stays out, and what hides it does not."""

from __future__ import annotations

from datetime import date

import pytest

from tui.library.formats import optional_formats
from tui.library.formats.article_builder import Facts
from tui.library.formats.registry import read_bytes
from tui.model.article import Article

FERRY = "The ferry to the island will sail in every month of the year, the council has agreed."
SAID = "“We promised the islanders a boat,” said Joan Mallory, the leader of Harwick Council."
ASIDE = "I think that this is all wrong and that it always was so, whoever says otherwise. " * 20


def read(page: str) -> Article:
    (article,) = read_bytes("page.html", page.encode(), ".html").articles
    return article


def paragraphs(article: Article) -> list[str]:
    return [paragraph.span.of(article.text) for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    "beside",
    [
        f'<div id="comments"><p>{ASIDE}</p></div>',
        f'<section class="related-articles wide"><p>{ASIDE}</p></section>',
        f'<div class="cookie-banner"><p>{ASIDE}</p></div>',
        f"<div hidden><p>{ASIDE}</p></div>",
        f'<div style="color: red; display: none"><p>{ASIDE}</p></div>',
        f"<select><option>{ASIDE}</option></select>",
        f"<dialog><p>{ASIDE}</p></dialog>",
    ],
)
def test_what_stands_beside_the_article_is_left_out(beside: str) -> None:
    assert paragraphs(read(f"<body><div><p>{FERRY}</p><p>{SAID}</p></div>{beside}</body>")) == [FERRY, SAID]
    assert paragraphs(read(f"<body><div><p>{FERRY}</p>{beside}<p>{SAID}</p></div></body>")) == [FERRY, SAID]


def test_where_nothing_else_is_there_a_block_counts_whatever_it_is_called() -> None:
    assert paragraphs(read(f'<div class="social-article"><p>{FERRY}</p></div>')) == [FERRY]


def test_a_block_that_holds_the_pages_own_heading_counts_whatever_it_is_called() -> None:
    cookies = f"<div><p>{ASIDE}</p></div>"
    page = f'<div class="ad-layout"><h1>Ferry to sail</h1><p>{FERRY}</p><p>{SAID * 40}</p></div>{cookies}'
    assert paragraphs(read(page))[0] == FERRY
    after = f'<div class="ad-slot"><p>{ASIDE}</p></div><div><h1>Ferry to sail</h1><p>{FERRY}</p></div>'
    assert paragraphs(read(after)) == [FERRY]


@pytest.mark.parametrize("name", ["commentary", "shareholders", "adsorption", "relatedness"])
def test_a_name_that_only_begins_alike_is_no_such_block(name: str) -> None:
    assert paragraphs(read(f'<div class="{name}"><p>{FERRY}</p></div><p>{SAID}</p>'))[0] == FERRY


def test_two_breaks_in_a_row_part_paragraphs_and_one_does_not() -> None:
    assert paragraphs(read(f"<div>{FERRY}<br>Soon.<br/> <br>{SAID}<br><br></div>")) == [
        f"{FERRY} Soon.",
        SAID,
    ]


def test_words_that_are_shown_as_typed_keep_their_blank_rows() -> None:
    assert paragraphs(read(f"<pre>{FERRY}\n\n{SAID}\n \n{FERRY}</pre>")) == [FERRY, SAID, FERRY]


def test_a_large_page_with_little_text_is_given_to_the_extra_and_read_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = f"<p>{FERRY}</p><script>{'x' * 60_000}</script>"
    monkeypatch.setattr(optional_formats, "has_pages", lambda: False)
    assert paragraphs(read(page)) == [FERRY]
    monkeypatch.setattr(optional_formats, "has_pages", lambda: True)
    monkeypatch.setattr(optional_formats, "hard_page", lambda _: (Facts(headline="Found"), f"{SAID}\n"))
    assert (read(page).headline, paragraphs(read(page))) == ("Found", [SAID])
    monkeypatch.setattr(optional_formats, "hard_page", lambda _: None)
    assert paragraphs(read(page)) == [FERRY]


def test_a_heading_inside_a_header_is_the_headline() -> None:
    article = read(f"<article><header><h1>Ferry to sail</h1><p>Share</p></header><p>{FERRY}</p></article>")
    assert (article.headline, paragraphs(article)) == ("Ferry to sail", [FERRY])


@pytest.mark.parametrize(
    ("title", "headline", "paper"),
    [
        ("Ferry to sail | Harwick Gazette", "Ferry to sail", "Harwick Gazette"),
        ("Ferry to sail - Evening Echo", "Ferry to sail", "Evening Echo"),
        ("Ferry – boat or bus – The Times", "Ferry – boat or bus", "The Times"),
        ("Ferry to sail | News", "Ferry to sail | News", None),
        ("Ferry – boat or bus", "Ferry – boat or bus", None),
    ],
)
def test_a_browsers_title_is_parted_from_the_paper(title: str, headline: str, paper: str | None) -> None:
    article = read(f"<title>{title}</title><p>{FERRY}</p>")
    assert (article.headline, article.publication) == (headline, paper)
    assert all(finding.guessed for finding in article.provenance[1:])


def test_a_byline_and_a_date_above_the_text_are_facts() -> None:
    article = read(f"<h1>Ferry to sail</h1><p>By Ann Lee</p><p>14 March 2015</p><p>{FERRY}</p><p>{SAID}</p>")
    assert (article.byline, article.published) == ("Ann Lee", date(2015, 3, 14))
    assert [p.kind.value for p in article.paragraphs] == ["byline", "byline", "prose", "prose"]


def test_entities_in_the_pages_data_are_decoded_and_then_cleaned() -> None:
    data = '{"@type": "NewsArticle", "headline": "Quay &amp; tram &#x202e;x &lt;b&gt;"}'
    article = read(f'<script type="application/ld+json">{data}</script><p>{FERRY}</p>')
    assert article.headline == "Quay & tram \ufffdx <b>"


def test_a_page_that_a_browser_kept_as_a_message_states_its_own_facts() -> None:
    page = f'<meta property="article:published_time" content="2015-03-14"><p>{FERRY}</p>'
    message = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example/1\nSubject: Ferry to sail\n"
        "Date: Mon, 5 Jan 2026 10:00:00 +0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        f"--b\nContent-Type: text/html\n\n{page}\n\n--b--\n"
    )
    (article,) = read_bytes("a.mhtml", message.encode(), ".mhtml").articles
    assert (article.headline, article.published) == ("Ferry to sail", date(2015, 3, 14))
    assert (article.url, article.byline) == ("https://x.example/1", None)


def test_the_charset_of_a_message_counts_for_its_page() -> None:
    head = b"Subject: x\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: 8bit\n\n"
    (article,) = read_bytes("a.eml", head + f"<p>{SAID}</p>".encode("cp1252"), ".eml").articles
    assert paragraphs(article) == [SAID]
