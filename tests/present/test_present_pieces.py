"""Initials, fields, citations and help: small pieces of the page."""

from hypothesis import given
from hypothesis import strategies as st

from tui.keymap import KEYS
from tui.model.annotation import Entity, EntityKind
from tui.present.glyphs import ASCII, FULL, PLAIN, glyphs
from tui.present.help_view import HelpContent, help_lines
from tui.present.speaker_badges import SpeakerBadges, colour_slot, initials_candidates
from tui.present.text_entry import TextEntry
from tui.present.text_width import display_width

NAMES = st.lists(st.text(min_size=1, max_size=12), unique=True, max_size=12)


@given(NAMES)
def test_no_two_speakers_of_an_article_share_initials(names: list[str]) -> None:
    speakers = SpeakerBadges([Entity(name, EntityKind.PERSON) for name in names], names)
    letters = [speakers.initials(name) for name in names]
    assert len(set(letters) - {"??"}) == len([one for one in letters if one != "??"])
    assert all(len(one) == 2 for one in letters)


def test_initials_follow_the_house_rules() -> None:
    first = [
        initials_candidates(*it)[0]
        for it in [
            ("Simon Henig", EntityKind.PERSON),
            ("Jan van der Meer", EntityKind.PERSON),
            ("North East Combined Authority", EntityKind.ORGANISATION),
            ("NECA", EntityKind.ORGANISATION),
            ("The leaders", EntityKind.GROUP),
            ("A source", EntityKind.UNNAMED),
        ]
    ]
    assert first == ["SH", "JM", "NE", "NE", "le", "so"]


def test_a_person_has_one_colour_everywhere() -> None:
    assert colour_slot("Ed Balls") == colour_slot("Ed Balls")
    assert {colour_slot(f"speaker {n}") for n in range(200)} == set(range(8))


def test_two_speakers_of_one_article_have_two_colours() -> None:
    names = [f"speaker {n}" for n in range(8)]
    speakers = SpeakerBadges([Entity(name, EntityKind.PERSON) for name in names], names)
    assert len({speakers.role(name) for name in names}) == 8


def test_help_lists_every_key_and_lights_what_matches() -> None:
    page = HelpContent(KEYS)
    drawn = "\n".join("".join(run for run, _ in line) for line in help_lines(page, 140, FULL))
    assert all(key.words in drawn for key in KEYS)
    some = HelpContent(KEYS, field=TextEntry.of("quotation"))
    assert some.choice is not None
    assert some.choice.action == "next_quotation"
    assert HelpContent(KEYS, field=TextEntry.of("xyzzy")).choice is None


def test_every_sign_is_one_column_wide_and_the_ascii_set_is_ascii() -> None:
    for signs in (FULL, PLAIN, ASCII):
        values = [getattr(signs, name) for name in signs._fields if name != "bars"]
        assert all(display_width(value) == 1 for value in (*values, *signs.bars))
    assert all(getattr(ASCII, name).isascii() for name in ASCII._fields)
    assert glyphs("auto", "UTF-8") is FULL
    assert glyphs("auto", "ANSI_X3.4-1968") is ASCII
