"""Which part of a saved page is read, and what is told where that is in doubt."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.work import growth
from tui.library.formats import optional_formats
from tui.library.formats.article_builder import Facts, Reading
from tui.library.formats.html import read_html
from tui.model.article import ParagraphKind
from tui.model.provenance import Fact

FERRY = "The ferry to the island will sail in every month of the year, the council has agreed."
SAID = "“We promised the islanders a boat,” said Joan Mallory, the leader of Harwick Council."
YARD = "A northern yard has won the contract after a race of two years against three others."
COST = "The boat will cost nine million and carry forty cars, twice as many as the old one."


def read(body: str) -> Reading:
    return read_html("page.html", f"<html><body>{body}</body></html>".encode())


def rows(body: str) -> list[str]:
    (article,) = read(body).articles
    return [paragraph.span.of(article.text) for paragraph in article.paragraphs]


def paragraphs(*words: str) -> str:
    return "".join(f"<p>{one}</p>" for one in words)


def test_a_page_that_stands_in_one_form_is_read_and_a_form_in_an_article_is_not() -> None:
    assert rows(f"<form><div><h1>Ferry</h1>{paragraphs(FERRY, SAID)}</div></form>") == [FERRY, SAID]
    form = "<form><p>Sign up for our letter and read it every day.</p><label>Your address here</label></form>"
    assert rows(f"<div>{paragraphs(FERRY)}{form}{paragraphs(SAID)}</div>") == [FERRY, SAID]


def test_an_article_in_sibling_blocks_is_read_whole() -> None:
    pieces = "".join(
        f"<div class='part'><div><div><div>{paragraphs(*words)}</div></div></div></div><i>Advert</i>"
        for words in ((FERRY, SAID), (YARD,), (COST,), (f"{FERRY} {COST}", f"{YARD} {SAID}"))
    )
    assert rows(f"<div>{pieces}</div>") == [FERRY, SAID, YARD, COST, f"{FERRY} {COST}", f"{YARD} {SAID}"]


def test_a_message_that_is_quoted_is_text_although_it_is_mostly_links() -> None:
    links = '<a href="#">https://t.example/abcdefghijklmnop</a> <a href="#">#boatsforislands</a>'
    quoted = f"<blockquote><p>A boat. {links}</p>— Mary Dunn <a href='#'>14 March 2015</a></blockquote>"
    found = rows(f"<div>{paragraphs(FERRY)}{quoted}{paragraphs(SAID)}</div>")
    assert found[1:3] == [
        "A boat. https://t.example/abcdefghijklmnop #boatsforislands",
        "— Mary Dunn 14 March 2015",
    ]


def test_the_captions_of_a_gallery_are_given_once_and_as_captions() -> None:
    slide = "<div>The boat at the quay on Friday morning.</div><div>Photo: Jo Hart, Argus</div>"
    (article,) = read(
        f"<article><div>{slide}{slide}{slide}<div>Caption</div><div>Close</div></div>"
        f"{paragraphs(FERRY, SAID)}</article>"
    ).articles
    found = [(paragraph.span.of(article.text), paragraph.kind) for paragraph in article.paragraphs]
    assert found == [
        ("The boat at the quay on Friday morning.", ParagraphKind.CAPTION),
        ("Photo: Jo Hart, Argus", ParagraphKind.CAPTION),
        (FERRY, ParagraphKind.PROSE),
        (SAID, ParagraphKind.PROSE),
    ]


def test_the_words_below_a_picture_are_a_caption_whatever_element_holds_them() -> None:
    (article,) = read(
        f'<div>{paragraphs(FERRY)}<p class="wp-caption-text">The boat at the quay, as it was.</p>'
        f"{paragraphs(SAID)}</div>"
    ).articles
    assert [paragraph.kind.value for paragraph in article.paragraphs] == ["prose", "caption", "prose"]


def test_what_is_set_as_a_paragraph_is_kept_however_often_it_comes() -> None:
    assert rows(f"<div>{paragraphs(FERRY, SAID, FERRY)}</div>") == [FERRY, SAID, FERRY]


def test_of_two_articles_the_one_that_the_page_is_about_is_read_and_the_other_told() -> None:
    first, second = f"<h1>Ferry</h1>{paragraphs(FERRY, SAID)}", f"<h1>Yard</h1>{paragraphs(YARD, COST)}"
    reading = read(f"<title>Ferry</title><div><article>{first}</article><article>{second}</article></div>")
    assert reading.articles[0].text == f"{FERRY}\n\n{SAID}\n"
    (problem,) = reading.problems
    assert problem.read
    assert "2 articles" in problem.words


def test_a_list_of_openings_is_a_doubt() -> None:
    openings = paragraphs(*(f"{words[:-1]} …" for words in (FERRY, YARD, COST)))
    (problem,) = read(f"<div>{openings}</div>").problems
    assert problem.read
    assert "openings" in problem.words


def test_openings_do_not_outweigh_the_article_beside_them() -> None:
    openings = paragraphs(*(f"{words[:-1]} …" for words in (FERRY, YARD, COST)))
    assert rows(f"<div>{openings}</div><div><div><div>{paragraphs(SAID, COST)}</div></div></div>") == [
        SAID,
        COST,
    ]


def test_one_paragraph_of_a_page_with_many_is_a_doubt() -> None:
    others = "".join(f"<div><a href='/{n}'>Another story that is told elsewhere</a></div>" for n in range(9))
    (problem,) = read(f"<div>{paragraphs(FERRY)}</div>{others}").problems
    assert problem.read
    assert "one paragraph" in problem.words
    assert read(f"<div>{paragraphs(FERRY)}</div>").problems == ()


def test_what_leads_elsewhere_below_the_text_is_left_out() -> None:
    more = "<h3>More stories from the coast</h3><ul><li>Old boat sold to the north</li></ul>"
    body = f"<div>{paragraphs(FERRY, SAID, YARD, COST)}{more}</div>"
    assert rows(body) == [FERRY, SAID, YARD, COST]
    results = "<h3>The ports</h3><ul><li>Harwick: six boats a day</li></ul>"
    assert rows(f"<div>{paragraphs(FERRY, SAID)}{results}</div>")[2:] == [
        "The ports",
        "Harwick: six boats a day",
    ]


@pytest.mark.parametrize(
    "words", ["市議会は五月から港の使用料を引き上げると発表した。", "สภาเมืองประกาศขึ้นค่าธรรมเนียมท่าเรือ"]
)
def test_a_text_without_blanks_is_read(words: str) -> None:
    assert rows(f"<article><h1>港</h1>{paragraphs(words, words * 2)}</article>") == [words, words * 2]


@pytest.mark.parametrize(
    "piece", ["<form>", "<div class=byline>", "<h1>a", "<blockquote>", "<time>1 May 2020</time>"]
)
def test_the_work_grows_no_faster_than_the_page(piece: str) -> None:
    assert growth(lambda pieces: read(piece * pieces + paragraphs(FERRY)), 100, times=16) < 24


def second_reader(monkeypatch: pytest.MonkeyPatch, *found: str) -> None:
    monkeypatch.setattr(optional_formats, "precise_rows", lambda _: found)


def test_only_what_both_readers_have_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    second_reader(monkeypatch, "Ferry", f"{FERRY} {SAID}", COST)
    body = f"<h1>Ferry</h1><div>{paragraphs(FERRY, SAID, COST)}<p>Ring us with your story.</p></div>"
    assert rows(body) == [FERRY, SAID, COST]


@pytest.mark.parametrize("found", [(), (FERRY,), (YARD, YARD)])
def test_the_core_s_text_stands_where_the_second_reader_has_lost_half_of_it(
    found: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    second_reader(monkeypatch, *found)
    assert rows(f"<div>{paragraphs(FERRY, SAID, COST)}</div>") == [FERRY, SAID, COST]


def test_without_a_day_on_the_page_that_of_the_extra_is_a_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    guess = Facts(published=date(2020, 2, 24)).told_by("the page, by htmldate", guessed=True)
    monkeypatch.setattr(optional_formats, "guessed_day", lambda _: guess)
    (article,) = read(f"<div>{paragraphs(FERRY)}</div>").articles
    assert article.published == date(2020, 2, 24)
    assert next(found for found in article.provenance if found.fact is Fact.DATE).guessed
    dated = f"<div><p>Published on 3 May 2019</p>{paragraphs(FERRY)}</div>"
    (article,) = read(dated).articles
    assert article.published == date(2019, 5, 3)


def test_articles_with_lesser_headings_are_told_apart_by_their_elements() -> None:
    first, second = f"<h2>Ferry</h2>{paragraphs(FERRY, SAID)}", f"<h2>Yard</h2>{paragraphs(YARD, COST)}"
    reading = read(f"<title>Ferry</title><div><article>{first}</article><article>{second}</article></div>")
    assert YARD not in reading.articles[0].text
    assert "2 articles" in reading.problems[0].words
