"""The page of what was found: every guess is seen, at every width."""

from collections.abc import Iterable
from datetime import date

import pytest

from tui.model.article import ArticleId
from tui.model.listing import ArticleProvenance
from tui.model.provenance import Fact, FactSource
from tui.present.glyphs import FULL
from tui.present.provenance_view import provenance_line, provenance_totals, rows_of_article
from tui.present.styles import StyledLine, line_width

MARKDOWN = FactSource(Fact.FORMAT, "Markdown")
FIRST_LINE = FactSource(Fact.HEADLINE, "the first line", guessed=True)
FRONT = FactSource(Fact.DATE, "the front matter")
ONE = ArticleProvenance(
    ArticleId("a" * 16), "clips/a.md", "A quay", True, None, date(2015, 3, 4), (MARKDOWN, FRONT, FIRST_LINE)
)


def text(lines: Iterable[StyledLine]) -> str:
    return "\n".join("".join(words for words, _ in one) for one in lines)


def test_totals_count_each_origin_and_what_is_missing() -> None:
    page = text(provenance_totals([(MARKDOWN, 3), (FIRST_LINE, 2), (FRONT, 1)], 3, 100))
    assert "headline                             2  the first line (guessed)" in page
    assert "     1  not given" in page
    assert "author                               3  not given" in page
    assert "format                               3  Markdown" in page
    assert "address" not in page


@pytest.mark.parametrize("room", [140, 100, 80, 40])
def test_an_article_tells_its_guesses_first_and_fits_its_rows(room: int) -> None:
    rows = [
        provenance_line(ONE, "a.md", part, room, chosen=True, glyphs=FULL)
        for part in range(rows_of_article(room))
    ]
    assert all(line_width(row) in (0, room) for row in rows)
    assert rows[-1] == ()
    told = " ".join(text(rows).replace("▌", " ").split())
    assert "A quay" in told
    assert "a.md" in told
    assert "headline from the first line (guessed)" in told
    assert told.index("(guessed)") < told.index("Markdown")
