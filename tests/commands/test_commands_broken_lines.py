"""Words over the end of a line, and over a hyphen: found, verified and given as they read."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.commands.conftest import Tell

CRANE = """\
Harbour board sits in the dark

The harbour board met on Monday evening to hear why the new crane had not
been paid for. "We have had enough of the electioneer-
ing on both quays, and of a well-
known family that pays for it," said the chairman, Ann Lee. She left the
room before the vote and did not come back to it until the lights were on.

"Not one of us thought of the men who work there," the clerk, Tom Hale, told
reporters who had waited for him at the gate.
"""
WHOLE = "We have had enough of the electioneering on both quays, and of a well-known family that pays for it,"


@pytest.fixture
def crane(tmp_path: Path) -> str:
    file = tmp_path / "crane.txt"
    file.write_text(CRANE, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        (WHOLE, "Verbatim"),
        ("enough of the electioneering on both quays", "Trimmed"),
        ("a well-known family", "Trimmed"),
        ("Not one of us thought of the men who work there", "Verbatim"),
    ],
)
def test_words_over_the_end_of_a_line_are_verified(tell: Tell, crane: str, words: str, grade: str) -> None:
    told = tell("verify", words, crane)
    assert told.returncode == 0
    assert told.stdout.startswith(grade)
    assert "electioneer-" not in told.stdout


@pytest.mark.parametrize("words", ["electioneering", "well-known", "electionering quays"])
def test_a_word_that_a_hyphen_parted_is_found(tell: Tell, crane: str, words: str) -> None:
    told = tell("find", words, crane)
    assert told.returncode == 0
    assert f"“{WHOLE}”" in told.stdout


def test_words_that_nobody_is_quoted_with_are_shown_as_they_read(tell: Tell, crane: str) -> None:
    words = "on Monday evening to hear why the new crane had not been paid for"
    told = tell("verify", words, crane).stdout
    assert told.startswith("Not a quotation.")
    assert f'{words}. "We have had enough of the electioneering on both quays' in told


def test_a_quotation_is_given_whole_to_tables_and_programs(tell: Tell, crane: str) -> None:
    first = next(csv.DictReader(io.StringIO(tell("quotes", crane, "--csv").stdout)))
    assert (first["quotation"], first["speaker"]) == (WHOLE, "Ann Lee")
    hit = json.loads(tell("find", "electioneering", crane, "--json").stdout.splitlines()[0])
    assert hit["quotation"] == WHOLE
    (start, end), *_ = hit["segments"]
    assert CRANE[start:end].startswith("We have had")
    assert CRANE[start:end].endswith("pays for it,")


def test_the_text_stays_as_the_file_has_it(tell: Tell, crane: str) -> None:
    cutting = json.loads(tell("annotate", crane, "--json").stdout)
    assert cutting["text"] == CRANE
    assert [one["speaker"] for one in cutting["quotations"]] == ["Ann Lee", "Tom Hale"]


def test_what_has_no_width_is_neither_printed_nor_in_the_way(tell: Tell, tmp_path: Path) -> None:
    file = tmp_path / "soft.txt"
    file.write_text(
        'Quays\n\n"The elec\u00adtion is a zero\u200bday," said Ze\u0301lie Roux.\n', encoding="utf-8"
    )
    told = tell("quotes", str(file), "--csv").stdout
    assert "The election is a zeroday" in told
    assert "Zélie Roux" in told
    assert tell("find", "election", str(file)).returncode == 0


def test_a_hyphen_in_words_that_nobody_said_is_no_bar_to_verifying_them(tell: Tell, tmp_path: Path) -> None:
    file = tmp_path / "quay.txt"
    file.write_text(CRANE.replace('"', ""), encoding="utf-8")
    told = tell("verify", "had enough of the electioneering on both quays", str(file)).stdout
    assert told.startswith("Not a quotation.")
