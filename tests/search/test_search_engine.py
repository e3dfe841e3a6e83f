"""The engine: what is found for a line, in which order, and how it grows."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.search import Engine, SearchResult, parameters
from tui.search import engine as engine_module
from tui.search.bitmaps import bitmap
from tui.search.normalisation import folded_words
from tui.search.segment import SearchRow

HENIG, SMITH, BALLS = "Simon Henig Mr Henig Durham’s Labour leader", "Royston Smith Cllr Smith", "Ed Balls"
SAID = [
    ("But there is still the question of whether an elected mayor will be a prerequisite for a deal", HENIG),
    ("I don’t see why extra powers should be dependent on having an elected mayor", HENIG),
    ("At least George Osborne’s door is open. Ed Balls’ door is open and there is nothing there.", SMITH),
    ("He is saying it is not good enough. It’s a knee jerk reaction.", SMITH),
    ("George Osborne is saying ‘my door is open as long as you agree to my blueprint’", BALLS),
    ("second-class deal", BALLS),
    ("It was £1,000 in 1996, said Núñez", "The spokesman"),
]
ENGINE = Engine.of(SAID)
WORDS = st.sampled_from(
    "the mayor door is open power deal of saying henig osborne 1996 knee jerk kneejerk".split()
)
LINES = st.lists(WORDS, max_size=6).map(" ".join)
ROWS = st.lists(st.tuples(LINES, LINES), max_size=12)
ANYTHING = st.text(st.one_of(st.characters(), st.sampled_from('ab "@-:’é1,.')), max_size=25)


def rows(found: SearchResult) -> list[int]:
    return [row for row, _ in found.rows]


@pytest.mark.parametrize(
    ("line", "best"),
    [
        ("preequisite", [0]),
        ("osbrone door open", [2, 4]),
        ("smith kneejerk", [3]),
        ("knee-jerk", [3]),
        ("jerk knee", [3]),
        ("secondclass deal", [5]),
        ("elected mayr henig", [1, 0]),
        ("cllr smith door", [2]),
        ("labour leader powers", [1]),
        ("1000", [6]),
        ("1 000", [6]),
        ("1,000", [6]),
        ("nunez", [6]),
        ("balls blueprint", [4]),
    ],
)
def test_half_remembered_words_find_what_was_said(line: str, best: list[int]) -> None:
    assert rows(ENGINE.look(line, 10))[: len(best)] == best


@pytest.mark.parametrize(
    ("line", "number"), [("osbrone door open", 2), ("mayor henig", 2), ("zebra mayor", 0)]
)
def test_only_rows_that_meet_most_of_the_query_are_counted_as_matching(line: str, number: int) -> None:
    assert ENGINE.look(line, 10).matching == number


def test_what_comes_near_is_shown_where_nothing_matches() -> None:
    found = ENGINE.look("zebra blueprint", 10)
    assert (rows(found), found.matching) == ([4], 0)


def test_a_word_of_absurd_length_stands_for_itself_alone() -> None:
    long = "x" * 60
    engine = Engine.of([(long, ""), (long + "y", "")])
    assert rows(engine.look(long, 10)) == [0]
    assert rows(engine.look("z" * 100_000, 10)) == []
    assert rows(engine.look("deal " * 100_000, 10)) == rows(engine.look("zzz", 10)) == []


def test_numbers_are_never_taken_for_one_another() -> None:
    assert rows(ENGINE.look("1997", 10)) == []
    assert rows(ENGINE.look("1996", 10)) == [6]


@pytest.mark.parametrize(
    ("line", "readings"),
    [
        ("preequisite deal", (("preequisite", "prerequisite"),)),
        ("smith kneejerk", (("kneejerk", "knee jerk"),)),
        ("prereq", ()),
        ("mayor", ()),
        ("zebra", ()),
    ],
)
def test_words_read_otherwise_are_told(line: str, readings: tuple[tuple[str, str], ...]) -> None:
    assert ENGINE.look(line, 10).readings == readings


def test_a_misspelling_in_the_corpus_does_not_outrank_the_right_word() -> None:
    said = [(f"the government will act on plan {number}", "Ann Lee") for number in range(60)]
    engine = Engine.of([("goverment acts", "Bo Ek"), *said])
    assert rows(engine.look("government", 5))[0] != 0
    assert rows(engine.look("govenment", 5))[0] != 0
    assert rows(engine.look("goverment plan 7", 5))[0] == 8


def test_an_empty_line_shows_the_newest() -> None:
    found = ENGINE.look("", 3)
    assert (found.rows, found.matching) == (((0, 0.0), (1, 0.0), (2, 0.0)), len(SAID))


def test_one_or_two_letters_show_speakers_they_begin_then_words_the_newest_first() -> None:
    assert rows(ENGINE.look("s", 10)) == [0, 1, 2, 3, 6, 4, 5]
    assert rows(ENGINE.look("bl", 10)) == [4]
    assert ENGINE.look("s", 2).matching == 7


@pytest.mark.parametrize(("line", "best"), [("c++", 1), ("C#", 2), ("A*", 3), ("★", 4), ("mc2 ★", 4)])
def test_words_are_told_apart_by_their_signs(line: str, best: int) -> None:
    said = ["A carol for C", "We teach C++ here", "They want C# there", "She has an A* in it", "It gets ★★★"]
    engine = Engine.of([(words, "Carl Able") for words in said])
    assert engine.look(line, 5).rows[0][0] == best


def test_signs_that_nobody_said_are_not_found() -> None:
    assert not Engine.of([("We teach C here", "Carl Able")]).look("☂", 5).rows


def test_an_exact_search_wants_every_very_word() -> None:
    assert sorted(rows(ENGINE.look("door open", 10, exact=True))) == [2, 4]
    assert rows(ENGINE.look("door opens", 10, exact=True)) == []
    assert rows(ENGINE.look("NÚÑEZ 1000", 10, exact=True)) == [6]
    assert ENGINE.look("d", 10, exact=True).matching == 0
    assert ENGINE.look("door is", 10, exact=True).matching == 2


@pytest.mark.parametrize(
    ("line", "admitted"),
    [
        ("@henig", [0, 1]),
        ("@heni", [0, 1]),
        ("@hennig", [0, 1]),
        ("@labour @leader", [0, 1]),
        ("@osborne", []),
        ("door @balls", [4]),
        ('"door is open"', [2, 4]),
        ('"open door"', []),
        ('"saying" -osborne', [3]),
        ("-mayor -door -henig", [3, 5, 6]),
        ('-"knee jerk" @smith', [2]),
    ],
)
def test_filters_let_through_only_what_they_name(line: str, admitted: list[int]) -> None:
    found = ENGINE.look(line, 10)
    assert sorted(rows(found)) == admitted
    assert found.matching == len(admitted)


def test_a_query_looks_only_among_the_rows_allowed() -> None:
    assert rows(ENGINE.look("osborne door open", 10, allowed=1 << 4)) == [4]
    assert rows(ENGINE.look("", 10, allowed=0b101)) == [0, 2]
    assert ENGINE.look("mayor", 10, allowed=1 << 500).rows == ()


@pytest.mark.parametrize("after", range(6))
def test_a_look_that_is_stopped_ends_early_without_an_error(after: int) -> None:
    asked = count()
    found = ENGINE.look("osbrone door open", 10, stop=lambda: next(asked) >= after)
    assert found in (SearchResult(), ENGINE.look("osbrone door open", 10))


def test_a_look_asks_whether_to_stop_after_every_word_and_every_segment() -> None:
    def asks(engine: Engine, line: str) -> int:
        asked = count()
        engine.look(line, 10, stop=lambda: next(asked) < 0)
        return next(asked)

    assert asks(ENGINE, "door open") - asks(ENGINE, "door") == 1
    assert asks(many_segments(), "door open") - asks(ENGINE, "door open") == 2


@settings(deadline=None)
@given(ROWS, ROWS, ANYTHING)
def test_no_query_and_no_corpus_raises(
    old: list[tuple[str, str]], new: list[tuple[str, str]], line: str
) -> None:
    engine = Engine.of(old).with_rows([*new, (line, line)]).without([0])
    for exact in (False, True):
        found = engine.look(line, 5, exact=exact)
        assert len(found.rows) <= 5
        assert all(0 < row < len(engine) for row in rows(found))


@pytest.mark.parametrize("delta", [0, parameters.DELTA])
@settings(max_examples=60, deadline=None)
@given(old=ROWS, new=ROWS, line=LINES)
def test_rows_added_are_found_as_if_they_had_always_been_there(
    delta: int, old: list[tuple[str, str]], new: list[tuple[str, str]], line: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_module, "DELTA", delta)
        grown = Engine.of(old).with_rows(new).with_rows(new)
    whole = Engine.of([*new, *new, *old])
    assert len(grown) == len(whole)
    for exact in (False, True):
        one, other = grown.look(line, 9, exact=exact), whole.look(line, 9, exact=exact)
        assert rows(one) == rows(other)
        assert (one.matching, one.readings) == (other.matching, other.readings)


@settings(deadline=None)
@given(ROWS, ROWS, st.lists(WORDS, min_size=1, max_size=5, unique=True))
def test_adding_a_quotation_never_hides_one_that_is_the_very_words(
    old: list[tuple[str, str]], new: list[tuple[str, str]], words: list[str]
) -> None:
    line = " ".join(words)
    engine = Engine.of([(line, "nobody"), *old]).with_rows([(said, "someone") for said, _ in new])
    better = [said for said, _ in [*new, *old] if set(words) <= set(folded_words(said))]
    named = [speaker for _, speaker in old if set(words) & set(folded_words(speaker))]
    if len(line) >= parameters.ONE_EDIT and not named:
        assert len(new) in rows(engine.look(line, len(better) + 1))


@settings(deadline=None)
@given(ROWS, st.sets(st.integers(0, 11)), LINES, LINES)
def test_rows_taken_away_are_found_no_more_and_the_others_as_before(
    said: list[tuple[str, str]], gone: set[int], line: str, added: str
) -> None:
    gone = {row for row in gone if row < len(said)}
    engine = Engine.of(said)
    left = [row for row in rows(engine.look(line, 20)) if row not in gone]
    assert rows(engine.without(sorted(gone)).look(line, 20))[: len(left)] == left
    later = engine.without(sorted(gone)).with_rows([(added, "")])
    assert not {row - 1 for row in rows(later.look(line, 20))} & gone


def built(engine: Engine) -> list[Engine]:
    return [Engine.load(engine.dump()), Engine.load(memoryview(engine.dump()), thorough=True)]


@settings(max_examples=40, deadline=None)
@given(ROWS, ROWS, LINES)
def test_an_engine_loaded_finds_what_the_one_dumped_did(
    old: list[tuple[str, str]], new: list[tuple[str, str]], line: str
) -> None:
    engine = Engine.of(old).with_rows(new).without([] if not new else [0])
    for other in built(engine):
        assert other.look(line, 9) == engine.look(line, 9)
        assert other.dump() == engine.dump()


def many_segments() -> Engine:
    """The same engine, its first rows added twice."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_module, "DELTA", 0)
        return ENGINE.with_rows(SAID[:2]).with_rows(SAID[2:])


