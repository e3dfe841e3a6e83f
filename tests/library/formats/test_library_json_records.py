from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.core.json_field_map import VARIABLE, UnknownFactError, parse_field_map
from tui.library.formats.article_builder import Reading
from tui.library.formats.json_records import MOST_PROBLEMS
from tui.library.formats.registry import read_bytes
from tui.model.article import Article

WORDS = "The council has agreed a plan."


@pytest.fixture(autouse=True)
def nothing_is_configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv(VARIABLE, raising=False)
    return tmp_path


def lines(*records: Any) -> Reading:
    rows = (record if isinstance(record, str) else json.dumps(record) for record in records)
    return read_bytes("a.jsonl", "\n".join(rows).encode(), ".jsonl")


def one(record: dict[str, Any]) -> Article:
    (article,) = lines(record).articles
    return article


def test_each_line_is_an_article_and_usual_names_of_fields_are_understood() -> None:
    found = lines(
        {
            "headline": "Quay",
            "body": WORDS,
            "byline": "Ann Lee",
            "publication": "Post",
            "date": "14 March 2015",
        },
        {
            "Title": "Tram",
            "full_text": WORDS,
            "authors": [{"name": "John Cole"}, "Ann Lee"],
            "url": "http://x.y",
        },
    ).articles
    assert [(a.headline, a.byline, a.publication, a.published, a.url) for a in found] == [
        ("Quay", "Ann Lee", "Post", date(2015, 3, 14), None),
        ("Tram", "John Cole, Ann Lee", None, None, "http://x.y"),
    ]
    assert found[0].provenance[1].origin == "the field “headline”"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2015-03-14T10:00:00Z", date(2015, 3, 14)),
        ("Sat, 14 Mar 2015 10:00:00 +0000", date(2015, 3, 14)),
        (1426327200, date(2015, 3, 14)),
        (1426327200000, date(2015, 3, 14)),
        ("1426327200", date(2015, 3, 14)),
        ("20150314", date(2015, 3, 14)),
        ({"$date": "2015-03-14T10:00:00Z"}, date(2015, 3, 14)),
        ("soon", None),
        (True, None),
        (10**30, None),
        (None, None),
    ],
)
def test_dates_are_read_in_every_usual_form(value: object, day: date | None) -> None:
    assert one({"text": WORDS, "published": value}).published == day


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("One.\nTwo.", "One.\n\nTwo.\n"),
        ("<p>One &amp; all.</p><p>Two.</p>", "One & all.\n\nTwo.\n"),
        (["One.", "<p>Two.</p>"], "One.\n\nTwo.\n"),
        ({"rendered": "<p>One.</p>"}, "One.\n"),
        ("One &#27;[31m\x1b red &#x9d;.", "One [31m␛ red \ufffd.\n"),
    ],
)
def test_a_text_is_cleaned_after_all_decoding(value: object, text: str) -> None:
    found = one({"text": value}).text
    assert found == text
    assert "\x1b" not in found


def test_a_headline_that_the_text_repeats_is_no_prose_and_what_no_field_says_is_read_above_the_text() -> None:
    article = one({"title": "Quay plan agreed", "text": f"Quay plan agreed\nBy Ann Lee\n\n{WORDS * 3}"})
    assert [paragraph.kind.value for paragraph in article.paragraphs] == ["headline", "byline", "prose"]
    assert (article.headline, article.byline) == ("Quay plan agreed", "Ann Lee")
    assert one({"title": "Quay", "text": f"Not it\n\n{WORDS * 3}"}).paragraphs[0].kind.value != "headline"


def test_fields_inside_an_object_that_only_wraps_them_are_found() -> None:
    article = one({"id": 1, "webTitle": "Quay", "fields": {"bodyText": WORDS, "byline": "Ann Lee"}})
    assert (article.headline, article.byline, article.text.strip()) == ("Quay", "Ann Lee", WORDS)


def test_a_map_names_the_fields_on_the_command_line_or_in_the_configuration(
    nothing_is_configured: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = {"kop": "Quay", "inhoud": {"tekst": WORDS}, "text": "not this", "dag": "2015-03-14"}
    home = nothing_is_configured / "cuttings"
    home.mkdir()
    (home / "config.toml").write_text('[map]\ntitle = "kop"\ntext = "inhoud.tekst"\n', encoding="utf-8")
    assert (one(record).headline, one(record).text.strip(), one(record).published) == ("Quay", WORDS, None)
    monkeypatch.setenv(VARIABLE, "date=dag")
    assert (one(record).headline, one(record).published) == (None, date(2015, 3, 14))


@pytest.mark.parametrize("words", ["colour=x", "headline", "headline=", "=x", "text=a,by=b"])
def test_a_map_that_names_no_fact_or_no_field_is_refused(words: str) -> None:
    with pytest.raises(UnknownFactError):
        parse_field_map(words)
    assert parse_field_map("author=a, text=b") == {"byline": "a", "text": "b"}


def test_what_is_wrong_is_told_by_its_line_and_the_rest_is_read() -> None:
    reading = lines({"text": WORDS}, "{broken", "", "[1]", {"headline": "x", "size": 1}, {"text": "Last."})
    assert [article.text for article in reading.articles] == [f"{WORDS}\n", "Last.\n"]
    assert [problem.words.partition(" is")[0].partition(":")[0] for problem in reading.problems] == [
        "Line 2",
        "Line 4",
        "Line 5",
    ]
    assert "--map text=FIELD" in reading.problems[2].remedy
    assert "headline, size" in reading.problems[2].remedy


def test_of_many_bad_lines_the_first_are_told_and_how_many_more_there_are() -> None:
    reading = lines({"text": WORDS}, *["{"] * 100)
    assert len(reading.problems) == MOST_PROBLEMS + 1
    assert reading.problems[-1].words.startswith("80 more")


@pytest.mark.parametrize(
    "source",
    [
        [{"text": WORDS}],
        {"text": WORDS},
        {"articles": [{"text": WORDS}]},
        {"response": {"results": [{"fields": {"body": WORDS}}]}},
        {"hits": {"hits": [{"_source": {"body": WORDS}}]}},
    ],
)
def test_a_json_file_holds_a_list_or_an_object_that_holds_one(source: object) -> None:
    (article,) = read_bytes("a.json", json.dumps(source).encode(), ".json").articles
    assert article.text.strip() == WORDS


def test_a_json_file_may_have_an_article_a_line_and_one_without_articles_is_put_aside() -> None:
    rows = f'{{"text": "{WORDS}"}}\n{{"text": "Two."}}\n'
    assert len(read_bytes("a.json", rows.encode(), ".json").articles) == 2
    assert read_bytes("a.json", b'{"name": "package"}', ".json").problems[0].aside
    assert not read_bytes("a.json", b'{"name": ', ".json").problems[0].aside


@pytest.mark.parametrize(
    "source", ["[" * 50_000, '{"a":' * 50_000, "1" * 50_000, '{"text": NaN}', "\ufeff{}"]
)
def test_json_that_is_deep_or_long_is_a_problem(source: str) -> None:
    for ending in (".json", ".jsonl"):
        assert read_bytes("a", source.encode(), ending).problems


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text("<p>&#27;\n ab"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "title", "date", "source", "fields", "name"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_no_value_raises(value: object) -> None:
    source = json.dumps(value).encode()
    read_bytes("a", source, ".json")
    read_bytes("a", source, ".jsonl")
