from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.formats.article_builder import lines_of
from tui.library.formats.text import read_text
from tui.model.article import Article, ParagraphKind

BODY = (
    "The council has agreed a plan for the old harbour after a long debate in the town hall on Monday.\n\n"
    "Councillors will meet again in the autumn to settle what the new quay is going to cost the town."
)


def read(text: str) -> Article:
    (article,) = read_text("a.txt", text).articles
    return article


def kinds(article: Article) -> list[str]:
    return [paragraph.kind.value for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour plan agreed at last",
        "Will the harbour plan sink?",
        "‘No money’ for quay",
        "100 JOBS TO GO AT DOCKS",
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_a_short_first_line_above_a_body_is_the_headline_and_nothing_is_cut(
    headline: str, between: str
) -> None:
    article = read(headline + between + BODY)
    assert article.headline == article.title == headline
    assert article.text == headline + between + BODY
    assert kinds(article) == ["headline", "prose", "prose"]


@pytest.mark.parametrize(
    "first",
    [
        "The council has agreed.",
        "“We have agreed.”",
        "and then there was the matter of the quay",
        "He listed what it would need:",
        "Read more: the harbour plan",
        "By Jane Smith",
        "14 March 2015",
        "The council has agreed a plan for the old harbour after so long a debate in the hall that it is",
    ],
)
def test_a_first_line_that_is_no_title_is_not_taken_for_one(first: str) -> None:
    assert read(f"{first}\n\n{BODY}").headline is None


def test_a_text_in_lines_of_equal_length_has_no_headline() -> None:
    wrapped = (
        "The council has agreed a plan for\nthe old harbour after a long and\nbitter debate on Monday night."
    )
    assert read(wrapped).headline is None


def test_a_list_without_sentences_has_no_headline() -> None:
    assert read("Shopping\n\nEggs\nMilk\nBread").headline is None


def test_without_a_headline_the_opening_words_are_the_title() -> None:
    assert read(BODY).title == BODY.split("\n")[0]


def test_standfirst_byline_and_date_are_read_where_they_plainly_stand() -> None:
    article = read(
        "Harbour plan agreed\nA long debate ends with a vote\n"
        f"By Jane Smith, Political Editor\nPublished: Saturday 14 March 2015 at 10:30\n\n{BODY}"
    )
    assert article.headline == "Harbour plan agreed"
    assert article.standfirst == "A long debate ends with a vote"
    assert article.byline == "Jane Smith, Political Editor"
    assert article.published == date(2015, 3, 14)
    assert kinds(article) == ["headline", "standfirst", "byline", "byline", "prose", "prose"]


@pytest.mark.parametrize(
    "line", ["By Jane Smith | 14 March 2015", "BY JANE SMITH, 14 March 2015", "by Jane Smith · 14/03/2015"]
)
def test_byline_and_date_may_share_a_line(line: str) -> None:
    article = read(f"Harbour plan agreed\n{line}\n\n{BODY}")
    assert (article.byline or "").lower() == "jane smith"
    assert article.published == date(2015, 3, 14)
    assert article.standfirst is None


@pytest.mark.parametrize(
    "lines",
    [
        "By Tom Ellery\nNorthern Courier\n19 July 2024",
        "By Tom Ellery\n\n19 July 2024\n\nNorthern Courier",
        "Northern Courier\n19 July 2024\nBy Tom Ellery",
        "By Tom Ellery\nNorthern Courier, 19 July 2024",
    ],
)
def test_a_paper_beside_byline_and_date_is_where_it_was_printed(lines: str) -> None:
    text = f"Harbour plan agreed\n\n{lines}\n\n{BODY}\n\n“Never again,” he told the Courier."
    article = read(text)
    assert (article.byline, article.publication) == ("Tom Ellery", "Northern Courier")
    assert (article.published, article.standfirst) == (date(2024, 7, 19), None)
    assert article.text == text
    assert kinds(article)[-3:] == ["prose"] * 3
    assert set(kinds(article)[1:-3]) == {"byline"}


@pytest.mark.parametrize(
    "lines",
    ["By Tom Ellery\nLocal Democracy Reporter", "Breaking News\n19 July 2024", "Bad News", "The Press"],
)
def test_jobs_and_headings_are_no_papers(lines: str) -> None:
    assert read(f"Harbour plan agreed\n{lines}\n\n{BODY}").publication is None


def test_a_headline_that_ends_like_a_paper_stays_the_headline() -> None:
    assert read(f"Mayor Meets Press\n\n{BODY}").headline == "Mayor Meets Press"


def test_a_byline_may_stand_without_a_headline() -> None:
    article = read(f"By Jane Smith\n\n{BODY}")
    assert (article.headline, article.byline) == (None, "Jane Smith")


@pytest.mark.parametrize(
    "line", ["By Monday the plan had been agreed.", "By the harbour", "By then it was 14 March 2015"]
)
def test_other_lines_that_begin_with_by_are_prose(line: str) -> None:
    assert read(f"Harbour plan agreed\n{line}\n\n{BODY}").byline is None


def test_a_doubtful_date_in_figures_is_told() -> None:
    reading = read_text("a.txt", f"Harbour plan agreed\n3/4/2015\n\n{BODY}")
    assert reading.articles[0].published == date(2015, 4, 3)
    assert reading.problems[0].read
    assert "3 April 2015" in reading.problems[0].words


@given(st.text(st.sampled_from("Aa .:\n“”\t")))
def test_paragraphs_are_the_lines_that_are_not_blank(text: str) -> None:
    found = lines_of(text)
    assert [line.span.of(text) for line in found] == [row.strip() for row in text.split("\n") if row.strip()]


@given(st.text())
def test_no_text_raises_and_only_an_empty_one_gives_no_article(text: str) -> None:
    reading = read_text("a.txt", text)
    assert bool(reading.articles) != any("empty" in problem.words for problem in reading.problems)


def test_the_same_cutting_has_the_same_id_wherever_its_file_lies() -> None:
    here, there = read_text("a/b.txt", BODY), read_text("c.txt", BODY.replace("\n", "\r\n"))
    assert here.articles[0].id == there.articles[0].id
    assert here.articles[0].id != read(BODY + "!").id
    assert ParagraphKind.PROSE in {p.kind for p in here.articles[0].paragraphs}
