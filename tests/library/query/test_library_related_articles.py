import random
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.extract.annotate import annotate
from tui.library.index import postings, relation_tables
from tui.library.query import related_articles
from tui.model.annotation import Entity, EntityKind, Mention
from tui.model.article import Article, ArticleId, Paragraph
from tui.model.cutting import Cutting
from tui.model.relation import ReasonKind
from tui.model.span import Span
from tui.related.article_features import features_of

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
OPENED: list[sqlite3.Connection] = []
TABLES = ("term", "signature", "posting", "postings", "fingerprint", "fingerprints")
VOCABULARY = [
    f"{head}{tail}" for head in "bcdfglmnprst" for tail in ("arbon", "ellow", "imber", "ondal", "unter")
]


def article(text: str, published: date | None = None, publication: str | None = None) -> Article:
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            lines.append(Paragraph(Span(start, start + len(line.rstrip()))))
        start += len(line)
    return Article(
        ArticleId("0" * 16), "a.txt", text, tuple(lines), published=published, publication=publication
    )


def naming(person: str, text: str) -> Cutting:
    at = text.index(person)
    mention = Mention(Span(at, at + len(person)), EntityKind.PERSON, person)
    return Cutting(article(text), (), (mention,), (Entity(person, EntityKind.PERSON),))


@pytest.fixture(autouse=True, scope="module")
def closed() -> Iterator[None]:
    yield
    for con in OPENED:
        con.close()


def filled(cuttings: Sequence[Cutting], *, folded: int = 0) -> sqlite3.Connection:
    """The first `folded` of them lie in bundles, the others in rows."""
    con = sqlite3.connect(":memory:")
    OPENED.append(con)
    relation_tables.create(con)
    for key, cutting in enumerate(cuttings):
        if key == folded:
            postings.fold(con)
        relation_tables.add(con, {key: features_of(cutting)})
    return con


def copies(con: sqlite3.Connection, cuttings: Sequence[Cutting], key: int) -> list[tuple[int, int]]:
    return related_articles.copies(con, key, cuttings[key].article.text, 5)


def story(draw: random.Random, words: Sequence[str], size: int = 60) -> str:
    return " ".join(draw.choice(words) for _ in range(size))


