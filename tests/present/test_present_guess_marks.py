"""A fact that the source does not state is never shown without the sign of it, wherever it is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support.made import council
from tui.commands import plain_text, quotation_blocks
from tui.model.article import ArticleId
from tui.model.cutting import Cutting
from tui.model.listing import ArticleRow, QuotationHit, TextPassage
from tui.model.provenance import Fact, FactSource
from tui.model.said import said_in
from tui.present.article_list_view import RowState, entry_line, title_lines
from tui.present.glyphs import FULL
from tui.present.guess_marks import cited, shown_byline, shown_day, shown_publication, shown_title
from tui.present.search_result_view import result_lines
from tui.present.sidebar_view import other_printing
from tui.present.typesetting import typeset

FACTS = (Fact.HEADLINE, Fact.STANDFIRST, Fact.AUTHOR, Fact.PUBLICATION, Fact.DATE)


def guessed(*facts: Fact) -> Cutting:
    """The council's article with every fact, these of them guessed."""
    cutting = council()
    article = cutting.article._replace(
        headline="Quay to close",
        standfirst="It was built in 1902",
        byline="Ann Lee",
        publication="Wearside Echo",
        published=date(2015, 3, 14),
        provenance=tuple(FactSource(fact, "somewhere", guessed=fact in facts) for fact in FACTS),
    )
    return replace(cutting, article=article)


def row(*facts: Fact) -> ArticleRow:
    day = date(2015, 3, 14)
    return ArticleRow(
        ArticleId("a" * 16),
        "a.txt",
        "Quay to close",
        True,
        "Wearside Echo",
        day,
        3,
        4,
        guessed=frozenset(facts),
    )


@pytest.mark.parametrize("facts", [(), (Fact.DATE,), (Fact.PUBLICATION, Fact.HEADLINE), FACTS])
def test_each_fact_has_the_sign_where_it_is_a_guess_and_only_there(facts: tuple[Fact, ...]) -> None:
    it = guessed(*facts).article
    shown = {
        Fact.HEADLINE: shown_title(it),
        Fact.AUTHOR: shown_byline(it),
        Fact.PUBLICATION: shown_publication(it),
        Fact.DATE: shown_day(it),
    }
    assert {fact for fact, words in shown.items() if words.endswith("?")} == set(facts) & set(shown)
    assert cited("Ann Lee", Fact.AUTHOR, it) == ("[Ann Lee?]" if Fact.AUTHOR in facts else "Ann Lee")


def test_what_is_not_known_is_no_guess() -> None:
    bare = guessed(*FACTS).article._replace(publication=None, published=None, byline=None)
    assert (shown_publication(bare), shown_day(bare), shown_byline(bare)) == ("", "undated", "")


def test_the_head_of_an_article_marks_all_that_is_guessed() -> None:
    def head(cutting: Cutting) -> list[str]:
        return [one.words for one in typeset(cutting, 70, wide=True).rows[:4]]

    assert head(guessed(*FACTS))[:3] == ["WEARSIDE ECHO?", "Quay to close ?", "It was built in 1902 ?"]
    assert head(guessed(*FACTS))[3].startswith("Ann Lee? · 14 Mar 2015?")
    assert "?" not in "".join(head(guessed()))


def test_the_list_keeps_the_sign_of_a_headline_that_is_cut() -> None:
    assert title_lines("Quay to close for the whole winter", 12, 2, "…", guess=True) == [
        "Quay to",
        "close for… ?",
    ]
    words = ["".join(w for w, _ in entry_line(row(*FACTS), part, 60, FULL, RowState())) for part in (0, 1)]
    assert words[0].strip() == "• Quay to close ?"
    assert words[1].strip().startswith("Wearside Echo? · 14 Mar 2015?")
    plain = ["".join(w for w, _ in entry_line(row(), part, 60, FULL, RowState())) for part in (0, 1)]
    assert "?" not in "".join(plain)


def test_results_of_a_search_mark_publication_day_and_headline() -> None:
    def drawn(found: QuotationHit | TextPassage) -> str:
        return "".join(words for line in result_lines(found, 100, FULL, chosen=False) for words, _ in line)

    said = next(said_in(guessed(*FACTS)))
    assert "Wearside Echo? · 14 Mar 2015?" in drawn(QuotationHit(said, 1.0))
    facts = (said.article, said.path, said.title, said.publication, said.published)
    assert "Quay to close ?" in drawn(TextPassage(*facts, said.title, guessed=said.guessed))
    assert "Quay to close ?" not in drawn(TextPassage(*facts, said.title))


def test_commands_and_the_sidebar_mark_them() -> None:
    said = next(said_in(guessed(*FACTS)))
    assert quotation_blocks.citation_facts(said)[1:] == ["Wearside Echo?", "14 March 2015?"]
    assert "Quay to close ?, " in quotation_blocks.markdown_quotation(said)
    assert "Wearside Echo?, 14 March 2015?" in plain_text.row(1, row(*FACTS))
    assert other_printing(row(*FACTS)) == "Wearside Echo?, 14 Mar 2015?"
