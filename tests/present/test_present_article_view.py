"""The reading view shows the article's own words, and all that stands out stands where it should."""

from hypothesis import given
from hypothesis import strategies as st

from tests.support.made import COUNCIL, article, council, span
from tui.model.cutting import Cutting
from tui.present.article_layout import ArticleLayout, lay_out_article, speaker_badges_of
from tui.present.article_view import Highlights, article_line
from tui.present.grid import Pane, grid
from tui.present.plain_words import confidence_word
from tui.present.styles import StyledLine, TextStyle, ThemeRole, line_width
from tui.present.typesetting import RowKind

TEXTS = st.text(alphabet=st.sampled_from("ab c“”\n\n‘’:.日\u200b["), max_size=200)


def sheet(cutting: Cutting, columns: int = 140) -> ArticleLayout:
    return lay_out_article(cutting, grid(columns, 40, Pane.ARTICLE), speaker_badges_of(cutting))


def words(line_: StyledLine) -> str:
    return "".join(run for run, _ in line_)


def ink_of(line_: StyledLine, wanted: str) -> TextStyle:
    return next(ink for run, ink in line_ if wanted in run)


def row_with(drawn_sheet: ArticleLayout, wanted: str, lit: Highlights = Highlights()) -> StyledLine:  # noqa: B008 - an immutable value
    lines = (article_line(drawn_sheet, n, lit) for n in range(drawn_sheet.rows))
    return next(one for one in lines if wanted in words(one))


@given(TEXTS, st.sampled_from([40, 80, 100, 140]))
def test_the_rows_hold_the_text_and_nothing_else(text: str, columns: int) -> None:
    it = sheet(Cutting(article(text)), columns)
    rows = [row for row in it.setting.rows if not row.words and row.kind is not RowKind.BLANK]
    held = "".join(text[row.start : row.end] for row in rows)
    assert "".join(held.split()) == "".join(text.split())


@given(TEXTS, st.sampled_from([40, 80, 100, 140]))
def test_every_row_is_as_wide_as_gutter_and_measure(text: str, columns: int) -> None:
    it = sheet(Cutting(article(text)), columns)
    most = it.grid.text + it.grid.measure + 1
    assert all(
        line_width(article_line(it, n, Highlights())) in (most, most + 1, most + 2) for n in range(it.rows)
    )


def test_an_utterance_has_one_bar_through_its_blank_rows_and_none_beside_the_caption() -> None:
    it = sheet(council())
    bars = [words(article_line(it, n, Highlights()))[4] == "▎" for n in range(it.rows)]
    barred = [n for n, has in enumerate(bars) if has]
    assert barred == list(range(barred[0], barred[-1] + 1))
    kinds = {it.setting.rows[n].kind for n in barred}
    assert RowKind.BLANK in kinds
    assert RowKind.CAPTION not in kinds


def test_initials_stand_on_the_first_row_of_an_utterance_only() -> None:
    it = sheet(council())
    initials = [words(article_line(it, n, Highlights()))[1:3].strip() for n in range(it.rows)]
    assert [letters for letters in initials if letters] == ["AL"]


def test_a_quotation_after_a_colon_is_set_off_with_its_mark_hanging() -> None:
    it = sheet(council())
    row = row_with(it, "We have waited")
    assert words(row)[5] == "“"
    assert words(row)[6:].startswith("We have waited")


def test_names_are_toned_by_kind_and_the_chosen_one_is_underlined_everywhere() -> None:
    it = sheet(council())
    assert ink_of(row_with(it, "Wearside Council"), "Wearside Council").role is ThemeRole.ORGANISATION
    chosen = row_with(it, "leader of", Highlights(entity="Ann Lee"))
    assert ink_of(chosen, "Ann Lee").underline
    assert ink_of(chosen, "Ann Lee").ground is ThemeRole.MATCH
    plain = row_with(it, "leader of", Highlights(marks=False))
    assert all(ink.role is not ThemeRole.PERSON for _, ink in plain)


def test_the_current_utterance_stands_on_lit_paper_and_a_fragment_only_in_its_words() -> None:
    it = sheet(council())
    direct = row_with(it, "We have waited", Highlights(current=0))
    assert ink_of(direct, "We have").ground is ThemeRole.CURRENT
    assert words(direct)[4] == "▌"
    fragment = row_with(it, "vanity", Highlights(current=1))
    assert ink_of(fragment, "vanity project").ground is ThemeRole.CURRENT
    assert ink_of(fragment, "called it").ground is None


def test_a_guess_at_the_speaker_is_marked_when_one_stands_on_it() -> None:
    fragment = row_with(sheet(council()), "vanity", Highlights(current=1))
    assert words(fragment)[:3] == "?Pi"
    assert [confidence_word(x) for x in (0.95, 0.8, 0.3)] == ["sure", "likely", "unsure"]


def test_found_words_are_lit_and_the_one_stood_on_is_reversed() -> None:
    spans = (span(COUNCIL, "twenty years"), span(COUNCIL, "The plans"))
    lit = Highlights(found=spans, found_at=1)
    it = sheet(council())
    assert ink_of(row_with(it, "twenty years", lit), "twenty years").ground is ThemeRole.MATCH
    assert ink_of(row_with(it, "The plans", lit), "The plans").reverse


def test_brackets_and_backslashes_are_drawn_as_they_are() -> None:
    it = sheet(Cutting(article("He said [/b] [red]yes[/red] \\[x] [@click=app.quit]go[/].")))
    assert "[/b] [red]yes[/red] \\[x] [@click=app.quit]go[/]." in words(row_with(it, "He said"))


def test_a_code_point_is_found_again_under_the_mouse() -> None:
    it = sheet(council())
    row = it.setting.row_of(span(COUNCIL, "Pike").start)
    column = words(article_line(it, row, Highlights())).index("Pike")
    assert it.offset_at(row, column) == span(COUNCIL, "Pike").start
