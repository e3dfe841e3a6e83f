from datetime import date
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.formats.mail import read_box, read_message
from tui.model.article import Article
from tui.model.printed_words import as_read

HEAD = (
    "From: =?utf-8?q?Jane_Sm=C3=AEth?= <jane@example.org>\n"
    "Subject: =?utf-8?q?Harbour_plan_=1B=5B31magreed?=\n"
    "Date: Sat, 14 Mar 2015 10:00:00 +0000\n"
)
WORDS = "The council has agreed a plan – after a long debate.\n\n----\n“We will build,” said Ann Lee."
PLAIN = f"Content-Type: text/plain; charset=utf-8\n\n{WORDS}\n"
PAGE = "Content-Type: text/html\n\n<div><p>The council has agreed a plan for the harbour today.</p></div>\n"
BOTH = f'Content-Type: multipart/alternative; boundary="b"\n\n--b\n{PLAIN}\n--b\n{PAGE}\n--b--\n'


def read(source: str) -> Article:
    (article,) = read_message("a.eml", source.encode()).articles
    return article


def test_subject_sender_and_date_are_its_facts_decoded_and_then_cleaned() -> None:
    article = read(HEAD + PLAIN)
    assert article.headline == "Harbour plan ␛[31magreed"
    assert (article.byline, article.published) == ("Jane Smîth", date(2015, 3, 14))
    assert article.text == f"{WORDS}\n"
    assert [p.span.of(article.text)[:3] for p in article.paragraphs] == ["The", "“We"]


def test_the_plain_part_is_preferred_and_the_page_is_read_where_there_is_none() -> None:
    assert read(HEAD + BOTH).text.strip() == WORDS
    assert read(HEAD + PAGE).text == "The council has agreed a plan for the harbour today.\n"
    assert read(HEAD + PAGE).headline == read(HEAD + BOTH).headline


def test_a_box_gives_an_article_for_each_message() -> None:
    other = HEAD.replace("agreed", "dropped") + PLAIN.replace("“We", ">From here we")
    box = f"From jane Sat Mar 14\n{HEAD}{PLAIN}\n\nFrom jane Sun Mar 15\n{other}"
    reading = read_box("a.mbox", box.encode())
    assert [(a.headline or "")[-7:] for a in reading.articles] == ["magreed", "dropped"]
    assert "\nFrom here we will" in reading.articles[1].text
    assert reading.problems == ()


@pytest.mark.parametrize("source", ["", "Subject: x\n\n", HEAD + "Content-Type: image/png\n\nabc"])
def test_a_message_without_text_is_a_problem(source: str) -> None:
    reading = read_message("a.eml", source.encode())
    assert reading.articles == ()
    assert not reading.problems[0].read


def test_parts_nested_without_end_are_a_problem() -> None:
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    assert read_message("a.eml", (HEAD + deep + PLAIN).encode()).articles == ()


@given(st.binary(max_size=300))
def test_no_bytes_raise(raw: bytes) -> None:
    read_message("a.eml", raw)
    read_message("a.eml", HEAD.encode() + b"Content-Type: text/plain; charset=" + raw)
    read_box("a.mbox", b"From x\n" + raw + b"\n\nFrom y\n" + raw)


FLOWED = "The council met on \nMonday \nin the hall.\nIt went home.\n"


@pytest.mark.parametrize(
    ("kind", "paragraphs"),
    [
        ("text/plain; format=flowed", ["The council met on Monday in the hall.", "It went home."]),
        ("text/plain; Format=Flowed; delsp=no", ["The council met on Monday in the hall.", "It went home."]),
        ("text/plain", ["The council met on", "Monday", "in the hall.", "It went home."]),
    ],
)
def test_a_flowed_message_is_read_by_its_paragraphs(kind: str, paragraphs: list[str]) -> None:
    article = read(f"{HEAD}Content-Type: {kind}\n\n{FLOWED}")
    assert [as_read(p.span.of(article.text)) for p in article.paragraphs] == paragraphs


def test_a_message_in_filled_lines_is_read_by_its_paragraphs() -> None:
    words = "The council has agreed, after a debate of four hours, to build the quay before the winter."
    article = read(f"{HEAD}Content-Type: text/plain\n\n{fill(words, 50)}\n\n{fill(words, 50)}\n")
    assert [as_read(p.span.of(article.text)) for p in article.paragraphs] == [words, words]
