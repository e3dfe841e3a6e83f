"""What lies open and what is lit, without a screen."""

from __future__ import annotations

import pytest

from tests.reader.reading import Reading, cutting, id_of, place
from tui.model.span import Span
from tui.present.article_layout import speaker_badges_of
from tui.present.glyphs import FULL
from tui.present.grid import Pane
from tui.present.sidebar_view import SidebarItem, SidebarItemKind, sidebar_of
from tui.reader.article_cursor import find
from tui.reader.redraw import Part, Redraw


@pytest.fixture
def it() -> Reading:
    """A reader who has opened a."""
    made = Reading()
    made.nav.go(place("a"))
    made.parts = Part(0)
    return made


def test_an_article_opens_on_its_first_whole_quotation(it: Reading) -> None:
    assert it.desk.article == id_of("a")
    assert it.desk.lit.current == 0
    assert it.desk.quotation == cutting("a").spoken[0]


def test_another_article_has_nothing_lit_in_it_but_marks_stay_as_they_were(it: Reading) -> None:
    it.desk.choose_entity("Ann Lee")
    it.desk.show_evidence(True)
    it.desk.highlight((Span(5, 9), Span(1, 3)))
    it.desk.put_found(Pane.ARTICLE, find("a council", "council"))
    it.desk.mark_names(False)
    it.nav.go(place("b"))
    lit = it.desk.lit
    assert (lit.entity, lit.evidence, lit.shared, lit.found, lit.marks) == (None, False, (), (), False)
    assert not it.desk.found(Pane.ARTICLE).words


def test_a_name_is_chosen_in_text_and_side_together(it: Reading) -> None:
    it.desk.choose_entity("Ann Lee")
    assert it.desk.lit.entity == "Ann Lee"
    assert it.beside.chosen == SidebarItem(SidebarItemKind.ENTITY, "Ann Lee")
    assert it.beside.side is not None
    assert (it.beside.side.entity, it.beside.side.mention) == ("Ann Lee", 1)
    assert it.beside.side.alike == ("Ann Lee too",)
    assert it.parts & Part.ARTICLE
    it.desk.choose_entity(None)
    assert it.desk.lit.entity is None
    assert it.beside.chosen is None


def test_mentions_go_round(it: Reading) -> None:
    assert not it.desk.next_mention(1)
    it.desk.choose_entity("Ann Lee")
    number = len(cutting("a").mentions_of("Ann Lee"))
    for _ in range(number):
        assert it.desk.next_mention(1)
    assert it.desk.side is not None
    assert it.desk.side.mention == 1
    assert it.desk.lit.flash == cutting("a").mentions_of("Ann Lee")[0].span
    assert it.parts & Part.SIDEBAR


def test_what_flashes_goes_out(it: Reading) -> None:
    it.desk.flash(Span(1, 3))
    assert it.desk.lit.flash == Span(1, 3)
    it.later[-1]()
    assert it.desk.lit.flash is None


def test_choosing_another_quotation_puts_out_what_flashes_and_keeps_the_evidence(it: Reading) -> None:
    it.desk.show_evidence(True)
    it.desk.flash(Span(1, 3))
    it.desk.select_quotation(1)
    assert (it.desk.lit.current, it.desk.lit.flash, it.desk.lit.evidence) == (1, None, True)


def test_highlighting_says_whether_anything_is_new(it: Reading) -> None:
    assert it.desk.highlight((Span(5, 9), Span(1, 3)))
    assert it.desk.lit.shared == (Span(1, 3), Span(5, 9))
    assert not it.desk.highlight((Span(1, 3), Span(5, 9)))


def test_an_article_opened_again_keeps_what_is_lit(it: Reading) -> None:
    it.desk.choose_entity("Ann Lee")
    it.desk.put_found(Pane.ARTICLE, find("a council", "council"))
    again = cutting("a")
    it.desk.reopen(again, sidebar_of(again, speaker_badges_of(again), FULL), 1)
    assert it.desk.cutting is again
    assert (it.desk.lit.current, it.desk.lit.entity, it.desk.lit.found) == (1, "Ann Lee", ())


def test_what_has_changed_is_drawn_once() -> None:
    waiting: list[object] = []
    drawn: list[Part] = []
    redraw = Redraw(waiting.append)
    redraw.drawers.append(drawn.append)
    redraw.changed(Part.ARTICLE)
    redraw.changed(Part.FRAME)
    redraw.changed(Part.ARTICLE)
    assert len(waiting) == 1
    redraw.draw()
    redraw.draw()
    assert drawn == [Part.ARTICLE | Part.FRAME]
    redraw.changed(Part.LIST)
    assert len(waiting) == 2
