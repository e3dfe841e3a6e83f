"""Which printings are one article: the same text, headline, publication, day and address."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product

import pytest

from tests.support.made import article as made
from tui.model.article import Article
from tui.model.article_identity import agreement, article_id, former_id, wording

TEXT = "The weir is to be mended."
PAPERS = (None, "Fen Herald", "Marsh Argus")
DAYS = (None, date(1987, 5, 1), date(1987, 5, 2))
ADDRESSES = (None, "https://fen.example/weir", "https://fen.example/weir?page=2")


def test_every_difference_in_what_identifies_makes_another_article() -> None:
    headlines = (None, "Weir to be mended", "Weir")
    every = [*product((TEXT, TEXT + "\n"), headlines, PAPERS, DAYS, ADDRESSES)]
    ids = [article_id(*facts) for facts in every]
    assert len(set(ids)) == len(every) == 162
    assert all(len(one) == 16 and set(one) <= set("0123456789abcdef") for one in ids)


def test_no_fact_can_be_taken_for_another_one() -> None:
    assert article_id(TEXT, "a", None, None, None) != article_id(TEXT, None, "a", None, None)
    assert article_id(TEXT, None, "a", None, None) != article_id(TEXT, None, None, None, "a")


@pytest.mark.parametrize("publication", ["the fen  herald", "THE FEN HERALD", " The Fen Herald\n"])
def test_capitals_and_blanks_make_no_other_paper(publication: str) -> None:
    assert article_id(TEXT, None, publication, None, None) == article_id(
        TEXT, None, "The Fen Herald", None, None
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://www.fen.example/weir/",
        "https://FEN.example/weir#comments",
        "https://fen.example/weir?utm_source=post&fbclid=x1",
        "fen.example/weir?gclid=7",
    ],
)
def test_one_page_has_many_addresses(address: str) -> None:
    one = article_id(TEXT, None, None, None, "https://fen.example/weir")
    assert article_id(TEXT, None, None, None, address) == one


@pytest.mark.parametrize(
    "address", ["https://fen.example/Weir", "https://fen.example/weir?id=2", "https://marsh.example/weir"]
)
def test_another_page_is_another_one(address: str) -> None:
    one = article_id(TEXT, None, None, None, "https://fen.example/weir")
    assert article_id(TEXT, None, None, None, address) != one


def test_half_a_letter_identifies_as_well_as_a_whole_one() -> None:
    assert article_id("\ud800", "\udfff", "\ud801", None, "https://x.example/\ud802")
    assert wording("\ud800") != wording("\ud801")


def test_the_former_id_is_that_of_headline_and_text_alone() -> None:
    printed = [_printed(paper, day) for paper in PAPERS for day in DAYS]
    assert {former_id(one) for one in printed} == {"b3377f6fcf706129"}
    assert former_id(printed[0]) not in {
        article_id(TEXT, "Weir", *facts) for facts in product(PAPERS, DAYS, ADDRESSES)
    }


def test_a_wording_is_a_number_that_sqlite_can_keep() -> None:
    numbers = [wording(f"{TEXT} {number}") for number in range(200)]
    assert len(set(numbers)) == 200
    assert all(-(2**63) <= number < 2**63 for number in numbers)
    assert min(numbers) < 0 < max(numbers)


def test_articles_agree_by_what_both_know() -> None:
    herald, argus = _printed("Fen Herald", DAYS[1]), _printed("Marsh Argus", DAYS[1])
    assert [agreement(one, herald) for one in (herald, argus, _printed(None, None))] == [3, 1, 1]
    for one, other in combinations((herald, argus, _printed(None, DAYS[2])), 2):
        assert agreement(one, other) == agreement(other, one)


def _printed(paper: str | None, day: date | None) -> Article:
    return made(TEXT, headline="Weir")._replace(publication=paper, published=day)
