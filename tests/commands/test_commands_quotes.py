from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands.conftest import Run
from tui.commands.quotation_blocks import markdown_quotation
from tui.commands.quotes import COLUMNS, write_csv
from tui.model.annotation import Quotation, QuotationKind
from tui.model.article import ArticleId
from tui.model.listing import QuotationRow
from tui.model.span import Span
from tui.present.plain_words import long_date

anything = st.text(st.characters(exclude_categories=("Cs", "Cc")))


def _said(
    words: str, speaker: str | None = "Zoë Hart", role: str = "", title: str = "A title"
) -> QuotationRow:
    quotation = Quotation((Span(0, 1),), QuotationKind.DIRECT, speaker)
    return QuotationRow(ArticleId("0" * 16), "a.txt", title, None, None, 0, quotation, words, role=role)


def _table(*said: QuotationRow) -> list[list[str]]:
    written = io.StringIO()
    write_csv(said, written)
    return list(csv.reader(io.StringIO(written.getvalue())))


def test_the_table_has_a_head_and_a_row_for_each_quotation() -> None:
    head, row = _table(_said("It is, she said, “open”"))
    assert tuple(head) == COLUMNS
    assert dict(zip(head, row, strict=True)) == {
        "quotation": "It is, she said, “open”",
        "speaker": "Zoë Hart",
        "role": "",
        "kind": "direct",
        "path": "a.txt",
        "title": "A title",
        "publication": "",
        "published": "",
        "article": "0" * 16,
        "segments": "0-1",
    }


@pytest.mark.parametrize("first", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(first: str) -> None:
    _, row = _table(_said(f"{first}SUM(A1)", f"{first}B", f"{first}C", f"{first}D"))
    assert [cell[:2] for cell in row[:3]] == [f"'{first}"] * 3


@given(anything, anything)
def test_every_row_has_all_cells_and_none_begins_a_formula(words: str, speaker: str) -> None:
    _, row = _table(_said(words, speaker))
    assert len(row) == len(COLUMNS)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)
    assert row[0].removeprefix("'") == " ".join(words.split()).removeprefix("'")


def test_markdown_is_a_quotation_with_its_source() -> None:
    assert markdown_quotation(_said("It is open", role="the mayor")) == (
        "> “It is open”\n>\n> — **Zoë Hart**, the mayor. A title, a.txt, undated, `0000000000000000 0-1`\n\n"
    )


@given(anything)
def test_no_letter_of_an_article_is_markup_in_markdown(words: str) -> None:
    first = markdown_quotation(_said(words)).split("\n")[0]
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_\[\]<`|#~]", first.removeprefix("> "))


def test_a_quotation_of_nobody_says_so() -> None:
    assert "**nobody named**" in markdown_quotation(_said("It is open", speaker=None))


def test_an_undated_article_is_called_undated() -> None:
    assert long_date(None) == "undated"


@pytest.mark.parametrize("form", ["--json", "--csv", "--markdown"])
def test_every_row_can_be_proved_again_by_id_and_offsets(run: Run, form: str) -> None:
    clips = "tests/commands/golden/clips"
    articles = [json.loads(line) for line in run("annotate", "--json", clips).stdout.splitlines()]
    texts = {article["id"]: article["text"] for article in articles}
    written = run("quotes", clips, form).stdout
    if form == "--json":
        rows = [json.loads(line) for line in written.splitlines()]
        proofs = [(row["article"], row["segments"], row["quotation"]) for row in rows]
    elif form == "--csv":
        table = csv.DictReader(io.StringIO(written))
        proofs = [(row["article"], _segments(row["segments"]), row["quotation"]) for row in table]
    else:
        found = re.findall(r"^> “(.*)”\n>\n> — .*, `([0-9a-f]{16}) ([-0-9 ]+)`$", written, re.MULTILINE)
        proofs = [(article, _segments(segments), words) for words, article, segments in found]
    assert len(proofs) == 4
    for article, segments, words in proofs:
        for start, end in segments:
            assert " ".join(texts[article][start:end].split()) in words


def _segments(written: str) -> list[list[int]]:
    return [[int(offset) for offset in pair.split("-")] for pair in written.split()]


def test_entries_of_one_article_have_keys_of_their_own(run: Run) -> None:
    done = run("quotes", "tests/commands/golden/clips", "--bibtex")
    keys = re.findall(r"^@article\{(.*),$", done.stdout, re.MULTILINE)
    assert len(keys) == len(set(keys)) == 4