def state(con: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    """Every row of every table."""
    return [sorted(con.execute(f"SELECT * FROM related_{name}"), key=repr) for name in TABLES]


def folded_state(con: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    postings.fold(con)
    return state(con)


def related(
    con: sqlite3.Connection, key: int, cuttings: Sequence[Cutting | None], limit: int
) -> list[related_articles.RelatedArticle]:
    """A cutting that is None cannot be opened."""

    def read(article: int) -> str:
        cutting = cuttings[article]
        return cutting.article.text if cutting else ""

    return related_articles.related(con, key, cuttings.__getitem__, read, limit)


@pytest.fixture
def seeds() -> tuple[sqlite3.Connection, list[Cutting]]:
    cuttings = [annotate(article(path.read_text(encoding="utf-8"))) for path in SEEDS]
    return filled(cuttings), cuttings


@pytest.mark.parametrize("key", range(4))
def test_every_sample_article_leads_to_the_three_others(
    seeds: tuple[sqlite3.Connection, list[Cutting]], key: int
) -> None:
    con, cuttings = seeds
    found = related(con, key, cuttings, 10)
    assert {one.key for one in found} == set(range(4)) - {key}
    assert all(0 < one.score <= 1 and one.reasons for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_the_copied_passage_of_the_samples_comes_first_and_its_words_are_the_same(
    seeds: tuple[sqlite3.Connection, list[Cutting]],
) -> None:
    con, cuttings = seeds
    other, _, why, _ = related(con, 0, cuttings, 10)[0]
    assert (other, why[0].kind, why[0].words) == (3, ReasonKind.PASSAGE, "17 words the same")
    here = why[0].here[0].of(cuttings[0].article.text)
    there = why[0].there[0].of(cuttings[3].article.text)
    assert len(here.split()) == 17
    assert here.lower() == there.lower()


def test_a_list_of_councils_is_the_same_places_and_no_passage(
    seeds: tuple[sqlite3.Connection, list[Cutting]],
) -> None:
    con, cuttings = seeds
    why = next(one.reasons for one in related(con, 0, cuttings, 10) if one.key == 2)
    assert (why[0].kind, why[0].words) == (ReasonKind.PLACES, "the same 7 places")
    assert ReasonKind.PASSAGE not in {reason.kind for reason in why}


@given(st.randoms(use_true_random=False), st.integers(1, 12))
def test_an_article_is_never_among_its_own_and_likeness_is_a_share_of_one(
    draw: random.Random, count: int
) -> None:
    cuttings = [Cutting(article(story(draw, VOCABULARY, draw.randrange(80)))) for _ in range(count)]
    con = filled(cuttings, folded=draw.randrange(count))
    for key in range(count):
        found = related_articles.candidates(con, key, 5)
        assert key not in [other for other, _ in found]
        assert all(0 <= like <= 1 for _, like in found)
        assert found == sorted(found, key=lambda one: (-one[1], one[0]))
        assert key not in [other for other, _ in copies(con, cuttings, key)]


@given(st.randoms(use_true_random=False))
def test_likeness_is_found_from_both_sides(draw: random.Random) -> None:
    con = filled([Cutting(article(story(draw, VOCABULARY))) for _ in range(6)])
    pairs = {(key, other) for key in range(6) for other, _ in related_articles.candidates(con, key, 6)}
    assert pairs == {(other, key) for key, other in pairs}


@given(st.randoms(use_true_random=False), st.text(max_size=300))
def test_an_article_added_and_removed_leaves_no_trace(draw: random.Random, text: str) -> None:
    con = filled([naming("Ann Archer", "Ann Archer " + story(draw, VOCABULARY)) for _ in range(3)])
    another = naming("Ben Baker", f"Ben Baker {text} {story(draw, VOCABULARY)}")
    for look in (state, folded_state):
        before = look(con)
        relation_tables.add(con, {9: features_of(another)})
        assert state(con) != before
        relation_tables.remove(con, 9, another.article.text)
        assert state(con) == before
    relation_tables.add(con, {9: features_of(another)})
    assert folded_state(con) != before
    relation_tables.remove(con, 9, another.article.text)
    assert state(con) == before


@given(st.randoms(use_true_random=False))
def test_folding_changes_no_answer(draw: random.Random) -> None:
    cuttings = [Cutting(article(story(draw, VOCABULARY[: 5 + 5 * n]))) for n in range(6)]
    rows, bundles = filled(cuttings), filled(cuttings, folded=draw.randrange(1, 7))
    for key in range(6):
        assert copies(rows, cuttings, key) == copies(bundles, cuttings, key)
        assert related_articles.candidates(rows, key, 9) == related_articles.candidates(bundles, key, 9)


def test_what_came_lately_is_folded_when_it_is_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relation_tables, "FEWEST", 3)
    con = filled([naming("Ann Archer", f"Ann Archer spoke of harbour {number}") for number in range(2)])
    relation_tables.fold(con)
    assert con.execute("SELECT count(*) FROM related_postings").fetchone() == (0,)
    relation_tables.add(con, {2: features_of(naming("Ben Baker", "Ben Baker spoke of harbour 2"))})
    relation_tables.fold(con)
    assert con.execute("SELECT count(*) FROM related_posting").fetchone() == (0,)
    assert len(related_articles.candidates(con, 2, 5)) == 2


def test_removing_what_is_not_there_changes_nothing_and_asking_about_it_finds_nothing() -> None:
    con = filled([Cutting(article("Markets fell sharply"))])
    before = state(con)
    relation_tables.remove(con, 7, "Markets fell sharply")
    assert state(con) == before
    assert related_articles.candidates(con, 7, 5) == []


def test_the_nearer_of_two_equal_articles_comes_first() -> None:
    day = date(2015, 2, 10)
    text = story(random.Random(3), VOCABULARY)
    others = [article(text, day - timedelta(days=days)) for days in (900, 2, 30)]
    found = related_articles.candidates(filled([Cutting(a) for a in (article(text, day), *others)]), 0, 5)
    assert [other for other, _ in found] == [2, 3, 1]


def test_any_eight_copied_words_are_found() -> None:
    draw = random.Random(11)
    for _ in range(30):
        mine, theirs = story(draw, VOCABULARY[:30]).split(), story(draw, VOCABULARY[30:]).split()
        row = draw.sample([f"copied{letter}" for letter in "abcdefghijkl"], 8)
        for words in (mine, theirs):
            words[(at := draw.randrange(61)) : at] = row
        cuttings = [Cutting(article(" ".join(words))) for words in (mine, theirs)]
        assert [other for other, _ in copies(filled(cuttings, folded=2), cuttings, 0)] == [1]


def test_everybodys_wording_is_not_a_copy() -> None:
    line = "all rights reserved no part of this page may be printed elsewhere"
    many = [Cutting(article(f"{line} {number}")) for number in range(related_articles.CARRIERS + 1)]
    assert copies(filled(many), many, 0) == []
    assert len(copies(filled(many[:3]), many, 0)) == 2


def test_strangers_are_not_shown() -> None:
    draw = random.Random(5)
    cuttings = [Cutting(article(story(draw, VOCABULARY[part : part + 12]))) for part in range(0, 60, 12)]
    assert related(filled(cuttings), 0, cuttings, 5) == []


def test_an_article_that_cannot_be_opened_is_passed_over() -> None:
    cuttings = [naming("Ann Archer", "Ann Archer wants the harbour dredged again") for _ in range(3)]
    con = filled(cuttings)
    assert related(con, 0, [None] * 3, 5) == []
    found = related(con, 0, [cuttings[0], None, cuttings[2]], 5)
    assert [one.key for one in found] == [2]


def test_the_standing_text_of_one_publication_is_no_reason_but_an_agencys_report_is() -> None:
    draw = random.Random(8)
    line = "Sign up to our free newsletter and receive local stories every single morning"

    def library(publications: Sequence[str]) -> list[Cutting]:
        return [
            Cutting(article(f"{story(draw, VOCABULARY[n * 10 : n * 10 + 10])}\n{line}", None, publication))
            for n, publication in enumerate(publications)
        ]

    own = library(["Daily Echo"] * 5)
    assert related(filled(own), 0, own, 5) == []
    agency = library(["Daily Echo", "The Argus", "Herald", "Gazette"])
    found = related(filled(agency), 0, agency, 5)
    assert {one.reasons[0].words for one in found} == {"13 words the same"}


def test_a_short_fragment_that_only_one_of_two_unlike_articles_quotes_relates_them() -> None:
    draw = random.Random(13)
    said = "a bitter kick in the teeth"
    texts = [f"{story(draw, VOCABULARY[:30])} {said} {story(draw, VOCABULARY[:30])}"]
    texts.append(f"“{said}” {story(draw, VOCABULARY[30:])}")
    cuttings = [annotate(article(text)) for text in texts]
    found = related(filled(cuttings), 0, cuttings, 5)
    assert [one.reasons[0].words for one in found] == ["6 words the same"]
