from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.formats.front_matter import fields, split
from tui.library.formats.markdown import read_markdown
from tui.model.article import Article

CLIPPED = """---
title: "Harbour plan: agreed"
source: "https://www.example.org/news/1"
author:
  - "[[Jane Smith]]"
  - "[[people/John Cole|John Cole]]"
published: 2015-03-14
created: 2015-04-01
description: "A long debate ends"
tags:
  - "clippings"
---
The **council** has [agreed](https://example.org/a_(b)) a plan
for the *old* harbour.

> “We will build,” said Ann Lee.
> And she smiled.

## What next

- More talks
- A vote\\*

![The quay at dusk](quay.jpg)
"""


def read(source: str) -> Article:
    (article,) = read_markdown("a.md", source).articles
    return article


def test_a_clipped_page_gives_all_its_facts() -> None:
    article = read(CLIPPED)
    assert article.headline == "Harbour plan: agreed"
    assert article.url == "https://www.example.org/news/1"
    assert article.byline == "Jane Smith, John Cole"
    assert article.published == date(2015, 3, 14)
    assert article.standfirst == "A long debate ends"
    assert article.publication is None


def test_the_body_is_plain_paragraphs_without_markup() -> None:
    article = read(CLIPPED)
    assert article.text.split("\n\n") == [
        "The council has agreed a plan for the old harbour.",
        "“We will build,” said Ann Lee. And she smiled.",
        "What next",
        "- More talks",
        "- A vote*",
        "The quay at dusk\n",
    ]
    assert article.paragraphs[-1].kind.value == "caption"


@pytest.mark.parametrize(
    ("key", "value", "fact", "told"),
    [
        ("source", "The Harbour Gazette", "publication", "The Harbour Gazette"),
        ("publication", "'The People''s Post'", "publication", "The People's Post"),
        ("Publisher", "Post # a note", "publication", "Post"),
        ("headline", r'"He said \"no\""', "headline", 'He said "no"'),
        ("date", "14 March 2015", "published", date(2015, 3, 14)),
        ("published", "2015-03-14T09:00:00Z", "published", date(2015, 3, 14)),
        ("url", "http://example.org/x", "url", "http://example.org/x"),
        ("authors", "[Ann Lee, 'Cole, John']", "byline", "Ann Lee, John Cole"),
        ("author", '"Cole, John and Hart, Jo"', "byline", "John Cole and Jo Hart"),
        ("author", '"Ann Lee, Ben Ash"', "byline", "Ann Lee, Ben Ash"),
        ("author", '"Lee, Editor"', "byline", "Lee, Editor"),
        ("byline", "By Ann Lee", "byline", "Ann Lee"),
        ("description", ">-\n  A long debate\n  ends", "standfirst", "A long debate ends"),
        ("title", "", "headline", None),
        ("title", "null", "headline", None),
    ],
)
def test_every_usual_field_is_understood(key: str, value: str, fact: str, told: object) -> None:
    article = read(f"---\n{key}: {value}\n---\nThe council has agreed a plan.")
    assert getattr(article, fact) == told


def test_the_first_heading_is_the_headline_where_the_front_matter_has_none() -> None:
    article = read("# Harbour plan *agreed*\n\nThe council has agreed.")
    assert (article.headline, article.text) == ("Harbour plan agreed", "The council has agreed.\n")


def test_front_matter_that_is_never_closed_is_body() -> None:
    source = "---\ntitle: x\n\nThe council has agreed."
    assert split(source) == ({}, source)


def test_a_file_with_nothing_under_its_front_matter_is_a_problem() -> None:
    reading = read_markdown("a.md", "---\ntitle: x\n---\n\n")
    assert not reading.articles
    assert not reading.problems[0].read


def test_an_escape_sequence_inside_an_entity_or_a_title_is_cleaned() -> None:
    article = read('---\ntitle: "a\x1b]0;x\x07b"\n---\nWords \x9b31m here.')
    assert article.headline == "a␛]0;x␇b"
    assert "\x9b" not in article.text


@given(st.text(st.sampled_from("ab:-[]'\"|> \n#*_!()\\")))
def test_no_source_raises(source: str) -> None:
    fields(source)
    read_markdown("a.md", f"---\n{source}\n---\n{source}")
    read_markdown("a.md", source)


def test_a_signature_and_its_address_stay_lines_of_their_own() -> None:
    source = (
        "SIR – I remember the harbour when\nit was full of boats.\n\nEdwin Garth\nAskrigg, North Yorkshire\n"
    )
    text = read_markdown("letter.md", source).articles[0].text
    assert text.split("\n\n") == [
        "SIR – I remember the harbour when it was full of boats.",
        "Edwin Garth",
        "Askrigg, North Yorkshire\n",
    ]
