"""The chooser offers the people of the article, and what one types."""

from tests.support.made import council
from tui.model.annotation import EntityKind
from tui.present.article_layout import speaker_badges_of
from tui.present.glyphs import FULL
from tui.present.speaker_picker_view import MOST, SpeakerChoice, speaker_candidates, speaker_picker_lines
from tui.present.styles import line_width
from tui.present.text_entry import TextEntry


def test_the_present_speaker_comes_first_and_nobody_last() -> None:
    cutting = council()
    offered = speaker_candidates(cutting, cutting.spoken[1])
    assert (offered[0].name, offered[0].now) == ("Pike", True)
    assert offered[-1].name is None
    assert {one.name for one in offered} == {"Pike", "Ann Lee", "Wearside Council", None}


def test_what_is_typed_narrows_and_a_new_name_is_offered_as_typed() -> None:
    cutting = council()
    choice = SpeakerChoice(speaker_candidates(cutting, cutting.spoken[0]), TextEntry.of("lee"))
    assert [one.name for one in choice.offered] == ["Ann Lee", "lee"]
    assert choice.offered[-1].kind is EntityKind.PERSON
    exact = choice._replace(field=TextEntry.of("Ann Lee"))
    assert [one.name for one in exact.offered] == ["Ann Lee"]


def test_every_candidate_has_a_row_as_wide_as_the_panel() -> None:
    cutting = council()
    choice = SpeakerChoice(speaker_candidates(cutting, cutting.spoken[0]), chosen=1)
    rows = speaker_picker_lines(choice, speaker_badges_of(cutting), 74, FULL)
    drawn = ["".join(words for words, _ in row) for row in rows]
    assert sum(" now" in row for row in drawn) == 1
    assert all(any(f" {n + 1}  " in row for row in drawn) for n in range(min(MOST, 4)))
    assert all(line_width(row) <= 74 for row in rows)


def test_a_low_panel_shows_the_candidates_round_the_chosen_one() -> None:
    cutting = council()
    choice = SpeakerChoice(speaker_candidates(cutting, cutting.spoken[0]), chosen=3)
    rows = speaker_picker_lines(choice, speaker_badges_of(cutting), 38, FULL, 8)
    drawn = ["".join(words for words, _ in row) for row in rows]
    assert len(rows) == 8
    assert any("Nobody" in row for row in drawn)
    assert not any(" 1  " in row for row in drawn)
