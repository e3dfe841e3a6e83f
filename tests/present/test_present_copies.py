"""Copies of one text take little room: one row each at the side, a number beside a result."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.made import council
from tui.commands.plain_text import hits as spoken_hits
from tui.model.article import ArticleId
from tui.model.listing import Hits, Printing, QuotationHit
from tui.model.relation import Reason, ReasonKind, Relation
from tui.model.said import said_in
from tui.present.article_list_view import RowState
from tui.present.glyphs import FULL
from tui.present.search_panel_view import SearchHead, search_head_lines
from tui.present.search_result_view import result_lines
from tui.present.sidebar_view import SidebarContent, sidebar_of, sidebar_rows, with_relations
from tui.present.speaker_badges import SpeakerBadges
from tui.present.styles import StyledLine
from tui.present.text_entry import TextEntry
from tui.search import parse

ROOM = 40
REASON = (Reason(ReasonKind.PASSAGE, "90 words the same"),)


def words(line: StyledLine) -> str:
    return "".join(run for run, _ in line).rstrip()


def side(*relations: Relation) -> SidebarContent:
    cutting = council()
    titles = {str(one.article): f"Paper {one.article}" for one in relations}
    return with_relations(sidebar_of(cutting, SpeakerBadges(cutting.entities, ()), FULL), relations, titles)


def drawn(content: SidebarContent) -> list[str]:
    """The rows from the copies on."""
    rows = [words(row.draw(ROOM, RowState())) for row in sidebar_rows(content, ROOM)]
    at = next(n for n, row in enumerate(rows) if row.split()[:1] in (["ALSO"], ["RELATED"]))
    return [row.strip() for row in rows[at:]]


def copy(number: int) -> Relation:
    return Relation(ArticleId(f"{number}"), 1.0, REASON, 1.0)


@pytest.mark.parametrize(("many", "shown"), [(1, 1), (6, 6), (7, 5), (30, 5)])
def test_whole_copies_have_a_row_each_and_many_are_folded(many: int, shown: int) -> None:
    content = side(*map(copy, range(many)))
    rows = drawn(content)
    assert rows[0].split() == ["ALSO", "IN", f"{many}"]
    assert rows[1 : 1 + shown] == [f"Paper {number}" for number in range(shown)]
    assert rows[1 + shown] == ("" if shown == many else f"{many - shown} more")
    unfolded = drawn(content._replace(unfolded=frozenset({"also in"})))
    assert unfolded[1 : 1 + many] == [f"Paper {number}" for number in range(many)]


def test_a_copy_in_part_has_its_reason() -> None:
    part = copy(2)._replace(copied=0.8)
    assert drawn(side(copy(1), part))[1:5] == ["Paper 1", "", "Paper 2", f"{FULL.same} 90 words the same"]


def test_a_related_article_tells_how_many_more_have_its_text() -> None:
    also = tuple(ArticleId(f"{number}") for number in range(11))
    rows = drawn(side(Relation(ArticleId("9"), 0.5, REASON, 0.0, also)))
    assert rows[1:4] == ["Paper 9", "in 11 more", f"{FULL.same} 90 words the same"]


def hit(more: int) -> QuotationHit:
    said = next(iter(said_in(council())))._replace(publication="The Echo", published=date(1999, 5, 1))
    also = tuple(Printing(ArticleId(f"{n}"), f"{n}.md", f"Paper {n}", None) for n in range(more))
    return QuotationHit(said, 1.0, (), also)


@pytest.mark.parametrize(("more", "told"), [(0, ""), (1, "in 1 more"), (1_200, "in 1,200 more")])
def test_a_result_tells_in_how_many_more_articles_it_is(more: int, told: str) -> None:
    rows = [words(row) for row in result_lines(hit(more), 110, FULL, chosen=False)]
    assert rows[1].endswith(f"The Echo · 1 May 1999{' · ' * bool(told)}{told}")
    (line,) = spoken_hits([hit(more)])
    assert line.endswith(
        {0: "1 May 1999.", 1: " And in 1 more article."}.get(more, " And in 1,200 more articles.")
    )


def test_on_a_narrow_screen_the_number_stays_longest() -> None:
    assert words(result_lines(hit(12), 50, FULL, chosen=False)[1]).endswith("in 12 more")


@pytest.mark.parametrize(
    ("more", "matching", "told"), [(11, 12, "12 of 40 quotations"), (2, 12, "12 of 40 quotations, 3 shown")]
)
def test_what_is_in_more_articles_counts_as_shown(more: int, matching: int, told: str) -> None:
    asked = SearchHead("S", TextEntry.of("x"), parse("x"), False, Hits((hit(more),), matching, 40))
    lines = search_head_lines(asked, 120, FULL, air=False, filters=False)
    assert words(lines[1]).endswith(told)