def test_segments_are_kept_apart_in_a_dump() -> None:
    engine = many_segments()
    for other in built(engine):
        assert other.look("osbrone door open", 9) == engine.look("osbrone door open", 9)


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: b"SQLite format 3\0" * 9,
        lambda whole: whole[:-1],
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole + b"\0" * 8,
        lambda whole: whole[:8] + b"\x63" + whole[9:],
        lambda whole: bytes(len(whole)),
    ],
)
def test_a_foreign_or_cut_buffer_is_refused(damage: Callable[[bytes], bytes]) -> None:
    with pytest.raises(ValueError, match="search index"):
        Engine.load(damage(ENGINE.dump()))


@settings(deadline=None)
@given(st.data())
def test_any_damaged_byte_is_noticed(data: st.DataObject) -> None:
    whole = bytearray(ENGINE.dump())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    try:
        engine = Engine.load(bytes(whole), thorough=True)
    except ValueError:
        return
    assert engine.dump() == ENGINE.dump()  # the byte only filled a gap


def test_a_wide_corpus_is_ranked_from_the_best_candidates() -> None:
    said = [
        (f"the mayor spoke of item {number} again", "Ann Lee") for number in range(3 * parameters.CANDIDATES)
    ]
    said[250] = ("the mayor spoke of the blueprint again", "Ann Lee")
    engine = Engine.of(said)
    assert rows(engine.look("mayr blueprnt", 3))[0] == 250
    assert rows(engine.look("mayor item 123", 3))[0] == 123
    assert engine.look("mayor", 3).matching == len(said)
    assert len(engine.look("mayor", 2 * parameters.CANDIDATES).rows) == 2 * parameters.CANDIDATES
    few = bitmap(range(200, 260), len(said))
    assert rows(engine.look("mayor blueprint", 300, allowed=few))[0] == 250
    assert set(rows(engine.look("mayor", 300, allowed=few))) == set(range(200, 260))


