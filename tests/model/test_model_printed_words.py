"""The words of a text as they read, and where they stand in it as it is."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.annotation import Quotation, QuotationKind
from tui.model.article import Article, ArticleId, Paragraph
from tui.model.printed_words import UNSEEN, as_read, joined, readable
from tui.model.span import Span

texts = st.text(st.sampled_from("ab-E.\n\t \u00ad\u200b\u0301\u2010é1"), max_size=60)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("one\ntwo", "one two"),
        ("one  \n\ttwo", "one two"),
        ("electioneer-\ning", "electioneering"),
        ("elec-\n    tion", "election"),
        ("elec\u00ad\ntion", "election"),
        ("well-\nknown", "well-known"),
        ("a 19-\nyear-old", "a 19-year-old"),
        ("the day-to-\nday work", "the day-to-day work"),
        ("Anglo-\nAmerican", "Anglo-American"),
        ("state-\nment", "statement"),
        ("first-\nand second-class", "first- and second-class"),
        ("he said -\nand left", "he said - and left"),
        ("a dash—\nhere", "a dash— here"),
        ("one-\n\ntwo", "one- two"),
        ("fear\u00adless zero\u200bwidth", "fearless zerowidth"),
        ("Ce\u0301dric Ole\u0301", "Cédric Olé"),
    ],
)
def test_words_read_whatever_lines_they_were_set_in(printed: str, read: str) -> None:
    assert as_read(printed) == read


@given(texts)
def test_joining_keeps_the_length_and_leaves_no_end_of_a_line(text: str) -> None:
    assert len(joined(text)) == len(text)
    assert "\n" not in joined(text)
    assert joined(joined(text)) == joined(text)


@given(texts)
def test_what_is_read_has_no_sign_that_is_not(text: str) -> None:
    assert not re.search("[\n\u00ad\u200b]", as_read(text))


STACKED = "\u0301\u0301"


@given(st.text(st.sampled_from("ab \u00ad\u200béo\u0301"), max_size=40), st.data())
def test_a_span_of_what_is_read_is_found_in_the_text_as_it_is(text: str, data: st.DataObject) -> None:
    read = readable(text)
    if not read.text:
        return
    start = data.draw(st.integers(0, len(read.text) - 1))
    end = data.draw(st.integers(start + 1, len(read.text)))
    there = read.original(Span(start, end))
    assert 0 <= there.start < there.end <= len(text)
    found, wanted = normalize("NFC", as_read(there.of(text))), normalize("NFC", read.text[start:end])
    if STACKED in normalize("NFD", text):  # such a letter is one whole: asked for in part, it is given whole
        assert wanted in found
    else:
        assert found == wanted


@given(texts)
def test_what_is_all_seen_stays_as_it_is(text: str) -> None:
    plain = text.translate(dict.fromkeys(map(ord, "\u00ad\u200b\u0301")))
    assert readable(plain).text == plain
    assert readable(plain).original(Span(0, 1)) == Span(0, 1)


def test_a_place_of_the_text_is_found_in_what_is_read() -> None:
    text = "a\u00adb e\u0301c"
    read = readable(text)
    assert read.text == "ab éc"
    assert [read.here(at) for at in range(len(text) + 1)] == [0, 1, 1, 2, 3, 4, 4, 5]


def test_a_quotation_over_lines_is_said_as_it_reads() -> None:
    text = "“The electioneer-\ning of\n  a well-\nknown man”"
    quotation = Quotation((Span(1, len(text) - 1),), QuotationKind.DIRECT)
    assert quotation.words(text) == "The electioneering of a well-known man"


def test_an_article_is_joined_within_its_paragraphs_only() -> None:
    text = "one\ntwo\nthree-\nfour\n"
    paragraphs = (Paragraph(Span(0, 7)), Paragraph(Span(8, 19)))
    article = Article(ArticleId("0" * 16), "a.txt", text, paragraphs)
    assert article.joined == f"one two\nthree-{UNSEEN}four\n"
    assert article.title == "one two"
