"""What is missing where an answer rests on a part of the files."""

from __future__ import annotations

import pytest

from tui.model.coverage import COMPLETE, Coverage
from tui.model.verdict import Grade, Verdict
from tui.present.coverage_text import missing, told, with_missing
from tui.present.glyphs import glyphs
from tui.present.text_entry import TextEntry
from tui.present.verdict_text import grade_words, verdict_explanation
from tui.present.verdict_view import VerdictContent, verdict_head_lines

SOME = Coverage(3_204, linked=False)


@pytest.mark.parametrize(
    ("coverage", "words"),
    [
        (COMPLETE, ""),
        (Coverage(None), "not all files are read yet"),
        (Coverage(1), "1 file is not read yet"),
        (SOME, "3,204 files are not read yet"),
        (Coverage(0, linked=False), "names and articles are not linked yet"),
    ],
)
def test_what_is_missing_is_told_in_words(coverage: Coverage, words: str) -> None:
    assert missing(coverage) == words
    assert coverage.complete == (not words)
    assert told(coverage) == (f"{words[0].upper()}{words[1:]}." if words else "")
    assert with_missing("Nobody.", coverage) == (f"Nobody so far: {words}." if words else "Nobody.")
    assert with_missing("nobody", coverage) == (f"nobody so far: {words}" if words else "nobody")


def test_who_is_at_it_is_told() -> None:
    other = Coverage(2, holder="(process 12, since 14:02)")
    at_it = "Another program is bringing the index up to date (process 12, since 14:02)."
    assert told(other) == f"2 files are not read yet. {at_it}"


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_verdict_says_on_how_much_it_rests(elsewhere: bool) -> None:
    def drawn(verdict: Verdict) -> str:
        judged = VerdictContent(TextEntry.of("the ferry"), verdict, elsewhere)
        lines = verdict_head_lines(judged, 0, 180, glyphs("full", "utf-8"), air=False)
        return " ".join(words for line in lines for words, _ in line)

    absent = Verdict("the ferry", None, Grade.ABSENT)
    assert grade_words(absent) == "Not in this library"
    assert "not read" not in verdict_explanation(absent) + drawn(absent)
    doubtful = absent._replace(coverage=SOME)
    assert grade_words(doubtful) == "Not in what is read so far"
    assert verdict_explanation(doubtful).endswith(" 3,204 files are not read yet.")
    assert "3,204 files are not read yet." in drawn(doubtful)