FRIENDS: list[SearchRow] = [
    *[
        (f"nobody asked us about {year}", "Ann Lee", "chair of the Friends of the Orchard")
        for year in range(120)
    ],
    ("the orchard was planted by children", "Bo Ek", "a gardener"),
    ("they sold our orchards", "Cy Day", "a baker"),
]


def test_what_was_said_comes_before_who_holds_an_office_of_that_name() -> None:
    found = Engine.of(FRIENDS).look("orchard", 10)
    assert rows(found)[:2] == [120, 121]
    assert found.matching == len(FRIENDS)
    assert rows(Engine.of(FRIENDS).look("orchrad", 10))[0] == 120


def test_an_office_helps_where_the_quotation_has_the_other_words() -> None:
    assert rows(Engine.of(FRIENDS).look("orchard asked 77", 3))[0] == 77
    assert rows(Engine.of(FRIENDS).look("chair asked 77", 3))[0] == 77
    rain: list[SearchRow] = [(f"it rained in {year}", "Di Fry") for year in range(90)]
    few = [*FRIENDS[:3], *FRIENDS[120:], *rain]
    assert set(rows(Engine.of(few).look("friends orchard", 9))) == {0, 1, 2, 3, 4}


def test_a_speaker_is_found_by_office_name_filter_and_phrase() -> None:
    engine = Engine.of(FRIENDS)
    assert engine.look("@chair planted", 5).rows == ()
    assert rows(engine.look("@chair 77", 5))[0] == 77
    assert engine.look('"friends of the orchard"', 5).matching == 120
    assert engine.look('"ann lee chair"', 5).matching == 0
    assert engine.look("gardener", 5, exact=True).matching == 1


