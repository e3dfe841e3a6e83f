"""Text that was set on pages: heads, numbers, broken words and lines. All made up."""

from __future__ import annotations

from datetime import date

import pytest

from tui.library.formats.printed_pages import in_columns, printed_text

WIDE = (
    "The lighthouse on the outer skerry will be painted in spring, for the first time since the "
    "old keeper left it to the trust, as"
)
REST = "the trust has decided after a long debate."


@pytest.mark.parametrize(
    ("rows", "mended"),
    [
        ("the paint-\ning of it", "the painting of it"),
        ("a well-\nknown tower", "a well-known tower"),
        ("a once-in-a-genera-\ntion chance", "a once-in-a-generation chance"),
        (
            "the harbour-\nmaster said so; the harbour and its master",
            "the harbour-master said so; the harbour and its master",
        ),
        ("the light-\nhouse, as the lighthouse is", "the lighthouse, as the lighthouse is"),
        ("in 2016-\n17 it was", "in 2016- 17 it was"),
    ],
)
def test_a_word_that_was_broken_is_put_together(rows: str, mended: str) -> None:
    assert " ".join(printed_text([rows]).text.split()) == mended


def test_wide_lines_are_joined_and_an_indent_opens_a_paragraph() -> None:
    page = f"Tower to be white\n\n  {WIDE}\n{REST}\n  {WIDE}\n{REST}\n"
    assert printed_text([page]).text == f"Tower to be white\n\n{WIDE} {REST}\n\n{WIDE} {REST}\n"


def test_running_heads_are_left_out_and_say_paper_and_day() -> None:
    pages = [
        f"The Skerry Gazette        Monday 9 May 2016\n\nThe {place} "
        f"is here.\n\n{place} {WIDE}\n{REST}\n\nPage {n} of 3\n"
        for n, place in enumerate(("quay", "mole", "pier"), 1)
    ]
    printed = printed_text(pages)
    assert "Skerry" not in printed.text
    assert "Page" not in printed.text
    assert printed.text.count(REST) == 3
    assert (printed.facts.publication, printed.facts.published) == ("The Skerry Gazette", date(2016, 5, 9))
    assert all(finding.guessed for finding in printed.facts.found)


def test_what_the_pages_of_an_export_have_in_common_is_no_running_head() -> None:
    pages = [
        f"Tower {name} white\n\nThe Skerry Gazette\n\nMay 9, 2016 Monday\n\nLength: 9 "
        f"words\n\nBody\n\n{WIDE}\n{REST}\n\n"
        "Load-Date: May 9, 2016\n\nEnd of Document\n"
        for name in ("one", "two", "six")
    ]
    assert printed_text(pages).as_set.count("The Skerry Gazette") == 3
    assert printed_text(pages).as_set.count("End of Document") == 3


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    assert printed_text([f"{WIDE}\n1\n", f"{REST}\n2\n"]).text == f"{WIDE} {REST}\n"


def test_a_page_in_columns_is_known() -> None:
    rows = "\n".join("the left side of a row          the right side of a row" for _ in range(20))
    assert in_columns(rows)
    assert not in_columns(f"{WIDE}\n" * 20)
