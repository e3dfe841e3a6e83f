from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bench.gold.annotation import AnnotationError, GoldArticle, gold_article, read_gold
from bench.gold.sets import SETS

TEXT = """Ferry ‘to sail again’

“We are glad of it,” said Ann Orme, of Port Tarn. “The ‘Swan’ sails. So do we.”

Mr Orme, her uncle, called it “late”. A clerk at Port Tarn Council said: "Never again."

Ms Orme of Tarn laughed.
"""
ANNOTATION = """
said = [
  { partial = "to sail again", optional = true },
  { direct = "We are glad of it", by = "Ann Orme" },
  { direct = "The ‘Swan’ … we.", by = "Ann Orme" },
  { scare = "Swan" },
  { partial = "late", by = "Ben Orme", or = ["clerk"] },
  { direct = "Never again." },
]
optional = ["Swan"]
either = ["Tarn"]

[person]
"Ann Orme" = ["Orme#2"]
"Ben Orme" = ["Orme#1"]

[organisation]
"Port Tarn Council" = []

[place]
"Port Tarn" = ["Tarn"]

[unnamed]
"clerk" = ["A clerk at Port Tarn Council"]
"""


def annotated(**changed: Any) -> GoldArticle:
    return gold_article("ferry", TEXT, {**tomllib.loads(ANNOTATION), **changed})


def quoted(gold: GoldArticle) -> list[str]:
    return [quotation.span.of(gold.text) for quotation in gold.quotations]


def test_quotations_stand_where_their_words_stand_between_marks() -> None:
    gold = annotated()
    assert quoted(gold) == [
        "to sail again",
        "We are glad of it",
        "The ‘Swan’ sails. So do we.",
        "Swan",
        "late",
        "Never again.",
    ]
    assert [[s.name for s in quotation.speakers] for quotation in gold.quotations] == [
        [],
        ["Ann Orme"],
        ["Ann Orme"],
        [],
        ["Ben Orme", "clerk"],
        [],
    ]


def test_the_same_words_are_found_again_after_those_before() -> None:
    text = "It is “off”, she said. “Off”, he said, and “off” it was."
    said = {"said": [{"partial": "off"}, {"direct": "Off"}, {"partial": "off"}]}
    assert [q.span.start for q in gold_article("a", text, said).quotations] == [7, 24, 44]


def test_a_longer_name_covers_a_shorter_one_and_numbers_tell_namesakes_apart() -> None:
    gold = annotated()
    assert [(m.span.of(TEXT), m.entity) for m in gold.mentions] == [
        ("Ann Orme", "Ann Orme"),
        ("Port Tarn", "Port Tarn"),
        ("Swan", "Swan"),
        ("Orme", "Ben Orme"),
        ("Port Tarn Council", "Port Tarn Council"),
        ("Orme", "Ann Orme"),
        ("Tarn", "Port Tarn"),
    ]


def test_a_name_inside_a_longer_word_is_none() -> None:
    gold = gold_article("a", "Tarnside is no Tarn.", {"place": {"Tarn": []}})
    assert [m.span.start for m in gold.mentions] == [15]


def test_optional_and_either_are_kept() -> None:
    gold = annotated()
    assert [m.span.of(TEXT) for m in gold.mentions if m.optional] == ["Swan"]
    assert [(m.span.of(TEXT), m.kinds) for m in gold.mentions if len(m.kinds) == 2] == [
        ("Tarn", ("place", "organisation"))
    ]


def test_lines_are_counted_from_one() -> None:
    gold = annotated()
    assert [gold.line(q.span.start) for q in gold.quotations] == [1, 3, 3, 3, 5, 5]


SAID = tomllib.loads(ANNOTATION)["said"]


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"said": [{"direct": "We were glad"}]}, "ferry: 'We were glad' does not stand between marks"),
        ({"said": [{"direct": "said Ann Orme"}]}, "'said Ann Orme' does not stand between marks"),
        ({"said": [{"direct": "We are"}]}, "'We are' does not stand between marks"),
        ({"said": [{"direct": "glad of it"}]}, "'glad of it' does not stand between marks"),
        ({"said": [{"direct": "We are … we."}]}, "does not stand between marks"),
        ({"said": [{"scare": "to sail … glad of it"}]}, "does not stand between marks"),
        ({"said": [*SAID[:2], SAID[4]]}, "'The ‘Swan’ sails.* opens with a mark and is not annotated"),
        ({"said": SAID[:-1]}, "opens with a mark and is not annotated"),
        ({"said": [{"direct": "We are glad of it", "by": "Anne"}]}, "'Anne' speaks, and stands in no table"),
        ({"said": [{"scare": "Swan", "by": "Ann Orme"}]}, "'Swan' is a term, and yet somebody says it"),
        ({"said": [{"by": "Ann Orme"}]}, "is not one of direct, partial and scare"),
        ({"said": [{"direct": "late", "partial": "late"}]}, "is not one of direct, partial and scare"),
        ({"said": [{"direct": "late", "from": "Ann"}]}, "has 'from', which means nothing"),
        ({"persons": {}}, "the file has 'persons', which means nothing"),
        ({"place": {"Port Tarne": []}}, "'Port Tarne' does not stand in the text"),
        ({"place": {"Port Tarn": ["Tarns"]}}, "'Tarns' stands by itself 0 times"),
        ({"place": {"Port Tarn": ["Tarn#2"]}}, "'Tarn' stands by itself 1 times"),
        ({"person": {"Ann Orme": ["Orme"], "Ben Orme": ["Orme"]}}, "'Orme' is given to two"),
        ({"person": {"Ann Orme": ["Orme#1"], "Ben Orme": ["Orme#1"]}}, "'Orme' is given to two"),
        ({"person": {"Ann Orme": [], "Ben Orme": ["Orme#1"]}}, "'Orme' stands in 2 places and has 1 numbers"),
        ({"unnamed": {"clerk": ["A clerk at sea"]}}, "'A clerk at sea' does not stand in the text"),
        ({"unnamed": {"clerk": [], "bishop": []}}, "nothing in the text refers to 'bishop'"),
    ],
)
def test_what_does_not_agree_with_the_text_is_named(changed: dict[str, Any], complaint: str) -> None:
    with pytest.raises(AnnotationError, match=complaint):
        annotated(**changed)


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(TEXT, "utf-8")
    (tmp_path / "ferry.toml").write_text("said = [", "utf-8")
    with pytest.raises(AnnotationError, match=r"ferry\.toml: "):
        read_gold(tmp_path)


def test_every_text_of_the_set_is_annotated() -> None:
    for folder, texts in SETS.values():
        names = {path.stem for path in (texts or folder).glob("*.txt")}
        assert names == {gold.name for gold in read_gold(folder, texts)}