def test_an_office_is_found_although_it_is_misspelt() -> None:
    found = Engine.of(FRIENDS).look("gardner", 5)
    assert rows(found)[0] == 120
    assert found.readings == (("gardner", "gardener"),)


@pytest.mark.parametrize(("saying", "bearing", "named_first"), [(30, 3, False), (3, 30, True)])
def test_a_word_that_is_also_a_name_shows_both_within_two_pages(
    saying: int, bearing: int, named_first: bool
) -> None:
    said = [(f"the marsh flooded in {number}", "Ann Lee") for number in range(saying)]
    theirs = [(f"we met on day {number}", "Ida Marsh") for number in range(bearing)]
    found = Engine.of([*said, *theirs]).look("marsh", 2 * parameters.PAGE)
    named = [row >= saying for row in rows(found)]
    assert named[0] is named_first
    assert not all(named)
    assert sum(named) >= min(bearing, parameters.PAGE)
    assert [score for _, score in found.rows] == sorted({score for _, score in found.rows}, reverse=True)


def test_the_words_of_a_role_are_lit_where_they_were_looked_for() -> None:
    engine = Engine.of(FRIENDS)
    role = "chair of the Friends of the Orchard"
    assert [span.of(role) for span in engine.lit("friends orchard", role, role=True)] == [
        "Friends",
        "Orchard",
    ]
    assert engine.lit("chair", role) == ()
    assert [span.of("a gardener") for span in engine.lit("garden", "a gardener", role=True)] == ["garden"]


def test_what_matches_is_shown_however_common_its_word_is() -> None:
    found = Engine.of([*FRIENDS[:9], FRIENDS[120]]).look("orchard", 20)
    assert rows(found) == [9, *range(9)]
    assert found.matching == 10
