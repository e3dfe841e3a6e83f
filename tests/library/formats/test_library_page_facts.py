"""What saved pages say of their day, their author and their paper, faults and all."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.work import growth
from tui.library.formats.registry import read_bytes
from tui.model.article import Article, ParagraphKind
from tui.model.provenance import Fact

TEXT = (
    "<p>The ferry to the island will sail in every month of the year, the council has agreed.</p>"
    "<p>“We promised the islanders a boat,” said Joan Mallory, the leader of Harwick Council.</p>"
)
TITLE = "<h1>Ferry to sail all winter</h1>"


def page(above: str = "", head: str = "", below: str = "") -> Article:
    source = f"<html><head>{head}</head><body><article>{TITLE}{above}{TEXT}{below}</article></body></html>"
    (article,) = read_bytes("page.html", source.encode(), ".html").articles
    return article


def data(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


def address(path: str) -> str:
    return f'<link rel="canonical" href="https://argus.example{path}">'


def guessed(article: Article, fact: Fact) -> bool:
    (found,) = (finding for finding in article.provenance if finding.fact is fact)
    return found.guessed


@pytest.mark.parametrize("day", ["0001-01-01T00:00:00Z", "1599-12-31", "3609-06-30", "9999-12-31"])
def test_a_year_that_cannot_be_is_none(day: str) -> None:
    assert page(head=data(f'"datePublished": "{day}"')).published is None


def test_where_the_data_have_no_possible_year_the_address_and_the_line_below_the_heading_are_asked() -> None:
    nothing = data('"datePublished": "0001-01-01"')
    in_address = page(head=nothing + address("/news/2019/11/19/ferry/"))
    assert in_address.published == date(2019, 11, 19)
    assert guessed(in_address, Fact.DATE)
    below = page("<p>Published 6:01 p.m. ET Nov. 19, 2019</p>", nothing)
    assert below.published == date(2019, 11, 19)
    assert guessed(below, Fact.DATE)


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (address("/2020/02/24/ferry"), ""),
        (address("/news/20200224/ferry"), ""),
        (address("/2020/feb/24/ferry"), ""),
        ("", "<div>By Ann Lee | February 24, 2020 at 8:59 pm</div>"),
        ("", "<header><span>24 February 2020</span></header>"),
    ],
)
def test_a_moment_in_universal_time_gives_way_to_the_day_that_the_paper_prints(head: str, above: str) -> None:
    moment = data('"datePublished": "2020-02-25T01:59:12Z"')
    article = page(above, head + moment)
    assert article.published == date(2020, 2, 24)
    assert not guessed(article, Fact.DATE)


def test_a_day_far_from_the_moment_that_the_page_states_settles_nothing() -> None:
    moment = data('"datePublished": "2020-02-25T01:59:12Z"')
    assert page("<p>Since 3 January 2011</p>", moment).published == date(2020, 2, 25)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published" content="2020-02-24">',
        '<meta property="og:article:published_time" content="2020-02-24">',
        '<meta name="pubdate" content="2020-02-24">',
        '<meta name="publish-date" property="other" content="2020-02-24">',
        '<script type="application/ld+json">[{"@type": "WebPage", "datePublished": "2020-02-24"}]</script>',
    ],
)
def test_the_other_names_of_the_day_are_known(head: str) -> None:
    article = page(head=head)
    assert article.published == date(2020, 2, 24)
    assert not guessed(article, Fact.DATE)


@pytest.mark.parametrize(
    "above",
    [
        "<p>Montag, 24. Februar 2020</p>",
        "<p>lundi 24 février 2020</p>",
        "<p>24 de febrero de 2020</p>",
        "<p>24.02.2020, 11:38</p>",
        "<p>2020年2月24日</p>",
        "<span class='entry-date'>24 Feb 2020</span>",
        "<time>February 24th, 2020</time>",
        "<abbr class='published' title='2020-02-24T21:30:00'>9:30</abbr>",
    ],
)
def test_a_day_in_words_at_the_heading_is_a_guess(above: str) -> None:
    article = page(above)
    assert article.published == date(2020, 2, 24)
    assert guessed(article, Fact.DATE)


@pytest.mark.parametrize(
    "below",
    [
        "<blockquote><p>Not in my name.</p>— Mary Dunn March 14, 2015</blockquote>",
        "<h1>Yard wins contract</h1><span itemprop='datePublished'>2015-03-10</span>" + TEXT,
    ],
)
def test_the_day_of_a_quoted_message_or_of_the_next_article_is_not_the_days(below: str) -> None:
    assert page(below=below).published is None


def test_the_day_of_a_change_comes_after_the_day_of_printing() -> None:
    both = "<p>Updated: 3 March 2020</p><p>Published: 24 February 2020</p>"
    assert page(both).published == date(2020, 2, 24)


@pytest.mark.parametrize(
    "fault",
    [
        '"publisher": {"name": "Quayside Argus",},',
        '"publisher": {"name": "Quayside Argus"} /* of the group */, "articleSection": ',
        '"description": "She said "no" to all", "publisher": {"name": "Quayside Argus"}',
        '"description": "one\ntwo" "publisher": {"name": "Quayside Argus"}',
        '"publisher": {"name": "Quayside Argus"}, "image": [{"url": "x"}',
    ],
)
def test_one_fault_in_the_data_does_not_throw_away_the_rest(fault: str) -> None:
    article = page(head=data(f'"datePublished": "2019-11-19", {fault}'))
    assert (article.publication, article.published) == ("Quayside Argus", date(2019, 11, 19))


@pytest.mark.parametrize("piece", ['"', "/*", '"\\', '{"a":', '"  ', '"a" ', "[", "}"])
def test_the_work_on_faulty_data_grows_no_faster_than_they(piece: str) -> None:
    def read_so_many(pieces: int) -> None:
        page(head=f'<script type="application/ld+json">{piece * pieces}</script>')

    assert growth(read_so_many, 200, times=4) < 5


def test_a_publisher_named_by_its_number_is_looked_up() -> None:
    graph = (
        '{"@graph": [{"@type": "NewsArticle", "publisher": {"@id": "#o"}, "author": {"@id": "#a"}},'
        '{"@type": "Organization", "@id": "#o", "name": "Quayside Argus"},'
        '{"@type": "Person", "@id": "#a", "name": "Ann Lee"}]}'
    )
    article = page(head=f'<script type="application/ld+json">{graph}</script>')
    assert (article.publication, article.byline) == ("Quayside Argus", "Ann Lee")


@pytest.mark.parametrize(
    ("above", "head"),
    [
        ('<p>Words: <a rel="author" href="/ann">Ann Lee</a></p>', ""),
        ('<span itemprop="author" itemscope><span itemprop="name">Ann Lee</span></span>', ""),
        ('<div class="byline">By Ann Lee | 24 February 2020</div>', ""),
        ('<span class="article-author">Von Ann Lee</span>', ""),
        ('<a class="author-name" href="/ann">Ann Lee</a>', ""),
        ("", '<meta name="author" content="By Ann Lee">'),
        ("", data('"author": {"name": "by Ann Lee"}')),
    ],
)
def test_an_author_is_known_without_by_and_by_the_marks_of_the_page(above: str, head: str) -> None:
    assert page(above, head).byline == "Ann Lee"


def test_the_rows_that_name_author_and_day_are_not_prose() -> None:
    article = page('<p class="byline">By Ann Lee</p><p>Published Nov. 19, 2019</p>')
    assert [paragraph.kind for paragraph in article.paragraphs] == [
        *([ParagraphKind.BYLINE] * 2),
        *([ParagraphKind.PROSE] * 2),
    ]


@pytest.mark.parametrize("label", ["author-bio", "related-authors", "social-byline"])
def test_a_block_about_authors_names_none(label: str) -> None:
    assert page(f'<div class="{label}">Ann Lee</div>').byline is None
