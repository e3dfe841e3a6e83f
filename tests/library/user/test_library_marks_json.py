"""The reader's own as JSON: it comes back as it went, and what is here already is never lost."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.conftest import MarksOf
from tui.library.core.text_cleaning import clean
from tui.library.user.corrections_file import file_beside
from tui.library.user.corrections_toml import load_corrections
from tui.library.user.marks_json import ReaderDocument, WrongDocumentError, from_json, merge_marks, to_json
from tui.library.user.user_data import UnsoundError, collect_document, import_document
from tui.model.article import ArticleId
from tui.model.mark import Mark, tags_in
from tui.model.span import Span
from tui.model.trail import Place

A, B = ArticleId("a" * 16), ArticleId("b" * 16)
IDS = st.integers(0, 5).map(lambda n: ArticleId(f"{n:016x}"))
NOTES = st.text(max_size=30).map(lambda note: clean(note).strip())
MARKS = st.builds(
    Mark,
    IDS,
    st.booleans(),
    st.booleans(),
    st.lists(st.sampled_from(["a", "b", "budget", "é"])).map(lambda tags: tags_in(" ".join(tags))),
    NOTES,
)
PLACES = st.dictionaries(
    st.sampled_from(["one", "two"]),
    st.builds(
        lambda *spot: Place(*spot),
        IDS,
        st.one_of(st.none(), st.just(Span(3, 9))),
        st.one_of(st.none(), st.integers(-3, 99)),
    ),
)
OWNS = st.builds(
    lambda marks, places: ReaderDocument(tuple({mark.article: mark for mark in marks}.values()), places),
    st.lists(MARKS),
    PLACES,
)
ENTRY = '[[quotation]]\narticle = "0123456789abcdef"\nwords = "a deal"\nspeaker = "Ann Lee"\n'


def said(own: ReaderDocument) -> list[Mark]:
    return [mark for mark in own.marks if mark != Mark(mark.article)]


@given(OWNS)
def test_a_document_says_what_was_written(own: ReaderDocument) -> None:
    again = from_json(to_json(own))
    assert list(again.marks) == said(own)
    assert again.places == own.places
    assert to_json(again) == to_json(own)


@given(st.lists(MARKS), st.lists(MARKS))
def test_merging_loses_nothing_and_doing_it_twice_changes_nothing(
    here: list[Mark], there: list[Mark]
) -> None:
    before = {mark.article: mark for mark in here}
    after = {mark.article: mark for mark in merge_marks(before, there)}
    for own in [*before.values(), *there]:
        both = after[own.article]
        assert both.read >= own.read
        assert both.starred >= own.starred
        assert set(both.tags) >= set(own.tags)
        assert set(both.note.splitlines()) >= set(own.note.splitlines())
    assert all(after[name].note.startswith(mark.note) for name, mark in before.items())
    assert {mark.article: mark for mark in merge_marks(after, there)} == after


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (None, ""),
        (('"marks"', '"other"'), "no file of marks"),
        (('"version": 1', '"version": 9'), "version 9"),
        (('"read": true', '"read": 1'), "line 5: “aaaaaaaaaaaaaaaa” has “read”"),
        (('"read": true', '"read": true,,'), "line 6: this is not JSON"),
        (('"budget"', "3"), "line 5: “aaaaaaaaaaaaaaaa” has “tags”"),
        (('"note": "x"', '"note": ["x"]'), "has a “note” that is no text"),
        (("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaA"), "line 5: “aaaaaaaaaaaaaaaA” is no article"),
        (('"offset": 7', '"offset": "7"'), "“one” has an “offset” that is no number"),
        (('"articles": {', '"articles": [], "x": {'), "must be an object"),
        (('"quotation": []', '"quotation": [{"words": "x"}]'), "no correction: “article”"),
        (('"quotation": []', '"quotation": [7]'), "no correction"),
        (('"quotation": []', '"speech": []'), "“speech” must be a list"),
        (('"quotation": []', '"quotation": []' + "[" * 100_000), "line"),
    ],
)
def test_what_is_wrong_with_a_document_is_told_with_its_line(
    change: tuple[str, str] | None, words: str
) -> None:
    text = to_json(
        ReaderDocument((Mark(A, read=True, tags=("budget",), note="x"),), {"one": Place(B, None, 7)})
    )
    assert from_json(text).marks[0].read
    if change:
        assert change[0] in text
        with pytest.raises(WrongDocumentError, match=words.replace("[", r"\[")):
            from_json(text.replace(*change, 1))


def test_everything_moves_to_another_machine(tmp_path: Path, marks_of: MarksOf) -> None:
    one, two = marks_of(tmp_path / "one/marks.db"), marks_of(tmp_path / "two/marks.db")
    one.set_starred(A, True)
    one.set_note(A, "ours\nand more")
    one.set_place("press", Place(B, Span(1, 2), 5))
    file_beside(one.path).write_text(f"# mine\n{ENTRY}", encoding="utf-8")
    taken = import_document(two, from_json(to_json(collect_document(one))), replace=False)
    assert tuple(taken) == (1, 1, 1)
    assert collect_document(two) == collect_document(one)
    assert tuple(import_document(two, collect_document(one), replace=False)) == (0, 0, 0)
    assert marks_of(two.path).mark(A).note == "ours\nand more"


def test_what_is_here_stays_when_something_is_merged_and_goes_when_it_is_replaced(
    tmp_path: Path, marks_of: MarksOf
) -> None:
    marks = marks_of(tmp_path / "marks.db")
    marks.set_note(A, "mine")
    marks.set_read(B, True)
    marks.set_place("press", Place(A))
    corrections = file_beside(marks.path)
    corrections.write_text(f"# mine\n{ENTRY}", encoding="utf-8")
    theirs = {"article": "0123456789abcdef", "words": "a deal", "speaker": "Bo"}
    other = {"written": "Ed", "name": "Edward"}
    own = ReaderDocument(
        (Mark(A, note="theirs"),), {"press": Place(B)}, (("quotation", theirs), ("name", other))
    )
    import_document(marks, own, replace=False)
    assert marks.mark(A).note == "mine\ntheirs"
    assert marks.place("press") == Place(A)
    known = load_corrections(corrections).corrections
    assert [one.speaker for one in known.speakers] == ["Ann Lee"]
    assert [one.name for one in known.names] == ["Edward"]
    import_document(marks, own, replace=True)
    assert marks.all() == [Mark(A, note="theirs")]
    assert marks.place("press") == Place(B)
    assert [one.speaker for one in load_corrections(corrections).corrections.speakers] == ["Bo"]


def test_corrections_that_are_not_understood_are_not_touched(tmp_path: Path, marks_of: MarksOf) -> None:
    marks = marks_of(tmp_path / "marks.db")
    file_beside(marks.path).write_text("not = [toml", encoding="utf-8")
    with pytest.raises(UnsoundError):
        import_document(marks, ReaderDocument((Mark(A, read=True),)), replace=True)
    assert marks.all() == []
    assert file_beside(marks.path).read_text(encoding="utf-8") == "not = [toml"


def test_marks_that_cannot_be_saved_are_not_taken_in(tmp_path: Path, marks_of: MarksOf) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UnsoundError, match="cannot be saved"):
        import_document(marks_of(tmp_path / "file/marks.db"), ReaderDocument(), replace=False)


def test_the_document_is_made_to_be_read() -> None:
    whole = json.loads(to_json(ReaderDocument((Mark(A, note="é"), Mark(B)))))
    assert whole["articles"] == {A: {"note": "é"}}
    assert "é" in to_json(ReaderDocument((Mark(A, note="é"),)))
